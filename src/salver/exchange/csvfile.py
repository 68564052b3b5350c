"""Reading CSV: encodings, delimiters, and rows of which one bad one costs itself alone."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from salver.exchange import headers
from salver.exchange import text as texts
from salver.exchange.model import Problem, Unreadable

ROWS_MAX = 100_000
COLUMNS_MAX = 1_000
HEADER_WITHIN = 25
"""A header is looked for in this many rows: LinkedIn and others write notes before it."""
BAD_ROWS_MAX = 200
_DELIMITERS = ",;\t|"


def decoded(data: bytes) -> str:
    """The text of a CSV file, with line ends as line feeds outside and inside of quotes."""
    text, stand_in = texts.decode(data)
    if stand_in:
        # Line by line, so that one bad byte does not spoil every name in the file.
        text = "\n".join(texts.guess(line) for line in data.removeprefix(codecs.BOM_UTF8).split(b"\n"))
    if "\0" in text:
        text = text.replace("\0", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def delimiter(text: str) -> tuple[str, str]:
    """The mark between columns, and the text without a line that names it ("sep=;", as Excel writes)."""
    match = re.match(r'"?sep=(.)"?\n', text, re.IGNORECASE)
    if match:
        return match.group(1), text[match.end() :]
    best, best_score = ",", (-1, -1)
    lines = text[:20_000].split("\n")[:HEADER_WITHIN]
    for mark in _DELIMITERS:
        rows = list(islice(csv.reader(lines, delimiter=mark), HEADER_WITHIN))
        known = max((headers.score(row) for row in rows if len(row) <= COLUMNS_MAX), default=0)
        wide = sum(1 for row in rows if len(row) > 1)
        if (known, wide) > best_score:
            best, best_score = mark, (known, wide)
    return best, text


class Rows:
    """The rows of a CSV text with their line numbers.

    A quote that never closes would swallow the rest of the file: such a row costs its own line alone.
    """

    def __init__(self, text: str, mark: str) -> None:
        self._lines = io.StringIO(text, newline="\n").readlines()
        self._mark = mark
        self.problems: list[Problem] = []

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        start = 0
        while start < len(self._lines):
            at = start
            reader = csv.reader(islice(self._lines, start, None), delimiter=self._mark)
            while True:
                at = start + reader.line_num
                try:
                    row = next(reader)
                except StopIteration:
                    return
                except csv.Error:
                    break
                if start + reader.line_num >= len(self._lines) and self._swallowed(at, start + reader.line_num):
                    break
                if row:
                    yield at + 1, row
            self.problems.append(Problem("This row has a quote that never closes. It was left out.", line=at + 1))
            if len(self.problems) > BAD_ROWS_MAX:
                self.problems.append(Problem("Too many rows cannot be read; the rest was left out.", line=at + 1))
                return
            start = at + 1

    def _swallowed(self, first: int, end: int) -> bool:
        """Whether the last row runs over several lines only because a quote is missing."""
        return end - first > 1 and sum(line.count('"') for line in self._lines[first:end]) % 2 == 1


def find_header(rows: Sequence[tuple[int, Sequence[str]]]) -> int | None:
    """The index of the row that names the columns, or None when there is none."""
    best, best_score = None, 0
    for index, (_, row) in enumerate(rows[:HEADER_WITHIN]):
        if len(row) > COLUMNS_MAX:
            raise Unreadable(f"This file has more than {COLUMNS_MAX:,} columns. Nothing was imported.")
        found = headers.score(row)
        if found > best_score:
            best, best_score = index, found
    return best if best_score else None
