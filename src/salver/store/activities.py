"""Activities: the dated things that happened, from which the state of an invitation follows."""

from __future__ import annotations

import datetime as dt

from salver.cards.note import Activity, Deed
from salver.store import codec, errors, rows, schema
from salver.store.codec import stamp
from salver.store.core import Core, storable
from salver.store.values import Changed


class Activities:
    """The activities of one store."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def get(self, activity_id: int) -> Activity | None:
        """The activity; None when there is none."""
        found = self._db.dicts(schema.ActivityRow.select().where(schema.ActivityRow.id == activity_id))
        return rows.activity_of(found[0]) if found else None

    def of(self, card_id: int) -> tuple[Activity, ...]:
        """What happened with a person, oldest first."""
        table = schema.ActivityRow
        query = table.select().where(table.card_id == card_id).order_by(table.at, table.id)
        return tuple(rows.activity_of(row) for row in self._db.dicts(query))

    def notes_sent_since(self, since: dt.datetime) -> int:
        """How many invitations with a text went out since then."""
        return int(
            self._db.value(
                "SELECT count(*) FROM activity JOIN note ON note.id = activity.note_id"
                " WHERE activity.deed = 'sent' AND activity.at >= ? AND trim(note.text) <> ''"
                " AND coalesce(activity.channel, note.channel) = 'invitation'", (stamp(since),),
            )
        )  # fmt: skip

    def add(self, activity: Activity, label: str = "") -> Changed:
        """Keep that something happened. A draft's first letter becomes part of the step that typed it."""
        activity = storable(activity)
        if not self._db.value("SELECT 1 FROM card WHERE id = ?", (activity.card_id,)):
            raise errors.NotFound("card")
        said = label or f"mark as {activity.deed.value.replace('_', ' ')}"
        joins = activity.deed is Deed.DRAFTED and self._core.journal.fresh_step_of(activity.card_id)
        with self._core.journal.joined() if joins else self._core.journal.action(said):
            activity_id = int(self._db.execute(schema.ActivityRow.insert(rows.activity_row(activity))))
            self._core.journal.record("activity", activity_id, activity.card_id, None)
            self._core.derived.refresh([activity.card_id])
        notes = (activity.note_id,) if activity.note_id else ()
        return Changed(cards=(activity.card_id,), notes=notes, label=said)

    def replace(self, activity: Activity, label: str = "") -> Changed:
        """Correct what happened, such as its time."""
        old = self.get(activity.id)
        if old is None:
            raise errors.NotFound("entry")
        if old == activity:
            return Changed()
        said = label or ("correct the time" if old.at != activity.at else "correct an entry")
        table = schema.ActivityRow
        with self._core.journal.action(said):
            self._core.journal.record("activity", old.id, old.card_id, old)
            self._db.execute(table.update(rows.activity_row(storable(activity))).where(table.id == old.id))
            self._core.derived.refresh([old.card_id, activity.card_id])
        return Changed(cards=(activity.card_id,), label=said)

    def remove(self, activity_id: int, label: str = "") -> Changed:
        """Take back that something happened."""
        old = self.get(activity_id)
        if old is None:
            return Changed()
        said = label or f"take back {old.deed.value.replace('_', ' ')}"
        with self._core.journal.action(said):
            self._core.journal.record("activity", old.id, old.card_id, old)
            self._db.execute(schema.ActivityRow.delete().where(schema.ActivityRow.id == activity_id))
            self._core.derived.refresh([old.card_id])
        return Changed(cards=(old.card_id,), label=said)

    def revert(self, row_id: int, before: str | None) -> Changed:
        """Put an activity back to what the journal kept of it."""
        now = self.get(row_id)
        table = schema.ActivityRow
        cards = (now.card_id,) if now else ()
        self._db.execute(table.delete().where(table.id == row_id))
        if before is None:
            return Changed(cards=cards)
        activity = codec.from_json(Activity, before)
        row = rows.activity_row(activity)
        if row["note_id"] and not self._db.value("SELECT 1 FROM note WHERE id = ?", (row["note_id"],)):
            row["note_id"] = None
        self._db.execute(table.insert({"id": row_id, **row}))
        return Changed(cards=(*cards, activity.card_id))
