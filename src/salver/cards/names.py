"""Names: taken apart, put in order, shortened to initials. Works for any script; never re-cases a name."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

_PREFIXES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev fr sr sra herr frau hr fru m mme mlle dott ing".split()
)
_SUFFIXES = frozenset("jr sr ii iii iv phd md mba pmp cpa esq msc bsc dds rn obe mbe cbe".split())
_PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le el al bin ibn ben ter ten zu zum zur af av y e".split()
)
# Latin letters that Unicode does not decompose, so that accents-off matching needs them spelled out.
_FOLDED = str.maketrans(
    {
        "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
        "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "ħ": "h", "Ħ": "h", "ŋ": "n",
    }
)  # fmt: skip
_LONGEST_PIECE = 400
"""Longer texts are folded as a whole: their words are not worth remembering."""
_IN_BRACKETS_AT_END = re.compile(r"(?<=\S) *\([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Parts:
    """A personal name taken apart; every part may be empty."""

    prefix: str = ""
    first: str = ""
    middle: str = ""
    last: str = ""
    suffix: str = ""


def fold(text: str) -> str:
    """Lower case without accents, with ß, ø, ł, æ and their like spelled out: for matching, never for showing."""
    if text.isascii():
        return text.lower()
    if len(text) > _LONGEST_PIECE:
        return _folded(text)
    # Names and firms are made of the same words again and again; a space is folded like nothing beside it.
    return " ".join([piece.lower() if piece.isascii() else _folded_again(piece) for piece in text.split(" ")])


def _folded(text: str) -> str:
    # Compatibility letters such as 𝕊 become plain capitals first, and only then lower case.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(_FOLDED)).casefold())
    return "".join([c for c in plain if not unicodedata.combining(c)]).translate(_FOLDED)


_folded_again = functools.lru_cache(maxsize=4_096)(_folded)


def _bare(word: str) -> str:
    return word.strip(".,").replace(".", "").casefold()


def split(text: str) -> Parts:
    """Take a typed name apart.

    "Ruiz, Ana" is surname first; "van der Berg" keeps its particles; a name without spaces is a first name
    unless it is written in Han or Hangul, where the family name stands first and is left joined.
    """
    text = " ".join(text.split())
    if text[-1:] == ")":
        text = _IN_BRACKETS_AT_END.sub("", text)
    text = text.strip(" ,")
    if not text:
        return Parts()
    head, comma, tail = text.partition(",")
    if comma and tail.strip() and _bare(tail.split()[0]) not in _SUFFIXES:
        given = split(tail.strip())
        middle = " ".join(p for p in (given.middle, given.last) if p)
        return Parts(given.prefix, given.first, middle, head.strip(), given.suffix)
    words = text.replace(",", " ").split()
    prefix: list[str] = []
    while len(words) > 1 and _bare(words[0]) in _PREFIXES:
        prefix.append(words.pop(0))
    suffix: list[str] = []
    while len(words) > 1 and _bare(words[-1]) in _SUFFIXES:
        suffix.insert(0, words.pop())
    if len(words) == 1:
        only_title = bool(prefix)
        return Parts(
            " ".join(prefix), "" if only_title else words[0], "", words[0] if only_title else "", " ".join(suffix)
        )
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return Parts(" ".join(prefix), words[0], " ".join(words[1:cut]), " ".join(words[cut:]), " ".join(suffix))


def sort_key(first: str, last: str, shown: str) -> str:
    """Folded key that orders people by surname, then first name; people without one by what is shown."""
    if last:
        return f"{fold(last)} {fold(first)}".strip()
    return fold(shown)


def index_letter(key: str) -> str:
    """The index tab of a sort key: A to Z, or # for everything else."""
    for char in key:
        if char.isalnum():
            upper = char.upper()
            return upper if "A" <= upper <= "Z" else "#"
    return "#"


def _first_letter(text: str) -> str:
    for char in text:
        if char.isalpha():
            upper = char.upper()
            return upper if len(upper) == 1 else char
    return ""


def initials(first: str, last: str, shown: str) -> str:
    """Up to two letters; a single one for names in one word or in scripts that do not space them."""
    surnames = last.split()
    if first and surnames:
        return _first_letter(first) + _first_letter(surnames[-1])
    words = shown.replace("(", " ").split()
    return _first_letter(words[0]) if words else ""
