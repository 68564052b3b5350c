"""What is said of a note while somebody still writes it: nothing that the next words may take back. Pure.

A remark on words is ready once their sentence is closed. One on the whole note (nothing specific, nothing to answer)
waits until the writing rests, for whoever has written half a note has not left anything out yet. What is shown stays
as long as it holds, so that nothing goes and comes again.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Sequence

from salver.etiquette.model import Finding, Span
from salver.ui.note.once import said_once
from salver.ui.note.spans import carried, difference, moved

AT_ONCE = 16
"""A change of more characters than this was not typed: a pasted note, a draft, an undone step."""
JUDGED_FROM = 24
"""A shorter text is no note yet."""
_CLOSED = re.compile(
    r"[.!?…]['\"”’)\]»]*(?=\s)|[!?]['\"”’)\]»]*$|[。！？؟]|\n|\A\s*[^\s,]+(?:\s[^\s,]+){0,4}[,:](?=\s)"
)
_ENDED = re.compile(r"[.!?…。！？؟]['\"”’)\]»]*\s*\Z")
_EDGE = re.compile(r"\s")
_OF_THE_WHOLE = frozenset({"no-hook"})
"""Rules that speak of what is missing even where they mark some words."""
_COUNTED = frozenset({"too-long"})
"""No words to come can make this untrue."""


class Rest(enum.IntEnum):
    """How long the keys have rested, and what may be said by then."""

    NONE = 0
    PAUSE = 1
    """Longer than from key to key: what is wrong with the words so far."""
    STOP = 2
    """As one stops at the end of a note: what a note that ends in a full stop lacks."""
    AWAY = 3
    """Nobody is writing."""


REST_MS = {Rest.NONE: 1_500, Rest.PAUSE: 1_500, Rest.STOP: 7_000}
"""How long each state lasts."""


def was_typed(old: str, new: str) -> bool:
    """Whether a change is as small as keys make it."""
    _, removed, added = difference(old, new)
    return removed <= AT_ONCE and added <= AT_ONCE


def ready(
    findings: Sequence[Finding], text: str, caret: int, rest: Rest, known: tuple[Sequence[Finding], str]
) -> tuple[Finding, ...]:
    """What may be said now. `known` is what is shown, with the text it was found in; offsets are code points."""
    if rest is Rest.AWAY:
        return said_once(findings)
    open_ = _being_written(text, caret)
    judged = rest >= Rest.STOP and len(text.strip()) > JUDGED_FROM and _ENDED.search(text) is not None
    places = tuple(_shifted(*known, text))
    told = [f for f in findings if _is_ready(f, open_, rest, judged=judged) or _is_among(f, places)]
    if rest is Rest.NONE:
        told += _unsettled(told, carried(*known, text), open_)
    return said_once(told)


def _unsettled(told: Sequence[Finding], shown: Iterable[Finding], open_: tuple[int, int]) -> list[Finding]:
    """What was said of closed sentences, and only the half of a sentence that is being written speaks against."""
    rules = {finding.rule for finding in told}
    return [f for f in shown if f.span is not None and f.span.end < open_[0] and f.rule not in rules]


def _is_ready(finding: Finding, open_: tuple[int, int], rest: Rest, *, judged: bool) -> bool:
    if finding.rule in _COUNTED:
        return True
    if finding.span is None or finding.rule in _OF_THE_WHOLE:
        return judged
    return rest >= Rest.PAUSE or finding.span.end < open_[0] or finding.span.start > open_[1]


def _being_written(text: str, caret: int) -> tuple[int, int]:
    """The piece that may still change its meaning: the open sentence, or in a closed one the word at the caret."""
    closed = [match.end() for match in _CLOSED.finditer(text)]
    if any(end > caret for end in closed) or _ENDED.search(text, caret):
        before = [match.end() for match in _EDGE.finditer(text, 0, caret)]
        after = _EDGE.search(text, caret)
        return (before[-1] if before else 0, after.start() if after else len(text))
    return max((end + 1 for end in closed if end <= caret), default=0), len(text)


def _shifted(findings: Iterable[Finding], old: str, new: str) -> Iterable[tuple[str, Span | None]]:
    """The rules of these findings and where their words lie after a change."""
    at, removed, added = difference(old, new)
    for finding in findings:
        if finding.span is None:
            yield finding.rule, None
        elif (place := moved(finding.span.start, finding.span.end, at, removed, added)) is not None:
            yield finding.rule, Span(*place)


def _is_among(finding: Finding, shown: Sequence[tuple[str, Span | None]]) -> bool:
    span = finding.span
    return any(
        rule == finding.rule and (span is None or place is None or span.overlaps(place)) for rule, place in shown
    )
