"""A meeting: when, where and how you met, and what was said. It is the back of the card."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, replace


class Precision(enum.StrEnum):
    """How exactly the time of a meeting is known. Only minute and day have a send window."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"


class Tie(enum.StrEnum):
    """How the two people know each other. `heard` (only heard them speak) is treated like `stranger`."""

    MET = "met"
    INTRODUCED = "introduced"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    HEARD = "heard"
    STRANGER = "stranger"
    UNKNOWN = "unknown"

    @property
    def has_not_met(self) -> bool:
        """True where a note must say who the writer is."""
        return self in (Tie.HEARD, Tie.STRANGER)


class Told(enum.StrEnum):
    """Whether they were told that an invitation would come."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class By(enum.StrEnum):
    """Who gave a promise."""

    ME = "me"
    THEM = "them"


@dataclass(frozen=True, slots=True)
class Moment:
    """When a meeting was: wall-clock time at the place, its zone, how exact it is, and whether it is a guess.

    `local` carries no zone of its own; a day counts as 18:00 at the place.
    """

    local: dt.datetime
    zone: str = "UTC"
    precision: Precision = Precision.MINUTE
    guess: bool = False

    def aware(self) -> dt.datetime:
        """The moment with its zone; UTC when the zone's name is not known to this computer."""
        local = self.local
        if self.precision is not Precision.MINUTE:
            local = local.replace(hour=18, minute=0, second=0, microsecond=0)
        return local.replace(tzinfo=zone_of(self.zone))


def zone_of(name: str) -> dt.tzinfo:
    """The zone of an IANA name, UTC for one that cannot be found."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # Slow to load, and most checks have no time to place.

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return dt.UTC


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person named on a card: an introducer or a friend in common, with their own card when there is one."""

    name: str
    card_id: int | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Something one of the two said they would do."""

    text: str
    by: By = By.ME
    due: dt.date | None = None
    done_at: dt.datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting with the person of a card. A note belongs to the meeting it was begun for."""

    id: int = 0
    uid: str = ""
    card_id: int = 0
    event_id: int | None = None
    event: str = ""
    """Name of the event, also when it has no row of its own."""
    place: str = ""
    met: Moment | None = None
    tie: Tie = Tie.UNKNOWN
    introduced_by: PersonRef | None = None
    topics: tuple[str, ...] = ()
    their_words: str = ""
    friends: tuple[PersonRef, ...] = ()
    hook: str = ""
    promises: tuple[Promise, ...] = ()
    told: Told = Told.UNKNOWN
    private: tuple[str, ...] = ()
    """Lines never to leave this file but in JSON exports and backups."""
    created_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None

    @property
    def is_blank(self) -> bool:
        """True while the back holds nothing but when and where."""
        empty = Meeting()
        return (
            self.introduced_by is None
            and not (self.topics or self.their_words or self.friends or self.hook or self.promises or self.private)
            and self.told is empty.told
        )

    def with_promise(self, promise: Promise) -> Meeting:
        """The meeting with one more promise at its end."""
        return replace(self, promises=(*self.promises, promise))
