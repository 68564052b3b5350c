"""The one QApplication, and what can be said of a start before any window is there."""

from __future__ import annotations

import contextlib
import os
import sys

from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from salver.ui.texts import WindowWords

REFUSED = 2
"""Exit status when the window could not do its work."""


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


def say_in_terminal(sentence: str) -> None:
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
            say_in_terminal(WindowWords.NO_SCREEN)
            os._exit(REFUSED)
        said.append(text)

    before = qInstallMessageHandler(heard)
    qt = QApplication(argv)
    qInstallMessageHandler(before)
    for line in said:
        say_in_terminal(line)
    return qt
