"""When and where you met, as it stands on the back of the card: written in words, and read as typed. No Qt here."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from salver.cards.event import Event
from salver.cards.meeting import Moment, Precision, zone_of
from salver.cards.units import one_line
from salver.ui.card import dates

EVENING = dt.time(18)
"""The hour that a day stands for."""
_PLACE_LEAD = re.compile(r"^[\s,;.–-]*(?:(?:at|in|on|@)\s+|@)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """A line taken apart: the moment, when there is one, and the place."""

    moment: Moment | None = None
    place: str = ""


def local_now(now: dt.datetime, zone: str) -> dt.datetime:
    """The wall-clock time in `zone`, to the minute, without a zone of its own."""
    return now.astimezone(zone_of(zone)).replace(tzinfo=None, second=0, microsecond=0)


def day_words(day: dt.date, today: dt.date) -> str:
    """ "Thu 23 April", with the year where it could be taken for another one."""
    text = f"{dates.WEEKDAYS[day.weekday()][:3]} {day.day} {dates.MONTHS[day.month - 1]}"
    near = day.year == today.year and day <= today + dt.timedelta(days=1)
    return text if near else f"{text} {day.year}"


def moment_words(moment: Moment, now: dt.datetime) -> str:
    """The moment as the Met line shows it: "Thu 23 April, 15:40", "Thu 23 April" or "April 2026"."""
    local = moment.local
    if moment.precision is Precision.MONTH:
        return f"{dates.MONTHS[local.month - 1]} {local.year}"
    text = day_words(local.date(), now.date())
    return f"{text}, {local:%H:%M}" if moment.precision is Precision.MINUTE else text


def place_words(place: str) -> str:
    """The place after a moment: "at the SQLite sprint table", but plain "Berlin"."""
    return f"at {place}" if place[:1].islower() else place


def line(moment: Moment | None, place: str, now: dt.datetime) -> str:
    """The whole Met line. `now` is the wall-clock time at the place."""
    parts = [moment_words(moment, now)] if moment else []
    if place:
        parts.append(place_words(place))
    return ", ".join(parts)


def read(text: str, now: dt.datetime, zone: str) -> Read:
    """Take a typed Met line apart. `now` is the wall-clock time in `zone`; nothing typed is ever refused."""
    found = dates.take(one_line(text), now)
    place = one_line(_PLACE_LEAD.sub("", found.rest, count=1)).rstrip(" ,;–-")
    if found.at is not None:
        return Read(Moment(found.at, zone), place)
    if found.day is not None:
        if found.time is not None:
            return Read(Moment(dt.datetime.combine(found.day, found.time), zone), place)
        return Read(Moment(dt.datetime.combine(found.day, EVENING), zone, Precision.DAY), place)
    if found.month is not None:
        return Read(Moment(dt.datetime.combine(found.month, EVENING), zone, Precision.MONTH), place)
    if found.time is not None:
        at = dt.datetime.combine(now.date(), found.time)
        return Read(Moment(at if at <= now else at - dt.timedelta(days=1), zone), place)
    return Read(None, place)


def guess(now: dt.datetime, zone: str, event: Event | None) -> Moment:
    """When a new card was probably met: now, or the end of the event's latest day; `now` is aware.

    Taken as known only while the event runs.
    """
    if event is None or event.ends is None:
        return Moment(local_now(now, zone), zone, guess=True)
    there = event.zone or zone
    local = local_now(now, there)
    starts = event.starts or event.ends.replace(hour=0, minute=0)
    if starts <= local <= event.ends:
        return Moment(local, there)
    if local < starts:
        return Moment(local, there, guess=True)
    return Moment(event.ends.replace(second=0, microsecond=0), there, guess=True)


def read_due(text: str, today: dt.date) -> dt.date | None:
    """The day a promise is due, as typed: "Tuesday", "by 28 April", "in 2 weeks"; None when it says none."""
    found = dates.take(one_line(text), dt.datetime.combine(today, dt.time(12)), ahead=True)
    if found.at is not None:
        return found.at.date()
    if found.day is not None:
        return found.day
    if found.month is not None:
        following = (found.month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        return following - dt.timedelta(days=1)
    return None


def due_words(due: dt.date, today: dt.date) -> str:
    """ "by Tue 28 April"; the year is named when the date lies more than three months away."""
    text = f"by {dates.WEEKDAYS[due.weekday()][:3]} {due.day} {dates.MONTHS[due.month - 1]}"
    near = today - dt.timedelta(days=80) <= due <= today + dt.timedelta(days=270)
    return text if near else f"{text} {due.year}"


def stamp(at: dt.datetime, now: dt.datetime, precision: Precision = Precision.MINUTE) -> str:
    """A date for the timeline's narrow column; both wall-clock times. "Today 09:12", "Thu 15:40", "23 April"."""
    day, today = at.date(), now.date()
    if precision is Precision.MONTH:
        return f"{dates.MONTHS[at.month - 1][:3]} {at.year}"
    clock = f" {at:%H:%M}" if precision is Precision.MINUTE else ""
    if day == today:
        return f"Today{clock}"
    weekday = dates.WEEKDAYS[day.weekday()][:3]
    if 0 < (today - day).days < 7:
        return f"{weekday}{clock}" if clock else f"{weekday} {day.day}"
    if 0 < (day - today).days < 7:
        return f"{weekday} {day.day}"
    if day.year == today.year:
        return f"{day.day} {dates.MONTHS[day.month - 1]}"
    return f"{day.day} {dates.MONTHS[day.month - 1][:3]} {day.year}"
