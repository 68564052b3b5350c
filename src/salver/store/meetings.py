"""Meetings: the backs of the cards."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

from salver.cards.meeting import Meeting
from salver.store import backs, codec, errors, schema
from salver.store.codec import new_uid
from salver.store.core import Core, storable
from salver.store.values import Changed


class Meetings:
    """The meetings of one store."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def get(self, meeting_id: int) -> Meeting | None:
        """The meeting, also from the trash; None when there is none."""
        return backs.read_meetings(self._db, [meeting_id]).get(meeting_id)

    def of(self, card_id: int) -> tuple[Meeting, ...]:
        """The meetings of a card, latest first; the first is the back of the card."""
        ids = self._db.column("SELECT id FROM meeting WHERE card_id = ? AND deleted_at IS NULL", (card_id,))
        return backs.latest_first(backs.read_meetings(self._db, ids).values())

    def trashed(self) -> list[Meeting]:
        """Meetings in the trash whose card is not, latest first."""
        ids = self._db.column(
            "SELECT meeting.id FROM meeting JOIN card ON card.id = meeting.card_id"
            " WHERE meeting.deleted_at IS NOT NULL AND card.deleted_at IS NULL ORDER BY meeting.deleted_at DESC"
        )
        found = backs.read_meetings(self._db, ids)
        return [found[meeting_id] for meeting_id in ids]

    def put(self, meeting: Meeting, label: str = "") -> Changed:
        """Keep a meeting: a new one when its id is 0. New promises get their ids; read the meeting again for them."""
        now = self._core.clock()
        meeting = storable(meeting)
        old = self.get(meeting.id) if meeting.id else None
        if meeting.id and old is None:
            raise errors.NotFound("meeting")
        if old is not None:
            meeting = dataclasses.replace(
                meeting, uid=old.uid, card_id=old.card_id, created_at=old.created_at, changed_at=old.changed_at,
                deleted_at=old.deleted_at,
            )  # fmt: skip
            if meeting == old:
                return Changed()
        elif not self._db.value("SELECT 1 FROM card WHERE id = ?", (meeting.card_id,)):
            raise errors.NotFound("card")
        meeting = dataclasses.replace(
            meeting, uid=meeting.uid or new_uid(), created_at=meeting.created_at or now, changed_at=now
        )
        said = label or ("change to the meeting" if old else "new meeting")
        with self._core.journal.action(said, label, ("meeting", meeting.id) if old else None):
            if old is not None:
                self._core.journal.record("meeting", old.id, old.card_id, old)
            meeting_id = backs.write_meeting(self._db, meeting, old)
            if old is None:
                self._core.journal.record("meeting", meeting_id, meeting.card_id, None)
            self._core.derived.refresh([meeting.card_id])
        return Changed(cards=(meeting.card_id,), meetings=(meeting_id,), label=said)

    def trash(self, ids: Iterable[int]) -> Changed:
        """Move meetings to the trash, with their promises; notes written after them stay on the card."""
        return self._set_deleted(ids, "delete a meeting", self._core.clock())

    def restore(self, ids: Iterable[int]) -> Changed:
        """Take meetings out of the trash."""
        return self._set_deleted(ids, "restore a meeting", None)

    def _set_deleted(self, ids: Iterable[int], label: str, when: dt.datetime | None) -> Changed:
        found = backs.read_meetings(self._db, tuple(ids)).values()
        meetings = [meeting for meeting in found if (meeting.deleted_at is None) is (when is not None)]
        if not meetings:
            return Changed()
        cards = tuple(dict.fromkeys(meeting.card_id for meeting in meetings))
        table = schema.MeetingRow
        with self._core.journal.action(label):
            for meeting in meetings:
                self._core.journal.record("meeting", meeting.id, meeting.card_id, meeting)
                change = table.update({"deleted_at": codec.stamp_or_none(when)}).where(table.id == meeting.id)
                self._db.execute(change)
            self._core.derived.refresh(cards)
        return Changed(cards=cards, meetings=tuple(m.id for m in meetings), label=label)

    def revert(self, row_id: int, before: str | None) -> Changed:
        """Put a meeting back to what the journal kept of it."""
        now = self.get(row_id)
        cards = (now.card_id,) if now else ()
        if before is None:
            self._db.execute(schema.MeetingRow.delete().where(schema.MeetingRow.id == row_id))
            return Changed(cards=cards, meetings=(row_id,))
        meeting = codec.from_json(Meeting, before)
        if meeting.event_id and not self._db.value("SELECT 1 FROM event WHERE id = ?", (meeting.event_id,)):
            meeting = dataclasses.replace(meeting, event_id=None)
        backs.write_meeting(self._db, meeting, now)
        return Changed(cards=(*cards, meeting.card_id), meetings=(row_id,))
