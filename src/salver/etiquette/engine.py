"""The engine: runs the rules over a note. Pure: no clock, no files, no network."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from salver.cards.situation import Situation
from salver.etiquette.dismissed import fingerprint
from salver.etiquette.model import Finding, Rule, Severity, Span
from salver.etiquette.text import Reading

_LITTLE_MORE = 20
"""Characters around a hint's own words."""


class Engine:
    """Checks notes with a fixed set of rules, or with those a callable answers with at the first check.

    `off` are ids switched off in the settings, `dismissed` the (rule, fingerprint) pairs the person has let go
    for this note, or (rule, "") for all of a rule on this card.
    """

    def __init__(
        self,
        rules: Iterable[Rule] | Callable[[], Iterable[Rule]],
        off: frozenset[str] = frozenset(),
        dismissed: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self._given = rules
        self._off = off
        self._dismissed = dismissed

    @cached_property
    def _rules(self) -> tuple[Rule, ...]:
        given = self._given() if callable(self._given) else self._given
        return tuple(rule for rule in given if rule.id not in self._off and (rule.id, "") not in self._dismissed)

    def check(self, note: str, situation: Situation) -> tuple[Finding, ...]:
        """All findings in order of start, those without a span first. An empty note has none."""
        if not note.strip():
            return ()
        reading = Reading(note, situation)
        found: list[Finding] = []
        for rule in self._rules:
            found.extend(self._ask(rule, reading))
        return merge(tuple(f for f in _settled(found, self._rules) if not self._is_dismissed(f, note)))

    def _ask(self, rule: Rule, reading: Reading) -> list[Finding]:
        try:
            return [
                Finding(rule.id, hit.severity or rule.severity, hit.span, hit.message, hit.reason, hit.fixes)
                for hit in rule.find(reading)
            ]
        # One faulty rule must not take the others with it; the tests fail on the line in the log.
        except Exception:  # noqa: BLE001 - whatever a rule raises
            import logging  # Needed by no check that goes well, and dear where a program checks one note and ends.

            logging.getLogger(__name__).error("rule %s failed and was skipped", rule.id)
            return []

    def _is_dismissed(self, finding: Finding, note: str) -> bool:
        return bool(self._dismissed) and (finding.rule, fingerprint(finding, note)) in self._dismissed


def _settled(found: list[Finding], rules: tuple[Rule, ...]) -> list[Finding]:
    """Drop what another rule says better: declared by the rule, or a hint on the words of something worse."""
    present = {f.rule for f in found}
    silent = {rule.id for rule in rules if rule.id in present and rule.yields_to & present}
    kept = [f for f in found if f.rule not in silent]
    loud = [f.span for f in kept if f.span is not None and f.severity is not Severity.HINT]
    return [
        f
        for f in kept
        if f.severity is not Severity.HINT or f.span is None or not any(_says_it(span, f.span) for span in loud)
    ]


def _says_it(worse: Span, hint: Span) -> bool:
    """True when the worse finding marks the hint's words and little more; a whole sentence says nothing of a word."""
    return worse.covers(hint) and (worse.end - worse.start) - (hint.end - hint.start) <= _LITTLE_MORE


def merge(*groups: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Findings of several sources in order of start; those without a span come first.

    A later group yields where an earlier one has marked the same words, if they are not a whole sentence.
    """
    out: list[Finding] = []
    for group in groups:
        taken = [f.span for f in out if f.span is not None]
        out.extend(f for f in group if f.span is None or not any(_marks_the_same(f.span, span) for span in taken))
    return tuple(sorted(out, key=lambda f: (f.span.start if f.span else -1, f.severity.rank, f.rule)))


def _marks_the_same(span: Span, taken: Span) -> bool:
    """They share words, and the one before is not a whole sentence around a single word."""
    return span.overlaps(taken) and not (taken.covers(span) and not _says_it(taken, span))


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The order in which a panel shows findings: by severity, then by place."""
    return tuple(sorted(findings, key=lambda f: (f.severity.rank, f.span.start if f.span else -1, f.rule)))
