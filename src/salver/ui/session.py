"""One store and its window, from the moment the store is open until it is closed."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from salver.cards import profile
from salver.store import Store, errors
from salver.ui.desk import Clock, Desk
from salver.ui.tasks import Tasks
from salver.ui.texts import WindowWords
from salver.ui.theme import Theme
from salver.ui.upkeep import Upkeep
from salver.ui.window import MainWindow

if TYPE_CHECKING:
    from salver.etiquette.model import Rule
    from salver.etiquette.spelling import Speller

_log = logging.getLogger(__name__)
PLACE = "window_place"
"""Under this name the store keeps where the window stood."""


class Session(QObject):
    """Everything that belongs to one open store: the desk, the window, its pages, and what runs beside them.

    `announced` carries what a write changed to all panes; `reopen_wanted` asks to close this and open again.
    """

    announced = Signal(object)
    reopen_wanted = Signal()

    def __init__(
        self,
        store: Store,
        theme: Theme,
        clock: Clock,
        zone: str,
        load_rules: Callable[[], tuple[Rule, ...]],
        speller: Callable[[], Speller],
    ) -> None:
        super().__init__()
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
            load_rules=load_rules,
            tasks=self.tasks,
            theme=theme,
            clock=clock,
            zone=zone,
            announce=self.announced.emit,
            say=self.say,
            open_url=self.open_url,
            speller=speller,
        )
        self.window = MainWindow(self.desk)
        self.upkeep = Upkeep(self.desk, self)
        self.announced.connect(self.window.refresh)
        self.window.page_wanted.connect(self.open_page)
        self.window.whole.connect(self.upkeep.look_over)
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

        page = pages.make(name, self.desk, self.store.path.parent, self.window.people.chosen_ids())
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

    def close(self) -> None:
        """Join the worker, make the last backup, close the file. The window has kept what was typed."""
        self.upkeep.stop()
        self.tasks.close()
        if self.sound and not self.store.read_only:
            self._remember_place()
            self.upkeep.back_up_at_quit()
        self.store.close()
        self.window.deleteLater()
