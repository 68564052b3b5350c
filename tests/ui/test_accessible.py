"""Who does not see the window hears a name for everything in it that can be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from salver.app import Start
from salver.paths import paths
from salver.store import Settings, open_store
from salver.ui.controls.button import Button
from salver.ui.theme import Theme
from salver.ui.welcome import examples
from salver.ui.window import MainWindow

PAGES = ("settings", "keys", "import", "export", "trash", "data", "restore", "licences", "rule:no-hook", "welcome")
KINDS = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, clock) -> Iterator[Start]:
    store = open_store(tmp_path / "data", clock)
    store.settings.put(Settings(welcome_done=True))
    examples.lay(store, clock(), "Europe/Berlin")
    store.close()
    theme = Theme("light", under_test=True)
    theme.install(QApplication.instance())
    made = Start(paths(str(tmp_path / "data")), theme, clock, "Europe/Berlin")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    opened = start.open()
    qtbot.waitExposed(opened)
    qtbot.waitUntil(lambda: opened.card.card_id() > 0)
    return opened


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
