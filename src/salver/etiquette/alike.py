"""How near a text is to others, by neighbouring words: people of one event compare notes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from salver.cards.names import fold

_WORDS = re.compile(r"[^\W_]+")


class Others:
    """Texts to be unlike of, taken apart once."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._pairs = [pairs for text in texts if (pairs := _pairs(text))]

    def nearest(self, text: str) -> float:
        """The likeness of the most alike: 1 for the same words in the same order, 0 for none in common."""
        mine = _pairs(text)
        return max((2 * len(mine & theirs) / (len(mine) + len(theirs)) for theirs in self._pairs), default=0.0)


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(itertools.pairwise(_WORDS.findall(fold(text))))
