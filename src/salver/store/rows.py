"""Values read from and written to their tables. Nothing here knows of undo, search or the list."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import operator
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from salver.cards import names, profile
from salver.cards.card import Card, Labelled, Picture
from salver.cards.event import Event
from salver.cards.note import Activity, Channel, Deed, Note
from salver.store import schema
from salver.store.codec import local, local_text, moment, stamp, stamp_or_none
from salver.store.db import Database

_NO_DIGIT = re.compile(r"\D")
LINE_KINDS = {"email": "emails", "phone": "phones", "link": "links", "address": "addresses"}
_CARD_TEXTS = (
    "display_name", "first_name", "middle_name", "last_name", "prefix", "suffix", "nickname", "pronunciation",
    "pronouns", "title", "company", "birthday", "about",
)  # fmt: skip
texts_of = operator.attrgetter(*_CARD_TEXTS)
"""The texts of a card that are columns of their own, in the order of `CARD_COLUMNS`."""
CARD_COLUMNS = (*_CARD_TEXTS, "uid", "cadence_days", "extra", "created_at", "changed_at", "deleted_at")
LINE_COLUMNS = ("card_id", "kind", "position", "value", "label", "normal")
ACTIVITY_COLUMNS = ("card_id", "note_id", "deed", "at", "channel", "detail", "by_import")


def marks(ids: Sequence[int]) -> str:
    """Ids as JSON for `IN (SELECT value FROM json_each(?))`: any number of them in one parameter."""
    return json.dumps(list(ids))


def normal(kind: str, value: str) -> str:
    """The form of a line by which two cards are compared; empty when it says nothing."""
    if kind == "email":
        return value.strip().casefold()
    if kind == "link":
        return profile.slug(value)
    if kind == "phone":
        return _NO_DIGIT.sub("", value).lstrip("0")
    return ""


# --- cards


def card_row(card: Card) -> dict[str, Any]:
    """The columns of a card but its id."""
    assert card.created_at is not None
    assert card.changed_at is not None
    values = card_values(card, card.uid, card.created_at, card.changed_at, card.deleted_at)
    return dict(zip(CARD_COLUMNS, values, strict=True))


def card_values(
    card: Card, uid: str, created: dt.datetime, changed: dt.datetime, deleted: dt.datetime | None = None
) -> tuple[Any, ...]:
    """What stands in `CARD_COLUMNS` for a card, under another uid and with other times."""
    extra = json.dumps(card.extra, ensure_ascii=False) if card.extra else "[]"
    return (
        *texts_of(card), uid, card.cadence_days, extra, stamp(created), stamp(changed), stamp_or_none(deleted),
    )  # fmt: skip


def line_rows(card: Card) -> list[dict[str, Any]]:
    """The rows of e-mails, phones, links and addresses."""
    return [dict(zip(LINE_COLUMNS, values, strict=True)) for values in line_values(card, card.id)]


def line_values(card: Card, card_id: int) -> list[tuple[Any, ...]]:
    """What stands in `LINE_COLUMNS` for each of them, on a card of that id."""
    return [
        (card_id, kind, i, line.value, line.label, normal(kind, line.value))
        for kind, lines in zip(LINE_KINDS, _lines_of(card), strict=True)
        if lines
        for i, line in enumerate(lines)
    ]


def tag_rows(card: Card) -> list[dict[str, Any]]:
    """The rows of tags."""
    return [{"card_id": card.id, "position": i, "tag": tag} for i, tag in enumerate(dict.fromkeys(card.tags))]


def picture_rows(card: Card) -> list[dict[str, Any]]:
    """The rows that name a card's pictures."""
    return [
        {"card_id": card.id, "position": i, "digest": p.digest, "kind": p.kind} for i, p in enumerate(card.pictures)
    ]


def _lines_of(card: Card) -> tuple[tuple[Labelled, ...], ...]:
    return card.emails, card.phones, card.links, card.addresses


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
    return card if card.id == card_id else dataclasses.replace(card, id=card_id)


def read_cards(db: Database, ids: Sequence[int]) -> dict[int, Card]:
    """The cards with these ids, trashed ones too."""
    if not ids:
        return {}
    wanted = marks(ids)
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
            emails=tuple(lines.get((card_id, "email"), ())),
            phones=tuple(lines.get((card_id, "phone"), ())),
            links=tuple(lines.get((card_id, "link"), ())),
            addresses=tuple(lines.get((card_id, "address"), ())),
            tags=tuple(tags.get(card_id, ())),
            cadence_days=row[15],
            pictures=tuple(pictures.get(card_id, ())),
            extra=tuple(json.loads(row[16])),
            created_at=moment(row[17]),
            changed_at=moment(row[18]),
            deleted_at=moment(row[19]),
        )
    return found


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
    values = activity_values(activity, activity.card_id, activity.note_id)
    return dict(zip(ACTIVITY_COLUMNS, values, strict=True))


def activity_values(activity: Activity, card_id: int, note_id: int | None) -> tuple[Any, ...]:
    """What stands in `ACTIVITY_COLUMNS` for an activity of that card and note."""
    return (
        card_id, note_id or None, activity.deed.value, stamp(activity.at),
        activity.channel.value if activity.channel else None, activity.detail, int(activity.by_import),
    )  # fmt: skip


def activity_of(row: dict[str, Any]) -> Activity:
    """The activity of a row."""
    at = moment(row["at"])
    assert at is not None
    return Activity(
        Deed(row["deed"]), at, row["card_id"], row["note_id"], Channel(row["channel"]) if row["channel"] else None,
        row["detail"], bool(row["by_import"]), row["id"],
    )  # fmt: skip
