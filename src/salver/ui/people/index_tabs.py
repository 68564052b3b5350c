"""The index tabs A to Z beside the list, as on a Rolodex."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from salver.ui.texts import People
from salver.ui.theme import Theme

_LETTERS = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "#")
_RANGES = ("A–C", "D–F", "G–I", "J–L", "M–O", "P–R", "S–U", "V–Z", "#")
_LEAST = 22
"""Px a letter at 100 %; with less, nine ranges take their place."""


class IndexTabs(QWidget):
    """Letters of the surnames in the list; a click jumps to the first. A letter without cards is a dot.

    In the list the same is done by typing the letter, so the tabs take no focus.
    """

    letter_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._present: frozenset[str] = frozenset()
        self._current = ""
        self._hovered = ""
        self.setMouseTracking(True)
        self.setAccessibleName(People.INDEX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._renew)
        self._renew()

    def set_letters(self, letters: Mapping[str, int]) -> None:
        """Which letters have cards."""
        if self._present != letters.keys():
            self._present = frozenset(letters)
            self.update()

    def set_current(self, letter: str) -> None:
        """The letter of the card that is shown."""
        if letter != self._current:
            self._current = letter
            self.setAccessibleDescription(letter)
            self.update()

    def tabs(self) -> tuple[str, ...]:
        """What stands on the tabs: letters, or ranges of them where there is little room."""
        return _LETTERS if self.height() >= len(_LETTERS) * self._theme.px(_LEAST) else _RANGES

    def rect_of(self, tab: str) -> QRectF:
        """Where a tab lies."""
        tabs = self.tabs()
        step = self.height() / len(tabs)
        return QRectF(1, tabs.index(tab) * step, self.width() - 1, step)

    def sizeHint(self) -> QSize:
        """28 px for letters, 44 for ranges, at 100 %."""
        return QSize(self.width(), self._theme.px(200))

    def minimumSizeHint(self) -> QSize:
        """It never makes the window grow."""
        return QSize(self.width(), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the column."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, 1, self.height()), theme.color("rule"))
        font = theme.font("caption", 600)
        painter.setFont(font)
        for tab in self.tabs():
            place = self.rect_of(tab)
            if self._covers(tab, self._current):
                self._paint_tab(painter, place, "accent")
                painter.setPen(theme.color("onaccent"))
            elif not self._letter_in(tab):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("ink3"))
                dot = theme.scale
                painter.drawEllipse(QPointF(self.width() / 2 - 1, place.center().y()), dot, dot)
                continue
            else:
                if tab == self._hovered:
                    self._paint_tab(painter, place, "hover")
                painter.setPen(theme.color("ink2"))
            painter.drawText(place.adjusted(-3, 0, 0, 0), Qt.AlignmentFlag.AlignCenter, tab)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be pressed."""
        tab = self._tab_at(event.position().y())
        hovered = tab if self._letter_in(tab) else ""
        self.setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is hovered any more."""
        super().leaveEvent(event)
        self._hovered = ""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump."""
        letter = self._letter_in(self._tab_at(event.position().y()))
        if letter and event.button() == Qt.MouseButton.LeftButton:
            self.letter_chosen.emit(letter)

    def resizeEvent(self, _event: QEvent) -> None:
        """Letters or ranges, by the room there is."""
        self._renew()

    def _tab_at(self, y: float) -> str:
        tabs = self.tabs()
        return tabs[min(len(tabs) - 1, max(0, int(y / max(1.0, self.height() / len(tabs)))))]

    def _letter_in(self, tab: str) -> str:
        """The first letter with cards that a tab stands for, or nothing."""
        return next((letter for letter in _LETTERS if letter in self._present and self._covers(tab, letter)), "")

    @staticmethod
    def _covers(tab: str, letter: str) -> bool:
        if not letter or "#" in (tab, letter):
            return tab == letter
        return tab[0] <= letter <= tab[-1]

    def _paint_tab(self, painter: QPainter, place: QRectF, token: str) -> None:
        height = self._theme.px(26)
        top = min(max(0.0, place.center().y() - height / 2), self.height() - height)
        box = QRectF(0, top, self.width() - 4, height)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, 4, 4)
        path.addRect(QRectF(0, top, 6, height))
        painter.fillPath(path.simplified(), self._theme.color(token))

    def _renew(self) -> None:
        self.setFixedWidth(self._theme.px(28 if self.tabs() is _LETTERS else 44))
        self.update()
