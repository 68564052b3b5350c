"""Edits to a text, in code points, and the same in UTF-16 units for Qt. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from salver.cards.units import Utf16Map

_HALVES = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text without halves of characters, which Qt can hand out and no file can hold."""
    return text if text.isascii() else _HALVES.sub("", text)


class Change(Protocol):
    """Anything with the shape of an edit: put `replacement` in place of `start`..`end`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def replacement(self) -> str: ...


def in_order(edits: Iterable[Change], length: int) -> tuple[tuple[int, int, str], ...]:
    """The edits that fit a text of `length` code points, from right to left, none overlapping another.

    One that reaches outside of the text, or into one already taken, is left out: the text may have changed
    since the edit was thought of.
    """
    taken: list[tuple[int, int, str]] = []
    for edit in sorted(edits, key=lambda e: (e.start, e.end), reverse=True):
        if not 0 <= edit.start <= edit.end <= length:
            continue
        if taken and edit.end > taken[-1][0]:
            continue
        taken.append((edit.start, edit.end, edit.replacement))
    return tuple(taken)


def applied(text: str, edits: Iterable[Change]) -> str:
    """The text after all edits."""
    for start, end, replacement in in_order(edits, len(text)):
        text = text[:start] + replacement + text[end:]
    return text


def in_utf16(text: str, edits: Iterable[Change]) -> Sequence[tuple[int, int, str]]:
    """The same edits as (start, end, replacement) in UTF-16 units, from right to left."""
    units = Utf16Map(text)
    return [(units.to_utf16(s), units.to_utf16(e), r) for s, e, r in in_order(edits, len(text))]
