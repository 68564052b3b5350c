"""Backups: whole, checked, hashed, thinned; and the way back."""

import datetime as dt
import hashlib
import random
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.cards.card import Card, Sender
from salver.store import Filter, Settings, Store, backup, errors, open_store, restore_into, thinning
from salver.store.db import FILE_NAME

Add = Callable[..., int]


def test_a_backup_is_a_whole_checked_copy_with_its_checksum(store: Store, add: Add, folder: Path) -> None:
    add("Ana Ruiz")
    made = store.backup.now("quit")
    assert made is not None
    assert made.parent == folder / "backups"
    assert made.name == "salver-000001-20260424T084005Z-quit.sqlite"
    digest, name = backup.checksum_path(made).read_text().split()
    assert (digest, name) == (hashlib.sha256(made.read_bytes()).hexdigest(), made.name)
    assert store.backup.verify(made)
    copy = sqlite3.connect(made)
    assert copy.execute("SELECT display_name FROM card").fetchall() == [("Ana Ruiz",)]
    copy.close()
    assert [p.name for p in made.parent.iterdir() if p.name.startswith(".")] == []


def test_no_backup_is_made_when_nothing_changed(store: Store, add: Add) -> None:
    add("Ana")
    assert store.backup.now() is not None
    assert store.backup.now() is None
    assert store.backup.now("by hand", force=True) is not None
    add("Bo")
    assert store.backup.now() is not None
    assert [made.number for made in store.backup.all()] == [3, 2]


def test_a_backup_is_due_half_an_hour_after_the_last_one_if_something_changed(
    store: Store, add: Add, clock: Any
) -> None:
    assert store.backup.due(clock.now)
    add("Ana")
    store.backup.now()
    add("Bo")
    clock.move(minutes=29)
    assert not store.backup.due(clock.now)
    clock.move(minutes=1)
    assert store.backup.due(clock.now)
    store.backup.now()
    clock.move(minutes=31)
    assert not store.backup.due(clock.now)
    add("Cy")
    clock.move(days=-2)
    assert store.backup.due(clock.now)


def test_the_first_backup_of_a_day_is_asked_for_once(store: Store, add: Add, clock: Any) -> None:
    add("Ana")
    assert store.backup.first_of_day(clock.now)
    store.backup.now("day")
    add("Bo")
    assert not store.backup.first_of_day(clock.now)
    clock.move(days=1)
    assert store.backup.first_of_day(clock.now)


def test_restoring_backs_up_what_is_there_and_brings_everything_back(
    store: Store, add: Add, folder: Path, clock: Any
) -> None:
    ana = add("Ana Ruiz")
    store.settings.put(Settings(sender=Sender("Li")))
    made = store.backup.now()
    assert made is not None
    store.cards.trash([ana])
    bo = add("Bo Berg")
    changed = store.backup.restore(made)
    assert changed.everything
    assert store.people.ids(Filter(text="ruiz")) == [ana]
    assert store.people.ids(Filter(text="berg")) == []
    assert store.people.ids(Filter()) == [ana]
    assert store.settings.get().sender.name == "Li"
    before = store.backup.all()[0]
    assert before.reason == "before-restore"
    store.backup.restore(before.path)
    assert store.people.ids(Filter()) == [bo]
    assert store.backup.now() is not None


def test_thinning_spares_the_backup_that_is_being_restored(store: Store, add: Add) -> None:
    ana = add("Ana")
    first = store.backup.now()
    assert first is not None
    for name in ("Bo", "Cy"):
        add(name)
        store.backup.always(sparing=first)
    store.backup.restore(first)
    assert store.people.ids(Filter()) == [ana]


def test_moving_to_a_new_computer_is_backup_and_restore(store: Store, add: Add, tmp_path: Path, clock: Any) -> None:
    add("Ana Ruiz")
    target = store.backup.to(tmp_path / "stick.sqlite")
    new = open_store(tmp_path / "new", clock)
    new.backup.restore(target)
    assert [row.name for row in new.people.rows(new.people.ids(Filter()))] == ["Ana Ruiz"]
    new.close()


def test_restoring_into_a_folder_works_whether_it_is_new_sound_or_damaged(
    store: Store, add: Add, tmp_path: Path, clock: Any
) -> None:
    add("Ana Ruiz")
    target = store.backup.to(tmp_path / "stick.sqlite")
    new = tmp_path / "new"
    assert restore_into(new, target, clock) is None
    before = restore_into(new, target, clock)
    assert before is not None
    assert backup.verify(before)
    (new / FILE_NAME).write_bytes(b"broken " * 1000)
    aside = restore_into(new, target, clock)
    assert aside is not None
    assert aside.read_bytes() == b"broken " * 1000
    opened = open_store(new, clock)
    assert opened.people.counts()["everyone"] == 1
    opened.close()
    (tmp_path / "bad").write_bytes(b"bad")
    with pytest.raises(errors.BadBackup):
        restore_into(tmp_path / "never", tmp_path / "bad", clock)
    assert not (tmp_path / "never").exists()


