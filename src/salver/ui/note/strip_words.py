"""What the send-window strip says, and where on its scale. Pure; the clock is passed in."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from salver.agenda.window import Kind, Timing, send_window, timing
from salver.cards.meeting import Meeting, Precision
from salver.cards.situation import Invitation
from salver.ui.note import days
from salver.ui.texts import NoteWords


@dataclass(frozen=True, slots=True)
class Strip:
    """One state of the strip. Fractions are of the scale, which ends at `1.0`; `has_bar` is False for words alone."""

    words: str
    kind: Kind = Kind.NONE
    opens: float = 0.0
    closes: float = 1.0
    now: float = 0.0
    met: str = ""
    opens_at: str = ""
    closes_at: str = ""
    until: str = ""
    """When it closes, with the day when that is not today: "15:40", "01:59 tomorrow"."""

    @property
    def has_bar(self) -> bool:
        """True while the window is open or still to come."""
        return self.kind in (Kind.LATER, Kind.OPEN)


AFTER = 4 / 24
"""How much of the scale is drawn beyond the close, as a share of the hours until it."""


def strip_of(
    meeting: Meeting,
    invitation: Invitation,
    now: dt.datetime,
    zone: dt.tzinfo,
    hours: tuple[float, float],
) -> Strip:
    """The strip of a meeting at `now`; times are told in `zone`, the one of this computer."""
    window = send_window(meeting.met, hours)
    met_at = meeting.met.aware() if meeting.met is not None and window is not None else None
    today = now.astimezone(zone).date()
    state = timing(met_at, invitation.state, invitation.at, now, hours)
    if state.kind is Kind.CONNECTED:
        since = days.day(state.since.astimezone(zone).date(), today) if state.since else ""
        return Strip(NoteWords.connected(since), Kind.CONNECTED)
    if state.kind is Kind.SENT and state.since is not None:
        return Strip(NoteWords.sent(days.day(state.since.astimezone(zone).date(), today), waiting=True), Kind.SENT)
    if met_at is None or window is None:
        return Strip(_undated(meeting))
    if state.kind is Kind.PAST:
        return Strip(NoteWords.still_welcome(days.ago(now - met_at)), Kind.PAST)
    opens, closes, met = (at.astimezone(zone) for at in (window.opens, window.closes, met_at))
    return Strip(
        _words(state, now, opens, closes),
        state.kind,
        opens=state.opens_at / (1 + AFTER),
        closes=1 / (1 + AFTER),
        now=state.fraction / (1 + AFTER),
        met=NoteWords.met(_hour(met, meeting)),
        opens_at=NoteWords.from_clock(days.clock(opens)),
        closes_at=days.clock(closes),
        until=days.clock(closes)
        if closes.date() == today
        else f"{days.clock(closes)} {days.day(closes.date(), today)}",
    )


def _words(state: Timing, now: dt.datetime, opens: dt.datetime, closes: dt.datetime) -> str:
    if state.kind is Kind.LATER:
        return NoteWords.opens_in(days.until(opens - now), days.clock(opens))
    return NoteWords.open_until(days.span(closes - now), days.clock(closes))


def _hour(met: dt.datetime, meeting: Meeting) -> str:
    exact = meeting.met is not None and meeting.met.precision is Precision.MINUTE
    return days.clock(met) if exact else days.WEEKDAYS[met.weekday()]


def _undated(meeting: Meeting) -> str:
    if meeting.met is None:
        return NoteWords.NO_DATE
    return NoteWords.met_in(days.MONTHS[meeting.met.local.month - 1])
