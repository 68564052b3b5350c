"""A full page on the desk: a title, one column that scrolls, and a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import Common
from salver.ui.theme import Theme

WIDEST = 720
"""Of the column, in px at 100 %."""
EDGE = 9
"""Room that a sheet's shadow needs on every side; text beside sheets is moved in by as much."""


class Page(QWidget):
    """A page shown in place of the panes. Lay out its content in `body`; Esc or the button emits `closed`.

    `begin` puts the focus on `first`, or on the way out when there is none.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None, *, way_out: bool = True) -> None:
        super().__init__(parent)
        self.theme = theme
        self.first: QWidget | None = None
        self.setAccessibleName(title)
        self.title = PlainLabel(theme, title, "page", wrap=True)
        self.close_button = Button(theme, "", "quiet", "ph.x", "Esc", name=Common.CLOSE)
        self.close_button.clicked.connect(self.closed)
        if not way_out:
            self.close_button.hide()
        self._way_out = way_out
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(EDGE, 0, EDGE, 0)
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self._column = QWidget()
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 4, 0, 40)
        self.body.setSpacing(16)
        holder = QWidget()
        holder.setLayout(centred(self._column))
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(holder)
        for widget in (self.area.viewport(), holder):
            widget.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 24, 16, 0)
        whole.setSpacing(12)
        self._head_row = centred(self._head)
        whole.addLayout(self._head_row)
        whole.addWidget(self.area, 1)
        self.area.verticalScrollBar().rangeChanged.connect(self._line_up)
        theme.changed.connect(self._renew)
        self._renew()

    def set_first(self, widget: QWidget) -> None:
        """Name the control that gets the focus when the page does."""
        self.first = widget

    def begin(self) -> None:
        """Put the focus on the first control, and the page back to its top."""
        self.area.verticalScrollBar().setValue(0)
        self.focus(self.first or self.close_button, Qt.FocusReason.OtherFocusReason)

    def focus(self, widget: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Give a control the focus, also one that was laid out just now: Qt shows those a moment later."""
        if widget.isVisible() or not self.isVisible():
            widget.setFocus(reason)
            self.area.ensureWidgetVisible(widget, 0, 24)
        else:
            QTimer.singleShot(0, widget, lambda: self.focus(widget, reason) if widget.isVisible() else None)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that the top of `widget` stands at the top of the page, once the layout has settled."""
        QTimer.singleShot(0, widget, lambda: self._reveal(widget))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy would take the way out off the round of Tab."""
        super().focusInEvent(event)
        self.focus(self.first or self.close_button, event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape and self._way_out:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground is the desk's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("desk"))
        painter.end()

    def _reveal(self, widget: QWidget) -> None:
        holder = self.area.widget()
        if holder is not None and holder.isAncestorOf(widget):
            self.area.verticalScrollBar().setValue(max(0, widget.mapTo(holder, widget.rect().topLeft()).y() - 8))

    def _line_up(self, _least: int, most: int) -> None:
        """Keep the title over the column when a scroll bar takes room beside it."""
        self._head_row.setContentsMargins(0, 0, self.area.verticalScrollBar().sizeHint().width() if most else 0, 0)

    def _renew(self) -> None:
        for widget in (self._column, self._head):
            widget.setMaximumWidth(self.theme.px(WIDEST))
        self.update()


def centred(widget: QWidget) -> QHBoxLayout:
    """A row that keeps a widget of limited width in the middle of a wide window."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


def emptied(layout: QLayout) -> None:
    """Remove and delete everything in a layout, layouts within it included."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
            inner.deleteLater()
