"""Told in confidence, perhaps.

*What it does*
Finds words about their health, family troubles, money, faith or secret plans, said of them ("your divorce").

*Why it matters*
A note may be read by an assistant or over a shoulder. What is tender is better said in person.

*When it is fine*
Among friends, and where it is their trade: a cancer nurse may be asked about cancer.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette import smalltalk
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_YOURS = Phrases("sensitive", "yours")
_ASKING = ("what is", "what's", "what’s")


def find(reading: Reading) -> Iterable[Hit]:
    """Tender subjects of theirs."""
    situation = reading.situation
    if situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE):
        return
    found = _YOURS.first(reading)
    if found is None or reading.text[: found.span.start].lower().rstrip().endswith(_ASKING):
        return  # "What's your secret?" asks for a recipe, and tells nothing.
    trade = smalltalk.stems(
        " ".join((situation.card.title, situation.card.company, situation.meeting.event, *situation.meeting.topics))
    )
    if smalltalk.stem(found.text.lower().split()[-1]) in trade:
        return
    yield Hit("This may be theirs to tell", found.span, "Others may read a note. A kind word without it says as much.")


RULE = Rule(
    id="sensitive",
    title="Told in confidence, perhaps",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(Bad("Hi Ana, I hope your divorce goes well. Is the goat home?", ("your divorce",), situation=MET),),
    good=(
        Good("Hi Ana, I hope your divorce goes well. Is the goat home?", FRIEND),
        Good("Hi Ana, is your cancer research group hiring goats?", MET),
        Good("Hi Ana, does your heart rate sensor run Python?", MET),
    ),
)
