"""What stands right below the card: one sentence, and at times one question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import CardWords
from salver.ui.theme import Theme


class Below(QWidget):
    """A quiet sentence; a hint about what was typed goes before it, and a question stays until it is answered.

    The question is answered by `yes` or `no`; what that means is the asker's matter.
    """

    answered = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = ""
        self._hint = ""
        self.line = PlainLabel(theme, "", "caption", "ink2", wrap=True, parent=self)
        self.question = PlainLabel(theme, "", "second", "ink", wrap=True, parent=self)
        self.yes = Button(theme, "", "tint", small=True, parent=self)
        self.no = Button(theme, "", "quiet", small=True, parent=self)
        self.yes.clicked.connect(lambda: self._answer(True))
        self.no.clicked.connect(lambda: self._answer(False))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.question)
        column.addLayout(buttons)
        self.ask("", "", "")

    def usual(self, sentence: str) -> None:
        """What stands here when there is nothing else to say."""
        self._usual = sentence
        self._show()

    def hint(self, sentence: str) -> None:
        """Say something of what was typed; an empty sentence takes it back."""
        self._hint = sentence
        self._show()

    def ask(self, question: str, yes: str, no: str) -> None:
        """Ask, with one or two answers; an empty question takes it back."""
        self.question.setText(question)
        self.yes.set_text(yes)
        self.no.set_text(no)
        self.question.setVisible(bool(question))
        self.yes.setVisible(bool(question and yes))
        self.no.setVisible(bool(question and no))
        self._show()

    @property
    def asking(self) -> str:
        """The question that stands here."""
        return self.question.text()

    def sentence(self) -> str:
        """The sentence that stands here."""
        return self.line.text()

    def _answer(self, yes: bool) -> None:
        self.ask("", "", "")
        self.answered.emit(yes)

    def _show(self) -> None:
        self.line.setText(self._hint or self._usual or CardWords.NOTHING_TO_SAY)
        self.line.setVisible(bool(self.line.text()))
        self.setVisible(bool(self.line.text() or self.question.text()))
