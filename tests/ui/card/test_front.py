"""Typing on the front of the card."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel

from salver.cards.card import Card, Labelled, Picture
from salver.store import Store
from salver.ui.card.name_field import NAME_SIZES
from salver.ui.card.pane import CardPane
from salver.ui.texts import CardWords

ENTER = Qt.Key.Key_Return
COPY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def type_in(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_a_whole_card_is_typed_by_keyboard_alone(qtbot, pane: CardPane, store: Store) -> None:
    pane.new_card()
    for text in ("Ana Ruiz", "CTO", "Atarazanas", "ana@example.com", "+34 600 000 000", "in/ana-ruiz"):
        type_in(qtbot, text)
        press(qtbot, ENTER)
    type_in(qtbot, "ana.example")
    qtbot.waitUntil(lambda: not pane.draft.pending, timeout=1_000)
    card = store.cards.get(pane.card_id())
    assert card is not None
    assert (card.first_name, card.last_name, card.title, card.company) == ("Ana", "Ruiz", "CTO", "Atarazanas")
    assert card.emails == (Labelled("ana@example.com"),)
    assert card.phones == (Labelled("+34 600 000 000"),)
    assert [link.value for link in card.links] == ["in/ana-ruiz", "ana.example"]


def test_a_blank_face_is_kept_only_once_something_is_typed(qtbot, pane: CardPane, store: Store, said) -> None:
    with qtbot.assertNotEmitted(pane.card_shown):
        pane.new_card()
        pane.flush()
    assert pane.card_id() == 0
    with qtbot.waitSignal(pane.card_shown, timeout=1_000) as shown:
        type_in(qtbot, "A")
    assert shown.args == [pane.card_id()]
    assert store.cards.get(pane.card_id()).shown_name == "A"
    assert pane.card_id() in said.changes[-1].cards


def test_a_new_card_gets_a_meeting_now_as_a_guess_in_the_same_step(qtbot, pane: CardPane, store: Store) -> None:
    pane.new_card()
    type_in(qtbot, "Ana Ruiz")
    pane.flush()
    (meeting,) = store.meetings.of(pane.card_id())
    assert meeting.met is not None
    assert meeting.met.guess
    assert meeting.met.local.isoformat() == "2026-04-24T10:40:00"
    changed = store.journal.undo()
    assert changed is not None
    assert store.cards.get(changed.cards[0]) is None


def test_saving_waits_for_a_pause_in_typing_and_no_longer_than_half_a_second(qtbot, pane, store, zoe) -> None:
    pane.show_card(zoe)
    pane.front.title.setFocus()
    pane.front.title.end(False)
    type_in(qtbot, " and Grids")
    assert store.cards.get(zoe).title == "Head of Data"
    qtbot.waitUntil(lambda: store.cards.get(zoe).title == "Head of Data and Grids", timeout=600)


def test_leaving_a_field_saves_at_once(qtbot, pane: CardPane, store: Store, zoe: int) -> None:
    pane.show_card(zoe)
    pane.front.company.setFocus()
    pane.front.company.selectAll()
    type_in(qtbot, "Kaveri Labs")
    press(qtbot, Qt.Key.Key_Tab)
    assert store.cards.get(zoe).company == "Kaveri Labs"


def test_another_card_keeps_what_was_typed_on_the_first(qtbot, pane, store, people_of_pycon) -> None:
    first, second = people_of_pycon[:2]
    pane.show_card(first)
    pane.front.title.setFocus()
    pane.front.title.selectAll()
    type_in(qtbot, "Chair")
    pane.show_card(second)
    assert store.cards.get(first).title == "Chair"
    assert pane.front.title.text() == "Principal Engineer"


def test_one_key_copies_an_address_and_says_so(qtbot, pane: CardPane, zoe: int, said) -> None:
    pane.show_card(zoe)
    for kind, value in (("email", "zoe@nordlicht.example"), ("phone", "+49 151 5550 0142")):
        pane.front.contacts[kind][0].field.setFocus()
        press(qtbot, Qt.Key.Key_C, COPY)
        assert QGuiApplication.clipboard().text() == value
        assert said.sentences[-1] == CardWords.copied(value)


def test_the_copy_button_appears_under_the_pointer(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    line = pane.front.contacts["email"][0]
    assert not line._copy.isVisible()
    qtbot.mouseMove(pane)
    qtbot.mouseMove(line)
    line.field.setFocus()
    assert line._copy.isVisible()
    qtbot.mouseClick(line._copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "zoe@nordlicht.example"


def test_one_key_opens_a_profile_by_its_clean_address(qtbot, pane: CardPane, zoe: int, said) -> None:
    pane.show_card(zoe)
    pane.front.contacts["profile"][0].field.setFocus()
    press(qtbot, Qt.Key.Key_O, COPY)
    assert said.opened == ["https://www.linkedin.com/in/zoe-mueller-obrien/"]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "https://you:me@bank.example"])
def test_no_other_kind_of_address_is_opened(qtbot, pane: CardPane, zoe: int, said, address: str) -> None:
    pane.show_card(zoe)
    pane.front.contacts["web"][0].field.setFocus()
    type_in(qtbot, address)
    press(qtbot, Qt.Key.Key_O, COPY)
    assert said.opened == []
    assert said.sentences == [CardWords.CANNOT_OPEN]


def test_a_company_page_is_kept_and_kindly_named(qtbot, pane: CardPane, store: Store, zoe: int) -> None:
    pane.show_card(zoe)
    field = pane.front.contacts["profile"][0].field
    field.setFocus()
    field.selectAll()
    type_in(qtbot, "linkedin.com/company/nordlicht")
    press(qtbot, ENTER)
    assert "a company page" in pane.below.sentence()
    assert store.cards.get(zoe).links[0].value == "linkedin.com/company/nordlicht"


def test_shift_enter_adds_another_line_and_an_empty_one_goes_away(qtbot, pane, store, zoe) -> None:
    pane.show_card(zoe)
    pane.front.contacts["email"][0].field.setFocus()
    press(qtbot, ENTER, Qt.KeyboardModifier.ShiftModifier)
    type_in(qtbot, "zoe@home.example")
    pane.flush()
    assert [mail.value for mail in store.cards.get(zoe).emails] == ["zoe@nordlicht.example", "zoe@home.example"]
    assert store.cards.get(zoe).emails[0].label == "work"
    press(qtbot, ENTER, Qt.KeyboardModifier.ShiftModifier)
    assert len(pane.front.contacts["email"]) == 3
    press(qtbot, Qt.Key.Key_Tab)
    assert len(pane.front.contacts["email"]) == 2


def test_a_long_name_shrinks_then_wraps_and_never_ends_in_dots(qtbot, pane: CardPane, store: Store) -> None:
    sizes = []
    for name in ("Zoë Müller", "Maximiliane von Hohenstein-Roth", "María José de la Cruz y Fernández-Villaverde, PhD"):
        pane.show_card(store.cards.put(Card().named(name)).cards[0])
        sizes.append(pane.front.name.font().pixelSize())
        assert pane.front.name.toPlainText() == name
    assert sizes[0] == NAME_SIZES[0]
    assert sizes[-1] == NAME_SIZES[-1]
    assert pane.front.name.height() > 50
    assert not pane.front.name.geometry().intersects(pane.front.title.geometry())


@pytest.mark.parametrize("name", ["李伟", "Иван Чернышёв", "محمد بن سلمان", "X", "Ana María José de la Cruz y Ruiz"])
def test_any_script_and_any_number_of_words_is_a_name(qtbot, pane: CardPane, store: Store, name: str) -> None:
    pane.new_card()
    pane.front.name.insertPlainText(name)
    pane.flush()
    assert store.cards.get(pane.card_id()).display_name == name


def test_ten_thousand_characters_survive_in_every_field(qtbot, pane: CardPane, store: Store) -> None:
    much = "quite a lot of words, " * 455
    pane.new_card()
    for field in pane.front.lines:
        QGuiApplication.clipboard().setText(much)
        field.setFocus()
        field.selectAll()
        press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pane.flush()
    card = store.cards.get(pane.card_id())
    kept = [card.display_name, card.title, card.company, card.emails[0].value, card.phones[0].value]
    assert kept + [link.value for link in card.links] == [much.strip()] * 7


def test_undo_in_a_field_is_typing_first_and_then_the_windows(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    pane.front.title.setFocus()
    pane.front.title.end(False)
    type_in(qtbot, "base")
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert pane.front.title.text() == "Head of Data"
    assert not pane.front.title.isUndoAvailable()


def test_undo_of_the_store_comes_back_to_the_face(qtbot, pane: CardPane, store: Store, zoe: int, clock) -> None:
    clock.move(minutes=1)
    pane.show_card(zoe)
    pane.front.title.setFocus()
    pane.front.title.selectAll()
    type_in(qtbot, "Chair")
    pane.flush()
    changed = store.journal.undo()
    assert changed is not None
    assert "title" in changed.label
    pane.refresh(changed)
    assert pane.front.title.text() == "Head of Data"


def test_typing_a_name_is_one_step_of_undo(qtbot, pane: CardPane, store: Store, zoe: int, clock) -> None:
    clock.move(minutes=1)
    pane.show_card(zoe)
    pane.front.name.setFocus()
    pane.front.name.selectAll()
    for letter in "Anna":
        type_in(qtbot, letter)
        pane.draft.flush()
    assert store.cards.get(zoe).first_name == "Anna"
    store.journal.undo()
    assert store.cards.get(zoe).first_name == "Zoë"


def test_what_another_pane_changes_shows_without_moving_the_cursor(qtbot, pane, store, zoe) -> None:
    pane.show_card(zoe)
    pane.front.title.setFocus()
    pane.front.title.setCursorPosition(4)
    card = store.cards.get(zoe)
    pane.refresh(store.cards.put(card.named("Zoë Ruiz")))
    assert pane.front.name.text() == "Zoë Ruiz"
    assert pane.front.title.cursorPosition() == 4


def test_a_card_that_was_left_blank_again_is_put_away(qtbot, pane: CardPane, store: Store, zoe: int) -> None:
    pane.new_card()
    type_in(qtbot, "A")
    pane.flush()
    made = pane.card_id()
    press(qtbot, Qt.Key.Key_Backspace)
    pane.show_card(zoe)
    assert store.cards.get(made).deleted_at is not None


def test_the_paper_card_is_shown_small_and_large(qtbot, pane: CardPane, store: Store, zoe: int, tmp_path) -> None:
    image = QImage(350, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.save(str(tmp_path / "card.png"))
    digest = store.pictures.put((tmp_path / "card.png").read_bytes())
    card_id = store.cards.put(Card(pictures=(Picture(digest),)).named("Ana Ruiz")).cards[0]
    pane.show_card(card_id)
    assert pane.front.thumbnail.isVisible()
    qtbot.mouseClick(pane.front.thumbnail, Qt.MouseButton.LeftButton)
    assert any(not label.pixmap().isNull() and label.width() > 200 for label in pane.findChildren(QLabel))
    pane.show_card(zoe)
    assert not pane.front.thumbnail.isVisible()


def test_a_picture_of_another_kind_is_never_decoded(pane: CardPane, store: Store) -> None:
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='file:///etc/passwd'/></svg>"
    digest = store.pictures.put(svg)
    pane.show_card(store.cards.put(Card(pictures=(Picture(digest),)).named("Ana Ruiz")).cards[0])
    assert not pane.front.thumbnail.isVisible()


def test_an_address_without_an_ending_gets_a_hint(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    field = pane.front.contacts["email"][0].field
    field.setFocus()
    field.selectAll()
    type_in(qtbot, "zoe@nordlicht")
    press(qtbot, ENTER)
    assert pane.below.sentence() == CardWords.NO_ENDING
