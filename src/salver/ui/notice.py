"""The line at the foot of the window in which Salver tells what it did. It stays until it is answered or replaced."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import Common, WindowWords
from salver.ui.theme import Theme

_SAYS_UNDO = re.compile(rf" {re.escape(WindowWords.UNDO_KEY)} (takes|brings) (it|them) back\.$")


class NoticeBar(QWidget):
    """One sentence, with Undo where it speaks of it. Hidden while there is nothing to say.

    It lies over the foot of the pane it is given, so that nothing moves under the pointer when it comes or goes;
    `wants_place` asks its owner where that is.
    """

    undo_wanted = Signal()
    wants_place = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._standing = ""
        self.setAccessibleName(WindowWords.NOTICE)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(8)
        self.label = PlainLabel(theme, role="body", wrap=True)
        row.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.undo = Button(theme, Common.UNDO, "tint", small=True, key="Ctrl+Z")
        self.undo.clicked.connect(self.undo_wanted)
        row.addWidget(self.undo)
        self.close_button = Button(theme, "", "quiet", "ph.x", small=True, name=WindowWords.CLOSE_NOTICE)
        self.close_button.clicked.connect(self.hide)
        row.addWidget(self.close_button)
        self.undo.setVisible(False)
        self.hide()

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a sentence; with `undo`, or where it names the key, beside a button that takes the last step back.

        An empty one brings back what stands, if anything does.
        """
        sentence = sentence or self._standing
        # The button says what the last words would say again.
        self.label.setText(_SAYS_UNDO.sub("", sentence))
        self.undo.setVisible(undo or (bool(sentence) and WindowWords.UNDO_KEY in sentence))
        self.setVisible(bool(sentence))
        self.wants_place.emit()

    def lie_on(self, area: QRect) -> None:
        """Take the foot of an area of the parent, as wide as it is."""
        height = max(self._theme.px(44), self.heightForWidth(area.width()))
        self.setGeometry(area.left(), area.bottom() + 1 - height, area.width(), height)
        self.raise_()

    def stand(self, sentence: str) -> None:
        """What is true as long as the window is open: shown whenever nothing else is."""
        self._standing = sentence
        self.say("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("card"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("rule"))
        painter.end()
