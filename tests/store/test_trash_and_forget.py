"""The trash gives back whole; forgetting leaves no byte."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from salver.cards.card import Card, Labelled, Picture
from salver.cards.event import Event
from salver.cards.meeting import Meeting, PersonRef, Promise
from salver.cards.note import Activity, Deed, Note
from salver.store import Bundle, Dismissal, Filter, Store, errors

Add = Callable[..., int]
CANARIES = (
    "Quillfeather", "Zyxwork", "quill@zyx.example", "+49301199228", "in/quillzyx", "Kanarienweg", "likes ferrets",
    "ferretry", "met the queen", "bring acorns", "scared of geese", "Hello Quill and acorns", "quilltag", "quillnick",
)  # fmt: skip


def in_bytes(folder: Path, text: str) -> list[str]:
    """The files below a folder that hold a text in UTF-8 or UTF-16, in any case."""
    needles = {form.encode(code) for form in (text, text.lower()) for code in ("utf-8", "utf-16-le", "utf-16-be")}
    return [p.name for p in folder.rglob("*") if p.is_file() and any(n in p.read_bytes() for n in needles)]


@pytest.fixture
def canary(store: Store, clock: Any) -> int:
    """A card whose every field is a word found nowhere else, among three hundred others."""
    others = [Bundle(Card(company="Acme").named(f"Quin Quibble{number}")) for number in range(300)]
    store.cards.add_many(others[:150])
    card = Card(
        company="Zyxwork", title="Keeper", emails=(Labelled("quill@zyx.example"),), phones=(Labelled("+49301199228"),),
        links=(Labelled("https://www.linkedin.com/in/quillzyx"),), addresses=(Labelled("Kanarienweg 1"),),
        about="likes ferrets", tags=("quilltag",), nickname="quillnick",
        pictures=(Picture(store.pictures.put(b"the face of Quillfeather")),),
    )  # fmt: skip
    card_id = store.cards.put(card.named("Qu Quillfeather"), "the name").cards[0]
    meeting = Meeting(
        card_id=card_id, topics=("ferretry",), their_words="met the queen", private=("scared of geese",),
        promises=(Promise("bring acorns"),),
    )  # fmt: skip
    store.meetings.put(meeting)
    note = store.notes.put(Note(card_id=card_id, text="Hello Quill and acorns")).notes[0]
    store.activities.add(Activity(Deed.SENT, clock.now, card_id, note))
    store.dismissals.add(Dismissal("no-hook", card_id, note, "geese"))
    store.cards.add_many(others[150:])
    clock.move(hours=1)
    return card_id


def test_a_trashed_card_comes_back_with_everything_on_it(store: Store, canary: int) -> None:
    before = store.cards.bundle(canary)
    changed = store.cards.trash([canary])
    assert changed.cards == (canary,)
    assert changed.label == "delete Qu Quillfeather"
    assert [card.id for card in store.cards.trashed()] == [canary]
    assert store.people.ids(Filter(text="ferretry")) == []
    assert store.notes.others(0) == ()
    assert store.cards.with_line("email", "QUILL@zyx.example") == ()
    store.cards.restore([canary])
    assert store.cards.trashed() == []
    assert store.cards.bundle(canary) == before
    assert store.people.ids(Filter(text="ferretry")) == [canary]
    assert store.notes.others(0) == ("Hello Quill and acorns",)
    assert store.cards.with_line("email", "QUILL@zyx.example") == (canary,)


def test_meetings_notes_and_events_have_their_own_place_in_the_trash(store: Store, canary: int) -> None:
    event = store.events.put(Event(name="PyCon")).events[0]
    meeting, note = store.meetings.of(canary)[0], store.notes.of(canary)[0]
    store.meetings.trash([meeting.id])
    store.notes.trash([note.id])
    store.events.trash([event])
    assert store.meetings.of(canary) == ()
    assert store.notes.of(canary) == ()
    assert store.events.all() == ()
    assert store.events.named("PyCon") is None
    assert [m.id for m in store.meetings.trashed()] == [meeting.id]
    assert [n.id for n in store.notes.trashed()] == [note.id]
    assert [e.id for e in store.events.trashed()] == [event]
    assert store.people.ids(Filter(text="ferretry")) == []
    store.meetings.restore([meeting.id])
    store.notes.restore([note.id])
    store.events.restore([event])
    assert store.meetings.of(canary) == (meeting,)
    assert store.notes.of(canary) == (note,)
    assert store.events.named("pycon") is not None
    assert store.people.ids(Filter(text="ferretry")) == [canary]


def test_several_deleted_cards_are_one_step_named_by_their_number(store: Store, add: Add) -> None:
    ids = [add(name) for name in ("Ana", "Bo", "Cy")]
    assert store.cards.trash(ids).label == "delete 3 cards"
    store.journal.undo()
    assert store.people.counts()["everyone"] == 3


@pytest.mark.parametrize("way", ["forget", "empty the trash"])
def test_nothing_of_a_removed_person_is_left_in_the_bytes_of_the_folder(
    store: Store, folder: Path, canary: int, way: str
) -> None:
    for word in CANARIES:
        assert in_bytes(folder, word), word
    if way == "forget":
        forgotten = store.cards.forget(canary)
        assert forgotten.backups_that_still_hold == ()
        assert forgotten.changed.cards == (canary,)
    else:
        store.cards.trash([canary])
        assert store.cards.empty_trash().cards == (canary,)
        assert store.cards.trashed() == []
    for word in (*CANARIES, "the face of Quillfeather"):
        assert in_bytes(folder, word) == [], word
    assert store.cards.get(canary) is None
    assert store.people.counts()["everyone"] == 300
    assert store.check().sound
    assert store.check().index_ok


def test_undo_cannot_bring_back_who_was_forgotten(store: Store, canary: int) -> None:
    store.cards.forget(canary)
    while store.journal.undo():
        assert store.cards.get(canary) is None


def test_forgetting_takes_the_link_to_them_off_other_cards_and_names_those_that_mention_them(
    store: Store, canary: int, add: Add, meet: Add, folder: Path
) -> None:
    linked, mentions = add("Linked"), add("Mentions", about="knows Qu Quillfeather well")
    friends = (PersonRef("Qu Quillfeather", canary), PersonRef("Greta"))
    meeting = store.meetings.get(meet(linked, friends=friends))
    assert meeting is not None
    store.meetings.put(dataclasses.replace(meeting, hook="boats"))
    forgotten = store.cards.forget(canary)
    assert [ref.name for ref in store.meetings.of(linked)[0].friends] == ["Greta"]
    assert linked in forgotten.changed.cards
    assert forgotten.mentioned_on == (mentions,)


def test_backups_that_still_hold_a_forgotten_person_are_told_and_can_be_rewritten(
    store: Store, folder: Path, canary: int
) -> None:
    first = store.backup.now("quit")
    store.cards.put(Card().named("Somebody Later"))
    second = store.backup.now("quit")
    forgotten = store.cards.forget(canary)
    assert set(forgotten.backups_that_still_hold) == {first, second}
    assert in_bytes(folder / "backups", "Quillfeather")

    assert store.backup.rewrite_without(forgotten.uid, forgotten.backups_that_still_hold) == ()
    for word in (*CANARIES, "the face of Quillfeather"):
        assert in_bytes(folder, word) == [], word
    assert first is not None
    assert store.backup.verify(first)
    assert store.backup.holding(forgotten.uid) == ()
    store.backup.restore(first)
    assert store.people.counts()["everyone"] == 300


def test_a_backup_that_cannot_be_rewritten_is_named(store: Store, canary: int) -> None:
    held = store.backup.now("quit")
    assert held is not None
    held.write_bytes(held.read_bytes()[:-4096])
    forgotten = store.cards.forget(canary)
    assert forgotten.backups_that_still_hold == (held,)
    assert store.backup.rewrite_without(forgotten.uid, [held]) == (held,)


def test_the_trash_is_emptied_only_of_what_lay_there_long_enough(store: Store, add: Add, clock: Any) -> None:
    old, young = add("Old"), add("Young")
    store.cards.trash([old])
    clock.move(days=20)
    store.cards.trash([young])
    store.cards.empty_trash(clock.now - dt.timedelta(days=10))
    assert [card.id for card in store.cards.trashed()] == [young]
    assert store.cards.empty_trash(clock.now - dt.timedelta(days=10)).cards == ()


def test_pictures_that_others_use_survive(store: Store, add: Add) -> None:
    digest = store.pictures.put(b"shared")
    assert store.pictures.put(b"shared") == digest
    one, two = add("One", pictures=(Picture(digest),)), add("Two", pictures=(Picture(digest),))
    store.cards.forget(one)
    assert store.pictures.get(digest) == b"shared"
    store.cards.forget(two)
    assert store.pictures.get(digest) is None


def test_forgetting_nobody_is_told(store: Store) -> None:
    with pytest.raises(errors.NotFound):
        store.cards.forget(7)
