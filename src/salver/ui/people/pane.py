"""The pane of people: search, filters, the list with its index tabs, and what to do with chosen cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from salver.cards.meeting import zone_of
from salver.store import Changed, Filter
from salver.ui.controls.button import Button
from salver.ui.controls.field import LineField
from salver.ui.desk import Desk
from salver.ui.people.actions import ActionBar, ChosenCards
from salver.ui.people.choosing import Choosing
from salver.ui.people.empty import EmptyState
from salver.ui.people.empty_words import empty_words
from salver.ui.people.filters import FilterTabs, ScopeLine
from salver.ui.people.index_tabs import IndexTabs
from salver.ui.people.list_view import PeopleList
from salver.ui.people.model import PeopleModel
from salver.ui.people.scope_menu import ScopeMenu
from salver.ui.people.searching import Searching
from salver.ui.texts import People

_RELOAD_MS = 200
"""A card being typed on changes several times a second; its list is put in order after a pause."""


class PeoplePane(QWidget):
    """Everybody there is a card of. Emits `card_chosen` when the person chooses one, never from `show_card`."""

    card_chosen = Signal(int)
    entered = Signal(int)
    """Enter or a double click: go to the card itself."""
    new_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal(list)
    position_changed = Signal(int, int)
    """Which card of the list is shown, from 1 (0 when it is not in it), and how many there are."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stale = False
        self._counts: dict[str, int] = {}
        self.setAccessibleName(People.PANE)
        self.model = PeopleModel(desk.store.people, desk.clock, zone_of(desk.zone))
        self._build()
        self._reload_soon = QTimer(self)
        self._reload_soon.setSingleShot(True)
        self._reload_soon.setInterval(_RELOAD_MS)
        self._reload_soon.timeout.connect(self._reload_if_seen)
        self._counts = desk.store.people.counts()
        kind = "everyone" if not self._counts.get("to_send") and self._counts.get("everyone") else "to_send"
        self._load(Filter(kind))

    # What the window asks for

    def show_card(self, card_id: int) -> None:
        """Mark a card as the one that is shown, if the list holds it."""
        self.choosing.show_card(card_id)

    def show_filter(self, kind: str, *, event_id: int | None = None, tag: str = "") -> None:
        """Show another filter, and forget the search."""
        self.searching.forget()
        self._load(Filter(kind, event_id=event_id, tag=tag))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The focus of the pane is the list's. No focus proxy: with one, Qt's Tab order loses what lies before it."""
        self.list.setFocus(reason)

    def focus_search(self) -> None:
        """Put the cursor into the search field, what is there selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def step(self, by: int) -> None:
        """Choose the next (+1) or previous (-1) card. From a card that left the list, the one that took its place."""
        self.choosing.step(by)

    def chosen_ids(self) -> list[int]:
        """The ids of the chosen cards, in the order of the list."""
        return self.choosing.ids()

    def position(self) -> tuple[int, int]:
        """Which card of the list is shown, from 1 (0 when it is not in it), and how many there are."""
        return self.model.position_of(self.choosing.shown) + 1, self.model.card_count()

    def refresh(self, changed: Changed) -> None:
        """Take in what was written, here or elsewhere."""
        if changed.everything or changed.settings or changed.events:
            self.model.forget_rows()
            self.reload()
            return
        self.model.forget_rows(changed.cards)
        if changed.meetings or changed.notes:
            # A meeting or a note tells its own id, not its card's; the rows read so far are few.
            self.model.forget_rows()
        self.list.viewport().update()
        self._reload_soon.start()

    def tick(self) -> None:
        """A minute has passed: words and bars move on, and a window may have opened or closed."""
        if not self.isVisible():
            self._stale = True
        elif self.model.filter.kind == "to_send":
            self.reload()
        else:
            self.list.viewport().update()

    def reload(self) -> None:
        """Read the list again; what is chosen and in sight stays so."""
        self._reload_soon.stop()
        self._stale = False
        self._counts = self._desk.store.people.counts()
        self._load(self.model.filter, keep=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what happened meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _reload_if_seen(self) -> None:
        # The store of a window that is closing may be gone by now.
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    # Building

    def _build(self) -> None:
        theme = self._desk.theme
        self.search = LineField(
            theme, People.SEARCH, icon="ph.magnifying-glass", key="Ctrl+F", clears=True, parent=self
        )
        self.search.setAccessibleDescription(People.SEARCH_HELP)
        self.searching = Searching(self.search, lambda: self.model.filter, self._load, self)
        self.search.left.connect(self._leave_search)
        self.search.returnPressed.connect(self._enter_first)
        self.funnel = Button(theme, "", "quiet", "ph.funnel-simple", name=People.FILTER, parent=self)
        self.funnel.clicked.connect(self._open_scopes)
        self.tabs = FilterTabs(theme, self)
        self.tabs.chosen.connect(self._kind_chosen)
        self.scope = ScopeLine(theme, self)
        self.scope.cleared.connect(lambda: self.show_filter("everyone"))
        self.list = PeopleList(theme, self.model, self)
        self.choosing = Choosing(self.list, self.model, self)
        self.index = IndexTabs(theme, self)
        self.index.letter_chosen.connect(self.choosing.jump)
        self.empty = EmptyState(theme, self)
        self.bar = ActionBar(theme, self)
        self.doing = ChosenCards(self._desk, self.chosen_ids, self)
        self.doing.written.connect(self.refresh)
        self.doing.gone.connect(self._choose_nearest)
        self.doing.export_wanted.connect(self.export_wanted)
        self._connect_list()
        self._lay_out()

    def _connect_list(self) -> None:
        self.choosing.counted.connect(self.bar.show_count)
        self.choosing.moved.connect(self._tell_position)
        self.choosing.chosen.connect(self.card_chosen)
        self.list.entered_card.connect(self.entered)
        self.list.trash_wanted.connect(self.doing.trash)
        self.list.letter_typed.connect(self.choosing.type_letter)
        self.list.left.connect(self._leave_list)
        self.list.menu_wanted.connect(self._open_menu)
        self.bar.tag_wanted.connect(lambda: self.doing.ask_tag(self.bar.tag_button.mapToGlobal(QPoint(0, 0))))
        self.bar.export_wanted.connect(self.doing.export)
        self.bar.trash_wanted.connect(self.doing.trash)
        self.bar.dismissed.connect(self.choosing.only_current)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(16, 16, 8, 4)
        top.setSpacing(4)
        top.addWidget(self.search, 1)
        top.addWidget(self.funnel)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.index)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(top)
        page.addWidget(self.tabs)
        page.addWidget(self.scope)
        page.addLayout(middle, 1)
        page.addWidget(self.bar)
        self.scope.hide()
        self.bar.hide()
        for first, second in ((self.search, self.funnel), (self.funnel, self.tabs.tab("to_send"))):
            QWidget.setTabOrder(first, second)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the pane."""
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), self._desk.theme.color("pane"))
        painter.end()

    # Showing a filter

    def _load(self, wanted: Filter, *, keep: bool = False) -> None:
        settings = self._desk.store.settings.get()
        wanted = replace(wanted, now=self._desk.now(), window_h=settings.window_h)
        scroll = self.list.verticalScrollBar().value()
        chosen = self.chosen_ids() if keep else []
        self.choosing.quietly(lambda: self._fill(wanted, chosen))
        if keep:
            self.list.doItemsLayout()
            self.list.verticalScrollBar().setValue(scroll)
        else:
            self.list.scrollToTop()
        self.tabs.set_counts(self._counts)
        self.tabs.set_current(wanted.kind)
        # The line below the filters says it in words.
        self.funnel.set_icon("ph.funnel-simple", "accent" if wanted.kind in ("event", "tag") else None)
        self.scope.show_scope(self._scope_words(wanted), self.model.card_count())
        self.choosing.letters = self.model.letters()
        self.index.set_letters(self.choosing.letters)
        self.stack.setCurrentWidget(self.list if self.model.card_count() else self.empty)
        if not self.model.card_count():
            self._say_empty(wanted)
        self.choosing.count()
        self._tell_position()

    def _fill(self, wanted: Filter, chosen: list[int]) -> None:
        if self.model.load(wanted):
            self.choosing.keep(chosen)

    def _scope_words(self, wanted: Filter) -> str:
        if wanted.kind == "event":
            event = self._desk.store.events.get(wanted.event_id) if wanted.event_id else None
            return People.scope("event", event.name if event else "")
        return People.scope("tag", wanted.tag) if wanted.kind == "tag" else ""

    def _say_empty(self, wanted: Filter) -> None:
        anybody = bool(self._counts.get("everyone"))
        title, sentence, offers = empty_words(wanted, self._scope_words(wanted), anybody=anybody)
        steps: dict[str, Callable[[], None]] = {
            "new": self.new_wanted.emit,
            "import": self.import_wanted.emit,
            "clear": self.search.clear,
            "search_everyone": lambda: self._kind_chosen("everyone"),
            "everyone": lambda: self.show_filter("everyone"),
        }
        self.empty.say(title, sentence, [(words, key, steps[step]) for words, key, step in offers])

    def _kind_chosen(self, kind: str) -> None:
        text = self.model.filter.text
        if text:
            # Narrowing a search is not where clearing it should lead back to.
            self._load(Filter(kind, text=text))
        else:
            self._load(Filter(kind))

    # Searching

    def _enter_first(self) -> None:
        self.searching.now()
        card = self.choosing.first()
        if card is not None:
            self.entered.emit(card)

    def _leave_search(self) -> None:
        if self.model.card_count():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down in the search field goes to the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.model.card_count():
            self.searching.now()
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.list.selectionModel().hasSelection():
                self.choosing.first()
            return
        super().keyPressEvent(event)

    # What follows a choice

    def _choose_nearest(self) -> None:
        self.reload()
        self.choosing.nearest()

    def _leave_list(self) -> None:
        if len(self.chosen_ids()) > 1:
            self.choosing.only_current()
        elif self.search.text():
            self.search.clear()
            self.focus_search()

    def _tell_position(self) -> None:
        position, count = self.position()
        line = self.model.line_of(self.choosing.shown)
        row = self.model.row_at(line) if line >= 0 else None
        self.index.set_current(row.letter if row is not None else "")
        self.position_changed.emit(position, count)

    # Doing something with the chosen

    def _open_scopes(self) -> None:
        menu = ScopeMenu(self._desk.theme, self._desk.store, self.model.filter, self)
        menu.event_chosen.connect(lambda event_id: self.show_filter("event", event_id=event_id))
        menu.tag_chosen.connect(lambda tag: self.show_filter("tag", tag=tag))
        menu.everyone_chosen.connect(lambda: self.show_filter("everyone"))
        menu.popup(self.funnel.mapToGlobal(QPoint(0, self.funnel.height() + 4)))

    def _open_menu(self, place: QPoint) -> None:
        card = self.model.card_at(self.list.currentIndex().row())
        single = card is not None and len(self.chosen_ids()) == 1
        self.doing.open_menu(place, (lambda: self.entered.emit(card)) if single else None)
