"""Tick boxes and the round ones of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme

_GAP = 12


class Tick(QAbstractButton):
    """A tick box with words at its right, which wrap; `size` is 18, on a card 16. `round_` makes it one of a choice."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        size: int = 18,
        round_: bool = False,
        name: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain = text
        self._size = size
        self._round = round_
        self._role = role
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name or text)
        self.setCheckable(True)
        self.setAutoExclusive(round_)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ring = FocusRing(self, theme, 4)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        """All words on one line."""
        side = self._theme.px(self._size)
        if not self._plain:
            return QSize(side, side)
        metrics = QFontMetricsF(self.font())
        width = side + self._theme.px(_GAP) + metrics.horizontalAdvance(self._plain) + 2
        return QSize(round(width), max(side, round(metrics.height())))

    def minimumSizeHint(self) -> QSize:
        """The box and a few words."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(120)), hint.height())

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return bool(self._plain)

    def heightForWidth(self, width: int) -> int:
        """The height of the words at that width."""
        metrics = QFontMetricsF(self.font())
        room = QRectF(0, 0, max(1, width - self._theme.px(self._size) - self._theme.px(_GAP)), 10_000)
        box = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), self._plain)
        return max(self._theme.px(self._size), round(box.height()) + 1)

    def hitButton(self, position: QPoint) -> bool:
        """The words can be clicked, too."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick and words."""
        theme = self._theme
        painter = QPainter(self)
        side = theme.px(self._size)
        line = QFontMetricsF(self.font()).height() if self._plain else self.height()
        box = QRectF(0, max(0.0, round((line - side) / 2)), side, side)
        radius = side / 2 if self._round else 4
        chosen = self.isChecked()
        hovered = self.underMouse() and self.isEnabled()
        if chosen and not self._round:
            rounded(painter, box, radius, theme.color("acchover" if hovered else "accent"))
            theme.paint_icon(painter, box.adjusted(2, 2, -2, -2), "ph.check-bold", theme.color("onaccent"))
        else:
            line_token = "accent" if chosen else "edge"
            fill = theme.color("hover" if hovered else "card")
            rounded(painter, box, radius, fill, theme.color(line_token), 1.5)
            if chosen:
                inner = side * 0.26
                rounded(painter, box.adjusted(inner, inner, -inner, -inner), side, theme.color("accent"))
        if self._plain:
            painter.setFont(self.font())
            painter.setPen(theme.color("ink" if self.isEnabled() else "edge"))
            left = side + theme.px(_GAP)
            place = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(
                place, int(Qt.TextFlag.TextWordWrap.value) | int(Qt.AlignmentFlag.AlignTop.value), self._plain
            )
        painter.end()

    def _renew(self) -> None:
        self.setFont(self._theme.font(self._role))
        self.updateGeometry()
        self.update()
