"""A number with a minus and a plus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.controls.paint import rounded
from salver.ui.texts import SettingsWords
from salver.ui.theme import Theme

_SIDE = 32


class Stepper(QWidget):
    """A whole number between two bounds. Arrow keys, Home and End change it; so do its two ends by mouse.

    `words` turns the number into what is shown. Emits `chosen` only when the person changes it.
    """

    chosen = Signal(int)

    def __init__(
        self,
        theme: Theme,
        bounds: tuple[int, int],
        words: Callable[[int], str],
        *,
        step: int = 1,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bounds = bounds
        self._words = words
        self._step = step
        self._name = name
        self._value = bounds[0]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        self.setToolTip(SettingsWords.STEPPER_HELP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(self, theme, 8)
        theme.changed.connect(self._renew)
        self._renew()

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show a number without telling; one outside of the bounds becomes the nearest within."""
        self._value = min(self._bounds[1], max(self._bounds[0], value))
        self.setAccessibleName(f"{self._name}: {self._words(self._value)}")
        self.update()

    def set_bounds(self, low: int, high: int) -> None:
        """Allow other numbers."""
        self._bounds = (low, high)
        self.set_value(self._value)

    def sizeHint(self) -> QSize:
        """Room for the longest of its words."""
        metrics = QFontMetricsF(self._theme.font("body", 600))
        widest = max(metrics.horizontalAdvance(self._words(n)) for n in {*self._bounds, self._value})
        return QSize(round(widest) + 2 * self._theme.px(_SIDE) + self._theme.px(16), self._theme.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change by the keyboard."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Plus):
            self._move_to(self._value + self._step)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Minus):
            self._move_to(self._value - self._step)
        elif key == Qt.Key.Key_Home:
            self._move_to(self._bounds[0])
        elif key == Qt.Key.Key_End:
            self._move_to(self._bounds[1])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Change by the mouse: minus at the left, plus at the right."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        end = self._end_at(event.position())
        if end:
            self._move_to(self._value + end * self._step)

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Follow the pointer from one end to the other."""
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint at rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, signs and number."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, 8, theme.color("card"), theme.color("edge"))
        side = theme.px(_SIDE)
        hovered = self._end_at(QPointF(self.mapFromGlobal(self.cursor().pos()))) if self.underMouse() else 0
        for end, icon, place, bound in (
            (-1, "ph.minus", QRectF(0, 0, side, rect.height()), self._bounds[0]),
            (1, "ph.plus", QRectF(rect.width() - side, 0, side, rect.height()), self._bounds[1]),
        ):
            spent = self._value == bound
            if hovered == end and not spent:
                rounded(painter, place.adjusted(4, 4, -4, -4), 6, theme.color("hover"))
            size = theme.px(16)
            box = QRectF(place.center().x() - size / 2, place.center().y() - size / 2, size, size)
            theme.paint_icon(painter, box, icon, theme.color("edge" if spent else "ink2"))
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.color("ink"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._words(self._value))
        painter.end()

    def _end_at(self, place: QPointF) -> int:
        side = self._theme.px(_SIDE) + 4
        if place.x() < side:
            return -1
        return 1 if place.x() > self.width() - side else 0

    def _move_to(self, value: int) -> None:
        before = self._value
        self.set_value(value)
        if self._value != before:
            self.chosen.emit(self._value)

    def _renew(self) -> None:
        self.set_value(self._value)
        self.updateGeometry()
