"""What an empty list shows: what it is, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.theme import Theme

Step = tuple[str, str, Callable[[], None]]
"""Words of a button, the key shown on it, and what it does."""


class EmptyState(QScrollArea):
    """A title, a sentence, and up to two buttons; scrolls where text is large and the window small."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget(self)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(20, 40, 20, 24)
        self._column.setSpacing(8)
        self.title = PlainLabel(theme, "", "title", "ink", 600, wrap=True, parent=page)
        self.sentence = PlainLabel(theme, "", "second", "ink2", wrap=True, parent=page)
        self._column.addWidget(self.title)
        self._column.addWidget(self.sentence)
        self._column.addSpacing(8)
        self.buttons: list[Button] = []
        self._column.addStretch(1)
        self.setWidget(page)
        self.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)

    def say(self, title: str, sentence: str, steps: list[Step]) -> None:
        """Show these words and buttons; an empty sentence takes no room."""
        if (title, sentence, [s[0] for s in steps]) == (
            self.title.text(),
            self.sentence.text(),
            [b.words() for b in self.buttons],
        ):
            return
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        for i, (words, key, run) in enumerate(steps):
            button = Button(self._theme, words, "plain" if i == 0 else "quiet", key=key, parent=self.widget())
            button.clicked.connect(lambda _=False, run=run: run())
            self._column.insertWidget(3 + i, button)
            button.show()
            self.buttons.append(button)
