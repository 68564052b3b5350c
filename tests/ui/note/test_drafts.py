"""Help to write, in the window: drafts in three tones, their gap, and a long note split in two. Real keys and store."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from salver.cards.card import Card
from salver.cards.note import Activity, Channel, Deed
from salver.store import Changed, Store
from salver.ui.controls.button import Button
from salver.ui.desk import Desk
from salver.ui.texts import DraftWords
from salver.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = (
    "Hi Zoë, it was great to meet you at PyCon DE yesterday. Your line that a backup is a rumour until you restore it "
    "is on our fridge in Leipzig. I have told my sister about the Darmstadt trams, and she has a map of them on her "
    "wall. Did the repo move to Codeberg? If you are ever near the harbour, the coffee is on me."
)


def offered(bench, tone: str) -> str:
    """Press the button of a tone, and wait for the draft."""
    before = bench.editor.text
    bench.pane.writing.drafts.tones.button(tone).click()
    bench.qtbot.waitUntil(lambda: bench.editor.text != before, timeout=20_000)
    return bench.editor.text


def sentence(bench) -> str:
    return bench.pane.writing.drafts.tones.words.text()


def test_an_empty_note_offers_a_draft_and_the_first_key_fills_its_gap(bench, store: Store, zoe: int) -> None:
    help_ = bench.pane.writing.drafts
    assert help_.isVisible()
    assert sentence(bench) == DraftWords.OFFER
    text = offered(bench, "warm")
    assert text.startswith("Hi Zoë, ")
    assert "Did the repo move to Codeberg?" in text
    assert "autumn" not in text
    assert bench.editor.hasFocus()
    assert bench.editor.textCursor().selectedText() == "…"
    assert "your own words" in sentence(bench)
    bench.settle()
    assert not bench.pane.writing.well.isVisible()
    bench.write("Your line is on our fridge.")
    assert bench.editor.text == text.replace("…", "Your line is on our fridge.")
    assert not help_.isVisible()
    bench.settle()
    assert "same-note" not in bench.rules()
    bench.pane.flush()
    assert store.notes.of(zoe)[0].text == bench.editor.text


def test_a_draft_is_one_step_of_undo(bench) -> None:
    bench.write("Hi")
    bench.pane.drafts.offer("formal")
    bench.qtbot.waitUntil(lambda: bench.editor.text.startswith("Dear Zoë"), timeout=20_000)
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.editor.text == "Hi"


def test_the_tones_differ_and_can_be_changed_while_the_gap_is_open(bench) -> None:
    texts = [offered(bench, tone) for tone in ("warm", "formal", "brief")]
    assert len(set(texts)) == 3
    assert texts[1].startswith("Dear Zoë")


def test_before_a_note_is_begun_a_draft_begins_it(open_pane, zoe: int) -> None:
    bench = open_pane(zoe, width=336)
    button = bench.pane.empty.tones.button("brief")
    assert button.accessibleName() == "Offer a brief draft"
    button.setFocus()
    bench.press(Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: "…" in bench.editor.text, timeout=20_000)
    assert bench.pane.has_note()
    assert bench.editor.hasFocus()


def test_a_reply_is_offered_a_reply(bench) -> None:
    bench.pane.begin("reply")
    text = offered(bench, "warm")
    assert "thank you" in text.lower()
    assert bench.pane.keeper.note.channel is Channel.REPLY


def test_whoever_types_while_the_draft_is_made_keeps_what_they_typed(bench) -> None:
    bench.pane.drafts.offer("warm")
    bench.write("Hello")
    bench.settle()
    assert bench.editor.text == "Hello"


def test_a_draft_copied_with_its_gap_open_is_noticed_kindly(bench, said) -> None:
    text = offered(bench, "warm")
    bench.editor.put_caret(0)
    bench.press(Qt.Key.Key_Return, CTRL)
    assert QGuiApplication.clipboard().text() == text
    assert said.sentences == [DraftWords.COPIED_OPEN]
    assert bench.editor.textCursor().selectedText() == "…"


def test_a_note_without_a_gap_is_copied_without_a_word(bench, said) -> None:
    bench.write("Hi there, did the repo move to Codeberg? I still wait…")
    bench.press(Qt.Key.Key_Return, CTRL)
    assert said.sentences == []


def test_the_menu_of_the_editor_offers_drafts_too(bench) -> None:
    bench.write("Hi")
    bench.editor.customContextMenuRequested.emit(QPoint(4, 4))
    menus = [m for m in QApplication.topLevelWidgets() if isinstance(m, QMenu) and m.isVisible()]
    titles = [action.text() for menu in menus for action in menu.actions()]
    assert DraftWords.MENU in titles
    for menu in menus:
        menu.close()


def test_people_of_one_event_are_offered_different_texts(open_pane, store: Store, people_of_pycon: list[int]) -> None:
    texts = set()
    bench = open_pane(people_of_pycon[0])
    for card_id in people_of_pycon:
        bench.pane.show_card(card_id)
        bench.pane.begin()
        text = offered(bench, "brief")
        texts.add(text.split(",", 1)[1])
        bench.pane.flush()
    assert len(texts) == len(people_of_pycon)


def test_a_note_much_too_long_is_split_and_the_rest_is_kept_for_later(bench, store: Store, said, zoe: int) -> None:
    bench.editor.insertPlainText(LONG)
    button = bench.pane.writing.drafts.split
    bench.qtbot.waitUntil(button.isVisible)
    assert button.words() == DraftWords.SPLIT
    button.click()
    invitation = bench.editor.text
    assert len(invitation) <= 200
    assert "Did the repo move to Codeberg?" in invitation
    assert said.sentences == [DraftWords.SPLIT_DONE]
    assert not button.isVisible()
    later, now = store.notes.of(zoe)
    assert (now.text, now.channel) == (invitation, Channel.INVITATION)
    assert later.channel is Channel.MESSAGE
    assert "the coffee is on me" in later.text
    bench.pane.show_card(zoe)
    assert bench.editor.text == invitation


def test_a_long_note_is_looked_at_for_parting_when_the_typing_rests(bench) -> None:
    button = bench.pane.writing.drafts.split
    bench.editor.insertPlainText(LONG)
    assert not button.isVisible()
    bench.qtbot.waitUntil(button.isVisible)
    bench.write(" See you")
    assert button.isVisible(), "what is offered does not blink at each key"
    bench.press(Qt.Key.Key_A, CTRL)
    bench.write("Hi Zoë")
    assert not button.isVisible()


def test_undo_takes_the_split_back_and_redo_makes_it_again(bench, store: Store, zoe: int) -> None:
    bench.editor.insertPlainText(LONG)
    bench.pane.writing.drafts.split.click()
    invitation = bench.editor.text
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.editor.text == LONG
    assert [note.channel for note in store.notes.of(zoe)] == [Channel.INVITATION]
    bench.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert bench.editor.text == invitation
    assert {note.channel for note in store.notes.of(zoe)} == {Channel.INVITATION, Channel.MESSAGE}


def test_a_full_disk_leaves_a_long_note_whole(bench, store: Store, said, zoe: int) -> None:
    whole = LONG + " The goat came home by tram." * 200
    bench.editor.insertPlainText(whole)
    bench.pane.flush()
    bench.pane.drafts.follow()
    connection = store._core.db.peewee
    pages = connection.execute_sql("PRAGMA page_count").fetchone()[0]
    connection.execute_sql(f"PRAGMA max_page_count = {pages}").fetchone()
    bench.pane.writing.drafts.split.click()
    assert bench.editor.text == whole
    assert "disk is full" in said.sentences[-1]
    connection.execute_sql("PRAGMA max_page_count = 1000000").fetchone()
    bench.pane.writing.drafts.split.click()
    assert len(bench.editor.text) <= 200
    assert len(store.notes.of(zoe)) == 2


def test_once_they_accept_the_message_kept_for_later_is_there(bench, desk: Desk, store: Store, zoe: int) -> None:
    bench.editor.insertPlainText(LONG)
    bench.pane.writing.drafts.split.click()
    note = bench.pane.keeper.note
    for deed in (Deed.SENT, Deed.ACCEPTED):
        store.activities.add(Activity(deed, desk.now(), zoe, note.id, Channel.INVITATION))
    bench.pane.refresh(Changed(cards=(zoe,)))
    bench.pane.deeds.act("message")
    assert "the coffee is on me" in bench.editor.text
    assert bench.pane.keeper.note.channel is Channel.MESSAGE
    assert not bench.editor.isReadOnly()


def test_a_note_a_little_too_long_is_trimmed_not_split(bench) -> None:
    bench.editor.insertPlainText("Hi Zoë, " + "did the repo move to Codeberg by tram? " * 5)
    assert not bench.pane.writing.drafts.split.isVisible()


def test_at_most_one_primary_button_is_in_sight(open_pane, zoe: int) -> None:
    pane = open_pane(zoe).pane

    def primary() -> list[str]:
        return [b.words() for b in pane.findChildren(Button) if b.isVisible() and b._kind == "primary"]

    assert len(primary()) == 1
    pane.begin()
    assert len(primary()) == 1


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_help_fits_the_narrowest_pane(open_pane, desk: Desk, store: Store, scale: float) -> None:
    card_id = store.cards.put(Card().named("Ana Ruiz")).cards[0]
    desk.theme.apply(scale=scale)
    bench = open_pane(card_id, width=round(336 * scale), height=900)
    for row in (bench.pane.empty.tones, None):
        if row is None:
            bench.pane.begin()
            row = bench.pane.writing.drafts.tones
        for tone in ("warm", "brief", "formal"):
            button = row.button(tone)
            right = button.mapTo(bench.pane, QPoint(button.width(), 0)).x()
            assert right <= bench.pane.width()
            assert button.width() >= button.sizeHint().width()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, zoe: int) -> Iterator[MainWindow]:
    windows: list[MainWindow] = []

    def announce(changed: Changed) -> None:
        for each in windows:
            each.refresh(changed)

    made = MainWindow(dataclasses.replace(desk, announce=announce))
    qtbot.addWidget(made)
    windows.append(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_card(zoe)
    yield made
    windows.clear()


def test_a_draft_is_reached_by_keys_alone_in_the_window(qtbot: QtBot, window: MainWindow) -> None:
    def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    window.people.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_J, CTRL)
    note = window.note
    assert note.editor.hasFocus()
    warm = note.writing.drafts.tones.button("warm")
    for _ in range(6):
        press(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is warm:
            break
    assert QApplication.focusWidget() is warm
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "…" in note.editor.text, timeout=20_000)
    assert note.editor.hasFocus()
    qtbot.keyClicks(note.editor, "The trams were on time.")
    assert "The trams were on time." in note.editor.text
