"""The counter below the editor: the length LinkedIn counts, a bar, what is left, and help to trim."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.paint import rounded
from salver.ui.note.trim import Offer
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme

_BAR = 72
_BAR_HEIGHT = 4


class _Gauge(QWidget):
    """Number, limit, bar and words, painted in one line so that nothing moves when a digit is added."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.used, self.most = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(190), self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(110), self._theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        over = bool(self.most) and self.used > self.most
        number, of = f"{self.used:,}", f" / {self.most:,}" if self.most else ""
        bold, plain, small = theme.font("body", 600), theme.font("second"), theme.font("second")
        base = self.height() / 2 + QFontMetricsF(bold).capHeight() / 2
        painter.setFont(bold)
        painter.setPen(theme.color("err" if over else "ink"))
        painter.drawText(QRectF(0, 0, 0, 0).topLeft() + QPoint(0, round(base)), number)
        x = QFontMetricsF(bold).horizontalAdvance(number)
        painter.setFont(plain)
        painter.setPen(theme.color("ink2"))
        painter.drawText(QPoint(round(x), round(base)), of)
        if not self.most:
            painter.end()
            return
        widest = QFontMetricsF(bold).horizontalAdvance(f"{self.most:,}") + QFontMetricsF(plain).horizontalAdvance(of)
        x = max(widest, x + QFontMetricsF(plain).horizontalAdvance(of)) + theme.px(21)
        words = NoteWords.left(self.most - self.used)
        room = self.width() - x - theme.px(12) - QFontMetricsF(small).horizontalAdvance(words)
        width = theme.px(_BAR)
        if room >= width:
            bar = QRectF(x, self.height() / 2 - theme.px(_BAR_HEIGHT) / 2, width, theme.px(_BAR_HEIGHT))
            rounded(painter, bar, bar.height() / 2, theme.color("track"))
            share = min(1.0, self.used / self.most)
            if share > 0:
                filled = QRectF(bar.x(), bar.y(), max(bar.height(), bar.width() * share), bar.height())
                rounded(painter, filled, bar.height() / 2, theme.color("err" if over else "ink2"))
            x += width + theme.px(12)
        painter.setFont(small)
        painter.setPen(theme.color("err" if over else "ink2"))
        painter.drawText(QPoint(round(x), round(base)), words)
        painter.end()


class Counter(QWidget):
    """`trim` carries the offer that was chosen."""

    trim = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offers: tuple[Offer, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._gauge = _Gauge(theme)
        self.button = Button(theme, NoteWords.TRIM, "accent", "ph.scissors", small=True)
        self.button.clicked.connect(self._choose)
        row.addWidget(self._gauge, 1)
        row.addWidget(self.button)
        self.set_length(0, None)
        self.set_offers(())

    def set_length(self, used: int, most: int | None) -> None:
        """Show `used` UTF-16 units of `most`."""
        self._gauge.used, self._gauge.most = used, most or 0
        self._gauge.setAccessibleName(NoteWords.counter(used, most))
        self._gauge.update()

    def text(self) -> str:
        """What the counter says, as a screen reader hears it."""
        return self._gauge.accessibleName()

    def set_offers(self, offers: Sequence[Offer]) -> None:
        """Show the best way to trim on the button; none hides it, and the line keeps its height."""
        if tuple(offers) == self._offers and self._offers:
            return
        self._offers = tuple(offers)
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(policy)
        self.button.setVisible(bool(self._offers))
        if self._offers:
            self.button.set_text(NoteWords.trim_to(self._offers[0].reaches))
            self.button.set_tip(NoteWords.trim_offer(self._offers[0].label, self._offers[0].reaches))

    def offers(self) -> tuple[Offer, ...]:
        """The ways to trim, best first."""
        return self._offers

    def _choose(self) -> None:
        if len(self._offers) == 1:
            self.trim.emit(self._offers[0])
        elif self._offers:
            menu = self.menu()
            menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def menu(self) -> QMenu:
        """The menu of all offers."""
        menu = QMenu(self)
        menu.setAccessibleName(NoteWords.TRIM)
        for offer in self._offers:
            action = menu.addAction(NoteWords.trim_offer(offer.label, offer.reaches).replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, offer=offer: self.trim.emit(offer))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
