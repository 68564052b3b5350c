"""The way out: exact plain text on the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from salver.cards.units import for_clipboard


def copy_note(text: str) -> str:
    """Put a note on the clipboard as plain text and nothing else; answers with what was put there.

    NFC, line feeds, no invisible characters: see `units.for_clipboard`.
    """
    return copy_plain(for_clipboard(text))


def copy_plain(text: str) -> str:
    """Put a short value, such as an e-mail address, on the clipboard as it is."""
    # The clipboard keeps what it is given until the program is gone. Data made here would then be destroyed after
    # Python has ended, which crashes; setText lets Qt make and own it.
    QGuiApplication.clipboard().setText(text)
    return text
