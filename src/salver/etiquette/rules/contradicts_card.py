"""The card says otherwise.

*What it does*
Compares what the note claims with the card: having met somebody you have not met, who introduced you, the friend you
share, their employer, the event or the city where you met.

*Why it matters*
They know where they work and whom they met. One wrong claim undoes the rest.

*When it is fine*
When the card is out of date: mend the card, and the mark goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import PersonRef
from salver.cards.names import fold
from salver.cards.note import Channel
from salver.etiquette import claims, smalltalk, vouching
from salver.etiquette import people as names
from salver.etiquette import words as lists
from salver.etiquette.examples import INTRODUCED, MET, STRANGER
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Found, Reading

_HAVING_MET = Phrases("contradicts-card", "having-met")
_NOT_MET = Phrases("contradicts-card", "not-met")
_AHEAD = re.compile(
    r"\b(?:will|shall|next|until|before|going to|good luck|enjoy your|enjoy the|forward|hope|tomorrow|soon|upcoming"
    r"|see you|if)\b",
    re.IGNORECASE,
)
_VENUES = frozenset(
    "market church school university college hall museum library hospital station park stadium street square airport "
    "theatre theater castle cathedral club bar pub cafe café zoom teams home christmas easter".split()
)


def find(reading: Reading) -> Iterable[Hit]:
    """Claims that the card does not bear out."""
    if reading.situation.channel is Channel.REPLY:
        return
    claim = _claims_to_have_met(reading)
    if claim is not None:
        yield Hit("The card says you have not met", claim.span, "If you have, change the tie on its back.")
    yield from _friend(reading)
    told = list(_employer(reading)) if reading.english else []
    yield from told or _belonging(reading)
    told = list(_event(reading)) if reading.english else []
    yield from told or _elsewhere(reading)


def _claims_to_have_met(reading: Reading) -> Found | None:
    if not reading.situation.meeting.tie.has_not_met or _NOT_MET.within(reading.flow, reading.language):
        return None
    return _HAVING_MET.first(reading)


def _friend(reading: Reading) -> Iterable[Hit]:
    """ "Our mutual friend Clive", "Marcus gave me your name", where the card names Clara and no Clive or Marcus."""
    meeting, sender = reading.situation.meeting, reading.situation.sender.name
    by = meeting.introduced_by
    people = [*([by] if by else []), *meeting.friends]
    if not people:
        return
    known = _known(reading) | {s for person in people for s in _stems(person.name)}
    named = {s for word in reading.words if word.text[:1].isupper() for s in _stems(word.text)}
    named_as = tuple(claims.introducers(reading))
    if by is not None and named & _stems(by.name) and not any(_is_of_the_family(name, people) for name, _ in named_as):
        return
    for name, span in named_as:
        if reading.in_quotes(span) or (_stems(name) & (known | _stems(sender)) and not _is_of_the_family(name, people)):
            continue
        yield _other(people[0].name, name, span)
        return
    if by is not None and not named & _stems(by.name):
        for name, span in vouching.named(reading):
            if not reading.in_quotes(span) and not _stems(name) & (known | _stems(sender)):
                yield _other(by.name, name, span)
                return


def _is_of_the_family(name: str, people: list[PersonRef]) -> bool:
    """ "Paolo Neri" beside a card that names Rosalba Neri; "Mrs Neri" and "R. Neri" may be she herself."""
    first, _, rest = name.partition(" ")
    if not rest or len(first.rstrip(".")) < 3 or first.lower().rstrip(".") in lists.known("greetings", "titles"):
        return False
    shared = [p.name for p in people if _stems(rest) & _stems(p.name)]
    own = [fold(piece) for other in shared for piece in other.split()]
    return bool(own) and names.compare(first, tuple(own))[0] is names.Likeness.OTHER


def _employer(reading: Reading) -> Iterable[Hit]:
    company = reading.situation.card.company
    if not company:
        return
    for name, span, before in claims.employers(reading):
        if _is_known(name, _known(reading)) or reading.in_quotes(span) or not _is_theirs(before):
            continue
        if claims.city(name) or _VENUES & set(fold(name).split()):
            continue
        yield _other(company, name, span)


def _belonging(reading: Reading) -> Iterable[Hit]:
    """The same in other words and languages."""
    company = reading.situation.card.company
    if not company:
        return
    for name, span in claims.belongings(reading):
        first = fold(name.split()[0])
        if any(names.edit_distance(first, fold(piece), 2) <= 2 for piece in company.split()):
            continue  # One letter off has a rule of its own.
        if not (_is_known(name, _known(reading)) or reading.in_quotes(span) or claims.city(name)):
            yield _other(company, name, span)
            return


def _elsewhere(reading: Reading) -> Iterable[Hit]:
    """An event of their kind, in another city than the card's."""
    meeting = reading.situation.meeting
    for name, span in claims.cities_of_events(reading):
        home = claims.cities_in(meeting.event, meeting.place)
        if (
            home
            and claims.city(name) not in home | claims.cities_in(*_texts(reading))
            and not _is_to_come(reading, span)
        ):
            yield _other(meeting.event, name, span, f"The card says you met at {meeting.event}")
            return


