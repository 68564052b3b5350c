"""What reading a file gives: cards with what hangs on them, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from salver.cards.card import Card
from salver.cards.event import Event
from salver.cards.meeting import Meeting
from salver.cards.note import Activity, Note

MEGABYTE = 1_000_000


class Unreadable(Exception):
    """A file that cannot be read at all; `sentence` is fit to be shown."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was not read. `card` and `line` count from 1 in the file, 0 where they say nothing."""

    message: str
    line: int = 0
    card: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One card of a file with what hangs on it.

    As in the store's bundles, `meeting_id` of a note and `note_id` of an activity count from 1 within the entry.
    `portrait` is a picture of the person as it came: bytes that nobody has decoded yet.
    """

    card: Card
    meetings: tuple[Meeting, ...] = ()
    notes: tuple[Note, ...] = ()
    activities: tuple[Activity, ...] = ()
    portrait: bytes = b""


@dataclass(frozen=True, slots=True)
class Read:
    """All that one file gave."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    events: tuple[Event, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of the pictures that cards name by their digest."""
    settings: Mapping[str, object] = field(default_factory=dict)
    dismissals: tuple[Mapping[str, object], ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards alone, in the order of the file."""
        return tuple(entry.card for entry in self.entries)

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings; only Salver's own JSON holds any."""
        return tuple(meeting for entry in self.entries for meeting in entry.meetings)
