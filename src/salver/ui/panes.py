"""The three panes side by side: the people, and card and note, which are all about the same person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from salver.store import Changed
from salver.ui.desk import Desk
from salver.ui.pair import Pair
from salver.ui.people.pane import PeoplePane
from salver.ui.texts import WindowWords

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


class Panes(QObject):
    """Makes the panes of a window, keeps them on the same card, and shares the width among them in `splitter`.

    The list of people is there first; card and note are made right after it was painted, or when first asked for.
    `note_wanted` and `page_wanted` are the card's.
    """

    note_wanted = Signal(str)
    page_wanted = Signal(str)
    whole = Signal()
    """After the list, card and note are in sight, too."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self.people = PeoplePane(desk, window)
        self._card: CardPane | None = None
        self._note: NotePane | None = None
        self._wanted = 0
        self._begun = False
        self._people_moved = False
        self.pair = Pair(desk.theme)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.people)
        self.splitter.addWidget(self.pair)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._moved_people)
        self.people.position_changed.connect(self._place_in_list)
        # A timer and no queued call: what the person presses meanwhile is taken before it.
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._make_rest)

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

        pane = self._card = CardPane(self._desk, self._window)
        self.pair.put("card", pane, pane.header.set_lead)
        pane.step_wanted.connect(self.people.step)
        pane.note_wanted.connect(self.note_wanted)
        pane.card_shown.connect(self._card_shown)
        pane.page_wanted.connect(self.page_wanted)
        pane.set_position(*self.people.position())
        if self._wanted:
            pane.show_card(self._wanted)
        return pane

    def _make_note(self) -> NotePane:
        from salver.ui.note.pane import NotePane

        pane = self._note = NotePane(self._desk, self._window)
        self.pair.put("note", pane)
        pane.state_changed.connect(self._note_changed)
        if self._wanted:
            pane.show_card(self._wanted)
        return pane

    def follow(self) -> None:
        """The list was painted: make the rest, once."""
        if not self._begun:
            self._begun = True
            self._rest.start()

    def _make_rest(self) -> None:
        """Card, then note, one a turn of the event loop, so that a key pressed meanwhile does not wait for both."""
        if not self._window.isVisible():
            return
        if self._card is None:
            self._make_card()
            self._rest.start()
        else:
            if self._note is None:
                self._make_note()
            self.whole.emit()

    @property
    def all_made(self) -> bool:
        """True once card and note are there as well."""
        return self._card is not None and self._note is not None

    # The card they are all about

    def shown_card(self) -> int:
        """The card that is shown, or will be once its pane is made; 0 for none."""
        return self._card.card_id() if self._card is not None else self._wanted

    def show_card(self, card_id: int) -> None:
        """Show a card on the face and its note beside it."""
        self._wanted = card_id
        if self._card is not None:
            self._card.show_card(card_id)
        if self._note is not None:
            self._note.show_card(card_id)
        self.people.show_card(card_id)
        self._name_header(card_id)
        if self.pair.narrow:
            self.pair.show_page("card")

    def new_card(self) -> None:
        """A blank face with the cursor in the name, and no note."""
        self.pair.show_page("card")
        self._wanted = 0
        self.card.new_card()
        self.note.show_card(0)

    def flush(self) -> bool:
        """Keep what is being typed, now. False when it could not be kept; it is then still where it was typed."""
        kept = [pane.flush() for pane in (self._card, self._note) if pane is not None]
        return all(kept)

    def trouble(self) -> str:
        """Why what is typed is not saved; empty when a pane does not know, or all is saved."""
        troubles = [pane.trouble() for pane in (self._card, self._note) if pane is not None]
        return next((trouble for trouble in troubles if trouble), "")

    def forgotten(self, card_id: int) -> None:
        """A person is gone for good: nothing that was typed about them is kept either."""
        if self._card is not None and card_id == self._card.card_id():
            self._card.drop()
        if card_id == self._wanted:
            self._wanted = 0

    def refresh(self, changed: Changed) -> None:
        """Show what a write changed."""
        for pane in (self.people, self._card, self._note):
            if pane is not None:
                pane.refresh(changed)
        shown = self.shown_card()
        if shown in changed.cards or changed.everything:
            self._name_header(shown)

    def tick(self) -> None:
        """A minute has passed."""
        for pane in (self.people, self._card, self._note):
            if pane is not None:
                pane.tick()

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

    # Focus and room

    def focus(self, step: int) -> None:
        """Move the focus to the next pane, round and round."""
        panes: list[QWidget] = [self.people, self.card, self.note]
        here = next((i for i, pane in enumerate(panes) if pane.isAncestorOf(self._window.focusWidget())), 0)
        for further in range(1, len(panes)):
            target = panes[(here + step * further) % len(panes)]
            if target is not self.people:
                self.pair.show_page("card" if target is self.card else "note")
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if target.isAncestorOf(self._window.focusWidget()):
                # Beside a blank card there is no note to go to; the next pane is meant then.
                return

    def share(self, width: int) -> None:
        """Share the width of the window as drawn, unless the person moved the line beside the people."""
        scale = self._desk.theme.scale
        narrow = width / scale < BREAKPOINT
        if not self._people_moved:
            wanted = NARROW_PEOPLE if narrow else PEOPLE_WIDTH
            people = min(round(wanted * scale), round(width * MOST_FOR_PEOPLE))
            self.splitter.setSizes([people, width - people])
        self.pair.set_narrow(narrow)

    def quiet_part(self) -> QRect:
        """The part of card and note, on the window, that holds no button at its lower edge."""
        seen = self.pair.quiet_part(self._note.foot.height() if self._note is not None else 0)
        return QRect(self.pair.mapTo(self._window, seen.topLeft()), seen.size())

    def _moved_people(self) -> None:
        self._people_moved = True
