"""A switch: on or off, told by the place of its knob and a tick, never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme


class Switch(QAbstractButton):
    """A checkable button, 44 by 24. Space and Enter turn it; `clicked` tells what the person did."""

    def __init__(self, theme: Theme, name: str = "", *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setChecked(on)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(self, theme, 12)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        """44 by 24 at 100 %."""
        return QSize(self._theme.px(44), self._theme.px(24))

    def hitButton(self, position: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter turns it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, knob and tick."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        on, hovered = self.isChecked(), self.underMouse() and self.isEnabled()
        if on:
            rounded(painter, rect, radius, theme.color("acchover" if hovered else "accent"))
        else:
            rounded(painter, rect, radius, theme.color("hover" if hovered else "card"), theme.color("edge"), 1.5)
        inset = rect.height() / 6
        side = rect.height() - 2 * inset
        left = rect.right() - inset - side if on else rect.left() + inset
        knob = QRectF(left, rect.top() + inset, side, side)
        rounded(painter, knob, side / 2, theme.color("onaccent" if on else "edge"))
        if on:
            quarter = side / 5
            place = knob.adjusted(quarter, quarter, -quarter, -quarter)
            theme.paint_icon(painter, place, "ph.check-bold", theme.color("accent"))
        painter.end()

    def _renew(self) -> None:
        self.ring.radius = self.sizeHint().height() / 2
        self.updateGeometry()
        self.update()
