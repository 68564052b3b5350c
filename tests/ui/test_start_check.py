"""The check beside the window: it is there at once, and damage is still found, told and never written over."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salver.app import Start
from salver.cards.card import Card
from salver.paths import Paths
from salver.store import Bundle, Filter, Settings, open_store
from salver.store.db import FILE_NAME
from salver.ui.theme import Theme

Clock = Callable[[], dt.datetime]


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    """Three hundred cards and one good backup."""
    made = tmp_path / "data"
    store = open_store(made, clock)
    store.cards.add_many(Bundle(Card(about="tide " * 40).named(f"Ana Ruiz {n}")) for n in range(300))
    store.settings.put(Settings(welcome_done=True))
    store.backup.now("regular")
    store.close()
    return made


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock: Clock) -> Iterator[Start]:
    made = Start(Paths(folder), Theme("light", under_test=True), clock, "Europe/Berlin")
    yield made
    made.close()


def spoil(file: Path, table: str) -> bytes:
    """Write over the root page of a table; the header, and what tables there are, can still be read."""
    db = sqlite3.connect(file)
    size = db.execute("PRAGMA page_size").fetchone()[0]
    root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    db.close()
    with file.open("r+b") as handle:
        handle.seek((root - 1) * size)
        handle.write(b"\xa5" * size)
    return file.read_bytes()


@pytest.mark.parametrize("table", ["person", "note", "change"])
def test_damage_is_told_and_never_written_over(qtbot: QtBot, start: Start, folder: Path, table: str) -> None:
    spoiled = spoil(folder / FILE_NAME, table)
    backups = sorted((folder / "backups").iterdir())
    start.open()
    qtbot.waitUntil(start.in_trouble, timeout=10_000)
    assert start.session is None
    assert sha256((folder / FILE_NAME).read_bytes()).digest() == sha256(spoiled).digest()
    assert sorted((folder / "backups").iterdir()) == backups


def test_a_sound_file_opens_and_gets_its_backup_of_the_day(qtbot: QtBot, start: Start, folder: Path, clock) -> None:
    store = open_store(folder, clock)
    store.cards.put(Card().named("Bea Kim"))
    store.close()
    clock.move(days=1)
    start.open()
    qtbot.waitUntil(lambda: any("start-of-day" in file.name for file in (folder / "backups").iterdir()), timeout=10_000)
    assert start.session is not None


def test_a_list_that_lost_cards_is_built_anew_and_shown(qtbot: QtBot, start: Start, folder: Path) -> None:
    db = sqlite3.connect(folder / FILE_NAME)
    db.execute("DELETE FROM person WHERE card_id % 2")
    db.commit()
    db.close()
    start.open()
    people = start.main_window().people
    people.show_filter("everyone")
    qtbot.waitUntil(lambda: people.model.card_count() == 300, timeout=10_000)
    session = start.session
    assert session is not None
    assert len(session.store.people.ids(Filter("everyone", text="ruiz"))) == 300
