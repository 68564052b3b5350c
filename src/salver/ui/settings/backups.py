"""The backups: a list, a new one, and the way back to an older one."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from salver.store import Backup, Changed
from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.settings.ask import Ask
from salver.ui.settings.data import back_up
from salver.ui.settings.page import EDGE, Page, emptied
from salver.ui.settings.rows import Beside, Paper, Row
from salver.ui.settings.when import size, when
from salver.ui.texts import SafeWords

_log = logging.getLogger(__name__)


class BackupsPage(Page):
    """Emits `restored` after an older state was brought back: everything shown before is stale then."""

    restored = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, SafeWords.TITLE, parent)
        self._desk = desk
        self._sound: dict[Path, bool] = {}
        self._chosen: Path | None = None
        theme = desk.theme
        hint = PlainLabel(theme, SafeWords.HINT, "second", "ink2", wrap=True)
        hint.setContentsMargins(EDGE, 0, EDGE, 0)
        self.now = Button(theme, SafeWords.BACKUP_NOW, "plain")
        self.now.clicked.connect(self._back_up)
        self.from_file = Button(theme, SafeWords.FROM_FILE, "plain")
        self.from_file.clicked.connect(self._ask_file)
        holder = QWidget()
        flow = FlowLayout(8, holder)
        flow.setContentsMargins(EDGE, 0, EDGE, 0)
        flow.addWidget(self.now)
        flow.addWidget(self.from_file)
        self.ask = Ask(theme, SafeWords.RESTORE_YES, SafeWords.RESTORE_NO)
        self.ask.yes.connect(self._restore)
        self.ask.no.connect(lambda: self.now.setFocus(Qt.FocusReason.OtherFocusReason))
        self.done = PlainLabel(theme, "", "body", "accent", weight=600, wrap=True)
        self.done.setContentsMargins(EDGE, 0, EDGE, 0)
        self.done.hide()
        for widget in (hint, holder, self.ask, self.done):
            self.body.addWidget(widget)
        self._list = QVBoxLayout()
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.rows: dict[Path, Row] = {}
        self.buttons: dict[Path, Button] = {}
        self.set_first(self.now)
        self._show()

    def refresh(self, changed: Changed) -> None:
        """Nothing that is typed changes a backup; only a look at the folder shows what is there."""
        if changed.everything:
            self._show()

    def begin(self) -> None:
        """Look again, and take the focus."""
        self._show()
        super().begin()

    def restore_from(self, path: Path, when_made: str) -> None:
        """Ask whether to go back to that file."""
        self._chosen = path
        self._when = when_made
        self.done.hide()
        self.ask.open(SafeWords.sure(when_made))
        self.reveal(self.ask)

    def _show(self) -> None:
        emptied(self._list)
        self.rows.clear()
        self.buttons.clear()
        found = self._desk.store.backup.all()
        paper = Paper(self.theme)
        for backup in found:
            paper.add(self._row(backup))
        if not found:
            none = PlainLabel(self.theme, SafeWords.NONE, "body", "ink2", wrap=True)
            none.setContentsMargins(0, 12, 0, 12)
            paper.add(none)
        self._list.addWidget(paper)
        unknown = [backup.path for backup in found if backup.path not in self._sound]
        if unknown:
            verify = self._desk.store.backup.verify
            self._desk.tasks.run(lambda: {path: verify(path) for path in unknown}, self._verified)

    def _row(self, backup: Backup) -> Row:
        at = when(backup.made_at, self._desk.now(), self._desk.zone)
        button = Button(self.theme, SafeWords.RESTORE, "plain", small=True)
        button.setAccessibleName(SafeWords.restore_name(at))
        button.clicked.connect(lambda: self.restore_from(backup.path, at))
        self.buttons[backup.path] = button
        row = Row(self.theme, f"{at[:1].upper()}{at[1:]}", self._words(backup), Beside(button))
        self.rows[backup.path] = row
        button.setEnabled(self._sound.get(backup.path, True))
        return row

    def _words(self, backup: Backup) -> str:
        sound = self._sound.get(backup.path)
        state = SafeWords.CHECKING if sound is None else SafeWords.SOUND if sound else SafeWords.UNSOUND
        try:
            large = size(backup.path.stat().st_size)
        except OSError:
            large = ""
        return " · ".join(part for part in (SafeWords.reason(backup.reason), large, state) if part)

    def _verified(self, found: dict[Path, bool]) -> None:
        self._sound |= found
        for backup in self._desk.store.backup.all():
            if backup.path in self.rows:
                self.rows[backup.path].set_hint(self._words(backup))
                button = self.buttons[backup.path]
                button.setEnabled(self._sound.get(backup.path, True))
                button.set_tip("" if button.isEnabled() else SafeWords.UNSOUND)

    def _back_up(self) -> None:
        self.now.setEnabled(False)
        back_up(self._desk, self._backed_up)

    def _backed_up(self) -> None:
        self.now.setEnabled(True)
        self.now.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, SafeWords.CHOOSE)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(SafeWords.FILES.split(";;"))
        dialog.fileSelected.connect(lambda path: self.restore_from(Path(path), SafeWords.in_file(Path(path).name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _restore(self) -> None:
        if self._chosen is None:
            return
        try:
            changed = self._desk.store.backup.restore(self._chosen)
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        except OSError as error:
            _log.error("not restored: %s", type(error).__name__)
            self._desk.say(SafeWords.NOT_RESTORED)
            return
        self._show()
        sentence = SafeWords.done(self._when)
        self.done.setText(sentence)
        self.done.show()
        self._desk.announce(changed)
        self._desk.say(sentence)
        self.now.setFocus(Qt.FocusReason.OtherFocusReason)
        self.restored.emit()
