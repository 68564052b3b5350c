"""Sets of phrases from `resources/words/phrases`, compiled when first used, by language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salver.etiquette import words
from salver.etiquette.text import Found, Reading

_PART = re.compile(r"<([a-z]+)>")


class Phrases:
    """One table of a file of phrases.

    Phrases are regular expressions over the flow of a note (`Reading.flow`) and match whole words. Those under a
    language's code serve notes in that language alone, those under `any` every note. A file may name alternatives
    under `[parts]` and use them as `<name>`.
    """

    def __init__(self, topic: str, key: str) -> None:
        self._topic = topic
        self._key = key
        self._compiled: dict[str, re.Pattern[str]] = {}

    def source(self, language: str) -> str:
        """All alternatives for a language, joined."""
        tables = words.tables(f"phrases/{self._topic}")
        parts = {name: f"(?:{'|'.join(lines)})" for name, lines in tables.get("parts", {}).items()}
        mine = tables[self._key]
        lines = (*mine.get(language, ()), *mine.get("any", ()))
        return "|".join(_PART.sub(lambda m: parts[m.group(1)], line) for line in lines) or "(?!)"

    def _pattern(self, language: str) -> re.Pattern[str]:
        if language not in self._compiled:
            self._compiled[language] = re.compile(f" (?:{self.source(language)})(?= )")
        return self._compiled[language]

    def find(self, reading: Reading, *, quoted: bool = False, negated: bool = False) -> Iterator[Found]:
        """The phrases in a note, without quoted ones and those a "not" stands before, unless asked for."""
        yield from reading.find(self._pattern(reading.language), quoted=quoted, negated=negated)

    def count(self, reading: Reading) -> int:
        """How many there are."""
        return sum(1 for _ in self.find(reading))

    def first(self, reading: Reading, *, negated: bool = False) -> Found | None:
        """The first of them, or None."""
        return next(self.find(reading, negated=negated), None)

    def within(self, flow: str, language: str) -> bool:
        """True when a piece of flow holds one, negated or not."""
        return self._pattern(language).search(flow) is not None

    def opens(self, flow: str, language: str) -> bool:
        """True when a piece of flow begins with one."""
        return self._pattern(language).match(flow) is not None
