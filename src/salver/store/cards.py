"""Cards: kept, trashed, restored, tagged, added in numbers."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from salver.cards.card import Card
from salver.store import bulk, codec, errors, forget, merge, rows, schema
from salver.store.codec import new_uid
from salver.store.core import Core, counted, storable
from salver.store.values import Bundle, Changed, Forgotten


class Cards:
    """The cards of one store."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    # --- reading

    def get(self, card_id: int) -> Card | None:
        """The card, also from the trash; None when there is none."""
        return rows.read_cards(self._db, [card_id]).get(card_id)

    def many(self, ids: Sequence[int]) -> list[Card]:
        """The cards in the order of `ids`; missing ones are passed over."""
        found = rows.read_cards(self._db, ids)
        return [found[card_id] for card_id in ids if card_id in found]

    def by_uid(self, uid: str) -> Card | None:
        """The card of a uid, also of one that was merged into another."""
        card_id = self._db.value(
            "SELECT id FROM card WHERE uid = ? UNION ALL SELECT card_id FROM merged WHERE uid = ?", (uid, uid)
        )
        return self.get(card_id) if card_id else None

    def with_line(self, kind: str, value: str) -> tuple[int, ...]:
        """Living cards with this e-mail, phone or profile address (kind email, phone, link), however it is written."""
        normal = rows.normal(kind, value)
        if not normal:
            return ()
        return tuple(
            self._db.column(
                "SELECT DISTINCT line.card_id FROM line JOIN person USING (card_id)"
                " WHERE line.normal = ? AND line.kind = ? ORDER BY line.card_id", (normal, kind),
            )
        )  # fmt: skip

    def lines(self) -> Iterator[tuple[int, str, str]]:
        """Card id, kind and normal form of every line of living cards that can tell people apart."""
        yield from self._db.rows(
            "SELECT card_id, kind, normal FROM line JOIN person USING (card_id) WHERE normal <> '' ORDER BY card_id"
        )

    def identities(self) -> Iterator[tuple[int, str, str, str]]:
        """Id, uid, name and company of every living card, to find duplicates by."""
        yield from self._db.rows(
            "SELECT card_id, uid, person.name, person.company FROM person JOIN card ON card_id = card.id"
        )

    def bundle(self, card_id: int) -> Bundle | None:
        """The card with everything that hangs on it and is not in the trash, for exports."""
        return bulk.bundle(self._core, card_id)

    def all_tags(self) -> list[tuple[str, int]]:
        """Tags of living cards with how many carry each, most used first."""
        found = self._db.rows(
            "SELECT tag, count(*) FROM tag JOIN person USING (card_id) GROUP BY tag ORDER BY count(*) DESC, tag"
        )
        return [(tag, number) for tag, number in found]

    def trashed(self) -> list[Card]:
        """The cards in the trash, latest first."""
        return self.many(
            self._db.column("SELECT id FROM card WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC")
        )

    # --- writing

    def put(self, card: Card, label: str = "") -> Changed:
        """Keep a card: a new one when its id is 0. `label` names the run of typing and the step of undo.

        Raises NotFound when the card is no longer there, and StoreError for everything a file can do.
        """
        now = self._core.clock()
        card = storable(card)
        old = self.get(card.id) if card.id else None
        if card.id and old is None:
            raise errors.NotFound("card")
        if old is not None:
            card = dataclasses.replace(
                card, uid=old.uid, created_at=old.created_at, changed_at=old.changed_at, deleted_at=old.deleted_at
            )
            if card == old:
                return Changed()
        card = dataclasses.replace(
            card, uid=card.uid or new_uid(), created_at=card.created_at or now, changed_at=now,
            tags=tuple(dict.fromkeys(card.tags)),
        )  # fmt: skip
        said = label or (f"change to {card.shown_name}" if old else "new card").strip()
        with self._core.journal.action(said, label, ("card", card.id) if old else None):
            card_id = self._write(card, old)
            self._core.derived.refresh([card_id])
        return Changed(cards=(card_id,), label=said)

    def _write(self, card: Card, old: Card | None) -> int:
        if old is not None:
            self._core.journal.record("card", old.id, old.id, old)
        card_id = rows.write_card(self._db, card, old)
        if old is None:
            self._core.journal.record("card", card_id, card_id, None)
        return card_id

    def update_many(self, cards: Iterable[Card], label: str) -> Changed:
        """Change several cards in one step; such as filling empty fields from an import."""
        changed: list[int] = []
        with self._core.journal.action(label):
            now = self._core.clock()
            for card in cards:
                old = self.get(card.id)
                if old is None or old == card:
                    continue
                self._write(dataclasses.replace(storable(card), uid=old.uid, changed_at=now), old)
                changed.append(card.id)
            self._core.derived.refresh(changed)
        return Changed(cards=tuple(changed), label=label)

    def add_many(self, bundles: Iterable[Bundle], updates: Iterable[Card] = (), label: str = "import") -> Changed:
        """Add cards with all that hangs on them, and change others, in one step of undo."""
        with self._core.journal.action(label):
            changed = bulk.add(self._core, bundles)
            changed |= self.update_many(updates, label)
        return dataclasses.replace(changed, label=label)

    def add_tag(self, ids: Iterable[int], tag: str) -> Changed:
        """Put a tag on several cards."""
        tag = storable(" ".join(tag.split()))
        cards = [card for card in self.many(tuple(ids)) if tag and tag not in card.tags]
        return self.update_many((dataclasses.replace(c, tags=(*c.tags, tag)) for c in cards), f"tag {tag}")

    def remove_tag(self, ids: Iterable[int], tag: str) -> Changed:
        """Take a tag off several cards."""
        cards = [card for card in self.many(tuple(ids)) if tag in card.tags]
        without = (dataclasses.replace(c, tags=tuple(t for t in c.tags if t != tag)) for c in cards)
        return self.update_many(without, f"untag {tag}")

    def trash(self, ids: Iterable[int]) -> Changed:
        """Move cards to the trash, with everything on them; they stay there until the trash is emptied."""
        return self._set_deleted(tuple(ids), "delete", self._core.clock())

    def restore(self, ids: Iterable[int]) -> Changed:
        """Take cards out of the trash, with everything that was on them."""
        return self._set_deleted(tuple(ids), "restore", None)

    def _set_deleted(self, ids: tuple[int, ...], verb: str, when: dt.datetime | None) -> Changed:
        cards = [card for card in self.many(ids) if (card.deleted_at is None) is (when is not None)]
        if not cards:
            return Changed()
        told = tuple(card.id for card in cards)
        label = f"{verb} {counted(told, cards[0].shown_name or 'a card', 'cards')}"
        with self._core.journal.action(label):
            for card in cards:
                self._core.journal.record("card", card.id, card.id, card)
            self._db.many("UPDATE card SET deleted_at = ? WHERE id = ?", ((codec.stamp_or_none(when), i) for i in told))
            self._core.derived.refresh(told)
        return Changed(cards=told, label=label)

    def merge(self, keep_id: int, other_id: int) -> Changed:
        """Join two cards of one person: the kept one wins, empty fields are filled, everything else moves over."""
        return merge.merge(self._core, keep_id, other_id)

    def empty_trash(self, before: dt.datetime | None = None) -> Changed:
        """Remove what is in the trash (since before a moment, when given) for good: cards, meetings, events, notes."""
        return forget.empty_trash(self._core, before)

    def forget(self, card_id: int) -> Forgotten:
        """Remove a person from the file's very bytes, and say which backups still hold them. Cannot be undone."""
        return forget.forget(self._core, card_id)

    def revert(self, row_id: int, before: str | None) -> Changed:
        """Put a card back to what the journal kept of it."""
        if before is None:
            self._core.derived.remove(row_id)
            self._db.execute(schema.CardRow.delete().where(schema.CardRow.id == row_id))
        else:
            card = codec.from_json(Card, before)
            self._db.run("DELETE FROM merged WHERE uid = ?", (card.uid,))
            rows.write_card(self._db, card, self.get(row_id))
        return Changed(cards=(row_id,))

    def revert_added(self, first: int, before: str | None) -> Changed:
        """Remove the cards an import added, from the first to the last, with all that hangs on them."""
        run = (first, int(before or first))
        gone = tuple(self._db.column("SELECT id FROM card WHERE id BETWEEN ? AND ?", run))
        self._core.derived.remove_run(*run)
        self._db.run("DELETE FROM card WHERE id BETWEEN ? AND ?", run)
        return Changed(cards=gone)
