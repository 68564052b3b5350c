"""Below the card: what happened with this person, and what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from salver.cards.note import Deed
from salver.ui.card.entries import Entry, Kind
from salver.ui.controls.button import Button
from salver.ui.controls.field import LineField
from salver.ui.controls.focus import FocusRing
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.paint import rounded
from salver.ui.texts import CardWords
from salver.ui.theme import Theme

SHOWN_AT_FIRST = 40
"""Rows drawn before "Show all": nobody scrolls further without meaning to."""
_ICON_AT = 104
_TEXT_AT = 130


def _wrap(font: QFont, text: str, width: float) -> int:
    """Wrap between words, or within a word that is too long for a line."""
    metrics = QFontMetricsF(font)
    long_word = any(metrics.horizontalAdvance(word) > width for word in text.split() if len(word) > 8)
    flag = Qt.TextFlag.TextWrapAnywhere if long_word else Qt.TextFlag.TextWordWrap
    return int(flag.value)


class TimelineRow(QAbstractButton):
    """One row: date, icon in a gap of the line, title with a line under it. Both wrap rather than end in "…"."""

    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, entry: Entry, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.entry = entry
        self._last = last
        self.setAccessibleName(entry.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Not Fixed: that would hold the row at its hint of 48, whatever its words need.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ring = FocusRing(self, theme, 6)
        theme.changed.connect(self.updateGeometry)
        if entry.kind in (Kind.MEETING, Kind.PROMISE, Kind.KEPT):
            self.setToolTip(CardWords.SHOW_ON_BACK)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def hasHeightForWidth(self) -> bool:
        """Long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """48 px, or what the words need."""
        title, detail = self._boxes(width)
        return max(self._theme.px(48), round(title.height() + detail.height()) + self._theme.px(8))

    def sizeHint(self) -> QSize:
        """A row of 48."""
        return QSize(self._theme.px(320), self._theme.px(48))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(self._theme.px(_TEXT_AT + 60), self._theme.px(48))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; the menu key and Delete open what can be done; the arrows go to the next row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Menu, Qt.Key.Key_Delete):
            self.menu_wanted.emit(self.mapToGlobal(QPoint(self._theme.px(_TEXT_AT), self.height())))
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button opens what can be done."""
        self.menu_wanted.emit(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint as hovered."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint at rest."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row."""
        theme, px, entry = self._theme, self._theme.px, self.entry
        painter = QPainter(self)
        if self.underMouse():
            rounded(painter, QRectF(self.rect()).adjusted(px(_TEXT_AT) - 6, 0, 0, 0), 6, theme.color("hover"))
        title, detail = self._boxes(self.width())
        top = px(4)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink3"))
        first_line = QFontMetricsF(theme.font("body")).height()
        painter.drawText(
            QRectF(0, top, px(_ICON_AT - 12), first_line), int(Qt.AlignmentFlag.AlignVCenter.value), entry.date
        )
        side = px(18)
        icon_top = top + (first_line - side) / 2 + px(4)
        place = QRectF(px(_ICON_AT) - side / 2, icon_top, side, side)
        theme.paint_icon(painter, place, entry.icon, theme.color("accent" if entry.open else "ink2"))
        if not self._last:
            painter.fillRect(
                QRectF(px(_ICON_AT) - 0.5, icon_top + side + px(5), 1.2, self.height() - side - px(2)),
                theme.color("edge"),
            )
        painter.setFont(theme.font("body", 600 if entry.open else 400))
        painter.setPen(theme.color("ink"))
        painter.drawText(title.translated(0, top), _wrap(painter.font(), entry.title, title.width()), entry.title)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink2"))
        wrap = _wrap(painter.font(), entry.detail, detail.width())
        painter.drawText(detail.translated(0, top + title.height()), wrap, entry.detail)
        painter.end()

    def _boxes(self, width: int) -> tuple[QRectF, QRectF]:
        """Where title and detail go, each beginning at 0."""
        theme = self._theme
        left = theme.px(_TEXT_AT)
        room = QRectF(left, 0, max(1, width - left - 4), 10_000)
        title, detail = (
            QFontMetricsF(font).boundingRect(room, _wrap(font, text, room.width()), text)
            for font, text in (
                (theme.font("body", 600 if self.entry.open else 400), self.entry.title),
                (theme.font("caption"), self.entry.detail),
            )
        )
        return (
            QRectF(left, 0, room.width(), title.height()),
            QRectF(left, 0, room.width(), detail.height() if self.entry.detail else 0),
        )


