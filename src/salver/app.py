"""The composition root of the window: the only file that wires. Everything else is handed what it needs."""

from __future__ import annotations

import datetime as dt
import logging
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from tzlocal import get_localzone_name

from salver import log
from salver.cards import profile
from salver.etiquette import registry
from salver.etiquette.spelling import Speller
from salver.paths import Paths
from salver.store import Store, errors, open_store
from salver.store.lock import DataLock
from salver.ui import pages, raising
from salver.ui.desk import Clock, Desk
from salver.ui.settings.stack import PageStack
from salver.ui.tasks import Tasks
from salver.ui.texts import WindowWords
from salver.ui.theme import Theme
from salver.ui.window import MainWindow

_log = logging.getLogger(__name__)
BACKUP_EVERY_MS = 5 * 60_000
"""How often it is asked whether a backup is due; the store decides (every 30 minutes, if something changed)."""


def now() -> dt.datetime:
    """The computer's clock, in UTC."""
    return dt.datetime.now(dt.UTC)


def local_zone() -> str:
    """The IANA name of this computer's zone, UTC when it cannot be told."""
    try:
        return get_localzone_name() or "UTC"
    except (LookupError, ValueError, OSError):
        return "UTC"


class Salver(QObject):
    """Everything that belongs to one open store: the desk, the window, its pages, and what runs beside them."""

    announced = Signal(object)
    reopen_wanted = Signal()

    def __init__(self, where: Paths, store: Store, theme: Theme, clock: Clock, zone: str) -> None:
        super().__init__()
        self.where = where
        self.store = store
        self.theme = theme
        self.tasks = Tasks(self)
        settings = store.settings.get()
        theme.apply(
            mode=settings.theme,
            scale=settings.text_scale,
            reduced_motion=settings.reduced_motion,
            show_keys=settings.show_keys,
        )
        self.desk = Desk(
            store=store,
            rules=registry.load(),
            tasks=self.tasks,
            theme=theme,
            clock=clock,
            zone=zone,
            announce=self.announced.emit,
            say=self.say,
            open_url=self.open_url,
            speller=_once(Speller),
        )
        self.window = MainWindow(self.desk)
        self.announced.connect(self.window.refresh)
        self.window.page_wanted.connect(self.open_page)
        self._backups = QTimer(self)
        self._backups.timeout.connect(self.back_up_if_due)
        self._backups.start(BACKUP_EVERY_MS)
        if store.read_only:
            self.say(WindowWords.READ_ONLY)

    def begin(self) -> None:
        """What is in sight first: the welcome on a first start, otherwise the card at the top of the list."""
        if not self.store.settings.get().welcome_done and not self.store.read_only:
            self.open_page("welcome")
        else:
            self.window.people.step(1)

    def say(self, sentence: str) -> None:
        """Tell the person something, at the foot of the window."""
        self.window.notice.say(sentence)

    def open_url(self, url: str) -> bool:
        """Hand an address to the browser, if it is one a browser should open."""
        if not profile.is_openable(url):
            self.say(WindowWords.LINK_REFUSED)
            return False
        return bool(QDesktopServices.openUrl(QUrl(url)))

    def open_page(self, name: str) -> None:
        """Show the page of that name; the welcome has the window to itself."""
        page = pages.make(name, self.desk, self.where.data, self.window.people.chosen_ids())
        page.closed.connect(self._page_closed)
        page.page_wanted.connect(self.open_page)
        page.reopen_wanted.connect(self.reopen_wanted)
        if isinstance(page, PageStack):
            page.cards_wanted.connect(lambda _: self.window.people.show_filter("everyone"))
        self.window.open_page(page, alone=name == "welcome")

    def _page_closed(self) -> None:
        self.window.close_page()
        if not self.window.card.card_id():
            self.window.people.step(1)

    def back_up_if_due(self) -> None:
        """Make a backup on the worker, when the store says that one is due."""
        if not self.store.read_only and self.store.backup.due(self.desk.now()):
            self.tasks.run(lambda: self.store.backup.now("regular"), lambda _: None)

    def close(self) -> None:
        """Keep what is typed, join the worker, make the last backup, close the file."""
        self._backups.stop()
        self.tasks.close()
        try:
            if not self.store.read_only:
                self.store.backup.now("at quit")
        except (errors.StoreError, OSError) as error:
            _log.error("no backup at quit: %s", type(error).__name__)
        self.store.close()
        self.window.deleteLater()


