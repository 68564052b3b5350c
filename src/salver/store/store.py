"""The store: one file of the person's own, opened, checked, and handed out in parts."""

from __future__ import annotations

import os
from pathlib import Path

from salver.store import errors, migrate
from salver.store.activities import Activities
from salver.store.cards import Cards
from salver.store.core import Core
from salver.store.db import FILE_NAME, Database, make_private
from salver.store.derive import Derived
from salver.store.dismissals import Dismissals
from salver.store.events import Events
from salver.store.journal import Journal
from salver.store.meetings import Meetings
from salver.store.notes import Notes
from salver.store.people import People
from salver.store.pictures import Pictures
from salver.store.search import Search
from salver.store.settings import SettingsTable
from salver.store.values import Clock

_MOST_KNOWN = 2_000


class Store:
    """Everything the person keeps. Used from one thread; only `backup` may be used from another."""

    def __init__(self, db: Database, folder: Path, clock: Clock) -> None:
        index = Search(db)
        core = Core(db, clock, Journal(db, clock), index, Derived(db, index))
        self._core = core
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
        reverts = {
            "card": self.cards.revert, "meeting": self.meetings.revert, "note": self.notes.revert,
            "event": self.events.revert, "activity": self.activities.revert, "dismissal": self.dismissals.revert,
            "settings": self.settings.revert,
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

    def close(self) -> None:
        """Close the file; again does nothing."""
        self._core.db.close()


def prepare_folder(folder: Path) -> None:
    """Make the folder and close it to others, whatever the umask. Raises StoreError."""
    with errors.translated(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)


def open_store(folder: Path, clock: Clock, *, read_only: bool = False) -> Store:
    """Open the store in a folder, making both when they are not there, and bring it to this schema.

    Raises a StoreError with a sentence when that cannot be: newer, damaged, of another program, locked, full disk.
    """
    if not read_only:
        prepare_folder(folder)
    path = folder / FILE_NAME
    with errors.translated(folder):
        if not path.exists():
            make_private(path)
        elif os.name == "posix" and not read_only and path.stat().st_mode & 0o077:
            path.chmod(0o600)
    db = Database(path, read_only=read_only)
    db.open()
    try:
        migrate.upgrade(db)
    except BaseException:
        db.close()
        raise
    return Store(db, folder, clock)
