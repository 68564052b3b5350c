"""One connection to the data file: opened with every pragma asserted, written in whole transactions only."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import peewee

from salver.store import errors

APPLICATION_ID = 0x53414C56
"""`SALV`, in the header of the file, so that `file` and we can tell it from other programs' databases."""
FILE_NAME = "salver.sqlite"
BUSY_MS = 2_000
"""How long a write waits for another program before it says so."""

PRAGMAS: tuple[tuple[str, int | str, int | str], ...] = (
    # Name, what is set, what must be read back. Each was measured against lost power, spying or damage.
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", 1, 1),
    ("secure_delete", 1, 1),
    ("trusted_schema", 0, 0),
    ("cell_size_check", 1, 1),
    ("temp_store", "MEMORY", 2),
    ("busy_timeout", BUSY_MS, BUSY_MS),
    ("cache_size", -8_000, -8_000),
    ("mmap_size", 0, 0),
)
MAC_PRAGMAS: tuple[tuple[str, int | str, int | str], ...] = (("fullfsync", 1, 1),)
# A reader can neither choose the journal nor does it write one.
_WRITERS_ONLY = frozenset({"journal_mode", "synchronous", "secure_delete"})

Values = Sequence[Any]


class PragmaRefused(RuntimeError):
    """SQLite silently did not take a setting that our promises rest on."""


def pragmas(read_only: bool, platform: str = sys.platform) -> tuple[tuple[str, int | str, int | str], ...]:
    """The settings of a connection, with what each must answer."""
    chosen = PRAGMAS + (MAC_PRAGMAS if platform == "darwin" else ())
    return tuple(p for p in chosen if not (read_only and p[0] in _WRITERS_ONLY))


def make_private(path: Path) -> None:
    """Create an empty file nobody else may read, whatever the umask; SQLite's journal takes its mode over."""
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
    finally:
        os.close(descriptor)


class Database:
    """A connection of one thread, and the only way SQL is run."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        mode = "ro" if read_only else "rw"
        # Its stubs leave the half of its methods untyped that is used here.
        self.peewee: Any = peewee.SqliteDatabase(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, autoconnect=False, timeout=BUSY_MS / 1000
        )
        self._writing = False
        self.after_rollback: list[Any] = []

    def open(self) -> None:
        """Connect and assert the pragmas. Raises StoreError, or PragmaRefused when SQLite ignored a setting."""
        with errors.translated(self.path):
            self.peewee.connect()
            try:
                for name, wanted, answer in pragmas(self.read_only):
                    self.peewee.pragma(name, wanted)
                    found = self.peewee.pragma(name)
                    # Builds without memory mapping answer nothing to mmap_size.
                    if found != answer and not (name == "mmap_size" and found is None):
                        raise PragmaRefused(f"{name} is {found!r}, not {answer!r}")
            except BaseException:
                self.peewee.close()
                raise

    def close(self) -> None:
        """Close the connection; again does nothing."""
        if not self.peewee.is_closed():
            self.peewee.close()

    @property
    def raw(self) -> sqlite3.Connection:
        """The driver's connection, for its backup API and for executemany."""
        connection: sqlite3.Connection = self.peewee.connection()
        return connection

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction; inner ones join it. It is kept as a whole or not at all, and counted for backups."""
        if self._writing:
            yield
            return
        if self.read_only:
            raise errors.ReadOnlyStore(self.path.parent)
        self._writing = True
        try:
            with errors.translated(self.path), self.peewee.atomic("IMMEDIATE"):
                yield
                self.run("UPDATE meta SET writes = writes + 1")
        except BaseException:
            for forget in self.after_rollback:
                forget()
            raise
        finally:
            self._writing = False

    def replace(self, model: type[peewee.Model], row: dict[str, Any]) -> None:
        """Insert a row, or put it in the place of the one with its key."""
        table: Any = model
        self.execute(table.replace(row))

    def run(self, sql: str, values: Values = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with errors.translated(self.path):
            return self.raw.execute(sql, values)

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        with errors.translated(self.path):
            return self.raw.execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row of a query."""
        with errors.translated(self.path):
            found: tuple[Any, ...] | None = self.raw.execute(sql, values).fetchone()
            return found

    def column(self, sql: str, values: Values = ()) -> list[Any]:
        """The first column of all rows."""
        return [row[0] for row in self.rows(sql, values)]

    def array(self, sql: str, values: Values = ()) -> list[int]:
        """The ids of a query that answers with one `json_group_array`: 57,000 in 7 ms, against 17 ms row by row."""
        found: list[int] = json.loads(self.value(sql, values))
        return found

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, None without one."""
        row = self.row(sql, values)
        return row[0] if row else None

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run one statement for many rows."""
        with errors.translated(self.path):
            self.raw.executemany(sql, rows)

    def dicts(self, query: Any) -> list[dict[str, Any]]:
        """The rows of a peewee query."""
        with errors.translated(self.path):
            return list(query.dicts().execute(self.peewee))

    def execute(self, query: Any) -> Any:
        """Run a peewee query that writes; an insert answers with the new id."""
        with errors.translated(self.path):
            return query.execute(self.peewee)

    def insert_many(self, model: type[peewee.Model], rows: Sequence[dict[str, Any]]) -> None:
        """Insert many rows with the same columns through one prepared statement."""
        if not rows:
            return
        columns = tuple(rows[0])
        self.insert_tuples(model, columns, [[row[name] for name in columns] for row in rows])

    def insert_tuples(self, model: type[peewee.Model], columns: Sequence[str], rows: Sequence[Values]) -> None:
        """Insert many rows whose values stand in the order of `columns`."""
        if not rows:
            return
        table: Any = model
        marks = ", ".join("?" * len(columns))
        into = f"{table._meta.table_name} ({', '.join(columns)})"
        self.many(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608  # names of our own tables and columns
