"""Values read from and written to their tables. Nothing here knows of undo, search or the list."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from salver.cards import names, profile
from salver.cards.card import Card, Labelled, Picture
from salver.cards.event import Event
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Precision, Promise, Tie, Told
from salver.cards.note import Activity, Channel, Deed, Note
from salver.store import schema
from salver.store.codec import local, local_text, moment, stamp, stamp_or_none
from salver.store.db import Database

LINE_KINDS = {"email": "emails", "phone": "phones", "link": "links", "address": "addresses"}
_CARD_TEXTS = (
    "display_name", "first_name", "middle_name", "last_name", "prefix", "suffix", "nickname", "pronunciation",
    "pronouns", "title", "company", "birthday", "about",
)  # fmt: skip


def _marks(ids: Sequence[int]) -> str:
    """Ids as JSON for `IN (SELECT value FROM json_each(?))`: any number of them in one parameter."""
    return json.dumps(list(ids))


def normal(kind: str, value: str) -> str:
    """The form of a line by which two cards are compared; empty when it says nothing."""
    if kind == "email":
        return value.strip().casefold()
    if kind == "link":
        found = profile.parse(value)
        return found.slug if found else ""
    if kind == "phone":
        return re.sub(r"\D", "", value).lstrip("0")
    return ""


# --- cards


def card_row(card: Card) -> dict[str, Any]:
    """The columns of a card but its id."""
    assert card.created_at is not None
    assert card.changed_at is not None
    row: dict[str, Any] = {name: getattr(card, name) for name in _CARD_TEXTS}
    row["uid"] = card.uid
    row["cadence_days"] = card.cadence_days
    row["extra"] = json.dumps(card.extra, ensure_ascii=False)
    row["created_at"] = stamp(card.created_at)
    row["changed_at"] = stamp(card.changed_at)
    row["deleted_at"] = stamp_or_none(card.deleted_at)
    return row


def line_rows(card: Card) -> list[dict[str, Any]]:
    """The rows of e-mails, phones, links and addresses."""
    return [
        {
            "card_id": card.id, "kind": kind, "position": i, "value": line.value, "label": line.label,
            "normal": normal(kind, line.value),
        }
        for kind, field in LINE_KINDS.items()
        for i, line in enumerate(getattr(card, field))
    ]  # fmt: skip


def tag_rows(card: Card) -> list[dict[str, Any]]:
    """The rows of tags."""
    return [{"card_id": card.id, "position": i, "tag": tag} for i, tag in enumerate(dict.fromkeys(card.tags))]


def picture_rows(card: Card) -> list[dict[str, Any]]:
    """The rows that name a card's pictures."""
    return [
        {"card_id": card.id, "position": i, "digest": p.digest, "kind": p.kind} for i, p in enumerate(card.pictures)
    ]


def _lines_of(card: Card) -> tuple[object, ...]:
    return tuple(getattr(card, field) for field in LINE_KINDS.values())


def write_card(db: Database, card: Card, old: Card | None) -> int:
    """Insert the card, or update what differs from `old`. A card with an id and no `old` comes back under it."""
    row = card_row(card)
    if old is None:
        if card.id:
            row["id"] = card.id
        card_id = int(db.execute(schema.CardRow.insert(row)))
    else:
        card_id = card.id
        db.execute(schema.CardRow.update(row).where(schema.CardRow.id == card_id))
    kept = _with_id(card, card_id)
    for rows_of, model, same in (
        (line_rows, schema.LineRow, old is not None and _lines_of(old) == _lines_of(card)),
        (tag_rows, schema.TagRow, old is not None and old.tags == card.tags),
        (picture_rows, schema.CardPictureRow, old is not None and old.pictures == card.pictures),
    ):
        if same:
            continue
        if old is not None:
            db.execute(model.delete().where(model.card_id == card_id))
        db.insert_many(model, rows_of(kept))
    return card_id


def _with_id(card: Card, card_id: int) -> Card:
    import dataclasses

    return card if card.id == card_id else dataclasses.replace(card, id=card_id)


