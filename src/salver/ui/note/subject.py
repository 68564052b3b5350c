"""What the note pane writes about: a card, the meeting the note is for, and how the invitation stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from salver.cards import invitation, profile
from salver.cards.card import Card
from salver.cards.meeting import Meeting, zone_of
from salver.cards.note import Channel, Note
from salver.cards.situation import Invitation, Situation
from salver.ui.note import days
from salver.ui.note.facts import Fact, facts_of
from salver.ui.note.foot import FootView
from salver.ui.note.foot_views import view_of
from salver.ui.note.snapshot import linkedin_link, situation_of
from salver.ui.note.standing import Stage, Standing, channel_for, first_shown, is_for_later, standing
from salver.ui.note.strip_words import Strip, strip_of
from salver.ui.texts import NoteWords

if TYPE_CHECKING:
    from salver.ui.desk import Desk


class Subject:
    """Reads the store when told to, and answers from what it read. No widget, and nothing is written."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.card: Card | None = None
        self.meeting: Meeting | None = None
        self.invitation = Invitation()
        self.standing = Standing()

    @property
    def is_writable(self) -> bool:
        """Whether the note may still be changed: it is not sent."""
        return self.standing.stage.is_writable

    def take(self, card_id: int) -> Note | None:
        """Turn to another card, 0 for none; answers with the note to show first."""
        self.card = self._desk.store.cards.get(card_id) if card_id else None
        notes = self._desk.store.notes.of(card_id) if self.card else ()
        activities = self._desk.store.activities.of(card_id) if self.card else ()
        return first_shown(notes, activities, invitation.derive(activities))

    def read(self, note: Note | None) -> None:
        """Read anew how things stand with this note of the card."""
        self.meeting = self._meeting_of(note)
        self.read_deeds(note)

    def read_deeds(self, note: Note | None) -> None:
        """Read anew what was done: copied, sent, accepted."""
        activities = self._desk.store.activities.of(self.card.id) if self.card else ()
        self.invitation = invitation.derive(activities)
        self.standing = standing(note, activities, self.invitation) if note else Standing()

    def _meeting_of(self, note: Note | None) -> Meeting | None:
        if self.card is None:
            return None
        meetings = self._desk.store.meetings.of(self.card.id)
        if note is not None and note.meeting_id is not None:
            for meeting in meetings:
                if meeting.id == note.meeting_id:
                    return meeting
        return meetings[0] if meetings else None

    def new_note(self, card: Card, channel: str) -> Note:
        """A note for the latest meeting; one that was emptied before is taken up again."""
        meetings = self._desk.store.meetings.of(card.id)
        wanted = Channel(channel) if channel else channel_for(self.invitation)
        activities = self._desk.store.activities.of(card.id)
        for old in self._desk.store.notes.of(card.id):
            free = not old.text.strip() or (wanted is Channel.MESSAGE and is_for_later(old, activities))
            if free and standing(old, activities, self.invitation).stage is Stage.WRITING:
                return replace(old, channel=wanted, meeting_id=meetings[0].id if meetings else None)
        return Note(card_id=card.id, meeting_id=meetings[0].id if meetings else None, channel=wanted)

    def today(self) -> dt.date:
        """The day it is where the person is."""
        return self._desk.now().astimezone(zone_of(self._desk.zone)).date()

    def facts(self) -> tuple[Fact, ...]:
        """What the back of the card offers to the note."""
        return facts_of(self.meeting, self.today()) if self.meeting else ()

    def strip(self) -> Strip:
        """The send window at this moment."""
        hours = self._desk.store.settings.get().window_h
        zone = zone_of(self._desk.zone)
        return strip_of(self.meeting or Meeting(), self.invitation, self._desk.now(), zone, hours)

    def situation(self, card: Card, note: Note) -> Situation:
        """All that the etiquette may look at."""
        return situation_of(self._desk, card, self.meeting, note)

    def notes_left(self, note: Note, situation: Situation) -> str:
        """How many invitations with a note are left this month, in words; empty where none are counted."""
        if note.channel is not Channel.INVITATION or situation.notes_left is None or not self.is_writable:
            return ""
        most = self._desk.store.settings.get().notes_per_month
        return NoteWords.notes_left(situation.notes_left, most, days.MONTHS[self.today().month - 1])

    def foot(self, card: Card, note: Note, *, edited: bool) -> FootView:
        """What the foot says and offers; once a copied note is edited, it is being written again."""
        is_asking = self.standing.stage is Stage.ASKING
        return view_of(
            Standing(Stage.WRITING) if edited and is_asking else self.standing,
            self._desk.now(),
            zone_of(self._desk.zone),
            has_profile=profile.parse(linkedin_link(card)) is not None,
            is_reply=note.channel is Channel.REPLY,
            is_invitation=note.channel is Channel.INVITATION,
        )
