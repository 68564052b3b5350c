"""Asks when a note was sent, for a person who says so later."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDateTime, QTimeZone, Signal
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
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
        self.field.setStyleSheet(_field_style(theme))
        self.field.setAccessibleName(NoteWords.SENT_WHEN)
        self.field.setFont(theme.font("body"))
        self.field.setFixedHeight(theme.px(40))
        self.body.addWidget(PlainLabel(theme, NoteWords.SENT_HOW, "body", "ink2", wrap=True))
        self.body.addWidget(self.field)
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


def _field_style(theme: Theme) -> str:
    card, edge, accent = (theme.color(token).name() for token in ("card", "edge", "accent"))
    return (
        f"QDateTimeEdit {{ background: {card}; border: 1px solid {edge}; border-radius: 8px; padding: 0 12px; }}"
        f"QDateTimeEdit:focus {{ border: 2px solid {accent}; padding: 0 11px; }}"
    )
