"""A note to spare.

*What it does*
Says so when no personal note, or only the last, is left this month on a free account.

*Why it matters*
LinkedIn gives free accounts a handful of personal notes a month. They do most good with people who need reminding;
a colleague takes a blank invitation, and a message when it is accepted.

*When it is fine*
When this is the person to spend it on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """No note left; or the last one, spent on somebody who needs none."""
    situation = reading.situation
    left = situation.notes_left
    if left is None or situation.channel is not Channel.INVITATION or situation.sender.plan == "premium":
        return
    if left == 0:
        yield Hit("No note left this month", None, "Invite without one, and write when they accept.")
    elif left == 1 and situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE):
        yield Hit("The last note this month", None, "They know you anyway: a blank invitation does here.")


RULE = Rule(
    id="note-budget",
    title="A note to spare",
    severity=Severity.WARNING,
    find=find,
    source="LinkedIn help on invitations and their limits",
    bad=(
        Bad("Hi Ana, is the goat home?", situation=replace(MET, notes_left=0)),
        Bad("Hi Ana, is the goat home?", situation=replace(FRIEND, notes_left=1)),
    ),
    good=(
        Good("Hi Ana, is the goat home?", replace(MET, notes_left=1)),
        Good("Hi Ana, is the goat home?", MET),
    ),
)
