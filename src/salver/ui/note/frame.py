"""The frame around the editor: paper, border, and the gutter with a glyph at each first marked line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from salver.ui.controls.paint import rounded
from salver.ui.note import marks
from salver.ui.note.editor import NoteEditor
from salver.ui.theme import Theme

_GUTTER = 42
_GLYPH = 18
_GLYPH_X = 21
_RIGHT = 14
_TOP = 14
_RADIUS = 8


class EditorFrame(QWidget):
    """Holds the editor. A click on its margin goes to the text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[tuple[QRectF, marks.Mark]] = []
        self.editor = NoteEditor(theme, self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.editor.focused.connect(lambda _on: self.update())
        self.editor.height_wanted.connect(self._fit)
        self.editor.verticalScrollBar().valueChanged.connect(lambda _v: self.update())
        theme.changed.connect(self._dress)
        self._dress()

    def refresh(self) -> None:
        """Draw the glyphs of the editor's marks anew."""
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the text needs, within the editor's bounds."""
        return QSize(self._theme.px(300), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the editor between gutter and border."""
        super().resizeEvent(event)
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the text is meant for the text."""
        where = self.editor.viewport().mapFrom(self, event.position().toPoint())
        self.editor.setFocus(Qt.FocusReason.MouseFocusReason)
        cursor = self.editor.cursorForPosition(QPoint(max(0, where.x()), where.y()))
        self.editor.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, border and glyphs."""
        painter = QPainter(self)
        theme = self._theme
        focused = self.editor.hasFocus()
        line = theme.color("accent" if focused else "edge")
        rounded(painter, QRectF(self.rect()), _RADIUS, theme.color("card"), line, 2 if focused else 1)
        glyph = theme.px(_GLYPH)
        top = self.editor.geometry().top()
        for rect, mark in self.editor.first_lines():
            y = top + rect.center().y()
            if top - glyph / 2 < y < self.height() - _TOP + glyph / 2:
                place = QRectF(theme.px(_GLYPH_X) - glyph / 2, y - glyph / 2, glyph, glyph)
                theme.paint_icon(painter, place, marks.GLYPHS[mark.severity], self._color(mark))
        painter.end()

    def _color(self, mark: marks.Mark) -> QColor:
        return self._theme.color(marks.TOKENS[mark.severity])

    def _dress(self) -> None:
        self._fit()
        self.update()

    def _height(self) -> int:
        return self.editor.wanted_height() + 2 * self._theme.px(_TOP)

    def _fit(self) -> None:
        height = self._height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
        self._place()
        self.update()

    def _place(self) -> None:
        left, top = self._theme.px(_GUTTER), self._theme.px(_TOP)
        self.editor.setGeometry(
            left, top, max(1, self.width() - left - self._theme.px(_RIGHT)), self.height() - 2 * top
        )
        if self.editor.hasFocus():
            self.editor.ensureCursorVisible()
