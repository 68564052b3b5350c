"""A slip of the pen.

*What it does*
Marks what a careful editor would certainly correct in an English note: known misspellings, a letter too many, too
few or changed round in a common word. Harper does the reading, offline. In German, French, Spanish, Italian, Portuguese
and Dutch it knows some dozen plain mistakes.

*Why it matters*
One slip is human; it is also the easiest thing to mend before they see it.

*When it is fine*
Names, places, brands and words of the card are known and left alone, like dialects, foreign words and short forms.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(_: Reading) -> Iterable[Hit]:
    """Nothing: the findings come from `salver.etiquette.spelling`, on its own thread, and are merged later."""
    return ()


RULE = Rule(
    id="spelling",
    title="A slip of the pen",
    severity=Severity.HINT,
    find=find,
    source="Harper’s rules, kept to what a careful editor would correct",
    bad=(
        Bad(
            "Hi Ana, it was realy good to meet you. Did the test pass?",
            ("realy",),
            "Hi Ana, it was really good to meet you. Did the test pass?",
            MET,
        ),
        Bad(
            "Hi Ana, I definately owe you a cake. Which kind?",
            ("definately",),
            "Hi Ana, I definitely owe you a cake. Which kind?",
            MET,
        ),
    ),
    good=(
        Good("Hi Ana, does Quixotl's flaky suite honour the grey colours?", MET),
        Good("Hallo Ana, hat der Test am Montag endlich bestanden?", MET),
        Good("Hi Ana, the qvevri and the nakiri survived. Did yours?", MET),
    ),
)
