"""You are linked.

*What it does*
Says so when an invitation is written to somebody who has accepted one.

*Why it matters*
A message has forty times the room, and costs no note.

*When it is fine*
In a message.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from salver.cards.note import Channel
from salver.cards.situation import Invitation, InvitationState
from salver.etiquette.examples import MESSAGE, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_LINKED = Invitation(InvitationState.ACCEPTED)


def find(reading: Reading) -> Iterable[Hit]:
    """An invitation to a connection."""
    situation = reading.situation
    if situation.channel is Channel.INVITATION and situation.invitation.state is InvitationState.ACCEPTED:
        yield Hit("You are linked already", None, "Write it as a message; there is more room.")


RULE = Rule(
    id="already-connected",
    title="You are linked",
    severity=Severity.HINT,
    find=find,
    source="Good manners in letters",
    bad=(Bad("Hi Ana, is the goat home?", situation=replace(MET, invitation=_LINKED)),),
    good=(Good("Hi Ana, is the goat home?", replace(MESSAGE, invitation=_LINKED)),),
)
