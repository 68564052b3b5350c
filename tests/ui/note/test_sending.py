"""From the note to the clipboard, to the browser, and to what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QGuiApplication

from salver.cards.card import Card, Labelled
from salver.cards.note import Activity, Channel, Deed, Note
from salver.cards.situation import Invitation, InvitationState
from salver.store import Store
from salver.ui.desk import Desk
from salver.ui.note.standing import Stage, standing
from salver.ui.note.when import WhenSheet

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NOON = dt.datetime(2026, 4, 24, 12, tzinfo=dt.UTC)


def deeds(store: Store, card_id: int) -> list[Deed]:
    return [activity.deed for activity in store.activities.of(card_id)]


def acts(bench) -> list[str]:
    return [act.value for act in bench.pane.foot.menu_acts()]


def test_ctrl_return_puts_the_exact_plain_text_on_the_clipboard(bench, store: Store, zoe: int) -> None:
    bench.editor.insertPlainText("Hi Zoe\u0308,  \n\u200bgood\u00a0to meet you 👋🏽\u2028See you \ufeff ")
    bench.press(Qt.Key.Key_Return, CTRL)
    held = QGuiApplication.clipboard().mimeData()
    assert held.formats() == ["text/plain"]
    assert held.text() == "Hi Zoë,\ngood to meet you 👋🏽\nSee you"
    assert deeds(store, zoe) == [Deed.DRAFTED, Deed.COPIED]
    assert bench.pane.foot.words.text() == "Copied. Sent it?"
    assert bench.pane.foot.primary.words() == "Sent"


def test_an_empty_note_is_not_copied(bench, said, store: Store, zoe: int) -> None:
    QGuiApplication.clipboard().setText("before")
    bench.press(Qt.Key.Key_Return, CTRL)
    assert QGuiApplication.clipboard().text() == "before"
    assert said.sentences == ["There is nothing to copy yet."]
    assert deeds(store, zoe) == []


def test_one_key_says_sent_and_the_invitation_waits(bench, store: Store, zoe: int, clock) -> None:
    bench.write("Hi there")
    bench.press(Qt.Key.Key_Return, CTRL)
    with bench.qtbot.waitSignal(bench.pane.state_changed):
        bench.press(Qt.Key.Key_F9)
    assert deeds(store, zoe)[-1] is Deed.SENT
    assert bench.pane.foot.words.text() == "Sent today, waiting"
    assert bench.editor.isReadOnly()
    clock.move(days=3)
    bench.pane.tick()
    assert bench.pane.foot.words.text() == "Sent Friday, waiting"
    assert bench.pane.foot.plain.words() == "They accepted"


def test_not_now_keeps_the_note(bench, store: Store, zoe: int) -> None:
    bench.write("Hi there")
    bench.press(Qt.Key.Key_Return, CTRL)
    bench.press(Qt.Key.Key_F9, SHIFT)
    assert deeds(store, zoe) == [Deed.DRAFTED, Deed.COPIED, Deed.NOT_NOW]
    assert bench.pane.foot.primary.words() == "Copy note"
    assert bench.editor.text == "Hi there"


def test_not_now_on_an_empty_note_closes_it(bench, store: Store, zoe: int) -> None:
    bench.pane.foot.quiet.click()
    assert not bench.pane.has_note()
    assert deeds(store, zoe) == []


def test_a_note_changed_after_copying_wants_to_be_copied_again(bench) -> None:
    bench.write("Hi there")
    bench.press(Qt.Key.Key_Return, CTRL)
    bench.write(", Zoe")
    assert bench.pane.foot.primary.words() == "Copy note"
    bench.press(Qt.Key.Key_F9)
    assert bench.pane.foot.primary.words() == "Copy note"


def test_copied_and_sent_are_remembered_when_the_card_is_shown_again(bench, open_pane, zoe: int) -> None:
    bench.write("Hi there")
    bench.press(Qt.Key.Key_Return, CTRL)
    assert open_pane(zoe).pane.foot.primary.words() == "Sent"
    bench.press(Qt.Key.Key_F9)
    assert open_pane(zoe).pane.foot.words.text() == "Sent today, waiting"


def test_another_time_of_sending_can_be_told(bench, store: Store, zoe: int) -> None:
    bench.write("Hi there")
    bench.pane.copy()
    assert acts(bench) == ["sent_hour_ago", "sent_yesterday", "sent_at", "copy"]
    bench.pane.deeds.act("sent_at")
    sheet = bench.pane.findChild(WhenSheet)
    assert sheet is not None
    wall = sheet.field.dateTime()
    assert (wall.date().day(), wall.time().hour()) == (24, 10)
    sheet.field.setDateTime(QDateTime(wall.date().addDays(-1), wall.time(), wall.timeZone()))
    sheet.keep.click()
    sent = store.activities.of(zoe)[0]
    assert (sent.deed, sent.at) == (Deed.SENT, dt.datetime(2026, 4, 23, 8, 40, tzinfo=dt.UTC))
    assert bench.pane.foot.words.text() == "Sent yesterday, waiting"


def test_later_states_are_told_kindly_and_can_be_taken_back(bench, store: Store, zoe: int, clock) -> None:
    bench.write("Hi there")
    bench.pane.copy()
    bench.pane.deeds.act("sent")
    assert acts(bench) == ["withdrawn", "not_sent"]
    clock.move(days=31)
    bench.pane.tick()
    assert acts(bench) == ["ignored", "withdrawn", "not_sent"]
    bench.pane.deeds.act("withdrawn")
    assert bench.pane.foot.words.text() == "Withdrawn today. A new one can go out from 15 June."
    assert bench.pane.foot.plain.isHidden()
    clock.move(days=21)
    bench.pane.tick()
    assert bench.pane.foot.plain.words() == "Invite again"
    bench.pane.deeds.act("not_sent")
    assert deeds(store, zoe) == [Deed.DRAFTED, Deed.COPIED]
    assert bench.pane.foot.primary.words() == "Sent"


def test_once_accepted_a_message_is_the_next_thing(bench, store: Store, zoe: int) -> None:
    bench.write("Hi there")
    bench.pane.copy()
    bench.pane.deeds.act("sent")
    bench.pane.foot.plain.click()
    assert deeds(store, zoe)[-1] is Deed.ACCEPTED
    assert bench.pane.foot.words.text() == "Connected since today"
    bench.pane.foot.primary.click()
    assert bench.editor.text == ""
    assert bench.pane.writing.head.channel.value() == "message"
    bench.write("Thanks")
    bench.pane.flush()
    assert [note.channel for note in store.notes.of(zoe)] == [Channel.MESSAGE, Channel.INVITATION]


def test_the_profile_is_opened_at_its_own_address_alone(bench, said) -> None:
    bench.pane.foot.plain.click()
    assert said.opened == ["https://www.linkedin.com/in/zoe-mueller-obrien/"]


@pytest.mark.parametrize(
    "link", ["", "https://evil.example/in/zoe", "file:///etc/passwd", "https://www.linkedin.com/company/x"]
)
def test_without_a_profile_the_search_is_opened_and_it_says_so(open_pane, store: Store, said, link: str) -> None:
    links = (Labelled(link, "linkedin"),) if link else ()
    card_id = store.cards.put(replace(Card(company="Fjordbase", links=links).named("Søren Aagaard"))).cards[0]
    made = open_pane(card_id)
    made.pane.begin()
    assert made.pane.foot.plain.words() == "Find profile"
    made.pane.foot.plain.click()
    assert said.opened == ["https://www.linkedin.com/search/results/people/?keywords=S%C3%B8ren%20Aagaard%20Fjordbase"]
    assert "no LinkedIn address" in said.sentences[-1]


def test_notes_left_in_the_month_count_invitations_that_were_sent(
    bench, desk: Desk, store: Store, people_of_pycon
) -> None:
    assert bench.pane.writing.head.left.text() == "5 of 5 notes left in April"
    for card_id in people_of_pycon[1:3]:
        note = store.notes.put(Note(card_id=card_id, text="Hi")).notes[0]
        store.activities.add(Activity(Deed.SENT, desk.now(), card_id, note, Channel.INVITATION))
    bench.pane.show_card(bench.pane.card_id())
    bench.pane.begin()
    assert bench.pane.writing.head.left.text() == "3 of 5 notes left in April"
    settings = store.settings.get()
    desk.announce(store.settings.put(replace(settings, sender=replace(settings.sender, plan="premium"))))
    assert bench.pane.writing.head.left.isHidden()
    assert bench.pane.writing.counter.text() == "0 of 300 characters, 300 left"


NOTE = Note(id=1, card_id=1, created_at=NOON - dt.timedelta(hours=2), changed_at=NOON)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (InvitationState.SENT, Stage.WAITING),
        (InvitationState.ACCEPTED, Stage.CONNECTED),
        (InvitationState.IGNORED, Stage.NO_ANSWER),
        (InvitationState.WITHDRAWN, Stage.WITHDRAWN),
        (InvitationState.COPIED, Stage.WRITING),
    ],
)
def test_what_was_told_on_the_card_is_known_to_the_note(state: InvitationState, expected: Stage) -> None:
    assert standing(NOTE, [], Invitation(state, NOON)).stage is expected


def test_a_note_begun_after_the_last_round_is_a_new_one() -> None:
    before = Invitation(InvitationState.WITHDRAWN, NOON - dt.timedelta(days=30))
    assert standing(NOTE, [], before).stage is Stage.WRITING
