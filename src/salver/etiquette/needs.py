"""The words without which a phrase cannot be found, read off its regular expression.

A phrase is compiled and looked for only in a note that holds them. Compiling all of them would be most of the time of
the first check, and looking for them most of every other. Whatever this reading of an expression does not understand
asks for nothing: such a phrase is always looked for.
"""

from __future__ import annotations

import re

Need = frozenset[str]
"""One of these words must be there."""

_LOOK = re.compile(r"\((?:\?=|\?!|\?<=|\?<!)[^()]*\)")
_GROUP = re.compile(r"\((?:\?:)?((?!\?)[^()]*)\)([?*+]|\{[^}]*\})?\??")
_OPAQUE = re.compile(r"(?:\[[^\]]*\]|\\.|\.)(?:[?*+]|\{[^}]*\})*| (?:[?*+]|\{[^}]*\})+")
_WORD = re.compile(r"[\w'’-]+")
_MAYBE = re.compile(r"([\w'’-]*)[\w'’-]\?")
_UNKNOWN, _BEGINS, _ENDS = "\x00", "\x01", "\x02"
_OPEN_RIGHT, _OPEN_LEFT = "\x04", "\x05"
"""Where a group with a space at its end or beginning stood: gone, when a word ends or begins there anyway."""
_AT_START = re.compile(f"(?<![^ ]){_OPEN_RIGHT}+")
_AT_END = re.compile(f"{_OPEN_LEFT}+(?![^ ])")
_COMMON = frozenset(
    "a an the i you your we me my our us it is are was be am do have has can could will would to of in on for with and "
    "or not this that so if at as what how please just very here there no from by about their them they".split()
)


def of(phrase: str) -> tuple[Need, ...]:
    """What a phrase needs, the rarest first; nothing when it cannot be told."""
    reader = _Reader()
    flat = _OPAQUE.sub(_UNKNOWN, phrase.replace(r"\b", ""))
    changed = 1
    while changed:
        flat, changed = _GROUP.subn(reader.group, _LOOK.sub("", flat))
    if "(" in flat or ")" in flat:
        return ()
    if "|" in flat:
        either = reader.either(flat)
        return (either,) if either else ()
    return tuple(sorted(reader.needs(flat), key=_rarity))


def _rarity(need: Need) -> tuple[bool, int]:
    return bool(need & _COMMON), len(need)


class _Reader:
    """Reads a phrase from its innermost groups outwards; a group that was read is a number between two marks."""

    def __init__(self) -> None:
        self._read: list[Need] = []

    def group(self, match: re.Match[str]) -> str:
        """What stands for a group in the rest of the phrase."""
        inner, times = match.group(1), match.group(2)
        bars = inner.count("|")
        ends = inner.endswith(" ") and inner.count(" |") == bars
        begins = inner.startswith(" ") and inner.count("| ") == bars
        if times:
            return _OPEN_RIGHT if ends else _OPEN_LEFT if begins else _UNKNOWN
        need = self.either(inner)
        mark = _UNKNOWN
        if need:
            self._read.append(need)
            mark = f"{_BEGINS}{len(self._read) - 1}{_ENDS}"
        return f"{' ' if begins else ''}{mark}{' ' if ends else ''}"

    def either(self, inner: str) -> Need:
        """One need for several alternatives: any of the best of each; empty when one of them asks for nothing."""
        best: set[str] = set()
        for part in inner.split("|"):
            if part.isalpha():
                best.add(part)
                continue
            needs = self.needs(part)
            if not needs:
                return frozenset()
            rarest: Need = needs[0] if len(needs) == 1 else min(needs, key=_rarity)
            best |= rarest
        return frozenset(best)

    def needs(self, part: str) -> list[Need]:
        """What a sequence without groups needs."""
        if _OPEN_RIGHT in part or _OPEN_LEFT in part:
            part = _AT_END.sub(" ", _AT_START.sub(" ", part))
        found: list[Need] = []
        for piece in part.split(" "):
            if piece.isalpha() or _WORD.fullmatch(piece):
                found.append(frozenset((piece,)))
            elif piece[:1] == _BEGINS and piece.find(_ENDS) == len(piece) - 1:
                found.append(self._read[int(piece[1:-1])])
            elif (maybe := _MAYBE.fullmatch(piece)) and maybe.group(1):
                found.append(frozenset((maybe.group(1), piece[:-1])))
        return found
