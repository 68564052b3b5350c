"""The language of a short note, told by its script and its small words.

Measured on notes of 40 to 300 characters; a library would cost more than it earns at this length.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable

from salver.etiquette import words

_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "CYRILLIC": "ru", "GREEK": "el",
    "ARABIC": "ar", "HEBREW": "he", "THAI": "th", "DEVANAGARI": "hi",
}  # fmt: skip
_LETTERS = {
    "ß": "de",
    "ñ": "es",
    "¿": "es",
    "¡": "es",
    "ã": "pt",
    "õ": "pt",
    "œ": "fr",
    "ø": "da",
    "ł": "pl",
    "ş": "tr",
}


@functools.cache
def _profile() -> dict[str, tuple[tuple[str, ...], float]]:
    """Small word → the languages it belongs to, and how much it says."""
    where: dict[str, list[str]] = {}
    for code, entries in words.lists("languages").items():
        for word in dict.fromkeys(entries):
            where.setdefault(word, []).append(code)
    return {word: (tuple(codes), 1.0 / len(codes)) for word, codes in where.items()}


def detect(lowered: Iterable[str], text: str) -> str:
    """The ISO 639-1 code of a note's language, or an empty string when nothing tells.

    `lowered` are its words in lower case, without greeting and sign-off where these are known.
    """
    script = _by_script(text)
    if script:
        return script
    scores: dict[str, float] = {}
    profile = _profile()
    for word in lowered:
        found = profile.get(word)
        if found:
            for code in found[0]:
                scores[code] = scores.get(code, 0.0) + found[1]
    if not text.isascii():
        for letter, code in _LETTERS.items():
            if letter in text:
                scores[code] = scores.get(code, 0.0) + 0.4
    if not scores:
        return ""
    best = max(scores, key=lambda code: (scores[code], code))
    return best if scores[best] >= 0.4 else ""


def _by_script(text: str) -> str:
    if text.isascii():
        return ""
    foreign: dict[str, int] = {}
    letters = 0
    for char in text[:400]:
        if char.isalpha():
            letters += 1
            if char > "\u036f":
                name = unicodedata.name(char, "").partition(" ")[0]
                code = _SCRIPTS.get(name)
                if code:
                    foreign[code] = foreign.get(code, 0) + 1
    total = sum(foreign.values())
    if not letters or total * 2 < letters:
        return ""
    if "ja" in foreign:
        return "ja"
    return max(foreign, key=lambda code: foreign[code])
