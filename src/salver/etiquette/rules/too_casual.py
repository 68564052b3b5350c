"""Very casual for somebody new.

*What it does*
Weighs chat spelling, pet names and street talk in a note to somebody you hardly know.

*Why it matters*
They may smile, or feel handled. A friendly whole sentence is never wrong.

*When it is fine*
Among friends.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette import leaning
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_CHAT = frozenset(
    """
    bevvy luv props gizza u ur r lol lmao lmfao rofl omg wtf af tbh ngl idk wanna gonna gotta lemme
    gimme ya yall y'all sup wassup bro bruh bruv brah dude dudes babe bae hun hunny sweetie honey cutie
    boi fam homie playa bestie dope lit sick savage legend gr8 2nite l8r cya thx plz pls yo heyy heyyy
    heyyyy hiya xx xxx xoxo yasss mega innit cuz coz lekker wijf alter digga krass geil mdr ptdr jaja
    kkk meuf mec frérot tío tía cabrón wesh
    """.split()
)
_WEAK = frozenset(
    """
    haha hahaha hehe hihi lemme ya yo hiya sick legend thx pls plz honey mega savage lit jaja coz geil
    krass
    """.split()
)
_SHORT = frozenset("u ur r thx pls plz cuz coz".split())
_STREET = Phrases("too-casual", "street")
_EMOJI = ("🤙", "😜", "😘", "😍", "🍆", "🥵", "💋", "🤪", "😏")


def find(reading: Reading) -> Iterable[Hit]:
    """Chat words enough to weigh two."""
    if reading.situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE):
        return
    span = _chatter(reading)
    verdict = leaning.judge(reading, RULE.id, found=span is not None)
    if verdict.is_there:
        span = span or leaning.place(reading, RULE.id)
        yield Hit("Very casual for somebody new", span, "A friendly whole sentence is never wrong.")


def _chatter(reading: Reading) -> Span | None:
    """Where the words of a chat begin, when they are enough."""
    weight = 0.0
    first: Span | None = None
    seen: set[str] = set()
    for word in reading.words:
        low = word.low
        if low in seen or not (low in _CHAT or low in _WEAK) or reading.in_quotes(Span(word.start, word.end)):
            continue
        if low in ("r", "ya", "honey", "sick", "legend", "lit", "mega") and reading.language not in ("en", ""):
            continue
        if low == "honey" and reading.text[word.end : word.end + 1] != ",":
            continue
        seen.add(low)
        if low in _SHORT:
            seen |= _SHORT
        weight += 0.5 if low in _WEAK else 1.0
        first = first or Span(word.start, word.end)
    for found in _STREET.find(reading):
        weight += 1.0
        first = first or found.span
    weight += 0.5 * any(mark in reading.text for mark in _EMOJI)
    return first if weight >= 1.5 else None


RULE = Rule(
    id="too-casual",
    title="Very casual for somebody new",
    severity=Severity.HINT,
    find=find,
    source="The tone of a note between people who just met",
    bad=(
        Bad("yo Ana, u were savage on that panel lol. which test was it", ("yo",), situation=MET),
        Bad("Hi Ana, haha, that goat. Hit me up", ("haha",), situation=MET),
    ),
    good=(
        Good("yo Ana, u were savage on that panel lol. which test was it", FRIEND),
        Good("Hi Ana, haha, that goat. Did it come home?", MET),
    ),
)
