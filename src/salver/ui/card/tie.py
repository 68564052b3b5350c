"""How you know them: the label of the first line of the back, and the choice behind it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.texts import CardWords
from salver.ui.theme import Theme


class TieButton(QAbstractButton):
    """The label of the first line, which says how you know them, and opens the choice of it."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tie = "unknown"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.ring = FocusRing(self, theme, 4)
        self.menu_of_ties = QMenu(self)
        self._actions = {}
        for value, (word, meaning) in CardWords.TIES.items():
            action = self.menu_of_ties.addAction(meaning)
            action.setCheckable(True)
            action.setToolTip(word)
            action.triggered.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._actions[value] = action
        self.clicked.connect(self.open_menu)
        self.set_tie("unknown")

    def set_tie(self, tie: str) -> None:
        """Show a tie without telling."""
        self._tie = tie
        for value, action in self._actions.items():
            action.setChecked(value == tie)
        self.setText(CardWords.TIE_LABELS[tie])
        said = f"{CardWords.TIE}: {CardWords.TIES[tie][0]}"
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.resize(self.sizeHint())
        self.update()

    def tie(self) -> str:
        """The tie shown."""
        return self._tie

    def open_menu(self) -> None:
        """Open the choice below the label."""
        self.menu_of_ties.popup(self.mapToGlobal(QPoint(0, self.height())))
        self.menu_of_ties.setActiveAction(self._actions[self._tie])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the choice, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """The words and the sign of a menu."""
        width = QFontMetricsF(self._theme.font("caption", 600)).horizontalAdvance(self.text())
        return QSize(round(width) + self._theme.px(18), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A label with a caret."""
        theme = self._theme
        painter = QPainter(self)
        hovered = self.underMouse() or self.hasFocus()
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink" if hovered else "ink2"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignVCenter.value), self.text())
        width = QFontMetricsF(theme.font("caption")).horizontalAdvance(self.text())
        side = theme.px(11)
        place = QRectF(width + theme.px(4), (self.height() - side) / 2 + 1, side, side)
        theme.paint_icon(painter, place, "ph.caret-down", theme.color("ink2" if hovered else "ink3"))
        painter.end()
