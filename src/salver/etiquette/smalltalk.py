"""Small talk: the words that could stand in any note, and the stems by which the others are compared."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from salver.cards.names import fold
from salver.etiquette import words as lists
from salver.etiquette.text import Word

LANGUAGES = frozenset({"en", "de", "fr", "es", "it", "pt", "nl"})
"""Those with a list of small talk of their own; in others nothing is said about content."""
_PIECES = re.compile(r"[^\W_]+")


@functools.cache
def _stock(language: str) -> frozenset[str]:
    if language == "en":
        return lists.known("stock", "small", "verbs", "adjectives", "occasions", "business", "courtesy") | lists.known(
            "languages", "en"
        )
    if language not in LANGUAGES:
        return frozenset(lists.lists("languages").get(language, ()))
    return lists.known("stock", language) | lists.known("languages", language)


@functools.cache
def stock_stems(language: str) -> frozenset[str]:
    """Stems of the longer words of small talk, so that endings make no difference."""
    return frozenset(stem(fold(word)) for word in _stock(language) if len(word) >= 5)


@functools.lru_cache(maxsize=8192)
def is_stock(low: str, language: str) -> bool:
    """True for a word that could stand in any note; English endings are taken off."""
    stock = _stock(language)
    if low in stock:
        return True
    if language != "en":
        return _is_small_talk(low, language)
    if "'" in low:
        low = low.partition("'")[0]
        if low in stock:
            return True
    if "-" in low:
        head, _, tail = low.rpartition("-")
        return tail in _LOOSE and is_stock(head, language)
    return any(base in stock for base in _bases(low))


def within_sentence(word: Word, language: str) -> str:
    """A word that began a sentence as it stands behind a comma: small, unless it is a name, or a noun in German."""
    is_small = (
        word.text[:1].isupper() and word.text[1:].islower() and language != "de" and word.low[:2] not in ("i", "i'")
    )
    if not is_small or not is_stock(word.low, language or "en"):
        return word.text
    return word.text[0].lower() + word.text[1:]


@functools.cache
def _small_talk(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words and beginnings of words, without case and accents."""
    listed = lists.lists("smalltalk").get(language, ())
    whole = {word for word in listed if not word.endswith("*")} | {fold(word) for word in _stock(language)}
    return frozenset(whole), tuple(word[:-1] for word in listed if word.endswith("*"))


def _is_small_talk(low: str, language: str) -> bool:
    """The same for the other languages, whose words have more forms than a list can hold."""
    folded = fold(low)
    whole, beginnings = _small_talk(language)
    if folded in whole or folded.startswith(beginnings) or stem(folded) in stock_stems(language):
        return True
    elided, mark, rest = folded.partition("'")
    if mark and len(elided) <= 4 and rest:
        return _is_small_talk(rest, language)
    return "-" in folded and all(len(part) < 3 or _is_small_talk(part, language) for part in folded.split("-") if part)


_LOOSE = frozenset("up on in out off minded known class edge term time day to old back again one".split())


def _bases(low: str) -> Iterable[str]:
    """What an English word may be the form of; a base has three letters at least."""
    for ending, instead in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 3 - len(instead):
            yield low[: -len(ending)] + instead
    for ending in ("ed", "er", "ing"):
        cut = len(low) - len(ending)
        if low.endswith(ending) and cut >= 4 and low[cut - 1] == low[cut - 2]:
            yield low[: cut - 1]


_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("er", ""),
    ("er", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ly", "le"),
    ("ily", "y"),
    ("est", ""),
    ("est", "e"),
    ("iest", "y"),
    ("ier", "y"),
)


def stems(text: str) -> frozenset[str]:
    """Folded beginnings of the longer words of a text, good enough to tell one subject from another."""
    return frozenset(stem(word) for word in _PIECES.findall(fold(text)) if len(word) >= 3)


@functools.lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A folded word without its usual endings."""
    for ending in ("ungen", "ing", "ers", "er", "ies", "ed", "es", "en", "s", "e", "y", "a", "o", "i"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