class Timeline(QWidget):
    """The rows under a heading. Emits what is wanted of a row; it changes nothing itself."""

    add_meeting_wanted = Signal()
    say_wanted = Signal(str)
    meeting_wanted = Signal(int)
    meeting_trash_wanted = Signal(int)
    time_given = Signal(int, str)
    deed_removed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._all = False
        self._sayable: tuple[str, ...] = tuple(CardWords.SAY)
        self._asked_for = 0
        self.setAccessibleName(CardWords.TIMELINE)
        heading = PlainLabel(theme, CardWords.TIMELINE, "body", weight=600, parent=self)
        self.add = Button(theme, CardWords.ADD_MEETING, "quiet", "ph.plus", small=True, parent=self)
        self.state = Button(theme, "", "quiet", "ph.dots-three-bold", small=True, name=CardWords.SAY_STATE, parent=self)
        self.add.clicked.connect(self.add_meeting_wanted)
        self.state.clicked.connect(self._open_states)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(heading)
        top.addStretch(1)
        top.addWidget(self.add)
        top.addWidget(self.state)
        self.when = LineField(theme, CardWords.WHEN_WAS_IT, name=CardWords.CHANGE_TIME, parent=self)
        self.when.hide()
        self.when.returnPressed.connect(self._time_typed)
        self.when.left.connect(self.when.hide)
        self.nothing = PlainLabel(theme, CardWords.NOTHING_YET, "second", "ink2", wrap=True, parent=self)
        self.all = Button(theme, "", "quiet", small=True, parent=self)
        self.all.clicked.connect(self._show_all)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.when)
        column.addWidget(self.nothing)
        column.addLayout(self._rows)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_entries(self, entries: Sequence[Entry], sayable: Sequence[str]) -> None:
        """Show these rows; `sayable` are the deeds that can be told now."""
        self._sayable = tuple(sayable)
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        self._fill()

    def rows(self) -> list[TimelineRow]:
        """The rows drawn."""
        found = [self._rows.itemAt(i) for i in range(self._rows.count())]
        return [w for item in found if item and isinstance(w := item.widget(), TimelineRow)]

    def forget(self) -> None:
        """Another card: short again."""
        self._all = False
        self.when.hide()

    def menu_for(self, entry: Entry) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if entry.meeting_id:
            show = menu.addAction(CardWords.SHOW_ON_BACK)
            show.triggered.connect(lambda: self.meeting_wanted.emit(entry.meeting_id))
        if entry.kind is Kind.MEETING:
            trash = menu.addAction(CardWords.TRASH_MEETING)
            trash.triggered.connect(lambda: self.meeting_trash_wanted.emit(entry.meeting_id))
        if entry.activity_id:
            menu.addAction(CardWords.CHANGE_TIME).triggered.connect(lambda: self.ask_time(entry.activity_id))
            menu.addAction(CardWords.REMOVE_ROW).triggered.connect(lambda: self.deed_removed.emit(entry.activity_id))
        return menu

    def states_menu(self) -> QMenu:
        """What can be told of the invitation, and of other contact."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self._sayable:
            action = menu.addAction(CardWords.SAY[deed])
            action.triggered.connect(lambda _=False, deed=deed: self.say_wanted.emit(deed))
            if deed == Deed.WITHDRAWN.value and Deed.CALLED.value in self._sayable:
                menu.addSeparator()
        return menu

    def ask_time(self, activity_id: int) -> None:
        """Ask for another time of a deed, above the rows."""
        self._asked_for = activity_id
        self.when.clear()
        self.when.show()
        self.when.setFocus(Qt.FocusReason.OtherFocusReason)

    def _time_typed(self) -> None:
        text = self.when.text()
        self.when.hide()
        if text.strip():
            self.time_given.emit(self._asked_for, text)

    def _open_states(self) -> None:
        self.states_menu().popup(self.state.mapToGlobal(QPoint(0, self.state.height() + 4)))

    def _pressed(self, row: TimelineRow) -> None:
        if row.entry.meeting_id:
            self.meeting_wanted.emit(row.entry.meeting_id)
        else:
            self._open_menu(row, row.mapToGlobal(QPoint(self._theme.px(_TEXT_AT), row.height())))

    def _open_menu(self, row: TimelineRow, at: QPoint) -> None:
        menu = self.menu_for(row.entry)
        if not menu.isEmpty():
            menu.popup(at)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        for row in self.rows():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        shown = self._entries if self._all else self._entries[:SHOWN_AT_FIRST]
        for i, entry in enumerate(shown):
            row = TimelineRow(self._theme, entry, i == len(shown) - 1, self)
            row.clicked.connect(lambda _=False, row=row: self._pressed(row))
            row.menu_wanted.connect(lambda at, row=row: self._open_menu(row, at))
            self._rows.addWidget(row)
            row.show()
        self.nothing.setVisible(not self._entries)
        hidden = len(self._entries) - len(shown)
        self.all.set_text(CardWords.show_all(len(self._entries)))
        self.all.setVisible(hidden > 0)
        for before, after in pairwise((self.add, self.state, self.when, *self.rows(), self.all)):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()
