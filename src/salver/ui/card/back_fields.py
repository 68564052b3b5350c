"""Fields that only the back has: their words in quotes, the event, and the line that no note may hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from salver.ui.card.chip_line import PersonField, Suggest
from salver.ui.card.fields import CardField
from salver.ui.card.rows import Line
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Clock
from salver.ui.texts import CardWords
from salver.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the back gets the time and its suggestions from."""

    clock: Clock
    zone: str
    people: Suggest
    events: Suggest
    offered_event: Callable[[], str]


class QuoteField(CardField):
    """Their words: in italics, and between quotation marks while they are not being typed."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the marks at rest."""
        text = self.value()
        if self.hasFocus() or not text or text[0] in "\"'“„«「":
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        metrics = QFontMetricsF(self.font())
        shown = metrics.elidedText(f"“{text}”", Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignVCenter.value), shown)
        if self.underMouse():
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("edge"))
        painter.end()


class EventField(PersonField):
    """The event at the right of the first line. Down takes the one that is offered."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down in the empty field writes the offered event."""
        offered = self.property("offered")
        if event.key() == Qt.Key.Key_Down and not self.text() and offered:
            self.setText(str(offered))
            self.textEdited.emit(self.text())
            return
        super().keyPressEvent(event)

    def offer(self, event: str) -> None:
        """Offer an event as the placeholder."""
        self.setProperty("offered", event)
        self.setPlaceholderText(f"{event}? ↓" if event else CardWords.EVENT_HINT)
        self.setToolTip("")


class PrivateLine(Line):
    """One line that no note may ever hold."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, CardWords.PRIVATE, parent, ruled=False)
        self.row.setSpacing(theme.px(8))
        self.lock = PlainLabel(theme, "", parent=self)
        self.lock.setFixedWidth(theme.px(18))
        self.field = CardField(theme, CardWords.PRIVATE_HINT, "body", name=CardWords.PRIVATE, parent=self)
        self.never = PlainLabel(theme, CardWords.NEVER, "caption", "ink2", parent=self)
        self.add(self.lock)
        self.add(self.field, 1)
        self.add(self.never)
        theme.changed.connect(self._draw_lock)
        self._draw_lock()

    def _draw_lock(self) -> None:
        self.lock.setPixmap(self._theme.pixmap("ph.lock", "ink2", 16))
        self.lock.setFixedWidth(self._theme.px(18))
