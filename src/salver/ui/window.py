"""The window: a bar, the people, and card and note. It lays out and hands on; what happens is in the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.store import Changed, StoreError
from salver.ui.covering import Covering
from salver.ui.desk import Desk
from salver.ui.key_bindings import KeyBindings, UndoKey
from salver.ui.notice import NoticeBar
from salver.ui.panes import Panes
from salver.ui.texts import Common, WindowWords
from salver.ui.topbar import TopBar, window_icon

if TYPE_CHECKING:
    from salver.ui.card.pane import CardPane
    from salver.ui.note.pane import NotePane

MINUTE_MS = 60_000
LEAST_SIZE = (560, 400)
"""Smaller, no pane would show more than the edges of what it holds."""


class MainWindow(QWidget):
    """Everything a person works in. `page_wanted` asks its owner for a page such as settings, by name."""

    page_wanted = Signal(str)
    closing = Signal()
    whole = Signal()
    """After the list, card and note are in sight, too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._warned = False
        self.setWindowTitle(Common.APP)
        self.setWindowIcon(window_icon())
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.top = TopBar(desk.theme)
        self.panes = Panes(desk, self)
        self.people = self.panes.people
        self.pair = self.panes.pair
        self.notice = NoticeBar(desk.theme, self)
        self._covering = Covering(self.panes.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.top, 0), (self._covering, 1)):
            column.addWidget(widget, stretch)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._place_notice)
        self._connect()
        self._bind_keys()
        self._minute = QTimer(self)
        self._minute.timeout.connect(self.tick)
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(1280, 800)

    def _connect(self) -> None:
        self.top.new_wanted.connect(self.new_card)
        self.top.settings_wanted.connect(lambda: self.page_wanted.emit("settings"))
        self.people.card_chosen.connect(self.show_card)
        self.people.new_wanted.connect(self.new_card)
        self.people.import_wanted.connect(lambda: self.page_wanted.emit("import"))
        self.people.export_wanted.connect(lambda _ids: self.page_wanted.emit("export"))
        self.people.entered.connect(self.enter_card)
        self.panes.note_wanted.connect(self.start_note)
        self.panes.page_wanted.connect(self.page_wanted)
        self.panes.whole.connect(self.whole)
        self.notice.undo_wanted.connect(self.undo)
        for moved in (self.notice.wants_place, self.pair.shared):
            moved.connect(self._place_notice)
            # The foot of the note takes its height a moment later.
            moved.connect(lambda: self._settled.start())
        self._desk.theme.changed.connect(self._lay_out)

    def _bind_keys(self) -> None:
        self._undo_key = UndoKey(self, self.undo)
        self._keys = KeyBindings(
            self,
            {
                "new_card": self.new_card,
                "search": self.search,
                "next_card": lambda: self.people.step(1),
                "previous_card": lambda: self.people.step(-1),
                "flip": self.flip,
                "next_pane": lambda: self.panes.focus(1),
                "previous_pane": lambda: self.panes.focus(-1),
                "start_note": lambda: self.start_note(""),
                "copy_note": lambda: self.note.copy(),
                "next_finding": lambda: self.note.next_finding(1),
                "previous_finding": lambda: self.note.next_finding(-1),
                "keys": lambda: self.page_wanted.emit("keys"),
                "settings": lambda: self.page_wanted.emit("settings"),
                "quit": self.close,
            },
        )

    @property
    def card(self) -> CardPane:
        """The card pane."""
        return self.panes.card

    @property
    def note(self) -> NotePane:
        """The note pane."""
        return self.panes.note

    def shown_card(self) -> int:
        """The card that is shown, or will be once its pane is made; 0 for none."""
        return self.panes.shown_card()

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
        self.panes.show_card(card_id)

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
        self.panes.new_card()

    def search(self) -> None:
        """Go to the search box."""
        self.close_page()
        self.people.focus_search()

    def flip(self) -> None:
        """Turn the card over."""
        if self._covering.page is None:
            self.pair.show_page("card")
            self.card.flip()

    def start_note(self, channel: str = "") -> None:
        """Begin a note, or go to the one begun."""
        if self._covering.page is None:
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
        if not self.shown_card() and changed.cards and self._covering.page is None:
            self.show_card(changed.cards[0])
        self.notice.say(WindowWords.undid(changed.label))

    def flush(self) -> bool:
        """Keep what is being typed, now. False when it could not be kept; it is then still where it was typed."""
        kept = self.panes.flush()
        self._covering.flush()
        return kept

    def forgotten(self, card_id: int) -> None:
        """A person is gone for good: nothing that was typed about them is kept either."""
        self.panes.forgotten(card_id)

    def open_page(self, page: QWidget, *, alone: bool = False) -> None:
        """Show a page in place of the panes until it is closed; `alone` hides the bar as well."""
        self.close_page()
        self.flush()
        self.top.setVisible(not alone)
        self._keys.let_panes(False)
        self._covering.lay(page)
        self.notice.say("")
        if not page.isAncestorOf(self.focusWidget()):
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        """Go back from a page to the panes."""
        if self._covering.page is not None:
            self._keys.let_panes(True)
            self.top.show()
            self._covering.lift()
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    # What others tell

    def refresh(self, changed: Changed) -> None:
        """Show what a write changed."""
        self.panes.refresh(changed)
        self._covering.refresh(changed)

    def tick(self) -> None:
        """A minute has passed."""
        self.panes.tick()

    def placed(self) -> QByteArray:
        """Where the window stands, for the next start."""
        return self.saveGeometry()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With the first paint the list is in sight; the rest follows at once."""
        super().paintEvent(event)
        self.panes.follow()

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

    def _lay_out(self) -> None:
        self.panes.share(self.width())
        self._place_notice()

    def _place_notice(self) -> None:
        """Over the foot of the card, where it covers no button; on a page, over the foot of the page."""
        if not self.notice.isHidden():
            covered = self._covering.page is not None
            self.notice.lie_on(self._covering.geometry() if covered else self.panes.quiet_part())

    def _tell_unsaved(self, more: str = "") -> None:
        self.notice.say(f"{self.panes.trouble() or WindowWords.NOT_SAVED} {more}".strip())
