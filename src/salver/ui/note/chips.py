"""The facts from the back of the card, as chips: which of them the note mentions, and one click to work one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salver.ui.controls.chip import Chip
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.note.facts import Fact, Mentions
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme


class FactChips(QWidget):
    """Emits `wanted` with a fact that is to be worked in, `shown` with one that is in the note already."""

    wanted = Signal(object)
    shown = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: tuple[Fact, ...] = ()
        self._chips: list[Chip] = []
        self._used: tuple[bool, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(theme, NoteWords.FACTS, "caption", "ink2", 600), 1)
        self._count = PlainLabel(theme, "", "caption", "ink2")
        head.addWidget(self._count)
        column.addLayout(head)
        self._row = QWidget()
        self._flow = FlowLayout(8, self._row)
        column.addWidget(self._row)

    def set_facts(self, facts: Sequence[Fact], text: str) -> None:
        """Show these facts, in this order. The same facts as before keep their chips, and so the focus."""
        if tuple(facts) != self._facts:
            self._facts = tuple(facts)
            self._flow.clear()
            self._chips = [self._chip(fact) for fact in self._facts]
            self._used = ()
            for chip in self._chips:
                self._flow.addWidget(chip)
                chip.show()
        self.setVisible(bool(self._facts))
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Tick what this note mentions."""
        mentions = Mentions.of(text)
        used = tuple(mentions.uses(fact) for fact in self._facts)
        if used == self._used:
            return
        self._used = used
        for chip, fact, is_used in zip(self._chips, self._facts, used, strict=True):
            chip.setChecked(is_used)
            chip.setAccessibleName(NoteWords.fact(fact.text, fact.kind.value, is_used))
        self._count.setText(NoteWords.used(sum(used), len(used)))

    def chips(self) -> tuple[Chip, ...]:
        """The chips, in order."""
        return tuple(self._chips)

    def used(self) -> tuple[bool, ...]:
        """For each chip, whether the note mentions its fact."""
        return self._used

    def _chip(self, fact: Fact) -> Chip:
        chip = Chip(self._theme, fact.label, "fact")
        chip.clicked.connect(lambda _checked=False, fact=fact: self._clicked(fact))
        return chip

    def _clicked(self, fact: Fact) -> None:
        at = self._facts.index(fact)
        used = self._used[at]
        self._chips[at].setChecked(used)
        (self.shown if used else self.wanted).emit(fact)
