"""The real program in a process of its own, started on what disks, other programs and people do to a folder."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from salver.cards.card import Card
from salver.store import DataLock, Filter, Settings, Store, open_store

pytestmark = [
    pytest.mark.timeout(120),
    pytest.mark.skipif(os.name != "posix", reason="signals and file modes of POSIX"),
]
NOW = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)
QUITS = int(os.environ.get("SALVER_QUITS", "6"))
"""How often the program is ended at a random moment; the nightly run takes more."""

HANDS = """
import json, os, random, signal, sqlite3, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from salver import app, cli

# Who started the tests may ignore signals, as nohup and jobs in the background do, and Salver keeps to that.
for name in {"SIGINT", "SIGTERM", "SIGHUP"} & set(dir(signal)):
    signal.signal(getattr(signal, name), signal.SIG_DFL)

folder = Path(sys.argv[1])
qt = app.application(sys.argv[:1])

def window():
    return next((w for w in qt.topLevelWidgets() if type(w).__name__ == "MainWindow" and w.isVisible()), None)

def whole():
    return window() is not None and window().panes.all_made

def when(met, then):
    # Asks the running window, each turn of its event loop, whether something has come about.
    timer = QTimer(qt, interval=5)
    def ask():
        if met():
            timer.stop()
            then()
    timer.timeout.connect(ask)
    timer.start()

def write(text):
    QTest.keyClicks(QApplication.focusWidget(), text)

def tell(**said):
    print(json.dumps(said), flush=True)
"""
"""What a test hands to the program to be its fingers and eyes; what it does follows below it."""


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def salver() -> Iterator[Start]:
    """Starts the window on a folder, off-screen; what still runs after a test is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path, hands: str = "", prefix: tuple[str, ...] = (), **env: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "salver", "--data-dir", str(folder)]
        if hands:
            code = HANDS + textwrap.dedent(hands) + "\nsys.exit(cli.run(['--data-dir', sys.argv[1]]))\n"
            command = [sys.executable, "-c", code, str(folder)]
        process = subprocess.Popen(
            [*prefix, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **env},
        )  # fmt: skip
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def without_qt(said: str) -> str:
    """What was said, but for what Qt itself says of its off-screen platform."""
    return "".join(line for line in said.splitlines(True) if not line.startswith("This plugin does not support"))


def said_and_left(process: subprocess.Popen[str], after: str = "This plugin") -> str:
    """The sentence the program says on a start that fails; it is then asked to end, which answers 2."""
    assert process.stderr is not None
    sentence = process.stderr.readline()
    while sentence.startswith(("This plugin", after)):
        sentence = process.stderr.readline()
    process.send_signal(signal.SIGTERM)
    _, rest = process.communicate(timeout=60)
    assert "Traceback" not in sentence + rest, sentence + rest
    assert without_qt(rest) == ""
    assert process.returncode == 2
    return sentence.strip()


def ended(process: subprocess.Popen[str], status: int = 0) -> list[dict[str, object]]:
    """What the hands told, after the program ended by itself and said nothing else."""
    out, err = process.communicate(timeout=100)
    assert without_qt(err) == ""
    assert process.returncode == status
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "data", lambda: NOW)
    store.settings.put(Settings(welcome_done=True))
    store.cards.put(Card(about="Canaryword").named("Zoë Müller"))
    store.close()
    return tmp_path / "data"


def everyone(folder: Path) -> dict[str, str]:
    """Name and about of every card, read by a store of its own."""
    store = open_store(folder, lambda: NOW, read_only=True)
    found = {card.shown_name: card.about for card in store.cards.many(store.people.ids(Filter()))}
    store.close()
    return found


def spoil(file: Path, how: str) -> None:
    content = file.read_bytes()
    middle = len(content) // 2 // 4096 * 4096
    if how == "header":
        file.write_bytes(b"\0" * 100 + content[100:])
    elif how == "middle":
        file.write_bytes(content[:4096] + b"\xa5" * (middle - 4096) + content[middle:])
    elif how == "cut":
        file.write_bytes(content[:middle])
    elif how == "empty":
        file.write_bytes(b"")
    else:
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA user_version = 99" if how == "newer" else "PRAGMA application_id = 7")
        connection.commit()
        connection.close()


