"""Many cards at once, with all that hangs on them: in from an import, out to an export."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Iterable, Sequence

from salver.cards.card import Card
from salver.cards.meeting import Meeting
from salver.cards.note import Activity, Note
from salver.store import backs, rows, schema
from salver.store.codec import new_uid, new_uids
from salver.store.core import Core, is_storable, storable
from salver.store.derive import Added
from salver.store.values import Bundle, Changed

_BATCH = 2_000


def add(core: Core, bundles: Iterable[Bundle]) -> Changed:
    """Add every bundle as new, within the step that is open. Answers with the new cards in the order given."""
    added: list[int] = []
    waiting: list[Bundle] = []
    for bundle in bundles:
        waiting.append(bundle)
        if len(waiting) >= _BATCH:
            added += _add(core, waiting)
            waiting = []
    added += _add(core, waiting)
    return Changed(cards=tuple(added))


def _next_id(core: Core, table: str) -> int:
    return int(core.db.value("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?", (table,))) + 1


def _add(core: Core, bundles: list[Bundle]) -> list[int]:
    if not bundles:
        return []
    db, now = core.db, core.clock()
    card_id = _next_id(core, "card")
    meeting_id = _next_id(core, "meeting")
    note_id = _next_id(core, "note")
    made: list[tuple[object, ...]] = []
    lines: list[tuple[object, ...]] = []
    meetings: list[Meeting] = []
    notes: list[Note] = []
    deeds: list[tuple[object, ...]] = []
    hung: list[Card] = []
    whole: list[Added] = []
    uids = _card_uids(core, bundles)
    for number, (bundle, uid) in enumerate(zip(bundles, uids, strict=True), card_id):
        card = _clean(bundle.card)
        made.append((number, *rows.card_values(card, uid, card.created_at or now, card.changed_at or now)))
        lines += rows.line_values(card, number)
        if card.tags or card.pictures:
            card = dataclasses.replace(card, id=number, tags=tuple(dict.fromkeys(card.tags)))
            hung.append(card)
        first_meeting, first_note = meeting_id + len(meetings), note_id + len(notes)
        met = [_new_meeting(core, m, first_meeting + i, number, now) for i, m in enumerate(bundle.meetings)]
        written = [
            _new_note(core, n, first_note + i, number, first_meeting, len(met), now) for i, n in enumerate(bundle.notes)
        ]
        done = _activities(bundle)
        deeds += [rows.activity_values(a, number, _within(a.note_id, first_note, len(written))) for a in done]
        meetings += met
        notes += written
        whole.append((number, card, met, [n.text for n in written], done))
    db.insert_tuples(schema.CardRow, ("id", *rows.CARD_COLUMNS), made)
    db.insert_tuples(schema.LineRow, rows.LINE_COLUMNS, lines)
    db.insert_many(schema.TagRow, [row for card in hung for row in rows.tag_rows(card)])
    db.insert_many(schema.CardPictureRow, [row for card in hung for row in rows.picture_rows(card)])
    _insert_meetings(core, meetings)
    db.insert_many(schema.NoteRow, [{"id": note.id, **rows.note_row(note)} for note in notes])
    db.insert_tuples(schema.ActivityRow, rows.ACTIVITY_COLUMNS, deeds)
    core.derived.add_many(whole)
    # What hangs on a card goes with it when the step is taken back.
    last = card_id + len(bundles) - 1
    core.journal.record_new_cards(card_id, last)
    return list(range(card_id, last + 1))


def _clean(card: Card) -> Card:
    """`storable`, which few cards of an import need: their texts are looked through as one."""
    texts = [*rows.texts_of(card), *card.tags, *card.extra]
    for held in (card.emails, card.phones, card.links, card.addresses):
        for line in held:
            texts += (line.value, line.label)
    whole = "".join(texts)
    return card if not card.pictures and is_storable(whole) else storable(card)


def _activities(bundle: Bundle) -> Sequence[Activity]:
    """What happened, with ids left behind: those of another file would decide which of two at once is the later."""
    if all(not a.id and is_storable(a.detail) for a in bundle.activities):
        return bundle.activities
    return [dataclasses.replace(storable(a), id=0) for a in bundle.activities]


def _card_uids(core: Core, bundles: Sequence[Bundle]) -> Sequence[str]:
    """The uid of each card: its own, where no card has it yet, or a new one."""
    given = [storable(bundle.card.uid) for bundle in bundles]
    fresh = iter(new_uids(len(given)))
    asked = json.dumps([uid for uid in given if uid])
    taken = {"", *core.db.column("SELECT uid FROM card WHERE uid IN (SELECT value FROM json_each(?))", (asked,))}
    found = []
    for uid in given:
        chosen = next(fresh) if uid in taken else uid
        taken.add(chosen)
        found.append(chosen)
    return found


def _insert_meetings(core: Core, meetings: list[Meeting]) -> None:
    db = core.db
    db.insert_many(schema.MeetingRow, [{"id": m.id, **backs.meeting_row(m)} for m in meetings])
    db.insert_many(schema.MeetingLineRow, [row for m in meetings for row in backs.meeting_line_rows(m, m.id)])
    people = [row for m in meetings for row in backs.meeting_person_rows(m, m.id)]
    for row in people:
        # Ids of another file say nothing here.
        row["card_id"] = None
    db.insert_many(schema.MeetingPersonRow, people)
    promises = [backs.promise_row(p, m.id, i) for m in meetings for i, p in enumerate(m.promises)]
    db.insert_many(schema.PromiseRow, promises)


def _within(number: int | None, first: int, many: int) -> int | None:
    return first + number - 1 if number and 1 <= number <= many else None


def _free_uid(core: Core, model: str, uid: str) -> str:
    if not uid:
        return new_uid()
    taken = {"meeting": "SELECT 1 FROM meeting WHERE uid = ?", "note": "SELECT 1 FROM note WHERE uid = ?"}[model]
    return new_uid() if core.db.value(taken, (uid,)) else uid


def _new_meeting(core: Core, meeting: Meeting, meeting_id: int, card_id: int, now: dt.datetime) -> Meeting:
    meeting = storable(meeting)
    return dataclasses.replace(
        meeting, id=meeting_id, uid=_free_uid(core, "meeting", meeting.uid), card_id=card_id,
        promises=tuple(dataclasses.replace(p, id=0) for p in meeting.promises),
        created_at=meeting.created_at or now, changed_at=meeting.changed_at or now, deleted_at=None,
    )  # fmt: skip


def _new_note(
    core: Core, note: Note, note_id: int, card_id: int, first_meeting: int, meetings: int, now: dt.datetime
) -> Note:
    return dataclasses.replace(
        storable(note), id=note_id, uid=_free_uid(core, "note", note.uid), card_id=card_id,
        meeting_id=_within(note.meeting_id, first_meeting, meetings),
        created_at=note.created_at or now, changed_at=note.changed_at or now, deleted_at=None,
    )  # fmt: skip


def bundle(core: Core, card_id: int) -> Bundle | None:
    """A card with everything on it that is not in the trash, counted within itself as `Bundle` says."""
    card = rows.read_cards(core.db, [card_id]).get(card_id)
    if card is None:
        return None
    meeting_ids = core.db.column("SELECT id FROM meeting WHERE card_id = ? AND deleted_at IS NULL", (card_id,))
    meetings = backs.latest_first(backs.read_meetings(core.db, meeting_ids).values())
    table, deeds = schema.NoteRow, schema.ActivityRow
    notes = [
        rows.note_of(row)
        for row in core.db.dicts(table.select().where(table.card_id == card_id, table.deleted_at.is_null()))
    ]
    activities = [
        rows.activity_of(row)
        for row in core.db.dicts(deeds.select().where(deeds.card_id == card_id).order_by(deeds.at, deeds.id))
    ]
    meeting_number = {meeting.id: i for i, meeting in enumerate(meetings, 1)}
    note_number = {note.id: i for i, note in enumerate(notes, 1)}
    return Bundle(
        card,
        meetings,
        tuple(dataclasses.replace(n, meeting_id=meeting_number.get(n.meeting_id or 0)) for n in notes),
        tuple(dataclasses.replace(a, note_id=note_number.get(a.note_id or 0)) for a in activities),
    )
