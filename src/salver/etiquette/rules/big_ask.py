"""A favour at first sight.

*What it does*
Finds requests for work, a referral, an introduction, a meeting, an hour of their time. Who asks whom for what
counts: a light question is welcome, and so is an offer of yours.

*Why it matters*
A big favour asked of somebody you hardly know puts them in a corner. Ask one small thing first.

*When it is fine*
When they offered it. Note that as their promise on the card, or say so.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import asking, leaning
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """A favour too big for this tie."""
    situation = reading.situation
    if situation.channel is Channel.REPLY:
        return
    found = asking.big(reading)
    if situation.meeting.tie is Tie.FRIEND and (found is None or _is_light(found.text)):
        return
    verdict = leaning.judge(reading, RULE.id, found=found is not None)
    if verdict.is_there and not asking.offered(reading):
        span = leaning.mark(reading, RULE.id, (found.span,) if found is not None else ())
        reason = "One small question now makes the favour easier later."
        yield Hit("A big thing to ask first", span, reason, severity=verdict.severity)


def _is_light(text: str) -> bool:
    """Between friends a call or a coffee is no favour."""
    low = text.lower()
    return any(word in low for word in ("call", "coffee", "lunch", "drink", "zoom", "meeting", "chat"))


RULE = Rule(
    id="big-ask",
    title="A favour at first sight",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, could you refer me to your hiring manager?",
            ("could you refer me to your hiring manager",),
            situation=MET,
        ),
        Bad(
            "Hi Ana, your talk was fun. Would you introduce me to your director?",
            ("Would you introduce me to your director",),
            situation=MET,
        ),
        Bad("Hi Ana, open to a 15-minute call this week?", ("to a 15-minute call",), situation=MET),
    ),
    good=(
        Good("Hi Ana, may I ask you one thing about flaky tests here?", MET),
        Good("Hi Ana, I could introduce you to our test team if you like.", MET),
        Good("Hi Ana, you offered to introduce me to Tom. Is Friday good?", MET),
        Good("Call this week, you old goat?", FRIEND),
    ),
)
