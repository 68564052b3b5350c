"""An interview.

*What it does*
Counts questions: three and more in an invitation, five and more in a message.

*Why it matters*
One question is an invitation, four are a form to fill in.

*When it is fine*
Two that belong together.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette import hooks
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """Too many sentences that ask, answered ones and one-word ones left out."""
    most = 3 if reading.situation.channel is Channel.INVITATION else 5
    found = hooks.of(reading)
    asked = [q for q in (*found.questions, *found.empty) if q.mark == "?" and q.last - q.first > 2]
    if len(asked) > most - (len(reading.said) == len(asked)):
        last = max(asked, key=lambda q: q.start)
        span = Span(reading.words[last.first].start, reading.words[last.last - 1].end)
        yield Hit(f"{len(asked)} questions at once", span, "Keep the one you are most curious about.")


RULE = Rule(
    id="too-many-questions",
    title="An interview",
    severity=Severity.HINT,
    find=find,
    source="LinkedIn’s figures on InMail length; Boomerang 2016 on questions",
    bad=(
        Bad(
            "Hi Ana. Where do you work now? Since when do you like it? Do they have goats? Are they hiring goats?",
            ("Are they hiring goats",),
            situation=MET,
        ),
    ),
    good=(Good("Hi Ana, is the goat home? Or is it still on the roof?", MET),),
)
