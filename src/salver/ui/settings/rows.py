"""Rows and sections of a page: a sheet of paper with one thing to a line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from salver.ui.controls.label import PlainLabel
from salver.ui.controls.paint import paint_sheet
from salver.ui.settings.page import EDGE, emptied
from salver.ui.theme import Theme

_WORDS_LEAST = 200
"""Px at 100 % that the words of a row keep before its control moves below them."""


class Paper(QWidget):
    """A sheet; rows added to it are parted by hairlines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(EDGE + 20, EDGE + 4, EDGE + 20, EDGE + 4)
        self.column.setSpacing(0)
        theme.changed.connect(self.update)

    def add(self, widget: QWidget) -> None:
        """Add a row below the others."""
        if self.column.count():
            self.column.addWidget(Hairline(self._theme))
        self.column.addWidget(widget)

    def first_control(self) -> QWidget | None:
        """The first thing on the sheet that takes the focus."""
        for widget in self.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisible():
                return widget
        return None

    def empty(self) -> None:
        """Take all rows away."""
        emptied(self.column)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        painter = QPainter(self)
        paint_sheet(painter, QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE), self._theme, 8)
        painter.end()


class Hairline(QWidget):
    """A line of one pixel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(1)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("rule"))
        painter.end()


class Section(QWidget):
    """A heading, a line of explanation if there is one, and a sheet of rows."""

    def __init__(self, theme: Theme, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        words = QVBoxLayout()
        words.setContentsMargins(EDGE, 0, EDGE, 0)
        words.setSpacing(2)
        self.heading = PlainLabel(theme, title, "section", wrap=True)
        words.addWidget(self.heading)
        self.hint = PlainLabel(theme, hint, "second", "ink2", wrap=True)
        # Never shown before it has a parent: it would flash up as a window of its own.
        if not hint:
            self.hint.hide()
        words.addWidget(self.hint)
        column.addLayout(words)
        self.paper = Paper(theme)
        column.addWidget(self.paper)

    def add(self, widget: QWidget) -> None:
        """Add a row."""
        self.paper.add(widget)


class Row(QWidget):
    """Words at the left, a control at the right; where there is no room for both, the control goes below.

    `wide` sets the control below from the start and lets it fill the line. The words name the control to
    a screen reader unless it has a name of its own.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        hint: str = "",
        control: QWidget | None = None,
        *,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide = wide
        self.control = control
        self.box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.box.setContentsMargins(0, 12, 0, 12)
        self.box.setSpacing(16)
        self.words = QVBoxLayout()
        self.words.setContentsMargins(0, 0, 0, 0)
        self.words.setSpacing(1)
        self.title = PlainLabel(theme, title, "body", weight=600, wrap=True)
        self.words.addWidget(self.title)
        self.hint = PlainLabel(theme, hint, "second", "ink2", wrap=True)
        if not hint:
            self.hint.hide()
        self.words.addWidget(self.hint)
        self.box.addLayout(self.words, 1)
        if control is not None:
            if not control.accessibleName():
                control.setAccessibleName(title)
            if not control.accessibleDescription():
                control.setAccessibleDescription(hint)
            self.box.addWidget(control, 0, Qt.AlignmentFlag(0) if wide else Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._arrange)
        self._arrange()

    def set_hint(self, text: str) -> None:
        """Change the line under the title."""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """Never wider than the control or a few words need."""
        hint = super().minimumSizeHint()
        least = self.control.minimumSizeHint().width() if self.control is not None else 0
        return QSize(max(least, self._theme.px(120)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the control beside or below the words."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self.control is None:
            return
        needed = self._theme.px(_WORDS_LEAST) + self.box.spacing() + self.control.sizeHint().width()
        below = self._wide or self.width() < needed
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self.box.direction() != direction:
            self.box.setDirection(direction)
            if not self._wide:
                self.box.setAlignment(
                    self.control, Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignVCenter
                )
        self.box.setSpacing(8 if below else 16)


class Beside(QWidget):
    """A few controls in a row, as one control."""

    def __init__(self, *widgets: QWidget, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        for widget in widgets:
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
