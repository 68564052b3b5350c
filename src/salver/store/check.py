"""Is the file whole? Asked at the start, of every backup, and before anything is restored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from salver.store import errors
from salver.store.db import Database

_MOST_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found. `problems` are damage; a wrong index is only built anew."""

    problems: tuple[str, ...] = ()
    index_ok: bool = True

    @property
    def sound(self) -> bool:
        """True when no data is damaged."""
        return not self.problems


def of_database(db: Database) -> Health:
    """Check pages, foreign keys, and that list and index hold every living card."""
    try:
        problems = [row[0] for row in db.rows(f"PRAGMA integrity_check({_MOST_PROBLEMS})") if row[0] != "ok"]
        if problems:
            return Health(tuple(problems))
        orphans = db.rows("PRAGMA foreign_key_check")
        if orphans:
            tables = sorted({row[0] for row in orphans})
            return Health((f"{len(orphans)} rows without what they belong to, in {', '.join(tables)}",))
        return Health(index_ok=_index_is_whole(db))
    except errors.DamagedDatabase as error:
        return Health(error.problems or ("unreadable",))


def _index_is_whole(db: Database) -> bool:
    living, listed, both = db.row(
        "SELECT (SELECT count(*) FROM card) - (SELECT count(*) FROM card WHERE deleted_at IS NOT NULL),"
        " (SELECT count(*) FROM person),"
        " (SELECT count(*) FROM search_docsize) + (SELECT count(*) FROM parts_docsize)"
    ) or (0, 0, 0)
    return bool(living == listed and both == 2 * listed)


def thorough_index(db: Database) -> bool:
    """Read the whole index against its words; slower than all else together, for the self-test and after damage."""
    try:
        db.run("INSERT INTO search (search) VALUES ('integrity-check')")
        db.run("INSERT INTO parts (parts) VALUES ('integrity-check')")
    except errors.DamagedDatabase:
        return False
    return _index_is_whole(db)


def of_file(path: Path) -> Health:
    """The same over a connection of its own, so that it can run beside the window. Raises StoreError but for damage."""
    db = Database(path, read_only=True)
    try:
        db.open()
    except errors.DamagedDatabase as error:
        return Health(error.problems or ("unreadable",))
    try:
        return of_database(db)
    finally:
        db.close()
