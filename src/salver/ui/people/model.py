"""The list of people as Qt sees it. It holds ids; rows are fetched in pages, when they are painted."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from salver.agenda.window import Kind
from salver.store import Filter, Row
from salver.ui.people.words import row_timing, row_words, spoken
from salver.ui.texts import People

PAGE = 64
"""How many rows are read at once: about four screens."""
KEPT = 1024
"""How many rows are kept; a row is a few hundred bytes."""
SHORT = 400
"""Lists up to this length are divided by headings and may have rows of different height."""

_Index = QModelIndex | QPersistentModelIndex


class PeopleSource(Protocol):
    """What the model asks of the store."""

    def ids(self, wanted: Filter, /) -> list[int]:
        """The ids of a filter, in order."""

    def rows(self, ids: Sequence[int], /) -> list[Row]:
        """The rows of some ids, in the same order; missing ones are skipped."""

    def letters(self, wanted: Filter, /) -> dict[str, int]:
        """Each index letter with the position of its first card."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between the rows of a short list."""

    title: str
    count: int


class PeopleModel(QStringListModel):
    """Lines of the list: cards, and in short lists the headings between them.

    A line is either a card's id or, for a heading, a number below zero. The strings of the base class stay empty:
    it is there to count the lines, because a list view asks for their number twice for each line, and 200,000 calls
    from C++ to Python took 130 ms where this takes a few.
    """

    def __init__(self, source: PeopleSource, clock: Callable[[], dt.datetime], zone: dt.tzinfo) -> None:
        super().__init__()
        self._source = source
        self._clock = clock
        self._zone = zone
        self._filter = Filter()
        self._ids: list[int] = []
        self._lines: list[int] = []
        self._headings: list[Heading] = []
        self._rows: OrderedDict[int, Row] = OrderedDict()
        self.short_words = False

    # What the view asks

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can be neither chosen nor reached."""
        if not index.isValid() or self._lines[index.row()] < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name of a line and the sentence for screen readers; the delegate takes the row itself."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        heading = self.heading_at(index.row())
        if heading is not None:
            said = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return People.kind_said(heading.title, heading.count) if said else None
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if row is None:
            return ""
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name or People.UNNAMED
        return spoken(row, self.words(row))

    # What the pane asks

    @property
    def filter(self) -> Filter:
        """What is shown."""
        return self._filter

    @property
    def hours(self) -> tuple[float, float]:
        """The send window of settings."""
        return self._filter.window_h

    @property
    def now(self) -> dt.datetime:
        """The time now."""
        return self._clock()

    @property
    def zone(self) -> dt.tzinfo:
        """Where the person is."""
        return self._zone

    def card_count(self) -> int:
        """How many cards the list holds."""
        return len(self._ids)

    def is_short(self) -> bool:
        """True while rows may have different heights."""
        return len(self._ids) <= SHORT

    def card_at(self, line: int) -> int | None:
        """The card of a line, None for a heading or none."""
        if 0 <= line < len(self._lines) and self._lines[line] > 0:
            return self._lines[line]
        return None

    def heading_at(self, line: int) -> Heading | None:
        """The heading of a line, None for a card."""
        number = self._lines[line] if 0 <= line < len(self._lines) else 0
        return self._headings[-number - 1] if number < 0 else None

    def line_of(self, card_id: int) -> int:
        """The line of a card, -1 when it is not in the list."""
        try:
            return self._lines.index(card_id)
        except ValueError:
            return -1

    def line_of_position(self, position: int) -> int:
        """The line of the nth card, counted from 0; -1 when there are not so many."""
        if not 0 <= position < len(self._ids):
            return -1
        return position if not self._headings else self.line_of(self._ids[position])

    def position_of(self, card_id: int) -> int:
        """Which card of the list it is, counted from 0; -1 when it is not in it."""
        line = self.line_of(card_id)
        return line if line < 0 else line - sum(1 for n in self._lines[:line] if n < 0) if self._headings else line

    def cards_between(self, first: int, last: int) -> int:
        """How many of the lines from `first` to `last`, both included, are cards."""
        headings = sum(1 for n in self._lines[first : last + 1] if n < 0) if self._headings else 0
        return last - first + 1 - headings

    def next_card_line(self, line: int, step: int) -> int:
        """The nearest line with a card from `line` on in that direction, `line` itself included; -1 for none."""
        while 0 <= line < len(self._lines):
            if self._lines[line] > 0:
                return line
            line += 1 if step > 0 else -1
        return -1

    def row_at(self, line: int) -> Row | None:
        """The row of a line, read with the page around it; None for a heading and for a card just deleted."""
        card_id = self.card_at(line)
        if card_id is None:
            return None
        found = self._rows.get(card_id)
        if found is not None:
            return found
        first = line // PAGE * PAGE
        self._read(n for n in self._lines[first : first + PAGE] if n > 0)
        return self._rows.get(card_id)

    def letters(self) -> dict[str, int]:
        """Each index letter with the position of its first card.

        Short lists are read for it, whatever their order; of long ones the store tells those that are by name, but
        not while searching: it would have to search twice at each key.
        """
        if not self.is_short():
            return {} if self._filter.text else self._source.letters(self._filter)
        found: dict[str, int] = {}
        self._read(self._ids)
        for position, card_id in enumerate(self._ids):
            row = self._rows.get(card_id)
            if row is not None:
                found.setdefault(row.letter, position)
        return found

    def words(self, row: Row, *, short: bool = False) -> str:
        """What a row says of its time, in few letters above 125 % and when `short` is asked for."""
        now = self.now
        keeping = self._filter.kind == "in_touch"
        time = row_timing(row, now, self.hours)
        return row_words(row, time, now, self._zone, short=short or self.short_words, keeping=keeping)

    def forget_rows(self, ids: Iterable[int] | None = None) -> None:
        """Read these rows again when they are next painted; all of them without `ids`."""
        if ids is None:
            self._rows.clear()
        else:
            for card_id in ids:
                self._rows.pop(card_id, None)

    def load(self, wanted: Filter) -> bool:
        """Show what a filter holds. Answers whether any line moved; if none did, the rows are only repainted."""
        ids = self._source.ids(wanted)
        self._filter = wanted
        lines, headings = self._divide(ids, wanted)
        if lines == self._lines and headings == self._headings:
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return False
        self._ids, self._lines, self._headings = ids, lines, headings
        self.setStringList([""] * len(lines))
        return True

    # What happens inside

    def _read(self, ids: Iterable[int]) -> None:
        missing = [n for n in ids if n not in self._rows]
        for row in self._source.rows(missing):
            self._rows[row.id] = row
        while len(self._rows) > KEPT:
            self._rows.popitem(last=False)

    def _divide(self, ids: list[int], wanted: Filter) -> tuple[list[int], list[Heading]]:
        if wanted.kind != "to_send" or wanted.text or not ids or len(ids) > SHORT:
            return ids, []
        self._read(ids)
        now = self.now
        titles = {Kind.OPEN: People.OPEN_NOW, Kind.LATER: People.OPENS_LATER}
        groups: dict[str, list[int]] = {}
        for card_id in ids:
            row = self._rows.get(card_id)
            kind = row_timing(row, now, self.hours).kind if row is not None else Kind.NONE
            groups.setdefault(titles.get(kind, People.STILL_WELCOME), []).append(card_id)
        lines: list[int] = []
        headings: list[Heading] = []
        for title, members in groups.items():
            headings.append(Heading(title, len(members)))
            lines.append(-len(headings))
            lines.extend(members)
        return lines, headings
