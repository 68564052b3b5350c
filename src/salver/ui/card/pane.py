"""The card pane: the card itself, typed straight on its face, and below it what happened with the person."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from salver.cards import profile
from salver.store import Changed
from salver.ui.card import deeds, links, suggest
from salver.ui.card.area import CardArea
from salver.ui.card.back import Back
from salver.ui.card.back_fields import Sources
from salver.ui.card.below import Below
from salver.ui.card.below_words import usual_sentence
from salver.ui.card.draft import Draft
from salver.ui.card.front import Front
from salver.ui.card.header import CardHeader
from salver.ui.card.menu import CardMenu
from salver.ui.card.more import More
from salver.ui.card.picture import picture_from, show_large
from salver.ui.card.timeline import Timeline
from salver.ui.card.typed import Typed
from salver.ui.card.view import CardView
from salver.ui.clipboard import copy_plain
from salver.ui.desk import Desk
from salver.ui.texts import CardWords


class CardPane(QWidget):
    """One card. What is typed is saved within half a second; what others change is shown.

    `card_shown` tells the id that a new card got, and 0 when the card went away; `step_wanted` asks for the next
    or the previous card of the list; `note_wanted` for a note by a channel (empty for the usual one).
    """

    note_wanted = Signal(str)
    card_shown = Signal(int)
    step_wanted = Signal(int)
    page_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.setAccessibleName(CardWords.PANE)
        self.draft = Draft(desk, self)
        self.header = CardHeader(theme)
        self.front = Front(theme)
        sources = Sources(
            desk.clock,
            desk.zone,
            lambda typed: suggest.people(desk, typed, self.draft.card.id),
            lambda typed: suggest.events(desk, typed),
            lambda: suggest.current_event(desk),
        )
        self.back = Back(theme, sources)
        self.view = CardView(theme, self.front, self.back)
        self.below = Below(theme)
        self.timeline = Timeline(theme)
        self.more = More(theme, lambda typed: suggest.tags(desk, typed))
        self.menu = CardMenu(desk, self.draft, self)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._fit)
        # A scroll bar that comes or goes moves the card; the header stays above it.
        self.area.verticalScrollBar().rangeChanged.connect(lambda _low, _high: self._fit())
        self._show_all()

    def _lay_out(self) -> None:
        self.area = CardArea(self.view, (self.below, self.timeline, self.more))
        self.area.margin_changed.connect(self.header.set_margin)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.header)
        page.addWidget(self.area, 1)

    def _connect(self) -> None:
        self._typed = Typed(self.draft, self.front, self.back, self.more, self.below, self)
        self._typed.settled.connect(self._show_below)
        self.front.copy_wanted.connect(self._copy)
        self.front.open_wanted.connect(self._open)
        self.front.picture_wanted.connect(self._show_picture)
        self.back.reading.connect(self.below.hint)
        self.view.turned.connect(self._turned)
        self.header.face_wanted.connect(self._face_wanted)
        self.header.step_wanted.connect(self.step_wanted)
        self.header.menu_wanted.connect(self._open_menu)
        self.draft.changed.connect(self._show_all)
        self.draft.saved.connect(self._saved)
        self.draft.stored.connect(self.card_shown)
        self.menu.gone.connect(lambda: self.card_shown.emit(0))
        self.menu.note_wanted.connect(self.note_wanted)
        self.menu.line_wanted.connect(self._add_line)
        self.menu.friends_wanted.connect(self._add_friends)
        self.menu.more_wanted.connect(self.open_more)
        self.menu.page_wanted.connect(self.page_wanted)
        timeline = self.timeline
        timeline.add_meeting_wanted.connect(self.add_meeting)
        timeline.say_wanted.connect(lambda deed: deeds.say(self._desk, self.draft.card, deed))
        timeline.meeting_wanted.connect(self.show_meeting)
        timeline.meeting_trash_wanted.connect(self._trash_meeting)
        timeline.time_given.connect(lambda i, text: deeds.change_time(self._desk, i, text))
        timeline.deed_removed.connect(lambda i: deeds.remove(self._desk, i))

    # What the window asks for

    def card_id(self) -> int:
        """The card shown; 0 for a face that has not been kept yet."""
        return self.draft.card.id

    def show_card(self, card_id: int) -> None:
        """Show a card, on the side that is up; what was being typed is kept first, or stays where it is."""
        if card_id == self.card_id() and card_id:
            return
        if not self._forget_card():
            return
        if not self.draft.show(card_id):
            self.draft.clear()

    def new_card(self) -> None:
        """A blank face with the cursor in the name. Nothing is kept until something is typed."""
        if not self._forget_card():
            return
        self.draft.blank()
        self.view.show_face("front")
        self.set_position(0, 0)
        self.front.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def flip(self) -> None:
        """Turn the card over; the focus stays on the same line."""
        self.flush()
        self.view.flip()
        self.header.faces.set_value(self.face())

    def face(self) -> str:
        """`front` or `back`: the side that is up."""
        return self.view.face()

    def set_position(self, index: int, total: int) -> None:
        """Where the card stands in the list, counted from 1; 0 when it is not in it."""
        self.header.set_position(index, total)

    def flush(self) -> bool:
        """Keep what is being typed, now. False when the store failed; it stays here and is tried again."""
        self.back.take_typed()
        self.draft.flush()
        return not self.draft.pending

    def trouble(self) -> str:
        """Why what is typed here is not saved; empty when it is."""
        return self.draft.trouble

    def drop(self) -> None:
        """Show nothing: the card is gone for good."""
        self.draft.clear()

    def refresh(self, changed: Changed) -> None:
        """Show what a write changed."""
        self.draft.refresh(changed)
        mine = self.card_id() in changed.cards or bool(changed.notes or changed.events) or changed.everything
        if mine and self.card_id():
            self._show_timeline()

    def tick(self) -> None:
        """A minute has passed: dates in words may be others now."""
        self._show_timeline()

    def add_meeting(self) -> None:
        """Another meeting with the same person, on the back, to be typed."""
        if self.card_id() or not self.draft.card.is_blank:
            self.draft.new_meeting()
        self._go_to_back()

    def show_meeting(self, meeting_id: int) -> None:
        """Put a meeting on the back, and turn to it."""
        self.draft.show_meeting(meeting_id)
        self._go_to_back()

    def open_more(self) -> None:
        """Open the part with all the rest, and go there."""
        self.more.open()
        self.more.tags.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.more, 0, 24)

    # Showing

    def _show_all(self) -> None:
        draft = self.draft
        self.front.show_card(draft.card)
        self.back.show_meeting(draft.meeting)
        self.more.show_card(draft.card)
        self.front.set_picture(self._picture())
        self._show_below()
        self._show_timeline()

    def _saved(self) -> None:
        self.back.accept(self.draft.meeting)
        self.more.name(self.draft.card)
        self._show_timeline()
        self._show_below()

    def _show_timeline(self) -> None:
        card = self.draft.card
        self.timeline.setVisible(bool(card.id))
        self.more.setVisible(bool(card.id))
        if card.id:
            self.timeline.show_entries(deeds.entries(self._desk, card.id), deeds.sayable(self._desk, card.id))

    def _show_below(self) -> None:
        self.below.usual(usual_sentence(self.draft, self.face()))

    def _picture(self) -> QImage | None:
        paper = next((p for p in self.draft.card.pictures if p.kind == "paper"), None)
        return picture_from(self._desk.store.pictures.get(paper.digest)) if paper else None

    def _turned(self, face: str) -> None:
        self.header.faces.set_value(face)
        self._show_below()

    def _fit(self) -> None:
        self.area.fit(self.width())

    # What is pressed

    def _face_wanted(self, face: str) -> None:
        if face != self.face():
            self.flip()

    def _go_to_back(self) -> None:
        if self.face() == "front":
            self.flip()
        self.view.finish()
        self.area.ensureVisible(0, 0)
        self.back.met.setFocus(Qt.FocusReason.OtherFocusReason)
        self.back.met.selectAll()

    def _copy(self, value: str) -> None:
        copy_plain(value)
        self._desk.say(CardWords.copied(value))

    def _open(self, kind: str, value: str) -> None:
        target = links.target(kind, value)
        if not target or not profile.is_openable(target) or not self._desk.open_url(target):
            self._desk.say(CardWords.CANNOT_OPEN)

    def _open_menu(self) -> None:
        self.menu.build(self.face()).popup(self.header.more.mapToGlobal(QPoint(0, self.header.more.height() + 4)))

    def _add_line(self, kind: str) -> None:
        if self.face() == "back":
            self.flip()
            self.view.finish()
        self.front.add_line(kind)

    def _add_friends(self) -> None:
        if self.face() == "front":
            self.flip()
            self.view.finish()
        self.back.show_friends()

    def _trash_meeting(self, meeting_id: int) -> None:
        self.draft.flush()
        deeds.trash_meeting(self._desk, meeting_id)

    def _forget_card(self) -> bool:
        """Put the card away; False while what was typed on it cannot be saved."""
        if not self.flush():
            return False
        self.view.forget_lines()
        self.timeline.forget()
        self.below.hint("")
        self.below.ask("", "", "")
        return True

    def _show_picture(self) -> None:
        if self.front.thumbnail.image is not None:
            show_large(self.front.thumbnail.image, self._desk.theme, self.window())

    # Qt

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The focus of the pane is that of the first line of the side that is up."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.view.first_field().setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 turns the card over, also where the window has no key for it."""
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.flip()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the largest card that fits."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground is the desk's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.theme.color("desk"))
        painter.end()
