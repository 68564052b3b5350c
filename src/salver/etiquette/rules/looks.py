"""How they look.

*What it does*
Finds remarks on their looks, and pet names.

*Why it matters*
They came for their work. A remark on their smile is what people show around with a sigh.

*When it is fine*
Never in a first note. Beautiful code and a beautiful goat are fine.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_LOOKS = Phrases("looks", "looks")


def find(reading: Reading) -> Iterable[Hit]:
    """Looks and flirting."""
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    found = _LOOKS.first(reading)
    if found is not None:
        yield Hit("Better left unsaid", found.span, "Say what they said or did instead.")


RULE = Rule(
    id="looks",
    title="How they look",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, you have a lovely mind and you looked so beautiful on stage. Is the goat home?",
            ("you looked so beautiful",),
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, your code is beautiful, and so is your goat. Is it home?", MET),
        Good("Hello gorgeous, is the goat home?", FRIEND),
        Good("Hi Ana, do you count the steps on the hill or trust your legs?", MET),
    ),
)