class Start(QObject):
    """Opens the folder, shows the window or says why it cannot, and opens again after a restore."""

    def __init__(self, where: Paths, theme: Theme, clock: Clock, zone: str) -> None:
        super().__init__()
        self._where = where
        self._theme = theme
        self._clock = clock
        self._zone = zone
        self.salver: Salver | None = None
        self._trouble: QWidget | None = None

    def open(self) -> QWidget:
        """The window, or the page that says what is wrong with the file. It is shown."""
        self.close()
        try:
            store = open_store(self._where.data, self._clock)
        except errors.StoreError as error:
            _log.error("store not opened: %s", type(error).__name__)
            trouble = pages.recovery(error, self._theme, self._where.data, self._clock, self._zone)
            trouble.reopen_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
            trouble.quit_wanted.connect(QApplication.quit)
            self._trouble = trouble
            self._trouble.show()
            return self._trouble
        self.salver = Salver(self._where, store, self._theme, self._clock, self._zone)
        self.salver.reopen_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
        self.salver.window.show()
        self.salver.begin()
        return self.salver.window

    def main_window(self) -> MainWindow:
        """The window, for who knows that it is open. Raises LookupError when it is not."""
        if self.salver is None:
            raise LookupError("no window is open")
        return self.salver.window

    def to_front(self) -> None:
        """Bring the window up; another start asked for it."""
        front = self.salver.window if self.salver else self._trouble
        if front is not None:
            front.setWindowState(front.windowState() & ~Qt.WindowState.WindowMinimized)
            front.raise_()
            front.activateWindow()

    def tell_unexpected(self) -> None:
        """Say that something went wrong inside, where there is a window to say it in."""
        if self.salver is not None:
            self.salver.say(WindowWords.UNEXPECTED)

    def close(self) -> None:
        """Close whatever is open."""
        if self.salver is not None:
            self.salver.window.close()
            self.salver.close()
            self.salver = None
        if self._trouble is not None:
            self._trouble.close()
            self._trouble.deleteLater()
            self._trouble = None


def application(argv: list[str]) -> QApplication:
    """The one QApplication, named as the desktop file names it."""
    found = QApplication.instance()
    qt = found if isinstance(found, QApplication) else QApplication(argv)
    qt.setApplicationName("salver")
    qt.setApplicationDisplayName("Salver")
    qt.setDesktopFileName("salver")
    return qt


def window(where: Paths) -> int:
    """Open the window on a folder and run until it is closed; raise the one that is open already."""
    log.start(where.log)
    qt = application(sys.argv[:1])
    theme = Theme(parent=qt)
    theme.install(qt)
    lock = DataLock(where.data)
    try:
        if not lock.acquire():
            if not raising.ask(where.data):
                _say_alone(theme, WindowWords.OPEN_ELSEWHERE)
            return 0
    except errors.StoreError as error:
        _say_alone(theme, error.sentence)
        return 2
    start = Start(where, theme, now, local_zone())
    log.watch_exceptions(start.tell_unexpected)
    watcher = raising.RaiseWatcher(where.data)
    watcher.asked.connect(start.to_front)
    try:
        start.open()
        return qt.exec()
    finally:
        watcher.close()
        start.close()
        lock.release()


def demo(pictures: Path | None) -> int:
    """The window with example cards in a folder of its own; with `pictures`, it drives itself and keeps pictures."""
    with tempfile.TemporaryDirectory(prefix="salver-demo-") as folder:
        where = Paths(Path(folder) / "data")
        if pictures is None:
            return window(where)
        from salver.ui import demo as guided

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


def _say_alone(theme: Theme, sentence: str) -> None:
    box = pages.sentence(sentence, theme)
    box.show()
    QApplication.exec()


def _once(make: Callable[[], Speller]) -> Callable[[], Speller]:
    kept: list[Speller] = []

    def get() -> Speller:
        if not kept:
            kept.append(make())
        return kept[0]

    return get
