"""The head of the note pane: to whom, how many notes are left, and what kind of message it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from salver.ui.controls.label import PlainLabel
from salver.ui.controls.pick import Pick
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme


class NoteHeader(QWidget):
    """Emits `channel_chosen` with the value of a channel."""

    channel_chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel(theme, "", "pane", elide=True)
        self.left = PlainLabel(theme, "", "caption", "ink2")
        self.channel = Pick(theme, NoteWords.CHANNELS, name=NoteWords.CHANNEL)
        self.channel.chosen.connect(self.channel_chosen)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self.title, 0, 0)
        self._grid.addWidget(self.channel, 0, 2)
        self._narrow = False
        self._stacked: bool | None = None
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Without the room for it, the notes left stand on a line of their own."""
        self._narrow = narrow
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A name is not cut for what may stand below it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = sum(widget.sizeHint().width() for widget in (self.title, self.left, self.channel))
        stacked = self._narrow or beside + 2 * self._grid.horizontalSpacing() > self.width()
        if stacked == self._stacked:
            return
        self._stacked = stacked
        self._grid.removeWidget(self.left)
        if stacked:
            self._grid.addWidget(self.left, 1, 0, 1, 3)
        else:
            self._grid.addWidget(self.left, 0, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_note(self, name: str, channel: str, left: str, writable: bool) -> None:
        """Show recipient, channel and notes left (empty for none)."""
        self.title.setText(NoteWords.to(name))
        self.channel.set_value(channel)
        self.channel.setVisible(writable)
        self.left.setText(left if writable else dict(NoteWords.CHANNELS)[channel])
        self.left.setVisible(bool(self.left.text()))
        self._arrange()