TOLD = {"newer": "newer Salver", "other": "another program"}


@pytest.mark.parametrize("how", ["header", "middle", "cut", "empty", "newer", "other"])
def test_a_file_that_cannot_be_used_is_told_and_never_overwritten(salver: Start, folder: Path, how: str) -> None:
    store = open_store(folder, lambda: NOW)
    made = store.backup.now("by hand", force=True)
    store.close()
    assert made is not None
    file = folder / "salver.sqlite"
    spoil(file, how)
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    sentence = said_and_left(salver(folder))
    assert TOLD.get(how, "damaged") in sentence
    if how not in TOLD:
        assert made.name in sentence
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_the_newest_good_backup_is_one_key_away_from_a_damaged_file(salver: Start, folder: Path) -> None:
    store = open_store(folder, lambda: NOW)
    store.backup.now("by hand", force=True)
    store.close()
    spoil(folder / "salver.sqlite", "header")
    process = salver(
        folder,
        """
        def recovery():
            return next((w for w in qt.topLevelWidgets() if type(w).__name__ == "RecoveryWindow"), None)
        when(recovery, lambda: QTest.keyClick(recovery().page.restore, Qt.Key.Key_Return))
        when(whole, lambda: (tell(names=window().people.model.rowCount()), window().close()))
        """,
    )
    out, err = process.communicate(timeout=60)
    assert "damaged" in err
    assert json.loads(out) == {"names": 1}
    assert process.returncode == 0
    assert list(everyone(folder)) == ["Zoë Müller"]
    assert [path for path in folder.iterdir() if "damaged" in path.name]