def read_cards(db: Database, ids: Sequence[int]) -> dict[int, Card]:
    """The cards with these ids, trashed ones too."""
    if not ids:
        return {}
    wanted = _marks(ids)
    lines: dict[tuple[int, str], list[Labelled]] = defaultdict(list)
    for card_id, kind, value, label in db.rows(
        "SELECT card_id, kind, value, label FROM line WHERE card_id IN (SELECT value FROM json_each(?))"
        " ORDER BY card_id, kind, position", (wanted,),
    ):  # fmt: skip
        lines[card_id, kind].append(Labelled(value, label))
    tags: dict[int, list[str]] = defaultdict(list)
    for card_id, tag in db.rows(
        "SELECT card_id, tag FROM tag WHERE card_id IN (SELECT value FROM json_each(?)) ORDER BY card_id, position",
        (wanted,),
    ):
        tags[card_id].append(tag)
    pictures: dict[int, list[Picture]] = defaultdict(list)
    for card_id, digest, kind in db.rows(
        "SELECT card_id, digest, kind FROM card_picture WHERE card_id IN (SELECT value FROM json_each(?))"
        " ORDER BY card_id, position", (wanted,),
    ):  # fmt: skip
        pictures[card_id].append(Picture(digest, kind))
    found = {}
    for row in db.rows(
        "SELECT id, uid, display_name, first_name, middle_name, last_name, prefix, suffix, nickname, pronunciation,"
        " pronouns, title, company, birthday, about, cadence_days, extra, created_at, changed_at, deleted_at"
        " FROM card WHERE id IN (SELECT value FROM json_each(?))", (wanted,),
    ):  # fmt: skip
        card_id = row[0]
        texts = dict(zip(_CARD_TEXTS, row[2:15], strict=True))
        found[card_id] = Card(
            id=card_id,
            uid=row[1],
            **texts,
            **{field: tuple(lines[card_id, kind]) for kind, field in LINE_KINDS.items() if (card_id, kind) in lines},
            tags=tuple(tags.get(card_id, ())),
            cadence_days=row[15],
            pictures=tuple(pictures.get(card_id, ())),
            extra=tuple(json.loads(row[16])),
            created_at=moment(row[17]),
            changed_at=moment(row[18]),
            deleted_at=moment(row[19]),
        )
    return found


# --- meetings


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
    wanted = _marks(ids)
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


# --- events, notes, activities


def event_row(event: Event) -> dict[str, Any]:
    """The columns of an event but its id."""
    assert event.created_at is not None
    return {
        "uid": event.uid, "name": event.name, "folded": names.fold(event.name).strip(), "place": event.place,
        "starts": local_text(event.starts), "ends": local_text(event.ends), "zone": event.zone,
        "created_at": stamp(event.created_at), "deleted_at": stamp_or_none(event.deleted_at),
    }  # fmt: skip


def event_of(row: dict[str, Any]) -> Event:
    """The event of a row."""
    return Event(
        row["id"], row["uid"], row["name"], row["place"], local(row["starts"]), local(row["ends"]), row["zone"],
        moment(row["created_at"]), moment(row["deleted_at"]),
    )  # fmt: skip


def note_row(note: Note) -> dict[str, Any]:
    """The columns of a note but its id."""
    assert note.created_at is not None
    assert note.changed_at is not None
    return {
        "uid": note.uid, "card_id": note.card_id, "meeting_id": note.meeting_id or None,
        "channel": note.channel.value, "text": note.text, "created_at": stamp(note.created_at),
        "changed_at": stamp(note.changed_at), "deleted_at": stamp_or_none(note.deleted_at),
    }  # fmt: skip


def note_of(row: dict[str, Any]) -> Note:
    """The note of a row."""
    return Note(
        row["id"], row["uid"], row["card_id"], row["meeting_id"], Channel(row["channel"]), row["text"],
        moment(row["created_at"]), moment(row["changed_at"]), moment(row["deleted_at"]),
    )  # fmt: skip


def activity_row(activity: Activity) -> dict[str, Any]:
    """The columns of an activity but its id."""
    return {
        "card_id": activity.card_id, "note_id": activity.note_id or None, "deed": activity.deed.value,
        "at": stamp(activity.at), "channel": activity.channel.value if activity.channel else None,
        "detail": activity.detail, "by_import": int(activity.by_import),
    }  # fmt: skip


def activity_of(row: dict[str, Any]) -> Activity:
    """The activity of a row."""
    at = moment(row["at"])
    assert at is not None
    return Activity(
        Deed(row["deed"]), at, row["card_id"], row["note_id"], Channel(row["channel"]) if row["channel"] else None,
        row["detail"], bool(row["by_import"]), row["id"],
    )  # fmt: skip
