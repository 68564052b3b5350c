"""What happened with a person, below their card, and what can be done about it."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from salver.cards.event import Event
from salver.cards.invitation import derive
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Promise, Tie
from salver.cards.note import Activity, Channel, Deed, Note
from salver.cards.situation import InvitationState
from salver.store import Store
from salver.ui.card import deeds, entries
from salver.ui.card.entries import Kind
from salver.ui.card.pane import CardPane
from salver.ui.texts import CardWords

NOW = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)


def action(menu: QMenu, words: str) -> QAction:
    return next(a for a in menu.actions() if a.text() == words)


def titles(pane: CardPane) -> list[str]:
    return [row.entry.title for row in pane.timeline.rows()]


def test_open_promises_come_first_and_the_rest_latest_first() -> None:
    met = Meeting(
        id=1,
        event="PyCon DE",
        place="the SQLite sprint table",
        met=Moment(dt.datetime(2026, 4, 23, 15, 40), "Europe/Berlin"),
        tie=Tie.MET,
        introduced_by=PersonRef("Priya Raghavan"),
        promises=(
            Promise("later", due=dt.date(2026, 5, 20)),
            Promise("the slides", due=dt.date(2026, 4, 28)),
            Promise("a link", by=By.THEM, due=dt.date(2026, 4, 22)),
            Promise("done", done_at=NOW - dt.timedelta(hours=1)),
        ),
    )
    note = Note(id=5, text="x" * 187)
    happened = [
        Activity(Deed.DRAFTED, NOW - dt.timedelta(minutes=88), 1, 5, Channel.INVITATION, id=7),
        Activity(Deed.PHOTOGRAPHED, dt.datetime(2026, 4, 23, 13, 38, tzinfo=dt.UTC), 1, id=8),
    ]
    events = (Event(name="PyCon DE", place="Darmstadt"),)
    rows = entries.timeline([met], [note], happened, events, NOW, "Europe/Berlin")
    assert [(row.date, row.title, row.detail) for row in rows] == [
        ("Wed 22", "They promised: a link", "Due Wed 22 April, still welcome"),
        ("Tue 28", "You promised: the slides", "Due Tuesday"),
        ("20 May", "You promised: later", "Due Wed 20 May"),
        ("Today 09:40", "You promised: done", "Kept"),
        ("Today 09:12", "Invitation drafted", "187 of 200 characters, not copied yet"),
        ("Thu 15:40", "Met at the SQLite sprint table", "PyCon DE, Darmstadt. Introduced by Priya Raghavan"),
        ("Thu 15:38", "Paper card photographed", ""),
    ]
    assert [row.open for row in rows] == [True, True, True, False, False, False, False]


def test_a_note_that_was_sent_says_nothing_more_of_its_draft() -> None:
    steps = [
        Activity(deed, NOW - dt.timedelta(minutes=i), 1, 5, Channel.INVITATION, id=i)
        for i, deed in enumerate((Deed.SENT, Deed.COPIED, Deed.DRAFTED), 1)
    ]
    rows = entries.timeline([], [Note(id=5, text="Hi Zoë")], steps, (), NOW, "Europe/Berlin")
    assert [(row.title, row.detail) for row in rows] == [("Invitation sent", "Hi Zoë")]


def test_an_earlier_meeting_is_opened_on_the_back(qtbot, pane: CardPane, store: Store, zoe: int) -> None:
    old = Moment(dt.datetime(2025, 6, 1, 12), "Europe/Berlin")
    store.meetings.put(Meeting(card_id=zoe, met=old, place="Berlin", tie=Tie.MET, hook="Old hook?"))
    pane.show_card(zoe)
    row = next(row for row in pane.timeline.rows() if "Berlin" in row.entry.title)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert pane.face() == "back"
    assert pane.back.ask.text() == "Old hook?"
    assert pane.below.sentence() == CardWords.EARLIER
    pane.back.ask.setFocus()
    pane.back.ask.selectAll()
    qtbot.keyClicks(pane.back.ask, "Newer?")
    pane.flush()
    assert [m.hook for m in store.meetings.of(zoe)] == ["Did the repo move to Codeberg?", "Newer?"]


def test_a_meeting_is_added_and_typed_at_once(qtbot, pane: CardPane, store: Store, zoe: int) -> None:
    pane.show_card(zoe)
    qtbot.mouseClick(pane.timeline.add, Qt.MouseButton.LeftButton)
    assert pane.face() == "back"
    assert len(store.meetings.of(zoe)) == 2
    qtbot.keyClicks(pane.back.met, "today 9:00 at breakfast")
    pane.flush()
    latest = store.meetings.of(zoe)[0]
    assert (latest.place, latest.tie) == ("breakfast", Tie.MET)
    assert latest.met == Moment(dt.datetime(2026, 4, 24, 9), "Europe/Berlin")


def test_the_state_of_an_invitation_is_told_and_taken_back(pane: CardPane, store: Store, zoe: int, said) -> None:
    pane.show_card(zoe)
    action(pane.timeline.states_menu(), CardWords.SAY["sent"]).trigger()
    assert derive(store.activities.of(zoe)).state is InvitationState.SENT
    assert "Invitation sent" in titles(pane)
    assert "Ctrl+Z" in said.sentences[-1]
    changed = store.journal.undo()
    assert changed is not None
    pane.refresh(changed)
    assert derive(store.activities.of(zoe)).state is InvitationState.NONE
    assert "Invitation sent" not in titles(pane)


def test_no_answer_is_offered_after_thirty_days_only(pane: CardPane, store: Store, zoe: int, clock, desk) -> None:
    store.activities.add(Activity(Deed.SENT, clock.now, zoe, channel=Channel.INVITATION))
    assert "ignored" not in deeds.sayable(desk, zoe)
    assert "withdrawn" in deeds.sayable(desk, zoe)
    clock.move(days=30)
    assert "ignored" in deeds.sayable(desk, zoe)


def test_a_row_gets_another_time_as_typed(qtbot, pane: CardPane, store: Store, zoe: int, clock) -> None:
    store.activities.add(Activity(Deed.SENT, clock.now, zoe, channel=Channel.INVITATION))
    pane.show_card(zoe)
    row = next(row for row in pane.timeline.rows() if row.entry.title == "Invitation sent")
    action(pane.timeline.menu_for(row.entry), CardWords.CHANGE_TIME).trigger()
    qtbot.keyClicks(pane.timeline.when, "yesterday 18:00")
    qtbot.keyClick(pane.timeline.when, Qt.Key.Key_Return)
    assert store.activities.of(zoe)[0].at == dt.datetime(2026, 4, 23, 16, tzinfo=dt.UTC)


def test_a_time_that_cannot_be_read_changes_nothing(qtbot, pane: CardPane, store, zoe: int, clock, said) -> None:
    store.activities.add(Activity(Deed.SENT, clock.now, zoe, channel=Channel.INVITATION))
    pane.show_card(zoe)
    pane.timeline.ask_time(store.activities.of(zoe)[0].id)
    qtbot.keyClicks(pane.timeline.when, "once upon a time")
    qtbot.keyClick(pane.timeline.when, Qt.Key.Key_Return)
    assert store.activities.of(zoe)[0].at == clock.now
    assert said.sentences == [CardWords.TIME_UNREAD]


def test_a_row_and_a_meeting_can_be_put_away(pane: CardPane, store: Store, zoe: int, clock) -> None:
    store.activities.add(Activity(Deed.CALLED, clock.now, zoe))
    pane.show_card(zoe)
    for kind, words in ((Kind.DEED, CardWords.REMOVE_ROW), (Kind.MEETING, CardWords.TRASH_MEETING)):
        row = next(row for row in pane.timeline.rows() if row.entry.kind is kind)
        action(pane.timeline.menu_for(row.entry), words).trigger()
    assert store.activities.of(zoe) == ()
    assert store.meetings.of(zoe) == ()
    assert titles(pane) == []
    assert pane.timeline.nothing.isVisible()


def test_a_long_timeline_is_short_at_first(qtbot, pane: CardPane, store: Store, zoe: int, clock) -> None:
    for i in range(60):
        store.activities.add(Activity(Deed.CALLED, clock.now - dt.timedelta(days=i), zoe))
    pane.show_card(zoe)
    assert len(pane.timeline.rows()) == 40
    qtbot.mouseClick(pane.timeline.all, Qt.MouseButton.LeftButton)
    assert len(pane.timeline.rows()) == 62


def test_arrows_ask_for_the_neighbours(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    pane.set_position(2, 7)
    assert pane.header.position.text() == "2 of 7"
    with qtbot.waitSignal(pane.step_wanted) as step:
        qtbot.mouseClick(pane.header.next, Qt.MouseButton.LeftButton)
    assert step.args == [1]
    pane.set_position(7, 7)
    assert not pane.header.next.isEnabled()


def test_the_menu_moves_a_card_to_the_trash(qtbot, pane: CardPane, store: Store, zoe: int, said) -> None:
    pane.show_card(zoe)
    with qtbot.waitSignal(pane.card_shown) as shown:
        action(pane.menu.build("front"), CardWords.TRASH).trigger()
    assert shown.args == [0]
    assert store.cards.get(zoe).deleted_at is not None
    assert pane.card_id() == 0
    assert "Ctrl+Z" in said.sentences[-1]


def test_forgetting_asks_for_its_page_and_takes_nothing_away_by_itself(
    qtbot, pane: CardPane, store: Store, zoe: int
) -> None:
    pane.show_card(zoe)
    with qtbot.waitSignal(pane.page_wanted) as wanted:
        action(pane.menu.build("front"), CardWords.FORGET).trigger()
    assert wanted.args == [f"forget:{zoe}"]
    assert store.cards.get(zoe) is not None


def test_more_about_them_is_typed_and_kept(qtbot, pane: CardPane, store: Store, zoe: int) -> None:
    pane.show_card(zoe)
    action(pane.menu.build("front"), CardWords.MORE_ABOUT).trigger()
    assert pane.more.is_open
    qtbot.keyClicks(pane.more.tags.field, "python,berlin,")
    for key, text in (
        ("pronouns", "they/them"),
        ("birthday", "3 May 1984"),
        ("address", "Luisenplatz 1, Darmstadt"),
        ("pronunciation", "ZO-ay"),
    ):
        pane.more.fields[key].setFocus()
        qtbot.keyClicks(pane.more.fields[key], text)
    pane.more.about.setFocus()
    qtbot.keyClicks(pane.more.about, "Plays the viola")
    pane.more.cadence.chosen.emit("91")
    pane.more.cadence.set_value("91")
    pane.more.edited.emit("cadence")
    pane.flush()
    card = store.cards.get(zoe)
    assert card.tags == ("python", "berlin")
    assert (card.pronouns, card.birthday, card.pronunciation) == ("they/them", "1984-05-03", "ZO-ay")
    assert card.addresses[0].value == "Luisenplatz 1, Darmstadt"
    assert (card.about, card.cadence_days) == ("Plays the viola", 91)


def test_everything_that_can_be_reached_has_a_name(pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    pane.set_position(1, 7)
    pane.more.open()
    for face in ("front", "back"):
        if pane.face() != face:
            pane.flip()
        for widget in pane.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName(), widget
        assert pane.accessibleName()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_changing_the_theme_and_the_size_keeps_everything(pane: CardPane, zoe: int, mode: str) -> None:
    pane.show_card(zoe)
    pane._desk.theme.apply(mode=mode, scale=1.5)
    pane.flip()
    pane._desk.theme.apply(scale=2.0)
    assert pane.back.ask.text() == "Did the repo move to Codeberg?"
    assert not pane.grab().isNull()
