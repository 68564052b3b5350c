"""Events: the occasions at which people meet."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable

from salver.cards import names
from salver.cards.event import Event
from salver.store import codec, errors, rows, schema
from salver.store.codec import new_uid
from salver.store.core import Core, storable
from salver.store.values import Changed


class Events:
    """The events of one store."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def get(self, event_id: int) -> Event | None:
        """The event, also from the trash; None when there is none."""
        return self._first(schema.EventRow.select().where(schema.EventRow.id == event_id))

    def _first(self, query: object) -> Event | None:
        found = self._db.dicts(query)
        return rows.event_of(found[0]) if found else None

    def all(self) -> tuple[Event, ...]:
        """Every event, latest first by its start, or by when it was typed where it has none."""
        table = schema.EventRow
        found = [rows.event_of(row) for row in self._db.dicts(table.select().where(table.deleted_at.is_null()))]

        def when(event: Event) -> tuple[str, int]:
            return codec.local_text(event.starts or event.created_at) or "", event.id

        return tuple(sorted(found, key=when, reverse=True))

    def trashed(self) -> list[Event]:
        """Events in the trash, latest first."""
        table = schema.EventRow
        query = table.select().where(table.deleted_at.is_null(is_null=False)).order_by(table.deleted_at.desc())
        return [rows.event_of(row) for row in self._db.dicts(query)]

    def named(self, name: str) -> Event | None:
        """The latest event of this name, whatever its case and accents."""
        table = schema.EventRow
        query = table.select().where(table.folded == names.fold(name).strip(), table.deleted_at.is_null())
        return self._first(query.order_by(table.id.desc()).limit(1))

    def last_used(self) -> Event | None:
        """The event of the meeting that was typed last; the latest event when none was."""
        event_id = self._db.value(
            "SELECT event_id FROM meeting JOIN event ON event.id = meeting.event_id"
            " WHERE meeting.deleted_at IS NULL AND event.deleted_at IS NULL ORDER BY meeting.id DESC LIMIT 1"
        )
        if event_id:
            return self.get(event_id)
        return next(iter(self.all()), None)

    def put(self, event: Event, label: str = "") -> Changed:
        """Keep an event: a new one when its id is 0. A new name is taken over by its meetings."""
        event = storable(event)
        old = self.get(event.id) if event.id else None
        if event.id and old is None:
            raise errors.NotFound("event")
        if old is not None:
            event = dataclasses.replace(event, uid=old.uid, created_at=old.created_at, deleted_at=old.deleted_at)
            if event == old:
                return Changed()
        made = event.created_at or self._core.clock()
        event = dataclasses.replace(event, uid=event.uid or new_uid(), created_at=made)
        said = label or (f"change to {event.name}" if old else f"new event {event.name}").strip()
        with self._core.journal.action(said, label, ("event", event.id) if old else None):
            if old is not None:
                self._core.journal.record("event", old.id, None, old)
            event_id = self._write(event, old)
            if old is None:
                self._core.journal.record("event", event_id, None, None)
            cards = self._rename(event_id, event.name) if old and old.name != event.name else ()
            self._core.derived.refresh(cards)
        return Changed(cards=cards, events=(event_id,), label=said)

    def _rename(self, event_id: int, name: str) -> tuple[int, ...]:
        self._db.run("UPDATE meeting SET event = ? WHERE event_id = ?", (name, event_id))
        return tuple(self._db.column("SELECT DISTINCT card_id FROM meeting WHERE event_id = ?", (event_id,)))

    def _write(self, event: Event, old: Event | None) -> int:
        row, table = rows.event_row(event), schema.EventRow
        if old is not None:
            self._db.execute(table.update(row).where(table.id == event.id))
            return event.id
        if event.id:
            row["id"] = event.id
        return int(self._db.execute(table.insert(row)))

    def trash(self, ids: Iterable[int]) -> Changed:
        """Move events to the trash; their meetings keep the name."""
        return self._set_deleted(ids, "delete", self._core.clock())

    def restore(self, ids: Iterable[int]) -> Changed:
        """Take events out of the trash."""
        return self._set_deleted(ids, "restore", None)

    def _set_deleted(self, ids: Iterable[int], verb: str, when: dt.datetime | None) -> Changed:
        found = [event for event_id in ids if (event := self.get(event_id))]
        events = [event for event in found if (event.deleted_at is None) is (when is not None)]
        if not events:
            return Changed()
        label = f"{verb} {events[0].name}" if len(events) == 1 else f"{verb} {len(events)} events"
        with self._core.journal.action(label):
            for event in events:
                self._core.journal.record("event", event.id, None, event)
                self._write(dataclasses.replace(event, deleted_at=when), event)
        return Changed(events=tuple(event.id for event in events), label=label)

    def revert(self, row_id: int, before: str | None) -> Changed:
        """Put an event back to what the journal kept of it."""
        now = self.get(row_id)
        if before is None:
            cards = tuple(self._db.column("SELECT DISTINCT card_id FROM meeting WHERE event_id = ?", (row_id,)))
            self._db.execute(schema.EventRow.delete().where(schema.EventRow.id == row_id))
            return Changed(cards=cards, events=(row_id,))
        event = codec.from_json(Event, before)
        self._write(event, now)
        return Changed(cards=self._rename(row_id, event.name), events=(row_id,))
