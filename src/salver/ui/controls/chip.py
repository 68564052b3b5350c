"""Chips: facts that can be worked into a note, topics of a meeting, and the dashed one that adds another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from salver.ui.controls.fade import ColorFade
from salver.ui.controls.focus import FocusRing
from salver.ui.controls.label import plain_tip
from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme

_WIDEST = 260
_ICON = 16


class Chip(QPushButton):
    """A chip: a real button, so it can be reached and pressed by keyboard.

    `fact` is checkable (used, or not yet) and 32 px high; `topic` is 26 and emits `removed` on Delete or Backspace;
    `add` has a dashed line. A text too long ends in "…" and is whole in the tooltip.
    """

    removed = Signal()

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "fact",
        checked: bool = False,
        *,
        small: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._small = (kind == "topic") if small is None else small
        self._plain = text
        self.setAutoDefault(False)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if kind == "fact":
            self.setCheckable(True)
            self.setChecked(checked)
        self.ring = FocusRing(self, theme, 16)
        self._fade = ColorFade(self, theme)
        theme.changed.connect(self._renew)
        self._renew()

    def words(self) -> str:
        """The words on the chip."""
        return self._plain

    def set_words(self, text: str) -> None:
        """Show other words."""
        self._plain = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._renew()

    def sizeHint(self) -> QSize:
        """As wide as the words, up to 260 px at 100 %."""
        return QSize(min(self._whole_width(), self._theme.px(_WIDEST)), self._theme.px(26 if self._small else 32))

    def minimumSizeHint(self) -> QSize:
        """A chip may elide its words."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(72)), hint.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint as hovered."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint at rest."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the chip; Delete and Backspace ask to remove a topic."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self._kind == "topic" and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        hovered = self.underMouse() and self.isEnabled()
        used = self._kind == "fact" and self.isChecked()
        ink = "accent" if used else "ink"
        fill = self._fade.toward(self._fill(hovered, used))
        line = None if used or self._kind == "topic" else theme.color("edge")
        rounded(painter, rect, radius, fill, line, dashed=self._kind == "add")
        x = rect.left() + self._pad()
        icon = self._icon()
        if icon:
            size = theme.px(_ICON)
            place = QRectF(x, rect.center().y() - size / 2, size, size)
            theme.paint_icon(painter, place, icon, theme.color("accent" if used else "ink2"))
            x += size + theme.px(4)
        font = theme.font("second")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.color(ink if self.isEnabled() else "edge"))
        room = rect.right() - self._pad() - x + 1
        text = metrics.elidedText(self._plain, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(x, rect.top(), room + 1, rect.height()), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _fill(self, hovered: bool, used: bool) -> QColor | None:
        theme = self._theme
        if used:
            return theme.color("tintpress" if self.isDown() else "tinthover" if hovered else "tint")
        if self.isDown() or hovered:
            return theme.color("press" if self.isDown() else "hover")
        rest = {"topic": "chip", "fact": "card"}.get(self._kind)
        return theme.color(rest) if rest else None

    def _icon(self) -> str:
        if self._kind == "fact":
            return "ph.check" if self.isChecked() else "ph.plus"
        return "ph.plus" if self._kind == "add" and not self._small else ""

    def _pad(self) -> int:
        return self._theme.px(10 if self._small else 12)

    def _whole_width(self) -> int:
        width = QFontMetricsF(self._theme.font("second")).horizontalAdvance(self._plain)
        icon = self._theme.px(_ICON) + self._theme.px(4) if self._kind == "fact" or self._icon() else 0
        return round(width) + icon + 2 * self._pad() + 2

    def _renew(self) -> None:
        self.setFont(self._theme.font("second"))
        self.setFixedHeight(self._theme.px(26 if self._small else 32))
        self.ring.radius = self.height() / 2
        self.setToolTip(plain_tip(self._plain) if self._whole_width() > self._theme.px(_WIDEST) else "")
        self.updateGeometry()
        self.update()
