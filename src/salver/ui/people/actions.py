"""What can be done with several chosen cards: tag them, export them, move them to the trash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget, QWidgetAction

from salver.store import Changed, StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.field import LineField
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.texts import People
from salver.ui.theme import Theme

_TAGS_OFFERED = 12


class ActionBar(QWidget):
    """A small bar below the list, shown while more than one card is chosen."""

    tag_wanted = Signal()
    export_wanted = Signal()
    trash_wanted = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = PlainLabel(theme, "", "caption", "ink2", 600, elide=True, parent=self)
        self.tag_button = Button(theme, "", "quiet", "ph.tag", small=True, name=People.TAG, parent=self)
        self.export_button = Button(theme, "", "quiet", "ph.export", small=True, name=People.EXPORT, parent=self)
        self.trash_button = Button(theme, "", "quiet", "ph.trash", "Del", small=True, name=People.TRASH, parent=self)
        self.none_button = Button(theme, "", "quiet", "ph.x", "Esc", small=True, name=People.CHOOSE_NONE, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 8, 8)
        row.setSpacing(4)
        row.addWidget(self._words, 1)
        for button, signal in (
            (self.tag_button, self.tag_wanted),
            (self.export_button, self.export_wanted),
            (self.trash_button, self.trash_wanted),
            (self.none_button, self.dismissed),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)

    def show_count(self, count: int) -> None:
        """How many are chosen; one or none hides the bar."""
        self._words.setText(People.chosen(count))
        self.setVisible(count > 1)

    def words(self) -> str:
        """What the bar says."""
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline above."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 0, self.width(), 1), self._theme.color("rule"))
        painter.end()


class TagMenu(QMenu):
    """Asks for a tag: a field for a new one, and those there are."""

    def __init__(self, theme: Theme, tags: list[str], give: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._give = give
        holder = QWidget(self)
        box = QVBoxLayout(holder)
        box.setContentsMargins(4, 4, 4, 8)
        self.field = LineField(theme, People.NEW_TAG, icon="ph.tag", parent=holder)
        self.field.returnPressed.connect(self._typed)
        box.addWidget(self.field)
        action = QWidgetAction(self)
        action.setDefaultWidget(holder)
        self.addAction(action)
        for tag in tags[:_TAGS_OFFERED]:
            self.addAction(tag.replace("&", "&&")).triggered.connect(lambda _=False, tag=tag: give(tag))
        self.aboutToShow.connect(lambda: self.field.setFocus(Qt.FocusReason.PopupFocusReason))

    def open_at(self, place: QPoint) -> None:
        """Open above this place, where there is room, with the field ready to type into."""
        screen = self.screen().availableGeometry()
        above = place - QPoint(0, self.sizeHint().height() + 4)
        self.popup(above if above.y() >= screen.top() else place)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _typed(self) -> None:
        tag = self.field.text().strip()
        self.close()
        if tag:
            self._give(tag)


class ChosenCards(QObject):
    """What can be done with the chosen cards. Each step can be undone; a failure is a sentence, and keeps the cards."""

    written = Signal(object)
    gone = Signal()
    """The chosen cards are in the trash, and another one may take their place."""
    export_wanted = Signal(list)

    def __init__(self, desk: Desk, chosen: Callable[[], list[int]], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = chosen
        self._widget = parent

    def open_menu(self, place: QPoint, open_card: Callable[[], None] | None) -> None:
        """The menu of the right mouse button; `open_card` when a single card is chosen."""
        theme = self._desk.theme
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if open_card is not None:
            menu.addAction(People.OPEN_CARD).triggered.connect(lambda: open_card())
        menu.addAction(theme.icon("ph.tag"), People.TAG).triggered.connect(lambda: self.ask_tag(place))
        menu.addAction(theme.icon("ph.export"), People.EXPORT).triggered.connect(self.export)
        menu.addAction(theme.icon("ph.trash"), People.TRASH).triggered.connect(self.trash)
        menu.popup(place)

    def export(self) -> None:
        """Hand the chosen cards to whoever exports."""
        if ids := self._chosen():
            self.export_wanted.emit(ids)

    def ask_tag(self, place: QPoint) -> None:
        """Ask for a tag at that place on the screen."""
        tags = [tag for tag, _ in self._desk.store.cards.all_tags()]
        menu = TagMenu(self._desk.theme, tags, self.tag, self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.open_at(place)

    def tag(self, tag: str) -> None:
        """Give the chosen cards a tag."""
        ids = self._chosen()
        if ids and self._write(lambda: self._desk.store.cards.add_tag(ids, tag)):
            self._desk.say(People.tagged(len(ids), tag))

    def trash(self) -> None:
        """Move the chosen cards to the trash."""
        ids = self._chosen()
        card = self._desk.store.cards.get(ids[0]) if len(ids) == 1 else None
        if ids and self._write(lambda: self._desk.store.cards.trash(ids)):
            self.gone.emit()
            self._desk.say(People.trashed(card.shown_name if card is not None else "", len(ids)))

    def _write(self, work: Callable[[], Changed]) -> bool:
        try:
            changed = work()
        except StoreError as error:
            self._desk.say(error.sentence)
            return False
        self._desk.announce(changed)
        self.written.emit(changed)
        return True
