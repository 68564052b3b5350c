"""A cold shoulder.

*What it does*
Finds "who are you?", "do I know you?" and "what do you want?" in a reply to somebody who added you, without a kind
word.

*Why it matters*
They may have met you, or have a good reason. The same question asked kindly gets the same answer, and a friend.

*When it is fine*
When a thank-you or a "forgive me" stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette.examples import MET, REPLY
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_COLD = Phrases("cold-reply", "cold")
_KIND = Phrases("cold-reply", "kind")


def find(reading: Reading) -> Iterable[Hit]:
    """A harsh question without a kind word."""
    if reading.situation.channel is not Channel.REPLY:
        return
    found = _COLD.first(reading, negated=True)
    if found is None or _KIND.first(reading, negated=True):
        return
    fixes: tuple[Fix, ...] = ()
    if reading.english and len(reading.core) <= 8:
        name = reading.situation.card.greeting_name
        kind = (
            f"Hello {name}, thank you for the invitation. Forgive me, have we met? I would be glad to "
            f"hear a little more about you."
            if name
            else ""
        )
        if kind:
            fixes = (Fix("Ask kindly", (Edit(0, len(reading.text), kind),)),)
    yield Hit("The same can be asked kindly", found.span, "Thank them, then ask what made them look you up.", fixes)


RULE = Rule(
    id="cold-reply",
    title="A cold shoulder",
    severity=Severity.WARNING,
    find=find,
    source="The etiquette of adding people: ask them about themselves",
    bad=(
        Bad(
            "Who are you?",
            ("Who are you",),
            "Hello Ana, thank you for the invitation. Forgive me, have we met? I would be glad to "
            "hear a little more about you.",
            REPLY,
        ),
    ),
    good=(
        Good("Thank you for the invitation, Ana. Forgive me, do I know you from PyCon?", REPLY),
        Good("Hi Ana, who are you cheering for in the goat race?", MET),
    ),
)
