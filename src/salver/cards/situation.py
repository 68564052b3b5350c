"""The situation of a note: a frozen snapshot of all that the etiquette may look at."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass, field

from salver.cards.card import Card, Sender
from salver.cards.meeting import Meeting
from salver.cards.note import Channel


class InvitationState(enum.StrEnum):
    """Where the link to a person stands, derived from dated activities."""

    NONE = "none"
    DRAFTED = "drafted"
    COPIED = "copied"
    SENT = "sent"
    ACCEPTED = "accepted"
    IGNORED = "ignored"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Invitation:
    """The state of the link and since when (aware, or None when it is not dated)."""

    state: InvitationState = InvitationState.NONE
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """Snapshot of card, meeting, sender, channel and time, with the facts the caller computed.

    The engine reads no clock: `send_at` is when the note is planned to go out, and `window` the send window
    around `meeting.met`; both are aware and None when not known, and then every rule on time is silent.
    """

    card: Card = field(default_factory=Card)
    meeting: Meeting = field(default_factory=Meeting)
    sender: Sender = field(default_factory=Sender)
    channel: Channel = Channel.INVITATION
    send_at: dt.datetime | None = None
    window: tuple[dt.datetime, dt.datetime] | None = None
    invitation: Invitation = field(default_factory=Invitation)
    notes_left: int | None = None
    others: tuple[str, ...] = ()
    """Texts of notes already written to other people."""
    known_names: tuple[str, ...] = ()
    """Names on other cards, for spelling and for telling whose name a note greets."""
    raw_link: str = ""
    """The profile address as it was given, whether or not it is one."""
