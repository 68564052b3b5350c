"""A promise on the back of the card: kept or not, what, by whom, by when."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from salver.cards.meeting import By, Promise
from salver.ui.card import when
from salver.ui.card.fields import CardField, Follow
from salver.ui.card.rows import Line
from salver.ui.controls.focus import FocusRing
from salver.ui.controls.tick import Tick
from salver.ui.desk import Clock
from salver.ui.texts import CardWords
from salver.ui.theme import Theme


class ByButton(QAbstractButton):
    """Says who promised; pressed, it is the other one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._by = By.ME
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(CardWords.BY_TIP)
        self.ring = FocusRing(self, theme, 4)
        theme.changed.connect(self.updateGeometry)
        self.set_by(By.ME)

    def by(self) -> By:
        """Who promised."""
        return self._by

    def set_by(self, by: By) -> None:
        """Show who promised."""
        self._by = by
        self.setText(CardWords.BY_ME_SHORT if by is By.ME else CardWords.BY_THEM_SHORT)
        self.setAccessibleName(CardWords.BY_ME if by is By.ME else CardWords.BY_THEM)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and a little air."""
        metrics = QFontMetricsF(self._theme.font("caption"))
        words = (CardWords.BY_ME_SHORT, CardWords.BY_THEM_SHORT)
        return QSize(round(max(metrics.horizontalAdvance(w) for w in words)) + 12, self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word on a quiet pill."""
        theme = self._theme
        painter = QPainter(self)
        token = "press" if self.isDown() else "hover" if self.underMouse() else "chip"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(token))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink2"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter.value), self.text())
        painter.end()


class PromiseLine(Line):
    """One promise. `changed` tells that it reads otherwise now; `entered` is Enter in it, `gone` the focus leaving."""

    changed = Signal()
    entered = Signal()
    gone = Signal()

    def __init__(self, theme: Theme, clock: Clock, zone: str, parent: QWidget) -> None:
        super().__init__(theme, CardWords.PROMISED, parent)
        self._clock = clock
        self._zone = zone
        self._promise = Promise("")
        self.tick = Tick(theme, size=16, name=CardWords.PROMISE_DONE, parent=self)
        self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.field = CardField(theme, CardWords.PROMISE_HINT, "body", name=CardWords.PROMISED, parent=self)
        self.by = ByButton(theme, self)
        self.due = CardField(theme, CardWords.DUE_HINT, "caption", name=CardWords.DUE, token="ink2", parent=self)
        self.due.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.due.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.add(self.tick)
        self.add(self.field, 1)
        self.add(self.by)
        self.add(self.due)
        self.tick.clicked.connect(self._ticked)
        self.by.clicked.connect(self._turn_by)
        self.field.textEdited.connect(lambda _t: self._typed())
        self.due.textEdited.connect(lambda _t: self._typed())
        self.field.entered.connect(self.entered)
        self.due.entered.connect(self.entered)
        self.field.gone.connect(self.gone)
        self.due.gone.connect(self._due_left)
        Follow(self, self.field, self.by, self.due, self.tick).moved.connect(self._show_parts)
        theme.changed.connect(self._show_parts)
        self._show_parts()

    @property
    def is_blank(self) -> bool:
        """True while nothing is promised here."""
        return not self.field.value()

    def value(self) -> Promise:
        """The promise as it stands."""
        return replace(
            self._promise, text=self.field.value(), by=self.by.by(), due=self._due(), done_at=self._promise.done_at
        )

    def set_value(self, promise: Promise) -> None:
        """Show a promise."""
        self._promise = promise
        self.field.set_value(promise.text)
        self.by.set_by(promise.by)
        self.tick.setChecked(promise.done_at is not None)
        if not self.due.hasFocus():
            self.due.set_value(self._words(promise.due))
        self._show_parts()

    def set_label(self, label: str) -> None:
        """Only the first of several promises carries the label."""
        self.label = label
        self.update()

    def _today(self) -> dt.date:
        return when.local_now(self._clock(), self._zone).date()

    def _words(self, due: dt.date | None) -> str:
        return when.due_words(due, self._today()) if due else ""

    def _due(self) -> dt.date | None:
        if self.due.value() == self._words(self._promise.due):
            return self._promise.due
        return when.read_due(self.due.value(), self._today())

    def _typed(self) -> None:
        self._show_parts()
        self.changed.emit()

    def _due_left(self) -> None:
        due = self._due()
        self._promise = replace(self._promise, due=due)
        self.due.set_value(self._words(due))
        self._show_parts()
        self.gone.emit()

    def _ticked(self) -> None:
        done = self._clock() if self.tick.isChecked() else None
        self._promise = replace(self._promise, done_at=done)
        self.changed.emit()

    def _turn_by(self) -> None:
        self.by.set_by(By.THEM if self.by.by() is By.ME else By.ME)
        self.changed.emit()

    def _show_parts(self) -> None:
        parts = (self.field, self.by, self.due, self.tick)
        active = self.underMouse() or any(part.hasFocus() for part in parts)
        filled = not self.is_blank
        self.by.setVisible(filled and (active or self.by.by() is By.THEM))
        self.due.setVisible(filled and (active or bool(self.due.text())))
        metrics = QFontMetricsF(self.due.font())
        shown = self.due.text() or self.due.placeholderText()
        width = max(metrics.horizontalAdvance(shown), self._theme.px(56 if not self.due.hasFocus() else 96))
        self.due.setFixedWidth(round(width) + 6)
