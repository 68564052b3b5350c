"""Who wants what of whom: selling, asking for favours, vague wishes to "explore". Evidence is weighed, not spotted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Span
from salver.etiquette.text import Reading

_STRONG = Phrases("selling", "strong")
_WEAK = Phrases("selling", "weak")
_MONEY = re.compile(r"[£$€]\s?\d|\d\s?(?:%|€|£|\$)|\d+x\b|-\s?\d+\s?%")
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
    weight = 2 * len(strong) + len({f.text.lower() for f in weak}) + min(2, money)
    if not (strong or weak) or (not strong and len({f.text.lower() for f in weak}) + money < 3):
        return None
    if _WANTED.first(reading, negated=True):
        return None
    first = (strong or weak)[0].span
    return Pitch(first, weight, tuple(f.span for f in (*strong, *weak)))
