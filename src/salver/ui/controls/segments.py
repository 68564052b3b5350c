"""Segments: a few choices side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme


class Segments(QWidget):
    """One of a few. `choices` are pairs of value and words. Left and Right move, Tab passes.

    32 px high by default; `strong` fills the chosen one with the accent, for small ones on a card (24).
    Emits `chosen` with the value only when the person chooses, never from `set_value`.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        *,
        height: int = 32,
        strong: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._height = height
        self._buttons: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for value, words in choices:
            button = _Segment(theme, words, height, strong, self)
            button.setAccessibleDescription(name)
            self._buttons[value] = button
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            row.addWidget(button)
        if choices:
            self.set_value(choices[0][0])
        theme.changed.connect(self._renew)
        self._renew()

    def value(self) -> str:
        """The value chosen, empty when there is none."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose without telling; a value that is none of the choices leaves none chosen."""
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == value)
        self._group.setExclusive(True)
        self._take_tab()
        self.update()

    def _take_tab(self) -> None:
        # Qt lets Tab stop at the chosen one alone, but looks only when a person chooses.
        stops = self._group.checkedButton() or next(iter(self._buttons.values()), None)
        for button in self._buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stops else Qt.FocusPolicy.ClickFocus)

    def button(self, value: str) -> QAbstractButton:
        """The button of a value, for tooltips and tests."""
        return self._buttons[value]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line round all of them."""
        painter = QPainter(self)
        radius = 8 if self._height >= 32 else 6
        rounded(painter, QRectF(self.rect()), radius, self._theme.color("pane"), self._theme.color("edge"))
        painter.end()

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(self._height))
        self.updateGeometry()
        self.update()


class _Segment(QAbstractButton):
    def __init__(self, theme: Theme, words: str, height: int, strong: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = words
        self._height = height
        self._strong = strong
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(self, theme, 8 if height >= 32 else 6)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        font = self._theme.font("second" if self._height >= 32 else "caption", 600)
        pad = 14 if self._height >= 32 else 8
        width = QFontMetricsF(font).horizontalAdvance(self._plain)
        return QSize(round(width) + 2 * self._theme.px(pad), self._theme.px(self._height))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        ink = "ink2"
        if self.isChecked():
            fill = "accent" if self._strong else "tint"
            rounded(painter, rect, 6 if self._height >= 32 else 4, theme.color(fill))
            ink = "onaccent" if self._strong else "accent"
        elif self.isDown() or self.underMouse():
            rounded(painter, rect, 6, theme.color("press" if self.isDown() else "hover"))
            ink = "ink"
        role = "second" if self._height >= 32 else "caption"
        painter.setFont(theme.font(role, 600 if self.isChecked() else 400))
        painter.setPen(theme.color(ink if self.isEnabled() else "edge"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, self._plain)
        painter.end()

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(self._height))
        self.updateGeometry()
        self.update()
