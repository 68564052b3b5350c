"""A note: a message being written to a card, and what happened to it."""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass

MESSAGE_LIMIT = 8_000
"""UTF-16 units of a message to a connection. Source: research on LinkedIn's limits, 1.1 (medium confidence)."""
INVITATION_LIMITS = {"free": 200, "premium": 300}
"""UTF-16 units of an invitation by plan. Source: the same table (high confidence)."""


class Channel(enum.StrEnum):
    """What kind of message a note is. `reply` answers somebody who added you."""

    INVITATION = "invitation"
    MESSAGE = "message"
    EMAIL = "email"
    REPLY = "reply"


def limit(channel: Channel, plan: str) -> int | None:
    """The most UTF-16 units the channel takes; None for e-mail, which has no limit."""
    if channel is Channel.INVITATION:
        return INVITATION_LIMITS.get(plan, INVITATION_LIMITS["free"])
    if channel is Channel.EMAIL:
        return None
    return MESSAGE_LIMIT


@dataclass(frozen=True, slots=True)
class Note:
    """A message to one person, in the state it was last typed."""

    id: int = 0
    uid: str = ""
    card_id: int = 0
    meeting_id: int | None = None
    channel: Channel = Channel.INVITATION
    text: str = ""
    created_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None


class Deed(enum.StrEnum):
    """What an activity records."""

    DRAFTED = "drafted"
    COPIED = "copied"
    SENT = "sent"
    ACCEPTED = "accepted"
    IGNORED = "ignored"
    WITHDRAWN = "withdrawn"
    NOT_NOW = "not_now"
    CALLED = "called"
    WROTE = "wrote"
    POSITION_CHANGED = "position_changed"
    PHOTOGRAPHED = "photographed"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Activity:
    """A dated thing that happened between you and a card. Times are aware and in UTC."""

    deed: Deed
    at: dt.datetime
    card_id: int = 0
    note_id: int | None = None
    channel: Channel | None = None
    detail: str = ""
    by_import: bool = False
    id: int = 0
