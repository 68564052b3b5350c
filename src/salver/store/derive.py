"""What follows from a card and all that hangs on it: its line in the list and its words in the index.

Both are written in the transaction of whatever changed, so they are never wrong, only ever rebuilt after damage.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from salver.cards import invitation, names
from salver.cards.card import Card
from salver.cards.meeting import By, Meeting, Precision
from salver.cards.note import Activity, Deed
from salver.cards.situation import InvitationState
from salver.store import backs, rows, schema, search
from salver.store.codec import micros
from salver.store.db import Database
from salver.store.search import Search

_CONTACTS = frozenset({Deed.SENT, Deed.ACCEPTED, Deed.CALLED, Deed.WROTE})
_AFTER_Z = "{"
"""Sorts behind z: what has no index letter stands at the end of the list, under #."""
_BATCH = 500


def sort_key(card: Card) -> tuple[str, str]:
    """The key the list is ordered by, and the index letter it falls under."""
    key = card.sort_key
    letter = names.index_letter(key)
    if letter == "#":
        return _AFTER_Z + key, letter
    start = next(i for i, char in enumerate(key) if char.isalnum())
    return key[start:], letter


def person_row(card: Card, meetings: Sequence[Meeting], activities: Iterable[Activity]) -> dict[str, Any]:
    """The line of a card in the list. `meetings` are latest first and none of them is in the trash."""
    deeds = list(activities)
    link = invitation.derive(deeds)
    sent_from = next((m.met for m in meetings if m.met and m.met.precision is not Precision.MONTH), None)
    met_at = sent_from.aware() if sent_from else None
    contacts = [deed.at for deed in deeds if deed.deed in _CONTACTS]
    contacts += [meeting.met.aware() for meeting in meetings if meeting.met]
    due = [p.due for m in meetings for p in m.promises if p.due and not p.done_at and p.by is By.ME]
    key, letter = sort_key(card)
    return {
        "card_id": card.id, "sort_key": key, "letter": letter, "name": card.shown_name,
        "first_name": card.first_name, "title": card.title, "company": card.company, "initials": card.initials,
        "met_at": micros(met_at), "met_precision": sent_from.precision.value if sent_from else "",
        "state": link.state.value, "state_at": micros(link.at),
        "event": next((m.event for m in meetings if m.event), ""),
        "tags": json.dumps(card.tags, ensure_ascii=False) if card.tags else "[]", "cadence_days": card.cadence_days,
        "last_contact_at": micros(max(contacts, key=lambda at: at.astimezone(dt.UTC), default=None)),
        "next_promise_due": min(due).isoformat() if due else None,
        "to_send": int(met_at is not None and invitation.is_open(link.state)),
        "in_touch": int(link.state is InvitationState.ACCEPTED or card.cadence_days is not None),
    }  # fmt: skip


class Derived:
    """Keeps list and index in step with the cards."""

    def __init__(self, db: Database, index: Search) -> None:
        self._db = db
        self._index = index

    def refresh(self, card_ids: Iterable[int]) -> None:
        """Bring the lines and words of these cards up to date; those in the trash or gone are taken out."""
        wanted = list(dict.fromkeys(card_ids))
        for start in range(0, len(wanted), _BATCH):
            self._refresh(wanted[start : start + _BATCH])

    def _refresh(self, ids: list[int]) -> None:
        cards = rows.read_cards(self._db, ids)
        meetings, notes, activities = self._children(ids)
        for card_id in ids:
            card = cards.get(card_id)
            if card is None or card.deleted_at is not None:
                self.remove(card_id)
                continue
            met = backs.latest_first(meetings[card_id])
            self._put(person_row(card, met, activities[card_id]))
            self._index.put(card_id, search.card_words(card, met, notes[card_id]), search.name_words(card))

    def _put(self, row: dict[str, Any]) -> None:
        table = schema.PersonRow
        old = self._db.dicts(table.select().where(table.card_id == row["card_id"]))
        if old and old[0] == row:
            return
        if not old or old[0]["sort_key"] != row["sort_key"]:
            self._index.order_changed()
        self._db.replace(table, row)

    def add_many(self, bundles: Sequence[tuple[Card, Sequence[Meeting], Sequence[str], Sequence[Activity]]]) -> None:
        """Write lines and words of cards that are new, with their meetings, texts of notes and activities."""
        self._index.order_changed()
        living = [bundle for bundle in bundles if bundle[0].deleted_at is None]
        sorted_ones = [(card, backs.latest_first(met), notes, deeds) for card, met, notes, deeds in living]
        self._db.insert_many(schema.PersonRow, [person_row(card, met, deeds) for card, met, _, deeds in sorted_ones])
        self._index.add_many(
            [(card.id, search.card_words(card, met, notes), search.name_words(card))
             for card, met, notes, _ in sorted_ones]
        )  # fmt: skip

    def remove(self, card_id: int) -> None:
        """Take a card out of list and index."""
        self._index.order_changed()
        self._db.run("DELETE FROM person WHERE card_id = ?", (card_id,))
        self._index.remove(card_id)

    def rebuild(self) -> None:
        """Build list and index anew from the cards, as after damage to either."""
        with self._db.write():
            self._index.clear()
            self._db.run("DELETE FROM person")
            self.refresh(self._db.column("SELECT id FROM card WHERE deleted_at IS NULL"))

    def _children(
        self, ids: list[int]
    ) -> tuple[dict[int, list[Meeting]], dict[int, list[str]], dict[int, list[Activity]]]:
        wanted = json.dumps(ids)
        meeting_ids = self._db.column(
            "SELECT id FROM meeting WHERE deleted_at IS NULL AND card_id IN (SELECT value FROM json_each(?))",
            (wanted,),
        )
        meetings: dict[int, list[Meeting]] = defaultdict(list)
        for meeting in backs.read_meetings(self._db, meeting_ids).values():
            meetings[meeting.card_id].append(meeting)
        notes: dict[int, list[str]] = defaultdict(list)
        for card_id, text in self._db.rows(
            "SELECT card_id, text FROM note WHERE deleted_at IS NULL AND card_id IN (SELECT value FROM json_each(?))",
            (wanted,),
        ):
            notes[card_id].append(text)
        activities: dict[int, list[Activity]] = defaultdict(list)
        table = schema.ActivityRow
        for row in self._db.dicts(table.select().where(table.card_id.in_(ids))):
            activities[row["card_id"]].append(rows.activity_of(row))
        return meetings, notes, activities
