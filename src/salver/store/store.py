"""The store: one file of the person's own, opened, checked, and handed out in parts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from salver.store import backup, check, errors, forget, migrate
from salver.store.activities import Activities
from salver.store.backup import Backups
from salver.store.cards import Cards
from salver.store.check import Health
from salver.store.core import Core
from salver.store.db import FILE_NAME, Database, make_private
from salver.store.derive import Derived
from salver.store.dismissals import Dismissals
from salver.store.errors import StoreError
from salver.store.events import Events
from salver.store.journal import ADDED_CARDS, Journal
from salver.store.meetings import Meetings
from salver.store.notes import Notes
from salver.store.people import People
from salver.store.pictures import Pictures
from salver.store.search import Search
from salver.store.settings import SettingsTable
from salver.store.values import Changed, Clock

_MOST_KNOWN = 2_000


def core_of(db: Database, clock: Clock) -> Core:
    """What the tables of an open file share."""
    index = Search(db)
    return Core(db, clock, Journal(db, clock), index, Derived(db, index))


class StoreBackups(Backups):
    """The backups, with what needs the open file: restoring, and rewriting old ones. Those two in its thread only."""

    def __init__(self, core: Core) -> None:
        super().__init__(core.db.path, core.clock)
        self._core = core

    def restore(self, path: Path) -> Changed:
        """Back up what is there, then put a backup from anywhere in its place. Raises BadBackup, NewerDatabase."""
        if self._core.db.read_only:
            raise errors.ReadOnlyStore(self._core.db.path.parent)
        if not self.verify(path):
            raise errors.BadBackup(path)
        if path.samefile(self._core.db.path):
            raise errors.BadTarget(path, f"{path.name} is the file Salver works with, so there is nothing to restore.")
        self.always("before-restore", sparing=path)
        try:
            backup.load(self._core.db, path)
        finally:
            self._core.index.forget_caches()
        return Changed(everything=True, settings=True, label=f"restore {path.name}")

    def rewrite_without(self, uid: str, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Write backups anew without a forgotten person; answers with those that could not be."""
        left = []
        for path in paths:
            try:
                forget.rewrite_backup(self._open_core, uid, path)
            except StoreError:
                left.append(path)
        return tuple(left)

    def _open_core(self, path: Path) -> Core:
        db = Database(path)
        db.open()
        return core_of(db, self._core.clock)


class Store:
    """Everything the person keeps. Used from one thread; only `backup` may be used from another."""

    def __init__(self, db: Database, folder: Path, clock: Clock, notice: str = "") -> None:
        core = core_of(db, clock)
        self._core = core
        self.notice = notice
        """A sentence to show once after opening, as when the folder can only be read; else empty."""
        self.folder = folder
        self.read_only = db.read_only
        self.journal = core.journal
        self.cards = Cards(core)
        self.people = People(core)
        self.meetings = Meetings(core)
        self.events = Events(core)
        self.notes = Notes(core)
        self.activities = Activities(core)
        self.dismissals = Dismissals(core)
        self.settings = SettingsTable(core)
        self.pictures = Pictures(core)
        self.backup = StoreBackups(core)
        reverts = {
            "card": self.cards.revert, "meeting": self.meetings.revert, "note": self.notes.revert,
            "event": self.events.revert, "activity": self.activities.revert, "dismissal": self.dismissals.revert,
            "settings": self.settings.revert, ADDED_CARDS: self.cards.revert_added,
        }  # fmt: skip
        core.journal.connect(reverts, core.derived.refresh)

    @property
    def path(self) -> Path:
        """The file."""
        return self._core.db.path

    def known_names(self) -> tuple[str, ...]:
        """First names, surnames and companies of the latest cards, for spelling."""
        found = self._core.db.rows(
            "SELECT first_name, last_name, nickname, company FROM card WHERE deleted_at IS NULL"
            " ORDER BY id DESC LIMIT ?", (_MOST_KNOWN,),
        )  # fmt: skip
        return tuple(dict.fromkeys(name for row in found for name in row if name))

    def check(self, *, thorough: bool = False) -> Health:
        """Check the file and build list and index anew where they are wrong. Damage is told, never mended by guess.

        `thorough` reads every word of the index too, which takes longer than all else together.
        """
        health = check.of_database(self._core.db)
        if thorough and health.sound and health.index_ok and not self.read_only:
            health = Health(index_ok=check.thorough_index(self._core.db))
        if health.sound and not health.index_ok and not self.read_only:
            self.rebuild_index()
        return health

    def rebuild_index(self) -> None:
        """Build list and index anew from the cards."""
        self._core.derived.rebuild()

    def close(self) -> None:
        """Close the file; again does nothing."""
        self._core.db.close()


def _may_only_read(path: Path) -> bool:
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _prepare(folder: Path, path: Path) -> None:
    """Make folder and file, closed to others whatever the umask. Raises StoreError."""
    with errors.translated(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
        if not path.exists():
            make_private(path)
        elif path.stat().st_size == 0 and backup.found_in(folder):
            # An empty file beside backups was not always empty; opening it would hide the loss.
            raise errors.DamagedDatabase(path, ("the file is empty",), backup.newest_good(folder))
        elif os.name == "posix" and path.stat().st_mode & 0o077:
            path.chmod(0o600)


def open_store(folder: Path, clock: Clock, *, read_only: bool = False, check_first: bool = True) -> Store:
    """Open the store in a folder, making both when they are not there, and bring it to this schema.

    Where folder or file may only be read, it is opened so, and `notice` says it.
    `check_first` reads the whole file for damage; a window that wants to be there at once passes False and has
    `check.of_file` run beside it. Raises a StoreError with a sentence when it cannot be opened: newer, damaged (with
    the newest backup that verifies), of another program, locked, full disk.
    """
    path = folder / FILE_NAME
    notice = ""
    if not read_only and _may_only_read(path):
        read_only, notice = True, errors.ReadOnlyStore(folder).sentence
    if not read_only:
        _prepare(folder, path)
    db = Database(path, read_only=read_only)
    try:
        db.open()
        migrate.upgrade(db, lambda: Backups(path, clock).always("before-upgrade"))
        store = Store(db, folder, clock, notice)
        if check_first:
            health = store.check()
            if not health.sound:
                raise errors.DamagedDatabase(path, health.problems)
    except errors.DamagedDatabase as damage:
        db.close()
        raise errors.DamagedDatabase(path, damage.problems, backup.newest_good(folder)) from damage
    except BaseException:
        db.close()
        raise
    return store


def restore_into(folder: Path, source: Path, clock: Clock) -> Path | None:
    """Put a backup in the place of whatever a data folder holds, sound, damaged or nothing; for the command line.

    Answers with where that lies now: in a new backup, or set aside as it was. Raises BadBackup or NewerDatabase
    before anything is touched, and StoreError.
    """
    if not backup.verify(source):
        raise errors.BadBackup(source)
    there = (folder / FILE_NAME).exists()
    try:
        store = open_store(folder, clock)
    except errors.DamagedDatabase:
        return backup.recover(folder, source, clock)
    try:
        store.backup.restore(source)
        return store.backup.all()[0].path if there else None
    finally:
        store.close()
