"""What the timeline says: meetings, notes, promises and deeds turned into rows. No Qt here."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from salver.cards.event import Event
from salver.cards.meeting import By, Meeting, Precision, Promise
from salver.cards.note import Activity, Channel, Deed, Note, limit
from salver.cards.units import for_clipboard, utf16_length
from salver.ui.card import dates, when
from salver.ui.texts import CardWords

_TOLD_OF_A_NOTE = 160
"""Characters of a sent note that its row shows."""


class Kind(enum.StrEnum):
    """What a row stands for."""

    PROMISE = "promise"
    MEETING = "meeting"
    DEED = "deed"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a short date, an icon, a title with a line under it, and what it leads to."""

    kind: Kind
    date: str
    icon: str
    title: str
    detail: str = ""
    open: bool = False
    """True for a promise that is still open: drawn in the accent, and first."""
    meeting_id: int = 0
    activity_id: int = 0
    at: dt.datetime | None = None

    @property
    def spoken(self) -> str:
        """The whole row for a screen reader."""
        return ", ".join(p for p in (self.date, self.title, self.detail) if p)


_ICONS = {
    Deed.DRAFTED: "ph.note-pencil",
    Deed.COPIED: "ph.copy",
    Deed.SENT: "ph.paper-plane-tilt",
    Deed.ACCEPTED: "ph.handshake",
    Deed.CALLED: "ph.chat-circle",
    Deed.WROTE: "ph.chat-circle",
    Deed.PHOTOGRAPHED: "ph.camera",
}
_STEPS = (Deed.DRAFTED, Deed.COPIED, Deed.SENT)


def _due(promise: Promise, meeting: Meeting, today: dt.date) -> Entry:
    due = promise.due
    detail, date = CardWords.DUE_NONE, ""
    if due is not None:
        away = (due - today).days
        words = dates.WEEKDAYS[due.weekday()] if 1 < away < 7 else when.due_words(due, today).removeprefix("by ")
        words = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(away, words)
        detail = CardWords.due(words, -away)
        date = when.stamp(
            dt.datetime.combine(due, when.EVENING), dt.datetime.combine(today, when.EVENING), Precision.DAY
        )
    title = CardWords.promise(promise.text, promise.by is By.ME)
    return Entry(Kind.PROMISE, date, "ph.flag", title, detail, True, meeting.id)


def _promises(meetings: Iterable[Meeting], today: dt.date) -> list[Entry]:
    still = [(p, m) for m in meetings for p in m.promises if p.done_at is None and p.text]
    still.sort(key=lambda pair: pair[0].due or dt.date.max)
    return [_due(promise, meeting, today) for promise, meeting in still]


def _meeting(meeting: Meeting, now: dt.datetime, places: dict[str, str]) -> Entry:
    moment = meeting.met
    event_place = places.get(meeting.event, "")
    where = ", ".join(p for p in (meeting.event, event_place) if p)
    through = CardWords.introduced_by(meeting.introduced_by.name) if meeting.introduced_by else ""
    detail = ". ".join(p for p in (where, through) if p)
    date = when.stamp(moment.local, now, moment.precision) if moment else ""
    place = when.place_words(meeting.place) if meeting.place else ""
    at = moment.aware().astimezone(dt.UTC) if moment else meeting.created_at
    return Entry(
        Kind.MEETING, date, "ph.handshake", CardWords.met(place, meeting.tie.value), detail, False, meeting.id, 0, at
    )


def _deed(activity: Activity, notes: dict[int, Note], now: dt.datetime, zone: str, plan: str) -> Entry:
    note = notes.get(activity.note_id or 0)
    channel = activity.channel or (note.channel if note else Channel.INVITATION)
    title = CardWords.SINGLE.get(activity.deed.value, "")
    if not title:
        title = f"{CardWords.CHANNELS[channel.value]} {CardWords.DEEDS[activity.deed.value]}"
    detail = activity.detail
    if note is not None and activity.deed in (Deed.DRAFTED, Deed.COPIED):
        length = utf16_length(for_clipboard(note.text))
        detail = CardWords.draft_length(length, limit(channel, plan), activity.deed is Deed.COPIED)
    elif note is not None and activity.deed is Deed.SENT:
        detail = _beginning(note.text)
    stamp = when.stamp(when.local_now(activity.at, zone), now)
    icon = _ICONS.get(activity.deed, "ph.note-pencil")
    return Entry(Kind.DEED, stamp, icon, title, detail, False, 0, activity.id, activity.at)


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TOLD_OF_A_NOTE else line[: _TOLD_OF_A_NOTE - 1].rstrip(" ,;:") + "…"


def _latest_steps(activities: Iterable[Activity]) -> list[Activity]:
    """Of drafted, copied and sent only the last step of each note: the others say nothing more."""
    kept: list[Activity] = []
    furthest: dict[int, Activity] = {}
    for activity in activities:
        if activity.note_id is None or activity.deed not in _STEPS:
            kept.append(activity)
            continue
        before = furthest.get(activity.note_id)
        if before is None or _STEPS.index(activity.deed) >= _STEPS.index(before.deed):
            furthest[activity.note_id] = activity
    return kept + list(furthest.values())


def timeline(
    meetings: Sequence[Meeting],
    notes: Sequence[Note],
    activities: Sequence[Activity],
    events: Sequence[Event],
    now: dt.datetime,
    zone: str,
    plan: str = "free",
) -> tuple[Entry, ...]:
    """All rows: open promises first (soonest due first), then everything else, latest first.

    `now` is aware; dates are shown in `zone`, meetings at their own place. `plan` decides how long an invitation
    may be.
    """
    here = when.local_now(now, zone)
    by_id = {note.id: note for note in notes}
    places = {event.name: event.place for event in events if event.place}
    rows = [_meeting(m, when.local_now(now, m.met.zone) if m.met else here, places) for m in meetings]
    rows += [_deed(a, by_id, here, zone, plan) for a in _latest_steps(activities) if a.deed is not Deed.NOT_NOW]
    for meeting in meetings:
        for promise in meeting.promises:
            if promise.done_at is not None and promise.text:
                stamp = when.stamp(when.local_now(promise.done_at, zone), here)
                title = CardWords.promise(promise.text, promise.by is By.ME)
                rows.append(
                    Entry(Kind.KEPT, stamp, "ph.check", title, CardWords.KEPT, False, meeting.id, 0, promise.done_at)
                )
    oldest = dt.datetime.min.replace(tzinfo=dt.UTC)
    rows.sort(key=lambda row: row.at or oldest, reverse=True)
    return (*_promises(meetings, here.date()), *rows)
