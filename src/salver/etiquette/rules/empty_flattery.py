"""Praise without an object.

*What it does*
Weighs praise of the person, the profile or the journey, when nothing says what for.

*Why it matters*
Praise that could go to anybody sounds sold. What they said, and what it changed for you, is a compliment.

*When it is fine*
Praise of a thing: their talk's third slide, their bread, a question they asked.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette import content, leaning, praise
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Found, Reading


def find(reading: Reading) -> Iterable[Hit]:
    """Praise of the whole person, and nothing that it is for."""
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    strong = list(praise.STRONG.find(reading))
    verdict = leaning.judge(reading, RULE.id, found=_is_empty(reading, strong))
    if verdict.is_there:
        span = leaning.mark(reading, RULE.id, [found.span for found in strong])
        reason = "Say which thing they did, and what it changed for you."
        yield Hit("Praise, and not for what", span, reason, severity=verdict.severity)


def _is_empty(reading: Reading, strong: list[Found]) -> bool:
    """Praise enough to weigh three, with hardly a concrete word beside it."""
    if not strong:
        return False
    weight = 2 * len(strong) + len({f.text.lower() for f in praise.WEAK.find(reading)})
    found = content.of(reading)
    concrete = len({w.low for w in found.rare if not any(f.span.start <= w.start < f.span.end for f in strong)})
    return weight >= 3 and (concrete <= 2 or weight >= 7) and not found.topics


RULE = Rule(
    id="empty-flattery",
    title="Praise without an object",
    severity=Severity.WARNING,
    find=find,
    source="Boomerang 2016, of e-mails: excess praise loses its effect",
    bad=(
        Bad(
            "Hi Ana, you are truly an inspiration and an amazing professional! What is your secret?",
            ("you are truly an inspiration",),
            situation=MET,
        ),
        Bad(
            "Wow, what an incredible profile and journey! You are a genius, Ana.",
            ("incredible profile and journey",),
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, your third slide was brilliant: the test that only fails on Mondays. Did it ever pass?", MET),
        Good("Hi Ana, the best line of the day was yours, about the goat. May I quote it?", MET),
    ),
)
