"""The composition root of the window: the only file that wires. Everything else is handed what it needs."""

from __future__ import annotations

import datetime as dt
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from salver import log
from salver.paths import Paths
from salver.store import errors, open_store
from salver.store.lock import DataLock
from salver.ui import raising
from salver.ui.application import REFUSED, application, say_in_terminal
from salver.ui.desk import Clock
from salver.ui.leaving import LeaveWatcher
from salver.ui.session import Session
from salver.ui.texts import WindowWords
from salver.ui.theme import Theme
from salver.ui.upkeep import look_over
from salver.ui.window import MainWindow

if TYPE_CHECKING:
    from salver.etiquette.model import Rule
    from salver.etiquette.spelling import Speller

_log = logging.getLogger(__name__)
T = TypeVar("T")


def now() -> dt.datetime:
    """The computer's clock, in UTC."""
    return dt.datetime.now(dt.UTC)


def local_zone() -> str:
    """The IANA name of this computer's zone, UTC when it cannot be told."""
    from tzlocal import get_localzone_name

    try:
        return get_localzone_name() or "UTC"
    except (LookupError, ValueError, OSError):
        return "UTC"


class Start(QObject):
    """Opens the folder, shows the window or says why it cannot, and opens again after a restore.

    With `read_only` nothing is written there; cards are only shown.
    """

    _unexpected = Signal(str)

    def __init__(self, where: Paths, theme: Theme, clock: Clock, zone: str, *, read_only: bool = False) -> None:
        super().__init__()
        self._read_only = read_only
        # Whatever went wrong on another thread is told on this one.
        self._unexpected.connect(self._say)
        self._where = where
        self._theme = theme
        self._clock = clock
        self._zone = zone
        self.session: Session | None = None
        self._trouble: QWidget | None = None

    def open(self) -> QWidget:
        """The window, or the page that says what is wrong with the file. It is shown."""
        self.close()
        try:
            store = open_store(self._where.data, self._clock, read_only=self._read_only, check_first=False)
        except errors.StoreError as error:
            return self._recover(error)
        except Exception:  # noqa: BLE001  # such as an SQLite that does not do as told; somebody must hear of it
            _log.error("not opened", exc_info=True)
            return self._recover(errors.StoreError(WindowWords.NOT_STARTED, self._where.data))
        try:
            self.session = Session(
                store, self._theme, self._clock, self._zone, load_rules=_once(_rules), speller=_once(_speller)
            )
            self.session.reopen_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
            self.session.upkeep.damaged.connect(self._recover, Qt.ConnectionType.QueuedConnection)
            self.session.window.show()
            self.session.begin()
        except errors.DamagedDatabase:
            # The list itself cannot be read: what the check beside the window would tell later is told now.
            store.close()
            _, damage = look_over(store.path)
            return self._recover(damage or errors.DamagedDatabase(store.path))
        return self.session.window

    def _recover(self, error: errors.StoreError) -> QWidget:
        """Close what is open, say what is wrong with the file, and offer what can be done."""
        from salver.ui import pages

        _log.error("store not usable: %s", type(error).__name__)
        if self.session is not None:
            self.session.sound = False
        say_in_terminal(error.sentence)
        self.close()
        trouble = pages.recovery(error, self._theme, self._where.data, self._clock, self._zone)
        trouble.reopen_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
        trouble.quit_wanted.connect(QApplication.quit)
        self._trouble = trouble
        trouble.show()
        return trouble

    def main_window(self) -> MainWindow:
        """The window, for who knows that it is open. Raises LookupError when it is not."""
        if self.session is None:
            raise LookupError("no window is open")
        return self.session.window

    def to_front(self) -> None:
        """Bring the window up; another start asked for it."""
        front = self.session.window if self.session else self._trouble
        if front is not None:
            front.setWindowState(front.windowState() & ~Qt.WindowState.WindowMinimized)
            front.raise_()
            front.activateWindow()

    def tell_unexpected(self, error: BaseException) -> None:
        """Say that something went wrong inside, where there is a window to say it in. May be called on any thread."""
        self._unexpected.emit(error.sentence if isinstance(error, errors.StoreError) else WindowWords.UNEXPECTED)

    def _say(self, sentence: str) -> None:
        if self.session is not None:
            self.session.say(sentence)

    def in_trouble(self) -> bool:
        """True while a page says why the cards cannot be opened."""
        return self._trouble is not None

    def keep_typed(self) -> None:
        """Save what is being typed: whoever ends programs may do so at any moment now."""
        if self.session is not None:
            self.session.window.flush()

    def leave(self) -> None:
        """End the program as asked from outside: keep what can be kept, ask nothing."""
        self.keep_typed()
        QApplication.exit(REFUSED if self.in_trouble() else 0)

    def close(self) -> None:
        """Close whatever is open."""
        if self.session is not None:
            self.session.window.close()
            self.session.close()
            self.session = None
        if self._trouble is not None:
            self._trouble.close()
            self._trouble.deleteLater()
            self._trouble = None


