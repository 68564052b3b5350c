"""A question inside the page, asked once before something that cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.paint import rounded
from salver.ui.settings.page import EDGE
from salver.ui.theme import Theme


class Ask(QWidget):
    """Hidden until `open`; then a sentence with two answers. Esc means no. The focus begins on the safe answer."""

    yes = Signal()
    no = Signal()

    def __init__(self, theme: Theme, yes: str, no: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE + 20, EDGE + 16, EDGE + 20, EDGE + 16)
        column.setSpacing(12)
        self.sentence = PlainLabel(theme, "", "body", wrap=True)
        column.addWidget(self.sentence)
        holder = QWidget()
        buttons = FlowLayout(8, holder)
        self.no_button = Button(theme, no, "plain")
        self.yes_button = Button(theme, yes, "plain")
        for button in (self.yes_button, self.no_button):
            buttons.addWidget(button)
        column.addWidget(holder)
        self.yes_button.clicked.connect(self._yes)
        self.no_button.clicked.connect(self._no)
        theme.changed.connect(self.update)
        self.hide()

    def open(self, sentence: str) -> None:
        """Ask."""
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.yes_button.setAccessibleDescription(sentence)
        self.show()
        self.no_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc means no."""
        if event.key() == Qt.Key.Key_Escape:
            self._no()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of a warning."""
        painter = QPainter(self)
        place = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        rounded(painter, place, 8, self._theme.color("warntint"), self._theme.color("warn"))
        painter.end()

    def _yes(self) -> None:
        self.hide()
        self.yes.emit()

    def _no(self) -> None:
        self.hide()
        self.no.emit()
