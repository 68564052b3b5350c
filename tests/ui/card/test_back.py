"""Typing on the back of the card."""

from __future__ import annotations

import datetime as dt
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from salver.cards.card import Card
from salver.cards.event import Event
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Precision, Promise, Tie, Told
from salver.store import Store
from salver.ui.card.pane import CardPane
from salver.ui.texts import CardWords

ENTER = Qt.Key.Key_Return


def type_in(qtbot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def press(qtbot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def ana(store: Store) -> int:
    return store.cards.put(Card().named("Ana Ruiz")).cards[0]


@pytest.fixture
def back(pane: CardPane, ana: int) -> CardPane:
    """Ana's empty back, with the cursor in the first line."""
    pane.show_card(ana)
    pane.flip()
    pane.back.met.setFocus()
    return pane


def kept(pane: CardPane, store: Store) -> Meeting:
    pane.flush()
    return store.meetings.of(pane.card_id())[0]


def test_the_whole_back_is_typed_by_keyboard_alone(qtbot, back: CardPane, store: Store) -> None:
    type_in(qtbot, "yesterday 15:40, at the sprint table")
    press(qtbot, ENTER)
    type_in(qtbot, "Priya Raghavan")
    press(qtbot, ENTER)
    type_in(qtbot, "sqlite sync,Darmstadt trams")
    press(qtbot, ENTER)
    press(qtbot, ENTER)
    type_in(qtbot, "A backup is a rumour.")
    press(qtbot, ENTER)
    type_in(qtbot, "Did the repo move?")
    press(qtbot, ENTER)
    type_in(qtbot, "Send the slides")
    press(qtbot, ENTER)
    press(qtbot, ENTER)
    type_in(qtbot, "Leaving in autumn")
    meeting = kept(back, store)
    assert meeting.met == Moment(dt.datetime(2026, 4, 23, 15, 40), "Europe/Berlin")
    assert meeting.place == "the sprint table"
    assert meeting.tie is Tie.MET
    assert meeting.introduced_by == PersonRef("Priya Raghavan")
    assert meeting.topics == ("sqlite sync", "Darmstadt trams")
    assert meeting.their_words == "A backup is a rumour."
    assert meeting.hook == "Did the repo move?"
    assert [promise.text for promise in meeting.promises] == ["Send the slides"]
    assert meeting.private == ("Leaving in autumn",)


def test_the_first_line_says_how_it_is_read_and_settles_when_left(qtbot, back: CardPane) -> None:
    type_in(qtbot, "yesterday 15:40, in the bar")
    assert back.below.sentence() == "Read as Thu 23 April, 15:40, at the bar"
    press(qtbot, Qt.Key.Key_Tab)
    assert back.back.met.text() == "Thu 23 April, 15:40, at the bar"


def test_a_month_alone_is_enough(qtbot, back: CardPane, store: Store) -> None:
    type_in(qtbot, "March")
    meeting = kept(back, store)
    assert meeting.met == Moment(dt.datetime(2026, 3, 1, 18), "Europe/Berlin", Precision.MONTH)


def test_enter_keeps_a_guess_and_means_that_you_met(qtbot, pane: CardPane, store: Store) -> None:
    pane.new_card()
    type_in(qtbot, "Ana")
    pane.flip()
    assert QApplication.focusWidget() is pane.back.met
    assert pane.back.keep.isVisible()
    assert pane.below.sentence() == CardWords.GUESS_LINE
    press(qtbot, ENTER)
    (meeting,) = store.meetings.of(pane.card_id())
    assert meeting.met == Moment(dt.datetime(2026, 4, 24, 10, 40), "Europe/Berlin")
    assert meeting.tie is Tie.MET
    assert not pane.back.keep.isVisible()


def test_adding_a_place_leaves_a_guess_a_guess(qtbot, pane: CardPane, store: Store) -> None:
    pane.new_card()
    type_in(qtbot, "Ana")
    pane.flip()
    pane.back.met.end(False)
    type_in(qtbot, ", at the bar")
    meeting = kept(pane, store)
    assert meeting.place == "the bar"
    assert meeting.met is not None
    assert meeting.met.guess


def test_the_last_event_is_offered_and_taken_by_one_key(qtbot, back: CardPane, store: Store) -> None:
    store.events.put(Event(name="PyCon DE", ends=dt.datetime(2026, 4, 24, 18), zone="Europe/Berlin"))
    back.back.show_meeting(back.draft.meeting)
    assert "PyCon DE" in back.back.event_field.placeholderText()
    back.back.event_field.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    meeting = kept(back, store)
    assert meeting.event == "PyCon DE"
    assert meeting.event_id == store.events.named("PyCon DE").id


def test_an_event_that_is_long_over_is_not_offered(back: CardPane, store: Store) -> None:
    store.events.put(Event(name="PyCon DE", ends=dt.datetime(2026, 4, 20, 18), zone="Europe/Berlin"))
    back.back.show_meeting(back.draft.meeting)
    assert back.back.event_field.placeholderText() == CardWords.EVENT_HINT


def test_a_new_event_gets_a_row_of_its_own_when_it_is_left(qtbot, back: CardPane, store: Store) -> None:
    back.back.event_field.setFocus()
    type_in(qtbot, "FOSDEM")
    press(qtbot, Qt.Key.Key_Tab)
    event = store.events.named("FOSDEM")
    assert event is not None
    assert store.meetings.of(back.card_id())[0].event_id == event.id


def test_the_guess_follows_the_event(qtbot, pane: CardPane, store: Store) -> None:
    over = dt.datetime(2026, 4, 23, 18)
    store.events.put(Event(name="PyCon DE", starts=over - dt.timedelta(days=1), ends=over, zone="Europe/Berlin"))
    pane.new_card()
    type_in(qtbot, "Ana")
    pane.flip()
    pane.back.event_field.setFocus()
    type_in(qtbot, "PyCon DE")
    meeting = kept(pane, store)
    assert meeting.met == Moment(over, "Europe/Berlin", guess=True)


def test_an_introducer_with_a_card_is_offered_and_linked(qtbot, back, store, people_of_pycon) -> None:
    back.back.through.setFocus()
    type_in(qtbot, "Priya")
    completer = back.back.through.completer()
    assert completer.popup().isVisible()
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), ENTER)
    assert kept(back, store).introduced_by == PersonRef("Priya Raghavan", people_of_pycon[5])


