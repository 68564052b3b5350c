"""Tab goes once round the whole window, on every side and page, and everything that can be pressed is on its way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from salver.app import Start
from salver.ui.card.fields import FaceTool
from salver.ui.window import MainWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
PAGES = ("settings", "keys", "import", "export", "trash", "data", "restore", "licences", "rule:no-hook")


def walk(qtbot: QtBot, root: QWidget, *, back: bool = False) -> list[QWidget]:
    """Where Tab leads until it comes back to where it began."""
    first = QApplication.focusWidget()
    assert first is not None, "nothing has the focus"
    seen = [first]
    for _ in range(400):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Backtab if back else Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None and root.isAncestorOf(here), "Tab left the window"
        if here is first:
            return seen
        assert here not in seen, f"Tab goes in circles at {here.accessibleName()}"
        seen.append(here)
    raise AssertionError("Tab never comes back")


def pressable(root: QWidget) -> list[QWidget]:
    """What a mouse could use: every button and field in sight, but signs whose key is the field's."""
    kinds = (QAbstractButton, QLineEdit, QTextEdit)
    found = [w for w in root.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible() and w.isEnabled()]
    return [w for w in found if not isinstance(w, FaceTool)]


def unreached(root: QWidget, seen: list[QWidget]) -> list[str]:
    """Names of what Tab misses. Of a row of choices one stop is enough: the arrows go on from there."""
    missed = []
    for widget in pressable(root):
        exclusive = isinstance(widget, QAbstractButton) and widget.isCheckable() and not widget.isChecked()
        beside = exclusive and any(w.parentWidget() is widget.parentWidget() for w in seen)
        if widget not in seen and not beside:
            missed.append(f"{type(widget).__name__} {widget.accessibleName()!r}")
    return missed


def test_tab_reaches_everything_in_the_window_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    seen = walk(qtbot, window)
    assert unreached(window, seen) == []
    assert [w.accessibleName() for w in reversed(walk(qtbot, window, back=True)[1:])] == [
        w.accessibleName() for w in seen[1:]
    ]


def test_tab_goes_through_the_back_of_the_card_as_it_is_read(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F4)
    qtbot.waitUntil(lambda: window.card.face() == "back")
    seen = walk(qtbot, window)
    assert unreached(window, seen) == []
    names = [w.accessibleName() for w in seen]
    order = [next((i for i, name in enumerate(names) if name.startswith(part)), part) for part in (
        "Met", "Event", "Through", "Yes", "Talked about", "Their words", "Ask next", "Promised", "Private",
        "Add meeting", "More about",
    )]  # fmt: skip
    assert order == sorted(order), names


def test_the_panes_are_read_from_left_to_right(qtbot: QtBot, window: MainWindow) -> None:
    names = [w.accessibleName() for w in walk(qtbot, window)]
    order = [next(i for i, name in enumerate(names) if name.startswith(part)) for part in (
        "Cards", "Front", "Name", "Title", "Company", "E-mail", "Phone", "LinkedIn", "Website", "Add meeting",
        "Fri", "More about", "Kind of message", "topic", "Note text", "Copy note", "New card", "Settings",
        "Search cards", "Filter", "To send",
    ) if any(name.startswith(part) for name in names)]  # fmt: skip
    assert order == sorted(order), names


@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_everything_on_a_page_and_escape_leaves_it(
    qtbot: QtBot, started: Start, window: MainWindow, page: str
) -> None:
    window.page_wanted.emit(page)
    qtbot.waitUntil(lambda: not window.people.isVisible() and QApplication.focusWidget() is not None)
    qtbot.wait(50)
    assert unreached(window, walk(qtbot, window)) == []
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    qtbot.waitUntil(window.people.isVisible)


def test_f6_goes_round_the_panes_both_ways(qtbot: QtBot, window: MainWindow) -> None:
    panes = (window.people, window.card, window.note)

    def here() -> int:
        return next(i for i, pane in enumerate(panes) if pane.isAncestorOf(QApplication.focusWidget()))

    went = []
    for modifier in (NONE, NONE, NONE, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ShiftModifier):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F6, modifier)
        went.append(here())
    assert went == [1, 2, 0, 2, 1]


def test_f6_passes_over_a_note_that_is_not_there(qtbot: QtBot, window: MainWindow) -> None:
    window.new_card()
    assert window.card.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F6)
    assert window.people.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.card.isAncestorOf(QApplication.focusWidget())
