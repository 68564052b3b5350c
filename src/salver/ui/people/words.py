"""What a row says of its time: "5 h left", "opens in 2 h", "3 days ago", "sent Tuesday", "connected"."""

from __future__ import annotations

import datetime as dt

from salver.agenda.window import Kind, Timing, timing
from salver.cards.situation import InvitationState
from salver.store import Row
from salver.ui.texts import People


def row_timing(row: Row, now: dt.datetime, hours: tuple[float, float]) -> Timing:
    """Where `now` stands on the scale of a row."""
    return timing(row.met_at, row.state, row.state_at, now, hours)


def row_words(row: Row, time: Timing, now: dt.datetime, zone: dt.tzinfo, *, short: bool, keeping: bool = False) -> str:
    """The words at the right of a row; `short` above 125 %, `keeping` in the list of people to keep in touch with."""
    if keeping and row.last_contact_at is not None:
        return People.days_ago(_days(row.last_contact_at, now, zone), short)
    if time.kind is Kind.OPEN and time.until is not None:
        return People.time_left(int((time.until - now).total_seconds() // 60), short)
    if time.kind is Kind.LATER and time.until is not None:
        return People.opens_in(-int(-(time.until - now).total_seconds() // 60), short)
    if time.kind is Kind.SENT:
        return People.sent(_day(time.since, now, zone, short))
    if time.kind is Kind.CONNECTED:
        return People.CONNECTED
    if row.state is InvitationState.IGNORED:
        return People.IGNORED
    if row.state is InvitationState.WITHDRAWN:
        return People.WITHDRAWN
    if time.kind is Kind.PAST and time.since is not None:
        return People.days_ago(_days(time.since, now, zone), short)
    return People.DRAFTED if row.state is InvitationState.DRAFTED else ""


def second_line(row: Row) -> str:
    """Title and company; where both are missing, what else tells who it is."""
    work = ", ".join(part for part in (row.title, row.company) if part)
    return work or row.event or ", ".join(row.tags)


def spoken(row: Row, words: str) -> str:
    """A whole row for screen readers."""
    line = second_line(row)
    said = f"{row.name or People.UNNAMED}, {line}" if line else row.name or People.UNNAMED
    return f"{said}. {words}" if words else said


def _days(then: dt.datetime, now: dt.datetime, zone: dt.tzinfo) -> int:
    return (now.astimezone(zone).date() - then.astimezone(zone).date()).days


def _day(then: dt.datetime | None, now: dt.datetime, zone: dt.tzinfo, short: bool) -> str:
    if then is None:
        return ""
    day, days = then.astimezone(zone).date(), _days(then, now, zone)
    if days <= 0:
        return People.TODAY
    if days == 1:
        return People.YESTERDAY
    if days < 7:
        name = People.WEEKDAYS[day.weekday()]
        return name[:3] if short else name
    month = People.MONTHS[day.month - 1]
    if days < 300:
        return f"{day.day} {month[:3] if short or len(month) > 5 else month}"
    return f"{month[:3]} {day.year}"
