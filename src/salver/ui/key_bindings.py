"""What binds the keys of the window: the table in `keys` to what they do, and Ctrl+Z, which undoes typing first."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from salver.ui.keys import KEYS

PANE_KEYS = (
    "next_card", "previous_card", "flip", "next_pane", "previous_pane", "start_note", "copy_note", "next_finding",
    "previous_finding",
)  # fmt: skip
"""What makes sense only while the panes are in sight."""


class KeyBindings:
    """The keys of a window, bound to actions by their names in `KEYS`; keys without an action here stay free."""

    def __init__(self, window: QWidget, actions: Mapping[str, Callable[[], object]]) -> None:
        self._shortcuts: dict[str, list[QShortcut]] = {}
        for key in KEYS:
            for sequence in key.sequences:
                if key.action in actions:
                    shortcut = QShortcut(QKeySequence(sequence), window)
                    shortcut.activated.connect(actions[key.action])
                    self._shortcuts.setdefault(key.action, []).append(shortcut)

    def let_panes(self, on: bool) -> None:
        """The keys of the panes rest while a page is shown, which may want them itself: PgDn scrolls there."""
        for action in PANE_KEYS:
            for shortcut in self._shortcuts[action]:
                shortcut.setEnabled(on)


class UndoKey(QObject):
    """Ctrl+Z undoes typing first; when a field has none left, `undo` takes back the last step of everything."""

    def __init__(self, window: QWidget, undo: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._undo = undo
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch_focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key where the field has no use for it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            undo = event.matches(QKeySequence.StandardKey.Undo)
            if undo and isinstance(watched, QWidget) and not _can_undo(watched):
                self._undo()
                return True
        return super().eventFilter(watched, event)

    def _watch_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Listen to the keys of the focused widget alone: a filter on the whole application would slow everything."""
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window and new is not self._window:
            new.installEventFilter(self)


def _can_undo(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return not widget.isReadOnly() and widget.document().isUndoAvailable()
    return False
