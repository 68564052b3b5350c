"""The send window, drawn large with its words, for somebody who sees it for the first time."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from salver.ui.controls.sendbar import paint_sendbar
from salver.ui.texts import WelcomeWords
from salver.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class _Shown:
    kind: str = "open"
    fraction: float = 0.6


class WindowStrip(QWidget):
    """A send bar of the given hours with a word under each of its marks. A picture: it takes no focus."""

    def __init__(self, theme: Theme, hours: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hours = hours
        self.setAccessibleName(WelcomeWords.BAR_NAME)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """The bar and a line of words."""
        words = QFontMetricsF(self._theme.font("caption")).height()
        return QSize(self._theme.px(240), round(words) + self._theme.px(8) + 18)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow before the window has to grow."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bar and words."""
        theme = self._theme
        painter = QPainter(self)
        bar = QRectF(0, 5, self.width(), theme.px(8))
        paint_sendbar(painter, bar, _Shown(), theme, "card", self._hours)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink2"))
        metrics = QFontMetricsF(painter.font())
        top, high = bar.bottom() + 8, metrics.height()
        met, opens, closes = (
            WelcomeWords.BAR_MET,
            WelcomeWords.bar_opens(self._hours[0]),
            WelcomeWords.bar_opens(self._hours[1]),
        )
        start = bar.width() * self._hours[0] / self._hours[1]
        end = bar.width() - metrics.horizontalAdvance(closes)
        start = max(start, metrics.horizontalAdvance(met) + 12)
        painter.drawText(QRectF(0, top, start, high), Qt.AlignmentFlag.AlignLeft, met)
        if start + metrics.horizontalAdvance(opens) + 12 < end:
            painter.drawText(QRectF(start, top, end - start, high), Qt.AlignmentFlag.AlignLeft, opens)
        painter.drawText(QRectF(end, top, bar.width() - end + 1, high), Qt.AlignmentFlag.AlignLeft, closes)
        painter.end()
