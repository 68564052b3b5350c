"""Backups: whole, checked, hashed copies beside the file, made by SQLite's own backup.

A plain copy of a file in use was corrupt 67 times of 150, SQLite's never. Everything here
opens connections of its own, so that it may run in a thread beside the window.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from salver.store import check, errors, migrate, thinning
from salver.store.db import APPLICATION_ID, FILE_NAME, Database, make_private
from salver.store.values import Backup, Clock

FOLDER = "backups"
EVERY = dt.timedelta(minutes=30)
_PAGES = 2_000
"""Pages a step: the window's own writes come in between."""
_NAME = re.compile(r"salver-(\d{6,})-(\d{8}T\d{6}Z)-([a-z0-9-]+)\.sqlite")
_STAMP = "%Y%m%dT%H%M%SZ"


def checksum_path(path: Path) -> Path:
    """Where the SHA-256 of a backup lies; `sha256sum -c` reads it."""
    return path.with_name(path.name + ".sha256")


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sync(path: Path) -> None:
    if os.name != "posix" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _reading(path: Path, *, immutable: bool = False) -> Iterator[sqlite3.Connection]:
    options = "?mode=ro" + ("&immutable=1" if immutable else "")
    connection = sqlite3.connect(path.absolute().as_uri() + options, uri=True, timeout=2)
    try:
        yield connection
    finally:
        connection.close()


def copy_to(source: Path, target: Path) -> None:
    """A checked copy of a database that may be in use, with its checksum beside it; complete or not there at all.

    Raises StoreError; whatever stood at `target` is then untouched.
    """
    partial = target.with_name(f".{target.name}.partial")
    summed = checksum_path(partial)
    try:
        with errors.translated(source):
            for old in (partial, summed):
                old.unlink(missing_ok=True)
                make_private(old)
            with _reading(source) as reader, contextlib.closing(sqlite3.connect(partial)) as writer:
                # The copy is thrown away unless it is whole, so it needs no journal of its own.
                writer.execute("PRAGMA journal_mode = OFF")
                writer.execute("PRAGMA synchronous = OFF")
                reader.backup(writer, pages=_PAGES, sleep=0.01)
            seal(partial, target)
    except errors.DiskFull as error:
        raise errors.NoRoomForBackup(target) from error
    finally:
        for left in (partial, summed):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def seal(partial: Path, target: Path) -> None:
    """Check a finished file, write its checksum, and give it its name."""
    health = check.of_file(partial)
    if not health.sound:
        raise errors.DamagedDatabase(partial, health.problems)
    _sync(partial)
    summed = checksum_path(partial)
    summed.write_text(f"{digest_of(partial)}  {target.name}\n", encoding="utf-8")
    _sync(summed)
    summed.replace(checksum_path(target))
    partial.replace(target)
    _sync(target.parent)


def verify(path: Path) -> bool:
    """True when the checksum fits, the file is whole, and it is one of ours. Never raises for a bad file."""
    try:
        summed = checksum_path(path)
        if summed.exists() and summed.read_text(encoding="utf-8").split()[:1] != [digest_of(path)]:
            return False
        with _reading(path, immutable=True) as connection:
            ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            return bool(ours and whole and connection.execute("PRAGMA foreign_key_check").fetchone() is None)
    except (sqlite3.Error, OSError, ValueError):
        return False


def found_in(folder: Path) -> tuple[Backup, ...]:
    """The backups of a data folder, newest first by the number in their names."""
    backups = []
    with contextlib.suppress(OSError):
        for path in (folder / FOLDER).iterdir():
            match = _NAME.fullmatch(path.name)
            if match:
                made = dt.datetime.strptime(match[2], _STAMP).replace(tzinfo=dt.UTC)
                backups.append(Backup(path, made, match[3], checksum_path(path).exists(), int(match[1])))
    return tuple(sorted(backups, key=lambda backup: backup.number, reverse=True))


def newest_good(folder: Path) -> Path | None:
    """The newest backup of a data folder that verifies."""
    return next((backup.path for backup in found_in(folder) if verify(backup.path)), None)


