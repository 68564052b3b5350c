"""The name on the front of the card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from salver.cards.units import one_line
from salver.ui.card.fields import turns_pages, wants_redo, wants_undo
from salver.ui.theme import Theme

NAME_SIZES = (30, 28, 26, 24)
"""A long name shrinks through these before it takes a second line. Source: the drawn window."""


class NameField(QPlainTextEdit):
    """The name, large. It shrinks from 30 to 24 px, then takes a second line; it never ends in an ellipsis."""

    edited = Signal()
    entered = Signal()
    gone = Signal()
    came = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._silent = False
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.textChanged.connect(self._changed)
        theme.changed.connect(self._renew)
        self._renew()

    def text(self) -> str:
        """What stands here."""
        return self.toPlainText()

    def value(self) -> str:
        """The name as it is kept."""
        return one_line(self.toPlainText())

    def set_value(self, text: str) -> None:
        """Show a name, unless it stands here already."""
        if self.value() != text:
            self._silent = True
            self.setPlainText(text)
            self._silent = False
            self.document().clearUndoRedoStacks()
            self._fit()

    def selectAll(self) -> None:
        """Choose the whole name."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        self.setTextCursor(cursor)

    def height_for(self, width: int) -> int:
        """The height that the name takes at a width, of one line or two; sets the font that fits."""
        text = self.text() or self.placeholderText()
        size = NAME_SIZES[-1]
        for size in NAME_SIZES:
            if self._metrics(size).horizontalAdvance(text) <= width - 4:
                break
        font = self._theme.font("name")
        font.setPixelSize(self._theme.px(size))
        if font != self.font():
            self.setFont(font)
        metrics = QFontMetricsF(font)
        lines = 1 if metrics.horizontalAdvance(text) <= width - 4 else 2
        return round(metrics.lineSpacing() * lines) + 3

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A name has one line, whatever is pasted."""
        self.insertPlainText(one_line(source.text()))

    def event(self, event: QEvent) -> bool:
        """Leave flipping cards to the window, and undo when there is nothing to undo here."""
        document = self.document()
        if event.type() == QEvent.Type.ShortcutOverride and (
            turns_pages(event)
            or (wants_undo(event) and not document.isUndoAvailable())
            or (wants_redo(event) and not document.isRedoAvailable())
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next line of the card; undo with nothing to undo goes on to the window."""
        document = self.document()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif (
            event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            or (wants_undo(event) and not document.isUndoAvailable())
            or (wants_redo(event) and not document.isRedoAvailable())
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the face."""
        super().focusInEvent(event)
        self.viewport().update()
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the owner, so that it saves."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.gone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, and the line below while hovered or focused."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        view = self.viewport().rect()
        if self.hasFocus():
            painter.fillRect(QRectF(0, view.height() - 2, view.width(), 2), self._theme.color("accent"))
        elif self.underMouse():
            painter.fillRect(QRectF(0, view.height() - 1, view.width(), 1), self._theme.color("edge"))
        painter.end()

    def sizeHint(self) -> QSize:
        """As the face lays it out."""
        return QSize(self._theme.px(200), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """The face decides."""
        return QSize(0, 0)

    def _metrics(self, size: int) -> QFontMetricsF:
        font = self._theme.font("name")
        font.setPixelSize(self._theme.px(size))
        return QFontMetricsF(font)

    def _changed(self) -> None:
        self._fit()
        if not self._silent:
            self.edited.emit()

    def _fit(self) -> None:
        before = (self.height(), self.font().pixelSize())
        if (self.height_for(self.width()), self.font().pixelSize()) != before:
            self.grown.emit()

    def _renew(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._theme.color("ink3"))
        self.setPalette(palette)
        self.setFont(self._theme.font("name"))
        self.height_for(self.width())
