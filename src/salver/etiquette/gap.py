"""The gap of a draft: where a sentence of the person's own is still to come."""

from __future__ import annotations

import re

from salver.etiquette.model import Span

GAP = "…"
"""Stands where the person's own sentence goes. Plain enough to read over, and never a field to fill in."""
_STANDING_GAP = re.compile(r"(?:^|(?<=[.!?,:”’)\]] )|(?<=\n))…(?=$|\s)")


def gap_in(text: str) -> Span | None:
    """The gap of a draft that is still open; None once something else stands there.

    Dots that trail off behind a word, or stand within a sentence, are the writer's own.
    """
    for match in _STANDING_GAP.finditer(text):
        after = text[match.end() :].lstrip(" ")
        if not after[:1].islower():
            return Span(*match.span())
    return None
