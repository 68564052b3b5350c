"""JSON: everything that Salver keeps, written and read back exactly, private lines and pictures included."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from salver.cards.card import Card
from salver.cards.event import Event
from salver.cards.meeting import Meeting
from salver.cards.note import Activity, Note
from salver.exchange import text as texts
from salver.exchange.codec import from_plain, to_plain
from salver.exchange.model import Entry, Problem, Read, Unreadable

FORMAT = 1
_SIMPLE = ("first_name", "last_name", "middle_name", "display_name", "prefix", "suffix", "nickname", "company", "title",
           "birthday", "pronouns", "pronunciation")  # fmt: skip
_LISTS = ("emails", "phones", "links", "addresses")


def write(read: Read, made_at: dt.datetime) -> str:
    """The whole of `read` as one JSON text in ASCII, a line a card."""
    parts = {
        "cards": [_dump(_entry(entry)) for entry in read.entries],
        "events": [_dump(to_plain(event)) for event in read.events],
        "dismissals": [_dump(to_plain(dismissal)) for dismissal in read.dismissals],
    }
    lines = [f'"salver": {FORMAT}', f'"made_at": {_dump(made_at.isoformat())}']
    lines += [f'"{name}": [\n{_joined(items)}]' for name, items in parts.items()]
    lines.append(f'"settings": {_dump(to_plain(read.settings))}')
    pictures = [f"{_dump(name)}: {_dump(_base64(data))}" for name, data in read.pictures.items()]
    lines.append(f'"pictures": {{\n{_joined(pictures)}}}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _joined(items: list[str]) -> str:
    return "".join(f"  {item}{',' if i < len(items) - 1 else ''}\n" for i, item in enumerate(items))


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, allow_nan=False)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _entry(entry: Entry) -> dict[str, Any]:
    out: dict[str, Any] = to_plain(entry.card)
    for name, values in (("meetings", entry.meetings), ("notes", entry.notes), ("activities", entry.activities)):
        if values:
            out[name] = to_plain(values)
    if entry.portrait:
        out["portrait"] = _base64(entry.portrait)
    return out


def read(data: bytes) -> Read:
    """The cards of a JSON file: Salver's own, or a list of objects with the names that `import --json` answers with."""
    text, stand_in = texts.decode(data)
    try:
        document = json.loads(texts.guess(data) if stand_in else text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("This is no whole JSON file. Nothing was imported.") from error
    if isinstance(document, Mapping) and document.get("salver"):
        return _own(document)
    found = document.get("cards") if isinstance(document, Mapping) else document
    if not isinstance(found, list):
        raise Unreadable("This JSON file holds no cards. Nothing was imported.")
    return _foreign(found)


def _own(document: Mapping[str, object]) -> Read:
    version = document["salver"]
    if not isinstance(version, int) or version > FORMAT:
        raise Unreadable(
            "This file was written by a newer Salver. Nothing was imported. Install the newer Salver first."
        )
    problems: list[Problem] = []
    entries = []
    for number, item in enumerate(_list(document, "cards"), 1):
        try:
            entries.append(_read_entry(item))
        except ValueError:
            problems.append(Problem("This card could not be read; it was left out.", card=number))
    events = []
    for item in _list(document, "events"):
        try:
            events.append(from_plain(Event, item))
        except ValueError:
            problems.append(Problem("An event could not be read; it was left out."))
    settings = document.get("settings")
    pictures = _pictures(document.get("pictures"), problems)
    return Read(
        tuple(entries),
        tuple(problems),
        tuple(events),
        pictures,
        settings if isinstance(settings, dict) else {},
        tuple(item for item in _list(document, "dismissals") if isinstance(item, dict)),
    )


def _list(document: Mapping[str, object], name: str) -> list[Any]:
    found = document.get(name)
    return found if isinstance(found, list) else []


def _read_entry(item: object) -> Entry:
    if not isinstance(item, dict):
        raise ValueError("no object")
    many = (
        tuple(from_plain(cls, value) for value in _list(item, name))
        for name, cls in (("meetings", Meeting), ("notes", Note), ("activities", Activity))
    )
    meetings, notes, activities = many
    portrait = item.get("portrait")
    return Entry(
        from_plain(Card, item),
        meetings,  # type: ignore[arg-type]  # each of the three in its own order
        notes,  # type: ignore[arg-type]  # as above
        activities,  # type: ignore[arg-type]  # as above
        _bytes(portrait) if isinstance(portrait, str) else b"",
    )


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("no picture") from error


def _pictures(found: object, problems: list[Problem]) -> dict[str, bytes]:
    """Pictures whose bytes are what their name promises; a name is a digest, never a path."""
    pictures: dict[str, bytes] = {}
    for name, text in found.items() if isinstance(found, dict) else ():
        try:
            data = _bytes(text) if isinstance(text, str) else b""
        except ValueError:
            data = b""
        if hashlib.sha256(data).hexdigest() == name:
            pictures[name] = data
        else:
            problems.append(Problem("A picture is damaged; it was left out."))
    return pictures


def _foreign(items: Iterable[object]) -> Read:
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, item in enumerate(items, 1):
        try:
            card = _simple_card(item)
        except ValueError:
            problems.append(Problem("This is no card; it was left out.", card=number))
            continue
        if card.shown_name or card.phones or card.links or card.about:
            entries.append(Entry(card))
        else:
            problems.append(Problem("This card holds no name, address, number or note.", card=number))
    if items and not entries:
        raise Unreadable("This JSON file holds no cards that Salver knows. Nothing was imported.")
    return Read(tuple(entries), tuple(problems))


def _simple_card(item: object) -> Card:
    if not isinstance(item, dict):
        raise ValueError("no object")
    fields: dict[str, Any] = {name: texts.line(item[name]) for name in _SIMPLE if isinstance(item.get(name), str)}
    for name in _LISTS:
        values = item.get(name)
        if isinstance(values, list):
            plain = [{"value": v} if isinstance(v, str) else v for v in values]
            fields[name] = [v for v in plain if isinstance(v, dict) and v.get("value")]
    for name in ("note", "about"):
        if isinstance(item.get(name), str):
            fields["about"] = texts.block(item[name])
    tags = item.get("tags")
    if isinstance(tags, list):
        fields["tags"] = [texts.line(tag) for tag in tags if isinstance(tag, str)]
    card = from_plain(Card, fields)
    if card.display_name and not (card.first_name or card.last_name):
        card = card.named(card.display_name)
    return card
