"""A promise of yours is open.

*What it does*
Looks for what you promised them, when the card has a promise of yours that is not done.

*Why it matters*
Keeping a promise is the best reason to write, and the best hook.

*When it is fine*
When you kept it another way: tick it off on the card.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import By
from salver.etiquette import smalltalk
from salver.etiquette.examples import MET, PROMISED
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_KEPT = Phrases("promise-forgotten", "kept")


def find(reading: Reading) -> Iterable[Hit]:
    """An open promise the note does not touch."""
    open_ = [p for p in reading.situation.meeting.promises if p.by is By.ME and p.done_at is None]
    if not open_ or _KEPT.first(reading):
        return
    have = smalltalk.stems(reading.text)
    for promise in open_:
        wanted = {s for s in smalltalk.stems(promise.text) if not smalltalk.is_stock(s, "en")} or smalltalk.stems(
            promise.text
        )
        if wanted & have:
            return
    yield Hit("You promised something", None, f"On the card: {open_[0].text}"[:140])


RULE = Rule(
    id="promise-forgotten",
    title="A promise of yours is open",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(Bad("Hi Ana, is the goat home?", situation=PROMISED),),
    good=(
        Good("Hi Ana, the reading list is ready. Paper or PDF?", PROMISED),
        Good("Hi Ana, is the goat home?", MET),
    ),
)
