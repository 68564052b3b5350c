"""What a rule is and what it says: the values of the etiquette engine. Offsets are code points."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from salver.cards.situation import Situation

if TYPE_CHECKING:
    from salver.etiquette.text import Reading


class Severity(enum.StrEnum):
    """How much a finding matters. Nothing ever blocks a note."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the worst; for sorting."""
        return ("error", "warning", "hint").index(self.value)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of the note. Raises ValueError when it is empty or runs backwards."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: {self.start}, {self.end}")

    def overlaps(self, other: Span) -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True when the other lies within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement of `text[start:end]`; start and end are equal for an insertion."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe change, one click away. `label` says what it does, such as: Change to “yesterday”."""

    label: str
    edits: tuple[Edit, ...]

    def apply(self, text: str) -> str:
        """The note with all edits made, from right to left."""
        for edit in sorted(self.edits, key=lambda e: (e.start, e.end), reverse=True):
            text = text[: edit.start] + edit.replacement + text[edit.end :]
        return text


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields. No span when something is missing from the whole note."""

    message: str
    span: Span | None = None
    reason: str = ""
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    """Only where tie or channel change the rule's own."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about a note: `message` is its title line, `reason` the line under it."""

    rule: str
    severity: Severity
    span: Span | None
    message: str
    reason: str = ""
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True)
class Bad:
    """A note with the fault. `marks` are the exact pieces flagged, none for a finding without a span.

    `becomes` is the note after the first fix, or None when there is no fix.
    """

    text: str
    marks: tuple[str, ...] = ()
    becomes: str | None = None
    situation: Situation = field(default_factory=Situation)


@dataclass(frozen=True, slots=True)
class Good:
    """A note that the rule must leave alone."""

    text: str
    situation: Situation = field(default_factory=Situation)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of etiquette. Its page is the docstring of its file, its examples are its tests."""

    id: str
    title: str
    severity: Severity
    find: Callable[[Reading], Iterable[Hit]]
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    source: str = ""
    yields_to: frozenset[str] = frozenset()
    """Rules beside whose finding this one has nothing to add."""
    doc: str = ""
    """The docstring of the rule's file; filled in by the registry."""
