"""Somebody else's name.

*What it does*
Compares the name in the greeting, or one called later on, with the card. Short forms, surnames, titles, accents and
the order of the names make no difference; nor do forms of address such as "Captain" or "Neighbour".

*Why it matters*
It is the worst slip of copying a note, and the first word they read.

*When it is fine*
When they go by a name that is not on the card: add it as their nickname.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.names import fold
from salver.etiquette import calling, people, smalltalk
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.people import Likeness
from salver.etiquette.text import Reading, Word


def find(reading: Reading) -> Iterable[Hit]:
    """A greeting that calls nobody on the card."""
    greeting = reading.greeting
    own = people.own_names(reading.situation)
    if not greeting.names:
        yield from _in_the_middle(reading)
    if not greeting.names or not own:
        return
    called = reading.text[greeting.start : greeting.end]
    results = [people.compare(word.text, own, people.surnames(reading.situation))[0] for word in greeting.names]
    if (
        any(result is not Likeness.OTHER for result in results)
        or people.compare(called, own, people.surnames(reading.situation))[0] is not Likeness.OTHER
    ):
        return
    if not greeting.hailed and not _surely_a_name(reading):
        return
    if greeting.names[0].low in ("linkedin", "team") or not fold(called)[:1].isascii():
        return
    first = greeting.names[0]
    if not any(_may_be_a_name(reading, word) for word in greeting.names):
        return
    if first.text[:1].islower() and not people.is_given_name(fold(first.text)):
        return  # "hello gorgeous": a pet name, and another rule's business
    span = Span(greeting.start, greeting.end)
    right = _right(reading)
    fix = (Fix(f"Change to “{right}”", (Edit(span.start, span.end, right),)),) if right else ()
    yield Hit(f"The card says {reading.situation.card.shown_name}", span, f"The note greets “{called}”.", fix)


def _in_the_middle(reading: Reading) -> Iterable[Hit]:
    """ "Tell me, Khalil, who eats the burnt end?" """
    for word, likeness, _ in calling.called(reading):
        if likeness is Likeness.OTHER:
            right = reading.situation.card.greeting_name
            span = Span(word.start, word.end)
            fix = (Fix(f"Change to “{right}”", (Edit(span.start, span.end, right),)),) if right else ()
            yield Hit(f"The card says {reading.situation.card.shown_name}", span, f"The note calls “{word.text}”.", fix)


def _may_be_a_name(reading: Reading, word: Word) -> bool:
    """Neither a trade or a topic of the card's ("Avvocato", "Llama Lady") nor a word of the language ("Voisine")."""
    folded = fold(word.text)
    card, meeting = reading.situation.card, reading.situation.meeting
    if people.is_given_name(folded) or (reading.greeting.titles and len(reading.greeting.names) == 1):
        return True
    own = smalltalk.stems(" ".join((card.title, card.company, meeting.event, meeting.hook, *meeting.topics)))
    language = reading.language if reading.language in smalltalk.LANGUAGES else "en"
    return smalltalk.stem(folded) not in own and not smalltalk.is_stock(word.low, language)


def _surely_a_name(reading: Reading) -> bool:
    """Without "Hi" a first word before a comma may be anything; be sure that it is a name."""
    low = reading.greeting.names[0].low
    if low == "bella" and reading.language == "it":
        return False  # "Bella zio" greets anybody.
    if smalltalk.is_stock(low, reading.language or "en") and low not in (
        "mark",
        "rose",
        "grace",
        "hope",
        "joy",
        "will",
    ):
        return False  # "Sí, Aurora" is no Simon.
    known = {fold(part) for name in reading.situation.known_names for part in name.split()}
    first = fold(reading.greeting.names[0].text)
    return first in known or people.is_given_name(first)


def _right(reading: Reading) -> str:
    card = reading.situation.card
    return card.last_name if reading.greeting.titles and card.last_name else card.greeting_name


RULE = Rule(
    id="wrong-name",
    title="Somebody else’s name",
    severity=Severity.ERROR,
    find=find,
    yields_to=frozenset({"leftover-placeholder"}),
    source="Good manners: their name, and right",
    bad=(
        Bad("Hi Tom, did the flaky test pass?", ("Tom",), "Hi Ana, did the flaky test pass?", MET),
        Bad(
            "So tell me, Tom, did the flaky test pass?",
            ("Tom",),
            "So tell me, Ana, did the flaky test pass?",
            MET,
        ),
        Bad("Dear Mrs Kowalski, did the test pass?", ("Kowalski",), "Dear Mrs Ruiz, did the test pass?", MET),
    ),
    good=(
        Good("Hi Ana, did Tom's test pass?", MET),
        Good("Dear Ms Ruiz, did the test pass?", MET),
        Good("Hi Anita, did the test pass?", MET),
        Good("Evening, Captain. Did the test pass?", MET),
        Good("Hello Mr Test Man, did it pass?", MET),
        Good("Wow, that test. Did it ever pass?", MET),
        Good("Hello there, did the test pass?", MET),
    ),
)
