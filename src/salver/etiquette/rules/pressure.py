"""A foot in the door.

*What it does*
Finds urgency and guilt: last chances, deadlines for their answer, reproaches, being counted on.

*Why it matters*
A note that pushes gets a no, or a yes that is not meant.

*When it is fine*
When the deadline is theirs, or you say that there is no hurry.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette import leaning
from salver.etiquette.examples import MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Found, Reading

_PUSHING = Phrases("pressure", "pushing")
_NO_HURRY = Phrases("pressure", "no-hurry")


def find(reading: Reading) -> Iterable[Hit]:
    """Urgency and guilt."""
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    found = next((f for f in _PUSHING.find(reading) if not _is_told(reading, f)), None)
    if _NO_HURRY.first(reading, negated=True):
        return
    verdict = leaning.judge(reading, RULE.id, found=found is not None)
    if verdict.is_there:
        span = leaning.mark(reading, RULE.id, (found.span,) if found is not None else ())
        reason = "Leave them all the time they want; it reads kinder."
        yield Hit("This pushes a little", span, reason, severity=verdict.severity)


def _is_told(reading: Reading, found: Found) -> bool:
    """ "The last chance is on Sunday, you said": their words, and no pressure of ours."""
    sentence = reading.sentence_of(found.span)
    return sentence is not None and " you said " in reading.flow_of(sentence)


RULE = Rule(
    id="pressure",
    title="A foot in the door",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad("Hi Ana, last chance to join our panel. Which day suits you?", ("last chance",), situation=MET),
        Bad("Hi Ana, you still haven't accepted my note. Why?", ("you still haven't accepted my note",), situation=MET),
    ),
    good=(
        Good("Hi Ana, no hurry: which test was it?", MET),
        Good("Hi Ana, when is your deadline for talks? I'd like to hear the Monday story in full.", MET),
        Good("Hi Ana, the last chance to fix a test is on Sunday, you said. Was that a joke?", MET),
    ),
)
