"""Who brought you together.

*What it does*
When somebody introduced you, looks for their name.

*Why it matters*
A friend in common is the best reference there is. Their name in the first line opens the door.

*When it is fine*
When they asked to stay out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.names import fold
from salver.cards.note import Channel
from salver.etiquette import people, smalltalk
from salver.etiquette.examples import INTRODUCED, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_PIECES = re.compile(r"[^\W\d_]+")


def find(reading: Reading) -> Iterable[Hit]:
    """An introduction without the introducer."""
    situation = reading.situation
    by = situation.meeting.introduced_by
    if situation.meeting.tie is not Tie.INTRODUCED or by is None or situation.channel is Channel.REPLY:
        return
    own = tuple(piece for piece in _PIECES.findall(fold(by.name)) if len(piece) > 1)
    if not own:
        return
    stems = {smalltalk.stem(piece) for piece in own}
    for word in reading.words:
        folded = fold(word.text)
        if any(smalltalk.stem(piece) in stems for piece in _PIECES.findall(folded)):
            return
        if (
            len(word.text) > 2
            and word.text[:1].isupper()
            and people.compare(word.text, own)[0] is not people.Likeness.OTHER
        ):
            return
    yield Hit(f"{by.name} is not mentioned", None, "The name of who introduced you is the best reference.")


RULE = Rule(
    id="introducer-unnamed",
    title="Who brought you together",
    severity=Severity.WARNING,
    find=find,
    yields_to=frozenset({"contradicts-card"}),
    source="Good manners in letters",
    bad=(Bad("Hi Ana, I was told we should talk about goats. Is yours home?", situation=INTRODUCED),),
    good=(
        Good("Hi Ana, Rosa said you keep a goat at the office. True?", INTRODUCED),
        Good("Hi Ana, is your goat home?", MET),
    ),
)
