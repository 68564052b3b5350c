"""Favours asked of somebody one hardly knows: work, introductions, meetings, hours of their time."""

from __future__ import annotations

from salver.cards.meeting import By
from salver.cards.names import fold
from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Found, Reading

BIG = Phrases("asking", "big")

OFFERED = Phrases("asking", "offered")
_REQUEST, _OBJECT = Phrases("asking", "request"), Phrases("asking", "object")


def _together(reading: Reading) -> Found | None:
    """A request and a big thing in one sentence; the thing is what gets marked."""
    # "Ne pourrait-elle pas en prendre un ?" asks all the same, and so do most polite questions.
    things = [f for f in _OBJECT.find(reading, negated=not reading.english) if _is_meant(reading, f)]
    if not things:
        return None
    asked = [reading.sentence_of(f.span) for f in _REQUEST.find(reading, negated=True)]
    return next((f for f in things if reading.sentence_of(f.span) in asked), None)


def _is_meant(reading: Reading, found: Found) -> bool:
    """Not denied; a "not" within a question denies nothing."""
    if reading.english or not reading.is_negated(found.match.start()):
        return True
    sentence = reading.sentence_of(found.span)
    return sentence is not None and sentence.mark == "?"


def big(reading: Reading) -> Found | None:
    """The first favour too big for a first note, unless they offered it."""
    if offered(reading):
        return None
    return BIG.first(reading) or _together(reading)


def offered(reading: Reading) -> bool:
    """True when the note says that they offered it, or what they promised is what it asks for."""
    if OFFERED.first(reading, negated=True):
        return True
    theirs = [fold(p.text) for p in reading.situation.meeting.promises if p.by is By.THEM]
    if not theirs:
        return False
    words = {fold(word.text) for word in reading.words if len(word.text) > 3}
    return any(words & set(text.split()) for text in theirs)
