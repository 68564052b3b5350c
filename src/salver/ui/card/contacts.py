"""The lines of the front with an icon: e-mail, phone, profile, website. Copied by one key, opened by another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from salver.cards.card import Labelled
from salver.ui.card import links
from salver.ui.card.fields import CardField, FaceTool, Follow
from salver.ui.controls.label import plain_tip
from salver.ui.texts import CardWords
from salver.ui.theme import Theme

ICONS = {"email": "ph.envelope-simple", "phone": "ph.phone", "profile": "ph.linkedin-logo", "web": "ph.globe-simple"}
COPY_KEY = "Ctrl+Shift+C"
OPEN_KEY = "Ctrl+Shift+O"
_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ContactField(CardField):
    """The field of a contact line: at rest it shows a short form of what it holds."""

    copy_wanted = Signal()
    open_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, theme: Theme, kind: str, parent: QWidget) -> None:
        name, placeholder, _ = CardWords.CONTACT[kind]
        super().__init__(theme, placeholder, "second", name=name, parent=parent)
        self.kind = kind

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Shift+C copies the whole value, Ctrl+Shift+O opens it, Shift+Enter adds another line of its kind."""
        if event.modifiers() == _SHIFT and event.key() == Qt.Key.Key_C:
            self.copy_wanted.emit()
        elif event.modifiers() == _SHIFT and event.key() == Qt.Key.Key_O:
            self.open_wanted.emit()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            self.more_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """At rest a profile is in/ana-ruiz, a website stands without its scheme."""
        short = links.shown(self.kind, self.value())
        if self.hasFocus() or not self.text() or short == self.value():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        room = self.width() - self.textMargins().right()
        text = QFontMetricsF(self.font()).elidedText(short, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignVCenter.value), text)
        if self.underMouse():
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("edge"))
        painter.end()


class ContactLine(QWidget):
    """Icon and field; copy and open appear while it is hovered or focused and holds something."""

    edited = Signal(str)
    copy_wanted = Signal(str)
    open_wanted = Signal(str, str)
    more_wanted = Signal(str)

    def __init__(self, theme: Theme, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.kind = kind
        self.label = ""
        self.field = ContactField(theme, kind, self)
        self._copy = FaceTool(theme, "ph.copy", CardWords.COPY, COPY_KEY.replace("+", " "), self)
        self._open = FaceTool(theme, "ph.arrow-square-out", CardWords.OPEN_LINK, OPEN_KEY.replace("+", " "), self)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.field.textEdited.connect(lambda _text: self._typed())
        self.field.copy_wanted.connect(self._copied)
        self.field.open_wanted.connect(self._opened)
        self.field.more_wanted.connect(lambda: self.more_wanted.emit(self.kind))
        self._copy.clicked.connect(self._copied)
        self._open.clicked.connect(self._opened)
        Follow(self, self.field).moved.connect(self._show_tools)
        self._show_tools()

    def value(self) -> Labelled | None:
        """What stands here with its label; None for an empty line."""
        text = self.field.value()
        return Labelled(text, self.label) if text else None

    def set_value(self, value: Labelled | None) -> None:
        """Show a value."""
        self.label = value.label if value else ""
        self.field.set_value(value.value if value else "")
        self.field.setToolTip(plain_tip(self.label) if self.label else "")
        name = CardWords.CONTACT[self.kind][0]
        self.field.setAccessibleName(f"{name}, {self.label}" if self.label else name)
        self._show_tools()

    def sizeHint(self) -> QSize:
        """A row of 26."""
        return QSize(self._theme.px(180), self._theme.px(26))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Icon, field, tools."""
        super().resizeEvent(event)
        left = self._theme.px(25)
        self.field.setGeometry(left, 0, self.width() - left, self.height())
        self._place_tools()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        side = self._theme.px(16)
        place = QRectF(self._theme.px(1), (self.height() - side) / 2, side, side)
        self._theme.paint_icon(painter, place, ICONS[self.kind], self._theme.color("ink2"))
        painter.end()

    def _place_tools(self) -> None:
        side = min(self._theme.px(22), self.height())
        x = self.width()
        for tool in (self._open, self._copy):
            if tool.isVisibleTo(self):
                x -= side
                tool.setGeometry(x, (self.height() - side) // 2, side, side)

    def _show_tools(self) -> None:
        active = (self.underMouse() or self.field.hasFocus()) and bool(self.field.value())
        opens = active and bool(links.target(self.kind, self.field.value()))
        room = self.field.width() - self._theme.px(22) * (int(active) + int(opens))
        if self.field.hasFocus() and not self.underMouse() and self.field.text_width() > room:
            # What is typed comes first; the keys copy and open it all the same.
            active = opens = False
        self._copy.setVisible(active)
        self._open.setVisible(opens)
        taken = self._theme.px(22) * (int(active) + int(opens))
        self.field.setTextMargins(-2, 0, taken - 2 if taken else -2, 0)
        self._place_tools()
        self.field.update()

    def _typed(self) -> None:
        self._show_tools()
        self.edited.emit(self.kind)

    def _copied(self) -> None:
        if self.field.value():
            self.copy_wanted.emit(self.field.value())

    def _opened(self) -> None:
        if self.field.value():
            self.open_wanted.emit(self.kind, self.field.value())
