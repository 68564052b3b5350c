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
    "nothing-specific": frozenset({"no-context"}),
    "stranger-no-bio": frozenset({"no-context"}),
    "introducer-unnamed": frozenset({"no-context"}),
}
"""A text that is LinkedIn's own holds nothing of the writer's: whatever else it lacks is the same remark again. And a
detail of the talk, a line on oneself or the name of who introduced them is what tells who writes."""
_UNASKED = ("sales-pitch", "brain-picking", "big-ask", "pressure", "near-default-invitation", "no-hook")
"""Remarks on what is wanted of the reader: on the same words, the first of these is enough."""


def said_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those that another one covers, the worst first, then what stands in the text.

    What is missing from the whole comes last of its kind: it is said later, and pushes nothing down.
    """
    given = sorted(findings, key=lambda f: (f.severity.rank, f.span is None, f.span.start if f.span else 0, f.rule))
    return tuple(f for f in given if not any(_says_it_too(other, f) for other in given))


def _says_it_too(other: Finding, finding: Finding) -> bool:
    """True where the other makes this one needless; what weighs less never does."""
    if other.severity.rank > finding.severity.rank:
        return False
    if finding.rule in _SAYS_ALL.get(other.rule, ()):
        # What is left after a fix on offer is another matter: it would look as if the fix had brought it.
        return not other.fixes
    if finding.rule == "introducer-unnamed":
        return other.rule == "contradicts-card" and any(
            edit.replacement and edit.replacement in finding.message for edit in _edits(other)
        )
    if finding.rule not in _UNASKED or other.rule not in _UNASKED[: _UNASKED.index(finding.rule)]:
        return False
    return finding.span is not None and other.span is not None and finding.span.overlaps(other.span)


def _edits(finding: Finding) -> Sequence[Edit]:
    return [edit for fix in finding.fixes for edit in fix.edits]
