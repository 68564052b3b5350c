"""What the store answers with: what changed, a row of the list, and what a list is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from salver.cards.card import Card
from salver.cards.meeting import Meeting
from salver.cards.note import Activity, Note
from salver.cards.situation import InvitationState

Clock = Callable[[], dt.datetime]
"""Tells the present moment, aware and in UTC."""


@dataclass(frozen=True, slots=True)
class Changed:
    """The ids a write touched; a new row's id stands first. `label` names the step that undo would take back."""

    cards: tuple[int, ...] = ()
    meetings: tuple[int, ...] = ()
    notes: tuple[int, ...] = ()
    events: tuple[int, ...] = ()
    settings: bool = False
    label: str = ""
    everything: bool = False

    def __or__(self, other: Changed) -> Changed:
        return Changed.union((self, other))

    @staticmethod
    def union(several: Iterable[Changed]) -> Changed:
        """All that several writes touched; its cost grows with their number alone."""
        parts = list(several)
        return Changed(
            tuple(dict.fromkeys(i for part in parts for i in part.cards)),
            tuple(dict.fromkeys(i for part in parts for i in part.meetings)),
            tuple(dict.fromkeys(i for part in parts for i in part.notes)),
            tuple(dict.fromkeys(i for part in parts for i in part.events)),
            any(part.settings for part in parts),
            next((part.label for part in parts if part.label), ""),
            any(part.everything for part in parts),
        )


@dataclass(frozen=True, slots=True)
class Filter:
    """Which people a list shows.

    `kind` is to_send, waiting, in_touch, everyone, event (with `event_id`) or tag (with `tag`). A `text` narrows
    the kind by search. `now` and `window_h` (hours after meeting) order the kind to_send.
    """

    kind: str = "everyone"
    text: str = ""
    event_id: int | None = None
    tag: str = ""
    now: dt.datetime | None = None
    window_h: tuple[int, int] = (4, 24)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list of people. Times are aware and in UTC."""

    id: int
    name: str = ""
    first_name: str = ""
    title: str = ""
    company: str = ""
    initials: str = ""
    letter: str = "#"
    met_at: dt.datetime | None = None
    """Of the latest meeting that has a send window."""
    met_precision: str = ""
    state: InvitationState = InvitationState.NONE
    state_at: dt.datetime | None = None
    event: str = ""
    tags: tuple[str, ...] = ()
    cadence_days: int | None = None
    last_contact_at: dt.datetime | None = None
    next_promise_due: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """A card with everything that hangs on it: what an import adds and an export takes.

    Ids inside are ignored when it is added; `note_id` of an activity and `meeting_id` of a note then count
    from 1 within the bundle (0 or None for none).
    """

    card: Card
    meetings: tuple[Meeting, ...] = ()
    notes: tuple[Note, ...] = ()
    activities: tuple[Activity, ...] = ()


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding the person does not want to see again: for one note, one card, or everywhere when both are None."""

    rule: str
    card_id: int | None = None
    note_id: int | None = None
    fingerprint: str = ""
    id: int = 0
    created_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What forgetting a person did and what is left for the person to decide."""

    uid: str
    changed: Changed
    backups_that_still_hold: tuple[Path, ...] = ()
    mentioned_on: tuple[int, ...] = ()
    """Other cards whose own words still hold the name."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the data folder. `ok` is what its checksum says; `verify` looks deeper."""

    path: Path
    made_at: dt.datetime
    reason: str = ""
    ok: bool = True
    number: int = field(default=0, compare=False)
