"""Sets of phrases from `resources/words/phrases`, each compiled when a note first holds the words it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from salver.etiquette import needs, words
from salver.etiquette.needs import Need
from salver.etiquette.text import Found, Reading

_PART = re.compile(r"<([a-z]+)>")


class Phrases:
    """One table of a file of phrases.

    Phrases are regular expressions over the flow of a note (`Reading.flow`) and match whole words. Those under a
    language's code serve notes in that language alone, those under `any` every note. A file may name alternatives
    under `[parts]` and use them as `<name>`. Every phrase stands between `before` and `after`, which are regular
    expressions, too.
    """

    def __init__(self, topic: str, key: str, before: str = " ", after: str = "(?= )") -> None:
        self._topic = topic
        self._key = key
        self._frame = (before, after)
        self._shelves: dict[str, _Shelf] = {}

    def lines(self, language: str) -> tuple[str, ...]:
        """The phrases for a language, each complete."""
        tables = words.tables(f"phrases/{self._topic}")
        parts = {name: f"(?:{'|'.join(lines)})" for name, lines in tables.get("parts", {}).items()}
        mine = tables[self._key]
        lines = (*mine.get(language, ()), *mine.get("any", ()))
        return tuple(_PART.sub(lambda m: parts[m.group(1)], line) for line in lines)

    def _shelf(self, language: str) -> _Shelf:
        if language not in self._shelves:
            self._shelves[language] = _Shelf(self.lines(language), *self._frame)
        return self._shelves[language]

    def find(self, reading: Reading, *, quoted: bool = False, negated: bool = False) -> Iterator[Found]:
        """The phrases in a note, without quoted ones and those a "not" stands before, unless asked for."""
        patterns = self._shelf(reading.language).patterns(reading.flow_words)
        if patterns:
            yield from reading.found(_in_order(patterns, reading.flow), quoted=quoted, negated=negated)

    def count(self, reading: Reading) -> int:
        """How many there are."""
        return sum(1 for _ in self.find(reading))

    def first(self, reading: Reading, *, negated: bool = False) -> Found | None:
        """The first of them, or None."""
        return next(self.find(reading, negated=negated), None)

    def within(self, flow: str, language: str) -> bool:
        """True when a piece of flow holds one, negated or not."""
        return any(p.search(flow) for p in self._shelf(language).patterns(frozenset(flow.split())))

    def opens(self, flow: str, language: str) -> bool:
        """True when a piece of flow begins with one."""
        return any(p.match(flow) for p in self._shelf(language).patterns(frozenset(flow.split())))


class _Shelf:
    """The phrases of one language, found by the rarest words they need."""

    def __init__(self, lines: tuple[str, ...], before: str, after: str) -> None:
        self._lines = lines
        self._frame = (before, after)
        self._more: list[tuple[Need, ...]] = []
        self._always: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}
        for number, line in enumerate(lines):
            first, *more = needs.of(line) or (frozenset(),)
            self._more.append(tuple(more))
            if not first:
                self._always.append(number)
            for word in first:
                self._by_word.setdefault(word, []).append(number)

    def patterns(self, there: frozenset[str]) -> list[re.Pattern[str]]:
        """The phrases that may stand among these words, in their order."""
        held = self._by_word.keys() & there
        if not held and not self._always:
            return []
        numbers = {
            number
            for word in held
            for number in self._by_word[word]
            if not any(need.isdisjoint(there) for need in self._more[number])
        }
        numbers.update(self._always)
        return [self._pattern(number) for number in sorted(numbers)]

    def _pattern(self, number: int) -> re.Pattern[str]:
        found = self._compiled.get(number)
        if found is None:
            before, after = self._frame
            found = self._compiled[number] = re.compile(f"{before}(?:{self._lines[number]}){after}")
        return found


def _in_order(patterns: list[re.Pattern[str]], flow: str) -> Iterator[re.Match[str]]:
    """What one expression of all of them would find: the leftmost match, of several the first one's."""
    ahead: list[re.Match[str] | None] = [pattern.search(flow) for pattern in patterns]
    at = 0
    while True:
        best: re.Match[str] | None = None
        for number, match in enumerate(ahead):
            if match is not None and match.start() < at:
                match = ahead[number] = patterns[number].search(flow, at)
            if match is not None and (best is None or match.start() < best.start()):
                best = match
        if best is None:
            return
        yield best
        at = best.end()