def test_topics_come_with_enter_or_comma_and_go_with_backspace_or_delete(qtbot, back: CardPane, store: Store) -> None:
    field = back.back.topics.field
    field.setFocus()
    type_in(qtbot, "trams,sqlite")
    press(qtbot, ENTER)
    assert kept(back, store).topics == ("trams", "sqlite")
    press(qtbot, Qt.Key.Key_Backspace)
    assert kept(back, store).topics == ("trams",)
    chip = back.back.topics.chips()[0]
    chip.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert kept(back, store).topics == ()
    assert QApplication.focusWidget() is field


def test_a_topic_being_typed_is_kept_when_the_card_is_left(qtbot, back: CardPane, store: Store, zoe: int) -> None:
    ana = back.card_id()
    back.back.topics.field.setFocus()
    type_in(qtbot, "trams")
    back.show_card(zoe)
    assert store.meetings.of(ana)[0].topics == ("trams",)


def test_a_topic_that_is_pressed_can_be_changed(qtbot, back: CardPane, store: Store) -> None:
    back.back.topics.field.setFocus()
    type_in(qtbot, "trems,")
    qtbot.mouseClick(back.back.topics.chips()[0], Qt.MouseButton.LeftButton)
    assert back.back.topics.field.text() == "trems"


@pytest.mark.parametrize("tie", [Tie.HEARD, Tie.STRANGER])
def test_who_was_not_met_raises_one_question_beside_the_tie(qtbot, back, store, zoe, tie: Tie) -> None:
    back.back.tie.chosen.emit(tie.value)
    assert store.meetings.of(back.card_id())[0].tie is tie
    assert back.below.asking == CardWords.ASK_INTRODUCTION
    qtbot.mouseClick(back.below.yes, Qt.MouseButton.LeftButton)
    assert back.below.asking == ""
    ana = back.card_id()
    back.show_card(zoe)
    back.show_card(ana)
    assert back.below.asking == ""


def test_the_tie_is_chosen_by_keyboard(qtbot, back: CardPane, store: Store) -> None:
    back.back.tie.setFocus()
    press(qtbot, ENTER)
    menu = back.back.tie.menu_of_ties
    assert menu.isVisible()
    menu.setActiveAction(menu.actions()[2])
    qtbot.keyClick(menu, ENTER)
    assert kept(back, store).tie is Tie.FRIEND
    assert back.back.tie.text() == "Friend"


def test_told_them_is_one_press(qtbot, back: CardPane, store: Store) -> None:
    qtbot.mouseClick(back.back.told.button("yes"), Qt.MouseButton.LeftButton)
    assert store.meetings.of(back.card_id())[0].told is Told.YES


