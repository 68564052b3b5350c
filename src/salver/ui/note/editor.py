"""The editor of a note: plain text with marks under it. Positions are UTF-16 units, as Qt counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from salver.ui.note import marks
from salver.ui.note.marks import Mark
from salver.ui.note.spans import moved
from salver.ui.theme import Theme

LINE = 27
FEWEST_LINES = 4
MOST_LINES = 16
"""A longer note scrolls inside of the editor, so that what stands below it stays within reach."""


class NoteEditor(QTextEdit):
    """Plain text in lines of 27 px. `typed` tells of changes by the person, `pointed` of marks under the pointer."""

    typed = Signal()
    here = Signal(int)
    """The finding under the caret or pointer, -1 for none."""
    focused = Signal(bool)
    height_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: list[Mark] = []
        self._drawn: list[Mark] = []
        self._pointed = self._here = -1
        self._filling = False
        self.is_retracing = False
        """While a change is an undone or redone one."""
        self.fewest_lines = FEWEST_LINES
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(0)
        self.document().contentsChange.connect(self._shift)
        self.textChanged.connect(self._changed)
        self.cursorPositionChanged.connect(self._look_here)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.height_wanted.emit())
        theme.changed.connect(self._dress)
        self._dress()

    # Text

    @property
    def text(self) -> str:
        """The note as it stands."""
        return self.toPlainText()

    def put_text(self, text: str) -> None:
        """Show another text. The history of undo begins anew."""
        self._filling = True
        self._marks, self._drawn = [], []
        self.setPlainText(text)
        self._set_line_height()
        self.document().clearUndoRedoStacks()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self._filling = False
        self.height_wanted.emit()
        self.viewport().update()

    def replace(self, edits: Sequence[tuple[int, int, str]], caret: int | None = None) -> None:
        """Make all edits, from right to left, as one step of undo."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, words in edits:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        cursor.endEditBlock()
        if caret is not None:
            self.put_caret(caret)

    def put_caret(self, position: int) -> None:
        """Move the caret, and scroll to it."""
        cursor = self.textCursor()
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text alone, composed, with line feeds for line ends."""
        text = unicodedata.normalize("NFC", source.text().replace("\r\n", "\n").replace("\r", "\n"))
        if text:
            self.textCursor().insertText("".join(c for c in text if c in "\n\t" or c >= " "))
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text comes in."""
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is cut or copied goes out as plain text alone."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    # Marks

    def set_marks(self, found: Iterable[Mark]) -> None:
        """Draw these marks from now on."""
        self._marks = list(found)
        self._drawn = marks.drawn(self._marks)
        self._pointed = -1
        self._look_here()
        self.viewport().update()

    def marks(self) -> tuple[Mark, ...]:
        """The marks as they lie now."""
        return tuple(self._marks)

    def first_lines(self) -> list[tuple[QRectF, Mark]]:
        """For each line that a mark begins on: its rectangle in the viewport and the worst mark there."""
        lines: dict[int, tuple[QRectF, Mark]] = {}
        for mark in reversed(marks.worst_first(self._marks)):
            for rect in marks.spans(self.document(), mark.start, mark.end):
                moved_rect = rect.translated(-self._offset())
                lines[round(moved_rect.top())] = (moved_rect, mark)
                break
        return list(lines.values())

    def current(self) -> int:
        """The finding under the pointer, else under the caret; -1 for none."""
        return self._here

    def mark_rects(self, mark: Mark) -> list[QRectF]:
        """Where a mark lies in the viewport."""
        return [r.translated(-self._offset()) for r in marks.spans(self.document(), mark.start, mark.end)]

    # Size

    def wanted_height(self) -> int:
        """The height for the text as it is, between the fewest and the most lines."""
        line = self._theme.px(LINE)
        rows = max(self.fewest_lines, min(MOST_LINES, round(self.document().size().height() / line)))
        return rows * line

    def minimumSizeHint(self) -> QSize:
        """Two words wide; the height is set from outside."""
        return QSize(self._theme.px(120), self._theme.px(LINE))

    # What happens inside

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _dress(self) -> None:
        font = self._theme.font("note")
        self.document().setDefaultFont(font)
        self.setFont(font)
        self.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        self.setCursorWidth(max(1, self._theme.px(1.5)))
        had_history = self.document().isUndoAvailable()
        self._filling = True
        self._set_line_height(join=had_history)
        if not had_history:
            self.document().clearUndoRedoStacks()
        self._filling = False
        self.height_wanted.emit()
        self.viewport().update()

    def _set_line_height(self, *, join: bool = False) -> None:
        height = QTextBlockFormat()
        height.setLineHeight(self._theme.px(LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        if join:
            cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(height)
        if join:
            cursor.endEditBlock()

    def _changed(self) -> None:
        if not self._filling:
            self.typed.emit()

    def _shift(self, at: int, removed: int, added: int) -> None:
        if not self._marks or self._filling:
            return
        # Qt counts the paragraph's end as removed and added when a whole block is replaced; both sides move alike.
        shifted = ((m, moved(m.start, m.end, at, removed, added)) for m in self._marks)
        self._marks = [Mark(p[0], p[1], m.severity, m.finding) for m, p in shifted if p is not None]
        self._drawn = marks.drawn(self._marks)

    def _look_here(self) -> None:
        here = self._pointed
        if here < 0 and self.hasFocus():
            here = self._at(self.textCursor().position())
        if here != self._here:
            self._here = here
            self.viewport().update()
            self.here.emit(here)

    def _at(self, position: int) -> int:
        for mark in marks.worst_first(self._marks):
            if mark.start <= position <= mark.end:
                return mark.finding
        return -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint under the words, the words, then the marks."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            if mark.finding == self._here:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color(marks.TOKENS[mark.severity] + "tint"))
                for rect in self.mark_rects(mark):
                    painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 3, 3)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for mark in self._drawn:
            for rect in self.mark_rects(mark):
                marks.paint(
                    painter, mark.severity, rect, self._theme.color(marks.TOKENS[mark.severity]), self._theme.scale
                )
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Find the mark under the pointer."""
        super().mouseMoveEvent(event)
        self._point(event.position())

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer that leaves points at nothing."""
        if event.type() == QEvent.Type.Leave:
            self._pointed = -1
            self._look_here()
        return super().viewportEvent(event)

    def _point(self, position: QPointF) -> None:
        pointed = -1
        for mark in marks.worst_first(self._marks):
            if any(rect.adjusted(-1, -2, 1, 2).contains(position) for rect in self.mark_rects(mark)):
                pointed = mark.finding
                break
        if pointed != self._pointed:
            self._pointed = pointed
            self._look_here()

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the window once there is no typing left to undo here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._passes_on(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; pass undo and Ctrl+Return on when they are not for here."""
        if self._passes_on(event):
            event.ignore()
            return
        self.is_retracing = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        super().keyPressEvent(event)
        self.is_retracing = False

    def _passes_on(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.isReadOnly() or not self.document().isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.isReadOnly() or not self.document().isRedoAvailable()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The mark under the caret is tinted from now on."""
        super().focusInEvent(event)
        self.focused.emit(True)
        self._look_here()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is under a caret that is elsewhere."""
        super().focusOutEvent(event)
        self.focused.emit(False)
        self._look_here()
