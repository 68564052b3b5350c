"""The keys of the window, in one table: what binds them and what the F1 page shows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the window: the name of its action, the sequences that run it, and its group on the F1 page."""

    action: str
    sequences: tuple[str, ...]
    group: str

    @property
    def shown(self) -> str:
        """The first sequence, as this computer writes it."""
        return QKeySequence(self.sequences[0]).toString(QKeySequence.SequenceFormat.NativeText)


KEYS: tuple[Key, ...] = (
    Key("new_card", ("Ctrl+N",), "cards"),
    Key("search", ("Ctrl+F",), "cards"),
    Key("next_card", ("PgDown", "Alt+Down"), "cards"),
    Key("previous_card", ("PgUp", "Alt+Up"), "cards"),
    Key("flip", ("F4",), "cards"),
    Key("next_pane", ("F6",), "window"),
    Key("previous_pane", ("Shift+F6",), "window"),
    Key("start_note", ("Ctrl+J",), "note"),
    Key("copy_note", ("Ctrl+Return", "Ctrl+Enter"), "note"),
    Key("sent_note", ("F9",), "note"),
    Key("next_finding", ("F8",), "note"),
    Key("previous_finding", ("Shift+F8",), "note"),
    Key("undo", ("Ctrl+Z",), "window"),
    Key("keys", ("F1",), "window"),
    Key("settings", ("Ctrl+,",), "window"),
    Key("quit", ("Ctrl+Q",), "window"),
)
"""The whole map. Escape (back, close) and the arrows belong to the control that has the focus."""


def shown(action: str) -> str:
    """How the key of an action is written; empty when it has none."""
    return next((key.shown for key in KEYS if key.action == action), "")
