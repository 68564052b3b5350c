"""The main job by keyboard alone, in the real window: from Ctrl+N to the clipboard, and found again after a restart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.app import Start
from salver.cards.note import Deed
from salver.cards.situation import InvitationState
from salver.paths import paths
from salver.store import Filter, Settings, open_store
from salver.ui.theme import Theme

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Keyboard:
    """Ten fingers, and no mouse."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def focused(self):
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return QApplication.focusWidget()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self.focused(), key, modifier)

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                self._qtbot.keyClicks(self.focused(), letter)
            else:
                event = QInputMethodEvent()
                event.setCommitString(letter)
                QApplication.sendEvent(self.focused(), event)

    def tab_to(self, name: str) -> None:
        """Tab until the control of this accessible name has the focus; the whole way is by keyboard."""
        for _ in range(80):
            if self.focused().accessibleName().startswith(name):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {name}")


@pytest.fixture
def keyboard(qtbot: QtBot) -> Keyboard:
    return Keyboard(qtbot)


@pytest.fixture
def folder(tmp_path: Path, clock) -> Path:
    store = open_store(tmp_path / "data", clock)
    store.settings.put(Settings(welcome_done=True))
    store.close()
    return tmp_path / "data"


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock) -> Iterator[Start]:
    theme = Theme("light", under_test=True)
    theme.install(QApplication.instance())
    made = Start(paths(str(folder)), theme, clock, "Europe/Berlin")
    yield made
    made.close()


def test_a_card_a_note_and_the_clipboard_by_keyboard_alone(
    qtbot: QtBot, keyboard: Keyboard, start: Start, clock
) -> None:
    window = start.open()
    qtbot.waitExposed(window)
    window.activateWindow()

    keyboard.press(Key.Key_N, CTRL)
    keyboard.type("Zoë Müller")
    keyboard.press(Key.Key_Return)
    keyboard.type("Head of Data")
    keyboard.press(Key.Key_Return)
    keyboard.type("Nordlicht Energie")

    keyboard.press(Key.Key_F4)
    qtbot.waitUntil(lambda: window.card.face() == "back")
    keyboard.tab_to("Talked about")
    keyboard.type("sqlite sync")
    keyboard.press(Key.Key_Return)
    keyboard.tab_to("Ask next")
    keyboard.type("Did the repo move to Codeberg?")

    keyboard.press(Key.Key_J, CTRL)
    note = "Hi Zoë, the sqlite sync tips at PyCon already saved my weekend. Did the repo move to Codeberg?"
    keyboard.type(note)
    keyboard.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == note)
    start.close()

    window = start.open()
    qtbot.waitExposed(window)
    keyboard.press(Key.Key_F, CTRL)
    keyboard.type("sqlit")
    store = start.session.store
    qtbot.waitUntil(lambda: window.people.list.model().rowCount() >= 1)
    (card_id,) = store.people.ids(Filter("everyone", text="sqlit"))
    kept = store.cards.get(card_id)
    assert (kept.first_name, kept.last_name, kept.title, kept.company) == (
        "Zoë", "Müller", "Head of Data", "Nordlicht Energie",
    )  # fmt: skip
    (meeting,) = store.meetings.of(card_id)
    assert meeting.topics == ("sqlite sync",)
    assert meeting.hook == "Did the repo move to Codeberg?"
    assert store.notes.of(card_id)[0].text == note
    assert Deed.COPIED in [a.deed for a in store.activities.of(card_id)]
    assert store.people.rows([card_id])[0].state is InvitationState.COPIED


def test_undo_takes_back_the_last_step_and_names_it(qtbot: QtBot, keyboard: Keyboard, start: Start) -> None:
    window = start.open()
    qtbot.waitExposed(window)
    keyboard.press(Key.Key_N, CTRL)
    keyboard.type("Ana Ruiz")
    keyboard.press(Key.Key_F, CTRL)
    store = start.session.store
    qtbot.waitUntil(lambda: len(store.people.ids(Filter("everyone"))) == 1)
    (card_id,) = store.people.ids(Filter("everyone"))
    start.session.desk.announce(store.cards.trash([card_id]))
    assert store.people.ids(Filter("everyone")) == []
    keyboard.press(Key.Key_Z, CTRL)
    assert store.people.ids(Filter("everyone")) == [card_id]
    assert "Ana Ruiz" in window.notice.label.text()
    assert window.notice.isVisible()


def test_escape_closes_a_page_and_the_panes_are_as_they_were(qtbot: QtBot, keyboard: Keyboard, start: Start) -> None:
    window = start.open()
    qtbot.waitExposed(window)
    for key, modifier in ((Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Key.Key_Comma, CTRL)):
        keyboard.press(key, modifier)
        assert not window.people.isVisible()
        keyboard.press(Key.Key_Escape)
        assert window.people.isVisible()


def test_a_window_too_narrow_for_both_shows_one_page_at_a_time(qtbot: QtBot, start: Start) -> None:
    window = start.open()
    qtbot.waitExposed(window)
    window.resize(1280, 800)
    assert not window.pair.narrow
    window.resize(1000, 700)
    assert window.pair.narrow
    assert (window.width(), window.height()) == (1000, 700)
    window.resize(1280, 800)
    start.session.theme.apply(scale=1.5)
    assert window.pair.narrow
    assert (window.width(), window.height()) == (1280, 800)
    start.session.theme.apply(scale=1.0)


def test_the_window_comes_back_in_the_size_it_had(qtbot: QtBot, start: Start) -> None:
    window = start.open()
    qtbot.waitExposed(window)
    window.resize(770, 650)
    start.close()
    again = start.open()
    qtbot.waitExposed(again)
    assert (again.width(), again.height()) == (770, 650)