def test_promises_can_be_several_by_both_with_dates(qtbot, back: CardPane, store: Store) -> None:
    back.back.promises[0].field.setFocus()
    type_in(qtbot, "Send the slides")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Tab)
    type_in(qtbot, "Tuesday")
    press(qtbot, ENTER)
    type_in(qtbot, "Introduce me to Ngozi")
    qtbot.mouseClick(back.back.promises[1].by, Qt.MouseButton.LeftButton)
    meeting = kept(back, store)
    assert [(p.text, p.by, p.due) for p in meeting.promises] == [
        ("Send the slides", By.ME, dt.date(2026, 4, 28)),
        ("Introduce me to Ngozi", By.THEM, None),
    ]
    assert back.back.promises[0].due.text() == "by Tue 28 April"


def test_ticking_a_promise_dates_it(qtbot, pane: CardPane, store: Store, zoe: int, clock) -> None:
    pane.show_card(zoe)
    pane.flip()
    qtbot.mouseClick(pane.back.promises[0].tick, Qt.MouseButton.LeftButton)
    assert kept(pane, store).promises[0].done_at == clock.now
    qtbot.mouseClick(pane.back.promises[0].tick, Qt.MouseButton.LeftButton)
    assert kept(pane, store).promises[0].done_at is None


def test_an_emptied_promise_is_gone(qtbot, pane: CardPane, store: Store, zoe: int) -> None:
    pane.show_card(zoe)
    pane.flip()
    pane.back.promises[0].field.setFocus()
    pane.back.promises[0].field.selectAll()
    press(qtbot, Qt.Key.Key_Backspace)
    assert kept(pane, store).promises == ()


def test_more_than_seven_lines_scroll_and_do_not_shrink(qtbot, pane: CardPane, store: Store) -> None:
    card = store.cards.put(Card().named("Ana Ruiz")).cards[0]
    promises = tuple(Promise(f"Promise {i}") for i in range(5))
    store.meetings.put(Meeting(card_id=card, promises=promises, friends=(PersonRef("Priya"),)))
    pane.show_card(card)
    pane.flip()
    area = pane.view._areas["back"]
    assert pane.back.height() > area.viewport().height()
    assert pane.back.promises[4].height() == pytest.approx((320 - 52) / 7, abs=1)
    pane.back.privates[0].field.setFocus()
    assert area.verticalScrollBar().value() > 0


def test_seven_lines_fill_the_back_exactly(pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    pane.flip()
    for width in (496, 552, 608, 664, 720):
        pane.resize(width, 744)
        area = pane.view._areas["back"]
        assert pane.back.height() == area.viewport().height(), width


def test_friends_in_common_have_a_line_when_they_are_wanted(qtbot, back: CardPane, store: Store) -> None:
    assert not back.back.friends_line.isVisible()
    back.menu.friends_wanted.emit()
    type_in(qtbot, "Priya Raghavan,")
    assert kept(back, store).friends == (PersonRef("Priya Raghavan"),)


def test_ten_thousand_characters_survive_in_every_line(qtbot, back: CardPane, store: Store) -> None:
    much = ("many words " * 910).strip()
    QGuiApplication.clipboard().setText(much)
    for field in (back.back.words, back.back.ask, back.back.privates[0].field, back.back.topics.field):
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    meeting = kept(back, store)
    assert (meeting.their_words, meeting.hook, meeting.private, meeting.topics) == (much, much, (much,), (much,))


def test_the_line_below_counts_what_can_go_into_the_note(pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    pane.flip()
    assert pane.below.sentence() == "Six things here can go into the note. The private line never does."


def test_a_name_that_is_offered_does_not_hold_the_focus_back(qtbot, back, store, people_of_pycon) -> None:
    back.back.through.setFocus()
    type_in(qtbot, "Priya")
    press(qtbot, ENTER)
    assert QApplication.focusWidget() is back.back.topics.field
    assert not back.back.through.completer().popup().isVisible()
    assert store.meetings.of(back.card_id())[0].introduced_by == PersonRef("Priya")


def test_the_line_below_follows_what_is_saved(qtbot, back: CardPane) -> None:
    back.back.ask.setFocus()
    type_in(qtbot, "Did it work?")
    back.flush()
    assert back.below.sentence() == "One thing here can go into the note."


def test_what_cannot_be_saved_stays_and_is_saved_later(qtbot, back: CardPane, store: Store, said) -> None:
    with closing(sqlite3.connect(store.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        back.back.ask.setFocus()
        type_in(qtbot, "Did it work?")
        back.flush()
        assert back.draft.pending
        assert "not saved yet" in said.sentences[-1]
        other.rollback()
    type_in(qtbot, " Really?")
    back.flush()
    assert not back.draft.pending
    assert store.meetings.of(back.card_id())[0].hook == "Did it work? Really?"


def test_nobody_is_offered_as_their_own_introducer(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    pane.flip()
    pane.back.through.setFocus()
    pane.back.through.selectAll()
    type_in(qtbot, "Zo")
    assert not pane.back.through.completer().popup().isVisible()
