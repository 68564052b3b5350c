"""A wish without a subject.

*What it does*
Finds vague wishes: to pick their brain, explore synergies, see how you can help each other.

*Why it matters*
They cannot tell what you want, so the easiest answer is none. One real question is worth ten synergies.

*When it is fine*
In quotation marks, or when you say that you do not mean to.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette import leaning, vague
from salver.etiquette.examples import MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_WEAK = Phrases("brain-picking", "weak")


def find(reading: Reading) -> Iterable[Hit]:
    """Vague wishes, by one plain phrase or three weak ones."""
    if reading.situation.channel is Channel.REPLY:
        return
    span = _vague(reading)
    verdict = leaning.judge(reading, RULE.id, found=span is not None)
    if verdict.is_there:
        span = leaning.mark(reading, RULE.id, (span,) if span is not None else ())
        reason = "Ask one real question instead."
        yield Hit("They cannot tell what you would like", span, reason, severity=verdict.severity)


def _vague(reading: Reading) -> Span | None:
    found = vague.STRONG.first(reading)
    if found is not None:
        return found.span
    clouded = vague.clouded(reading)
    if clouded is not None:
        first, last = reading.words[clouded.first], reading.words[clouded.last - 1]
        return Span(first.start, last.end)
    weak = list(_WEAK.find(reading))
    return weak[0].span if len({f.text.lower() for f in weak}) >= 3 else None


RULE = Rule(
    id="brain-picking",
    title="A wish without a subject",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad("Hi Ana, I'd love to pick your brain sometime.", ("pick your brain",), situation=MET),
        Bad("Hi Ana, let us see how we can help each other.", ("how we can help each other",), situation=MET),
        Bad(
            "Hallo Ana, lass uns schauen, wo wir Synergien haben.",
            ("lass uns schauen, wo wir Synergien haben",),
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, my mother says I should not 'pick your brain', so: which test was it?", MET),
        Good("Hi Ana, no synergies, I promise. Which test was it?", MET),
        Good("Hi Ana, how do two linters overlap without a fight?", MET),
    ),
)
