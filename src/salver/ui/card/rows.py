"""The ruled lines of the back: a label, what is written beside it, and the rule below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from salver.ui.card.chip_line import ChipLine
from salver.ui.card.fields import CardField
from salver.ui.card.geometry import LABEL_COLUMN
from salver.ui.theme import Theme


class Line(QWidget):
    """One ruled line: a label of 96, then `row`, where its owner puts fields. The label lights while it is typed in."""

    def __init__(self, theme: Theme, label: str, parent: QWidget, *, ruled: bool = True) -> None:
        super().__init__(parent)
        self._theme = theme
        self.label = label
        self.ruled = ruled
        self._least = 29
        self.row = QHBoxLayout(self)
        self.row.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        theme.changed.connect(self._renew)
        self._renew()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the line, and light the label while it has the focus."""
        self.row.addWidget(widget, stretch)
        widget.installEventFilter(self)
        if isinstance(widget, CardField):
            widget.setFixedHeight(self._least)

    def set_least(self, height: int) -> None:
        """The height of one ruled line; fields fill it, so that their underline lies on the rule."""
        self._least = height
        for i in range(self.row.count()):
            item = self.row.itemAt(i)
            widget = item.widget() if item else None
            if isinstance(widget, CardField):
                widget.setFixedHeight(height)
            elif isinstance(widget, ChipLine):
                widget.set_line_height(height)
        self.updateGeometry()

    def natural_height(self, width: int) -> int:
        """What its chips need at a width; 0 for a line without any."""
        needed = 0
        for i in range(self.row.count()):
            item = self.row.itemAt(i)
            widget = item.widget() if item else None
            if isinstance(widget, ChipLine):
                needed = max(needed, widget.height_for(width - self._theme.px(LABEL_COLUMN)))
        return needed

    def sizeHint(self) -> QSize:
        """At least one ruled line."""
        return QSize(self._theme.px(300), self._least)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the label when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw label and rule."""
        theme = self._theme
        painter = QPainter(self)
        if self.ruled:
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("plate"))
        active = self._typing()
        painter.setFont(theme.font("caption", 600 if active else 400))
        painter.setPen(theme.color("accent" if active else "ink2"))
        place = QRectF(0, 0, theme.px(LABEL_COLUMN) - 4, min(self.height(), self._least))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter.value), self.label)
        painter.end()

    def _typing(self) -> bool:
        focus = self.focusWidget()
        return isinstance(focus, CardField) and focus.hasFocus()

    def _renew(self) -> None:
        self.row.setContentsMargins(self._theme.px(LABEL_COLUMN), 0, 0, 0)
        self.update()
