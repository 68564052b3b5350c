"""A reply that ends the talk.

*What it does*
In a reply to a stranger who added you, looks for a question.

*Why it matters*
Ask them to tell you more about themselves: it costs one line, and you learn why they came.

*When it is fine*
When you know them after all: change the tie on the card.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import hooks
from salver.etiquette.examples import MET, REPLY
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_TELL = Phrases("reply-without-question", "tell")


def find(reading: Reading) -> Iterable[Hit]:
    """A reply without anything to answer."""
    situation = reading.situation
    if situation.channel is not Channel.REPLY or situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE, Tie.MET):
        return
    if "?" in reading.text or hooks.of(reading).is_there or _TELL.first(reading):
        return
    fixes: tuple[Fix, ...] = ()
    if reading.english:
        at = reading.words[reading.closing].start if reading.closing < len(reading.words) else len(reading.text)
        text = reading.text[:at].rstrip()
        mark = "" if text[-1:] in ".!?" else "."
        ask = f"{mark} What made you look me up?"
        fixes = (Fix("Ask what brought them", (Edit(len(text), len(text), ask),)),)
    yield Hit("They would like to be asked", None, "“Tell me a little more about yourself” does it.", fixes)


RULE = Rule(
    id="reply-without-question",
    title="A reply that ends the talk",
    severity=Severity.HINT,
    find=find,
    source="The etiquette of adding people: ask them about themselves",
    bad=(
        Bad(
            "Thank you for the invitation, Ana.",
            (),
            "Thank you for the invitation, Ana. What made you look me up?",
            REPLY,
        ),
    ),
    good=(
        Good("Thank you for the invitation, Ana. I would be glad to hear more about you.", REPLY),
        Good("Thank you for the goat, Ana.", MET),
    ),
)
