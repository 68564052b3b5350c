"""Spelling by Harper: what a careful editor would certainly correct, and nothing else."""

from __future__ import annotations

import functools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salver.cards.card import Card
from salver.etiquette import spelling
from salver.etiquette.examples import MET
from salver.etiquette.spelling import Speller


@functools.cache
def speller() -> Speller:
    return Speller()


@functools.cache
def at_once_speller() -> Speller:
    return Speller()


def wrong(text: str, **more) -> list[str]:
    found = speller().check(text, more.pop("situation", MET), **more)
    return [text[f.span.start : f.span.end] for f in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hi Ana, I definately owe you a cake. Which kind?", ["definately"]),
        ("Hi Ana, the confrence was realy good. Which talk was it?", ["confrence", "realy"]),
        ("Hi Ana, I should of asked you before. Which talk was it?", ["of"]),
        ("Hi Ana, mine is better then yours. Or is it?", ["then"]),
        ("Hi Ana, I recieved the book tommorow's mail was to bring. Is it yours?", ["recieved"]),
    ],
)
def test_a_certain_slip_is_marked_on_its_word(text: str, words: list[str]) -> None:
    assert wrong(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Hi Ana, does Quixotl's flaky suite honour the grey colours of the harbour at the theatre?",
        "Hi Ana, the nakiri, the qvevri and the bandoneon survived. Did the kantele?",
        "morning ana, kayla from table 4. is it dead or plotting",
        "Hi Ana, your patient survived the night. Is the neighbour's cat labelled?",
        "Hi Ana, we had waffles at Bergün with Jørgen and Siobhán. Which mezcal was it?",
        "Hallo Ana, ich habe definately geschrieben, weil das so auf der Karte stand.",
        "Hi Ana, you wrote “definately” on the whiteboard. Did anybody notice?",
    ],
)
def test_names_dialects_foreign_words_and_clipped_style_pass(text: str) -> None:
    assert wrong(text) == []


def test_words_of_the_card_and_of_the_dictionary_are_known() -> None:
    text = "Hi Ana, the recieve button at wich failed. Did you see it?"
    assert wrong(text) == ["recieve", "wich"]
    card = replace(MET, card=Card(first_name="Ana", company="Wich Recieve Ltd"))
    assert wrong(text, situation=card) == []
    assert wrong(text, dictionary=frozenset({"wich"})) == ["recieve"]


def test_the_fix_keeps_the_capital() -> None:
    text = "Definately the goat, Ana. Was it yours?"
    found = speller().check(text, MET)
    assert found[0].fixes[0].apply(text).startswith("Definitely the goat")


def test_after_five_hundred_texts_a_fresh_linter_is_used() -> None:
    own = Speller()
    own.check("Hi Ana, is the goat home?", MET)
    first = own._linter
    own._checked = 500
    own.check("Hi Ana, is the other goat home?", MET)
    assert own._linter is not first


SENTENCES = (
    "I definately owe you a cake.", "Did the goat recieve its hay?", "Dr. Ruiz said the confrence was realy good!",
    "We saw it e.g. at the harbour, i.e. untill dawn.", "morning all", "It was better then ours", "«Wich one?»",
    "Meet me tommorow at 7 p.m. by the theatre.", "The goverment’s tent (adress on the card) leaked...", "ok",
    "He wrote “seperate” twice.", "BEGINING of the end", "See www.example.org/wich for more.", "naïve Jørgen laughed",
)  # fmt: skip
BETWEEN = (" ", "\n", "\n\n", "  ", " – ", ", ")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(BETWEEN)), min_size=12, max_size=50))
def test_a_long_message_read_by_the_sentence_shows_all_that_shows_when_read_at_once(
    parts: list[tuple[str, str]],
) -> None:
    text = "Hi Ana, it was good to meet you at the fair. " + "".join(a + b for a, b in parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "_AT_ONCE", 100_000)
        wanted = at_once_speller().check(text, MET)
    # Not the same: of a long text read at once Harper now and then drops a word.
    assert set(wanted) <= set(speller().check(text, MET))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=200))
def test_no_text_hurts_the_speller(text: str) -> None:
    for finding in speller().check(f"Hi Ana, it was good to meet you. {text}", MET):
        assert finding.span is not None
        assert finding.span.end <= len(text) + 40
