"""The composition root of the window: the only file that wires. Everything else is handed what it needs."""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import (
    QByteArray,
    QObject,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from salver import log
from salver.cards import profile
from salver.paths import Paths
from salver.store import Changed, Store, errors, open_store
from salver.store.backup import newest_good
from salver.store.check import Health, of_file
from salver.store.lock import DataLock
from salver.ui import raising
from salver.ui.desk import Clock, Desk
from salver.ui.leaving import LeaveWatcher
from salver.ui.tasks import Tasks
from salver.ui.texts import SafeWords, WindowWords
from salver.ui.theme import Theme
from salver.ui.window import MainWindow

if TYPE_CHECKING:
    from salver.etiquette.model import Rule
    from salver.etiquette.spelling import Speller

_log = logging.getLogger(__name__)
T = TypeVar("T")
REFUSED = 2
"""Exit status when the window could not do its work."""
PLACE = "window_place"
"""Under this name the store keeps where the window stood."""
BACKUP_EVERY_MS = 5 * 60_000
"""How often it is asked whether a backup is due; the store decides (every 30 minutes, if something changed)."""


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


class Salver(QObject):
    """Everything that belongs to one open store: the desk, the window, its pages, and what runs beside them."""

    announced = Signal(object)
    reopen_wanted = Signal()
    damaged = Signal(object)
    """The check beside the window found damage; carries the DamagedDatabase to be told."""

    def __init__(self, where: Paths, store: Store, theme: Theme, clock: Clock, zone: str) -> None:
        super().__init__()
        self.where = where
        self.store = store
        self.theme = theme
        self.tasks = Tasks(self)
        self.sound = True
        """False once the file was found damaged: from then on nothing is written to it, not even on leaving."""
        settings = store.settings.get()
        theme.apply(
            mode=settings.theme,
            scale=settings.text_scale,
            reduced_motion=settings.reduced_motion,
            show_keys=settings.show_keys,
        )
        self.desk = Desk(
            store=store,
            load_rules=_once(_rules),
            tasks=self.tasks,
            theme=theme,
            clock=clock,
            zone=zone,
            announce=self.announced.emit,
            say=self.say,
            open_url=self.open_url,
            speller=_once(_speller),
        )
        self.window = MainWindow(self.desk)
        self.announced.connect(self.window.refresh)
        self.window.page_wanted.connect(self.open_page)
        self.window.whole.connect(self.look_over)
        self._told_of_backup = False
        self._backups = QTimer(self)
        self._backups.timeout.connect(self.back_up_if_due)
        self._backups.start(BACKUP_EVERY_MS)
        self._stand_as_before()
        if store.read_only:
            self.window.notice.stand(WindowWords.READ_ONLY)

    def _stand_as_before(self) -> None:
        """Give the window the place and size it had; Qt brings it back from a screen that is gone."""
        kept = self.store.settings.recall(PLACE)
        if isinstance(kept, str):
            self.window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))

    def _remember_place(self) -> None:
        try:
            self.store.settings.remember(PLACE, bytes(self.window.placed().toBase64().data()).decode("ascii"))
        except errors.StoreError as error:
            _log.error("place of the window not kept: %s", type(error).__name__)

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
        from salver.ui import pages
        from salver.ui.settings.stack import PageStack

        page = pages.make(name, self.desk, self.where.data, self.window.people.chosen_ids())
        page.closed.connect(self._page_closed)
        page.page_wanted.connect(self.open_page)
        page.reopen_wanted.connect(self.reopen_wanted)
        page.cards_wanted.connect(lambda _: self.window.people.show_filter("everyone"))
        if isinstance(page, PageStack):
            page.forgotten.connect(self.window.forgotten)
        self.window.open_page(page, alone=name == "welcome")

    def _page_closed(self) -> None:
        self.window.close_page()
        if not self.window.shown_card():
            self.window.people.step(1)

    def look_over(self) -> None:
        """Check the whole file on the worker, once everything is in sight; then make the first backup of the day."""
        path = self.store.path
        self.tasks.run(lambda: _look_over(path), self._looked_over)

    def _looked_over(self, found: tuple[Health, errors.DamagedDatabase | None]) -> None:
        health, damage = found
        if damage is not None:
            self.damaged.emit(damage)
            return
        if self.store.read_only:
            return
        if not health.index_ok:
            self.store.rebuild_index()
            self.announced.emit(Changed(everything=True))
        now = self.desk.now()
        self.tasks.run(
            lambda: self.store.backup.now("start of day") if self.store.backup.first_of_day(now) else None,
            lambda _: self.empty_old_trash(),
            self._not_backed_up,
        )

    def empty_old_trash(self) -> None:
        """Remove for good what lay in the trash for as many days as the settings say; they say so only when asked."""
        try:
            days = self.store.settings.get().empty_trash_days
            if days is not None:
                changed = self.store.cards.empty_trash(self.desk.now() - dt.timedelta(days=days))
                if changed != Changed():
                    self.announced.emit(changed)
        except errors.StoreError as error:
            _log.error("trash not emptied: %s", type(error).__name__)

    def back_up_if_due(self) -> None:
        """Make a backup on the worker, when the store says that one is due."""
        if not self.store.read_only:
            now = self.desk.now()
            self.tasks.run(
                lambda: self.store.backup.now("regular") if self.store.backup.due(now) else None,
                lambda _: None,
                self._not_backed_up,
            )

    def _not_backed_up(self, error: Exception) -> None:
        """Say it once; it is tried again, and said again only in the next session."""
        if not self._told_of_backup:
            self._told_of_backup = True
            self.say(error.sentence if isinstance(error, errors.StoreError) else SafeWords.NOT_BACKED_UP)

    def close(self) -> None:
        """Keep what is typed, join the worker, make the last backup, close the file."""
        self._backups.stop()
        self.tasks.close()
        if self.sound and not self.store.read_only:
            self._remember_place()
            try:
                self.store.backup.now("at quit")
            except (errors.StoreError, OSError) as error:
                _log.error("no backup at quit: %s", type(error).__name__)
        self.store.close()
        self.window.deleteLater()


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
        self.salver: Salver | None = None
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
            self.salver = Salver(self._where, store, self._theme, self._clock, self._zone)
            self.salver.reopen_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
            self.salver.damaged.connect(self._recover, Qt.ConnectionType.QueuedConnection)
            self.salver.window.show()
            self.salver.begin()
        except errors.DamagedDatabase:
            # The list itself cannot be read: what the check beside the window would tell later is told now.
            store.close()
            _, damage = _look_over(store.path)
            return self._recover(damage or errors.DamagedDatabase(store.path))
        return self.salver.window

    def _recover(self, error: errors.StoreError) -> QWidget:
        """Close what is open, say what is wrong with the file, and offer what can be done."""
        from salver.ui import pages

        _log.error("store not usable: %s", type(error).__name__)
        if self.salver is not None:
            self.salver.sound = False
        _say_in_terminal(error.sentence)
        self.close()
        trouble = pages.recovery(error, self._theme, self._where.data, self._clock, self._zone)
        trouble.reopen_wanted.connect(self.open, Qt.ConnectionType.QueuedConnection)
        trouble.quit_wanted.connect(QApplication.quit)
        self._trouble = trouble
        trouble.show()
        return trouble

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

    def tell_unexpected(self, error: BaseException) -> None:
        """Say that something went wrong inside, where there is a window to say it in. May be called on any thread."""
        self._unexpected.emit(error.sentence if isinstance(error, errors.StoreError) else WindowWords.UNEXPECTED)

    def _say(self, sentence: str) -> None:
        if self.salver is not None:
            self.salver.say(sentence)

    def in_trouble(self) -> bool:
        """True while a page says why the cards cannot be opened."""
        return self._trouble is not None

    def keep_typed(self) -> None:
        """Save what is being typed: the session may end at any moment now."""
        if self.salver is not None:
            self.salver.window.flush()

    def leave(self) -> None:
        """End the program as asked from outside: keep what can be kept, ask nothing."""
        self.keep_typed()
        QApplication.exit(REFUSED if self.in_trouble() else 0)

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
    if isinstance(found, QApplication):
        qt = found
    else:
        qt = _with_screen(argv)
    qt.setApplicationName("salver")
    qt.setApplicationDisplayName("Salver")
    qt.setDesktopFileName("salver")
    return qt


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


def _look_over(path: Path) -> tuple[Health, errors.DamagedDatabase | None]:
    """What a check of the file finds, and with damage, what is to be told. Runs on the worker."""
    health = of_file(path)
    damage = None if health.sound else errors.DamagedDatabase(path, health.problems, newest_good(path.parent))
    return health, damage


def _say_alone(theme: Theme, leaving: LeaveWatcher, sentence: str) -> int:
    from salver.ui import pages

    _say_in_terminal(sentence)
    box = pages.sentence(sentence, theme)
    leaving.asked.connect(QApplication.quit)
    box.show()
    QApplication.exec()
    leaving.close()
    return REFUSED


def _say_in_terminal(sentence: str) -> None:
    """Say it also to whoever started the program by a command. Programs without a console have no stderr."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()


def _with_screen(argv: list[str]) -> QApplication:
    """Where Qt finds no screen it aborts, with words for programmers; say it in a sentence, and end in order."""
    said: list[str] = []

    def heard(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _say_in_terminal(WindowWords.NO_SCREEN)
            os._exit(REFUSED)
        said.append(text)

    before = qInstallMessageHandler(heard)
    qt = QApplication(argv)
    qInstallMessageHandler(before)
    for line in said:
        _say_in_terminal(line)
    return qt


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
