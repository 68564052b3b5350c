"""A name one letter off.

*What it does*
Finds their name, their company or the event spelled otherwise than on the card, also where it sounds the same.

*Why it matters*
People read their own name first. One wrong letter says that you did not look.

*When it is fine*
Accents, short forms and endings such as a plural or a genitive are no slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.names import fold
from salver.etiquette import calling, people, smalltalk
from salver.etiquette import words as lists
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.people import Likeness
from salver.etiquette.text import Reading, Word

_PIECES = re.compile(r"[^\W\d_]+")


def find(reading: Reading) -> Iterable[Hit]:
    """Near misses of the names on the card."""
    own = people.own_names(reading.situation)
    seen: set[Span] = set()
    greeting = reading.greeting
    if own:
        for word in greeting.names:
            likeness, nearest = people.compare(word.text, own, people.surnames(reading.situation))
            right = _as_on_card(reading, nearest)
            if likeness is Likeness.SLIP and right and (greeting.hailed or len(word.text) >= 4):
                span = Span(word.start, word.end)
                seen.add(span)
                yield _hit(span, word.text, right)
    for word, likeness, nearest in calling.called(reading):
        right = _as_on_card(reading, nearest)
        if likeness is Likeness.SLIP and right:
            seen.add(Span(word.start, word.end))
            yield _hit(Span(word.start, word.end), word.text, right)
    yield from _in_the_text(reading, seen)


def _in_the_text(reading: Reading, seen: set[Span]) -> Iterable[Hit]:
    situation = reading.situation
    texts = (
        situation.card.company,
        situation.meeting.event,
        situation.card.last_name,
        situation.card.first_name,
        situation.meeting.place,
    )
    wanted = {fold(piece): piece for text in texts for piece in _PIECES.findall(text) if len(piece) >= 5}
    if not wanted:
        return
    first = _PIECES.findall(situation.card.first_name)
    own = set(people.own_names(situation)) | {fold(p) for t in texts for p in _PIECES.findall(t)}
    for word in reading.words[reading.greeting.words : reading.closing]:
        if reading.language == "de" and fold(word.text) not in wanted and not _is_beside(reading, word, own):
            continue  # Every German noun has a capital: "Bäckern" is no slip of "Bäckerei".
        if not word.text[:1].isupper() or len(word.text) < 4 or word.text.isupper() or "." in word.text:
            continue
        right = _near(word, wanted, own, reading)
        if right in first and reading.text[: word.start].lower().rsplit(None, 1)[-1:] == ["the"]:
            continue  # "The Alexandra between us": somebody else.
        span = Span(word.start, word.end)
        if right and span not in seen:
            yield _hit(span, word.text, right)


def _near(word: Word, wanted: dict[str, str], own: set[str], reading: Reading) -> str:
    have = fold(word.text).removesuffix("'s").removesuffix("’s")
    if have in own or smalltalk.is_stock(word.low, "en"):
        return ""
    if people.is_given_name(have) and not any(have[0] == name[0] for name in people.own_names(reading.situation)):
        return ""  # "Peter told me": somebody else, and not Petra Mosaics.
    if word.low in lists.known("greetings", "titles"):
        return ""
    beside = _is_beside(reading, word, own)
    for want, right in wanted.items():
        if not right[:1].isupper() or _is_form_of(have, want) or have[0] != want[0]:
            continue
        if (
            people.is_given_name(have)
            and people.is_given_name(want)
            and people.compare(have, (want,))[0] is Likeness.OTHER
        ):
            continue  # "Sou a neta, a Marta": another Christian name.
        distance = people.edit_distance(have, want, 2)
        if (
            distance == 1
            or (distance == 2 and (len(want) >= 8 or beside))
            or (beside and people.sound(have) == people.sound(want))
        ):
            first_of_sentence = any(reading.words[s.first].start == word.start for s in reading.sentences)
            if first_of_sentence and smalltalk.is_stock(word.low, reading.language or "en"):
                continue
            return right
    return ""


def _is_beside(reading: Reading, word: Word, own: set[str]) -> bool:
    """It stands beside another word of a name on the card: "Karachi Lumes" for Karachi Looms."""
    for number, other in enumerate(reading.words):
        if other.start == word.start:
            near = [*reading.words[max(0, number - 1) : number], *reading.words[number + 1 : number + 2]]
            return any(
                w.text[:1].isupper()
                and len(w.text) > 3
                and fold(w.text) in own
                and reading.text[min(w.end, word.end) : max(w.start, word.start)] == " "
                for w in near
            )
    return False


_ENDINGS = frozenset("s es n en e er r i a an ian ish ern".split())


def _is_form_of(have: str, want: str) -> bool:
    """A plural, a genitive, an adjective or the stem: no slip."""
    short, long = sorted((have, want), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return True
    return have[:-1] == want[:-1] and have[-1] in "aeiouyns" and want[-1] in "aeiouyns" and len(have) == len(want)


def _as_on_card(reading: Reading, folded: str) -> str:
    card = reading.situation.card
    for text in (card.first_name, card.nickname, card.last_name, card.middle_name, card.display_name):
        pieces: list[str] = _PIECES.findall(text)
        for piece in (text, *pieces):
            if fold(piece).replace("-", "").replace(" ", "") == folded:
                return piece
    return ""


def _hit(span: Span, wrong: str, right: str) -> Hit:
    tail = next((t for t in ("'s", "’s") if wrong.endswith(t)), "")
    fix = Fix(f"Change to “{right}”", (Edit(span.start, span.end, right + tail),))
    return Hit(f"The card spells it “{right}”", span, f"The note says “{wrong}”.", (fix,))


RULE = Rule(
    id="misspelled-name",
    title="A name one letter off",
    severity=Severity.WARNING,
    find=find,
    source="Good manners: their name, and right",
    bad=(
        Bad("Hi Anna, did the test pass?", ("Anna",), "Hi Ana, did the test pass?", MET),
        Bad("Dear Ms Ruitz, did the test pass?", ("Ruitz",), "Dear Ms Ruiz, did the test pass?", MET),
        Bad(
            "Hi Ana, does Quixotel still ship on Fridays?",
            ("Quixotel",),
            "Hi Ana, does Quixotl still ship on Fridays?",
            MET,
        ),
    ),
    good=(
        Good("Hallo Ana, wie viele Quoten hat Ihr Test? Und welche zählt?", MET),
        Good("Hi Ana, does Quixotl's build still fail?", MET),
        Good("Dear Ms Ruíz, did the test pass?", MET),
        Good("Hi Ana, was it Quito or Lima where it failed?", MET),
    ),
)
