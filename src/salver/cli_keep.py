"""The commands `backup` and `restore`: everything into one file, and back."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from salver import cli
from salver.paths import Paths

Clock = Callable[[], dt.datetime]
BUSY = "Salver is open in another window. Nothing was changed; close it and try again."


def run_backup(args: argparse.Namespace, where: Paths, clock: Clock) -> int:
    """Make a verified copy; print where it lies."""
    from salver.store import errors, open_store

    if not where.database.exists():
        return cli.refuse(f"There is nothing to back up yet in {where.data}.")
    try:
        store = open_store(where.data, clock, read_only=True)
        try:
            made = store.backup.to(Path(args.file)) if args.file else store.backup.now("by hand", force=True)
        finally:
            store.close()
    except errors.StoreError as error:
        return cli.refuse(error.sentence)
    except OSError as error:
        return cli.refuse(f"The backup could not be written: {error.strerror}. Your cards are as they were.")
    print(f"Backed up and verified: {made}")
    return 0


def run_restore(args: argparse.Namespace, where: Paths, clock: Clock) -> int:
    """Bring a backup back, after backing up what is there."""
    from salver.store import errors, restore_into
    from salver.store.lock import DataLock

    source = Path(args.file)
    if not source.is_file():
        return cli.refuse(f"There is no file {source}. Nothing was changed.")
    lock = DataLock(where.data)
    if not lock.acquire():
        return cli.refuse(BUSY)
    try:
        before = restore_into(where.data, source, clock)
    except errors.StoreError as error:
        return cli.refuse(error.sentence)
    except OSError as error:
        return cli.refuse(f"The backup could not be brought back: {error.strerror}. Your cards are as they were.")
    finally:
        lock.release()
    print(f"Restored {source}.")
    if before is not None:
        print(f"What was there before lies in {before}.", file=sys.stdout)
    return 0
