"""Notes: the messages being written, and those written before."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

from salver.cards.note import Note
from salver.store import codec, errors, rows, schema
from salver.store.codec import new_uid
from salver.store.core import Core, storable
from salver.store.values import Changed


class Notes:
    """The notes of one store."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def get(self, note_id: int) -> Note | None:
        """The note, also from the trash; None when there is none."""
        found = self._db.dicts(schema.NoteRow.select().where(schema.NoteRow.id == note_id))
        return rows.note_of(found[0]) if found else None

    def of(self, card_id: int) -> tuple[Note, ...]:
        """The notes to a person, latest first."""
        table = schema.NoteRow
        query = table.select().where(table.card_id == card_id, table.deleted_at.is_null())
        query = query.order_by(table.created_at.desc(), table.id.desc())
        return tuple(rows.note_of(row) for row in self._db.dicts(query))

    def others(self, card_id: int, most: int = 200) -> tuple[str, ...]:
        """Texts of notes to other people, newest first."""
        return tuple(
            self._db.column(
                "SELECT note.text FROM note JOIN person USING (card_id)"
                " WHERE note.card_id <> ? AND note.deleted_at IS NULL AND note.text <> ''"
                " ORDER BY note.changed_at DESC LIMIT ?", (card_id, most),
            )
        )  # fmt: skip

    def trashed(self) -> list[Note]:
        """Notes in the trash whose card is not, latest first."""
        found = self._db.column(
            "SELECT note.id FROM note JOIN card ON card.id = note.card_id"
            " WHERE note.deleted_at IS NOT NULL AND card.deleted_at IS NULL ORDER BY note.deleted_at DESC"
        )
        return [note for note_id in found if (note := self.get(note_id))]

    def put(self, note: Note, label: str = "") -> Changed:
        """Keep a note: a new one when its id is 0."""
        now = self._core.clock()
        note = storable(note)
        old = self.get(note.id) if note.id else None
        if note.id and old is None:
            raise errors.NotFound("note")
        if old is not None:
            note = dataclasses.replace(
                note, uid=old.uid, card_id=old.card_id, created_at=old.created_at, changed_at=old.changed_at,
                deleted_at=old.deleted_at,
            )  # fmt: skip
            if note == old:
                return Changed()
        elif not self._db.value("SELECT 1 FROM card WHERE id = ?", (note.card_id,)):
            raise errors.NotFound("card")
        note = dataclasses.replace(note, uid=note.uid or new_uid(), created_at=note.created_at or now, changed_at=now)
        said = label or ("change to the note" if old else "new note")
        with self._core.journal.action(said, label, ("note", note.id) if old else None):
            if old is not None:
                self._core.journal.record("note", old.id, old.card_id, old)
            note_id = self._write(note, old)
            if old is None:
                self._core.journal.record("note", note_id, note.card_id, None)
            self._core.derived.refresh([note.card_id])
        return Changed(cards=(note.card_id,), notes=(note_id,), label=said)

    def _write(self, note: Note, old: Note | None) -> int:
        row, table = rows.note_row(note), schema.NoteRow
        if old is not None:
            self._db.execute(table.update(row).where(table.id == note.id))
            return note.id
        if note.id:
            row["id"] = note.id
        return int(self._db.execute(table.insert(row)))

    def trash(self, ids: Iterable[int]) -> Changed:
        """Move notes to the trash."""
        return self._set_deleted(ids, "delete a note", self._core.clock())

    def restore(self, ids: Iterable[int]) -> Changed:
        """Take notes out of the trash."""
        return self._set_deleted(ids, "restore a note", None)

    def _set_deleted(self, ids: Iterable[int], label: str, when: dt.datetime | None) -> Changed:
        found = [note for note_id in ids if (note := self.get(note_id))]
        notes = [note for note in found if (note.deleted_at is None) is (when is not None)]
        if not notes:
            return Changed()
        cards = tuple(dict.fromkeys(note.card_id for note in notes))
        with self._core.journal.action(label):
            for note in notes:
                self._core.journal.record("note", note.id, note.card_id, note)
                self._write(dataclasses.replace(note, deleted_at=when), note)
            self._core.derived.refresh(cards)
        return Changed(cards=cards, notes=tuple(note.id for note in notes), label=label)

    def revert(self, row_id: int, before: str | None) -> Changed:
        """Put a note back to what the journal kept of it."""
        now = self.get(row_id)
        cards = (now.card_id,) if now else ()
        if before is None:
            self._db.execute(schema.NoteRow.delete().where(schema.NoteRow.id == row_id))
            return Changed(cards=cards, notes=(row_id,))
        note = codec.from_json(Note, before)
        if note.meeting_id and not self._db.value("SELECT 1 FROM meeting WHERE id = ?", (note.meeting_id,)):
            note = dataclasses.replace(note, meeting_id=None)
        self._write(note, now)
        return Changed(cards=(*cards, note.card_id), notes=(row_id,))
