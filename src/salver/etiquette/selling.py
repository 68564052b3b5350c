"""Who wants what of whom: selling, asking for favours, vague wishes to "explore". Evidence is weighed, not spotted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.etiquette import asking
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Span
from salver.etiquette.text import Reading

_STRONG = Phrases("selling", "strong")
_WEAK = Phrases("selling", "weak")
_VENDOR, _AUDIENCE, _APPROACH = (Phrases("selling", key) for key in ("vendor", "audience", "approach"))
_MONEY = re.compile(r"[£$€]\s?\d|\d\s?(?:%|€|£|\$)|\d+x\b|-\s?\d+\s?%")
_LINK = re.compile(r"https?://|www\.|\b\w+\.(?:com|net|org|io|example|co|shop|app)\b")
_WANTED = Phrases("selling", "wanted")


@dataclass(frozen=True, slots=True)
class Pitch:
    """Where a note sells, and how sure we are: 2 and more is a pitch."""

    span: Span
    weight: int
    spans: tuple[Span, ...] = ()


def pitch(reading: Reading) -> Pitch | None:
    """The words that sell, with their weight; None when there are none or the reader asked for it."""
    if "pitch" in reading.memo:
        cached = reading.memo["pitch"]
        return cached if isinstance(cached, Pitch) else None
    found = _pitch(reading)
    reading.memo["pitch"] = found
    return found


def _pitch(reading: Reading) -> Pitch | None:
    strong = list(_STRONG.find(reading))
    weak = list(_WEAK.find(reading))
    money = len(_MONEY.findall(reading.text))
    offers = len({f.text.lower() for f in weak}) + min(2, money)
    offers += bool(weak) and _LINK.search(reading.text) is not None
    signs = [next(table.find(reading), None) for table in (_VENDOR, _AUDIENCE, _APPROACH)]
    around = sum(sign is not None for sign in signs)
    weight = 2 * len(strong) + offers
    if not strong and not reading.english and signs[0] is not None and (asked := asking.big(reading)) is not None:
        return Pitch(signs[0].span, 2, (signs[0].span, asked.span))  # Somebody's trade, and the meeting it wants.
    if not strong:
        # Nobody is sold to without an offer and somebody who makes it.
        if not weak or offers + around < 3 or not (offers >= 3 or (offers >= 2 and around) or around == 3):
            return None
        weight = max(weight, 2)
    if _WANTED.first(reading, negated=True):
        return None
    first = (strong or weak)[0].span
    return Pitch(first, weight, tuple(f.span for f in (*strong, *weak)))
