"""The note pane: writes, checks, copies and sends one note of the card that is shown."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from salver.cards.card import Card
from salver.cards.meeting import Meeting, zone_of
from salver.cards.note import Channel, Note, limit
from salver.cards.units import Utf16Map, for_clipboard, utf16_length
from salver.store import Changed
from salver.ui.note import trim
from salver.ui.note.checks import NoteChecks
from salver.ui.note.deeds import NoteDeeds
from salver.ui.note.drafting import NoteDrafts
from salver.ui.note.edits import in_utf16, whole
from salver.ui.note.empty import EmptyNote
from salver.ui.note.facts import Fact, Kind
from salver.ui.note.foot import NoteFoot
from salver.ui.note.keeper import NoteKeeper
from salver.ui.note.remarks import NoteRemarks
from salver.ui.note.standing import Stage
from salver.ui.note.strip import SendStrip
from salver.ui.note.subject import Subject
from salver.ui.note.trim import Offer
from salver.ui.note.when import WhenSheet
from salver.ui.note.work_in import work_in
from salver.ui.note.writing import NARROW, WritingPage
from salver.ui.texts import NoteWords

if TYPE_CHECKING:
    from salver.ui.desk import Desk


FOLLOW_AT_ONCE = 1_200
"""Up to this many UTF-16 units, chips and cuts keep pace with every key."""
FOLLOW_MS = 200
LEAST = 336
"""The least width of the pane at 100 %."""


class NotePane(QWidget):
    """Shows the latest note of a card. `state_changed` tells that a note was begun, sent, or has other findings."""

    state_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._subject = Subject(desk)
        self._edited = False
        self._most: int | None = None
        self._ordered: list[QWidget] = []
        self._later = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self.keeper = NoteKeeper(desk, self)
        self.deeds = NoteDeeds(desk, self.keeper, self)
        self.checks = NoteChecks(desk, self)
        self.setAccessibleName(NoteWords.PANE)
        self._build()
        self.remarks = NoteRemarks(desk, self.writing, self.checks, self.flush, self)
        self.drafts = NoteDrafts(desk, self.writing, self.checks, self.keeper, self)
        self._connect()
        self.show_card(0)

    def _build(self) -> None:
        theme = self._desk.theme
        self.empty = EmptyNote(theme)
        self.writing = WritingPage(theme)
        self.editor = self.writing.editor
        self._blank = QWidget()
        self._pages = QStackedWidget()
        for page in (self._blank, self.empty, self.writing):
            self._pages.addWidget(page)
        self._strip_holder = QWidget()
        self._strip_column = QVBoxLayout(self._strip_holder)
        self.strip = SendStrip(theme)
        self._strip_column.addWidget(self.strip)
        self.foot = NoteFoot(theme)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._strip_holder)
        column.addWidget(self.foot)
        theme.changed.connect(self._dress)

    def _connect(self) -> None:
        page = self.writing
        self.empty.begin.connect(self.begin)
        self.empty.draft.connect(self._begin_with_draft)
        page.head.channel_chosen.connect(self._set_channel)
        page.chips.wanted.connect(self._work_in)
        page.chips.shown.connect(lambda _fact: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        page.counter.trim.connect(self._trim)
        self.editor.typed.connect(self._typed)
        self.editor.focused.connect(lambda on: None if on else self._left_editor())
        self.remarks.shown.connect(self._follow_soon)
        self.remarks.shown.connect(self._order)
        self._later.timeout.connect(self._follow)
        self.remarks.changed.connect(self.state_changed)
        self.keeper.kept.connect(self._kept)
        self.foot.acted.connect(self.deeds.act)
        self.deeds.done.connect(self._done)
        self.deeds.begin.connect(self.begin)
        self.deeds.when_wanted.connect(self._ask_when)

    # What the window asks for

    def show_card(self, card_id: int) -> None:
        """Show the latest note of this card, or how to begin one; 0 for no card. What cannot be saved stays."""
        if not self.flush():
            return
        self._show_note(self._subject.take(card_id))

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The focus of the pane is that of what is written, or of the button that begins it.

        No focus proxy: Qt's Tab order loses controls, or goes in circles, in a pane that has one.
        """
        if self._card is not None:
            (self.editor if self._pages.currentWidget() is self.writing else self.empty.start).setFocus(reason)

    def begin(self, channel: str = "") -> None:
        """Begin a note, or go on with the one begun. Without a channel, the state of the invitation decides."""
        if self._card is None or not self._card.id:
            return
        note = self.keeper.note
        if not channel and self._subject.standing.stage is Stage.WAITING:
            # One invitation is out; LinkedIn takes no second. What can be said of it is in the foot.
            self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if note is None or not self._subject.is_writable:
            if not self.flush():
                return
            self._show_note(self._subject.new_note(self._card, channel))
        elif channel and channel != note.channel:
            self._set_channel(channel)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin_with_draft(self, tone: str) -> None:
        self.begin()
        self.drafts.offer(tone)

    def copy(self) -> None:
        """Put the note on the clipboard as plain text."""
        if self.keeper.note is not None and self._pages.currentWidget() is self.writing:
            self.remarks.release()
            self.deeds.copy()

    def flush(self) -> bool:
        """Keep what is being typed, now. False when the store failed."""
        return self.keeper.flush()

    def trouble(self) -> str:
        """Why the note is not saved; empty when it is."""
        return self.keeper.trouble

    def has_note(self) -> bool:
        """True while a note is shown, begun or sent."""
        return self.keeper.note is not None

    @property
    def _card(self) -> Card | None:
        return self._subject.card

    def card_id(self) -> int:
        """The card whose note is shown; 0 for none."""
        return self._card.id if self._card else 0

    def finding_count(self) -> int:
        """How many findings the note has."""
        return len(self.writing.findings.findings())

    def refresh(self, changed: Changed) -> None:
        """Show what a write changed, without touching what is being typed."""
        if self._card is None or self.keeper.writing:
            return
        note, meeting = self.keeper.note, self._subject.meeting
        mine = self._card.id in changed.cards or (note is not None and note.id in changed.notes)
        back = meeting is not None and meeting.id in changed.meetings
        if mine or back or changed.meetings or changed.settings or changed.everything:
            self._reload()

    def tick(self) -> None:
        """A minute has passed: the window moves on, and so does what fits the time."""
        if self._card is not None:
            self._show_strip()
            self._show_foot()
            if self._pages.currentWidget() is self.writing and self._subject.is_writable:
                self.checks.check(self.editor.text)

    def next_finding(self, step: int) -> None:
        """Go to the next finding in the order of the text, or the one before; say it to assistive tech."""
        if self._pages.currentWidget() is self.writing:
            self.remarks.step(step)

    # Showing

    def _show_note(self, note: Note | None) -> None:
        self._edited = False
        self.keeper.show(note)
        self.drafts.clear()
        self.editor.put_text(note.text if note else "")
        self.remarks.clear()
        self._update()

    def _reload(self) -> None:
        if self._card is None:
            return
        card = self._desk.store.cards.get(self._card.id)
        if card is None or card.deleted_at is not None:
            self.keeper.show(None)
            self.show_card(0)
            return
        self._subject.card = card
        note = self.keeper.note
        if note is None:
            self.show_card(card.id)
            return
        if note.id and not self.keeper.pending:
            stored = self._desk.store.notes.get(note.id)
            if stored is None or stored.deleted_at is not None or (not stored.text and note.text):
                self.keeper.show(None)
                self.show_card(card.id)
                return
            if stored.text != note.text:
                self._put_back(stored.text)
            self.keeper.show(stored)
        self._update()

    def _put_back(self, text: str) -> None:
        caret = self.editor.textCursor().position()
        self.editor.put_text(text)
        self.editor.put_caret(min(caret, utf16_length(text)))

    def _update(self) -> None:
        """Show everything but the text anew, from the store."""
        card, note = self._card, self.keeper.note
        self.deeds.card = card or Card()
        self._subject.read(note)
        page = self._blank if card is None else self.empty if note is None else self.writing
        had = self._pages.currentWidget()
        self._pages.setCurrentWidget(page)
        # Once it is sent, the foot says so, and the window has no more to say.
        self._strip_holder.setVisible(card is not None and (note is None or self._subject.is_writable))
        self._show_strip()
        self._show_foot()
        if card is not None and note is not None:
            self.drafts.look_up(card.id)
            self._show_writing(card, note)
        else:
            self.checks.use(None, 0)
            self._show_empty()
        self._dress()
        if had is not page:
            self.state_changed.emit()

    def _show_empty(self) -> None:
        facts = self._subject.facts()
        strip = self._subject.strip()
        name = self._card.greeting_name if self._card else ""
        said = sum(1 for fact in facts if fact.kind is not Kind.WHERE)
        self.empty.sentence.setText(NoteWords.ready(name, said, strip.until))

    def _show_writing(self, card: Card, note: Note) -> None:
        writable = self._subject.is_writable
        situation = self._subject.situation(card, note)
        left = self._subject.notes_left(note, situation)
        self.writing.head.show_note(card.greeting_name, note.channel.value, left, writable)
        self.writing.chips.set_facts(self._subject.facts() if writable else (), self.editor.text)
        self.editor.setReadOnly(not writable)
        self.editor.setPlaceholderText(NoteWords.PLACEHOLDER if writable else "")
        self.checks.use(situation if writable else None, note.id)
        self._most = limit(note.channel, self._desk.store.settings.get().sender.plan)
        self.writing.counter.set_length(utf16_length(for_clipboard(self.editor.text)), self._most)
        self._follow()
        self._order()
        self.remarks.settle()
        self.checks.check(self.editor.text, at_once=True)

    def _show_strip(self) -> None:
        if self._card is not None:
            self.strip.set_strip(self._subject.strip())

    def _show_foot(self) -> None:
        note = self.keeper.note
        self.foot.setVisible(note is not None)
        if note is not None and self._card is not None:
            self.foot.set_view(self._subject.foot(self._card, note, edited=self._edited))

    def _order(self) -> None:
        """Tab goes through the pane as it is read, also through what was added later."""
        controls = [*self.writing.controls(), *self.foot.controls()]
        if controls != self._ordered:
            self._ordered = controls
            for first, then in pairwise(controls):
                QWidget.setTabOrder(first, then)

    def _dress(self) -> None:
        begun = self.keeper.note is not None
        self._strip_column.setContentsMargins(24, 12 if begun else 20, 24, 9 if begun else 16)
        self.foot.set_narrow(self.width() / self._desk.theme.scale < NARROW)
        self.update()

    # Typing

    def _typed(self) -> None:
        note = self.keeper.note
        if note is None:
            return
        text = self.editor.text
        self.keeper.change(replace(note, text=whole(text)))
        if not self._edited:
            self._edited = True
            self._show_foot()
        self.writing.counter.set_length(utf16_length(for_clipboard(text)), self._most)
        self._follow_soon()
        self.remarks.typed(text)

    def _follow_soon(self) -> None:
        """Chips and cuts follow at once; in a long message a little later, so that typing never waits."""
        if self.editor.document().characterCount() <= FOLLOW_AT_ONCE:
            self._follow()
        else:
            self._later.start()

    def _follow(self) -> None:
        """Tick the facts the note mentions, and find what could be cut."""
        self._later.stop()
        if self.keeper.note is not None and self._subject.is_writable:
            text = self.editor.text
            self.writing.chips.set_text(text)
            self.writing.counter.set_offers(trim.offers(text, self._most, self.remarks.cuts(text)))
        else:
            self.writing.counter.set_offers(())
        self.drafts.follow()

    def _kept(self) -> None:
        """What was typed is in the store: a draft may have become one, the rest is as it was."""
        note, situation = self.keeper.note, self.checks.situation
        if note is None or self._card is None:
            return
        self._subject.read_deeds(note)
        state = self._subject.invitation
        if situation is not None and (situation.invitation, self.checks.note_id) != (state, note.id):
            self.checks.use(replace(situation, invitation=state), note.id)
        self._show_foot()
        self.state_changed.emit()

    def _left_editor(self) -> None:
        self.flush()
        self.remarks.release()

    def _set_channel(self, channel: str) -> None:
        note = self.keeper.note
        if note is not None:
            self.keeper.change(replace(note, channel=Channel(channel)))
            self.keeper.flush()
            self._update()

    def _work_in(self, fact: Fact) -> None:
        if self._card is None or not self._subject.is_writable:
            return
        text = self.editor.text
        units = Utf16Map(text)
        cursor = self.editor.textCursor()
        start, end = units.to_points(cursor.selectionStart()), units.to_points(cursor.selectionEnd())
        meeting = self._subject.meeting or Meeting()
        put = work_in(text, start, end, fact, self._card, meeting, self._subject.today())
        at = units.to_utf16(put.start)
        self.editor.replace([(at, units.to_utf16(put.end), put.words)], at + utf16_length(put.words))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _trim(self, offer: Offer) -> None:
        self.editor.replace(in_utf16(self.editor.text, offer.edits))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # What was done

    def _done(self, what: str) -> None:
        if what == "copied":
            self._edited = False
            self.drafts.copied()
        elif what == "sent":
            # The button that was pressed goes; the focus must not fall on "They accepted", where Enter would say so.
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        note = self.keeper.note
        if what == "not_now" and note is not None and not note.id:
            self._show_note(None)
        else:
            self._update()
        self.state_changed.emit()

    def _ask_when(self) -> None:
        sheet = WhenSheet(self._desk.theme, self._desk.now(), zone_of(self._desk.zone), self.window())
        sheet.given.connect(self.deeds.sent)
        sheet.closed.connect(sheet.deleteLater)
        sheet.open()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, walk the findings, say that it was sent: the keys of this pane, where no shortcut takes them."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        asking = self._subject.standing.stage is Stage.ASKING and not self._edited
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.copy()
        elif event.key() == Qt.Key.Key_F8:
            self.next_finding(-1 if shift else 1)
        elif event.key() == Qt.Key.Key_F9 and asking:
            self.deeds.act("not_now" if shift else "sent")
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """336 px at 100 %: the foot makes room by itself, and the rest scrolls."""
        return QSize(self._desk.theme.px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the pane, and the hairlines above strip and foot."""
        painter = QPainter(self)
        theme = self._desk.theme
        painter.fillRect(self.rect(), theme.color("pane"))
        for widget in (self._strip_holder, self.foot):
            if widget.isVisible():
                painter.fillRect(0, widget.y(), self.width(), 1, theme.color("rule"))
        painter.end()
