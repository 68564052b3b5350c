"""Your own card: name, one line, plan, typed onto card stock."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.cards.card import Sender
from salver.cards.units import one_line
from salver.ui.controls.field import FaceField
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.stock import MARGIN, paint_stock
from salver.ui.texts import WelcomeWords
from salver.ui.theme import Theme
from salver.ui.welcome.plan import PlanChoice

WIDTH = 560
_PAD = 40


class OwnCard(QWidget):
    """A card of 560 with the shadow around it, and three questions on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = _Underlined(theme, WelcomeWords.NAME_PLACEHOLDER, "name", name=WelcomeWords.NAME)
        self.about = _Underlined(theme, WelcomeWords.ABOUT_PLACEHOLDER, "note", name=WelcomeWords.ABOUT)
        for field in (self.name, self.about):
            field.setMaxLength(2_000)
        self.plan = PlanChoice(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        for label, control, gap in (
            (WelcomeWords.NAME, self.name, 28),
            (WelcomeWords.ABOUT, self.about, 28),
            (WelcomeWords.PLAN, self.plan, 0),
        ):
            words = PlainLabel(theme, label, "caption", "ink2", wrap=True)
            words.setBuddy(control)
            self._column.addWidget(words)
            self._column.addSpacing(8 if control is self.plan else 2)
            self._column.addWidget(control)
            self._column.addSpacing(gap)
            if isinstance(control, _Underlined):
                control.lit.connect(
                    lambda on, words=words: words.set_look("accent" if on else "ink2", weight=600 if on else 400)
                )
        theme.changed.connect(self._renew)
        self._renew()

    def typed(self) -> Sender:
        """What was typed, each on one line."""
        return Sender(one_line(self.name.text()), one_line(self.about.text()), self.plan.value())

    def set_sender(self, sender: Sender) -> None:
        """Show what is known already."""
        self.name.setText(sender.name)
        self.about.setText(sender.about)
        self.plan.set_value(sender.plan)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stock."""
        painter = QPainter(self)
        paint_stock(painter, QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), "plain", self._theme)
        painter.end()

    def _renew(self) -> None:
        side = MARGIN + min(self._theme.px(_PAD), 48)
        self._column.setContentsMargins(side, MARGIN + self._theme.px(28), side, MARGIN + self._theme.px(32))
        self.setMaximumWidth(self._theme.px(WIDTH) + 2 * MARGIN)
        self.update()


class _Underlined(FaceField):
    """A field whose line can be seen at rest, since nothing else says that one may write there."""

    lit = Signal(bool)

    def sizeHint(self) -> QSize:
        """More air above the line than on a card."""
        hint = super().sizeHint()
        return QSize(hint.width(), hint.height() + 8)

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the label."""
        super().focusInEvent(event)
        self.lit.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the label."""
        super().focusOutEvent(event)
        self.lit.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the line."""
        super().paintEvent(event)
        if not self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("edge"))
            painter.end()
