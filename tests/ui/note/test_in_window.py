"""The note pane in the real window: the keys of the window reach it, and the list follows what was said."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.cards.note import Deed
from salver.cards.situation import InvitationState
from salver.store import Changed, Filter
from salver.ui.desk import Desk
from salver.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_note_is_begun_checked_copied_and_sent_by_the_keys_of_the_window(qtbot: QtBot, desk: Desk, zoe: int) -> None:
    windows: list[MainWindow] = []

    def announce(changed: Changed) -> None:
        for window in windows:
            window.refresh(changed)

    window = MainWindow(dataclasses.replace(desk, announce=announce))
    qtbot.addWidget(window)
    windows.append(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.show_card(zoe)

    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    window.people.setFocus()
    press(Qt.Key.Key_J, CTRL)
    note = window.note
    assert note.editor.hasFocus()
    qtbot.keyClicks(note.editor, "Hi there, great to meet you today at PyCon DE. Did the repo move?")
    qtbot.waitUntil(lambda: note.finding_count() > 0, timeout=20_000)
    press(Qt.Key.Key_F8)
    assert note.editor.current() >= 0 or note.finding_count() > 0
    press(Qt.Key.Key_Return, CTRL)
    assert QGuiApplication.clipboard().text().startswith("Hi there, great")
    press(Qt.Key.Key_F9)
    assert desk.store.activities.of(zoe)[-1].deed is Deed.SENT
    assert desk.store.people.ids(Filter("waiting")) == [zoe]
    assert desk.store.people.rows([zoe])[0].state is InvitationState.SENT
    windows.clear()
