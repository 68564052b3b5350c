"""Nobody's name.

*What it does*
Looks for their name, or a title or pet name that stands for it, anywhere in an invitation.

*Why it matters*
A note that calls nobody could have gone to anybody. The name costs five characters.

*When it is fine*
Among friends, and where the card has no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.names import fold
from salver.cards.note import Channel
from salver.etiquette import boilerplate, content, people, smalltalk
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_PIECES = re.compile(r"[^\W\d_]+")


def find(reading: Reading) -> Iterable[Hit]:
    """A first invitation that names nobody."""
    situation = reading.situation
    own = people.own_names(situation)
    if situation.channel is not Channel.INVITATION or situation.meeting.tie is Tie.FRIEND or not own:
        return
    greeting = reading.greeting
    if greeting.names or greeting.titles or (boilerplate.find(reading) and len(reading.words) < 20):
        return
    if not _greets_nobody(reading) and content.of(reading).is_specific:
        return  # A note that begins in the middle of the talk names them by what it says.
    for word in reading.words:
        folded = fold(word.text)
        if any(piece in own for piece in _PIECES.findall(folded)):
            return
        if (
            len(word.text) > 2
            and word.text[:1].isupper()
            and people.compare(word.text, own)[0] is not people.Likeness.OTHER
        ):
            return
    name = situation.card.greeting_name
    yield Hit(
        "Their name is missing", None, "It costs five characters and says that it is for them.", _fix(reading, name)
    )


def _greets_nobody(reading: Reading) -> bool:
    """ "Hi," and "Hello there": a greeting that stops before the name."""
    greeting, words = reading.greeting, reading.words
    if not greeting.hailed or greeting.words >= len(words):
        return greeting.hailed
    last, after = words[greeting.words - 1], words[greeting.words]
    return after.low in ("there", "all", "again", "everyone") or bool(reading.text[last.end : after.start].strip())


def _fix(reading: Reading, name: str) -> tuple[Fix, ...]:
    if not name or not reading.words:
        return ()
    if reading.greeting.hailed and reading.greeting.words == 1:
        at = reading.words[0].end
        after = reading.words[1].start if len(reading.words) > 1 else at
        if reading.words[1:2] and reading.words[1].low in ("there", "all", "again"):
            return (Fix(f"Greet {name}", (Edit(reading.words[1].start, reading.words[1].end, name),)),)
        comma = "" if "," in reading.text[at:after] else ","
        return (Fix(f"Greet {name}", (Edit(at, at, f" {name}{comma}"),)),)
    first = reading.words[0]
    if first.start:
        return ()
    small = smalltalk.within_sentence(first, reading.language)
    return (Fix(f"Begin with {name}", (Edit(0, first.end, f"{name}, {small}"),)),)


RULE = Rule(
    id="name-missing",
    title="Nobody’s name",
    severity=Severity.HINT,
    find=find,
    source="Good manners in letters",
    yields_to=frozenset({"leftover-placeholder", "wrong-name"}),
    bad=(
        Bad("Hi there, did the goat come home?", (), "Hi Ana, did the goat come home?", MET),
        Bad("Hi, did the goat come home?", (), "Hi Ana, did the goat come home?", MET),
        Bad("Thanks for coming. How are you?", (), "Ana, thanks for coming. How are you?", MET),
    ),
    good=(
        Good("Did the goat come home, Ana?", MET),
        Good("Dear Doctor, did the goat come home?", MET),
        Good("Did the goat come home?", FRIEND),
    ),
)
