"""What stands in the note pane before a note is begun: what is ready, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.paint import rounded, shadow
from salver.ui.note.draft_help import ToneRow
from salver.ui.texts import DraftWords, NoteWords
from salver.ui.theme import Theme


class _Paper(QWidget):
    """A small sheet with a caret: decoration, so it has no name for a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(111) + 24, self._theme.px(80) + 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        px = theme.px
        sheet = QRectF(12, 10, px(111), px(80))
        shadow(painter, sheet, 4, theme, depth=7, drop=2)
        rounded(painter, sheet, 4, theme.color("card"), theme.color("rule"))
        for y, left, width in ((24, 20, 53), (40, 14, 83), (56, 14, 75)):
            line = QRectF(sheet.x() + px(left), sheet.y() + px(y) - 1, px(width), max(1, px(1.6)))
            rounded(painter, line, 1, theme.color("track"))
        painter.fillRect(QRectF(sheet.x() + px(14), sheet.y() + px(13), max(2, px(2)), px(16)), theme.color("accent"))
        painter.end()

    def _renew(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class EmptyNote(QScrollArea):
    """Emits `begin` with a channel, or with nothing to let the state of the invitation decide."""

    begin = Signal(str)
    draft = Signal(str)
    """The tone of a draft to begin with."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        page = QWidget()
        page.setAutoFillBackground(False)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(_Paper(theme), 0, centre)
        column.addSpacing(18)
        title = PlainLabel(theme, NoteWords.EMPTY_TITLE, "pane", wrap=True)
        title.setAlignment(centre)
        column.addWidget(title)
        column.addSpacing(8)
        self.sentence = PlainLabel(theme, "", "body", "ink2", wrap=True)
        self.sentence.setAlignment(centre)
        column.addWidget(self.sentence)
        column.addSpacing(22)
        self.start = Button(theme, NoteWords.START, "primary", "ph.note-pencil", "Ctrl+J")
        self.start.clicked.connect(lambda: self.begin.emit(""))
        column.addWidget(self.start, 0, centre)
        column.addSpacing(20)
        self.tones = ToneRow(theme, DraftWords.BEGIN, centred=True)
        self.tones.chosen.connect(self.draft)
        column.addWidget(self.tones)
        column.addSpacing(12)
        self.reply = Button(theme, NoteWords.ADDED_ME, "quiet")
        self.reply.clicked.connect(lambda: self.begin.emit("reply"))
        column.addWidget(self.reply, 0, centre)
        column.addStretch(1)
        self.setWidget(page)
