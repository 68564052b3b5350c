"""Days and hours in the words of the note pane. Pure; names of days are English, whatever the system's locale."""

from __future__ import annotations

import datetime as dt

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(at: dt.date, today: dt.date) -> str:
    """A day as people say it: today, yesterday, Tuesday, 3 April, 3 April 2024."""
    ago = (today - at).days
    if ago == 0:
        return "today"
    if ago == 1:
        return "yesterday"
    if ago == -1:
        return "tomorrow"
    if -7 < ago < 7:
        return WEEKDAYS[at.weekday()]
    return date(at, today)


def date(at: dt.date, today: dt.date) -> str:
    """A date, with its year when that is another one."""
    plain = f"{at.day} {MONTHS[at.month - 1]}"
    return plain if at.year == today.year else f"{plain} {at.year}"


def clock(at: dt.datetime) -> str:
    """The time on the wall, such as 15:40."""
    return f"{at:%H:%M}"


def span(length: dt.timedelta) -> str:
    """A length of time, rounded down: "5 h", "40 min", "1 min" at the least."""
    minutes = max(1, int(length.total_seconds() // 60))
    return f"{minutes // 60} h" if minutes >= 60 else f"{minutes} min"


def until(length: dt.timedelta) -> str:
    """How long until something, rounded up as in the list of people: "4 h" for three hours and a half."""
    minutes = max(1, -int(-length.total_seconds() // 60))
    return f"{-(-minutes // 60)} h" if minutes > 60 else f"{minutes} min"


def ago(length: dt.timedelta) -> str:
    """How long ago: "2 h ago", "3 days ago", "2 months ago"."""
    days = length.days
    if days < 1:
        return f"{span(length)} ago"
    for size, word in ((365, "year"), (30, "month"), (7, "week")):
        if days >= 2 * size:
            return f"{days // size} {word}s ago"
    return "1 day ago" if days == 1 else f"{days} days ago"
