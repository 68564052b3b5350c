"""Help to write, below the editor: a draft in three tones, a word on its gap, and a long note split in two."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import DraftWords
from salver.ui.theme import Theme


class ToneRow(QWidget):
    """Three quiet buttons with words above them. `chosen` carries a tone: warm, brief or formal."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, words: str, *, centred: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.words = PlainLabel(theme, words, "second", "ink2", wrap=True)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._buttons: dict[str, Button] = {}
        if centred:
            self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            row.addStretch(1)
        for tone, text in DraftWords.TONES:
            button = Button(theme, text, "plain", small=True, name=DraftWords.tone(text))
            button.clicked.connect(lambda _checked=False, tone=tone: self.chosen.emit(tone))
            self._buttons[tone] = button
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def button(self, tone: str) -> Button:
        """The button of a tone."""
        return self._buttons[tone]

    def controls(self) -> list[QWidget]:
        """What can be focused, from left to right."""
        return list(self._buttons.values())


class DraftHelp(QWidget):
    """Shows what fits the text as it is, or nothing. Emits `tone_chosen` and `split_wanted`."""

    tone_chosen = Signal(str)
    split_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(0)
        self.tones = ToneRow(theme, DraftWords.OFFER)
        self.tones.chosen.connect(self.tone_chosen)
        self.split = Button(theme, DraftWords.SPLIT, "tint", small=True)
        self.split.clicked.connect(self.split_wanted)
        column.addWidget(self.tones)
        column.addWidget(self.split, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_nothing()

    def offer(self, words: str) -> None:
        """Show the tones under these words."""
        self.tones.words.setText(words)
        self.tones.show()
        self.split.hide()
        self.show()

    @property
    def offers_split(self) -> bool:
        """True while the button that splits is offered."""
        return not self.split.isHidden()

    def offer_split(self) -> None:
        """Show the button that splits."""
        self.tones.hide()
        self.split.show()
        self.show()

    def show_nothing(self) -> None:
        """Be out of the way."""
        self.hide()
        self.tones.hide()
        self.split.hide()

    def controls(self) -> list[QWidget]:
        """What can be focused, in the order it is read."""
        return [*self.tones.controls(), self.split]
