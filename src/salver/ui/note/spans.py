"""Keep findings and marks where their words are while somebody types. Pure; one unit for all offsets of a call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from salver.etiquette.model import Edit, Finding, Fix, Span


def moved(start: int, end: int, at: int, removed: int, added: int) -> tuple[int, int] | None:
    """Where start..end lies after `removed` units at `at` were replaced by `added`; None when it is gone.

    Typing inside of a piece, or at its very end, leaves it as it was before: the next check decides.
    """
    gone = at + removed
    if end <= at:
        return start, end
    if start >= gone:
        return start + added - removed, end + added - removed
    if at <= start and end <= gone:
        return None
    low = start if start < at else at + added
    high = end + added - removed if end > gone else at
    return (low, high) if low < high else None


def difference(old: str, new: str) -> tuple[int, int, int]:
    """The one change that leads from `old` to `new`: where, how much was removed, how much was added."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, len(old) - head - tail, len(new) - head - tail


def carried(findings: Iterable[Finding], old: str, new: str) -> tuple[Finding, ...]:
    """Findings of `old` that still hold for `new`: those whose words the change did not touch."""
    if old == new:
        return tuple(findings)
    at, removed, added = difference(old, new)
    kept = (_carried(finding, at, removed, added) for finding in findings)
    return tuple(finding for finding in kept if finding is not None)


def _carried(finding: Finding, at: int, removed: int, added: int) -> Finding | None:
    span = finding.span
    if span is None or not (span.end < at or span.start > at + removed):
        return None
    shift = 0 if span.end < at else added - removed
    fixes = tuple(
        Fix(fix.label, tuple(Edit(e.start + shift, e.end + shift, e.replacement) for e in fix.edits))
        for fix in finding.fixes
        if all((e.end < at) == (span.end < at) and (e.end < at or e.start > at + removed) for e in fix.edits)
    )
    return replace(finding, span=Span(span.start + shift, span.end + shift), fixes=fixes)