def window(where: Paths) -> int:
    """Open the window on a folder and run until it is closed; raise the one that is open already.

    Answers 0, or 2 when the cards could not be opened.
    """
    log.start(where.log)
    qt = application(sys.argv[:1])
    leaving = LeaveWatcher(qt)
    theme = Theme(parent=qt)
    theme.install(qt)
    lock = DataLock(where.data)
    read_only = False
    try:
        if not lock.acquire():
            if not raising.ask(where.data):
                return _say_alone(theme, leaving, WindowWords.OPEN_ELSEWHERE)
            return 0
    except errors.FolderNotWritable as error:
        # Nobody can write there, so there is nothing to lock: what is there can still be looked at.
        read_only = os.access(where.database, os.R_OK)
        if not read_only:
            return _say_alone(theme, leaving, error.sentence)
    except errors.StoreError as error:
        return _say_alone(theme, leaving, error.sentence)
    start = Start(where, theme, now, local_zone(), read_only=read_only)
    log.watch_exceptions(start.tell_unexpected)
    watcher = raising.RaiseWatcher(where.data)
    watcher.asked.connect(start.to_front)
    leaving.asked.connect(start.leave)
    qt.commitDataRequest.connect(start.keep_typed)
    try:
        start.open()
        status = qt.exec()
        return REFUSED if start.in_trouble() else status
    finally:
        watcher.close()
        start.close()
        lock.release()
        leaving.close()


def demo(pictures: Path | None) -> int:
    """The window with example cards in a folder of its own; with `pictures`, it drives itself and keeps pictures."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="salver-demo-") as folder:
        where = Paths(Path(folder) / "data")
        if pictures is None:
            return window(where)
        from salver.ui import demo as guided

        if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        qt = application(sys.argv[:1])
        theme = Theme("light", parent=qt)
        theme.install(qt)
        start = Start(where, theme, now, local_zone())
        pictures.mkdir(parents=True, exist_ok=True)
        try:
            start.open()
            return guided.drive(start.main_window, theme, pictures)
        finally:
            start.close()


def _say_alone(theme: Theme, leaving: LeaveWatcher, sentence: str) -> int:
    from salver.ui import pages

    say_in_terminal(sentence)
    box = pages.sentence(sentence, theme)
    leaving.asked.connect(QApplication.quit)
    box.show()
    QApplication.exec()
    leaving.close()
    return REFUSED


def _rules() -> tuple[Rule, ...]:
    from salver.etiquette import registry

    return registry.load()


def _speller() -> Speller:
    from salver.etiquette.spelling import Speller

    return Speller()


def _once(make: Callable[[], T]) -> Callable[[], T]:
    kept: list[T] = []

    def get() -> T:
        if not kept:
            kept.append(make())
        return kept[0]

    return get