class Backups:
    """The backups of one data folder. Safe to be used from another thread than the store."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock
        self.folder = path.parent / FOLDER

    def all(self) -> tuple[Backup, ...]:
        """The backups there are, newest first."""
        return found_in(self._path.parent)

    def verify(self, path: Path) -> bool:
        """True when the backup can be relied on."""
        return verify(path)

    def now(self, reason: str = "", *, force: bool = False) -> Path | None:
        """Make a backup and thin the old ones; None when nothing changed since the last one, unless forced.

        Raises StoreError.
        """
        return self.always(reason) if force or self._changed() else None

    def always(self, reason: str = "", sparing: Path | None = None) -> Path:
        """Make a backup whether or not anything changed, as before something risky; thinning leaves `sparing` be."""
        with errors.translated(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.name == "posix":
                self.folder.chmod(0o700)
        there = self.all()
        number = there[0].number + 1 if there else 1
        slug = re.sub(r"[^a-z0-9]+", "-", reason.casefold()).strip("-") or "backup"
        made = self._clock().astimezone(dt.UTC)
        target = self.folder / f"salver-{number:06}-{made.strftime(_STAMP)}-{slug}.sqlite"
        try:
            copy_to(self._path, target)
        except errors.DamagedDatabase as damage:
            # It is the file that is damaged, and no older backup gives way to it.
            raise errors.DamagedDatabase(self._path, damage.problems, newest_good(self._path.parent)) from damage
        self._thin(sparing)
        return target

    def to(self, target: Path) -> Path:
        """Make a backup under a name the person chose, to take it to another computer. Raises StoreError.

        Only an older backup is written over, never a file of another kind.
        """
        try:
            self._refuse_target(target)
        except OSError as error:
            raise errors.BadTarget(target, f"{target} could not be written: {error.strerror}.") from error
        copy_to(self._path, target)
        return target

    def _refuse_target(self, target: Path) -> None:
        parent = target.absolute().parent
        if target.is_dir():
            why = f"{target} is a folder. Name a file in it for the backup."
        elif not parent.is_dir():
            why = f"There is no folder {parent}, so no backup was made. Make it, or choose another."
        elif not os.access(parent, os.W_OK):
            why = f"You may not write in {parent}, so no backup was made. Choose another folder."
        elif target.exists() and target.samefile(self._path):
            why = f"{target} is the file Salver works with, not a place for its backup. Choose another name."
        elif target.exists() and not verify(target):
            why = f"{target} is there already and is no backup of Salver's. It was left alone. Choose another name."
        else:
            return
        raise errors.BadTarget(target, why)

    def due(self, now: dt.datetime) -> bool:
        """True when something changed and the last backup is half an hour old, or its date makes no sense."""
        there = self.all()
        if there and dt.timedelta(0) <= now - there[0].made_at < EVERY:
            return False
        return self._changed()

    def first_of_day(self, now: dt.datetime) -> bool:
        """True when something changed and no backup was made on this day (UTC) yet: the one at the start of day."""
        there = self.all()
        return not (there and there[0].made_at.date() == now.astimezone(dt.UTC).date()) and self._changed()

    def _changed(self) -> bool:
        there = self.all()
        if not there or not there[0].ok:
            return True
        try:
            with _reading(there[0].path, immutable=True) as connection:
                last = connection.execute("SELECT writes FROM meta").fetchone()
        except sqlite3.Error:
            return True
        with errors.translated(self._path), _reading(self._path) as connection:
            return bool(connection.execute("SELECT writes FROM meta").fetchone() != last)

    def _thin(self, sparing: Path | None) -> None:
        there = self.all()
        keep = thinning.kept([backup.made_at for backup in there])
        for position, backup in enumerate(there):
            if position not in keep and backup.path != sparing:
                with contextlib.suppress(OSError):
                    backup.path.unlink()
                    checksum_path(backup.path).unlink(missing_ok=True)

    def holding(self, uid: str) -> tuple[Path, ...]:
        """The backups that still hold a card, also one in their trash or merged there."""
        held = []
        for backup in self.all():
            try:
                with _reading(backup.path, immutable=True) as connection:
                    found = connection.execute(
                        "SELECT 1 FROM card WHERE uid = ? UNION ALL SELECT 1 FROM merged WHERE uid = ?", (uid, uid)
                    ).fetchone()
            except sqlite3.Error:
                # Unreadable is not the same as empty: the bytes may still be there.
                found = (1,)
            if found:
                held.append(backup.path)
        return tuple(held)


def _refuse_newer(path: Path) -> None:
    with errors.translated(path), _reading(path, immutable=True) as source:
        version = source.execute("PRAGMA user_version").fetchone()[0]
    newest = migrate.all_steps()[-1].number
    if version > newest:
        raise errors.NewerDatabase(path, version, newest)


def load(db: Database, path: Path) -> None:
    """Put a verified backup in the place of everything in the open file, in one transaction of SQLite's."""
    _refuse_newer(path)
    with errors.translated(db.path):
        writes = int(db.value("SELECT writes FROM meta"))
        with _reading(path, immutable=True) as source:
            source.backup(db.raw)
    migrate.upgrade(db)
    # Ahead of every backup's count, so that what is there now never passes for backed up.
    with db.write():
        db.run("UPDATE meta SET writes = max(writes, ?) + 1", (writes,))


def set_aside(path: Path, now: dt.datetime) -> Path:
    """Move a damaged file, and a journal beside it, out of the way. It is never overwritten or deleted."""
    with errors.translated(path.parent):
        base = path.with_name(f"{path.name}.damaged-{now.astimezone(dt.UTC).strftime(_STAMP)}")
        target, number = base, 1
        while target.exists():
            number += 1
            target = base.with_name(f"{base.name}-{number}")
        path.rename(target)
        journal = path.with_name(path.name + "-journal")
        if journal.exists():
            journal.rename(target.with_name(target.name + "-journal"))
        return target


def recover(folder: Path, backup: Path | None, clock: Clock) -> Path:
    """Set the damaged file of a data folder aside and put a backup in its place, or nothing when there is none.

    Answers with where the damaged file went. Raises BadBackup or NewerDatabase before anything is moved.
    """
    path = folder / FILE_NAME
    if backup is not None and not verify(backup):
        raise errors.BadBackup(backup)
    if backup is not None:
        _refuse_newer(backup)
    aside = set_aside(path, clock())
    if backup is not None:
        copy_to(backup, path)
        with contextlib.suppress(OSError):
            checksum_path(path).unlink()
    return aside
