"""Makers for what most rules need: sets of phrases, compiled when first used, by language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from salver.etiquette.text import Found, Reading


class Phrases:
    """Phrases as regular expressions over the flow of a note, each beginning and ending with whole words.

    `en` goes for English notes alone, the other languages for theirs, `any_` for every note.
    """

    def __init__(self, **by_language: str | tuple[str, ...]) -> None:
        self._sources = {key: (value,) if isinstance(value, str) else value for key, value in by_language.items()}

    @functools.cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        return {}

    def _pattern(self, language: str) -> re.Pattern[str] | None:
        if language not in self._compiled:
            sources = (*self._sources.get(language, ()), *self._sources.get("any_", ()))
            self._compiled[language] = re.compile(f" (?:{'|'.join(sources) or '(?!)'})(?= )")
        return self._compiled[language]

    def find(self, reading: Reading, *, quoted: bool = False, negated: bool = False) -> Iterator[Found]:
        """The phrases in a note, without quoted ones and those a "not" stands before, unless asked for."""
        pattern = self._pattern(reading.language if reading.language in self._sources else "")
        if pattern is not None:
            yield from reading.find(pattern, quoted=quoted, negated=negated)

    def count(self, reading: Reading) -> int:
        """How many there are."""
        return sum(1 for _ in self.find(reading))

    def first(self, reading: Reading, *, negated: bool = False) -> Found | None:
        """The first of them, or None."""
        return next(self.find(reading, negated=negated), None)

    def within(self, flow: str, language: str) -> bool:
        """True when a piece of flow holds one."""
        pattern = self._pattern(language if language in self._sources else "")
        return pattern is not None and pattern.search(flow) is not None
