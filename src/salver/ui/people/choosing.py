"""Which card of the list is shown, and which are chosen: by arrows, letters, clicks, and what takes a place left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QObject, Signal

from salver.ui.people.list_view import PeopleList
from salver.ui.people.model import PeopleModel


class Choosing(QObject):
    """Keeps the selection of the list and the card that is shown together.

    `chosen` tells the card the person chose, `counted` how many are chosen, and `moved` that the card shown has, or
    may have, another place in the list.
    """

    chosen = Signal(int)
    counted = Signal(int)
    moved = Signal()

    def __init__(self, people: PeopleList, model: PeopleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._list = people
        self._model = model
        self._quiet = False
        self._shown = 0
        self._last_line = -1
        self.letters: dict[str, int] = {}
        """Each index letter with the position of its first card, as the list was last read."""
        people.selectionModel().currentChanged.connect(lambda *_: self._current_changed())
        people.selectionModel().selectionChanged.connect(lambda *_: self.count())

    @property
    def shown(self) -> int:
        """The card that is shown; 0 for none."""
        return self._shown

    def ids(self) -> list[int]:
        """The ids of the chosen cards, in the order of the list."""
        lines = sorted(index.row() for index in self._list.selectionModel().selectedIndexes())
        return [card for card in map(self._model.card_at, lines) if card is not None]

    def show_card(self, card_id: int) -> None:
        """Mark a card as the one that is shown, if the list holds it."""
        self._shown = card_id
        line = self._model.line_of(card_id)
        current = self._list.currentIndex()
        if line < 0 or current.row() != line or not self._list.selectionModel().isSelected(current):
            # Otherwise it is one of those chosen, and they stay chosen.
            self.quietly(lambda: self._list.select_line(line))
        if line >= 0:
            self._last_line = line
        self.moved.emit()

    def keep(self, chosen: list[int]) -> None:
        """After the list was read anew: select the card shown, and those chosen before, where it still holds them."""
        selection = self._list.selectionModel()
        line = self._model.line_of(self._shown)
        if line >= 0:
            self._last_line = line
            flag = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(self._model.index(line), flag.ClearAndSelect)
            if len(chosen) > 1:
                for card_id in chosen:
                    again = self._model.line_of(card_id)
                    if again >= 0:
                        selection.select(self._model.index(again), flag.Select)

    def quietly(self, work: Callable[[], object]) -> None:
        """Do something to the list that is no choice of the person's."""
        self._quiet = True
        try:
            work()
        finally:
            self._quiet = False

    # What the person does

    def step(self, by: int) -> None:
        """Choose the next (+1) or previous (-1) card. From a card that left the list, the one that took its place."""
        here = self._model.line_of(self._shown)
        start = here + by if here >= 0 else self._last_line if by > 0 else self._last_line - 1
        line = self._model.next_card_line(max(0, start) if by > 0 else start, by)
        if line >= 0:
            self._list.select_line(line)

    def first(self) -> int | None:
        """Choose the first card of the list; answers its id."""
        line = self._model.next_card_line(0, 1)
        if line < 0:
            return None
        self._list.select_line(line)
        return self._model.card_at(line)

    def only_current(self) -> None:
        """Of several chosen cards, leave one."""
        self._list.select_line(self._list.currentIndex().row())

    def nearest(self) -> None:
        """After the trash: the card that took the place, or the one before it."""
        last = self._model.rowCount() - 1
        line = self._model.next_card_line(min(self._last_line, last), 1)
        line = line if line >= 0 else self._model.next_card_line(last, -1)
        if line >= 0:
            self._list.select_line(line)

    def jump(self, letter: str) -> None:
        """Choose the first card under a letter of the index."""
        line = self._model.line_of_position(self.letters.get(letter, -1))
        if line >= 0:
            self._list.select_line(line, jump=True)

    def type_letter(self, typed: str) -> None:
        """Go to a letter; typed again, to the next card under it."""
        letter = typed.upper() if "A" <= typed.upper() <= "Z" else "#"
        here = self._list.currentIndex().row()
        row = self._model.row_at(here) if here >= 0 else None
        if row is not None and row.letter == letter:
            following = self._model.next_card_line(here + 1, 1)
            after = self._model.row_at(following) if following >= 0 else None
            if after is not None and after.letter == letter:
                self._list.select_line(following)
                return
        self.jump(letter)

    def count(self) -> None:
        """Tell how many are chosen."""
        if not self._quiet:
            selection = self._list.selectionModel().selection()
            # Counting ranges, not indexes: choosing all of 100,000 must not list them.
            ranges = (selection.at(i) for i in range(selection.count()))
            self.counted.emit(sum(self._model.cards_between(r.top(), r.bottom()) for r in ranges))
            # A click makes a row current first and chooses it then.
            self._current_changed()

    def _current_changed(self) -> None:
        if self._quiet:
            return
        line = self._list.currentIndex().row()
        card = self._model.card_at(line)
        if card is None or not self._list.selectionModel().isSelected(self._list.currentIndex()):
            # Qt makes a row current when the list gets the focus; that chooses nobody.
            return
        self._last_line = line
        if card != self._shown:
            self._shown = card
            self.moved.emit()
            self.chosen.emit(card)
