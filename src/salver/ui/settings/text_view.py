"""A long text to read, select and copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from salver.ui.theme import Theme


class TextView(QPlainTextEdit):
    """Plain text that nobody can change; it scrolls by itself, by arrow keys too. Tab leaves it, Esc is the page's."""

    def __init__(self, theme: Theme, name: str, *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap if wide else QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        """A good half of a window."""
        return QSize(self._theme.px(400), max(320, self._theme.px(420)))

    def minimumSizeHint(self) -> QSize:
        """It may become small before the window has to grow."""
        return QSize(self._theme.px(160), 160)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc to the page."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def _renew(self) -> None:
        self.setFont(self._theme.font("second"))
        palette = self._theme.palette()
        self.setPalette(palette)
        self.updateGeometry()
