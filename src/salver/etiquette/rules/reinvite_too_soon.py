"""LinkedIn would refuse.

*What it does*
Says so when an invitation is still waiting, or was withdrawn less than three weeks ago.

*Why it matters*
LinkedIn takes no new invitation to the same person until then.

*When it is fine*
In a message or an e-mail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from salver.cards.invitation import REINVITE_AFTER
from salver.cards.note import Channel
from salver.cards.situation import Invitation, InvitationState
from salver.etiquette.examples import MET, after
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """A second invitation that cannot go out."""
    situation = reading.situation
    invitation = situation.invitation
    if situation.channel is not Channel.INVITATION:
        return
    if invitation.state is InvitationState.SENT:
        yield Hit("Your invitation is still waiting", None, "LinkedIn takes no second one. An e-mail might reach them.")
    if invitation.state is InvitationState.WITHDRAWN and invitation.at and situation.send_at:
        free = invitation.at + REINVITE_AFTER
        if situation.send_at < free:
            yield Hit(
                f"Possible again on {free.day} {free:%B}", None, "LinkedIn waits three weeks after one was withdrawn."
            )


def _with(state: InvitationState, days: int) -> Invitation:
    return Invitation(state, after(0) - dt.timedelta(days=days))


RULE = Rule(
    id="reinvite-too-soon",
    title="LinkedIn would refuse",
    severity=Severity.ERROR,
    find=find,
    source="LinkedIn help on invitations and their limits",
    bad=(
        Bad("Hi Ana, is the goat home?", situation=replace(MET, invitation=_with(InvitationState.WITHDRAWN, 5))),
        Bad("Hi Ana, is the goat home?", situation=replace(MET, invitation=_with(InvitationState.SENT, 1))),
    ),
    good=(
        Good("Hi Ana, is the goat home?", replace(MET, invitation=_with(InvitationState.WITHDRAWN, 40))),
        Good("Hi Ana, is the goat home?", MET),
    ),
)
