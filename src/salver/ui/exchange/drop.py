"""A place to drop files on, or to choose them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.paint import rounded
from salver.ui.settings.page import EDGE
from salver.ui.texts import ExchangeWords
from salver.ui.theme import Theme


class DropZone(QWidget):
    """Emits `dropped` with the paths of files, and `choose_wanted` when the button is pressed."""

    dropped = Signal(list)
    choose_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = False
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE + 24, EDGE + 32, EDGE + 24, EDGE + 32)
        column.setSpacing(8)
        title = PlainLabel(theme, ExchangeWords.DROP, "section", wrap=True)
        hint = PlainLabel(theme, ExchangeWords.DROP_HINT, "second", "ink2", wrap=True)
        for label in (title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.choose = Button(theme, ExchangeWords.CHOOSE, "primary", "ph.download-simple")
        self.choose.setAccessibleDescription(ExchangeWords.DROP_HINT)
        self.choose.clicked.connect(self.choose_wanted)
        column.addSpacing(8)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        theme.changed.connect(self.update)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if _paths(event):
            event.acceptProposedAction()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark again."""
        super().dragLeaveEvent(event)
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        self._light(False)
        paths = _paths(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed box, filled while files are over it."""
        theme = self._theme
        painter = QPainter(self)
        place = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        line = theme.color("accent" if self._over else "edge")
        rounded(painter, place, 10, theme.color("tint" if self._over else "pane"), line, 2 if self._over else 1, True)
        painter.end()

    def _light(self, on: bool) -> None:
        self._over = on
        self.update()


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
