"""The state of an invitation, derived from what happened and never stored by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter

from salver.cards.note import Activity, Channel, Deed
from salver.cards.situation import Invitation, InvitationState

NO_ANSWER_AFTER = dt.timedelta(days=30)
"""When *no answer* is offered for an invitation that was sent."""
REINVITE_AFTER = dt.timedelta(days=21)
"""How long LinkedIn refuses a new invitation after one was withdrawn. Source: research 1.1, help page a551012."""

_STATES = {
    Deed.DRAFTED: InvitationState.DRAFTED,
    Deed.COPIED: InvitationState.COPIED,
    Deed.SENT: InvitationState.SENT,
    Deed.ACCEPTED: InvitationState.ACCEPTED,
    Deed.IGNORED: InvitationState.IGNORED,
    Deed.WITHDRAWN: InvitationState.WITHDRAWN,
}
_NOTHING_YET = Invitation()
_IN_TIME = attrgetter("at", "id")
_BEGINNINGS = frozenset({Deed.DRAFTED, Deed.COPIED})
_OPEN = frozenset({InvitationState.NONE, InvitationState.DRAFTED, InvitationState.COPIED})


def derive(activities: Iterable[Activity]) -> Invitation:
    """Where the link stands after all `activities`, in order of time.

    Accepted stays accepted. Drafting or copying does not take back an invitation that is out; after one was
    ignored or withdrawn it begins a new round. Deeds on messages and e-mails say nothing of the invitation.
    """
    current = _NOTHING_YET
    for activity in sorted(activities, key=_IN_TIME):
        state = _STATES.get(activity.deed)
        if state is None or current.state is InvitationState.ACCEPTED:
            continue
        about_invitation = activity.channel in (None, Channel.INVITATION)
        if not about_invitation and activity.deed is not Deed.ACCEPTED:
            continue
        if activity.deed in _BEGINNINGS and current.state is InvitationState.SENT:
            continue
        if activity.deed is Deed.DRAFTED and current.state is InvitationState.COPIED:
            continue
        current = Invitation(state, activity.at)
    return current


def is_open(state: InvitationState) -> bool:
    """True while an invitation could still be written and sent."""
    return state in _OPEN


def may_reinvite_at(invitation: Invitation) -> dt.datetime | None:
    """When LinkedIn takes a new invitation again after a withdrawn one; None when nothing stands in the way."""
    if invitation.state is InvitationState.WITHDRAWN and invitation.at is not None:
        return invitation.at + REINVITE_AFTER
    return None
