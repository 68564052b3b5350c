"""What can be told of a card besides typing on it: the state of the invitation, times, meetings put away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from salver.cards.card import Card
from salver.cards.invitation import NO_ANSWER_AFTER, derive
from salver.cards.meeting import Meeting, zone_of
from salver.cards.note import Activity, Channel, Deed
from salver.cards.situation import InvitationState
from salver.store import Changed
from salver.store.errors import StoreError
from salver.ui.card import dates, when
from salver.ui.card import entries as rows
from salver.ui.desk import Desk
from salver.ui.texts import CardWords


def entries(desk: Desk, card_id: int) -> tuple[rows.Entry, ...]:
    """The timeline of a card, as it stands in the store."""
    store = desk.store
    return rows.timeline(
        store.meetings.of(card_id),
        store.notes.of(card_id),
        store.activities.of(card_id),
        store.events.all(),
        desk.now(),
        desk.zone,
        store.settings.get().sender.plan,
    )


def sayable(desk: Desk, card_id: int) -> tuple[str, ...]:
    """The deeds that can be told now: *no answer* only after 30 days, *withdrawn* only of what is out."""
    found = derive(desk.store.activities.of(card_id))
    deeds: list[Deed] = []
    if found.state is InvitationState.SENT:
        deeds.append(Deed.ACCEPTED)
        if found.at is None or desk.now() - found.at >= NO_ANSWER_AFTER:
            deeds.append(Deed.IGNORED)
        deeds.append(Deed.WITHDRAWN)
    elif found.state is not InvitationState.ACCEPTED:
        deeds += [Deed.SENT, Deed.ACCEPTED]
    return tuple(deed.value for deed in (*deeds, Deed.CALLED, Deed.WROTE))


def usable(meeting: Meeting) -> int:
    """How many things on a back can be worked into a note; private lines never count."""
    promises = sum(1 for promise in meeting.promises if promise.text and promise.done_at is None)
    single = (meeting.introduced_by, meeting.their_words, meeting.hook)
    return len(meeting.topics) + len(meeting.friends) + promises + sum(1 for value in single if value)


def say(desk: Desk, card: Card, deed: str) -> None:
    """Keep that something happened now, as the person tells it."""
    told = Deed(deed)
    about_invitation = told in (Deed.SENT, Deed.IGNORED, Deed.WITHDRAWN)
    note = next((n for n in desk.store.notes.of(card.id) if n.channel is Channel.INVITATION), None)
    activity = Activity(
        told,
        desk.now(),
        card.id,
        note.id if note and told is Deed.SENT else None,
        Channel.INVITATION if about_invitation else None,
    )
    _write(desk, lambda: desk.store.activities.add(activity), CardWords.said(CardWords.SAY[deed]))


def change_time(desk: Desk, activity_id: int, typed: str) -> None:
    """Give a deed another time, as typed; what cannot be read changes nothing."""
    activity = desk.store.activities.get(activity_id)
    if activity is None:
        return
    now = when.local_now(desk.now(), desk.zone)
    moment = when.read(typed, now, desk.zone).moment
    if moment is None or not dates.take(typed, now).any:
        desk.say(CardWords.TIME_UNREAD)
        return
    at = moment.local.replace(tzinfo=zone_of(desk.zone)).astimezone(dt.UTC)
    _write(desk, lambda: desk.store.activities.replace(replace(activity, at=at)), CardWords.TIME_CHANGED)


def remove(desk: Desk, activity_id: int) -> None:
    """Take a row of the timeline away."""
    _write(desk, lambda: desk.store.activities.remove(activity_id), CardWords.ROW_REMOVED)


def trash_meeting(desk: Desk, meeting_id: int) -> None:
    """Move a meeting to the trash."""
    _write(desk, lambda: desk.store.meetings.trash([meeting_id]), CardWords.MEETING_TRASHED)


def _write(desk: Desk, write: Callable[[], Changed], sentence: str) -> None:
    try:
        changed = write()
    except StoreError as error:
        desk.say(error.sentence)
        return
    desk.announce(changed)
    desk.say(sentence)
