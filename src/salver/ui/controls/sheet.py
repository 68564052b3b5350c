"""A page that lies over the panes: settings, help, the trash, a rule's explanation."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import Common
from salver.ui.theme import Theme


class Sheet(QWidget):
    """Covers its parent; lay out what it shows in `body`, which scrolls. Esc or the button closes it.

    While open, Tab stays inside; on closing, the focus goes back to where it was and `closed` is emitted.
    `wide` is the greatest width of the column in px at 100 %.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget, *, wide: int = 720) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide = wide
        self._before: QWidget | None = None
        self.setAccessibleName(title)
        self.hide()
        self.title = PlainLabel(theme, title, "page", parent=self)
        self.close_button = Button(theme, "", "quiet", "ph.x", "Esc", name=Common.CLOSE, parent=self)
        self.close_button.clicked.connect(self.leave)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        self._column = QWidget(self)
        self.body = QVBoxLayout(self._column)
        self.body.setContentsMargins(0, 8, 0, 40)
        self.body.setSpacing(16)
        # The column sits in the middle of a wide window and fills a narrow one.
        holder = QWidget(self)
        middle = QHBoxLayout(holder)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(self._column, 1000)
        middle.addStretch(1)
        self.pages = QScrollArea(self)
        self.pages.setWidgetResizable(True)
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setWidget(holder)
        for widget in (self.pages.viewport(), holder):
            widget.setAutoFillBackground(False)
        self._head_holder = QWidget(self)
        self._head_holder.setLayout(head)
        head_row = QHBoxLayout()
        head_row.setContentsMargins(0, 0, 0, 0)
        head_row.addStretch(1)
        head_row.addWidget(self._head_holder, 1000)
        head_row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 24, 24, 0)
        page.setSpacing(16)
        page.addLayout(head_row)
        page.addWidget(self.pages, 1)
        parent.installEventFilter(self)
        theme.changed.connect(self._renew)
        self._renew()

    def open(self) -> None:
        """Cover the parent, take the focus."""
        self._before = QApplication.focusWidget()
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close, and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize and not self.isHidden():
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside of the sheet."""
        now = QApplication.focusWidget() or self
        step = now
        for _ in range(10_000):
            following = step.nextInFocusChain() if forward else step.previousInFocusChain()
            if following is None or following is now:
                return True
            step = following
            reachable = step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.isEnabled() and step.isVisible()
            if reachable and self.isAncestorOf(step) and step.focusProxy() is None:
                step.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
                return True
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground is the desk's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("desk"))
        painter.end()

    def _renew(self) -> None:
        for widget in (self._column, self._head_holder):
            widget.setMaximumWidth(self._theme.px(self._wide))
        self.update()
