"""A harsh word about others.

*What it does*
Finds hard words about their employer, the event or other people.

*Why it matters*
Notes get forwarded, and you do not know yet whom they like.

*When it is fine*
A shared laugh at a broken projector.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_HARSH = Phrases("negative", "harsh")


def find(reading: Reading) -> Iterable[Hit]:
    """Hard words about third parties."""
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    found = _HARSH.first(reading)
    if found is not None:
        yield Hit("A note may be passed on", found.span, "Say what you liked instead.")


RULE = Rule(
    id="negative",
    title="A harsh word about others",
    severity=Severity.HINT,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, that panel was a disaster and your goat saved it. Is it home?",
            ("that panel was a disaster",),
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, the panel lost me too; your goat saved it. Is it home?", MET),
        Good("Your boss is a clown, Ana. Is the goat home?", FRIEND),
    ),
)
