"""Favours asked of somebody one hardly knows: work, introductions, meetings, hours of their time."""

from __future__ import annotations

from salver.cards.meeting import By
from salver.cards.names import fold
from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Found, Reading

BIG = Phrases("asking", "big")

OFFERED = Phrases("asking", "offered")


def big(reading: Reading) -> Found | None:
    """The first favour too big for a first note, unless they offered it."""
    found = BIG.first(reading)
    if found is None or OFFERED.first(reading, negated=True):
        return None
    theirs = [fold(p.text) for p in reading.situation.meeting.promises if p.by is By.THEM]
    words = {w for w in fold(found.text).split() if len(w) > 3}
    if any(words & set(text.split()) for text in theirs):
        return None
    return found
