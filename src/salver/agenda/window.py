"""The send window: the hours after a meeting in which an invitation is fresh but not breathless.

Source of the default of 4 to 24 hours: the etiquette Salver is built on. It is advice and a setting; no study
supports the exact hours.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

from salver.cards.meeting import Moment, Precision
from salver.cards.situation import InvitationState

DEFAULT_HOURS = (4, 24)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of elapsed time; both ends aware."""

    opens: dt.datetime
    closes: dt.datetime

    def holds(self, at: dt.datetime) -> bool:
        """True while `at` lies within the window, its ends included."""
        return self.opens <= at <= self.closes


class Kind(enum.StrEnum):
    """What a list has to say of a card's timing."""

    LATER = "later"
    OPEN = "open"
    PAST = "past"
    SENT = "sent"
    CONNECTED = "connected"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Timing:
    """Where `now` stands on the scale of a card.

    `fraction` runs from 0 (met) to 1 (the window closes); `until` is the next bound (opening or closing) and
    `since` the meeting, the sending or the acceptance, by `kind`.
    """

    kind: Kind
    fraction: float = 0.0
    opens_at: float = 0.0
    until: dt.datetime | None = None
    since: dt.datetime | None = None


def window_from(met_at: dt.datetime, hours: tuple[float, float] = DEFAULT_HOURS) -> Window:
    """The window after an aware moment, counted in elapsed hours whatever the clocks do meanwhile."""
    start = met_at.astimezone(dt.UTC)
    return Window(start + dt.timedelta(hours=hours[0]), start + dt.timedelta(hours=hours[1]))


def send_window(moment: Moment | None, hours: tuple[float, float] = DEFAULT_HOURS) -> Window | None:
    """The window of a meeting; None when its time is unknown or known to the month only."""
    if moment is None or moment.precision is Precision.MONTH:
        return None
    return window_from(moment.aware(), hours)


def timing(
    met_at: dt.datetime | None,
    state: InvitationState,
    state_at: dt.datetime | None,
    now: dt.datetime,
    hours: tuple[float, float] = DEFAULT_HOURS,
) -> Timing:
    """What to say of a card at `now`: the invitation's state first, else its place in the send window.

    `met_at` is aware and None when the meeting has no send window.
    """
    if state is InvitationState.ACCEPTED:
        return Timing(Kind.CONNECTED, since=state_at)
    if state is InvitationState.SENT:
        return Timing(Kind.SENT, since=state_at)
    if met_at is None:
        return Timing(Kind.NONE)
    window = window_from(met_at, hours)
    scale = max(hours[1], 0.1) * 3600
    fraction = min(1.0, max(0.0, (now - met_at).total_seconds() / scale))
    opens_at = hours[0] / max(hours[1], 0.1)
    if now < window.opens:
        return Timing(Kind.LATER, fraction, opens_at, until=window.opens, since=met_at)
    if now < window.closes:
        return Timing(Kind.OPEN, fraction, opens_at, until=window.closes, since=met_at)
    return Timing(Kind.PAST, 1.0, opens_at, since=met_at)


def planned_send(now: dt.datetime, window: Window | None) -> dt.datetime:
    """When a note is taken to go out: now, or the opening of the window if that is later."""
    return max(now, window.opens) if window else now
