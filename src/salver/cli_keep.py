"""The commands `backup` and `restore`: everything into one file, and back."""

from __future__ import annotations

import argparse
import datetime as dt
import os
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
        return cli.refuse(f"There are no cards yet in {where.data}, so there is nothing to back up.")
    try:
        store = open_store(where.data, clock, read_only=True)
        try:
            made = store.backup.to(Path(args.file)) if args.file else store.backup.now("by hand", force=True)
        finally:
            store.close()
    except errors.StoreError as error:
        return cli.refuse(error.sentence)
    print(f"Backed up and verified: {made}")
    return 0


def run_restore(args: argparse.Namespace, where: Paths, clock: Clock) -> int:
    """Bring a backup back, after backing up what is there."""
    from salver.store import errors, restore_into
    from salver.store.lock import DataLock

    source = Path(args.file)
    if not source.is_file():
        what = f"{source} is a folder; name a file in it." if source.is_dir() else f"There is no file {source}."
        return cli.refuse(f"{what} Nothing was changed.")
    if not os.access(source, os.R_OK):
        return cli.refuse(f"You have no right to read {source}. Nothing was changed.")
    lock = DataLock(where.data)
    try:
        if not lock.acquire():
            return cli.refuse(BUSY)
        before = restore_into(where.data, source, clock)
    except errors.StoreError as error:
        return cli.refuse(error.sentence)
    finally:
        lock.release()
    print(f"Restored {source}.")
    if before is not None:
        print(f"What was there before lies in {before}.")
    return 0
