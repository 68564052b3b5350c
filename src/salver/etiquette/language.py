"""The language of a short note, told by its script and its small words.

A library would cost more than it earns at this length. Measured on the 1,015 notes of 40 to 200 characters among
the labelled ones (162 not English), and on the 165 short texts of `tests/etiquette/languages.tsv` (127 not English,
with loan words; 38 English, with foreign names and greetings). "English lost" makes the rules fall silent, "taken for
English" sets English lists on another language, "mixed up" is one of the six others taken for anything else:

| detector (2026-11)        | English lost | taken for English | mixed up | a text  | ready  | installed |
|---------------------------|--------------|-------------------|----------|---------|--------|-----------|
| this one                  | 0 + 0        | 0 + 0             | 0 + 3    | 0.05 ms | 1 ms   | 11 KB     |
| heliport 1.0              | 0 + 1        | 0 + 0             | 0 + 1    | 0.02 ms | 540 ms | 129 MB    |
| py3langid 0.4             | 0 + 4        | 0 + 0             | 0 + 2    | 0.06 ms | 590 ms | 78 MB     |
| eld 1.0                   | 0 + 7        | 0 + 1             | 0 + 1    | 0.07 ms | 80 ms  | 53 MB     |
| pycld2 0.42               | 0 + 1        | 0 + 9             | 1 + 9    | 0.01 ms | 10 ms  | 14 MB     |
| langdetect 1.0            | 7 + 2        | 0 + 1             | 0 + 7    | 1.3 ms  | 240 ms | 3 MB      |
| lingua 2.1, 20 languages  | 1 + 4        | 0 + 1             | 0 + 1    | 0.6 ms  | 3.5 s  | 96 MB     |
| langid 1.1                | 13 + 4       | 0 + 0             | 1 + 2    | 0.8 ms  | 1.4 s  | 79 MB     |
| cld3-py 3.1               | 22 + 16      | 0 + 0             | 1 + 8    | 0.05 ms | 5 ms   | 2 MB      |
| whatlang-pyo3 0.6         | 64 + 18      | 0 + 0             | 2 + 9    | 0.08 ms | 5 ms   | 6 MB      |

Our own figure is after the first 124 of those texts had shown what was missing (before: 2 + 6 English lost, 2 mixed
up); the last 41 were written after that, and gave the 3 that are left.
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
    telling = words.lists("telling")
    for code, entries in words.lists("languages").items():
        for word in dict.fromkeys(entries + telling.get(code, ())):
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
