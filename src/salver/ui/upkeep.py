"""What an open file needs while its window is there: a check at the start, backups, and old trash taken out."""

from __future__ import annotations

import datetime as dt
import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from salver.store import Changed, errors
from salver.store.backup import newest_good
from salver.store.check import Health, of_file
from salver.ui.desk import Desk
from salver.ui.texts import SafeWords

_log = logging.getLogger(__name__)
BACKUP_EVERY_MS = 5 * 60_000
"""How often it is asked whether a backup is due; the store decides (every 30 minutes, if something changed)."""


def look_over(path: Path) -> tuple[Health, errors.DamagedDatabase | None]:
    """What a check of the file finds, and with damage, what is to be told. May run on the worker."""
    health = of_file(path)
    damage = None if health.sound else errors.DamagedDatabase(path, health.problems, newest_good(path.parent))
    return health, damage


class Upkeep(QObject):
    """Looks after the file of a desk, on the worker. `damaged` carries the DamagedDatabase to be told."""

    damaged = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._store = desk.store
        self._told_of_backup = False
        self._backups = QTimer(self)
        self._backups.timeout.connect(self.back_up_if_due)
        self._backups.start(BACKUP_EVERY_MS)

    def look_over(self) -> None:
        """Check the whole file, once everything is in sight; then make the first backup of the day."""
        path = self._store.path
        self._desk.tasks.run(lambda: look_over(path), self._looked_over)

    def _looked_over(self, found: tuple[Health, errors.DamagedDatabase | None]) -> None:
        health, damage = found
        if damage is not None:
            self.damaged.emit(damage)
            return
        if self._store.read_only:
            return
        if not health.index_ok:
            self._store.rebuild_index()
            self._desk.announce(Changed(everything=True))
        now = self._desk.now()
        self._desk.tasks.run(
            lambda: self._store.backup.now("start of day") if self._store.backup.first_of_day(now) else None,
            lambda _: self.empty_old_trash(),
            self._not_backed_up,
        )

    def empty_old_trash(self) -> None:
        """Remove for good what lay in the trash for as many days as the settings say; they say so only when asked."""
        try:
            days = self._store.settings.get().empty_trash_days
            if days is not None:
                changed = self._store.cards.empty_trash(self._desk.now() - dt.timedelta(days=days))
                if changed != Changed():
                    self._desk.announce(changed)
        except errors.StoreError as error:
            _log.error("trash not emptied: %s", type(error).__name__)

    def back_up_if_due(self) -> None:
        """Make a backup, when the store says that one is due."""
        if not self._store.read_only:
            now = self._desk.now()
            self._desk.tasks.run(
                lambda: self._store.backup.now("regular") if self._store.backup.due(now) else None,
                lambda _: None,
                self._not_backed_up,
            )

    def _not_backed_up(self, error: Exception) -> None:
        """Say it once; it is tried again, and said again only in the next session."""
        if not self._told_of_backup:
            self._told_of_backup = True
            self._desk.say(error.sentence if isinstance(error, errors.StoreError) else SafeWords.NOT_BACKED_UP)

    def stop(self) -> None:
        """Ask no more whether a backup is due."""
        self._backups.stop()

    def back_up_at_quit(self) -> None:
        """Make the last backup, here and now: the worker has been joined."""
        try:
            self._store.backup.now("at quit")
        except (errors.StoreError, OSError) as error:
            _log.error("no backup at quit: %s", type(error).__name__)