def test_a_damaged_backup_is_never_restored(store: Store, add: Add) -> None:
    ana = add("Ana")
    made = store.backup.now()
    assert made is not None
    data = bytearray(made.read_bytes())
    data[len(data) // 2] ^= 1
    made.write_bytes(bytes(data))
    assert not store.backup.verify(made)
    with pytest.raises(errors.BadBackup) as caught:
        store.backup.restore(made)
    assert "nothing was restored" in caught.value.sentence
    assert store.people.ids(Filter()) == [ana]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_a_file_that_is_no_backup_is_refused(store: Store, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(errors.BadBackup):
        store.backup.restore(tmp_path / "x")
    with pytest.raises(errors.BadBackup):
        store.backup.restore(tmp_path / "missing")


def test_a_backup_of_a_newer_salver_is_refused_and_nothing_changes(store: Store, add: Add, tmp_path: Path) -> None:
    ana = add("Ana")
    target = store.backup.to(tmp_path / "newer.sqlite")
    newer = sqlite3.connect(target)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    backup.checksum_path(target).unlink()
    with pytest.raises(errors.NewerDatabase):
        store.backup.restore(target)
    assert store.people.ids(Filter()) == [ana]
    assert store.check().sound


def test_single_flipped_bits_are_noticed_every_time(store: Store, add: Add) -> None:
    for number in range(20):
        add(f"Person {number}")
    made = store.backup.now()
    assert made is not None
    whole = made.read_bytes()
    chance = random.Random(7)
    for _ in range(100):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        made.write_bytes(bytes(data))
        assert not store.backup.verify(made)


def test_a_damaged_newest_backup_is_passed_over_when_one_is_offered(store: Store, add: Add, folder: Path) -> None:
    add("Ana")
    good = store.backup.now()
    add("Bo")
    bad = store.backup.now()
    assert bad is not None
    bad.write_bytes(bad.read_bytes()[:5000])
    assert backup.newest_good(folder) == good


def test_backups_made_while_the_window_writes_are_all_whole(store: Store, add: Add) -> None:
    add("Ana")
    made: list[Path] = []

    def work() -> None:
        for _ in range(5):
            made.append(store.backup.always("timer"))

    thread = threading.Thread(target=work)
    thread.start()
    number = 0
    while thread.is_alive():
        number += 1
        store.cards.put(Card(about="words " * 200).named(f"Person {number}"))
    thread.join()
    assert len(made) == 5
    assert number > 5
    there = [path for path in made if path.exists()]
    assert len(there) >= 2
    assert all(backup.verify(path) for path in there)
    assert store.check().sound


def test_a_failed_backup_leaves_the_old_ones_and_no_crumbs(store: Store, add: Add, folder: Path) -> None:
    add("Ana")
    good = store.backup.now()
    assert good is not None
    add("Bo")
    blocker = folder / "backups" / ".salver-000002-20260424T084010Z-quit.sqlite.partial"
    blocker.mkdir()
    with pytest.raises(errors.StoreError) as caught:
        store.backup.now("quit")
    assert caught.value.sentence
    assert store.backup.verify(good)
    blocker.rmdir()
    assert store.backup.now("quit") is not None


def test_a_damaged_file_never_becomes_a_backup_and_costs_no_older_one(store: Store, add: Add, folder: Path) -> None:
    for number in range(30):
        add(f"Person {number}", about="words " * 200)
    good = store.backup.now()
    add("One more")
    path = folder / FILE_NAME
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\x55" * 8192)
    with pytest.raises(errors.DamagedDatabase) as caught:
        store.backup.always("timer")
    assert caught.value.backup == good
    assert [made.path for made in store.backup.all()] == [good]


def test_thinning_keeps_seven_days_four_weeks_and_twelve_months_over_ninety_days_of_use() -> None:
    start = dt.datetime(2026, 1, 1, 8, tzinfo=dt.UTC)
    there: list[dt.datetime] = []
    for half_hour in range(90 * 16):
        now = start + dt.timedelta(days=half_hour // 16, minutes=30 * (half_hour % 16))
        there.insert(0, now)
        keep = thinning.kept(there)
        there = [made for position, made in enumerate(there) if position in keep]
        assert there[0] == now
    days = {made.date() for made in there}
    last = (start + dt.timedelta(days=89)).date()
    assert {last - dt.timedelta(days=n) for n in range(7)} <= days
    assert len({made.isocalendar()[:2] for made in there}) >= 4
    assert {(made.year, made.month) for made in there} == {(2026, 1), (2026, 2), (2026, 3)}
    assert len(there) <= 7 + 4 + 12 + 2


@given(st.lists(st.datetimes(timezones=st.just(dt.UTC)), max_size=80))
def test_thinning_never_drops_the_newest_two_nor_keeps_more_than_it_may(made: list[dt.datetime]) -> None:
    keep = thinning.kept(made)
    assert keep >= set(range(min(2, len(made))))
    assert len(keep) <= 7 + 4 + 12 + 2
    assert keep <= set(range(len(made)))


def test_backups_are_thinned_as_they_are_made(store: Store, add: Add, clock: Any) -> None:
    for _ in range(6):
        add("Somebody")
        clock.move(minutes=30)
        store.backup.now()
    kept = store.backup.all()
    assert [made.number for made in kept] == [6, 5]
    assert {p.suffix for p in store.backup.folder.iterdir()} == {".sqlite", ".sha256"}
    assert len(list(store.backup.folder.iterdir())) == 4
