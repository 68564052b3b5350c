"""Some days have passed.

*What it does*
Says so when a note goes out more than three days after the meeting (three times your send window) as if it were
the next morning.

*Why it matters*
The memory fades, so a late note needs a stronger reminder. It is welcome all the same: people are gladder to hear
from us late than we fear.

*When it is fine*
When the note says itself that some time has passed, and between friends and colleagues.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.cards.situation import InvitationState
from salver.etiquette import when
from salver.etiquette.examples import MET, sent
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """A sending clearly after the window, in a note that does not say so."""
    situation = reading.situation
    gone = when.since_meeting(situation)
    met = situation.meeting.met
    if gone is None or met is None or situation.window is None or situation.channel is Channel.REPLY:
        return
    if situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE) or situation.invitation.state is InvitationState.ACCEPTED:
        return
    closes = situation.window[1].astimezone(dt.UTC) - met.aware().astimezone(dt.UTC)
    if gone > 3 * closes and not when.admits_delay(reading):
        yield Hit(f"{gone.days} days ago, still welcome", None, "A word on the time that passed helps them place you.")


RULE = Rule(
    id="too-late",
    title="Some days after you met",
    severity=Severity.HINT,
    find=find,
    source="Research on late contact: it is more welcome than senders fear",
    bad=(
        Bad("Hi Ana, which flaky test was it?", situation=sent(24 * 9)),
        Bad("Hi Ana, you said the flaky tests go in December. Who presses the key?", situation=sent(24 * 9)),
    ),
    good=(
        Good("Hi Ana, which flaky test was it?", MET),
        Good("Hi Ana, three weeks late because my bag went to Oslo. Which flaky test was it?", sent(24 * 21)),
        Good("Hi Ana, I still laugh about your talk in April. Which flaky test was it?", sent(24 * 40)),
    ),
)
