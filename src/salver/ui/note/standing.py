"""Where a note stands: being written, copied, sent, and what came of it. Pure, from the dated activities."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable
from dataclasses import dataclass

from salver.cards.invitation import NO_ANSWER_AFTER, may_reinvite_at
from salver.cards.note import Activity, Channel, Deed, Note
from salver.cards.situation import Invitation, InvitationState


class Stage(enum.StrEnum):
    """What the foot of the note pane offers."""

    WRITING = "writing"
    ASKING = "asking"
    """Copied; was it sent?"""
    WAITING = "waiting"
    CONNECTED = "connected"
    NO_ANSWER = "no answer"
    WITHDRAWN = "withdrawn"
    DONE = "done"
    """A message, e-mail or reply that was sent."""

    @property
    def is_writable(self) -> bool:
        """True while the text may still change."""
        return self in (Stage.WRITING, Stage.ASKING)


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage and since when; `free_at` is when LinkedIn takes a new invitation, or *no answer* may be said."""

    stage: Stage = Stage.WRITING
    since: dt.datetime | None = None
    free_at: dt.datetime | None = None


_BY_STATE = {
    InvitationState.SENT: Stage.WAITING,
    InvitationState.ACCEPTED: Stage.CONNECTED,
    InvitationState.IGNORED: Stage.NO_ANSWER,
    InvitationState.WITHDRAWN: Stage.WITHDRAWN,
}


def standing(note: Note, activities: Iterable[Activity], invitation: Invitation) -> Standing:
    """Where `note` stands. An invitation sent from elsewhere counts too, if the note is older than that."""
    own = sorted((a for a in activities if note.id and a.note_id == note.id), key=lambda a: (a.at, a.id))
    sent = [a for a in own if a.deed is Deed.SENT]
    if note.channel is not Channel.INVITATION:
        return Standing(Stage.DONE, sent[-1].at) if sent else _unsent(note, own)
    stage = _BY_STATE.get(invitation.state)
    if stage is not None and (sent or _is_older(note, invitation.at)):
        free = may_reinvite_at(invitation)
        if stage is Stage.WAITING and invitation.at is not None:
            free = invitation.at + NO_ANSWER_AFTER
        return Standing(stage, invitation.at, free)
    return _unsent(note, own)


def _is_older(note: Note, at: dt.datetime | None) -> bool:
    return bool(note.id) and note.created_at is not None and at is not None and note.created_at < at


def _unsent(note: Note, own: list[Activity]) -> Standing:
    last = own[-1] if own else None
    if last is not None and last.deed is Deed.COPIED and (note.changed_at is None or note.changed_at <= last.at):
        return Standing(Stage.ASKING, last.at)
    return Standing(Stage.WRITING)


def channel_for(invitation: Invitation) -> Channel:
    """What a new note begins as: an invitation, or a message once they accepted."""
    return Channel.MESSAGE if invitation.state is InvitationState.ACCEPTED else Channel.INVITATION


def is_for_later(note: Note, activities: Iterable[Activity]) -> bool:
    """True for the message that a split set aside: nothing has been done with it yet."""
    is_set_aside = note.channel is Channel.MESSAGE and bool(note.text.strip())
    return is_set_aside and not any(a.note_id == note.id for a in activities)


def first_shown(notes: Iterable[Note], activities: Iterable[Activity], invitation: Invitation) -> Note | None:
    """The latest note with words in it; a message set aside waits until they have accepted."""
    written = [note for note in notes if note.text.strip()]
    done = tuple(activities)
    if invitation.state is not InvitationState.ACCEPTED:
        written.sort(key=lambda note: is_for_later(note, done))
    return written[0] if written else None
