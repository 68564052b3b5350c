"""Brings a file to the schema of this Salver, one numbered step after the other, or refuses it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from salver.store import errors, steps
from salver.store.db import APPLICATION_ID, Database


@dataclass(frozen=True, slots=True)
class Step:
    """One migration: brings the schema from `number - 1` to `number`, on table names, never on models."""

    number: int
    up: Callable[[Database], None]


class MigrationFailed(RuntimeError):
    """A step left rows without their parents; the file is as it was before."""


def all_steps() -> tuple[Step, ...]:
    """The steps that ship, in order; their numbers have no gap."""
    found = []
    for module in pkgutil.iter_modules(steps.__path__):
        code = importlib.import_module(f"{steps.__name__}.{module.name}")
        found.append(Step(code.NUMBER, code.up))
    found.sort(key=lambda step: step.number)
    assert [step.number for step in found] == list(range(1, len(found) + 1))
    return tuple(found)


def version_of(db: Database) -> int:
    """The schema number in the file's header; 0 for an empty file. Raises NotSalver, NewerDatabase or StoreError."""
    version = int(db.value("PRAGMA user_version"))
    application = int(db.value("PRAGMA application_id"))
    tables = int(db.value("SELECT count(*) FROM sqlite_master"))
    if application != APPLICATION_ID and (tables or application or version):
        raise errors.NotSalver(db.path)
    return version


def upgrade(
    db: Database, before: Callable[[], object] = lambda: None, chain: Iterable[Step] | None = None
) -> tuple[int, int]:
    """Run what is missing and answer with the versions from and to.

    `before` is called once ahead of the first step on a file that holds something, to back it up. Must be
    called outside of any transaction: the switch of foreign keys is ignored inside one, and rebuilding a table
    would then delete its children. A step that fails leaves the file at the step before it.
    """
    chain = all_steps() if chain is None else tuple(chain)
    newest = max(step.number for step in chain)
    found = version_of(db)
    if found > newest:
        raise errors.NewerDatabase(db.path, found, newest)
    missing = [step for step in chain if step.number > found]
    if not missing:
        return found, found
    if db.read_only:
        raise errors.ReadOnlyStore(db.path.parent)
    if found:
        before()
    assert not db.peewee.in_transaction()
    for step in missing:
        _run(db, step)
    return found, newest


def _run(db: Database, step: Step) -> None:
    # Most starts have nothing to migrate, and this loads the drivers of other databases.
    from playhouse.migrate import SqliteMigrator

    with errors.translated(db.path), SqliteMigrator(db.peewee).migration_context():
        step.up(db)
        orphans = db.rows("PRAGMA foreign_key_check")
        if orphans:
            raise MigrationFailed(f"step {step.number} left {len(orphans)} rows without their parents")
        db.peewee.pragma("application_id", APPLICATION_ID)
        db.peewee.pragma("user_version", step.number)
