"""Names of every kind survive being typed on a card."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from salver.cards import names
from salver.cards.card import Card


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("Zoë Müller-O’Brien", "Zoë", "Müller-O’Brien"),
        ("Ruiz, Ana", "Ana", "Ruiz"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("María José de la Cruz", "María", "de la Cruz"),
        ("Dr. Naomi Feldman PhD", "Naomi", "Feldman"),
        ("李伟 (Li Wei)", "李伟", ""),
        ("Madonna", "Madonna", ""),
        ("Dr. Haas", "", "Haas"),
        ("A", "A", ""),
        ("Martin Luther King, Jr.", "Martin", "King"),
        ("", "", ""),
    ],
)
def test_a_typed_name_is_taken_apart(typed: str, first: str, last: str) -> None:
    parts = names.split(typed)
    assert (parts.first, parts.last) == (first, last)


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("Zoë Müller", "ZM"),
        ("李伟 (Li Wei)", "李"),
        ("Иван Чернышёв", "ИЧ"),
        ("ليلى حداد", "لح"),
        ("", ""),
        ("123", ""),
    ],
)
def test_initials_are_one_or_two_letters(typed: str, letters: str) -> None:
    assert Card().named(typed).initials == letters


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Straße", "strasse"), ("Søren", "soren"), ("Łukasz", "lukasz"), ("ÉMILE", "emile"), ("İ", "i")],
)
def test_matching_forgets_accents_and_case(text: str, folded: str) -> None:
    assert names.fold(text) == folded


@pytest.mark.parametrize("blank", [" ", "\x1f", "\u2003"])
def test_a_surname_of_blanks_is_none(blank: str) -> None:
    assert names.initials("Ana", blank, "Ana") == "A"


@pytest.mark.parametrize(("name", "letter"), [("Ana Ruiz", "R"), ("Åsa", "A"), ("李伟", "#"), ("", "#"), ("3M", "#")])
def test_the_index_tab_is_a_letter_of_the_surname(name: str, letter: str) -> None:
    assert names.index_letter(Card().named(name).sort_key) == letter


@pytest.mark.parametrize("text", ["Ana,,", " , Ana", "Ana, ,"])
def test_stray_commas_are_no_part_of_a_name(text: str) -> None:
    assert names.split(text) == names.split("Ana")


@given(st.text())
@example(",")
@example(", ,")
def test_no_text_breaks_a_name_and_nothing_typed_is_lost(text: str) -> None:
    card = Card().named(text)
    assert card.display_name == text.strip()
    assert len(card.initials) <= 2 or not text.isascii()
    assert names.index_letter(card.sort_key) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"
    assert names.fold(names.fold(text)) == names.fold(text)
