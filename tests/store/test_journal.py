"""Undo: each action of the person is one step, taken back whole, also after a restart."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salver.cards.card import Card, Labelled, Picture
from salver.cards.event import Event
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Promise
from salver.cards.note import Activity, Channel, Deed, Note
from salver.cards.situation import InvitationState
from salver.store import Bundle, Changed, Dismissal, Filter, Settings, Store, open_store

Add = Callable[..., int]


def everything(store: Store) -> list[Any]:
    """All that a person could tell: tables, list and index, without counters and the journal itself."""
    db = store._core.db
    tables = ("card", "meeting", "promise", "note", "activity", "event", "dismissal", "setting", "person", "word")
    found: list[Any] = [sorted(db.rows(f"SELECT * FROM {table}"), key=repr) for table in tables]
    found.append(sorted(db.rows("SELECT card_id, position, tag FROM tag")))
    found.append(sorted(db.rows("SELECT card_id, kind, position, value, label, normal FROM line")))
    found.append(sorted(db.rows("SELECT meeting_id, kind, position, text FROM meeting_line")))
    found.append(sorted(db.rows("SELECT meeting_id, role, position, name, card_id FROM meeting_person"), key=repr))
    found.append(sorted((i, sorted(words.split())) for i, words in db.rows("SELECT rowid, words FROM search")))
    found.append(sorted(db.rows("SELECT rowid, words FROM parts")))
    return found


@pytest.fixture
def full(store: Store, clock: Any) -> tuple[int, int]:
    """Two cards of one person, one with everything a card can have."""
    event = store.events.put(Event(name="PyCon", place="Berlin")).events[0]
    other = store.cards.put(Card(emails=(Labelled("ana@old.example"),), nickname="Anita").named("A. Ruiz")).cards[0]
    card = Card(
        title="CTO", company="Kite", emails=(Labelled("ana@kite.example", "work"),), phones=(Labelled("+4930123456"),),
        links=(Labelled("https://www.linkedin.com/in/ana"),), tags=("vip",), about="Sails", cadence_days=90,
        pictures=(Picture(store.pictures.put(b"png")),), extra=("X-SKYPE:ana",), birthday="--05-01",
    )  # fmt: skip
    ana = store.cards.put(card.named("Ana Ruiz")).cards[0]
    meeting = Meeting(
        card_id=ana, event_id=event, event="PyCon", place="Hall 2", topics=("sails",), private=("shy",), hook="regatta",
        met=Moment(dt.datetime(2026, 4, 23, 19), "Europe/Berlin"), introduced_by=PersonRef("A. Ruiz", other),
        friends=(PersonRef("Greta"),), promises=(Promise("send charts", By.ME, dt.date(2026, 5, 1)),),
    )  # fmt: skip
    meeting_id = store.meetings.put(meeting).meetings[0]
    note = store.notes.put(Note(card_id=ana, meeting_id=meeting_id, text="Hello Ana")).notes[0]
    store.activities.add(Activity(Deed.COPIED, clock.now, ana, note, Channel.INVITATION))
    store.dismissals.add(Dismissal("no-hook", ana, note, "abc"))
    clock.move(minutes=5)
    return ana, other


def _put(change: Callable[[Card], Card]) -> Callable[[Store, int, int], Changed]:
    def act(store: Store, ana: int, other: int) -> Changed:
        card = store.cards.get(ana)
        assert card is not None
        return store.cards.put(change(card))

    return act


def _meeting(store: Store, ana: int, other: int) -> Changed:
    meeting = store.meetings.of(ana)[0]
    kept = dataclasses.replace(meeting.promises[0], done_at=dt.datetime(2026, 4, 24, tzinfo=dt.UTC))
    return store.meetings.put(
        dataclasses.replace(meeting, topics=("boats", "wind"), promises=(kept, Promise("call")), friends=(), private=())
    )


def _activity(store: Store, ana: int, other: int) -> Changed:
    activity = store.activities.of(ana)[0]
    return store.activities.replace(dataclasses.replace(activity, at=activity.at - dt.timedelta(hours=3)))


def _event(store: Store, ana: int, other: int) -> Changed:
    event = store.events.all()[0]
    return store.events.put(dataclasses.replace(event, name="EuroPython"))


def _note(store: Store, ana: int, other: int) -> Changed:
    return store.notes.put(dataclasses.replace(store.notes.of(ana)[0], text="Dear Ana", channel=Channel.EMAIL))


def _import(store: Store, ana: int, other: int) -> Changed:
    card = store.cards.get(ana)
    assert card is not None
    new = Bundle(
        Card(company="Tulip").named("Tim Tulip"),
        (Meeting(topics=("bulbs",)),),
        (Note(text="Hi Tim", meeting_id=1),),
        (Activity(Deed.SENT, dt.datetime(2026, 4, 24, tzinfo=dt.UTC), note_id=1),),
    )
    return store.cards.add_many([new, Bundle(Card().named("Ute"))], [dataclasses.replace(card, pronouns="she")])


ACTIONS: dict[str, Callable[[Store, int, int], Changed]] = {
    "rename": _put(lambda card: card.named("Ana Maria Ruiz")),
    "empty the card": _put(lambda card: Card(id=card.id, first_name="A")),
    "trash": lambda s, a, o: s.cards.trash([a, o]),
    "merge": lambda s, a, o: s.cards.merge(o, a),
    "merge the other way": lambda s, a, o: s.cards.merge(a, o),
    "tag": lambda s, a, o: s.cards.add_tag([a, o], "sailor"),
    "untag": lambda s, a, o: s.cards.remove_tag([a, o], "vip"),
    "import": _import,
    "change the meeting": _meeting,
    "trash the meeting": lambda s, a, o: s.meetings.trash([s.meetings.of(a)[0].id]),
    "change the note": _note,
    "trash the note": lambda s, a, o: s.notes.trash([s.notes.of(a)[0].id]),
    "rename the event": _event,
    "trash the event": lambda s, a, o: s.events.trash([s.events.all()[0].id]),
    "mark as sent": lambda s, a, o: s.activities.add(Activity(Deed.SENT, s._core.clock(), a)),
    "correct a time": _activity,
    "take a deed back": lambda s, a, o: s.activities.remove(s.activities.of(a)[0].id),
    "ignore": lambda s, a, o: s.dismissals.add(Dismissal("spelling", a)),
    "show again": lambda s, a, o: s.dismissals.remove(s.dismissals.all()[0].id),
    "switch a rule off": lambda s, a, o: s.settings.put(Settings(rules_off=frozenset({"no-hook"})), "always ignore"),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_puts_everything_back_as_it_was_also_after_a_restart(
    store: Store, folder: Path, clock: Any, full: tuple[int, int], name: str
) -> None:
    before = everything(store)
    done = ACTIONS[name](store, *full)
    assert everything(store) != before
    store.close()
    again = open_store(folder, clock)
    assert again.journal.label() == done.label != ""
    undone = again.journal.undo()
    assert undone is not None
    assert undone.label == done.label
    assert everything(again) == before
    assert again.check().sound
    again.close()


def test_undo_of_a_long_import_takes_its_cards_and_no_other(store: Store, full: tuple[int, int]) -> None:
    before = everything(store)
    store.cards.add_many(Bundle(Card(company=f"Kite {n % 7}").named(f"Ana Ruiz{n}")) for n in range(4_500))
    assert store._core.db.value("SELECT count(*) FROM change WHERE step_id = (SELECT max(id) FROM step)") < 10
    later = store.cards.put(Card().named("Later")).cards[0]
    store.journal.undo()
    assert store.cards.get(later) is None
    undone = store.journal.undo()
    assert undone is not None
    assert len(undone.cards) == 4_500
    assert everything(store) == before
    assert store.check().sound


def test_forgetting_somebody_of_an_import_forgets_how_to_undo_it(store: Store) -> None:
    ids = store.cards.add_many([Bundle(Card().named(name)) for name in ("Ana", "Bo", "Cy")]).cards
    store.cards.put(Card().named("Dora"))
    store.cards.forget(ids[1])
    labels = []
    while (label := store.journal.label()) is not None:
        labels.append(label)
        store.journal.undo()
    assert labels == ["new card"]
    assert [card.display_name for card in store.cards.many(ids)] == ["Ana", "Cy"]


def test_steps_are_taken_back_in_turn_down_to_an_empty_tray(store: Store, clock: Any, full: tuple[int, int]) -> None:
    for act in ACTIONS.values():
        clock.move(minutes=1)
        if len(store.cards.many(full)) == 2 and store.meetings.of(full[0]):
            act(store, *full)
    while store.journal.label() is not None:
        assert store.journal.undo() is not None
    assert store.journal.undo() is None
    db = store._core.db
    for table in ("card", "line", "meeting", "note", "activity", "event", "dismissal", "person", "search", "word"):
        assert db.value(f"SELECT count(*) FROM {table}") == 0, table


def test_typing_in_one_field_is_one_step_until_it_rests(store: Store, clock: Any) -> None:
    card_id = store.cards.put(Card(first_name="A"), "the name").cards[0]

    def type_name(text: str, label: str = "the name") -> None:
        card = store.cards.get(card_id)
        assert card is not None
        store.cards.put(dataclasses.replace(card, first_name=text), label)

    clock.move(seconds=1)
    type_name("An")
    clock.move(seconds=1.5)
    type_name("Ana")
    clock.move(seconds=2)
    type_name("Anna")
    clock.move(seconds=1)
    type_name("Hanna", "another field")

    seen = []
    while store.journal.undo():
        card = store.cards.get(card_id)
        seen.append(card.first_name if card else None)
    assert seen == ["Anna", "Ana", None]


def test_typing_into_two_cards_at_once_is_two_steps(store: Store, add: Add) -> None:
    one, two = add("One"), add("Two")
    for card_id in (one, two):
        card = store.cards.get(card_id)
        assert card is not None
        store.cards.put(dataclasses.replace(card, title="CTO"), "the title")
    store.journal.undo()
    cards = store.cards.many([one, two])
    assert [card.title for card in cards] == ["CTO", ""]


def test_the_first_letter_of_a_note_and_its_draft_are_one_step(store: Store, add: Add, clock: Any) -> None:
    ana = add("Ana")
    clock.move(minutes=1)
    note = store.notes.put(Note(card_id=ana, text="H"), "the note").notes[0]
    store.activities.add(Activity(Deed.DRAFTED, clock.now, ana, note))
    clock.move(seconds=1)
    store.notes.put(Note(id=note, card_id=ana, text="Hello"), "the note")
    undone = store.journal.undo()
    assert undone is not None
    assert undone.label == "the note"
    assert store.notes.of(ana) == ()
    assert store.activities.of(ana) == ()
    assert store.people.rows([ana])[0].state is InvitationState.NONE


def test_several_writes_can_be_made_one_step(store: Store, add: Add, clock: Any) -> None:
    ana = add("Ana")
    with store.journal.action("copy the note"):
        note = store.notes.put(Note(card_id=ana, text="Hello")).notes[0]
        store.activities.add(Activity(Deed.COPIED, clock.now, ana, note))
    assert store.journal.label() == "copy the note"
    store.journal.undo()
    assert store.notes.of(ana) == ()
    assert store.activities.of(ana) == ()


def test_a_put_that_changes_nothing_is_no_step(store: Store, add: Add) -> None:
    ana = add("Ana")
    card = store.cards.get(ana)
    assert card is not None
    assert store.cards.put(card, "nothing") == Changed()
    assert store.journal.label() == "new card"


def test_a_step_that_fails_halfway_leaves_no_trace(store: Store, add: Add) -> None:
    ana = add("Ana")
    before = everything(store)

    def pulled() -> None:
        with store.journal.action("import"):
            store.cards.trash([ana])
            raise RuntimeError("the cable was pulled")

    with pytest.raises(RuntimeError, match="cable"):
        pulled()
    assert everything(store) == before
    assert store.journal.label() == "new card"
    assert store.people.ids(Filter()) == [ana]
    store.cards.put(Card(first_name="Bo"), "new card")
    assert len(store.people.ids(Filter())) == 2


def test_two_hundred_steps_are_kept_and_none_older_than_thirty_days(store: Store, clock: Any) -> None:
    # One transaction for all, because two hundred real ones take their time on a busy disk.
    with store._core.db.write():
        for number in range(230):
            clock.move(minutes=1)
            store.cards.put(Card(first_name=f"P{number}"), f"card {number}")
    assert store._core.db.value("SELECT count(*) FROM step") == 200
    clock.move(days=31)
    store.cards.put(Card(first_name="Late"), "late")
    assert store._core.db.value("SELECT count(*) FROM step") == 1
    assert store.journal.undo() is not None
    assert store.journal.undo() is None


def test_a_clock_that_jumps_back_does_not_join_or_lose_steps(store: Store, add: Add, clock: Any) -> None:
    ana = add("Ana")
    clock.move(days=-400)
    card = store.cards.get(ana)
    assert card is not None
    store.cards.put(dataclasses.replace(card, title="CTO"), "new card")
    store.journal.undo()
    assert store.cards.many([ana])[0].title == ""
    store.journal.undo()
    assert store.cards.get(ana) is None


def test_settings_changed_on_their_page_are_no_step(store: Store, add: Add) -> None:
    add("Ana")
    assert store.settings.put(Settings(theme="dark")).settings
    assert store.journal.label() == "new card"
