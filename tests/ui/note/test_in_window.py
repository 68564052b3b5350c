"""The note pane in the real window: the keys of the window reach it, and the list follows what was said."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.cards.note import Deed
from salver.cards.situation import InvitationState
from salver.store import Changed, Filter, Store
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


def test_a_closed_window_asks_for_no_card_any_more(qtbot: QtBot, desk: Desk, store: Store, zoe: int) -> None:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    assert not running(window)
    with qtbot.waitExposed(window):
        window.show()
    window.show_card(zoe)
    window.start_note()
    qtbot.keyClicks(window.note.editor, "Hi Zoe, did you recieve")
    window.people.refresh(Changed(cards=(zoe,)))
    assert running(window)
    window.close()
    assert store.notes.of(zoe)[0].text == "Hi Zoe, did you recieve"
    assert not running(window), "its store is closed next"


def running(window: MainWindow) -> list[QTimer]:
    return [timer for timer in window.findChildren(QTimer) if timer.isActive()]
