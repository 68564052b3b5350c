"""The list of people: who is in which list, and in what order."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from salver.cards.meeting import By, Precision, Promise
from salver.cards.note import Activity, Channel, Deed
from salver.cards.situation import InvitationState
from salver.store import Filter, Store

Add = Callable[..., int]


def deed(store: Store, clock: Any, card_id: int, what: Deed, **ago: float) -> None:
    store.activities.add(Activity(what, clock.now - dt.timedelta(**ago), card_id))


def test_everyone_is_ordered_by_surname_whatever_its_accents_and_the_rest_comes_last(store: Store, add: Add) -> None:
    names = ["Zoë Quinn", "Ana Ruiz", "Élodie Ångström", "Bo 't Hooft", "42", "山田太郎", "Ana Álvarez", "Cher"]
    ids = {add(name): name for name in names}
    shown = [ids[card_id] for card_id in store.people.ids(Filter())]
    assert shown == [
        "Ana Álvarez", "Élodie Ångström", "Cher", "Bo 't Hooft", "Zoë Quinn", "Ana Ruiz", "42", "山田太郎",
    ]  # fmt: skip
    assert store.people.letters(Filter()) == {"A": 0, "C": 2, "H": 3, "Q": 4, "R": 5, "#": 6}


def test_rows_come_in_the_order_asked_for_and_missing_ones_are_passed_over(store: Store, add: Add) -> None:
    ana, bo = add("Ana Ruiz", company="Kite", title="CTO", tags=("python",)), add("Bo")
    found = store.people.rows([bo, 999, ana])
    assert [row.id for row in found] == [bo, ana]
    assert (found[1].name, found[1].company, found[1].title, found[1].initials) == ("Ana Ruiz", "Kite", "CTO", "AR")
    assert found[1].tags == ("python",)
    assert found[1].letter == "R"


def test_to_send_shows_open_windows_first_closing_soonest_then_later_ones_then_the_past(
    store: Store, add: Add, meet: Add, clock: Any
) -> None:
    hours = {"later": 1, "soon": 3, "open": 5, "closing": 23, "past": 30, "long past": 300}
    ids = {}
    for name in ["past", "open", "later", "long past", "closing", "soon"]:
        ids[add(name)] = name
        meet(list(ids)[-1], hours[name])
    found = store.people.ids(Filter("to_send", now=clock.now))
    assert [ids[card_id] for card_id in found] == ["closing", "open", "soon", "later", "past", "long past"]


def test_only_a_meeting_known_to_the_day_or_minute_has_something_to_send(store: Store, add: Add, meet: Add) -> None:
    by_month, by_day, nobody = add("Mona"), add("Dana"), add("Nobody")
    meet(by_month, 30, Precision.MONTH)
    meet(by_day, 30, Precision.DAY)
    assert store.people.ids(Filter("to_send")) == [by_day]
    row = store.people.rows([by_day])[0]
    assert row.met_precision == "day"
    assert row.met_at is not None
    assert row.met_at.hour == 18
    assert store.people.rows([nobody])[0].met_at is None


def test_a_sent_invitation_moves_from_to_send_to_waiting_and_an_accepted_one_to_keep_in_touch(
    store: Store, add: Add, meet: Add, clock: Any
) -> None:
    ana = add("Ana")
    meet(ana)
    assert store.people.counts() == {"to_send": 1, "waiting": 0, "in_touch": 0, "everyone": 1}
    deed(store, clock, ana, Deed.COPIED)
    assert store.people.counts()["to_send"] == 1
    deed(store, clock, ana, Deed.SENT)
    assert store.people.counts() == {"to_send": 0, "waiting": 1, "in_touch": 0, "everyone": 1}
    assert store.people.ids(Filter("waiting")) == [ana]
    row = store.people.rows([ana])[0]
    assert row.state is InvitationState.SENT
    assert row.state_at == clock.now
    assert row.last_contact_at == clock.now
    clock.move(days=1)
    deed(store, clock, ana, Deed.ACCEPTED)
    assert store.people.counts() == {"to_send": 0, "waiting": 0, "in_touch": 1, "everyone": 1}


def test_a_wish_to_keep_in_touch_is_enough_for_that_list(store: Store, add: Add) -> None:
    ana = add("Ana", cadence_days=90)
    assert store.people.ids(Filter("in_touch")) == [ana]


def test_waiting_shows_the_latest_first(store: Store, add: Add, clock: Any) -> None:
    early, late = add("Early"), add("Late")
    deed(store, clock, late, Deed.SENT, days=1)
    deed(store, clock, early, Deed.SENT, days=9)
    assert store.people.ids(Filter("waiting")) == [late, early]


def test_a_list_of_an_event_or_a_tag_holds_its_people_by_name(store: Store, add: Add, meet: Add) -> None:
    from salver.cards.event import Event

    pycon = store.events.put(Event(name="PyCon")).events[0]
    zoe, ana, bo = add("Zoe Z", tags=("vip",)), add("Ana A", tags=("vip",)), add("Bo B")
    for card_id in (zoe, bo, ana):
        meet(card_id, event_id=pycon if card_id != bo else None, event="PyCon")
    assert store.people.ids(Filter("event", event_id=pycon)) == [ana, zoe]
    assert store.people.ids(Filter("tag", tag="vip")) == [ana, zoe]
    assert store.people.letters(Filter("tag", tag="vip")) == {"A": 0, "Z": 1}
    assert store.people.letters(Filter("to_send")) == {}
    assert store.cards.all_tags() == [("vip", 2)]


def test_search_stays_within_the_list_it_is_typed_in_and_keeps_its_order(
    store: Store, add: Add, meet: Add, clock: Any
) -> None:
    early, late, other = add("Ana Early"), add("Ana Late"), add("Ana Other")
    meet(late, 30)
    meet(early, 20)
    assert store.people.ids(Filter("to_send", text="ana", now=clock.now)) == [early, late]
    assert store.people.ids(Filter(text="ana")) == [early, late, other]
    assert store.people.letters(Filter(text="ana")) == {"E": 0, "L": 1, "O": 2}


def test_blanks_narrow_nothing_and_a_text_without_a_word_finds_nobody(store: Store, add: Add) -> None:
    ana = add("Ana")
    assert store.people.ids(Filter(text="  \t")) == [ana]
    assert store.people.ids(Filter(text="*")) == []


def test_the_latest_meeting_with_a_window_leads_the_line(store: Store, add: Add, meet: Add) -> None:
    ana = add("Ana")
    meet(ana, 50, event="Old fair")
    newest = meet(ana, 5, event="PyCon")
    assert store.people.rows([ana])[0].event == "PyCon"
    store.meetings.trash([newest])
    assert store.people.rows([ana])[0].event == "Old fair"
    store.meetings.restore([newest])
    assert store.people.rows([ana])[0].event == "PyCon"


def test_the_next_promise_of_mine_is_on_the_line_until_it_is_kept(store: Store, add: Add, meet: Add) -> None:
    import dataclasses

    ana = add("Ana")
    day = dt.date(2026, 5, 1)
    promises = (Promise("theirs", By.THEM, dt.date(2026, 4, 1)), Promise("slides", By.ME, day))
    meeting_id = meet(ana, promises=promises)
    assert store.people.rows([ana])[0].next_promise_due == day
    meeting = store.meetings.get(meeting_id)
    assert meeting is not None
    kept = dataclasses.replace(meeting.promises[1], done_at=dt.datetime(2026, 4, 30, tzinfo=dt.UTC))
    store.meetings.put(dataclasses.replace(meeting, promises=(meeting.promises[0], kept)))
    assert store.people.rows([ana])[0].next_promise_due is None


def test_cards_in_the_trash_are_in_no_list_count_or_search(store: Store, add: Add, meet: Add) -> None:
    ana = add("Ana Ruiz", tags=("vip",))
    meet(ana)
    store.cards.trash([ana])
    assert store.people.counts() == {"to_send": 0, "waiting": 0, "in_touch": 0, "everyone": 0}
    assert store.people.ids(Filter(text="ruiz")) == []
    assert store.people.rows([ana]) == []
    assert store.cards.all_tags() == []
    assert store.cards.with_line("email", "x") == ()
    store.cards.restore([ana])
    assert store.people.ids(Filter("to_send", text="ruiz")) == [ana]


def test_invitations_with_a_text_are_counted_for_the_month(store: Store, add: Add, clock: Any) -> None:
    from salver.cards.note import Note

    ana = add("Ana")
    texts = {"Hello Ana": Channel.INVITATION, "": Channel.INVITATION, "A message": Channel.MESSAGE}
    for text, channel in texts.items():
        note = store.notes.put(Note(card_id=ana, text=text, channel=channel)).notes[0]
        store.activities.add(Activity(Deed.SENT, clock.now, ana, note, channel))
    assert store.activities.notes_sent_since(clock.now - dt.timedelta(days=30)) == 1
    assert store.activities.notes_sent_since(clock.now + dt.timedelta(seconds=1)) == 0


@pytest.mark.parametrize("name", ["", "A", "Ж", "Jean Claude Marie de la Tour du Pin", "x" * 10_000, "\ud800half"])
def test_any_name_is_kept_and_listed(store: Store, add: Add, name: str) -> None:
    card_id = add(name)
    assert store.people.ids(Filter()) == [card_id]
    assert len(store.people.rows([card_id])) == 1
