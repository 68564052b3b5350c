"""Rows of a CSV file to cards: LinkedIn, Google, Outlook, Salver's own, and whatever names its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, islice

from salver.cards.card import Card, Labelled
from salver.cards.note import Activity, Deed
from salver.exchange import csvfile, dates, headers, linkedin
from salver.exchange import text as texts
from salver.exchange.headers import Column
from salver.exchange.model import Entry, Problem, Read, Unreadable
from salver.exchange.to_card import birthday

_MANY = " ::: "
_NAMES = ("first", "middle", "last", "full", "prefix", "suffix", "nickname", "company", "title", "birthday",
          "pronouns", "pronunciation", "phonetic_first", "phonetic_last", "uid", "cadence")  # fmt: skip
_SYSTEM_LABELS = frozenset({"mycontacts", "my contacts"})
_MAIL = re.compile(r"[^\s@;,<>]+@[^\s@;,<>]+$")
_PHONE = re.compile(r"[+(]?\d[\d\s()./-]{5,}$")
_GUARD = re.compile(r"'(?=[=+\-@\t\r\n'＝＋－＠])")


def read(data: bytes) -> Read:
    """Every row of a CSV file that names somebody; rows of hidden people are left out."""
    text = csvfile.decoded(data)
    mark, text = csvfile.delimiter(text)
    rows = csvfile.Rows(text, mark)
    walk = iter(rows)
    first = list(islice(walk, csvfile.HEADER_WITHIN))
    at = csvfile.find_header(first)
    if at is None:
        header, body = _without_header(first), chain(first, walk)
    else:
        header, body = list(first[at][1]), chain(first[at + 1 :], walk)
    special = linkedin.kind(header)
    if special:
        entries, problems = linkedin.read(special, header, body)
    else:
        entries, problems = _general(header, body)
    every = tuple(sorted((*rows.problems, *problems), key=lambda problem: problem.line))
    return Read(tuple(entries), every)


def _without_header(rows: Sequence[tuple[int, Sequence[str]]]) -> list[str]:
    """A header for rows that have none, told from what their cells look like."""
    for _, row in rows[:5]:
        kinds = []
        for cell in (cell.strip() for cell in row[: csvfile.COLUMNS_MAX]):
            if _MAIL.match(cell):
                kinds.append("email")
            elif "://" in cell or cell.startswith("www."):
                kinds.append("url")
            elif _PHONE.match(cell):
                kinds.append("phone")
            else:
                kinds.append("")
        if any(kinds):
            words = [i for i, kind in enumerate(kinds) if not kind and row[i].strip()]
            single = [i for i in words[:2] if " " not in row[i].strip()]
            names = ["first name", "last name"] if len(words) > 1 and len(single) == 2 else ["name"]
            for index, name in zip(words, [*names, "company", "job title"], strict=False):
                kinds[index] = name
            return kinds
    raise Unreadable("No column of this file names people, e-mail addresses or phone numbers. Nothing was imported.")


def _general(header: Sequence[str], body: chain[tuple[int, list[str]]]) -> tuple[list[Entry], list[Problem]]:
    columns = headers.columns(header)
    if not any(c and c.kind in ("first", "last", "full", "email", "phone", "company", "link") for c in columns):
        raise Unreadable(
            "No column of this file names people, e-mail addresses or phone numbers. Nothing was imported."
        )
    own = headers.plain(header[0]) == headers.plain(headers.SALVER_UID) if header else False
    known = [(i, c) for i, c in enumerate(columns) if c is not None]
    # LinkedIn's own names for its columns are known elsewhere; this is for translated ones.
    since = next((i for i, c in known if c.kind == "connected"), None)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for count, (line, row) in enumerate(body):
        if count >= csvfile.ROWS_MAX:
            problems.append(Problem(f"The file has more than {csvfile.ROWS_MAX:,} rows; the rest was left out.", line))
            break
        cells = [_GUARD.sub("", cell, count=1) if cell[:1] == "'" else cell for cell in row] if own else row
        card = _card(known, cells, own)
        if card.shown_name or card.phones or card.links or card.addresses or card.about:
            at = dates.moment(cells[since]) if since is not None and since < len(cells) else None
            entries.append(Entry(card, activities=(Activity(Deed.ACCEPTED, at, by_import=True),) if at else ()))
        elif any(cell.strip() for cell in row):
            problems.append(Problem("This row names nobody.", line=line))
    return entries, problems


def _card(known: Sequence[tuple[int, Column]], row: Sequence[str], own: bool) -> Card:
    """One row; in a file of our own a cell holds what it holds, and is never taken for several values."""
    one: dict[str, str] = {}
    many: dict[str, list[Labelled]] = {"email": [], "phone": [], "link": [], "address": []}
    labels: dict[str, str] = {}
    parts: dict[str, dict[str, str]] = {}
    notes: list[str] = []
    tags: list[str] = []
    extra: tuple[str, ...] = ()
    width = len(row)
    for index, column in known:
        cell = row[index] if index < width else ""
        if not cell or cell.isspace():
            continue
        kind = column.kind
        if kind in _NAMES:
            one.setdefault(kind, texts.line(cell))
        elif kind == "label":
            labels[column.group] = texts.line(cell) if own else texts.line(cell).removeprefix("* ")
        elif kind in many:
            label = labels.get(column.group, column.label) if column.group else column.label
            many[kind] += (Labelled(value, label) for value in _values(kind, cell, own))
        elif kind in ("street", "city", "region", "code", "country"):
            parts.setdefault(column.group, {}).setdefault(kind, texts.line(cell))
        elif kind == "note":
            notes.append(texts.block(cell))
        elif kind == "tags":
            tags += cell.split(_MANY) if own else _tags(cell)
        elif kind == "extra":
            extra = tuple(cell.replace("\r\n", "\n").split("\n"))
        elif kind == "custom":
            _custom(labels.get(column.group, ""), cell, many["link"], notes)
    many["address"] += (Labelled(text, label) for label, found in parts.items() if (text := _address(found)))
    return _assembled(one, many, notes, tags, extra)


def _values(kind: str, cell: str, own: bool) -> list[str]:
    clean = texts.block if kind == "address" else texts.line
    if own:
        return [clean(cell)]
    found = [clean(part) for part in cell.split(_MANY)]
    if kind == "email" and len(found) == 1 and re.search("[,;]", cell):
        pieces = [texts.line(part) for part in re.split("[,;]", cell)]
        if all("@" in piece for piece in pieces if piece):
            found = pieces
    return [value for value in found if value]


def _tags(cell: str) -> list[str]:
    found = [texts.line(part).removeprefix("* ") for part in re.split(r" ::: |;|,(?=\S)|, ", cell)]
    return [tag for tag in found if tag and tag.lower() not in _SYSTEM_LABELS]


def _custom(label: str, cell: str, links: list[Labelled], notes: list[str]) -> None:
    if "linkedin.com/" in cell.lower():
        links.append(Labelled(texts.line(cell), label or "linkedin"))
    else:
        notes.append(f"{label}: {texts.block(cell)}" if label else texts.block(cell))


def _address(parts: dict[str, str]) -> str:
    town = " ".join(p for p in (parts.get("city"), parts.get("region"), parts.get("code")) if p)
    return "\n".join(p for p in (parts.get("street"), town, parts.get("country")) if p)


def _unique(values: list[Labelled]) -> tuple[Labelled, ...]:
    seen: dict[str, Labelled] = {}
    for value in values:
        seen.setdefault(value.value, value)
    return tuple(seen.values())


def _assembled(
    one: dict[str, str],
    many: dict[str, list[Labelled]],
    notes: list[str],
    tags: list[str],
    extra: tuple[str, ...],
) -> Card:
    get = one.get
    first, middle, last = get("first", ""), get("middle", ""), get("last", "")
    prefix, suffix = get("prefix", ""), get("suffix", "")
    phonetic = f"{get('phonetic_first', '')} {get('phonetic_last', '')}".strip()
    full = get("full", "") or " ".join(p for p in (prefix, first, middle, last, suffix) if p)
    cadence = get("cadence", "")
    card = Card(
        uid=get("uid", ""),
        display_name=full,
        first_name=first,
        middle_name=middle,
        last_name=last,
        prefix=prefix,
        suffix=suffix,
        nickname=get("nickname", ""),
        pronunciation=get("pronunciation", phonetic),
        pronouns=get("pronouns", ""),
        title=get("title", ""),
        company=get("company", ""),
        emails=_unique(many["email"]),
        phones=_unique(many["phone"]),
        links=_unique(many["link"]),
        addresses=_unique(many["address"]),
        birthday=birthday(get("birthday", "")),
        tags=tuple(dict.fromkeys(tags)),
        about="\n".join(note for note in notes if note),
        cadence_days=int(cadence) if cadence.isascii() and cadence.isdigit() and len(cadence) < 6 else None,
        extra=extra,
    )
    named = first or last or "uid" in one or not full or "@" in full or full == card.company
    return card if named else card.named(full)
