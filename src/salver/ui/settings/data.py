"""Settings on the data: where it lies, what it holds, backups, files, trash."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from salver.store import Settings
from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.pick import Pick
from salver.ui.desk import Desk
from salver.ui.settings.keep import keep
from salver.ui.settings.rows import Beside, Row, Section
from salver.ui.settings.when import size, when
from salver.ui.texts import SafeWords, SettingsWords
from salver.ui.welcome import examples

_log = logging.getLogger(__name__)


class DataSection(Section):
    """Everything about the file. Emits `page_wanted` with the name of another page."""

    page_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.DATA)
        self._desk = desk
        theme = desk.theme

        def opens(words: str, page: str) -> Button:
            button = Button(theme, words, "plain")
            button.clicked.connect(lambda: self.page_wanted.emit(page))
            return button

        self.path = PlainLabel(theme, str(desk.store.path), "second", wrap=True)
        self.path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.path.setAccessibleName(f"{SettingsWords.WHERE}: {desk.store.path}")
        self.copy_path = Button(theme, SettingsWords.COPY_PATH, "plain", "ph.copy")
        self.copy_path.clicked.connect(self._copy_path)
        self.backup_now = Button(theme, SettingsWords.BACKUP_NOW, "plain")
        self.backup_now.clicked.connect(self._back_up)
        self.restore = opens(SettingsWords.BACKUPS, "restore")
        self.elsewhere = Button(theme, SettingsWords.ELSEWHERE, "plain")
        self.elsewhere.clicked.connect(self._ask_where)
        self.show_data = opens(SettingsWords.SHOW, "data")
        self.imports, self.exports = opens(SettingsWords.IMPORT, "import"), opens(SettingsWords.EXPORT, "export")
        self.trash = opens(SettingsWords.OPEN_TRASH, "trash")
        self.emptying = Pick(theme, SettingsWords.EMPTYINGS, name=SettingsWords.EMPTYING, small=False)
        self.emptying.chosen.connect(lambda days: keep(desk, empty_trash_days=int(days) if days else None))
        self.remove_examples = Button(theme, SettingsWords.REMOVE_EXAMPLES, "plain")
        self.remove_examples.clicked.connect(self._remove_examples)
        self.held = Row(theme, SettingsWords.HELD, "", self.show_data)
        self.backups = Row(theme, SettingsWords.BACKUP, "", Beside(self.backup_now, self.restore))
        self.examples = Row(theme, SettingsWords.EXAMPLES, "", self.remove_examples)
        self.in_trash = Row(theme, SettingsWords.TRASH, "", self.trash)
        where = Row(theme, SettingsWords.WHERE, "", self.copy_path)
        where.words.addWidget(self.path)
        self.add(where)
        self.add(self.held)
        self.add(self.backups)
        self.add(Row(theme, SettingsWords.ELSEWHERE_TITLE, SettingsWords.ELSEWHERE_HINT, self.elsewhere))
        files = Beside(self.imports, self.exports)
        self.add(Row(theme, SettingsWords.IMPORT_EXPORT, SettingsWords.IMPORT_EXPORT_HINT, files))
        self.add(self.in_trash)
        self.add(Row(theme, SettingsWords.EMPTYING, SettingsWords.EMPTYING_HINT, self.emptying))
        self.add(self.examples)

    def show_settings(self, settings: Settings) -> None:
        """Show what is kept."""
        days = "" if settings.empty_trash_days is None else str(settings.empty_trash_days)
        if days and days not in dict(SettingsWords.EMPTYINGS):
            words = SettingsWords.after_days(settings.empty_trash_days or 0)
            self.emptying.set_choices([*SettingsWords.EMPTYINGS, (days, words)])
        self.emptying.set_value(days)

    def refresh(self) -> None:
        """Count again."""
        store = self._desk.store
        try:
            number = store.people.counts()["everyone"]
            self.held.set_hint(SettingsWords.held(number, size(store.path.stat().st_size)))
            held = store.backup.all()
        except OSError as error:
            _log.error("not counted: %s", type(error).__name__)
            return
        if held:
            newest = max(backup.made_at for backup in held)
            said = SettingsWords.backups(len(held), when(newest, self._desk.now(), self._desk.zone))
        else:
            said = SettingsWords.BACKUP_NONE
        self.backups.set_hint(said)
        self.in_trash.set_hint(SettingsWords.trash(trashed(self._desk)))
        laid = len(examples.laid(store))
        self.examples.set_hint(SettingsWords.examples(laid))
        self.remove_examples.setEnabled(bool(laid))
        self.remove_examples.set_tip("" if laid else SettingsWords.EXAMPLES_NONE)

    def copy_to(self, path: Path) -> None:
        """Make a verified copy of everything at a place of the person's choice."""
        self._desk.tasks.run(
            lambda: self._desk.store.backup.to(path),
            lambda made: self._desk.say(SettingsWords.backed_up(str(made))),
            self._failed,
        )

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._desk.store.path))
        self._desk.say(SettingsWords.PATH_COPIED)

    def _back_up(self) -> None:
        self.backup_now.setEnabled(False)
        back_up(self._desk, self._backed_up)

    def _backed_up(self) -> None:
        self.backup_now.setEnabled(True)
        self.refresh()

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, SettingsWords.ELSEWHERE_TITLE)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("sqlite")
        dialog.selectFile(f"salver-{self._desk.now():%Y-%m-%d}.sqlite")
        dialog.fileSelected.connect(lambda path: self.copy_to(Path(path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _remove_examples(self) -> None:
        try:
            changed = self._desk.store.cards.trash(examples.laid(self._desk.store))
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self._desk.announce(changed)
        self._desk.say(SettingsWords.EXAMPLES_GONE)
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._desk.say(error.sentence if isinstance(error, StoreError) else SettingsWords.NOT_COPIED)


def trashed(desk: Desk) -> int:
    """How many things lie in the trash."""
    store = desk.store
    return sum(len(part.trashed()) for part in (store.cards, store.meetings, store.notes, store.events))


def back_up(desk: Desk, done: Callable[[], None]) -> None:
    """Make a backup on the worker and say what came of it; `done` is called without anything either way."""

    def said(made: Path | None) -> None:
        desk.say(SettingsWords.backed_up(made.name) if made else SettingsWords.BACKUP_UNCHANGED)
        done()

    def failed(error: Exception) -> None:
        desk.say(error.sentence if isinstance(error, StoreError) else SafeWords.NOT_BACKED_UP)
        done()

    desk.tasks.run(lambda: desk.store.backup.now("by hand"), said, failed)
