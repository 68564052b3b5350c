"""Stiff as a writ.

*What it does*
Weighs the language of petitions: hereby, humble submission, the undersigned, do the needful, your esteemed company.

*Why it matters*
After a conversation it sounds as if somebody else were writing.

*When it is fine*
A courteous "Dear Dr" and "at your convenience" are never stiff.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette import leaning
from salver.etiquette.examples import MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_STIFF = Phrases("too-stiff", "stiff")


def find(reading: Reading) -> Iterable[Hit]:
    """Enough of it to weigh two; one is enough for a friend."""
    found = list(_STIFF.find(reading, negated=True))
    needed = 1 if reading.situation.meeting.tie in (Tie.FRIEND,) else 2
    distinct = {f.text.lower() for f in found}
    enough = len(distinct) >= needed and distinct != {"sir"} and distinct != {"myself"}
    if leaning.judge(reading, RULE.id, found=enough).is_there:
        stiffest = sorted((f.span for f in found), key=lambda span: span.start - span.end)
        span = leaning.mark(reading, RULE.id, stiffest)
        yield Hit("Stiffer than a conversation", span, "Write it as you would say it.")


RULE = Rule(
    id="too-stiff",
    title="Stiff as a writ",
    severity=Severity.HINT,
    find=find,
    source="The tone of a note between people who just met",
    bad=(
        Bad(
            "Sir, I hereby beg to state that I attended your talk, Ana. Which test was it?",
            ("I hereby beg to state that I attended your talk, Ana",),
            situation=MET,
        ),
    ),
    good=(
        Good(
            "Dear Dr. Ruiz, thank you for your patience with my questions. May I send two more, at your convenience?",
            MET,
        ),
        Good("Hi Ana, are goats distinguished guests at PyCon?", MET),
    ),
)
