"""The situation of a note, taken from the store: all that the etiquette may look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salver.agenda.budget import month_start, notes_left
from salver.agenda.window import planned_send, send_window
from salver.cards import invitation, profile
from salver.cards.card import Card
from salver.cards.meeting import Meeting, zone_of
from salver.cards.note import Channel, Note
from salver.cards.situation import Situation

if TYPE_CHECKING:
    from salver.ui.desk import Desk


def situation_of(desk: Desk, card: Card, meeting: Meeting | None, note: Note) -> Situation:
    """A frozen snapshot; `send_at` is now, or the opening of the window for an invitation when that is later."""
    settings = desk.store.settings.get()
    now = desk.now()
    meeting = meeting or Meeting(card_id=card.id)
    window = send_window(meeting.met, settings.window_h)
    waits = window if note.channel is Channel.INVITATION else None
    sent = desk.store.activities.notes_sent_since(month_start(now, zone_of(desk.zone)))
    return Situation(
        card=card,
        meeting=meeting,
        sender=settings.sender,
        channel=note.channel,
        send_at=planned_send(now, waits),
        window=(window.opens, window.closes) if window is not None else None,
        invitation=invitation.derive(desk.store.activities.of(card.id)),
        notes_left=notes_left(sent, settings.notes_per_month, settings.sender.plan),
        others=desk.store.notes.others(card.id),
        known_names=desk.store.known_names(),
        raw_link=linkedin_link(card),
    )


def linkedin_link(card: Card) -> str:
    """The address on the card that is, or is meant to be, their profile; empty when there is none."""
    for link in card.links:
        if profile.parse(link.value) is not None:
            return link.value
    for link in card.links:
        if "linkedin" in link.value.casefold() or "linkedin" in link.label.casefold() or "lnkd.in" in link.value:
            return link.value
    return ""
