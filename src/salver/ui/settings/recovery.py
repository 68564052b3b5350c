"""The page for a start that failed. It has no desk: there is no store yet, only the theme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.store import Backup
from salver.store import backup as kept
from salver.store.errors import DamagedDatabase, StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.settings.page import EDGE, Page
from salver.ui.settings.rows import Beside, Paper, Row
from salver.ui.settings.when import size, when
from salver.ui.texts import Common, SafeWords
from salver.ui.theme import Theme


class RecoveryPage(Page):
    """Says what happened and what was kept; for a damaged file, offers `backup` (one that verifies) or a new start.

    Emits what the person wants: `restore_wanted`, `empty_wanted`, `again_wanted` or `quit_wanted`. Whoever shows
    the page does it, and calls `say` when that fails, too. `now` is aware; `zone` an IANA name.
    """

    restore_wanted = Signal()
    empty_wanted = Signal()
    again_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        error: StoreError,
        backup: Backup | None,
        now: dt.datetime,
        zone: str,
        parent: QWidget | None = None,
    ) -> None:
        damaged = isinstance(error, DamagedDatabase)
        super().__init__(theme, SafeWords.RECOVERY if damaged else SafeWords.NOT_STARTED, parent, way_out=False)
        self.restore = Button(theme, SafeWords.USE_BACKUP, "primary")
        self.restore.clicked.connect(self.restore_wanted)
        self.empty = Button(theme, SafeWords.EMPTY_SALVER, "plain")
        self.empty.clicked.connect(self.empty_wanted)
        self.again = Button(theme, SafeWords.AGAIN, "plain" if damaged else "primary")
        self.again.clicked.connect(self.again_wanted)
        self.quit = Button(theme, SafeWords.QUIT, "plain")
        self.quit.clicked.connect(self.quit_wanted)
        self.sentence = PlainLabel(theme, error.sentence, "title", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        paper = Paper(theme)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 16, 0, 16)
        column.addWidget(self.sentence)
        paper.add(holder)
        if error.path is not None:
            path = Row(theme, SafeWords.KEPT if damaged else SafeWords.PLACE, str(error.path))
            path.hint.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            paper.add(path)
        if damaged:
            self._offer(paper, backup, now, zone)
        paper.add(Row(theme, SafeWords.OR, "", Beside(self.again, self.quit)))
        self.body.addWidget(paper)
        self.said = PlainLabel(theme, "", "body", "err", weight=600, wrap=True)
        self.said.setContentsMargins(EDGE, 0, EDGE, 0)
        self.said.hide()
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        offered = damaged and backup is not None
        self.set_first(self.restore if offered else self.empty if damaged else self.again)

    def say(self, sentence: str) -> None:
        """Tell why what the person chose could not be done either."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _offer(self, paper: Paper, backup: Backup | None, now: dt.datetime, zone: str) -> None:
        if backup is not None:
            try:
                large = size(backup.path.stat().st_size)
            except OSError:
                large = ""
            words = SafeWords.newest(when(backup.made_at, now, zone), large)
            paper.add(Row(self.theme, words, SafeWords.RESTORE_HINT, self.restore))
        else:
            paper.add(Row(self.theme, SafeWords.NO_BACKUP))
        paper.add(Row(self.theme, SafeWords.EMPTY_SALVER, SafeWords.EMPTY_HINT, self.empty))


class RecoveryWindow(QWidget):
    """The page in a window of its own, which also does what the person wants.

    Emits `reopen_wanted` when the file can be opened (or tried) again, and `quit_wanted`.
    """

    reopen_wanted = Signal()
    quit_wanted = Signal()

    def __init__(
        self, error: StoreError, theme: Theme, folder: Path, clock: Callable[[], dt.datetime], zone: str
    ) -> None:
        super().__init__()
        self._folder = folder
        self._clock = clock
        self.setWindowTitle(Common.APP)
        self._backup = _newest_good(folder) if isinstance(error, DamagedDatabase) else None
        self.page = RecoveryPage(theme, error, self._backup, clock(), zone)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.page.restore_wanted.connect(lambda: self._recover(self._backup))
        self.page.empty_wanted.connect(lambda: self._recover(None))
        self.page.again_wanted.connect(self.reopen_wanted)
        self.page.quit_wanted.connect(self.quit_wanted)
        self.page.quit_wanted.connect(self.close)
        self.resize(theme.px(760), min(theme.px(620), 900))
        self.page.begin()

    def _recover(self, backup: Backup | None) -> None:
        """Set the damaged file aside, and put the backup or nothing in its place."""
        try:
            kept.recover(self._folder, backup.path if backup else None, self._clock)
        except StoreError as error:
            self.page.say(error.sentence)
            return
        self.reopen_wanted.emit()


class SentenceWindow(QWidget):
    """One sentence, and a button that closes the window."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle(Common.APP)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(24)
        self.label = PlainLabel(theme, text, "title", wrap=True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.label, 1)
        self.close_button = Button(theme, Common.CLOSE, "primary", key="Return")
        self.close_button.clicked.connect(self.close)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(theme.px(480), theme.px(200))
        self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground is the desk's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("desk"))
        painter.end()


def _newest_good(folder: Path) -> Backup | None:
    return next((backup for backup in kept.found_in(folder) if kept.verify(backup.path)), None)
