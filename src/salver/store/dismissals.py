"""Findings the person does not want to see again."""

from __future__ import annotations

from typing import Any

from salver.store import codec, schema
from salver.store.codec import stamp
from salver.store.core import Core, storable
from salver.store.values import Changed, Dismissal


def dismissal_of(row: dict[str, Any]) -> Dismissal:
    """The dismissal of a row."""
    return Dismissal(
        row["rule"], row["card_id"], row["note_id"], row["fingerprint"], row["id"], codec.moment(row["created_at"])
    )


class Dismissals:
    """The dismissals of one store: for one note, for one card, or everywhere."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def all(self) -> tuple[Dismissal, ...]:
        """Every dismissal, newest first."""
        table = schema.DismissalRow
        return tuple(dismissal_of(row) for row in self._db.dicts(table.select().order_by(table.id.desc())))

    def for_note(self, card_id: int, note_id: int) -> frozenset[Dismissal]:
        """What holds for a note: its own, its card's, and those that hold everywhere."""
        table = schema.DismissalRow
        own = table.note_id == note_id
        card = table.note_id.is_null() & (table.card_id == card_id)
        everywhere = table.note_id.is_null() & table.card_id.is_null()
        return frozenset(dismissal_of(row) for row in self._db.dicts(table.select().where(own | card | everywhere)))

    def add(self, dismissal: Dismissal, label: str = "") -> Changed:
        """Keep a dismissal."""
        dismissal = storable(dismissal)
        said = label or "ignore"
        with self._core.journal.action(said):
            row = {
                "rule": dismissal.rule, "card_id": dismissal.card_id or None, "note_id": dismissal.note_id or None,
                "fingerprint": dismissal.fingerprint, "created_at": stamp(self._core.clock()),
            }  # fmt: skip
            row_id = int(self._db.execute(schema.DismissalRow.insert(row)))
            self._core.journal.record("dismissal", row_id, dismissal.card_id or None, None)
        return self._changed(dismissal, said)

    def remove(self, dismissal_id: int, label: str = "") -> Changed:
        """Show the finding again."""
        table = schema.DismissalRow
        found = self._db.dicts(table.select().where(table.id == dismissal_id))
        if not found:
            return Changed()
        said = label or "show again"
        with self._core.journal.action(said):
            self._core.journal.record("dismissal", dismissal_id, found[0]["card_id"], dismissal_of(found[0]))
            self._db.execute(table.delete().where(table.id == dismissal_id))
        return self._changed(dismissal_of(found[0]), said)

    @staticmethod
    def _changed(dismissal: Dismissal, label: str) -> Changed:
        notes = (dismissal.note_id,) if dismissal.note_id else ()
        cards = (dismissal.card_id,) if dismissal.card_id else ()
        return Changed(cards=cards, notes=notes, settings=not (notes or cards), label=label)

    def revert(self, row_id: int, before: str | None) -> Changed:
        """Put a dismissal back to what the journal kept of it."""
        table = schema.DismissalRow
        found = self._db.dicts(table.select().where(table.id == row_id))
        self._db.execute(table.delete().where(table.id == row_id))
        if before is None:
            return self._changed(dismissal_of(found[0]), "") if found else Changed()
        old = codec.from_json(Dismissal, before)
        row = {
            "id": row_id, "rule": old.rule, "card_id": old.card_id, "note_id": old.note_id,
            "fingerprint": old.fingerprint, "created_at": stamp(old.created_at or self._core.clock()),
        }  # fmt: skip
        self._db.execute(table.insert(row))
        return self._changed(old, "")
