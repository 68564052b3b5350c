"""Moments and sizes in words."""

from __future__ import annotations

import datetime as dt

from salver.cards.meeting import zone_of
from salver.ui.note import days


def when(at: dt.datetime, now: dt.datetime, zone: str) -> str:
    """An aware moment as people say it here: "today at 10:40", "Tuesday at 9:05", "3 April 2024 at 12:00"."""
    here = at.astimezone(zone_of(zone))
    return f"{days.day(here.date(), now.astimezone(zone_of(zone)).date())} at {days.clock(here)}"


def size(number: int) -> str:
    """A number of bytes: "640 kB", "1.2 MB"; 1 kB is 1,000 bytes."""
    if number < 1_000_000:
        return f"{max(1, round(number / 1_000)):,} kB"
    return f"{number / 1_000_000:,.1f} MB"
