"""A promise to remember.

*What it does*
Notices a promise with a day in your note that the card does not know.

*Why it matters*
A hook you forget is worse than none. On the card it becomes a reminder.

*When it is fine*
Always: it is only a nudge to write it down.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import By
from salver.etiquette.examples import MET, PROMISED
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_PROMISE = Phrases("promise-new", "promise")


def find(reading: Reading) -> Iterable[Hit]:
    """A dated promise that is not on the card."""
    meeting = reading.situation.meeting
    if any(p.by is By.ME for p in meeting.promises) or meeting.hook:
        return
    found = _PROMISE.first(reading)
    if found is not None:
        yield Hit("A promise to write down", found.span, "On the card it becomes a reminder.")


RULE = Rule(
    id="promise-new",
    title="A promise to remember",
    severity=Severity.HINT,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, I will send you the goat photo on Friday.",
            ("I will send you the goat photo on Friday",),
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, I will send you the list on Friday.", PROMISED),
        Good("Hi Ana, I'll send it if you like?", MET),
    ),
)
