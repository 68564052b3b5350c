"""Asks when a note was sent, for a person who says so later."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDateTime, QEvent, QObject, QRectF, QTimeZone, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.paint import rounded
from salver.ui.controls.sheet import Sheet
from salver.ui.texts import Common, NoteWords
from salver.ui.theme import Theme


class WhenSheet(Sheet):
    """Emits `given` with an aware time, never one that lies ahead."""

    given = Signal(object)

    def __init__(self, theme: Theme, now: dt.datetime, zone: dt.tzinfo, parent: QWidget) -> None:
        super().__init__(theme, NoteWords.SENT_WHEN, parent, wide=480)
        self._zone = zone
        local = now.astimezone(zone)
        wall = QDateTime(local.year, local.month, local.day, local.hour, local.minute, 0, 0, QTimeZone.utc())
        self.field = QDateTimeEdit(wall)
        # Wall-clock times in, wall-clock times out: the zone of the desk is put on in `_give`.
        self.field.setTimeZone(QTimeZone.utc())
        self.field.setMaximumDateTime(wall)
        self.field.setDisplayFormat("d MMMM yyyy, HH:mm")
        self.field.setButtonSymbols(QDateTimeEdit.ButtonSymbols.NoButtons)
        self.field.setFrame(False)
        self.field.setAccessibleName(NoteWords.SENT_WHEN)
        self.field.setFont(theme.font("body"))
        self.body.addWidget(PlainLabel(theme, NoteWords.SENT_HOW, "body", "ink2", wrap=True))
        self.body.addWidget(_Box(theme, self.field))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep = Button(theme, NoteWords.KEEP_TIME, "primary")
        self.keep.clicked.connect(self._give)
        cancel = Button(theme, Common.CANCEL, "quiet")
        cancel.clicked.connect(self.leave)
        row.addWidget(self.keep)
        row.addWidget(cancel)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def open(self) -> None:
        """Cover the parent, with the field focused."""
        super().open()
        self.field.setFocus()

    def _give(self) -> None:
        when = self.field.dateTime()
        date, time = when.date(), when.time()
        wall = dt.datetime(date.year(), date.month(), date.day(), time.hour(), time.minute(), tzinfo=self._zone)
        self.leave()
        self.given.emit(wall)


class _Box(QWidget):
    """The frame of a field: a style sheet on the field itself would squeeze its text to one pixel."""

    def __init__(self, theme: Theme, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._field = field
        self.setFixedHeight(theme.px(40))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.addWidget(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the field."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and border."""
        painter = QPainter(self)
        focused = self._field.hasFocus()
        line = self._theme.color("accent" if focused else "edge")
        rounded(painter, QRectF(self.rect()), 8, self._theme.color("card"), line, 2 if focused else 1)
        painter.end()
