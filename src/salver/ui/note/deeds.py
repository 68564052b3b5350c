"""What the person does with a note: copy it, open the profile, say that it was sent and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from salver.cards import profile
from salver.cards.card import Card
from salver.cards.meeting import zone_of
from salver.cards.note import Activity, Channel, Deed
from salver.cards.units import for_clipboard
from salver.store.errors import StoreError
from salver.ui import clipboard
from salver.ui.note import days
from salver.ui.note.keeper import NoteKeeper
from salver.ui.note.snapshot import linkedin_link
from salver.ui.texts import NoteWords

if TYPE_CHECKING:
    from salver.ui.desk import Desk

_OUTCOMES = {"accepted": Deed.ACCEPTED, "ignored": Deed.IGNORED, "withdrawn": Deed.WITHDRAWN}
_EVENING = dt.time(19, 0)


class NoteDeeds(QObject):
    """Acts on the note the keeper holds. `done` names what was done; `begin` asks for a new note of a channel."""

    done = Signal(str)
    begin = Signal(str)
    when_wanted = Signal()

    def __init__(self, desk: Desk, keeper: NoteKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self.card = Card()

    def act(self, value: str) -> None:
        """Do what the foot or a key asks for."""
        now = self._desk.now()
        match value:
            case "copy":
                self.copy()
            case "open":
                self.open_profile()
            case "sent":
                self.sent(now)
            case "sent_hour_ago":
                self.sent(now - dt.timedelta(hours=1))
            case "sent_yesterday":
                zone = zone_of(self._desk.zone)
                yesterday = now.astimezone(zone).date() - dt.timedelta(days=1)
                self.sent(dt.datetime.combine(yesterday, _EVENING, zone))
            case "sent_at":
                self.when_wanted.emit()
            case "not_now":
                self.not_now()
            case "not_sent":
                self.not_sent()
            case "accepted" | "ignored" | "withdrawn":
                self._outcome(value)
            case "message":
                self.begin.emit(Channel.MESSAGE.value)
            case "again":
                self.begin.emit(Channel.INVITATION.value)
            case "another":
                self.begin.emit("")

    def copy(self) -> bool:
        """Put the exact plain text on the clipboard and record it. The clipboard is filled even if the store fails."""
        note = self._keeper.note
        if note is None or not for_clipboard(note.text):
            self._desk.say(NoteWords.NOTHING_TO_COPY)
            return False
        clipboard.copy_note(note.text)
        if self._keeper.flush():
            self._keeper.record(Deed.COPIED)
        self.done.emit("copied")
        return True

    def open_profile(self) -> None:
        """Open their profile, or LinkedIn's search for their name, and nothing else."""
        found = profile.parse(linkedin_link(self.card))
        url = found.url if found else profile.search_url(self.card.shown_name, self.card.company)
        if not self._desk.open_url(url):
            self._desk.say(NoteWords.PROFILE_FAILED)
        elif found is None:
            self._desk.say(NoteWords.NO_PROFILE)

    def sent(self, at: dt.datetime) -> None:
        """Record that the note was sent then, and never later than now."""
        if self._keeper.note is None:
            return
        if not self._keeper.flush():
            self._desk.say(self._keeper.trouble)
            return
        note = self._keeper.note
        at = min(at.astimezone(dt.UTC), self._desk.now())
        if self._keeper.add(Activity(Deed.SENT, at, note.card_id, note.id or None, note.channel)) is None:
            return
        today = self._desk.now().astimezone(zone_of(self._desk.zone)).date()
        day = days.day(at.astimezone(zone_of(self._desk.zone)).date(), today)
        self._desk.say(NoteWords.sent_noted(day, self.card.greeting_name))
        self.done.emit("sent")

    def not_now(self) -> None:
        """Keep the note for later."""
        note = self._keeper.note
        if note is not None and note.id and self._keeper.flush():
            self._keeper.record(Deed.NOT_NOW)
            self._desk.say(NoteWords.KEPT_FOR_LATER)
        self.done.emit("not_now")

    def not_sent(self) -> None:
        """Take back that it was sent, and what was said to have come of it."""
        note = self._keeper.note
        if note is None:
            return
        after = (Deed.SENT, Deed.IGNORED, Deed.WITHDRAWN, Deed.ACCEPTED)
        own = [a for a in self._desk.store.activities.of(note.card_id) if a.note_id == note.id and a.deed in after]
        own = own or [a for a in self._desk.store.activities.of(note.card_id) if a.deed is Deed.SENT][-1:]
        try:
            for activity in own:
                self._desk.announce(self._desk.store.activities.remove(activity.id))
        except StoreError as error:
            self._desk.say(error.sentence)
        self.done.emit("not_sent")

    def _outcome(self, value: str) -> None:
        note = self._keeper.note
        if note is None:
            return
        channel = Channel.INVITATION if note.channel is Channel.INVITATION else None
        activity = Activity(_OUTCOMES[value], self._desk.now(), note.card_id, note.id or None, channel)
        if self._keeper.add(activity) is not None:
            self.done.emit(value)
