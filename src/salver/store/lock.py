"""One Salver at a time writes to a data folder."""

from __future__ import annotations

import os
from pathlib import Path

from filelock import FileLock, Timeout

from salver.store import errors

FILE_NAME = "salver.lock"


class DataLock:
    """The lock of a data folder, held by the window and by every command that writes.

    The kernel gives it back when its holder ends in whatever way, so a file left behind locks nobody out.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._lock = FileLock(self.path, mode=0o600, thread_local=False)

    def acquire(self) -> bool:
        """Take the lock without waiting; False when somebody else holds it. Raises StoreError for a bad folder."""
        try:
            self._make_folder()
            self._lock.acquire(timeout=0)
            if os.name == "posix":
                self.path.chmod(0o600)
        except Timeout:
            return False
        except OSError as error:
            raise errors.from_os(error, self.path.parent) from error
        return True

    def _make_folder(self) -> None:
        folder = self.path.parent
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            own = errors.from_os(error, folder)
            raise (errors.NoFolder(folder) if isinstance(own, errors.NotReadable) else own) from error

    def release(self) -> None:
        """Give the lock back; again does nothing."""
        self._lock.release(force=True)

    @property
    def held(self) -> bool:
        """True while this object holds the lock."""
        return bool(self._lock.is_locked)
