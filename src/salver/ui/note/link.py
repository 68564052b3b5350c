"""An underlined word that acts like a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.theme import Theme


class Link(QAbstractButton):
    """Words in the accent with a line under them; 32 px high, so that they are easy to hit."""

    def __init__(self, theme: Theme, text: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(self, theme, 6)
        theme.changed.connect(self._renew)
        self._renew()

    def set_words(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        width = QFontMetricsF(self._theme.font("second", 600)).horizontalAdvance(self.text())
        return QSize(round(width) + 2, self._theme.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint as hovered."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint at rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words and the line."""
        painter = QPainter(self)
        font = self._theme.font("second", 600)
        metrics = QFontMetricsF(font)
        color = self._theme.color("accpress" if self.isDown() else "acchover" if self.underMouse() else "accent")
        painter.setFont(font)
        painter.setPen(color)
        base = self.height() / 2 + metrics.capHeight() / 2
        painter.drawText(QPointF(0, base), self.text())
        painter.setPen(QPen(color, 2 if self.underMouse() else 1))
        y = round(base + self._theme.px(4)) + 0.5
        painter.drawLine(QPointF(0, y), QPointF(metrics.horizontalAdvance(self.text()), y))
        painter.end()

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(32))
        self.updateGeometry()
        self.update()
