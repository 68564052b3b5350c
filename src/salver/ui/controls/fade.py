"""The short fade between a control's colours when it is hovered, pressed or let go."""

from __future__ import annotations

from PySide6.QtCore import QVariantAnimation
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from salver.ui.theme import Theme

_MS = 120


class ColorFade(QVariantAnimation):
    """Remembers the colour a widget was last painted in, and leads it to the next within 120 ms.

    Ask `toward` in the widget's paint event. Where nothing may move, and when the theme changes, the colour is
    there at once. None stands for no fill.
    """

    def __init__(self, widget: QWidget, theme: Theme) -> None:
        super().__init__(widget)
        self._theme = theme
        self._target: QColor | None = None
        self._settled = False
        self.valueChanged.connect(lambda _value: widget.update())
        theme.changed.connect(self._forget)

    def toward(self, target: QColor | None) -> QColor | None:
        """The colour to paint now, on the way to `target`."""
        if not self._settled or self._theme.still:
            self.stop()
            self._target, self._settled = target, True
            return target
        if target != self._target:
            before = self._now()
            self._target = target
            self.stop()
            self.setDuration(self._theme.ms(_MS))
            self.setStartValue(_or_clear(before, target))
            self.setEndValue(_or_clear(target, before))
            self.start()
        return self._now()

    def _now(self) -> QColor | None:
        if self.state() == QVariantAnimation.State.Running:
            value = self.currentValue()
            return QColor(value) if isinstance(value, QColor) else self._target
        return self._target

    def _forget(self) -> None:
        self.stop()
        self._settled = False


def _or_clear(color: QColor | None, other: QColor | None) -> QColor:
    if color is not None:
        return color
    clear = QColor(other) if other is not None else QColor(0, 0, 0)
    clear.setAlpha(0)
    return clear
