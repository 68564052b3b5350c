"""Migrations: a backup first, children kept, all or nothing, the newer refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playhouse.migrate import SqliteMigrator
from playhouse.migrate import migrate as run

from salver.cards.meeting import Promise
from salver.store import Filter, Store, backup, migrate, open_store
from salver.store.db import FILE_NAME, Database, make_private

Add = Callable[..., int]


def _add_column(db: Database) -> None:
    import peewee

    run(SqliteMigrator(db.peewee).add_column("card", "shoe_size", peewee.IntegerField(default=0)))


def _orphans(db: Database) -> None:
    db.run("CREATE TABLE more (id INTEGER PRIMARY KEY)")
    db.run("INSERT INTO promise (meeting_id, position, text, by) VALUES (999, 0, 'x', 'me')")


def _counts(db: Database) -> dict[str, int]:
    tables = ("card", "line", "tag", "meeting", "promise", "meeting_line", "note", "person", "search")
    return {table: db.value(f"SELECT count(*) FROM {table}") for table in tables}


@pytest.fixture
def filled(store: Store, add: Add, meet: Add, folder: Path) -> Database:
    for number in range(10):
        card_id = add(f"Person {number}", tags=("x",))
        meet(card_id, promises=(Promise("call"),), topics=("a", "b"))
    store.close()
    db = Database(folder / FILE_NAME)
    db.open()
    return db


def test_rebuilding_a_table_keeps_every_child(filled: Database) -> None:
    before = _counts(filled)
    chain = (*migrate.all_steps(), migrate.Step(2, _add_column))
    assert migrate.upgrade(filled, chain=chain) == (1, 2)
    assert _counts(filled) == before
    assert filled.value("SELECT sum(shoe_size) FROM card") == 0
    assert filled.value("PRAGMA foreign_keys") == 1
    assert filled.value("PRAGMA user_version") == 2
    filled.close()


def test_a_backup_is_made_before_the_first_step_and_only_then(filled: Database, folder: Path, clock: Any) -> None:
    made = []
    chain = (*migrate.all_steps(), migrate.Step(2, _add_column), migrate.Step(3, lambda db: None))

    def before() -> None:
        assert filled.value("PRAGMA user_version") == 1
        made.append(backup.Backups(folder / FILE_NAME, clock).always("before-upgrade"))

    migrate.upgrade(filled, before, chain)
    assert len(made) == 1
    assert backup.verify(made[0])
    migrate.upgrade(filled, before, chain)
    assert len(made) == 1
    filled.close()


def test_a_step_that_leaves_orphans_is_taken_back_whole(filled: Database) -> None:
    before = filled.rows("SELECT sql FROM sqlite_master ORDER BY name")
    counts = _counts(filled)
    with pytest.raises(migrate.MigrationFailed):
        migrate.upgrade(filled, chain=(*migrate.all_steps(), migrate.Step(2, _orphans)))
    assert filled.value("PRAGMA user_version") == 1
    assert filled.value("PRAGMA foreign_keys") == 1
    assert filled.rows("SELECT sql FROM sqlite_master ORDER BY name") == before
    assert _counts(filled) == counts
    filled.close()


def test_a_step_is_never_run_inside_a_transaction(filled: Database) -> None:
    with pytest.raises(AssertionError), filled.peewee.atomic():
        migrate.upgrade(filled, chain=(*migrate.all_steps(), migrate.Step(2, _add_column)))
    filled.close()


def test_a_fresh_file_runs_the_same_steps_as_an_old_one(tmp_path: Path, clock: Any, store: Store) -> None:
    path = tmp_path / "fresh.sqlite"
    make_private(path)
    db = Database(path)
    db.open()
    assert migrate.upgrade(db) == (0, migrate.all_steps()[-1].number)
    fresh = db.rows("SELECT type, name, sql FROM sqlite_master ORDER BY name")
    assert fresh == store._core.db.rows("SELECT type, name, sql FROM sqlite_master ORDER BY name")
    db.close()


def test_no_trigger_touches_the_index(store: Store) -> None:
    assert store._core.db.rows("SELECT name FROM sqlite_master WHERE type = 'trigger'") == []


def test_every_old_schema_opens_with_all_it_held(tmp_path: Path, clock: Any) -> None:
    import sqlite3

    for dump in sorted((Path(__file__).parent / "old").glob("*.sql")):
        folder = tmp_path / dump.stem
        folder.mkdir()
        old = sqlite3.connect(folder / FILE_NAME)
        old.executescript(dump.read_text(encoding="utf-8"))
        old.close()
        store = open_store(folder, clock)
        assert [row.name for row in store.people.rows(store.people.ids(Filter()))] == ["Bo Berg", "Ana Ruiz"]
        assert len(store.meetings.of(store.people.ids(Filter(text="ruiz"))[0])) == 1
        store.close()
