"""The list itself: a list view that skips headings, jumps by letter and turns cards with PgUp and PgDn."""

from __future__ import annotations

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QPropertyAnimation,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from salver.ui.people.delegate import PeopleDelegate
from salver.ui.people.model import PeopleModel
from salver.ui.texts import People
from salver.ui.theme import Theme

_JUMP_MS = 160


class PeopleList(QListView):
    """Shows a `PeopleModel`. The person's keys come out as signals; Qt keeps the selection."""

    entered_card = Signal(int)
    trash_wanted = Signal()
    letter_typed = Signal(str)
    left = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, model: PeopleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._people = model
        self.setModel(model)
        self.drawing = PeopleDelegate(theme, model, self)
        self.setItemDelegate(self.drawing)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(People.LIST)
        self.viewport().setAutoFillBackground(False)
        self.setAutoFillBackground(False)
        self.verticalScrollBar().setSingleStep(theme.px(32))
        self._jump = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._jump.setEasingCurve(QEasingCurve.Type.OutCubic)
        model.modelReset.connect(self._choose_layout)
        theme.changed.connect(self._renew)
        self._renew()

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Where an arrow leads: always to a card, never to a heading."""
        move = QAbstractItemView.CursorAction
        last = self._people.rowCount() - 1
        here = self.currentIndex().row() if self.currentIndex().isValid() else -1
        if action in (move.MoveUp, move.MoveLeft, move.MovePrevious, move.MovePageUp):
            line = self._people.next_card_line(here - 1, -1) if here >= 0 else self._people.next_card_line(0, 1)
        elif action in (move.MoveDown, move.MoveRight, move.MoveNext, move.MovePageDown):
            line = self._people.next_card_line(here + 1, 1)
        elif action == move.MoveHome:
            line = self._people.next_card_line(0, 1)
        else:
            line = self._people.next_card_line(last, -1)
        return self._people.index(line) if line >= 0 else self.currentIndex()

    def keyboardSearch(self, search: str) -> None:
        """A letter jumps to its first surname; Qt's own search would read every row."""
        if search.strip():
            self.letter_typed.emit(search.strip()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the card, Delete to the trash, Esc back to where one came from."""
        self._set_keyboard(True)
        key = event.key()
        card = self._people.card_at(self.currentIndex().row())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            if card is not None:
                self.entered_card.emit(card)
        elif key == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.trash_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click hides the ring of the keyboard; beside the rows it changes nothing."""
        self._set_keyboard(False)
        if not self.indexAt(event.position().toPoint()).isValid():
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to the card."""
        card = self._people.card_at(self.indexAt(event.position().toPoint()).row())
        if card is not None and event.button() == Qt.MouseButton.LeftButton:
            self.entered_card.emit(card)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab shows where the focus is."""
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self._set_keyboard(True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the chosen cards."""
        if self.selectionModel().hasSelection():
            self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the delegate how wide a row is."""
        self.drawing.width = self.viewport().width()
        super().resizeEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Follow the viewport when the scroll bar comes and goes."""
        if event.type() == QEvent.Type.Resize:
            self.drawing.width = self.viewport().width()
        return bool(super().viewportEvent(event))

    def select_line(self, line: int, *, jump: bool = False) -> None:
        """Choose one line and bring it into sight; a `jump` glides there and sets it at the top."""
        if line < 0:
            self.selectionModel().clear()
            return
        index = self._people.index(line)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        hint = QAbstractItemView.ScrollHint
        bar = self.verticalScrollBar()
        before = bar.value()
        self._jump.stop()
        self.scrollTo(index, hint.PositionAtTop if jump else hint.EnsureVisible)
        after = bar.value()
        if jump and after != before and self._theme.ms(_JUMP_MS):
            self._jump.setDuration(self._theme.ms(_JUMP_MS))
            self._jump.setStartValue(before)
            self._jump.setEndValue(after)
            self._jump.start()

    def _set_keyboard(self, on: bool) -> None:
        if self.drawing.keyboard != on:
            self.drawing.keyboard = on
            self.viewport().update()

    def _choose_layout(self) -> None:
        # Rows of one height in long lists, where asking each for its height would take seconds.
        self.setUniformItemSizes(not self._people.is_short())
        self.drawing.width = self.viewport().width()

    def _renew(self) -> None:
        self.verticalScrollBar().setSingleStep(self._theme.px(32))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
