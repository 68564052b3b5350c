"""While they still hold your hand.

*What it does*
Says so when a note is planned within two hours of the meeting (half of the time until your send window opens).

*Why it matters*
An invitation that arrives before they are out of the room feels like breath down the neck. Some hours later the
memory is fresh and the phone is at rest. No study supports the exact hours: it is advice.

*When it is fine*
When they asked to be added on the spot, or in a message to somebody you are linked with.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.cards.situation import InvitationState
from salver.etiquette import when
from salver.etiquette.examples import MET, sent
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_ASKED = Phrases("too-early", "asked")


def find(reading: Reading) -> Iterable[Hit]:
    """A sending clearly before the window."""
    situation = reading.situation
    gone = when.since_meeting(situation)
    met = situation.meeting.met
    if gone is None or met is None or situation.window is None or situation.channel is Channel.REPLY:
        return
    if situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE) or situation.invitation.state is InvitationState.ACCEPTED:
        return
    opens = situation.window[0].astimezone(dt.UTC) - met.aware().astimezone(dt.UTC)
    if dt.timedelta(0) <= gone < opens / 2 and not _ASKED.within(reading.flow, reading.language):
        yield Hit("They may still be in the room", None, "A few hours later it will be more welcome.")


RULE = Rule(
    id="too-early",
    title="Very soon after you met",
    severity=Severity.HINT,
    find=find,
    source="The etiquette of adding people: four to twenty-four hours later",
    bad=(Bad("Hi Ana, which flaky test was it?", situation=sent(0.5)),),
    good=(
        Good("Hi Ana, which flaky test was it?", MET),
        Good("Hi Ana, you asked me to add you before I forget. Which flaky test was it?", sent(0.5)),
    ),
)
