"""The pages of the window, one over the other: settings open the trash, the trash goes back to the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from salver.store import Changed
from salver.ui.desk import Desk
from salver.ui.exchange.export_page import ExportPage
from salver.ui.exchange.import_page import ImportPage
from salver.ui.settings.backups import BackupsPage
from salver.ui.settings.forget import ForgetPage
from salver.ui.settings.keys_page import KeysPage
from salver.ui.settings.licences_page import LicencesPage
from salver.ui.settings.my_data_page import MyDataPage
from salver.ui.settings.page import Page
from salver.ui.settings.rule_page import RulePage
from salver.ui.settings.settings_page import SettingsPage
from salver.ui.settings.trash import TrashPage


@runtime_checkable
class _Refreshes(Protocol):
    def refresh(self, changed: Changed) -> None: ...


class PageStack(QStackedWidget):
    """Opens pages by name: settings, keys, trash, restore, data, licences, import, export, `export:json`,
    `rule:ID` and `forget:CARD_ID`. Esc goes back one page; `closed` is emitted when the first one is left.

    `chosen` are the ids of the cards chosen in the list, for exports. `reopen_wanted` is emitted instead of `closed`
    when a backup was brought back meanwhile, `cards_wanted` with ids after an import, `forgotten` with the id of a
    card that is gone. Other pages are opened here, so `page_wanted` is never emitted.
    """

    closed = Signal()
    page_wanted = Signal(str)
    reopen_wanted = Signal()
    cards_wanted = Signal(list)
    forgotten = Signal(int)

    def __init__(self, desk: Desk, name: str, parent: QWidget | None = None, *, chosen: Sequence[int] = ()) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen = tuple(chosen)
        self._opened: list[QWidget | None] = []
        self._pages: list[Page] = []
        self._restored = False
        self._fresh = True
        self.open(name)

    def open(self, name: str) -> Page:
        """Lay a page over the others. Raises KeyError for a name there is no page for."""
        page = self._made(name)
        self._pages.append(page)
        self._opened.append(QApplication.focusWidget() if self.count() else None)
        page.closed.connect(self._back)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.begin()
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """Take the focus: whatever shows a stack in another stack gives it to the first button it finds."""
        super().showEvent(event)
        if self._fresh:
            self._fresh = False
            QTimer.singleShot(0, self, lambda: self.page().begin())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the page on top."""
        super().focusInEvent(event)
        self.page().setFocus(event.reason())

    def page(self) -> Page:
        """The page on top."""
        return self._pages[-1]

    def refresh(self, changed: Changed) -> None:
        """Tell the pages what a write changed."""
        for page in self._pages:
            if isinstance(page, _Refreshes):
                page.refresh(changed)

    def flush(self) -> None:
        """Keep what is being typed, now."""
        for page in self._pages:
            if isinstance(page, SettingsPage):
                page.flush()

    def _made(self, name: str) -> Page:
        kind, _, rest = name.partition(":")
        desk = self._desk
        page: Page
        if kind == "settings":
            page = SettingsPage(desk)
        elif kind == "keys":
            page = KeysPage(desk)
        elif kind == "trash":
            page = TrashPage(desk)
        elif kind == "licences":
            page = LicencesPage(desk)
        elif kind == "data":
            page = MyDataPage(desk)
        elif kind == "export":
            page = ExportPage(desk, self._chosen, rest or "vcf", picked=not self.count())
        elif kind == "rule":
            page = RulePage(desk, next(rule for rule in desk.rules if rule.id == rest))
        else:
            page = self._made_to_change(kind, rest)
        if isinstance(page, SettingsPage | MyDataPage):
            page.page_wanted.connect(self.open)
        return page

    def _made_to_change(self, kind: str, rest: str) -> Page:
        if kind == "restore":
            backups = BackupsPage(self._desk)
            backups.restored.connect(self._note_restored)
            return backups
        if kind == "import":
            imports = ImportPage(self._desk)
            imports.cards_wanted.connect(self._show_cards)
            return imports
        if kind == "forget":
            forget = ForgetPage(self._desk, int(rest))
            forget.forgotten.connect(self.forgotten)
            return forget
        raise KeyError(kind)

    def _note_restored(self) -> None:
        self._restored = True

    def _show_cards(self, ids: list[int]) -> None:
        """Leave all pages at once, for the list."""
        self.flush()
        self.cards_wanted.emit(ids)
        (self.reopen_wanted if self._restored else self.closed).emit()

    def _back(self) -> None:
        if self.count() <= 1:
            self.flush()
            (self.reopen_wanted if self._restored else self.closed).emit()
            return
        page = self._pages.pop()
        before = self._opened.pop()
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
        below = self.page()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            below.begin()
