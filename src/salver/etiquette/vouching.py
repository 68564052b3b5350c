"""Who a note says brought the two together, in sentences that no fixed order of words covers.

"I owe Ingrid a cake for introducing us", "Sans Bertrand, je ne vous aurais jamais rencontrée": a word about an
introduction, and somebody's name in the same sentence.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from salver.cards.names import fold
from salver.etiquette import claims, people, smalltalk
from salver.etiquette import words as lists
from salver.etiquette.model import Span
from salver.etiquette.text import Reading, Word

_CUES = {
    "en": (
        r"introduc\w+ (?:me|us)|(?:put|got) (?:me|us) in (?:touch|contact)|without (?:him|her|them)"
        r"|told me (?:\w+ )?about you"
        r"|(?:gave|passed|sent) me (?:on to you|your)|pointed me|sent me (?:to you|your way)|mentioned (?:you"
        r"|your name)"
        r"|(?:spoke|talked|raved) (?:so |very )?(?:highly |warmly )?(?:of|about) you|mutual friend|did well to"
        r"|(?:dragged|pushed|pulled|sat|steered|led|walked|nudged) (?:me|us)|said (?:i|we) should"
        r"|insisted (?:that )?(?:i|we)"
        r"|suggested (?:that )?(?:i|we)|wanted us to meet|thought we should|(?:brought|bring"
        r"|bringing) (?:the two of )?us together"
    ),
    "de": (
        r"vorgestellt|bekannt gemacht|zusammengebracht|hat (?:mir|uns) \w+|von (?:ihnen|dir) erzählt|empfohlen"
        r"|freund(?:in)?|in (?:kontakt|verbindung)|ohne|ans herz gelegt"
    ),
    "fr": (
        r"présentée?s?|parlé de (?:vous|toi)|m'a (?:donné|recommandé|conseillé|dit|envoyée?)|notre amie?"
        r"|en (?:contact|relation)|sans"
    ),
    "es": (
        r"present\w+|(?:habl\w+|hablado) de (?:ti|usted|vos)|(?:me )?(?:dio|pasó) (?:tu|su)|me recomendó|amig[oa]"
        r"|en contacto|sin"
    ),
    "it": (r"presentat\w+|parlato di (?:te|lei)|mi ha (?:dato|consigliato|passato|detto)|amic[oa]|in contatto|senza"),
    "pt": (
        r"apresent\w+|falou(?:-me)? (?:de ti|de você|do senhor|da senhora|sobre)|me (?:deu|passou) o? ?(?:seu|teu)"
        r"|recomend\w+|amig[oa]|em contac?to|sem"
    ),
    "nl": (
        r"voorgesteld|voorstelde|in contact|gaf me|vertelde (?:me )?over (?:je|u)|aangeraden|vriend(?:in)?"
        r"|doorverwezen|zonder"
        r"|bij elkaar gebracht"
    ),
}


@functools.cache
def _cue(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{_CUES[language]})(?= )")


def named(reading: Reading) -> Iterator[tuple[str, Span]]:
    """People named in a sentence that speaks of an introduction, greeting and sign-off left out."""
    if reading.language not in _CUES:
        return
    cue = _cue(reading.language)
    if not cue.search(reading.flow):
        return
    for sentence in reading.said:
        if not cue.search(reading.flow_of(sentence)):
            continue
        for number in range(sentence.first, sentence.last):
            word = reading.words[number]
            if _is_person(reading, number, sentence.first):
                rest = reading.words[number + 1 : number + 2]
                whole = rest and rest[0].text[:1].isupper() and rest[0].start == word.end + 1
                span = Span(word.start, rest[0].end if whole else word.end)
                yield reading.text[span.start : span.end], span


def _is_person(reading: Reading, number: int, first: int) -> bool:
    """A first name, any name behind a title, or an unknown word with a capital; not the person that is spoken to."""
    word = reading.words[number]
    if not word.text[:1].isupper() or word.text.isupper() or "-" in word.text or _is_called(reading, word):
        return False
    before: Word | None = reading.words[number - 1] if number else None
    if people.is_given_name(fold(word.text)):
        return True
    if before is not None and before.low.rstrip(".") in lists.known("greetings", "titles"):
        return reading.text[before.end : word.start] in (" ", ". ")
    if reading.language == "de" or smalltalk.is_stock(word.low, reading.language) or claims.city(word.text):
        return False  # Every German noun has a capital.
    return before is not None and number > first and before.low not in _PLACING


_PLACING = frozenset(
    "in at from of for the on near to over a an my your our en à au aux chez du des la le les dans de "
    "del el al nel nella "
    "alla il lo da di do em na no ao bij op te van het".split()
)
"""Words that a place or a firm stands behind, not a person who brings two together."""


def _is_called(reading: Reading, word: Word) -> bool:
    """ "…, Adeline, …": spoken to, between commas."""
    before, after = reading.text[: word.start].rstrip()[-1:], reading.text[word.end :].lstrip()[:1]
    return before == "," and after in (",", ".", "!", "?", "")
