"""Full disk, a locked file, a killed program: nothing that was saved is lost, and each is told in a sentence."""

import random
import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salver.cards.card import Card
from salver.store import Filter, Store, errors, open_store
from salver.store.db import FILE_NAME

Add = Callable[..., int]


def test_a_full_disk_is_told_nothing_is_half_saved_and_saving_works_again_afterwards(store: Store, add: Add) -> None:
    ana = add("Ana")
    live = store._core.db.peewee
    pages = live.pragma("page_count")
    live.pragma("max_page_count", pages + 2)
    long = Card(about="word " * 20_000).named("Too Long")
    with pytest.raises(errors.DiskFull) as caught:
        store.cards.put(long)
    assert "Free some space" in caught.value.sentence
    assert store.people.ids(Filter()) == [ana]
    assert store.people.ids(Filter(text="ana")) == [ana]
    assert store.journal.label() == "new card"
    live.pragma("max_page_count", 1_000_000)
    saved = store.cards.put(long).cards[0]
    assert store.people.ids(Filter(text="too")) == [saved]
    assert store.check().sound


_FULL = """
    import datetime as dt, subprocess, sys
    from pathlib import Path
    from salver.cards.card import Card
    from salver.store import errors, open_store
    disk = sys.argv[1]
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=True)
    now = dt.datetime(2026, 4, 24, tzinfo=dt.UTC)
    store = open_store(Path(disk) / "Salver", lambda: now)
    told = 0
    for number in range(200):
        try:
            store.cards.put(Card(about="words " * 3_000).named(f"Person {number}"))
        except errors.DiskFull as error:
            assert "not saved yet" in error.sentence
            told += 1
            break
    kept = store.people.counts()["everyone"]
    assert told and kept > 10, (told, kept)
    try:
        store.backup.now("quit")
    except errors.NoRoomForBackup as error:
        assert "no backup was made" in error.sentence
        told += 1
    assert told == 2
    assert list((Path(disk) / "Salver" / "backups").iterdir()) == []
    assert store.check().sound
    subprocess.run(["mount", "-o", "remount,size=64m", disk], check=True)
    store.cards.put(Card().named("After All"))
    assert store.people.counts()["everyone"] == kept + 1
    assert store.backup.now("quit") is not None
    store.close()
"""


def _may_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def test_a_disk_that_is_really_full_loses_nothing(tmp_path: Path) -> None:
    if not _may_mount():
        pytest.skip("only the superuser of Linux may mount a small disk; the test before this one needs none")
    # In a mount namespace of its own, so that the small disk is gone when the process is.
    code = textwrap.dedent(_FULL)
    subprocess.run(["unshare", "--mount", sys.executable, "-c", code, str(tmp_path)], check=True)


def test_a_file_another_program_holds_is_told_and_saved_when_it_lets_go(store: Store, add: Add, folder: Path) -> None:
    ana = add("Ana")
    store._core.db.peewee.pragma("busy_timeout", 20)
    other = sqlite3.connect(folder / FILE_NAME)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(errors.LockedElsewhere) as caught:
        store.cards.put(Card().named("Bo"))
    assert "Another program" in caught.value.sentence
    assert store.people.ids(Filter()) == [ana]
    other.rollback()
    other.close()
    store.cards.put(Card().named("Bo"))
    assert store.people.counts()["everyone"] == 2


def test_no_failure_speaks_of_the_person_or_in_jargon() -> None:
    path = Path("/home/li/.local/share/Salver/salver.sqlite")
    told = [
        errors.NewerDatabase(path, 3, 1), errors.DamagedDatabase(path), errors.DamagedDatabase(path, (), path),
        errors.NotSalver(path), errors.FolderNotWritable(path.parent), errors.ReadOnlyStore(path.parent),
        errors.DiskFull(path), errors.NoRoomForBackup(path), errors.LockedElsewhere(path), errors.NotReadable(path),
        errors.FileGone(path), errors.BadBackup(path), errors.NotFound("card"),
    ]  # fmt: skip
    for error in told:
        assert error.sentence.endswith(".")
        assert "!" not in error.sentence
        assert str(error) == error.sentence


_WRITER = """
    import datetime as dt, random, sys
    from pathlib import Path
    from salver.cards.card import Card
    from salver.cards.meeting import Meeting
    from salver.store import Filter, open_store
    now = dt.datetime(2026, 4, 24, tzinfo=dt.UTC)
    store = open_store(Path(sys.argv[1]), lambda: now, check_first=False)
    chance = random.Random(int(sys.argv[2]))
    print("ready", flush=True)
    while True:
        card_id = store.cards.put(Card(about="words " * chance.randrange(300)).named("Ana Ruiz")).cards[0]
        meeting = Meeting(card_id=card_id, topics=("kites",))
        store.meetings.put(meeting)
        print(card_id, flush=True)
        if chance.random() < 0.1:
            store.backup.now("timer")
"""


def test_a_program_killed_while_it_saves_loses_nothing_it_said_was_saved(folder: Path, clock: Any) -> None:
    acknowledged: set[int] = set()
    for seed in range(8):
        writer = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(_WRITER), str(folder), str(seed)],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        for _ in range(random.Random(seed).randrange(1, 25)):
            acknowledged.add(int(writer.stdout.readline()))
        writer.kill()
        # A last line may have been cut by the kill.
        acknowledged |= {int(line) for line in writer.stdout.read().split("\n")[:-1]}
        writer.wait()
        writer.stdout.close()
        store = open_store(folder, clock)
        assert acknowledged <= set(store.people.ids(Filter()))
        for card_id in acknowledged:
            assert store.meetings.of(card_id)[0].topics == ("kites",)
        assert set(store.people.ids(Filter(text="kites"))) >= acknowledged
        assert all(store.backup.verify(made.path) for made in store.backup.all())
        store.close()


_RISKY = """
    import datetime as dt, sys
    from pathlib import Path
    from salver.cards.card import Card
    from salver.store import Bundle, open_store
    now = dt.datetime(2026, 4, 24, tzinfo=dt.UTC)
    store = open_store(Path(sys.argv[1]), lambda: now, check_first=False)
    print("ready", flush=True)
    while True:
        new = store.cards.add_many(Bundle(Card(about="words " * 50).named("Bo Berg")) for _ in range(50))
        print("added", flush=True)
        store.cards.forget(new.cards[0])
        print("forgotten", flush=True)
        store.cards.trash(new.cards[1:])
        store.cards.empty_trash()
        print("emptied", flush=True)
        store.backup.restore(Path(sys.argv[2]))
        print("restored", flush=True)
"""


def test_a_program_killed_amid_import_forgetting_emptying_or_restoring_leaves_a_sound_file(
    store: Store, add: Add, folder: Path, tmp_path: Path, clock: Any
) -> None:
    ana = add("Ana Ruiz")
    target = store.backup.to(tmp_path / "stick.sqlite")
    store.close()
    for lines in (1, 2, 3, 4, 5, 6, 7, 8):
        risky = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(_RISKY), str(folder), str(target)],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert risky.stdout is not None
        for _ in range(lines):
            risky.stdout.readline()
        # What comes next has begun by now, and is cut off wherever it stands.
        risky.kill()
        risky.communicate()
        again = open_store(folder, clock)
        found = again.people.ids(Filter(text="ruiz"))
        assert found == [ana]
        assert again.check(thorough=True).sound
        again.close()
