"""Names that a note calls in the middle of it: "Tell me, Khalil, who eats the burnt end?"

The greeting is read elsewhere (`zones`). Here a name counts only where nothing but a call can be meant: between a
comma and a mark, in a sentence that speaks to the reader, in a note that calls them by no other name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from salver.cards.names import fold
from salver.etiquette import people
from salver.etiquette.people import Likeness
from salver.etiquette.text import Reading, Word

_DEAR = frozenset("dear liebe lieber cher chère querido querida caro cara beste lieve estimado estimada".split())
_TITLES = frozenset(
    "mr mrs ms miss dr prof professor herr frau monsieur madame m mme señor señora sr sra signor signora dott dottor "
    "dottoressa senhor senhora meneer mevrouw".split()
)
_TO_YOU = re.compile(
    r" (?:you|your|yours|du|dich|dir|dein\w*|sie|ihnen|ihre?n?|tu|te|toi|t'\w+|vous|votre|vos|usted|su"
    r"|tus?|lei|ti|suo|sua"
    r"|você|lhe|seu|je|jij|jouw?|uw?|tell me|remind me) "
)
_OF_SOMEBODY = frozenset(
    "my our his her their the a an mein meine unser unsere mon ma notre mi mio mia nostro il la meu "
    "minha mijn onze ons "
    "friend colleague boss wife husband son daughter brother sister dog cat am is bin ist suis soy sono sou ben".split()
)

_ARTICLES = frozenset("the a an il la".split())
"""Before a name that ends a question they stand for something else: "will I see you at the fair, Marcus?"."""


def called(reading: Reading) -> Iterator[tuple[Word, Likeness, str]]:
    """Names called behind the greeting that are not quite the card's, with the nearest name of the card."""
    own = people.own_names(reading.situation)
    if not own or reading.greeting.names or _is_named_right(reading, own):
        return
    surnames = people.surnames(reading.situation)
    sender = {fold(part) for part in reading.situation.sender.name.split()}
    for number in range(max(1, reading.greeting.words), reading.closing):
        word = reading.words[number]
        if not word.text[:1].isupper() or word.text.isupper() or fold(word.text) in sender:
            continue
        if _is_called(reading, number):
            likeness, nearest = people.compare(word.text, own, surnames)
            if likeness is not Likeness.SAME:
                yield word, likeness, nearest


def _is_named_right(reading: Reading, own: tuple[str, ...]) -> bool:
    """Some word with a capital is theirs."""
    return any(word.text[:1].isupper() and fold(word.text).removesuffix("'s") in own for word in reading.words)


def _is_called(reading: Reading, number: int) -> bool:
    word, before = reading.words[number], reading.words[number - 1]
    after = reading.text[word.end : word.end + 1]
    titled = before.low in _TITLES
    dear = before.low in _DEAR
    if not (titled or people.is_given_name(fold(word.text))) or after not in (",", "?", "!", ".", ""):
        return False
    sentence = next((s for s in reading.sentences if s.first <= number < s.last), None)
    if sentence is None or not _TO_YOU.search(reading.flow_of(sentence)):
        return dear and after in ("!", ".", "") and sentence is not None
    first = number - (titled or dear)
    gap = reading.text[reading.words[first - 1].end : reading.words[first].start] if first else ""
    if gap.strip() != "," or not (sentence.first < first):
        return False
    if number + 1 == sentence.last and after in (".", "", "!") and not titled and sentence is reading.sentences[-1]:
        return False  # "Thanks for the talk, Joost." signs the note.
    apposed = _OF_SOMEBODY if after != "?" else _OF_SOMEBODY - _ARTICLES
    near = [other.low for other in reading.words[max(sentence.first, first - 4) : first]]
    following = reading.words[number + 1].text[:1].isupper() if number + 1 < sentence.last else False
    return not apposed & set(near[-3:]) and not (following and after == ",")
