"""What can go wrong with the file, each with a sentence for the person: what happened, what was kept, what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee


class StoreError(Exception):
    """A failure of the data file; `sentence` is fit to be shown."""

    def __init__(self, sentence: str, path: Path | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path


class NewerDatabase(StoreError):
    """The file was written by a later Salver; nothing in it was touched."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"Your cards were last opened by a newer Salver (format {found}, this one knows {known}). "
            "Nothing was changed. Install the newer Salver again to open them.",
            path,
        )


class DamagedDatabase(StoreError):
    """The file cannot be read as what it should be; `backup` is the newest one that verifies, if any."""

    def __init__(self, path: Path, problems: tuple[str, ...] = (), backup: Path | None = None) -> None:
        offer = (
            f"The newest good backup is {backup.name}; it can be restored."
            if backup
            else "There is no backup that can be read; the file may still be rescued by somebody who knows SQLite."
        )
        super().__init__(
            f"The file with your cards is damaged. It was kept as it is and will never be overwritten. {offer}", path
        )
        self.problems = problems
        self.backup = backup


class NotSalver(StoreError):
    """The file is a sound database, but of another program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} belongs to another program. It was not touched. Choose another folder for Salver's data.",
            path,
        )


class FolderNotWritable(StoreError):
    """Folder or file cannot be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Salver may not write in {path}. What was saved before is safe. "
            "Give your user the right to write there, or choose another data folder.",
            path,
        )


class ReadOnlyStore(StoreError):
    """The store was opened for reading only."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Your cards are open for reading only, so this was not saved. What was saved before is safe. "
            f"Make {path} writable and start Salver again to change them.",
            path,
        )


class DiskFull(StoreError):
    """No room left; the transaction was taken back as a whole."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The disk is full, so the last change is not saved yet. Everything before it is safe. "
            "Free some space; Salver then saves what is still on the screen.",
            path,
        )


class NoRoomForBackup(DiskFull):
    """No room left for a backup; the file itself is untouched."""

    def __init__(self, path: Path) -> None:
        StoreError.__init__(
            self,
            "The disk is full, so no backup was made. Your cards and the older backups are safe. "
            "Free some space; the next backup is made as soon as there is room.",
            path,
        )


class LockedElsewhere(StoreError):
    """Another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "Another program is using the file with your cards, so the last change is not saved yet. "
            "Everything before it is safe. Close the other program, or wait a moment and try again.",
            path,
        )


class FileGone(StoreError):
    """The file was moved or deleted under the running program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "The file with your cards was moved or deleted while Salver was using it, so the last change is not saved "
            f"yet. What is still on the screen is safe. Put the file back at {path}; Salver then saves it there.",
            path,
        )


class NotReadable(StoreError):
    """The device failed, or the file could not be opened."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The file with your cards could not be read or written ({path.name}). Everything saved before is safe "
            "as far as the disk is. Check the disk or its connection and try again.",
            path,
        )


class NoFolder(StoreError):
    """The data folder is none and cannot be made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The folder {path} for your cards could not be made; something else may stand in its place. "
            "Nothing was changed. Choose another folder for Salver's data.",
            path,
        )


class BadTarget(StoreError):
    """A place where no backup can be put, or from which none can be taken."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{why} Your cards are as they were.", path)


class BadBackup(StoreError):
    """A backup that does not verify, or is no backup at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is not a sound backup of Salver's cards, so nothing was restored. "
            "Your cards are as they were. Choose another backup.",
            path,
        )


class NotFound(StoreError):
    """A row that is no longer there, for instance because it was forgotten in the meantime."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This {what} is no longer there, so there was nothing to change.")


_FULL = {sqlite3.SQLITE_FULL}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT}
_DEVICE = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_NOLFS}


def from_sqlite(error: BaseException, path: Path) -> StoreError | None:
    """The store's own error for one of SQLite's or peewee's; None when it is a fault of the program."""
    original = getattr(error, "orig", error)
    if not isinstance(original, sqlite3.Error):
        return None
    if getattr(original, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED:
        return FileGone(path)
    code = getattr(original, "sqlite_errorcode", 0) & 0xFF
    if code in _FULL:
        return DiskFull(path)
    if code in _BUSY:
        return LockedElsewhere(path)
    if code in _READ_ONLY:
        return FolderNotWritable(path.parent)
    if code in _DAMAGED:
        return DamagedDatabase(path, (str(original),))
    if code in _DEVICE:
        return NotReadable(path)
    return None


def from_os(error: OSError, path: Path) -> StoreError:
    """The store's own error for one of the operating system's."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FolderNotWritable(path)
    return NotReadable(path)


def _behind(error: BaseException, path: Path) -> StoreError | None:
    """What failed first: on a full disk SQLite takes the transaction back itself, and peewee's rollback then fails."""
    step = error.__context__
    while step is not None:
        own = step if isinstance(step, StoreError) else from_sqlite(step, path)
        if own is not None:
            return own
        step = step.__context__
    return None


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Let only `StoreError` out for anything a file or disk can do to us."""
    try:
        yield
    except (peewee.PeeweeException, sqlite3.Error) as error:
        own = from_sqlite(error, path) or _behind(error, path)
        if own is None:
            raise
        raise own from error
    except OSError as error:
        raise from_os(error, path) from error
