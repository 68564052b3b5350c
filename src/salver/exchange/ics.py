"""Dates worth keeping to iCalendar: promises that are due, and days on which a word would be due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from salver.cards.card import Card
from salver.cards.meeting import By, Meeting
from salver.exchange.writer import escape, folded


@dataclass(frozen=True, slots=True)
class Day:
    """A whole day with a reason. `uid` stays the same in every export, so that a calendar replaces what it has."""

    uid: str
    date: dt.date
    summary: str


def days(card: Card, meetings: Iterable[Meeting], last_contact_at: dt.datetime | None) -> list[Day]:
    """The open promises of a card that have a date, and the day by which to keep in touch. Nothing private."""
    name = card.shown_name or "somebody"
    found = []
    for meeting in meetings:
        for number, promise in enumerate(meeting.promises, 1):
            if promise.due is None or promise.done_at is not None:
                continue
            who = f"For {name}" if promise.by is By.ME else f"From {name}"
            found.append(Day(f"promise-{meeting.uid}-{number}", promise.due, f"{who}: {promise.text}"))
    if card.cadence_days and last_contact_at is not None:
        due = last_contact_at.date() + dt.timedelta(days=min(card.cadence_days, 36_500))
        found.append(Day(f"touch-{card.uid}", due, f"A word with {name}"))
    return found


def write(found: Iterable[Day], now: dt.datetime) -> str:
    """The days as one calendar; `now` (aware) is its time stamp. Source: RFC 5545."""
    stamp = now.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Salver//Salver//EN", "CALSCALE:GREGORIAN"]
    for day in sorted(found, key=lambda d: (d.date, d.uid)):
        lines += (
            "BEGIN:VEVENT",
            f"UID:{escape(day.uid)}@salver",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day.date:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day.date + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escape(' '.join(day.summary.split()))}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )
    return "".join(folded(line) for line in [*lines, "END:VCALENDAR"])
