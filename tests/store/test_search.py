"""Search: everything on both sides, forgiving, and never an error."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salver.cards.card import Labelled
from salver.cards.meeting import PersonRef, Promise
from salver.cards.note import Note
from salver.store import Filter, Store

Add = Callable[..., int]


def find(store: Store, text: str) -> list[int]:
    return store.people.ids(Filter(text=text))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Ana Müller", "muller"), ("Ana Müller", "MÜLL"), ("Ana Müller", "ulle"), ("Ana Müller", "mulller"),
        ("Ana Müller", "müler"), ("Ana Müller", "ana mull"), ("Ana Müller", "muller ana"), ("Søren Kjær", "soren"),
        ("Søren Kjær", "kjaer"), ("Łukasz Żak", "lukasz"), ("Æsa Ødegård", "aesa odegard"), ("İpek Işık", "ipek isik"),
        ("Γιώργος Παπάς", "γιωργος"), ("Жанна Ё", "жанна"), ("山田太郎", "山田"),
        ("山田太郎", "太郎"), ("山田太郎", "郎"),
        ("José María", "jose maria"), ("Jose\u0301", "josé"), ("Bartholomew Cumberbatch", "bartolomew"),
        ("Bartholomew Cumberbatch", "barthollomev"), ("Ana Ruiz", "ruzi"), ("O'Brien", "brien o"),
        ("Jean-Luc", "jean luc"), ("Jean-Luc", "luc"), ("김민수", "민수"), ("ﬁona", "fiona"),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_typed(store: Store, add: Add, name: str, typed: str) -> None:
    add("Somebody Else")
    card_id = add(name)
    assert find(store, typed) == [card_id]


def test_a_street_written_with_its_own_letter_is_found_without_it(store: Store, add: Add) -> None:
    card_id = add("Ana", addresses=(Labelled("Lange Straße 5, Berlin"),))
    assert find(store, "strasse") == [card_id]


def test_everything_on_both_sides_is_searched(store: Store, add: Add, meet: Add) -> None:
    ana = add(
        "Ana Ruiz", title="Marine biologist", company="Kelp GmbH", emails=(Labelled("ana@kelp.example"),),
        phones=(Labelled("+49 (30) 1234-567"),), links=(Labelled("https://www.linkedin.com/in/anaruiz"),),
        tags=("diving",), about="Plays the theremin", nickname="Anita",
    )  # fmt: skip
    add("Other Person")
    meet(
        ana, event="PyCon", place="Gasometer", topics=("octopuses",), their_words="never trust a squid",
        friends=(PersonRef("Mehmet Yılmaz"),), introduced_by=PersonRef("Greta Holm"), hook="aquarium visit",
        promises=(Promise("send the dataset"),), private=("afraid of heights",),
    )  # fmt: skip
    store.notes.put(Note(card_id=ana, text="Shall we compare tentacles?"))
    typed = (
        "biolog", "kelp", "ana@kelp.example", "030 1234567", "+49301234567", "1234567", "anaruiz", "diving", "theremin",
        "anita", "pycon", "gasometer", "octop", "squid", "mehmet yilmaz", "greta", "aquarium", "dataset", "heights",
        "tentacles", "ana octopuses", "kelp tentacles pycon",
    )  # fmt: skip
    for text in typed:
        assert find(store, text) == [ana], text


def test_all_words_must_be_found(store: Store, add: Add) -> None:
    add("Ana Ruiz", company="Kite")
    assert find(store, "ana kite") != []
    assert find(store, "ana kelp") == []


def test_a_part_of_a_word_counts_beside_whole_ones(store: Store, add: Add) -> None:
    ana = add("Ana Müllermeister", company="Sunflower")
    assert find(store, "ana flower") == [ana]
    assert find(store, "meister") == [ana]


def test_one_wrong_letter_is_forgiven_only_when_nothing_else_is_found(store: Store, add: Add) -> None:
    marta, marte = add("Marta"), add("Marte")
    assert find(store, "marta") == [marta]
    assert find(store, "martx") == [marta, marte]


def test_a_short_word_is_forgiven_one_letter_and_a_long_one_two(store: Store, add: Add) -> None:
    add("Ruiz")
    long = add("Christopher")
    assert find(store, "rxxz") == []
    assert find(store, "chrixtopfer") == [long]


def test_a_change_is_found_at_once_and_what_it_replaced_no_more(store: Store, add: Add) -> None:
    import dataclasses

    ana = add("Ana", company="Kite")
    card = store.cards.get(ana)
    assert card is not None
    store.cards.put(dataclasses.replace(card, company="Tulip"))
    assert find(store, "tulip") == [ana]
    assert find(store, "ulip") == [ana]
    assert find(store, "kite") == []
    assert find(store, "tulipp") == [ana]


def test_a_renamed_event_is_found_by_its_new_name(store: Store, add: Add, meet: Add) -> None:
    import dataclasses

    from salver.cards.event import Event

    event_id = store.events.put(Event(name="PyCon")).events[0]
    ana = add("Ana")
    meet(ana, event_id=event_id, event="PyCon")
    event = store.events.get(event_id)
    assert event is not None
    store.events.put(dataclasses.replace(event, name="EuroPython"))
    assert find(store, "europython") == [ana]
    assert find(store, "pycon") == []
    store.journal.undo()
    assert find(store, "pycon") == [ana]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.one_of(st.text(max_size=60), st.text(alphabet="\"'*()^-+:ANDORNEAR a{}[]\\%_~.,;\x00", max_size=40)))
def test_no_text_is_an_error(store: Store, text: str) -> None:
    if store.people.counts()["everyone"] == 0:
        from salver.cards.card import Card

        store.cards.put(Card(company="AND NEAR").named("Ana Ruiz"))
    assert set(find(store, text)) <= set(store.people.ids(Filter()))


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(min_size=1, max_size=30))
def test_whatever_a_card_is_called_its_name_finds_it(store: Store, name: str) -> None:
    from salver.cards.card import Card
    from salver.store.search import words

    card_id = store.cards.put(Card().named(name)).cards[0]
    stored = store.cards.get(card_id)
    assert stored is not None
    if words(stored.display_name):
        assert card_id in find(store, stored.display_name)


def test_ten_thousand_pasted_characters_are_searched_like_any_text(store: Store, add: Add) -> None:
    add("Ana")
    assert find(store, "lorem ipsum " * 900) == []
    assert find(store, "x" * 10_000) == []


def test_many_hits_come_by_name_like_few(store: Store, clock: Any) -> None:
    from salver.cards.card import Card
    from salver.store import Bundle

    cards = [Card(company="Acme").named(f"P{number % 97} Q{number % 89}") for number in range(2_500)]
    store.cards.add_many(Bundle(card) for card in cards)
    assert find(store, "acme") == store.people.ids(Filter())
    names = [row.name.split()[1] for row in store.people.rows(find(store, "acme"))]
    assert names == sorted(names)


def test_known_names_are_those_of_the_cards(store: Store, add: Add) -> None:
    add("Ana Ruiz", company="Kite")
    assert set(store.known_names()) == {"Ana", "Ruiz", "Kite"}
