"""LinkedIn's own invitation texts, in any language: found whole, edited, or inside of a note."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from salver.etiquette import words
from salver.etiquette.model import Span
from salver.etiquette.smalltalk import LANGUAGES
from salver.etiquette.text import Reading, Sentence

_PLAIN = re.compile(r"[^\w' ]+")
_LONGEST = 16
"""Words of LinkedIn's text in the languages that we cannot read."""
_QUOTED = 5
"""So many words of a sentence in quotation marks, and LinkedIn's text is only quoted."""


@dataclass(frozen=True, slots=True)
class Stock:
    """LinkedIn's text found in a note. `alone` when nothing but greeting and sign-off words stand beside it."""

    span: Span
    alone: bool
    own_words: int


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    text = text.replace("i'd", "i would").replace("i'm", "i am")
    return " ".join(_PLAIN.sub(" ", text).split())


@functools.cache
def _texts() -> tuple[tuple[str, frozenset[str]], ...]:
    lists = words.lines("defaults")
    plain = [_plain(line) for key in ("seen", "recalled", "rendered") for line in lists[key]]
    return tuple((text, frozenset(text.split())) for text in plain)


@functools.cache
def _joining() -> tuple[frozenset[str], frozenset[str]]:
    return words.known("defaults", "verbs"), words.known("defaults", "nouns")


@functools.cache
def _networks() -> tuple[str, ...]:
    return words.lists("defaults")["networks"]


def _is_unspaced(text: str) -> bool:
    """True when it holds Japanese, Chinese or Korean letters."""
    return not text.isascii() and any(
        "\u3040" <= c <= "\u30ff" or "\u3400" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text
    )


def likeness(text: str) -> float:
    """How near a sentence is to one of LinkedIn's: 1.0 for the same words, under 0.5 for nothing alike."""
    plain = _plain(text)
    if _is_unspaced(plain):
        return _unspaced_likeness(plain)
    have = frozenset(plain.split())
    best = 0.0
    for known, tokens in _texts():
        if plain == known:
            return 1.0
        common = len(have & tokens)
        if common * 2 >= len(tokens):
            best = max(best, 2 * common / (len(have) + len(tokens)))
    return best


def _unspaced_likeness(plain: str) -> float:
    have = plain.replace(" ", "")
    for known, _ in _texts():
        if _is_unspaced(known):
            bare = known.replace(" ", "")
            if bare in have:
                return len(bare) / max(len(bare), len(have))
    return 0.0


def find(reading: Reading) -> Stock | None:
    """LinkedIn's text in a note, or None; looked for once per reading."""
    if "boilerplate" not in reading.memo:
        reading.memo["boilerplate"] = _find(reading)
    found = reading.memo["boilerplate"]
    return found if isinstance(found, Stock) else None


def is_foreign(reading: Reading) -> bool:
    """LinkedIn's text alone in another language than English, where our lists know its words less well."""
    stock = find(reading)
    return stock is not None and stock.alone and not reading.english


def _find(reading: Reading) -> Stock | None:
    said = reading.said
    quoted = _mostly_quoted(reading)
    for sentence in said:
        if sentence.first in quoted or not _may_be(reading, sentence):
            continue
        first, last = reading.words[sentence.first], reading.words[sentence.last - 1]
        score = likeness(reading.text[first.start : last.end])
        if score < 0.85 and not _frame(reading, sentence):
            continue
        own = sum(s.last - s.first for s in said if s != sentence)
        extra = max(0, sentence.last - sentence.first - 14)
        signed = reading.closing < len(reading.words)
        # We know the English texts word by word; of the others a rendering that wishes for it as they do is as good.
        foreign = reading.language != "en" and not extra and own <= 4 and (score >= 0.85 or _wishes(reading, sentence))
        alone = foreign or (own <= 1 and score >= 0.85 and not (signed and _is_signed_by_name(reading)))
        return Stock(Span(first.start, last.end), alone, own + extra)
    return None


_WISHES = re.compile(
    r"(?:ich (?:\S+ )?(?:möchte|würde)|gerne? (?:möchte|würde)|(?:\S+ )?(?:möchte|würde) ich|(?:je"
    r"|j') ?(?:\S+ )?(?:aimerais|souhaite|souhaiterais"
    r"|voudrais)|(?:me gustaría|quisiera|quiero|quero|querría|deseo)|(?:\S+ )?(?:vorrei|desidero)|(?:mi"
    r"|le|ti) (?:piacerebbe|farebbe)"
    r"|(?:eu )?(?:gostaria|gostava|queria)|ik (?:\S+ )?(?:wil|zou)|graag (?:wil|zou)|por favor|merci de"
    r"|bitte|aggiungimi"
    r"|ich lade|je vous invite|te invito|le invito|ti invito|la invito|convido)"
)
"""How LinkedIn's text begins in the languages we read."""


def _wishes(reading: Reading, sentence: Sentence) -> bool:
    if reading.language not in LANGUAGES:
        return True
    said = reading.flow_of(sentence).strip()
    return _WISHES.match(said) is not None and "permet" not in said


def _is_signed_by_name(reading: Reading) -> bool:
    return any(word.text[:1].isupper() for word in reading.words[reading.closing + 1 :])


def _mostly_quoted(reading: Reading) -> frozenset[int]:
    """The first words of the sentences of which one quotation holds several words; both stand in order of place."""
    if not reading.quoted:
        return frozenset()
    starts, ends = [word.start for word in reading.words], [word.end for word in reading.words]
    sentences = reading.said
    found, at = set(), 0
    for zone in reading.quoted:
        first, last = bisect_left(starts, zone.start), bisect_right(ends, zone.end)
        while at < len(sentences) and sentences[at].last <= first:
            at += 1
        for sentence in itertools.islice(sentences, at, None):
            if sentence.first >= last:
                break
            if min(last, sentence.last) - max(first, sentence.first) >= _QUOTED:
                found.add(sentence.first)
    return frozenset(found)


def _may_be(reading: Reading, sentence: Sentence) -> bool:
    """Quick look: one of the nouns or the site's name is there."""
    nouns = _joining()[1]
    return any(
        word.low in nouns
        or "linkedin" in word.low
        or word.low in ("contactar", "领英", "つながりたい")
        or not word.low.isascii()
        for word in reading.words[sentence.first : sentence.last]
    )


def _frame(reading: Reading, sentence: Sentence) -> bool:
    """An edited default: a verb of joining and a noun of network within twelve words, and little else.

    Where we know neither verbs nor "my", a short sentence with both LinkedIn and a network in it.
    """
    verbs, nouns = _joining()
    low = [word.low for word in reading.words[sentence.first : sentence.last]]
    if reading.language not in LANGUAGES:
        return (
            len(low) <= _LONGEST and any("linkedin" in w for w in low) and any(w.startswith(_networks()) for w in low)
        )
    verb = [i for i, word in enumerate(low) if word in verbs]
    noun = [i for i, word in enumerate(low) if word in nouns or word.startswith("linkedin-")]
    near = any(0 < n - v <= 12 or 0 < v - n <= 6 for v in verb for n in noun)
    mine = any(word in _MINE for n in noun for word in low[max(0, n - 4) : n + 3])
    return near and len(low) <= 26 and mine


_MINE = frozenset(
    """
    my your our mein meinem meinen ihr ihrem ihren dein deinem mon mes votre vos ton mi tu su mia mio
    tua sua rete minha sua seu mijn jouw uw je mitt ditt min mit din mojej moje mijne swojej swoje we us ma la
    """.split()
)
