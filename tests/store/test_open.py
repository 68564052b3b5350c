"""Opening the file: every setting asserted, closed to others, and refused with a sentence when it is not ours."""

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import Any

import pytest

from salver.cards.card import Card
from salver.store import Bundle, Filter, backup, db, errors, migrate, open_store, schema
from salver.store.db import FILE_NAME, Database, PragmaRefused
from salver.store.store import Store


def test_every_setting_of_the_design_is_in_force_after_opening(store: Store) -> None:
    live = store._core.db.peewee
    found = {name: live.pragma(name) for name, _, _ in db.PRAGMAS}
    assert found["journal_mode"] == "truncate"
    assert found["synchronous"] == 3
    assert found["foreign_keys"] == 1
    assert found["secure_delete"] == 1
    assert found["trusted_schema"] == 0
    assert found["cell_size_check"] == 1
    assert found["temp_store"] == 2
    assert found["busy_timeout"] == db.BUSY_MS
    assert live.pragma("application_id") == db.APPLICATION_ID
    assert live.pragma("user_version") == migrate.all_steps()[-1].number


def test_a_setting_that_sqlite_ignores_is_noticed(folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(db, "PRAGMAS", (*db.PRAGMAS, ("no_such_setting", 1, 1)))
    with pytest.raises(PragmaRefused, match="no_such_setting"):
        Database(folder / FILE_NAME).open()


def test_on_a_mac_the_drive_itself_is_told_to_write() -> None:
    assert ("fullfsync", 1, 1) in db.pragmas(read_only=False, platform="darwin")
    assert ("fullfsync", 1, 1) not in db.pragmas(read_only=False, platform="linux")


def test_nothing_connects_by_itself(store: Store) -> None:
    assert store._core.db.peewee.autoconnect is False


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")
def test_files_are_closed_to_others_even_under_an_open_umask(folder: Path, clock: Any) -> None:
    code = f"""
        import datetime as dt, os
        from pathlib import Path
        os.umask(0)
        from salver.cards.card import Card
        from salver.store import DataLock, open_store
        folder = Path({str(folder)!r})
        assert DataLock(folder).acquire()
        store = open_store(folder, lambda: dt.datetime(2026, 4, 24, tzinfo=dt.UTC))
        store.cards.put(Card(first_name="Ana"))
        store.backup.now("quit")
        with store._core.db.write():
            store._core.db.run("UPDATE card SET title = 'CTO'")
            for path in folder.rglob("*"):
                mode = path.stat().st_mode & 0o777
                assert mode == (0o700 if path.is_dir() else 0o600), (path, oct(mode))
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {path.name for path in folder.iterdir()} >= {FILE_NAME, "salver.lock", "backups"}


@pytest.mark.skipif(os.name != "posix", reason="modes of files are POSIX's")
def test_modes_that_were_too_open_are_closed_again(folder: Path, store: Store, clock: Any) -> None:
    store.close()
    folder.chmod(0o755)
    (folder / FILE_NAME).chmod(0o644)
    open_store(folder, clock).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_the_tables_are_what_the_models_say(store: Store) -> None:
    kinds = {"AUTO": "INTEGER", "INT": "INTEGER", "TEXT": "TEXT", "BLOB": "BLOB"}
    for model in schema.MODELS:
        table = model._meta.table_name  # type: ignore[attr-defined]  # peewee's own way to tell
        found = {row[1]: (row[2], bool(row[3] or row[5])) for row in store._core.db.rows(f"PRAGMA table_info({table})")}
        said = {
            field.column_name: (kinds[field.field_type], not field.null)
            for field in model._meta.sorted_fields  # type: ignore[attr-defined]
        }
        assert found == said, table


def test_a_newer_file_is_refused_and_not_a_byte_of_it_changes(folder: Path, store: Store, clock: Any) -> None:
    store.cards.put(Card(first_name="Ana"))
    store._core.db.peewee.pragma("user_version", 999)
    store.close()
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(errors.NewerDatabase) as caught:
        open_store(folder, clock)
    assert "newer Salver" in caught.value.sentence
    assert "Nothing was changed" in caught.value.sentence
    assert (folder / FILE_NAME).read_bytes() == before


def test_another_programs_database_is_refused(folder: Path, clock: Any) -> None:
    folder.mkdir()
    other = sqlite3.connect(folder / FILE_NAME)
    other.execute("CREATE TABLE bookmarks (url)")
    other.close()
    with pytest.raises(errors.NotSalver, match="another program"):
        open_store(folder, clock)


@pytest.mark.parametrize("damage", ["header", "middle", "cut", "empty", "text"])
def test_a_damaged_file_is_told_kept_and_the_newest_good_backup_is_offered(
    folder: Path, store: Store, clock: Any, damage: str
) -> None:
    store.cards.add_many(Bundle(Card(first_name="Ana", about=f"{n} " + "words " * 60)) for n in range(400))
    good = store.backup.now("quit")
    store.close()
    path = folder / FILE_NAME
    whole = path.read_bytes()
    broken = {
        "header": b"\xff" * 100 + whole[100:],
        "middle": whole[: len(whole) // 2] + b"\x55" * 20_000 + whole[len(whole) // 2 + 20_000 :],
        "cut": whole[: len(whole) // 3],
        "empty": b"",
        "text": b"Dear diary\n" * 1000,
    }[damage]
    path.write_bytes(broken)
    with pytest.raises(errors.DamagedDatabase) as caught:
        open_store(folder, clock)
    assert "damaged" in caught.value.sentence
    assert good is not None
    assert caught.value.backup == good
    assert good.name in caught.value.sentence
    assert path.read_bytes() == broken

    aside = backup.recover(folder, good, clock)
    assert aside.name.startswith(f"{FILE_NAME}.damaged-")
    assert aside.read_bytes() == broken
    again = open_store(folder, clock)
    assert again.people.counts()["everyone"] == 400
    again.close()


def test_two_damaged_files_of_one_second_are_both_kept(folder: Path, clock: Any) -> None:
    folder.mkdir()
    for content in (b"first", b"second"):
        (folder / FILE_NAME).write_bytes(content)
        backup.recover(folder, None, clock)
    assert {p.read_bytes() for p in folder.glob("*.damaged-*")} == {b"first", b"second"}


@pytest.mark.skipif(os.name != "posix", reason="rights of folders are POSIX's")
def test_a_folder_that_may_only_be_read_is_opened_for_reading_with_a_sentence(clock: Any) -> None:
    code = """
        import datetime as dt, os, sys
        from pathlib import Path
        from salver.cards.card import Card
        from salver.store import errors, open_store
        folder = Path(sys.argv[1]) / "Salver"
        now = lambda: dt.datetime(2026, 4, 24, tzinfo=dt.UTC)
        store = open_store(folder, now)
        card_id = store.cards.put(Card().named("Ana Ruiz")).cards[0]
        store.close()
        store.path.chmod(0o444)
        folder.chmod(0o555)
        if os.getuid() == 0:
            # Rights do not bind the superuser, so this process becomes somebody else.
            os.setgid(65534)
            os.setuid(65534)
        store = open_store(folder, now)
        assert store.read_only and "for reading only" in store.notice
        assert store.cards.get(card_id).shown_name == "Ana Ruiz"
        assert store.people.counts()["everyone"] == 1
        try:
            store.cards.put(Card(first_name="Bo"))
        except errors.ReadOnlyStore as error:
            assert "not saved" in error.sentence
        else:
            raise AssertionError("saved to a folder that may only be read")
        store.close()
        try:
            open_store(folder / "new", now)
        except errors.FolderNotWritable as error:
            assert "may not write" in error.sentence
        else:
            raise AssertionError("made a folder where it may not")
    """
    with tempfile.TemporaryDirectory() as outside:
        # pytest's own folder is closed to the other user.
        Path(outside).chmod(0o755)
        try:
            subprocess.run([sys.executable, "-c", textwrap.dedent(code), outside], check=True)
        finally:
            (Path(outside) / "Salver").chmod(0o700)


def test_a_lost_index_is_built_anew_when_the_store_is_opened(folder: Path, store: Store, clock: Any) -> None:
    card_id = store.cards.put(Card().named("Ana Ruiz")).cards[0]
    with store._core.db.write():
        store._core.index.clear()
        store._core.db.run("DELETE FROM person")
    store.close()
    again = open_store(folder, clock)
    assert again.people.ids(Filter(text="ruiz")) == [card_id]
    assert again.check(thorough=True).index_ok
    # An index that holds each card but not its words is found by the thorough check alone.
    with again._core.db.write():
        again._core.db.run("UPDATE search_content SET c0 = 'other words'")
    assert again.check().index_ok
    assert not again.check(thorough=True).index_ok
    assert again.check(thorough=True).index_ok
    assert again.people.ids(Filter(text="ruiz")) == [card_id]
    again.close()
