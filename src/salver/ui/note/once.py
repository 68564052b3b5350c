"""Nothing is said twice: where two remarks come to the same, the panel shows the one that says more. Pure.

The engine keeps both, for each is true by itself; once the first is mended or let go, the other is shown if it is
still there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from salver.etiquette.model import Edit, Finding

_SAYS_ALL = {
    "default-invitation": frozenset({"near-default-invitation", "nothing-specific", "no-context", "no-hook"}),
    "near-default-invitation": frozenset({"nothing-specific"}),
}
"""A text that is LinkedIn's own holds nothing of the writer's: whatever else it lacks is the same remark again."""
_UNASKED = ("sales-pitch", "big-ask", "brain-picking", "pressure", "near-default-invitation", "no-hook")
"""Remarks on what is wanted of the reader: on the same words, the first of these is enough."""


def said_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in their order, without those that another one covers."""
    given = tuple(findings)
    covered = {rule for finding in given for rule in _SAYS_ALL.get(finding.rule, ())}
    return tuple(f for f in given if f.rule not in covered and not any(_says_it_too(other, f) for other in given))


def _says_it_too(other: Finding, finding: Finding) -> bool:
    """True where the other makes this one needless."""
    if finding.rule == "introducer-unnamed":
        return other.rule == "contradicts-card" and any(
            edit.replacement and edit.replacement in finding.message for edit in _edits(other)
        )
    if finding.rule not in _UNASKED or other.rule not in _UNASKED[: _UNASKED.index(finding.rule)]:
        return False
    same_words = finding.span is not None and other.span is not None and finding.span.overlaps(other.span)
    return same_words and other.severity.rank <= finding.severity.rank


def _edits(finding: Finding) -> Sequence[Edit]:
    return [edit for fix in finding.fixes for edit in fix.edits]