def _is_theirs(before: str) -> bool:
    """The job is theirs: "your team at", "how is life at", and no "I" or "my" before it."""
    clause = re.split(r"[.!?,;:\n]", before)[-1]
    if re.search(r"\b(?:I|I['’]\w+|my|My|our|Our|we|We|old|former|previous|last|knows?|knew)\b", clause):
        return False
    return bool(
        re.search(r"\b(?:you|your|You|Your|[Hh]ow|[Aa]ll the best|luck|[Cc]ongrat\w*|[Dd]o(?:es)? \w+)\b", clause)
    )


def _event(reading: Reading) -> Iterable[Hit]:
    """Another event than the card's, or the same kind of event in another city."""
    meeting = reading.situation.meeting
    event = meeting.event
    if not event:
        return
    said, seen_in = list(claims.events(reading)), list(claims.cities(reading))
    if not said and not seen_in:
        return
    known = _known(reading)
    home = claims.cities_in(event, meeting.place)
    for name, span in said:
        words = name.split()
        is_event = any(fold(w).rstrip("s") in claims.KINDS or fold(w) in claims.KINDS for w in words)
        elsewhere = claims.city(words[0])
        if not is_event or _is_known(name, known) or _is_to_come(reading, span) or reading.in_quotes(span):
            continue
        if (elsewhere and home) or words[-1][:1].isupper() or words[-1].isdigit():
            yield _other(event, name, span)
            return
    if home and not meeting.place:
        for name, span in seen_in:
            if claims.city(name) not in home | claims.cities_in(*_texts(reading)) and not _is_to_come(reading, span):
                yield _other(event, name, span, f"The card says you met at {event}")
                return


def _is_to_come(reading: Reading, span: Span) -> bool:
    """ "Good luck with your talk at Web Summit": another event, and no claim to have met there."""
    sentence = reading.sentence_of(span)
    around = reading.text[sentence.start : sentence.end] if sentence else reading.text
    return _AHEAD.search(around) is not None


def _other(right: str, name: str, span: Span, message: str = "") -> Hit:
    fix = () if message else (Fix(f"Change to “{right}”", (Edit(span.start, span.end, right),)),)
    return Hit(message or f"The card says {right}", span, f"The note says {name}.", fix)


def _is_known(name: str, known: set[str]) -> bool:
    """True when the first word of a name stands on the card; "Ropes" alone makes no company the same."""
    first = name.split()[0]
    initials = fold("".join(word[0] for word in name.split() if word[0].isupper()))
    return bool(_stems(first) & known) or fold(first) in known or (len(initials) > 1 and initials in known)


def _known(reading: Reading) -> set[str]:
    """Stems of all that stands on the card, and the initials of company and event; found once."""
    cached = reading.memo.get("known on the card")
    if isinstance(cached, set):
        return cached
    known = {s for text in _texts(reading) for s in _stems(text)}
    for text in (reading.situation.card.company, reading.situation.meeting.event):
        known.add(fold("".join(word[0] for word in text.split() if word[0].isupper())))
    reading.memo["known on the card"] = known
    return known


def _texts(reading: Reading) -> tuple[str, ...]:
    card, meeting, sender = reading.situation.card, reading.situation.meeting, reading.situation.sender
    return (
        card.company, card.title, card.about, card.last_name, card.first_name, meeting.event, meeting.place,
        sender.name, sender.about, meeting.their_words, meeting.hook, *meeting.topics,
    )  # fmt: skip


def _stems(text: str) -> set[str]:
    return {smalltalk.stem(piece) for piece in re.findall(r"[^\W_]+", fold(text)) if len(piece) > 1} - {
        "the",
        "of",
        "on",
        "for",
        "de",
    }


RULE = Rule(
    id="contradicts-card",
    title="The card says otherwise",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, it was great to meet you yesterday. I run the tests of a bank. Which one was it?",
            ("great to meet you",),
            situation=STRANGER,
        ),
        Bad("Hi Ana, how is life at Nokia?", ("Nokia",), "Hi Ana, how is life at Quixotl?", MET),
        Bad(
            "Hi Ana, good to meet you at Web Summit. Which test was it?",
            ("Web Summit",),
            "Hi Ana, good to meet you at PyCon DE. Which test was it?",
            MET,
        ),
        Bad(
            "Hi Ana, Marcus Boone kindly gave me your name. I tune carillons. Do yours drift?",
            ("Marcus Boone",),
            "Hi Ana, Rosa Lim kindly gave me your name. I tune carillons. Do yours drift?",
            INTRODUCED,
        ),
        Bad(
            "Hi Ana, how are you settling in at Orrin Shipping? Is the goat home?",
            ("Orrin Shipping",),
            "Hi Ana, how are you settling in at Quixotl? Is the goat home?",
            MET,
        ),
    ),
    good=(
        Good("Hi Ana, Rosa gave me your name. Marcus Boone told me about you, too. Do they drift?", INTRODUCED),
        Good("Hi Ana, good luck with your talk at Web Summit. Which test will you show?", MET),
        Good(
            "Hi Ana, we have never met. I run the tests of a bank, and would love to meet you one "
            "day. Which one was it?",
            STRANGER,
        ),
        Good("Hi Ana, how is life at Quixotl? I work at Nokia.", MET),
        Good("Hi Ana, good to meet you at PyCon. Which test was it?", MET),
    ),
)
