"""The main job once more on a real X server with a window manager: real key events, real clipboard, own process."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from salver.store import Filter, Settings, open_store

NEEDED = ("Xvfb", "openbox", "xdotool")
pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        not all(map(shutil.which, NEEDED)),
        reason="Xvfb, openbox and xdotool are not installed; dev.py test installs them when it may",
    ),
]
PATIENCE_S = 40
NOTE = "Hi Ana, your tape robot made my week. Did it learn to splice?"


def until(met: Callable[[], object], what: str) -> None:
    """Wait for another process; there is no signal to wait for across processes, so the state is asked for."""
    end = time.monotonic() + PATIENCE_S
    while not met():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


class Screen:
    """An X server with a window manager, and a pair of hands."""

    def __init__(self, display: str) -> None:
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "WAYLAND"))}
        self.env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "TZ": "Europe/Berlin"}

    def xdotool(self, *words: str) -> str:
        run = subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True, check=False, timeout=30)
        return run.stdout.strip()

    def key(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "12", text)


@pytest.fixture
def screen() -> Iterator[Screen]:
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as answer:
        display = ":" + answer.readline().strip()
    made = Screen(display)
    manager = subprocess.Popen(["openbox"], env=made.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield made
    for process in (manager, server):
        process.terminate()
        process.wait(10)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = open_store(tmp_path / "data", lambda: dt.datetime.now(dt.UTC))
    store.settings.put(Settings(welcome_done=True))
    store.close()
    return tmp_path / "data"


def start(screen: Screen, folder: Path) -> subprocess.Popen[bytes]:
    with (folder.parent / "said.txt").open("ab") as said:
        return subprocess.Popen(
            [sys.executable, "-m", "salver", "--data-dir", str(folder)],
            env=screen.env, stdout=said, stderr=subprocess.STDOUT,
        )  # fmt: skip


def found(folder: Path, text: str) -> list[int]:
    store = open_store(folder, lambda: dt.datetime.now(dt.UTC), read_only=True)
    try:
        return store.people.ids(Filter("everyone", text=text))
    finally:
        store.close()


def copied(folder: Path) -> bool:
    store = open_store(folder, lambda: dt.datetime.now(dt.UTC), read_only=True)
    try:
        ids = store.people.ids(Filter("everyone"))
        return any(a.deed == "copied" for i in ids for a in store.activities.of(i))
    finally:
        store.close()


CLIPBOARD = """
import sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtCore import QTimer
app = QGuiApplication([])
QTimer.singleShot(0, lambda: (print(app.clipboard().text(), end=""), app.quit()))
app.exec()
"""


def test_a_card_a_note_and_the_clipboard_on_a_real_screen(screen: Screen, folder: Path) -> None:
    salver = start(screen, folder)
    try:
        until(lambda: screen.xdotool("search", "--onlyvisible", "--name", "^Salver$"), "the window")
        window = screen.xdotool("search", "--onlyvisible", "--name", "^Salver$").splitlines()[0]
        screen.xdotool("windowactivate", "--sync", window)
        screen.key("ctrl+n")
        screen.type("Ana Ruiz")
        screen.key("Return")
        screen.type("CTO")
        until(lambda: found(folder, "ana ruiz"), "the card in the file")
        screen.key("ctrl+j")
        screen.type(NOTE)
        screen.key("ctrl+Return")
        until(lambda: copied(folder), "the note to be copied")
        paste = subprocess.run(
            [sys.executable, "-c", CLIPBOARD], env=screen.env, capture_output=True, text=True, check=True, timeout=30
        )
        assert paste.stdout == NOTE
        second = start(screen, folder)
        assert second.wait(PATIENCE_S) == 0, "a second start raises the first window and ends"
        assert salver.poll() is None
        screen.xdotool("windowactivate", "--sync", window)
        screen.key("ctrl+q")
        assert salver.wait(PATIENCE_S) == 0
        assert "Traceback" not in (folder.parent / "said.txt").read_text(encoding="utf-8")
        assert found(folder, "splice") == found(folder, "ruiz") != []
    finally:
        salver.kill()
        salver.wait(10)


def test_a_killed_window_loses_nothing_that_was_saved(screen: Screen, folder: Path) -> None:
    salver = start(screen, folder)
    until(lambda: screen.xdotool("search", "--onlyvisible", "--name", "^Salver$"), "the window")
    window = screen.xdotool("search", "--onlyvisible", "--name", "^Salver$").splitlines()[0]
    screen.xdotool("windowactivate", "--sync", window)
    screen.key("ctrl+n")
    screen.type("Ngozi Okafor")
    until(lambda: found(folder, "okafor"), "the card in the file")
    salver.send_signal(signal.SIGKILL)
    salver.wait(10)
    again = start(screen, folder)
    try:
        until(lambda: screen.xdotool("search", "--onlyvisible", "--name", "^Salver$"), "the window again")
        assert found(folder, "ngozi okafor")
    finally:
        again.kill()
        again.wait(10)
