"""What follows from a card and all that hangs on it: its line in the list and its words in the index.

Both are written in the transaction of whatever changed, so they are never wrong, only ever rebuilt after damage.
"""

from __future__ import annotations

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
from salver.store.codec import instant, micros
from salver.store.db import Database
from salver.store.search import Search

_CONTACTS = frozenset({Deed.SENT, Deed.ACCEPTED, Deed.CALLED, Deed.WROTE})
_AFTER_Z = "{"
"""Sorts behind z: what has no index letter stands at the end of the list, under #."""
_BATCH = 500
_NO_LINK = invitation.derive(())
PERSON_COLUMNS = (
    "card_id", "sort_key", "letter", "name", "first_name", "title", "company", "initials", "met_at", "met_precision",
    "state", "state_at", "event", "tags", "cadence_days", "last_contact_at", "next_promise_due", "to_send", "in_touch",
)  # fmt: skip
Added = tuple[int, Card, Sequence[Meeting], Sequence[str], Sequence[Activity]]
"""A card that is new: its id, itself, its meetings, the texts of its notes, and what happened."""


def sort_key(card: Card) -> tuple[str, str]:
    """The key the list is ordered by, and the index letter it falls under."""
    key = card.sort_key
    if "a" <= key[:1] <= "z":
        return key, key[0].upper()
    letter = names.index_letter(key)
    if letter == "#":
        return _AFTER_Z + key, letter
    start = next(i for i, char in enumerate(key) if char.isalnum())
    return key[start:], letter


def person_values(card_id: int, card: Card, meetings: Sequence[Meeting], deeds: Sequence[Activity]) -> tuple[Any, ...]:
    """What stands in `PERSON_COLUMNS` for a card. `meetings` are latest first and none of them is in the trash."""
    link = invitation.derive(deeds) if deeds else _NO_LINK
    contacts = [deed.at for deed in deeds if deed.deed in _CONTACTS]
    met_at, met_precision, event, promise_due = None, "", "", None
    if meetings:
        sent_from = next((m.met for m in meetings if m.met and m.met.precision is not Precision.MONTH), None)
        if sent_from:
            met_at, met_precision = sent_from.aware(), sent_from.precision.value
        contacts += [meeting.met.aware() for meeting in meetings if meeting.met]
        event = next((m.event for m in meetings if m.event), "")
        due = [p.due for m in meetings for p in m.promises if p.due and not p.done_at and p.by is By.ME]
        promise_due = min(due).isoformat() if due else None
    key, letter = sort_key(card)
    shown = card.shown_name
    return (
        card_id, key, letter, shown, card.first_name, card.title, card.company,
        names.initials(card.first_name, card.last_name, shown), micros(met_at), met_precision,
        link.state.value, micros(link.at), event,
        json.dumps(card.tags, ensure_ascii=False) if card.tags else "[]", card.cadence_days,
        max(map(instant, contacts), default=None), promise_due,
        int(met_at is not None and invitation.is_open(link.state)),
        int(link.state is InvitationState.ACCEPTED or card.cadence_days is not None),
    )  # fmt: skip


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
        listed = self._listed(ids)
        meetings, notes, activities = self._children(ids)
        for card_id in ids:
            card = cards.get(card_id)
            if card is None or card.deleted_at is not None:
                if card_id in listed:
                    self.remove(card_id)
                continue
            met = backs.latest_first(meetings[card_id])
            values = person_values(card_id, card, met, activities[card_id])
            self._put(dict(zip(PERSON_COLUMNS, values, strict=True)))
            self._index.put(card_id, *search.card_words(card, met, notes[card_id]))

    def _listed(self, ids: list[int]) -> set[int]:
        wanted = json.dumps(ids)
        return set(
            self._db.column(
                "SELECT card_id FROM person WHERE card_id IN (SELECT value FROM json_each(?))"
                " UNION SELECT rowid FROM parts WHERE rowid IN (SELECT value FROM json_each(?))", (wanted, wanted),
            )
        )  # fmt: skip

    def _put(self, row: dict[str, Any]) -> None:
        table = schema.PersonRow
        old = self._db.dicts(table.select().where(table.card_id == row["card_id"]))
        if old and old[0] == row:
            return
        if not old or old[0]["sort_key"] != row["sort_key"]:
            self._index.order_changed()
        self._db.replace(table, row)

    def add_many(self, added: Sequence[Added]) -> None:
        """Write lines and words of cards that are new."""
        self._index.order_changed()
        people, indexed = [], []
        for card_id, card, meetings, notes, deeds in added:
            met = backs.latest_first(meetings) if meetings else ()
            people.append(person_values(card_id, card, met, deeds))
            indexed.append((card_id, *search.card_words(card, met, notes)))
        self._db.insert_tuples(schema.PersonRow, PERSON_COLUMNS, people)
        self._index.add_many(indexed)

    def remove(self, card_id: int) -> None:
        """Take a card out of list and index."""
        self._index.order_changed()
        self._db.run("DELETE FROM person WHERE card_id = ?", (card_id,))
        self._index.remove(card_id)

    def remove_run(self, first: int, last: int) -> None:
        """Take all cards from one id to another out of list and index."""
        self._index.order_changed()
        self._db.run("DELETE FROM person WHERE card_id BETWEEN ? AND ?", (first, last))
        self._index.remove_run(first, last)

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
