"""The window: a bar, the people, and card and note. It lays out and hands on; what happens is in the panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from salver.store import Changed, StoreError
from salver.ui.desk import Desk
from salver.ui.keys import KEYS
from salver.ui.notice import NoticeBar
from salver.ui.pair import Pair
from salver.ui.people.pane import PeoplePane
from salver.ui.texts import Common, WindowWords
from salver.ui.topbar import TopBar, window_icon

if TYPE_CHECKING:
    from salver.ui.card.pane import CardPane
    from salver.ui.note.pane import NotePane

BREAKPOINT = 1060
"""Effective width (window ÷ text size) below which card and note share one pane."""
PEOPLE_WIDTH = 336
NARROW_PEOPLE = 352
"""The index column is wider where letters are drawn in ranges."""
MOST_FOR_PEOPLE = 0.365
"""Share of the window, so that the card keeps its room when text is large."""
MINUTE_MS = 60_000
LEAST_SIZE = (560, 400)
"""Smaller, no pane would show more than the edges of what it holds."""
PANE_KEYS = (
    "next_card", "previous_card", "flip", "next_pane", "previous_pane", "start_note", "copy_note", "next_finding",
    "previous_finding",
)  # fmt: skip
"""What makes sense only while the panes are in sight."""


@runtime_checkable
class LivePage(Protocol):
    """A page that shows what is kept, and keeps what is typed. Told by its methods: pages are loaded on first use."""

    def refresh(self, changed: Changed) -> None:
        """Show what a write changed."""

    def flush(self) -> None:
        """Keep what is being typed, now."""


class MainWindow(QWidget):
    """Everything a person works in. `page_wanted` asks app.py for a page such as settings, by name.

    The list of people is there first; card and note are made right after it was painted, or when first asked for.
    """

    page_wanted = Signal(str)
    closing = Signal()
    whole = Signal()
    """After the list, card and note are in sight, too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page: QWidget | None = None
        self.setWindowTitle(Common.APP)
        self.setWindowIcon(window_icon())
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.top = TopBar(desk.theme)
        self.people = PeoplePane(desk, self)
        self._card: CardPane | None = None
        self._note: NotePane | None = None
        self._wanted = 0
        self._begun = False
        self._warned = False
        self._shortcuts: dict[str, list[QShortcut]] = {}
        self.pair = Pair(desk.theme)
        self.notice = NoticeBar(desk.theme, self)
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setChildrenCollapsible(False)
        self._panes.setHandleWidth(1)
        self._panes.addWidget(self.people)
        self._panes.addWidget(self.pair)
        self._panes.setStretchFactor(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.top, 0), (self._stack, 1)):
            column.addWidget(widget, stretch)
        self._people_moved = False
        self._connect()
        self._bind_keys()
        # A timer and no queued call: what the person presses meanwhile is taken before it.
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._make_panes)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._place_notice)
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.tick)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self._panes.splitterMoved.connect(self._moved_people)
        self.top.new_wanted.connect(self.new_card)
        self.top.settings_wanted.connect(lambda: self.page_wanted.emit("settings"))
        self.people.card_chosen.connect(self.show_card)
        self.people.new_wanted.connect(self.new_card)
        self.people.import_wanted.connect(lambda: self.page_wanted.emit("import"))
        self.people.export_wanted.connect(lambda _ids: self.page_wanted.emit("export"))
        self.people.entered.connect(self.enter_card)
        self.people.position_changed.connect(self._place_in_list)
        self.notice.undo_wanted.connect(self.undo)
        for moved in (self.notice.wants_place, self.pair.shared):
            moved.connect(self._place_notice)
            # The foot of the note takes its height a moment later.
            moved.connect(lambda: self._settled.start())
        self._desk.theme.changed.connect(self._lay_out)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch_focus)

    def _bind_keys(self) -> None:
        actions: dict[str, Callable[[], object]] = {
            "new_card": self.new_card,
            "search": self.search,
            "next_card": lambda: self.people.step(1),
            "previous_card": lambda: self.people.step(-1),
            "flip": self.flip,
            "next_pane": lambda: self.focus_pane(1),
            "previous_pane": lambda: self.focus_pane(-1),
            "start_note": lambda: self.start_note(""),
            "copy_note": lambda: self.note.copy(),
            "next_finding": lambda: self.note.next_finding(1),
            "previous_finding": lambda: self.note.next_finding(-1),
            "keys": lambda: self.page_wanted.emit("keys"),
            "settings": lambda: self.page_wanted.emit("settings"),
            "quit": self.close,
        }
        for key in KEYS:
            for sequence in key.sequences:
                if key.action in actions:
                    shortcut = QShortcut(QKeySequence(sequence), self)
                    shortcut.activated.connect(actions[key.action])
                    self._shortcuts.setdefault(key.action, []).append(shortcut)

    # The panes that come after the list

    @property
    def card(self) -> CardPane:
        """The card pane."""
        return self._make_card() if self._card is None else self._card

    @property
    def note(self) -> NotePane:
        """The note pane."""
        return self._make_note() if self._note is None else self._note

    def _make_card(self) -> CardPane:
        from salver.ui.card.pane import CardPane

        pane = self._card = CardPane(self._desk, self)
        self.pair.put("card", pane, pane.header.set_lead)
        pane.step_wanted.connect(self.people.step)
        pane.note_wanted.connect(self.start_note)
        pane.card_shown.connect(self._card_shown)
        pane.page_wanted.connect(self.page_wanted)
        pane.set_position(*self.people.position())
        if self._wanted:
            pane.show_card(self._wanted)
        return pane

    def _make_note(self) -> NotePane:
        from salver.ui.note.pane import NotePane

        pane = self._note = NotePane(self._desk, self)
        self.pair.put("note", pane)
        pane.state_changed.connect(self._note_changed)
        if self._wanted:
            pane.show_card(self._wanted)
        return pane

    def _make_panes(self) -> None:
        """Card, then note, one a turn of the event loop, so that a key pressed meanwhile does not wait for both."""
        if not self.isVisible():
            return
        if self._card is None:
            self._make_card()
            self._rest.start()
        else:
            if self._note is None:
                self._make_note()
            self.whole.emit()

    def shown_card(self) -> int:
        """The card that is shown, or will be once its pane is made; 0 for none."""
        return self._card.card_id() if self._card is not None else self._wanted

    # What the person does

    def show_card(self, card_id: int) -> None:
        """Show a card on the face and its note beside it; what was being typed is kept first.

        While that cannot be kept, the card that holds it stays.
        """
        if not self.flush() and card_id != self.shown_card():
            self._tell_unsaved()
            self.people.show_card(self.shown_card())
            return
        self.notice.say("")
        self._wanted = card_id
        if self._card is not None:
            self._card.show_card(card_id)
        if self._note is not None:
            self._note.show_card(card_id)
        self.people.show_card(card_id)
        self._name_header(card_id)
        if self.pair.narrow:
            self.pair.show_page("card")

    def enter_card(self, card_id: int) -> None:
        """Go to the card itself, the cursor on its face."""
        self.show_card(card_id)
        self.card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def new_card(self) -> None:
        """A blank face with the cursor in the name."""
        self.close_page()
        if not self.flush():
            self._tell_unsaved()
            return
        self.pair.show_page("card")
        self._wanted = 0
        self.card.new_card()
        self.note.show_card(0)

    def search(self) -> None:
        """Go to the search box."""
        self.close_page()
        self.people.focus_search()

    def flip(self) -> None:
        """Turn the card over."""
        if self._page is None:
            self.pair.show_page("card")
            self.card.flip()

    def start_note(self, channel: str = "") -> None:
        """Begin a note, or go to the one begun."""
        if self._page is None:
            self.card.flush()
            self.pair.show_page("note")
            self.note.begin(channel)

    def undo(self) -> None:
        """Take the last step back, and name it."""
        if not self.flush():
            self._tell_unsaved()
            return
        try:
            changed = self._desk.store.journal.undo()
        except StoreError as error:
            self.notice.say(error.sentence)
            return
        if changed is None:
            self.notice.say(WindowWords.NOTHING_TO_UNDO)
            return
        self._desk.announce(changed)
        if not self.shown_card() and changed.cards and self._page is None:
            self.show_card(changed.cards[0])
        self.notice.say(WindowWords.undid(changed.label))

    def flush(self) -> bool:
        """Keep what is being typed, now. False when it could not be kept; it is then still where it was typed."""
        kept = [pane.flush() for pane in (self._card, self._note) if pane is not None]
        page: object = self._page
        if isinstance(page, LivePage):
            page.flush()
        return all(kept)

    def forgotten(self, card_id: int) -> None:
        """A person is gone for good: nothing that was typed about them is kept either."""
        if self._card is not None and card_id == self._card.card_id():
            self._card.drop()
        if card_id == self._wanted:
            self._wanted = 0

    # What others tell

    def refresh(self, changed: Changed) -> None:
        """Show what a write changed."""
        for pane in (self.people, self._card, self._note):
            if pane is not None:
                pane.refresh(changed)
        page: object = self._page
        if isinstance(page, LivePage):
            page.refresh(changed)
        shown = self.shown_card()
        if shown in changed.cards or changed.everything:
            self._name_header(shown)

    def tick(self) -> None:
        """A minute has passed."""
        for pane in (self.people, self._card, self._note):
            if pane is not None:
                pane.tick()

    def open_page(self, page: QWidget, *, alone: bool = False) -> None:
        """Show a page in place of the panes until it is closed; `alone` hides the bar as well."""
        self.close_page()
        self.flush()
        self.top.setVisible(not alone)
        self._page = page
        self._let_keys(False)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.notice.say("")
        if not page.isAncestorOf(self.focusWidget()):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        """Go back from a page to the panes."""
        if self._page is not None:
            page, self._page = self._page, None
            self._let_keys(True)
            self.top.show()
            self._stack.setCurrentWidget(self._panes)
            self._stack.removeWidget(page)
            page.deleteLater()
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_pane(self, step: int) -> None:
        """Move the focus to the next pane, round and round."""
        panes: list[QWidget] = [self.people, self.card, self.note]
        here = next((i for i, pane in enumerate(panes) if pane.isAncestorOf(self.focusWidget())), 0)
        for further in range(1, len(panes)):
            target = panes[(here + step * further) % len(panes)]
            if target is not self.people:
                self.pair.show_page("card" if target is self.card else "note")
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if target.isAncestorOf(self.focusWidget()):
                # Beside a blank card there is no note to go to; the next pane is meant then.
                return

    def placed(self) -> QByteArray:
        """Where the window stands, for the next start."""
        return self.saveGeometry()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Z undoes typing first; when a field has none left, the last step of everything."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and isinstance(watched, QWidget) and not _can_undo(watched):
                self.undo()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the first paint the list is in sight; the rest follows at once."""
        super().paintEvent(event)
        if not self._begun:
            self._begun = True
            self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Minutes pass while the window is there."""
        super().showEvent(event)
        self._minute.start(MINUTE_MS)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed before the window goes. When that fails, it stays once, and says why."""
        if not self.flush() and not self._warned and self.isVisible():
            self._warned = True
            self._tell_unsaved(WindowWords.CLOSE_ANYWAY)
            event.ignore()
            return
        self.closing.emit()
        # Whoever hears of it closes the store: nothing of this window may ask for cards after that.
        for timer in self.findChildren(QTimer):
            timer.stop()
        super().closeEvent(event)

    # Inside

    def _watch_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Listen to the keys of the focused widget alone: a filter on the whole application would slow everything."""
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self and new is not self:
            new.installEventFilter(self)

    def _lay_out(self) -> None:
        scale = self._desk.theme.scale
        narrow = self.width() / scale < BREAKPOINT
        if not self._people_moved:
            wanted = NARROW_PEOPLE if narrow else PEOPLE_WIDTH
            people = min(round(wanted * scale), round(self.width() * MOST_FOR_PEOPLE))
            self._panes.setSizes([people, self.width() - people])
        self.pair.set_narrow(narrow)
        self._place_notice()

    def _place_notice(self) -> None:
        """Over the foot of the card, where it covers no button; on a page, over the foot of the page."""
        if self.notice.isHidden():
            return
        area = self._stack.geometry()
        if self._page is None:
            seen = self.pair.quiet_part(self._note.foot.height() if self._note is not None else 0)
            area = QRect(self.pair.mapTo(self, seen.topLeft()), seen.size())
        self.notice.lie_on(area)

    def _let_keys(self, on: bool) -> None:
        """The keys of the panes rest while a page is shown, which may want them itself: PgDn scrolls there."""
        for action in PANE_KEYS:
            for shortcut in self._shortcuts[action]:
                shortcut.setEnabled(on)

    def _tell_unsaved(self, more: str = "") -> None:
        troubles = [pane.trouble() for pane in (self._card, self._note) if pane is not None]
        why = next((trouble for trouble in troubles if trouble), WindowWords.NOT_SAVED)
        self.notice.say(f"{why} {more}".strip())

    def _moved_people(self) -> None:
        self._people_moved = True

    def _card_shown(self, card_id: int) -> None:
        self._wanted = card_id
        self.people.show_card(card_id)
        if self._note is not None and self._note.card_id() != card_id:
            self._note.show_card(card_id)
        self._name_header(card_id)

    def _place_in_list(self, index: int, total: int) -> None:
        if self._card is not None:
            self._card.set_position(index, total)

    def _name_header(self, card_id: int) -> None:
        card = self._desk.store.cards.get(card_id) if card_id else None
        role = ", ".join(part for part in (card.title, card.company) if part) if card else ""
        self.pair.header.show_person(card.shown_name if card else WindowWords.NEW_CARD, role)

    def _note_changed(self) -> None:
        self.pair.set_begun(self.note.has_note())
        self.pair.set_findings(self.note.finding_count())


def _can_undo(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly() and widget.document().isUndoAvailable()
    return False
