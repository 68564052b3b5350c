"""The page of the note pane on which a note is written: everything above the strip, scrolled as one."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from salver.ui.controls.label import PlainLabel
from salver.ui.note.chips import FactChips
from salver.ui.note.counter import Counter
from salver.ui.note.draft_help import DraftHelp
from salver.ui.note.findings import FindingsPanel
from salver.ui.note.frame import EditorFrame
from salver.ui.note.header import NoteHeader
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme

NARROW = 424
"""Effective width below which the foot keeps *Copy note* alone, and the head takes two lines."""
WIDE = 560
"""Effective width above which the actions of a finding stand on its own line."""

ROOMY = 520
"""Effective height above which the editor has a spare line."""
_MARGIN = 12


class WritingPage(QScrollArea):
    """Head, facts, editor, counter and findings, one below the other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        page = self._page = QWidget()
        page.setAutoFillBackground(False)
        self.head = NoteHeader(theme)
        self.chips = FactChips(theme)
        self.frame = EditorFrame(theme)
        self.editor = self.frame.editor
        self.counter = Counter(theme)
        self.drafts = DraftHelp(theme)
        self.findings = FindingsPanel(theme)
        self.well = PlainLabel(theme, NoteWords.ALL_WELL, "second", "ink2")
        self.editor.setAccessibleName(NoteWords.EDITOR)
        self.editor.setPlaceholderText(NoteWords.PLACEHOLDER)
        column = QVBoxLayout(page)
        # The words of the trim button and the dots of a finding end at the margin of 24; their padding lies beyond.
        column.setContentsMargins(24, 20, _MARGIN, 16)
        column.setSpacing(0)
        column.addWidget(_inset(self.head))
        column.addSpacing(16)
        column.addWidget(_inset(self.chips))
        column.addSpacing(16)
        column.addWidget(_inset(self.frame))
        column.addSpacing(4)
        column.addWidget(self.counter)
        column.addSpacing(4)
        column.addWidget(_inset(self.drafts))
        column.addWidget(self.findings)
        column.addWidget(self.well)
        column.addStretch(1)
        self.well.hide()
        self._column = column
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.editor.cursorPositionChanged.connect(self.show_caret)
        self.editor.focused.connect(lambda _on: self.show_caret())
        theme.changed.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Arrange head, editor and findings for the width there is."""
        width = self.width() / self._theme.scale
        self.head.set_narrow(width < NARROW)
        self.findings.set_wide(width > WIDE)
        # A spare line below four keeps what stands under the editor from moving with every line typed.
        fewest = 5 if width <= WIDE and self.height() / self._theme.scale > ROOMY else 4
        if fewest != self.editor.fewest_lines:
            self.editor.fewest_lines = fewest
            self.editor.height_wanted.emit()

    def _make_room(self, _low: int, high: int) -> None:
        """The scroll bar stands in the margin, so that no line breaks anew when it comes and goes."""
        bar = self.verticalScrollBar().sizeHint().width() if high > 0 else 0
        margins = self._column.contentsMargins()
        margins.setRight(max(0, _MARGIN - bar))
        self._column.setContentsMargins(margins)

    def controls(self) -> list[QWidget]:
        """What can be focused, in the order it is read."""
        above = [self.head.channel, *self.chips.chips(), self.editor, self.counter.button, *self.drafts.controls()]
        return [*above, *self.findings.controls()]

    def show_caret(self) -> None:
        """Scroll the page so that the caret is in sight."""
        if not self.editor.hasFocus():
            return
        caret: QRect = self.editor.cursorRect()
        place = self.editor.viewport().mapTo(self._page, caret.center())
        self.ensureVisible(place.x(), place.y(), 0, self._theme.px(32))


def _inset(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QVBoxLayout(holder)
    row.setContentsMargins(0, 0, _MARGIN, 0)
    row.addWidget(widget)
    return holder
