"""Meetings read from and written to their tables, with topics, people and promises."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from salver.cards.meeting import By, Meeting, Moment, PersonRef, Precision, Promise, Tie, Told
from salver.store import schema
from salver.store.codec import local, local_text, moment, stamp, stamp_or_none
from salver.store.db import Database
from salver.store.rows import marks


def meeting_row(meeting: Meeting) -> dict[str, Any]:
    """The columns of a meeting but its id."""
    assert meeting.created_at is not None
    assert meeting.changed_at is not None
    met = meeting.met
    return {
        "uid": meeting.uid, "card_id": meeting.card_id, "event_id": meeting.event_id or None,
        "event": meeting.event, "place": meeting.place,
        "met_local": local_text(met.local) if met else None, "met_zone": met.zone if met else "",
        "met_precision": met.precision.value if met else "", "met_guess": int(met.guess) if met else 0,
        "tie": meeting.tie.value, "their_words": meeting.their_words, "hook": meeting.hook,
        "told": meeting.told.value, "created_at": stamp(meeting.created_at), "changed_at": stamp(meeting.changed_at),
        "deleted_at": stamp_or_none(meeting.deleted_at),
    }  # fmt: skip


def write_meeting(db: Database, meeting: Meeting, old: Meeting | None) -> int:
    """Insert the meeting, or update what differs from `old`."""
    row = meeting_row(meeting)
    table = schema.MeetingRow
    if old is None:
        if meeting.id:
            row["id"] = meeting.id
        meeting_id = int(db.execute(table.insert(row)))
    else:
        meeting_id = meeting.id
        db.execute(table.update(row).where(table.id == meeting_id))
    if old is None or (old.topics, old.private) != (meeting.topics, meeting.private):
        lines = schema.MeetingLineRow
        if old is not None:
            db.execute(lines.delete().where(lines.meeting_id == meeting_id))
        db.insert_many(lines, meeting_line_rows(meeting, meeting_id))
    if old is None or (old.introduced_by, old.friends) != (meeting.introduced_by, meeting.friends):
        people = schema.MeetingPersonRow
        if old is not None:
            db.execute(people.delete().where(people.meeting_id == meeting_id))
        db.insert_many(people, _living(db, meeting_person_rows(meeting, meeting_id)))
    if old is None or old.promises != meeting.promises:
        _write_promises(db, meeting, meeting_id)
    return meeting_id


def meeting_line_rows(meeting: Meeting, meeting_id: int) -> list[dict[str, Any]]:
    """The rows of topics and private lines."""
    return [
        {"meeting_id": meeting_id, "kind": kind, "position": i, "text": text}
        for kind, texts in (("topic", meeting.topics), ("private", meeting.private))
        for i, text in enumerate(texts)
    ]


def meeting_person_rows(meeting: Meeting, meeting_id: int) -> list[dict[str, Any]]:
    """The rows of introducer and friends in common."""
    introducers = (meeting.introduced_by,) if meeting.introduced_by else ()
    return [
        {"meeting_id": meeting_id, "role": role, "position": i, "name": ref.name, "card_id": ref.card_id or None}
        for role, refs in (("introducer", introducers), ("friend", meeting.friends))
        for i, ref in enumerate(refs)
    ]


def _living(db: Database, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with references to cards that are gone set to None; undo may bring such rows back."""
    for row in rows:
        if row["card_id"] and not db.value("SELECT 1 FROM card WHERE id = ?", (row["card_id"],)):
            row["card_id"] = None
    return rows


def _write_promises(db: Database, meeting: Meeting, meeting_id: int) -> None:
    table = schema.PromiseRow
    db.execute(table.delete().where(table.meeting_id == meeting_id))
    for position, promise in enumerate(meeting.promises):
        row = promise_row(promise, meeting_id, position)
        if promise.id:
            row["id"] = promise.id
        db.execute(table.insert(row).on_conflict("REPLACE"))


def promise_row(promise: Promise, meeting_id: int, position: int) -> dict[str, Any]:
    """The columns of a promise but its id."""
    return {
        "meeting_id": meeting_id, "position": position, "text": promise.text, "by": promise.by.value,
        "due": promise.due.isoformat() if promise.due else None, "done_at": stamp_or_none(promise.done_at),
    }  # fmt: skip


def read_meetings(db: Database, ids: Sequence[int]) -> dict[int, Meeting]:
    """The meetings with these ids, trashed ones too."""
    if not ids:
        return {}
    wanted = marks(ids)
    lines: dict[tuple[int, str], list[str]] = defaultdict(list)
    for meeting_id, kind, text in db.rows(
        "SELECT meeting_id, kind, text FROM meeting_line WHERE meeting_id IN (SELECT value FROM json_each(?))"
        " ORDER BY meeting_id, kind, position", (wanted,),
    ):  # fmt: skip
        lines[meeting_id, kind].append(text)
    people: dict[tuple[int, str], list[PersonRef]] = defaultdict(list)
    for meeting_id, role, name, card_id in db.rows(
        "SELECT meeting_id, role, name, card_id FROM meeting_person"
        " WHERE meeting_id IN (SELECT value FROM json_each(?)) ORDER BY meeting_id, role, position", (wanted,),
    ):  # fmt: skip
        people[meeting_id, role].append(PersonRef(name, card_id))
    promises: dict[int, list[Promise]] = defaultdict(list)
    for promise_id, meeting_id, text, by, due, done_at in db.rows(
        'SELECT id, meeting_id, text, "by", due, done_at FROM promise'
        " WHERE meeting_id IN (SELECT value FROM json_each(?)) ORDER BY meeting_id, position", (wanted,),
    ):  # fmt: skip
        day = dt.date.fromisoformat(due) if due else None
        promises[meeting_id].append(Promise(text, By(by), day, moment(done_at), promise_id))
    found = {}
    for row in db.rows(
        "SELECT id, uid, card_id, event_id, event, place, met_local, met_zone, met_precision, met_guess, tie,"
        " their_words, hook, told, created_at, changed_at, deleted_at"
        " FROM meeting WHERE id IN (SELECT value FROM json_each(?))", (wanted,),
    ):  # fmt: skip
        meeting_id = row[0]
        introducers = people.get((meeting_id, "introducer"), ())
        found[meeting_id] = Meeting(
            id=meeting_id,
            uid=row[1],
            card_id=row[2],
            event_id=row[3],
            event=row[4],
            place=row[5],
            met=_met(*row[6:10]),
            tie=Tie(row[10]),
            introduced_by=introducers[0] if introducers else None,
            topics=tuple(lines.get((meeting_id, "topic"), ())),
            their_words=row[11],
            friends=tuple(people.get((meeting_id, "friend"), ())),
            hook=row[12],
            promises=tuple(promises.get(meeting_id, ())),
            told=Told(row[13]),
            private=tuple(lines.get((meeting_id, "private"), ())),
            created_at=moment(row[14]),
            changed_at=moment(row[15]),
            deleted_at=moment(row[16]),
        )
    return found


def _met(text: str | None, zone: str, precision: str, guess: int) -> Moment | None:
    when = local(text)
    return None if when is None else Moment(when, zone, Precision(precision), bool(guess))


def latest_first(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Meetings in the order of the timeline; one whose time is not known stands where it was typed."""

    def when(meeting: Meeting) -> tuple[dt.datetime, int]:
        if meeting.met is not None:
            return meeting.met.aware().astimezone(dt.UTC), meeting.id
        return meeting.created_at or dt.datetime.min.replace(tzinfo=dt.UTC), meeting.id

    return tuple(sorted(meetings, key=when, reverse=True))
