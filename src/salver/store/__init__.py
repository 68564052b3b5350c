"""The person's file: the only home of peewee. Hands out and takes values, answers with the ids that changed."""

from salver.store import errors
from salver.store.check import Health
from salver.store.check import of_file as check_file
from salver.store.errors import StoreError
from salver.store.lock import DataLock
from salver.store.settings import Settings
from salver.store.store import Store, open_store, restore_into
from salver.store.values import Backup, Bundle, Changed, Dismissal, Filter, Forgotten, Row

__all__ = [
    "Backup",
    "Bundle",
    "Changed",
    "DataLock",
    "Dismissal",
    "Filter",
    "Forgotten",
    "Health",
    "Row",
    "Settings",
    "Store",
    "StoreError",
    "check_file",
    "errors",
    "open_store",
    "restore_into",
]  # fmt: skip
