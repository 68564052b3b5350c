"""Fields on a face of the card: a line, a name that may take two, and the little tools that appear beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from salver.cards.units import one_line
from salver.ui.controls.field import FaceField
from salver.ui.controls.label import plain_tip
from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme


def wants_undo(event: QEvent) -> bool:
    """True for the keys of undo, also while Qt asks whether somebody wants them."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo)


def wants_redo(event: QEvent) -> bool:
    """True for the keys of redo."""
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Redo)


def turns_pages(event: QEvent) -> bool:
    """True for the keys that flip through the cards."""
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CardField(FaceField):
    """One line typed straight on the card.

    Undo goes back through what was typed here; once there is nothing left, the key is the window's. `entered` is
    Enter, `gone` the focus leaving. Setting the same text again disturbs neither cursor nor history.
    """

    entered = Signal()
    gone = Signal()
    came = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        role: str = "second",
        *,
        name: str = "",
        token: str = "ink",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder, role, name=name, token=token, weight=weight, parent=parent)
        self.returnPressed.connect(self.entered)

    def value(self) -> str:
        """The text as it is kept."""
        return one_line(self.text())

    def set_value(self, text: str) -> None:
        """Show a value; nothing happens when it is the one that stands here already."""
        if self.value() != text:
            self.setText(text)
            self.setCursorPosition(len(text) if self.hasFocus() else 0)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when there is nothing to undo here."""
        if event.type() == QEvent.Type.ShortcutOverride and (
            (wants_undo(event) and not self.isUndoAvailable()) or (wants_redo(event) and not self.isRedoAvailable())
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo with nothing to undo goes on to the window."""
        if (wants_undo(event) and not self.isUndoAvailable()) or (wants_redo(event) and not self.isRedoAvailable()):
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the line. Tab chooses the text from its end, so that a long one shows its beginning."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.setSelection(len(self.text()), -len(self.text()))
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the owner, so that it saves."""
        super().focusOutEvent(event)
        self.gone.emit()


class FaceTool(QAbstractButton):
    """A small sign beside a field, such as copy: for the mouse, since the same is done by a key."""

    def __init__(self, theme: Theme, icon: str, name: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(f"{name} ({key})" if key else name))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def sizeHint(self) -> QSize:
        """A square of 22."""
        return QSize(self._theme.px(22), self._theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sign."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, 6, self._theme.color("press" if self.isDown() else "hover"))
        side = self._theme.px(16)
        place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        self._theme.paint_icon(painter, place, self._icon, self._theme.color("ink2"))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint as hovered."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint at rest."""
        super().leaveEvent(event)
        self.update()


class Follow(QObject):
    """Calls back whenever the focus or the pointer enters or leaves a widget."""

    moved = Signal()

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(widgets[0])
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell, and let the event pass."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave):
            self.moved.emit()
        return False
