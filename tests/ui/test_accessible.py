"""Who does not see the window hears a name for everything in it that can be used."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from salver.ui.controls.button import Button
from salver.ui.window import MainWindow

PAGES = ("settings", "keys", "import", "export", "trash", "data", "restore", "licences", "rule:no-hook", "welcome")
KINDS = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)


def nameless(root: QWidget) -> list[str]:
    """What can be used and has no name: shown or not, for what is hidden now is shown a moment later."""
    found = []
    for widget in root.findChildren(QWidget):
        takes = isinstance(widget, KINDS) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        if takes and widget.isEnabled() and not (widget.accessibleName().strip() or words.strip()):
            if isinstance(widget, QAbstractButton) and widget.isHidden():
                continue  # Buttons whose words come with what they are for, such as the foot of the note.
            if type(widget).__name__ in ("QToolButton",) and isinstance(widget.parentWidget(), QLineEdit):
                continue
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_everything_in_the_window_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    assert nameless(window) == []
    qtbot.keyClick(window.people.list, Qt.Key.Key_F4)
    window.card.open_more()
    window.note.begin()
    assert nameless(window) == []


@pytest.mark.parametrize("page", PAGES)
def test_everything_on_a_page_has_a_name(qtbot: QtBot, window: MainWindow, page: str) -> None:
    window.page_wanted.emit(page)
    qtbot.waitUntil(lambda: not window.people.isVisible())
    assert nameless(window) == []


def test_every_icon_without_words_says_in_its_tooltip_what_it_does(window: MainWindow) -> None:
    bare = [
        button.accessibleName()
        for button in window.findChildren(QAbstractButton)
        if isinstance(button, Button) and button.isVisible() and not button.words() and not button.toolTip()
    ]
    assert bare == []
    odd = [b.toolTip() for b in window.findChildren(Button) if "()" in b.toolTip() or "(+)" in b.toolTip()]
    assert odd == []