@pytest.fixture
def humble() -> tuple[str, ...]:
    """How to start a program that file modes hold for: the superuser's rights are taken from it."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("file modes do not hold for the superuser, and there is no setpriv to give the rights up")
    return ("setpriv", "--inh-caps=-all", "--bounding-set=-all", "--")


@pytest.fixture
def closed() -> Iterator[list[tuple[Path, int]]]:
    """Paths whose mode was changed, to be given back."""
    changed: list[tuple[Path, int]] = []
    yield changed
    for path, mode in changed:
        path.chmod(mode)


def test_a_folder_that_can_only_be_read_is_shown(salver: Start, folder: Path, humble: tuple[str, ...], closed) -> None:
    closed.append((folder, 0o700))
    folder.chmod(0o500)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    process = salver(
        folder,
        """
        def look():
            main = window()
            told = main.notice.label.text()
            QTest.keyClick(main, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            write("Bo Berg")
            main.flush()
            tell(told=told, shown=main.people.model.rowCount(), refused=main.notice.label.text())
            main.close()
            main.close()
        when(whole, look)
        """,
        humble,
    )
    (said,) = ended(process)
    assert said["shown"] == 1
    assert "cannot be written" in str(said["told"])
    assert "not saved" in str(said["refused"])
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert list(everyone(folder)) == ["Zoë Müller"]


def test_a_folder_that_may_not_even_be_read_is_told(
    salver: Start, folder: Path, humble: tuple[str, ...], closed
) -> None:
    closed.append((folder, 0o700))
    folder.chmod(0)
    assert "may not" in said_and_left(salver(folder, prefix=humble))


def test_a_new_folder_where_nobody_may_write_is_told(
    salver: Start, tmp_path: Path, humble: tuple[str, ...], closed
) -> None:
    closed.append((tmp_path, 0o700))
    tmp_path.chmod(0o500)
    assert "may not write" in said_and_left(salver(tmp_path / "data", prefix=humble))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(salver: Start, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    for place in (tmp_path / "taken", tmp_path / "taken" / "below"):
        assert "could not be made" in said_and_left(salver(place))
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file"


def test_commands_on_what_may_not_be_read_or_written_are_refused(
    folder: Path, tmp_path: Path, humble: tuple[str, ...], closed
) -> None:
    (tmp_path / "ana.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nN:;Ana\nEND:VCARD\n", encoding="utf-8")
    secret, shut = tmp_path / "secret.vcf", tmp_path / "shut"
    secret.write_text("", encoding="utf-8")
    shut.mkdir()
    closed += [(folder, 0o700), (secret, 0o600), (shut, 0o700)]
    for path, mode in ((secret, 0), (shut, 0o500), (folder, 0o500)):
        path.chmod(mode)
    for words in (
        ("import", "ana.vcf"), ("import", "secret.vcf"), ("check", "secret.vcf"), ("restore", "secret.vcf"),
        ("backup",), ("backup", "shut/b.sqlite"), ("export", "shut/all.vcf"),
    ):  # fmt: skip
        done = subprocess.run(
            [*humble, sys.executable, "-m", "salver", "--data-dir", str(folder), *words],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 2, (words, done)
        assert done.stderr.strip().endswith("."), (words, done)
        assert done.stderr.count("\n") == 1, (words, done)
        assert "Errno" not in done.stderr
    assert list(everyone(folder)) == ["Zoë Müller"]


def test_a_file_another_program_holds_is_told_at_the_start(salver: Start, folder: Path) -> None:
    other = sqlite3.connect(folder / "salver.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    sentence = said_and_left(salver(folder))
    other.rollback()
    other.close()
    assert "Another program" in sentence


def test_no_screen_is_a_sentence(folder: Path) -> None:
    env = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    for platform in ("xcb", "no-such-platform"):
        done = subprocess.run(
            [sys.executable, "-m", "salver", "--data-dir", str(folder)],
            env={**env, "QT_QPA_PLATFORM": platform}, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 2
        assert "no screen" in done.stderr
        assert done.stderr.count("\n") == 1
    lock = DataLock(folder)
    assert lock.acquire()
    lock.release()


def test_a_second_start_brings_the_first_window_up_and_ends(salver: Start, folder: Path) -> None:
    first = salver(
        folder,
        """
        def ready():
            window().showMinimized()
            when(lambda: not window().isMinimized(), lambda: (tell(raised=True), window().close()))
            tell(ready=True)
        when(whole, ready)
        """,
    )
    assert first.stdout is not None
    assert json.loads(first.stdout.readline()) == {"ready": True}
    second = subprocess.run(
        [sys.executable, "-m", "salver", "--data-dir", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert ended(first) == [{"raised": True}]


def test_a_folder_that_a_command_works_on_is_not_taken_for_an_open_window(salver: Start, folder: Path) -> None:
    (folder / "salver.raise").write_bytes(b"")
    lock = DataLock(folder)
    assert lock.acquire()
    sentence = said_and_left(salver(folder))
    lock.release()
    assert "Another Salver" in sentence


TYPE = """
def type_name(name, then):
    QTest.keyClick(window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    write(name)
    then()
"""


@pytest.mark.parametrize("number", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_what_is_being_typed_is_saved_when_the_session_ends(salver: Start, folder: Path, number: str) -> None:
    hands = TYPE + f"when(whole, lambda: type_name('Bo Berg', lambda: os.kill(os.getpid(), signal.{number})))\n"
    assert ended(salver(folder, hands)) == []
    assert set(everyone(folder)) == {"Zoë Müller", "Bo Berg"}


def test_a_window_ends_well_at_any_moment(salver: Start, folder: Path) -> None:
    """While it starts, while a note is typed and checked, while a backup runs: closed or told to end."""
    chance = random.Random(7)
    for _ in range(QUITS):
        hands = f"""
            def type_on(left):
                if not left or window() is None:
                    return
                if QApplication.focusWidget() is None:
                    window().note.editor.setFocus()
                if QApplication.focusWidget() is not None:
                    write(left[:3])
                QTimer.singleShot(0, lambda: type_on(left[3:]))
            def begin():
                window().start_note()
                type_on("Hi Zoe, thank you so much, lets conect today. Are you still there? " * 20)
            def leave():
                {chance.choice(["window().close()", "os.kill(os.getpid(), signal.SIGTERM)"])}
            when(whole, begin)
            when(window, lambda: QTimer.singleShot({chance.randrange(900)}, leave))
        """
        assert ended(salver(folder, hands)) == []
    store = open_store(folder, lambda: NOW)
    assert store.check(thorough=True).sound
    store.close()


def _may_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    probe = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def test_on_a_full_disk_the_text_stays_and_is_saved_once_there_is_room(salver: Start, tmp_path: Path) -> None:
    if not _may_mount():
        pytest.skip("only the superuser of Linux may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    # In a mount namespace of its own, so that the small disk is gone when the process is.
    mount = 'mount -t tmpfs -o size=3m tmpfs "$0" && exec "$@"'
    prefix = ("unshare", "--mount", "/bin/sh", "-c", mount, str(disk))
    process = salver(
        disk / "data",
        """
        filler = folder.parent / "filler"
        pane = lambda: window().card
        def fill():
            QTest.keyClick(window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            write("Bo")
            window().flush()
            with filler.open("wb", buffering=0) as file:
                try:
                    while True:
                        file.write(bytes(4096))
                except OSError:
                    pass
            write(" Berg-Nilsson")
            when(lambda: "full" in window().notice.label.text(), stuck)
        def stuck():
            first = pane().card_id()
            QTest.keyClick(window(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            stays = pane().card_id() == first
            closed = window().close()
            tell(typed=pane().front.name.text(), stays=stays, closed=closed, said=window().notice.label.text())
            filler.unlink()
            when(lambda: "saved now" in window().notice.label.text(), saved)
        def saved():
            tell(pending=pane().draft.pending)
            window().close()
        def begin():
            window().close_page()
            when(lambda: True, fill)
        when(lambda: window() is not None, lambda: (window().close_page(), when(whole, begin)))
        import atexit
        def look():
            import datetime as dt
            from salver.store import Filter, open_store
            store = open_store(folder, lambda: dt.datetime.now(dt.UTC), read_only=True)
            tell(kept=[c.shown_name for c in store.cards.many(store.people.ids(Filter()))], sound=store.check().sound)
            store.close()
        atexit.register(look)
        """,
        prefix,
    )
    stuck, saved, after = ended(process)
    assert stuck["typed"] == "Bo Berg-Nilsson"
    assert stuck["stays"] is True
    assert stuck["closed"] is False
    assert "disk is full" in str(stuck["said"])
    assert "close it once more" in str(stuck["said"])
    assert saved == {"pending": False}
    assert after == {"kept": ["Bo Berg-Nilsson"], "sound": True}


def test_on_a_full_disk_the_window_opens_on_what_is_there_and_says_why_it_cannot_begin(
    salver: Start, tmp_path: Path
) -> None:
    if not _may_mount():
        pytest.skip("only the superuser of Linux may mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    (tmp_path / "one.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nN:;Ana\nEND:VCARD\n", encoding="utf-8")
    fill = (
        f'mount -t tmpfs -o size=2m tmpfs "$0" && "{sys.executable}" -m salver --data-dir "$0/data" import one.vcf'
        ' >&2 && dd if=/dev/zero of="$0/filler" bs=4096 2>/dev/null; exec "$@"'
    )
    prefix = ("unshare", "--mount", "--wd", str(tmp_path), "/bin/sh", "-c", fill, str(disk))
    look = """
        def look():
            tell(shown=window()._desk.store.people.counts()["everyone"])
            window().close()
        when(window, lambda: (window().close_page(), when(whole, look)))
    """
    out, err = salver(disk / "data", look, prefix).communicate(timeout=60)
    assert json.loads(out) == {"shown": 1}
    assert without_qt(err) == "1 card added, 0 updated, 0 already there.\n"
    assert "disk is full" in said_and_left(salver(disk / "new", prefix=prefix), after="1 card added")


def test_commands_on_a_full_disk_store_all_or_nothing(tmp_path: Path) -> None:
    if not _may_mount():
        pytest.skip("only the superuser of Linux may mount a small disk")
    (tmp_path / "disk").mkdir()
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Person {0}\nN:{0};Person\nNOTE:{1}\nEND:VCARD\n"
    (tmp_path / "one.vcf").write_text(card.format(1, ""), encoding="utf-8")
    (tmp_path / "many.vcf").write_text("".join(card.format(i, "words " * 200) for i in range(3_000)), encoding="utf-8")
    lines = """
        mount -t tmpfs -o size=2m tmpfs disk
        S() { "$0" -m salver --data-dir disk/data "$@"; echo "status $?"; }
        S import one.vcf; S import many.vcf; S export before.json
        dd if=/dev/zero of=disk/filler bs=4096 2>/dev/null
        S backup; S backup disk/b.sqlite; S export disk/all.json; S import one.vcf; S restore before.sqlite
        rm disk/filler; S export after.json; ls disk disk/data
    """
    done = subprocess.run(
        ["unshare", "--mount", "/bin/sh", "-c", textwrap.dedent(lines), sys.executable],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    statuses = [line for line in done.stdout.splitlines() if line.startswith("status")]
    assert statuses == [f"status {n}" for n in (0, 2, 0, 2, 2, 2, 2, 2, 0)], done
    assert "Traceback" not in done.stderr
    assert "filler" not in done.stdout
    assert done.stderr.count("disk is full") == 5, done.stderr
    assert "all.json" not in done.stdout
    before, after = (
        json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8")) for name in ("before", "after")
    )
    assert before["cards"] == after["cards"]
    assert len(after["cards"]) == 1


def test_no_name_gets_into_the_log_the_settings_the_arguments_or_temporary_files(
    salver: Start, folder: Path, tmp_path: Path
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    hands = TYPE + textwrap.dedent("""
        def fault():
            raise ValueError("Canaryword: " + window().card.front.name.text())
        def then():
            window().flush()
            QTimer.singleShot(0, fault)
            when(lambda: "inside Salver" in window().notice.label.text(), lambda: (tell(
                argv=Path("/proc/self/cmdline").read_bytes().decode().split(sys.argv[1])[-1]
                if Path("/proc/self/cmdline").exists() else "", said=window().notice.label.text()), window().close()))
        when(whole, lambda: type_name("Canaryname Canarylast", then))
    """)
    (said,) = ended(salver(folder, hands, TMPDIR=str(temporary), HOME=str(tmp_path / "home")))
    assert "Canary" not in str(said)
    assert "Canaryname Canarylast" in everyone(folder)
    holding = [
        path.name
        for path in tmp_path.rglob("*")
        if path.is_file() and b"canary" in path.read_bytes().lower() and "sqlite" not in path.name
    ]
    assert holding == []
    log = (folder / "salver.log").read_text(encoding="utf-8")
    assert "ValueError" in log
    assert list(temporary.iterdir()) == []


def trash_of(folder: Path, days: int | None, age: dt.timedelta) -> Store:
    gone = dt.datetime.now(dt.UTC) - age
    store = open_store(folder, lambda: gone)
    store.settings.put(Settings(welcome_done=True, empty_trash_days=days))
    store.cards.trash([store.cards.put(Card().named("Old Trash")).cards[0]])
    return store


EMPTIES: Mapping[str, tuple[int | None, int, bool]] = {
    "after its days": (30, 31, True),
    "not before": (30, 29, False),
    "never unasked": (None, 4_000, False),
}


@pytest.mark.parametrize("case", EMPTIES)
def test_the_trash_empties_itself_only_when_the_settings_say_so(salver: Start, folder: Path, case: str) -> None:
    days, age, empties = EMPTIES[case]
    trash_of(folder, days, dt.timedelta(days=age)).close()
    hands = """
        def done():
            return window()._desk.store.backup.all() and not window()._desk.tasks.busy
        when(whole, lambda: when(done, lambda: window().close()))
    """
    assert ended(salver(folder, hands)) == []
    store = open_store(folder, lambda: NOW)
    assert bool(store.cards.trashed()) is not empties
    assert store.people.counts()["everyone"] == 1
    # The backup made before it still holds what was thrown away.
    assert store.backup.all()
    store.close()
