"""What LinkedIn lets its members take with them: connections, invitations and notes, in all their eras."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from unicodedata import is_normalized

from salver.cards.card import Card, Labelled
from salver.cards.note import Activity, Channel, Deed, Note
from salver.exchange import dates
from salver.exchange import text as texts
from salver.exchange.csvfile import ROWS_MAX
from salver.exchange.headers import plain
from salver.exchange.model import Entry, Problem

_SIGNS = {
    "connections": {"first name", "connected on"},
    "invitations": {"from", "to", "direction"},
    "notes": {"connection first name", "note"},
}
Numbered = Iterable[tuple[int, list[str]]]
Found = tuple[list[Entry], list[Problem]]


def kind(header: Sequence[str]) -> str:
    """Which of LinkedIn's files has this header; empty when none has."""
    cells = {plain(cell) for cell in header}
    return next((name for name, signs in _SIGNS.items() if signs <= cells), "")


def read(which: str, header: Sequence[str], body: Numbered) -> Found:
    """The cards and dated facts of one of LinkedIn's files."""
    places = {plain(cell).replace(" ", ""): index for index, cell in reversed(list(enumerate(header)))}
    return {"connections": _connections, "invitations": _invitations, "notes": _notes}[which](places, body)


def _connections(places: dict[str, int], body: Numbered) -> Found:
    """One card a row, with the day the link was accepted. A row with nothing but a date is a closed profile."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    clean = texts.line
    # Many people of one day share what is known of that day.
    days: dict[str, tuple[Activity, ...]] = {"": ()}
    order = [places.get(name, -1) for name in
             ("firstname", "lastname", "url", "emailaddress", "company", "position", "connectedon")]  # fmt: skip
    hidden = 0
    width = max(order) + 1
    pick = itemgetter(*order)
    for count, (line, row) in enumerate(body):
        if count >= ROWS_MAX:
            problems.append(Problem(f"The file has more than {ROWS_MAX:,} rows; the rest was left out.", line=line))
            break
        if len(row) < width:
            row = row + [""] * (width - len(row))
        # Cells are cleaned one by one only where the row as a whole is not clean already.
        whole = "".join(row)
        if not (whole.isprintable() and (whole.isascii() or is_normalized("NFC", whole))):
            row = [clean(cell) for cell in row]
        row.append("")
        first, last, url, mail, company, position, on = map(str.strip, pick(row))
        if not (first or last or url or mail):
            hidden += 1
            continue
        accepted = days.get(on)
        if accepted is None:
            at = dates.moment(on)
            accepted = days[on] = (Activity(Deed.ACCEPTED, at, by_import=True),) if at else ()
        card = Card(
            display_name=f"{first} {last}" if first and last else first or last,
            first_name=first,
            last_name=last,
            title=position,
            company=company,
            emails=(Labelled(mail),) if mail else (),
            links=(Labelled(url, "linkedin"),) if url else (),
        )
        entries.append(Entry(card, activities=accepted))
        if on and not accepted:
            problems.append(Problem("The date of this connection could not be read; the card was kept.", line=line))
    if hidden:
        people = "1 connection hides its" if hidden == 1 else f"{hidden} connections hide their"
        problems.append(
            Problem(
                f"{people} name, so there is no card for it."
                if hidden == 1
                else f"{people} names, so there are no cards for them."
            )
        )
    return entries, problems


def _cell(row: Sequence[str], places: dict[str, int], name: str) -> str:
    index = places.get(name, -1)
    return row[index] if 0 <= index < len(row) else ""


def _invitations(places: dict[str, int], body: Numbered) -> Found:
    """Invitations that went out, each dated; those of other people make no card."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    incoming = 0
    for line, row in body:
        if texts.line(_cell(row, places, "direction")).upper() == "INCOMING":
            incoming += 1
            continue
        name = texts.line(_cell(row, places, "to"))
        url = texts.line(_cell(row, places, "inviteeprofileurl"))
        at = dates.moment(_cell(row, places, "sentat"))
        if not (name or url):
            continue
        if at is None:
            problems.append(Problem("The date of this invitation could not be read; the card was kept.", line=line))
        message = texts.block(_cell(row, places, "message"))
        notes = (Note(text=message, channel=Channel.INVITATION, created_at=at, changed_at=at),) if message else ()
        sent = (
            Activity(Deed.SENT, at, note_id=1 if notes else None, channel=Channel.INVITATION, by_import=True)
            if at
            else None
        )
        card = Card(links=(Labelled(url, "linkedin"),) if url else ()).named(name)
        entries.append(Entry(card, notes=notes, activities=(sent,) if sent else ()))
    if incoming:
        problems.append(Problem(f"{incoming} invitations that others sent to you were left out."))
    return entries, problems


def _notes(places: dict[str, int], body: Numbered) -> Found:
    """The member's own notes on connections: free text about the person."""
    entries: list[Entry] = []
    for _, row in body:
        first, last = (texts.line(_cell(row, places, f"connection{part}name")) for part in ("first", "last"))
        url = texts.line(_cell(row, places, "connectionprofileurl"))
        about = texts.block(_cell(row, places, "note"))
        if not (first or last or url):
            continue
        card = Card(
            display_name=f"{first} {last}".strip(),
            first_name=first,
            last_name=last,
            links=(Labelled(url, "linkedin"),) if url else (),
            about=about,
        )
        entries.append(Entry(card))
    return entries, []
