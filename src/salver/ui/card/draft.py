"""The card and the meeting that are being typed, and their way into the store."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from salver.cards.card import Card
from salver.cards.event import Event
from salver.cards.meeting import Meeting
from salver.store import Changed
from salver.store.errors import NotFound, StoreError
from salver.ui.card import when
from salver.ui.desk import Desk
from salver.ui.texts import CardWords, WindowWords

PAUSE_MS = 400
"""How long a pause in typing is before it is saved; half a second is promised."""
RETRY_MS = 5_000
"""When to try again what could not be saved."""


class Draft(QObject):
    """Holds what the faces show and saves it after each pause in typing. Nothing typed is ever dropped.

    `changed` is emitted when the values held here became others than those shown (another card, an undo);
    `saved` after each save, `stored` when a card got its id.
    """

    changed = Signal()
    saved = Signal()
    stored = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card = Card()
        self.meeting = Meeting()
        self.meetings: tuple[Meeting, ...] = ()
        self._card_due = ""
        self._meeting_due = ""
        self._fresh = False
        self._begun = False
        self._untold = Changed()
        self.trouble = ""
        """Why what is pending could not be saved; empty while all is well."""
        self._name = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def zone(self) -> str:
        """The zone of the place of the meeting shown, else that of this computer."""
        return self.meeting.met.zone if self.meeting.met else self._desk.zone

    @property
    def pending(self) -> bool:
        """True while something typed has not been saved."""
        return bool(self._card_due or self._meeting_due)

    @property
    def shows_latest(self) -> bool:
        """False while an earlier meeting is on the back."""
        return not self.meetings or self.meeting.id in (0, self.meetings[0].id)

    # What is shown

    def show(self, card_id: int) -> bool:
        """Take up another card, after saving this one; False when there is no such card."""
        self.leave()
        card = self._desk.store.cards.get(card_id)
        if card is None:
            return False
        self._fresh = False
        self._take(card)
        self.changed.emit()
        return True

    def blank(self) -> None:
        """A new card, met now (a guess unless an event says so). Nothing is stored until something is typed."""
        self.leave()
        self._fresh = True
        self.card = Card()
        self.meetings = ()
        self.meeting = Meeting(met=when.guess(self._desk.now(), self._desk.zone, None))
        self.changed.emit()

    def clear(self) -> None:
        """Show nothing, as when the card was trashed or forgotten. What was typed last is dropped with it."""
        self._timer.stop()
        self._card_due = self._meeting_due = self.trouble = ""
        self._fresh = self._begun = False
        self._untold = Changed()
        self.card, self.meeting, self.meetings = Card(), Meeting(), ()
        self.changed.emit()

    def show_meeting(self, meeting_id: int) -> None:
        """Put an earlier (or the latest) meeting on the back, unless what is typed there cannot be saved."""
        self.flush()
        if self.pending:
            return
        for meeting in self.meetings:
            if meeting.id == meeting_id:
                self.meeting = meeting
                self.changed.emit()

    def new_meeting(self) -> None:
        """A new meeting with the same person, met now; how they know each other stays."""
        self.flush()
        if self.pending:
            return
        met = when.guess(self._desk.now(), self._desk.zone, None)
        tie = self.meetings[0].tie if self.meetings else self.meeting.tie
        self.meeting = Meeting(card_id=self.card.id, met=met, tie=tie)
        self.edit_meeting(self.meeting, CardWords.ADD_MEETING)
        self.flush()
        self.changed.emit()

    def refresh(self, changed: Changed) -> None:
        """Take up what somebody else changed, keeping what is being typed."""
        if not self.card.id:
            return
        mine = changed.everything or self.card.id in changed.cards
        ids = {m.id for m in self.meetings}
        if not (mine or ids & set(changed.meetings) or changed.meetings):
            return
        if self.pending:
            return
        card = self._desk.store.cards.get(self.card.id)
        if card is None or card.deleted_at is not None:
            self.clear()
            return
        before = (self.card, self.meeting, self.meetings)
        self._take(card, self.meeting.id)
        if before != (self.card, self.meeting, self.meetings):
            self.changed.emit()

    def _take(self, card: Card, meeting_id: int = 0) -> None:
        self.card = card
        self.meetings = self._desk.store.meetings.of(card.id)
        latest = self.meetings[0] if self.meetings else Meeting(card_id=card.id)
        self.meeting = next((m for m in self.meetings if m.id == meeting_id), latest)

    # Typing

    def edit_card(self, card: Card, what: str) -> None:
        """The card as typed now. `what` names the part for the undo journal."""
        if card == self.card:
            return
        if self._card_due != what:
            self._name = _name(self.card)
        if self._card_due and self._card_due != what:
            self.flush()
            card = replace(card, id=self.card.id, uid=self.card.uid, created_at=self.card.created_at)
        self.card = card
        self._card_due = what
        self._wait()

    def edit_meeting(self, meeting: Meeting, what: str) -> None:
        """The meeting as typed now."""
        if meeting == self.meeting and (meeting.id or what != CardWords.ADD_MEETING):
            return
        self._name = _name(self.card)
        if self._meeting_due and self._meeting_due != what:
            self.flush()
            meeting = replace(
                meeting,
                id=self.meeting.id,
                uid=self.meeting.uid,
                created_at=self.meeting.created_at,
                card_id=self.card.id,
            )
        if meeting.event != self.meeting.event:
            meeting = self._at_event(meeting)
        self.meeting = meeting
        self._meeting_due = what
        self._wait()

    def _wait(self) -> None:
        """Save after a pause; a longer one in trouble, as each try may wait for the file."""
        if not self.trouble:
            self._timer.start(PAUSE_MS)
        elif not self._timer.isActive():
            self._timer.start(RETRY_MS)

    def _at_event(self, meeting: Meeting) -> Meeting:
        """The event's own row, and the guess it makes better."""
        event = self._desk.store.events.named(meeting.event) if meeting.event else None
        meeting = replace(meeting, event_id=event.id if event else None)
        if event is not None and meeting.met is not None and meeting.met.guess:
            meeting = replace(meeting, met=when.guess(self._desk.now(), self._desk.zone, event))
        return meeting

    # Saving

    def flush(self) -> None:
        """Save what is pending, now. What cannot be saved stays here and is tried again."""
        self._timer.stop()
        if not self.pending:
            return
        try:
            self._save()
        except NotFound as error:
            # It was removed for good meanwhile: there is nothing left that this could be a change of.
            self._desk.say(error.sentence)
            self.clear()
        except StoreError as error:
            if not self.trouble:
                self._desk.say(error.sentence)
            self.trouble = error.sentence
            self._timer.start(RETRY_MS)
        else:
            if self.trouble:
                self._desk.say(WindowWords.SAVED_NOW)
            self.trouble = ""

    def leave(self) -> None:
        """Save, and put a card away that was begun here and left without a word on it."""
        self.flush()
        empty = self.card.is_blank and self.meeting.is_blank and not (self.meeting.event or self.meeting.place)
        if self._fresh and self.card.id and empty and not self.pending:
            self._guarded(lambda: self._desk.store.cards.trash([self.card.id]))
        self._fresh = False

    def _guarded(self, write: Callable[[], Changed]) -> None:
        try:
            self._desk.announce(write())
        except StoreError as error:
            self._desk.say(error.sentence)

    def _save(self) -> None:
        """Card, then meeting. Each is done with by itself, so that a failure between them repeats neither."""
        store = self._desk.store
        if not self.card.id:
            self._begun = True
            self._card_due = self._card_due or CardWords.PANE
            if self.meeting.met is not None:
                self._meeting_due = self._meeting_due or CardWords.MET
        if self._card_due:
            put = store.cards.put(self.card, self._step(self._card_due))
            self._untold |= put
            self._card_due = ""
            card_id = put.cards[0] if put.cards else self.card.id
            self.card = replace(self.card, id=card_id)
            self.card = store.cards.get(card_id) or self.card
        if self._meeting_due:
            # The back of a new card belongs to the step that made the card.
            with store.journal.joined() if self._begun else contextlib.nullcontext():
                put = store.meetings.put(replace(self.meeting, card_id=self.card.id), self._step(self._meeting_due))
            self._untold |= put
            self._meeting_due = ""
            meeting_id = put.meetings[0] if put.meetings else self.meeting.id
            self.meeting = replace(self.meeting, id=meeting_id, card_id=self.card.id)
            self.meeting = store.meetings.get(meeting_id) or self.meeting
        self.meetings = store.meetings.of(self.card.id)
        first, changed, self._begun, self._untold = self._begun, self._untold, False, Changed()
        self.saved.emit()
        if first:
            self.stored.emit(self.card.id)
        if changed != Changed():
            self._desk.announce(changed)

    def _step(self, part: str) -> str:
        """Names the step of undo. It stays the same while one field is typed in, so that a run is one step."""
        return CardWords.step(part, "" if part == CardWords.NAME else self._name)

    def settle_event(self) -> None:
        """Keep a row of its own for an event that was typed and is new."""
        name = self.meeting.event
        if not name or self.meeting.event_id is not None or not self.meeting.id:
            return
        self.flush()
        store = self._desk.store
        try:
            known = store.events.named(name)
            changed = Changed()
            with store.journal.joined():
                if known is None:
                    changed = store.events.put(Event(name=name, zone=self._desk.zone))
                event_id = known.id if known else changed.events[0]
                changed |= store.meetings.put(replace(self.meeting, event_id=event_id))
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self.meeting = store.meetings.get(self.meeting.id) or self.meeting
        self.meetings = store.meetings.of(self.card.id)
        self._desk.announce(changed)


def _name(card: Card) -> str:
    return card.display_name or " ".join(p for p in (card.first_name, card.last_name) if p)
