"""The two plans, as sheets of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.controls.paint import rounded
from salver.ui.texts import WelcomeWords
from salver.ui.theme import Theme

_GAP = 8


class PlanChoice(QWidget):
    """Free or Premium. Left and Right move, Tab passes; `chosen` is emitted only when the person chooses."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(WelcomeWords.PLAN)
        self._theme = theme
        self._sheets = {
            "free": _PlanSheet(theme, WelcomeWords.FREE, WelcomeWords.FREE_HINT, self),
            "premium": _PlanSheet(theme, WelcomeWords.PREMIUM, WelcomeWords.PREMIUM_HINT, self),
        }
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        for plan, sheet in self._sheets.items():
            sheet.clicked.connect(lambda _=False, plan=plan: self.chosen.emit(plan))
            self._row.addWidget(sheet, 1)
        self.set_value("free")

    def value(self) -> str:
        """`free` or `premium`."""
        return next((plan for plan, sheet in self._sheets.items() if sheet.isChecked()), "free")

    def set_value(self, plan: str) -> None:
        """Choose without telling; anything unknown is free."""
        self._sheets.get(plan, self._sheets["free"]).setChecked(True)

    def button(self, plan: str) -> QAbstractButton:
        """The sheet of a plan."""
        return self._sheets[plan]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One below the other where there is no room for both."""
        super().resizeEvent(event)
        needed = sum(sheet.sizeHint().width() for sheet in self._sheets.values()) + _GAP
        narrow = self.width() < needed
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class _PlanSheet(QAbstractButton):
    def __init__(self, theme: Theme, title: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hint = hint
        self.setText(title)
        self.setAccessibleName(f"{title}, {hint}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(self, theme, 8)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        """52 high, and as wide as its words."""
        wide = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(self._hint)
        return QSize(round(wide) + self._theme.px(44) + 12, self._theme.px(52))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow before the window has to grow."""
        return QSize(self._theme.px(100), self._theme.px(52))

    def hitButton(self, position: QPoint) -> bool:
        """All of the sheet can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sheet, ring and words."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        chosen, hovered = self.isChecked(), self.underMouse()
        if chosen:
            rounded(painter, rect, 8, theme.color("tinthover" if hovered else "tint"), theme.color("accent"), 2)
        else:
            rounded(painter, rect, 8, theme.color("hover" if hovered else "card"), theme.color("edge"))
        side = theme.px(18)
        box = QRectF(theme.px(15), (rect.height() - side) / 2, side, side)
        rounded(painter, box, side / 2, theme.color("card"), theme.color("accent" if chosen else "edge"), 1.5)
        if chosen:
            inner = side * 0.25
            rounded(painter, box.adjusted(inner, inner, -inner, -inner), side, theme.color("accent"))
        left = theme.px(44)
        middle = rect.height() / 2
        room = rect.width() - left - 8
        title, hint = theme.font("body", 600), theme.font("caption")
        painter.setFont(title)
        painter.setPen(theme.color("ink"))
        high = QFontMetricsF(title).height()
        painter.drawText(QRectF(left, middle - high + 1, room, high), Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(hint)
        painter.setPen(theme.color("ink2"))
        metrics = QFontMetricsF(hint)
        words = metrics.elidedText(self._hint, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, middle + 1, room, metrics.height()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(52))
        self.updateGeometry()
        self.update()
