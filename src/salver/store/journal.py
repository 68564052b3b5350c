"""Undo: what each row was before an action of the person, kept across restarts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from salver.store import codec, schema
from salver.store.codec import stamp
from salver.store.db import Database
from salver.store.values import Changed, Clock

PAUSE = dt.timedelta(seconds=2)
"""Typing in one field goes on as the same step until it rests this long."""
MOST_STEPS = 200
ADDED_CARDS = "added cards"
"""The kind of a change that stands for a run of new cards: `row_id` is the first, `before` the last."""
OLDEST = dt.timedelta(days=30)

Revert = Callable[[int, str | None], Changed]
"""Puts one row back to the JSON it had, or removes it (None). Answers with what changed."""


def _nothing(ids: tuple[int, ...]) -> None:
    del ids


class Journal:
    """The steps that can be undone. Recording happens inside the write it belongs to."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._open: int | None = None
        self._reverts: Mapping[str, Revert] = {}
        self._settle: Callable[[tuple[int, ...]], None] = _nothing
        db.after_rollback.append(self._forget_open)

    def connect(self, reverts: Mapping[str, Revert], settle: Callable[[tuple[int, ...]], None]) -> None:
        """Name what puts each kind of row back, and what brings list and index up to date afterwards."""
        self._reverts = reverts
        self._settle = settle

    def _forget_open(self) -> None:
        self._open = None

    @contextmanager
    def action(self, label: str, run: str = "", row: tuple[str, int] | None = None) -> Iterator[None]:
        """One step around the writes inside; inside another action they become part of that one.

        `run` is the caller's name for a run of typing: with the same run on the same `row` (kind and id)
        within the pause, the step before is continued.
        """
        if self._open is not None:
            yield
            return
        with self._db.write():
            now = self._clock()
            self._open = self._continued(run, row, now) if row else None
            if self._open is None:
                self._prune(now)
                step = {"label": label, "run": run, "at": stamp(now), "touched_at": stamp(now)}
                self._open = int(self._db.execute(schema.StepRow.insert(step)))
            else:
                self._db.run("UPDATE step SET touched_at = ?, label = ? WHERE id = ?", (stamp(now), label, self._open))
            try:
                yield
            finally:
                self._open = None

    def _continued(self, run: str, row: tuple[str, int] | None, now: dt.datetime) -> int | None:
        last = self._db.row("SELECT id, run, touched_at FROM step ORDER BY id DESC LIMIT 1")
        if last is None or row is None or last[1] != run:
            return None
        touched = codec.moment(last[2])
        if touched is None or not dt.timedelta(0) <= now - touched < PAUSE:
            return None
        held = self._db.value("SELECT 1 FROM change WHERE step_id = ? AND kind = ? AND row_id = ?", (last[0], *row))
        return int(last[0]) if held else None

    def fresh_step_of(self, card_id: int) -> bool:
        """True when the newest step is of this card and younger than the pause."""
        last = self._db.row("SELECT id, touched_at FROM step ORDER BY id DESC LIMIT 1")
        if last is None:
            return False
        touched = codec.moment(last[1])
        if touched is None or not dt.timedelta(0) <= self._clock() - touched < PAUSE:
            return False
        return bool(self._db.value("SELECT 1 FROM change WHERE step_id = ? AND card_id = ?", (last[0], card_id)))

    @contextmanager
    def joined(self) -> Iterator[None]:
        """Make the writes inside part of the newest step, as when a first letter also begins a draft."""
        if self._open is not None:
            yield
            return
        with self._db.write():
            self._open = self._db.value("SELECT max(id) FROM step")
            try:
                yield
            finally:
                self._open = None

    def record(self, kind: str, row_id: int, card_id: int | None, before: object | None) -> None:
        """Keep what the row was before this step; None when it was not there. Later changes in a step add nothing."""
        assert self._open is not None
        if self._db.value(
            "SELECT 1 FROM change WHERE step_id = ? AND kind = ? AND row_id = ?", (self._open, kind, row_id)
        ):
            return
        text = None if before is None else codec.to_json(before)
        self._db.run(
            "INSERT INTO change (step_id, kind, row_id, card_id, before) VALUES (?, ?, ?, ?, ?)",
            (self._open, kind, row_id, card_id, text),
        )

    def record_new_cards(self, first: int, last: int) -> None:
        """Keep that the cards of these ids, from the first to the last, were not there before this step."""
        assert self._open is not None
        self._db.run(
            "INSERT INTO change (step_id, kind, row_id, before) VALUES (?, ?, ?, ?)",
            (self._open, ADDED_CARDS, first, str(last)),
        )

    def label(self) -> str | None:
        """What undo would take back, None when there is nothing."""
        found: str | None = self._db.value("SELECT label FROM step ORDER BY id DESC LIMIT 1")
        return found

    def undo(self) -> Changed | None:
        """Take the newest step back as a whole; None when there is none."""
        with self._db.write():
            last = self._db.row("SELECT id, label FROM step ORDER BY id DESC LIMIT 1")
            if last is None:
                return None
            self._db.run("PRAGMA defer_foreign_keys = ON")
            changed = Changed.union(
                self._reverts[kind](row_id, before)
                for kind, row_id, before in self._db.rows(
                    "SELECT kind, row_id, before FROM change WHERE step_id = ? ORDER BY id DESC", (last[0],)
                )
            )
            self._settle(changed.cards)
            self._db.run("DELETE FROM step WHERE id = ?", (last[0],))
            return Changed(
                changed.cards, changed.meetings, changed.notes, changed.events, changed.settings, last[1],
                changed.everything,
            )  # fmt: skip

    def _prune(self, now: dt.datetime) -> None:
        oldest = stamp(now - OLDEST)
        self._db.run(
            "DELETE FROM step WHERE at < ? OR id <= (SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET ?)",
            (oldest, MOST_STEPS - 1),
        )

    def forget(self, card_ids: tuple[int, ...], words: tuple[str, ...]) -> None:
        """Remove every step that holds these cards, or any of the words in what it kept."""
        for card_id in card_ids:
            self._db.run(
                "DELETE FROM step WHERE id IN (SELECT step_id FROM change WHERE card_id = ? UNION SELECT step_id"
                " FROM change WHERE kind = ? AND ? BETWEEN row_id AND CAST(before AS INTEGER))",
                (card_id, ADDED_CARDS, card_id),
            )
        for word in words:
            self._db.run(
                "DELETE FROM step WHERE instr(label, ?) OR id IN (SELECT step_id FROM change WHERE instr(before, ?))",
                (word, word),
            )
