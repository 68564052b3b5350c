"""Small manners of the whole window: nothing moves under the pointer, what is chosen stays chosen, undo undoes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.app import Start
from salver.cards.note import Deed
from salver.cards.situation import InvitationState
from salver.ui.window import MainWindow

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def click_row(qtbot: QtBot, window: MainWindow, card_id: int, keys: Qt.KeyboardModifier) -> None:
    people = window.people
    place = people.list.visualRect(people.model.index(people.model.line_of(card_id))).center()
    qtbot.mouseClick(people.list.viewport(), LEFT, keys, place)


def test_cards_chosen_with_shift_stay_chosen_while_the_last_one_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    people = window.people
    first, third = people.model.card_at(1), people.model.card_at(3)
    click_row(qtbot, window, first, Qt.KeyboardModifier.NoModifier)
    click_row(qtbot, window, third, SHIFT)
    assert window.shown_card() == third
    assert len(people.chosen_ids()) == 3
    assert people.bar.words() == "3 chosen"
    people.doing.tag("radio")
    assert len(people.chosen_ids()) == 3


def test_a_sentence_moves_nothing_and_covers_no_button_of_the_note(qtbot: QtBot, window: MainWindow) -> None:
    for width, height in ((1280, 800), (1000, 700)):
        window.resize(width, height)
        if window.pair.narrow:
            window.pair.show_page("note")
        window.notice.say("")
        qtbot.waitUntil(lambda: not window.notice.isVisible())
        before = [(w, w.mapTo(window, QPoint(0, 0)), w.size()) for w in (window.people.list, window.note.foot)]
        window.notice.say("A sentence of some length, such as one that says that a card is in the trash.")
        assert window.notice.isVisible()
        assert [(w, w.mapTo(window, QPoint(0, 0)), w.size()) for w, *_ in before] == before
        foot = window.note.foot.geometry().translated(window.note.mapTo(window, QPoint(0, 0)))
        assert not window.notice.geometry().intersects(foot)
        assert window.rect().contains(window.notice.geometry())


def test_undo_takes_back_sent_with_the_focus_where_it_was_left(
    qtbot: QtBot, started: Start, window: MainWindow
) -> None:
    note, store, card_id = window.note, started.session.store, window.shown_card()
    window.start_note("")
    qtbot.keyClicks(note.editor, " Yes")
    qtbot.keyClick(note.editor, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == note.editor.text.strip())
    qtbot.keyClick(note.editor, Key.Key_F9)
    qtbot.waitUntil(lambda: store.people.rows([card_id])[0].state is InvitationState.SENT)
    assert "They accepted" not in QApplication.focusWidget().accessibleName()
    assert window.notice.undo.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: store.people.rows([card_id])[0].state is InvitationState.COPIED)


def test_a_double_click_on_copy_copies_and_says_nothing_of_sent(
    qtbot: QtBot, started: Start, window: MainWindow
) -> None:
    button = window.note.foot.primary
    assert button.words() == "Copy note"
    centre = button.rect().center()
    qtbot.mouseClick(button, LEFT, pos=centre)
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        place = QPointF(centre)
        buttons = LEFT if kind is QEvent.Type.MouseButtonDblClick else Qt.MouseButton.NoButton
        everywhere = QPointF(button.mapToGlobal(centre))
        QApplication.sendEvent(
            button, QMouseEvent(kind, place, everywhere, LEFT, buttons, Qt.KeyboardModifier.NoModifier)
        )
    deeds = [a.deed for a in started.session.store.activities.of(window.shown_card())]
    assert Deed.COPIED in deeds
    assert Deed.SENT not in deeds


def test_the_next_card_takes_the_place_of_one_in_the_trash_and_undo_shows_it_again(
    qtbot: QtBot, started: Start, window: MainWindow
) -> None:
    first, second = window.people.model.card_at(1), window.people.model.card_at(2)
    qtbot.keyClick(window.people.list, Key.Key_Delete)
    qtbot.waitUntil(lambda: window.shown_card() == second)
    assert "to the trash" in window.notice.label.text() and window.notice.undo.isVisible()
    everyone = [window.people.model.card_at(n) for n in range(window.people.model.rowCount())]
    started.session.desk.announce(started.session.store.cards.trash([card for card in everyone if card]))
    qtbot.waitUntil(lambda: window.shown_card() == 0)
    assert QApplication.focusWidget() is not None
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: window.shown_card() > 0)
    assert window.card.card_id() == window.shown_card() != first


def test_a_sentence_follows_the_window(qtbot: QtBot, window: MainWindow) -> None:
    window.notice.say("A sentence.")
    for size in ((1600, 900), (700, 500), (1280, 800)):
        window.resize(*size)
        qtbot.waitUntil(lambda: window.notice.geometry().bottom() == window.height() - 1)
        card = window.card.geometry().translated(window.card.parentWidget().mapTo(window, QPoint(0, 0)))
        assert (window.notice.x(), window.notice.width()) == (card.x(), card.width())
