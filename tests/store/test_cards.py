"""Cards, meetings, notes and events come back as they were put, and moves between cards lose nothing."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salver.cards import profile
from salver.cards.card import Card, Labelled, Picture
from salver.cards.event import Event
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Precision, Promise, Tie, Told
from salver.cards.note import Activity, Channel, Deed, Note
from salver.cards.situation import InvitationState
from salver.store import Bundle, Dismissal, Filter, Store, errors, rows

Add = Callable[..., int]

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
labelled = st.lists(st.builds(Labelled, texts, texts), max_size=3).map(tuple)
moments = st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2200, 1, 1))
cards = st.builds(
    Card, display_name=texts, first_name=texts, middle_name=texts, last_name=texts, prefix=texts, suffix=texts,
    nickname=texts, pronunciation=texts, pronouns=texts, title=texts, company=texts, emails=labelled, phones=labelled,
    links=labelled, addresses=labelled, birthday=texts, tags=st.lists(texts, max_size=3, unique=True).map(tuple),
    about=texts, cadence_days=st.none() | st.integers(1, 900), extra=st.lists(texts, max_size=2).map(tuple),
    pictures=st.lists(st.builds(Picture, texts, texts), max_size=2).map(tuple), id=st.just(0), uid=st.just(""),
    created_at=st.none(), changed_at=st.none(), deleted_at=st.none(),
)  # fmt: skip
refs = st.builds(PersonRef, texts, st.none())
promises = st.builds(
    Promise, texts, st.sampled_from(By), st.none() | st.dates(),
    st.none() | moments.map(lambda when: when.replace(tzinfo=dt.UTC)), st.just(0),
)  # fmt: skip
meetings = st.builds(
    Meeting, event=texts, place=texts, tie=st.sampled_from(Tie), told=st.sampled_from(Told), hook=texts,
    met=st.none() | st.builds(Moment, moments, st.sampled_from(["UTC", "Asia/Tokyo", "Nowhere/Land"]),
                              st.sampled_from(Precision), st.booleans()),
    introduced_by=st.none() | refs, topics=st.lists(texts, max_size=3).map(tuple), their_words=texts,
    friends=st.lists(refs, max_size=2).map(tuple), promises=st.lists(promises, max_size=2).map(tuple),
    private=st.lists(texts, max_size=2).map(tuple), id=st.just(0), uid=st.just(""), card_id=st.just(0),
    event_id=st.none(), created_at=st.none(), changed_at=st.none(), deleted_at=st.none(),
)  # fmt: skip


def bare(value: Any) -> Any:
    """Without what the store adds."""
    changes: dict[str, Any] = {"id": 0, "uid": "", "created_at": None, "changed_at": None}
    if isinstance(value, Meeting):
        changes |= {"card_id": 0, "promises": tuple(dataclasses.replace(p, id=0) for p in value.promises)}
    return dataclasses.replace(value, **changes)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=cards, second=cards, meeting=meetings, later=meetings)
def test_whatever_is_put_comes_back_and_undo_brings_back_what_was(
    store: Store, first: Card, second: Card, meeting: Meeting, later: Meeting
) -> None:
    card_id = store.cards.put(first, "first").cards[0]
    kept = store.cards.get(card_id)
    assert bare(kept) == first
    store.cards.put(dataclasses.replace(second, id=card_id), "second")
    assert bare(store.cards.get(card_id)) == second
    meeting_id = store.meetings.put(dataclasses.replace(meeting, card_id=card_id), "third").meetings[0]
    before = store.meetings.get(meeting_id)
    assert bare(before) == meeting
    store.meetings.put(dataclasses.replace(later, id=meeting_id), "fourth")
    assert bare(store.meetings.get(meeting_id)) == later
    if store.journal.label() == "fourth":
        store.journal.undo()
    assert store.meetings.get(meeting_id) == before


def test_half_a_character_is_left_out_and_the_rest_kept(store: Store) -> None:
    card_id = store.cards.put(Card(first_name="An\ud83da", tags=("x\udc00",))).cards[0]
    kept = store.cards.get(card_id)
    assert kept is not None
    assert (kept.first_name, kept.tags) == ("Ana", ("x",))


def test_ten_thousand_characters_fit_in_any_field(store: Store) -> None:
    long = "ä" * 10_000
    card = Card(display_name=long, about=long, company=long, emails=(Labelled(long, long),), tags=(long,))
    card_id = store.cards.put(card).cards[0]
    assert bare(store.cards.get(card_id)) == card


def test_what_the_store_keeps_of_a_row_cannot_be_overwritten(store: Store, add: Add, clock: Any) -> None:
    ana = add("Ana")
    before = store.cards.get(ana)
    assert before is not None
    clock.move(days=1)
    store.cards.put(Card(id=ana, uid="other", first_name="Anna", deleted_at=clock.now))
    after = store.cards.get(ana)
    assert after is not None
    assert (after.uid, after.created_at, after.deleted_at) == (before.uid, before.created_at, None)
    assert after.changed_at == clock.now


@pytest.mark.parametrize(
    "put",
    [
        lambda s: s.cards.put(Card(id=9)), lambda s: s.meetings.put(Meeting(id=9)), lambda s: s.notes.put(Note(id=9)),
        lambda s: s.meetings.put(Meeting(card_id=9)), lambda s: s.notes.put(Note(card_id=9)),
        lambda s: s.events.put(Event(id=9)), lambda s: s.cards.merge(1, 1), lambda s: s.cards.merge(1, 9),
        lambda s: s.activities.add(Activity(Deed.SENT, dt.datetime.now(dt.UTC), 9)),
        lambda s: s.activities.replace(Activity(Deed.SENT, dt.datetime.now(dt.UTC), 1, id=9)),
    ],
)  # fmt: skip
def test_a_row_that_is_gone_is_told_in_a_sentence(store: Store, add: Add, put: Callable[[Store], object]) -> None:
    add("Ana")
    with pytest.raises(errors.NotFound) as caught:
        put(store)
    assert "no longer there" in caught.value.sentence
    assert store.journal.label() == "new card"


def test_meetings_come_latest_first_by_the_moment_and_not_by_the_clock_on_the_wall(store: Store, add: Add) -> None:
    ana = add("Ana")
    tokyo = Moment(dt.datetime(2026, 4, 24, 9), "Asia/Tokyo")
    berlin = Moment(dt.datetime(2026, 4, 24, 8), "Europe/Berlin")
    for place, met in (("Berlin", berlin), ("Tokyo", tokyo)):
        store.meetings.put(Meeting(card_id=ana, place=place, met=met))
    assert [meeting.place for meeting in store.meetings.of(ana)] == ["Berlin", "Tokyo"]


def test_promises_keep_their_ids_when_others_come_and_go(store: Store, add: Add, meet: Add) -> None:
    ana = add("Ana")
    meeting_id = meet(ana, promises=(Promise("one"), Promise("two")))
    meeting = store.meetings.get(meeting_id)
    assert meeting is not None
    one, two = meeting.promises
    store.meetings.put(dataclasses.replace(meeting, promises=(two, Promise("three"))))
    after = store.meetings.get(meeting_id)
    assert after is not None
    assert after.promises[0] == two
    assert after.promises[1].id not in (one.id, two.id)


def test_an_event_is_found_by_name_and_offered_again(store: Store, add: Add, clock: Any) -> None:
    fair = store.events.put(Event(name="Fête des Vins", starts=dt.datetime(2026, 1, 1))).events[0]
    pycon = store.events.put(Event(name="PyCon", starts=dt.datetime(2026, 4, 22), zone="Europe/Berlin")).events[0]
    assert [event.id for event in store.events.all()] == [pycon, fair]
    found = store.events.named("fete DES vins")
    assert found is not None
    assert found.id == fair
    last = store.events.last_used()
    assert last is not None
    assert last.id == pycon
    store.meetings.put(Meeting(card_id=add("Ana"), event_id=fair, event="Fête des Vins"))
    last = store.events.last_used()
    assert last is not None
    assert last.id == fair


def test_notes_to_others_come_newest_first_and_never_the_persons_own(store: Store, add: Add, clock: Any) -> None:
    ana, bo, cy = add("Ana"), add("Bo"), add("Cy")
    for card_id, text in ((bo, "first"), (ana, "own"), (cy, "second"), (cy, "")):
        clock.move(minutes=1)
        store.notes.put(Note(card_id=card_id, text=text))
    assert store.notes.others(ana) == ("second", "first")
    assert store.notes.others(ana, most=1) == ("second",)


def test_a_dismissal_holds_for_its_note_its_card_or_everywhere(store: Store, add: Add) -> None:
    ana, bo = add("Ana"), add("Bo")
    note = store.notes.put(Note(card_id=ana, text="x")).notes[0]
    other = store.notes.put(Note(card_id=ana, text="y")).notes[0]
    once = Dismissal("no-hook", ana, note, "f1")
    for dismissal in (once, Dismissal("spelling", ana), Dismissal("emoji-excess")):
        store.dismissals.add(dismissal)
    assert {d.rule for d in store.dismissals.for_note(ana, note)} == {"no-hook", "spelling", "emoji-excess"}
    assert {d.rule for d in store.dismissals.for_note(ana, other)} == {"spelling", "emoji-excess"}
    assert {d.rule for d in store.dismissals.for_note(bo, 0)} == {"emoji-excess"}
    store.dismissals.remove(store.dismissals.all()[-1].id)
    assert {d.rule for d in store.dismissals.for_note(ana, note)} == {"spelling", "emoji-excess"}


def test_people_are_recognised_by_mail_phone_and_profile_however_written(store: Store, add: Add) -> None:
    ana = add(
        "Ana", emails=(Labelled("Ana@Kite.example"),), phones=(Labelled("030/12 34-56"),),
        links=(Labelled("linkedin.com/in/Ana-Ruiz/"),),
    )  # fmt: skip
    assert store.cards.with_line("email", " ana@kite.EXAMPLE ") == (ana,)
    assert store.cards.with_line("phone", "(030) 123456") == (ana,)
    assert store.cards.with_line("link", "https://de.linkedin.com/in/ana-ruiz?trk=x") == (ana,)
    assert store.cards.with_line("link", "https://kite.example") == ()
    assert {(kind, normal) for _, kind, normal in store.cards.lines()} == {
        ("email", "ana@kite.example"), ("phone", "30123456"), ("link", "ana-ruiz"),
    }  # fmt: skip


def test_merging_fills_what_was_empty_moves_what_hangs_on_the_other_and_overwrites_nothing(
    store: Store, add: Add, meet: Add, clock: Any
) -> None:
    keep = add("Ana Ruiz", title="CTO", emails=(Labelled("ana@kite.example"),), about="Sails")
    other = add(
        "Ana R.", title="Engineer", company="Kite", emails=(Labelled("ANA@kite.example"), Labelled("ana@home.example")),
        about="Sings", tags=("vip",),
    )  # fmt: skip
    third = add("Third")
    meet(other, topics=("boats",))
    meet(third, friends=(PersonRef("Ana R.", other),))
    note = store.notes.put(Note(card_id=other, text="Hello")).notes[0]
    store.activities.add(Activity(Deed.SENT, clock.now, other, note, Channel.INVITATION))
    uid = store.cards.many([other])[0].uid
    store.cards.merge(keep, other)
    card = store.cards.get(keep)
    assert card is not None
    assert (card.shown_name, card.title, card.company, card.tags) == ("Ana Ruiz", "CTO", "Kite", ("vip",))
    assert [mail.value for mail in card.emails] == ["ana@kite.example", "ana@home.example"]
    assert card.about == "Sails\n\nSings"
    assert store.cards.get(other) is None
    assert store.meetings.of(keep)[0].topics == ("boats",)
    assert store.notes.of(keep)[0].text == "Hello"
    assert store.people.rows([keep])[0].state is InvitationState.SENT
    assert store.people.ids(Filter(text="boats")) == [keep]
    assert store.meetings.of(third)[0].friends[0].card_id == keep
    found = store.cards.by_uid(uid)
    assert found is not None
    assert found.id == keep


def test_an_import_gives_back_what_an_export_took(store: Store, add: Add, meet: Add, clock: Any) -> None:
    ana = add("Ana Ruiz", tags=("vip",))
    meeting_id = meet(ana, topics=("kites",), promises=(Promise("call"),))
    note = store.notes.put(Note(card_id=ana, meeting_id=meeting_id, text="Hello")).notes[0]
    store.activities.add(Activity(Deed.COPIED, clock.now, ana, note, Channel.INVITATION))
    taken = store.cards.bundle(ana)
    assert taken is not None
    assert taken.notes[0].meeting_id == 1
    assert taken.activities[0].note_id == 1
    store.cards.forget(ana)
    changed = store.cards.add_many([taken, Bundle(Card().named("Bo"))])
    assert len(changed.cards) == 2
    back = store.cards.bundle(changed.cards[0])
    assert back is not None
    assert back.card.uid == taken.card.uid
    assert bare(back.card) == bare(taken.card)
    assert [bare(m) for m in back.meetings] == [bare(m) for m in taken.meetings]
    assert back.notes[0].text == "Hello"
    assert back.notes[0].meeting_id == 1
    assert back.activities[0].note_id == 1
    assert store.people.ids(Filter(text="kites")) == [changed.cards[0]]
    assert store.check().index_ok


def test_the_same_file_imported_twice_adds_cards_with_names_of_their_own(store: Store, add: Add) -> None:
    ana = add("Ana")
    taken = store.cards.bundle(ana)
    assert taken is not None
    again = store.cards.add_many([taken]).cards[0]
    assert again != ana
    assert store.cards.many([again])[0].uid != taken.card.uid


@pytest.mark.parametrize(
    "link",
    [
        "https://www.linkedin.com/in/Ana-Ruiz", "https://www.linkedin.com/in/ana-ruiz/", "linkedin.com/in/ana-ruiz",
        "https://www.linkedin.com/in/ACoAABx12", "https://www.linkedin.com/in/ana%20ruiz",
        "https://www.linkedin.com/company/kite", "https://www.linkedin.com/in/",
    ],
)  # fmt: skip
def test_the_short_way_to_a_profile_agrees_with_the_long_one(link: str) -> None:
    parsed = profile.parse(link)
    assert rows.normal("link", link) == (parsed.slug if parsed else "")


def test_two_new_cards_of_one_uid_each_get_a_name_of_their_own(store: Store) -> None:
    ids = store.cards.add_many([Bundle(Card(uid="u1").named(name)) for name in ("Ana", "Bo")]).cards
    first, second = (card.uid for card in store.cards.many(ids))
    assert first == "u1"
    assert second not in ("", "u1")


def test_half_a_character_is_left_out_of_an_import(store: Store) -> None:
    card = Card(emails=(Labelled("a\ud800na@kite.example"),), tags=("v\udfffip",), uid="u\ud8001").named("A\ud800na")
    kept = store.cards.many(store.cards.add_many([Bundle(card)]).cards)[0]
    assert (kept.display_name, kept.emails[0].value, kept.tags, kept.uid) == ("Ana", "ana@kite.example", ("vip",), "u1")
