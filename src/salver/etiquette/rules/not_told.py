"""They do not expect you.

*What it does*
When the card says that you did not tell them you would look them up, looks for a word on how or why you write.

*Why it matters*
An invitation somebody expects is a pleasure, one out of the blue a puzzle. Asking is easy: "I forgot to ask".

*When it is fine*
When the note says itself how it comes, and between people who know each other.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie, Told
from salver.cards.note import Channel
from salver.etiquette import boilerplate
from salver.etiquette.examples import MET, UNTOLD
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_SAYS = Phrases("not-told", "says")


def find(reading: Reading) -> Iterable[Hit]:
    """An invitation they do not expect, that does not say how it comes."""
    situation = reading.situation
    if situation.meeting.told is not Told.NO or situation.channel is not Channel.INVITATION:
        return
    if situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE, Tie.STRANGER, Tie.HEARD, Tie.INTRODUCED):
        return
    # LinkedIn's own text speaks of LinkedIn and explains nothing.
    if _SAYS.within(reading.flow, reading.language) and boilerplate.find(reading) is None:
        return
    yield Hit("They do not expect this", None, "A word on why you write would help: “I forgot to ask …”")


RULE = Rule(
    id="not-told",
    title="They do not expect you",
    severity=Severity.HINT,
    find=find,
    source="The etiquette of adding people: ask, or tell them",
    bad=(Bad("Hi Ana, your goat story was the best of the day. Did it come home?", situation=UNTOLD),),
    good=(
        Good("Hi Ana, I forgot to ask whether I may add you here. Did the goat come home?", UNTOLD),
        Good("Hi Ana, your goat story was the best of the day. Did it come home?", MET),
    ),
)
