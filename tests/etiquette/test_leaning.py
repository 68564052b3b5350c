"""The learned judge: what it adds to the phrases, where it points, and how it keeps out of what it does not know."""

from __future__ import annotations

import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.cards.situation import Situation
from salver.cli_check import read_input
from salver.etiquette import leaning, registry, signs
from salver.etiquette.engine import Engine
from salver.etiquette.examples import MET, STRANGER
from salver.etiquette.model import Span
from salver.etiquette.text import Reading
from weigh_notes import as_input

ENGINE = Engine(registry.load())
WORDS = st.sampled_from(
    "Hi Ana, your talk on goats was lovely. Could you hire my son? We sell 20 % cheaper 🙂 PyCon zzyzx ünïcödé - "
    "Hallo, ich und Sie, les chèvres de l'île, wir verkaufen la capra".split()
)  # fmt: skip


def rules_of(text: str, situation: Situation = MET) -> set[str]:
    return {finding.rule for finding in ENGINE.check(text, situation)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Hi Ana, your tale of the lost sock was great. Would you find my nephew a place in your lab this summer?",
         "big-ask"),
        ("Hi Ana, good to meet you. We supply varnish to every boatyard, and the first tin is on the house. Shall I "
         "send a rep?", "sales-pitch"),
        ("Hi Ana, you are the brightest light in your whole trade, simply magnificent.", "empty-flattery"),
        ("Hi Ana, I put my whole week aside and it would be a pity if you were too busy for me again.", "pressure"),
    ],
)  # fmt: skip
def test_a_fault_is_found_in_words_that_stand_in_no_list(text: str, rule: str) -> None:
    alone = Reading(text, MET)
    alone.memo[leaning.ALONE] = True
    own = next(r for r in registry.load() if r.id == rule)
    assert not list(own.find(alone)), "the phrases know this one; find another"
    assert rule in rules_of(text)


def test_what_it_finds_alone_is_marked_as_the_sentence_in_which_it_lies() -> None:
    text = "Hi Ana, your tale of the lost sock was great. Would you find my nephew a place in your lab this summer?"
    found = next(f for f in ENGINE.check(text, MET) if f.rule == "big-ask")
    assert found.span is not None
    assert text[found.span.start : found.span.end] == "Would you find my nephew a place in your lab this summer?"


def test_a_greeting_is_never_part_of_a_mark() -> None:
    text = "Hi Ana, would you find my nephew a place in your lab this summer?"
    span = leaning.place(Reading(text, MET), "big-ask")
    assert text[span.start : span.end].startswith("would")


def test_of_a_language_without_weights_it_says_nothing() -> None:
    reading = Reading("Cześć Ana, czy znalazłoby się u was miejsce dla mojego siostrzeńca i co na to szef?", MET)
    assert reading.language == "pl"
    assert not leaning.judge(reading, "big-ask", found=False).is_there
    assert leaning.judge(reading, "big-ask", found=True).is_there


def test_names_of_the_card_make_no_difference() -> None:
    one = "Hi {}, I run the tests of a small bank in Ghent. Your post saved my week. Which one was it?"
    other = STRANGER.card.named("Zbigniew Okonkwo")
    here = {f.rule for f in ENGINE.check(one.format(STRANGER.card.first_name), STRANGER)}
    there = {f.rule for f in ENGINE.check(one.format("Zbigniew"), Situation(other, STRANGER.meeting, STRANGER.sender))}
    assert here == there


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_whatever_is_written_it_answers_and_points_into_the_note(text: str) -> None:
    reading = Reading(text, MET)
    for fault in leaning.load().scales:
        leaning.judge(reading, fault, found=False)
    if reading.words and reading.language in leaning.RESOURCES:
        for fault in leaning.load(reading.language).sentence.faults:
            span = leaning.place(reading, fault)
            assert Span(0, len(text)).covers(span)


@given(st.text(string.ascii_letters + " .?!,'", max_size=120))
def test_the_same_note_is_always_judged_the_same(text: str) -> None:
    assert [leaning.judge(Reading(text, MET), fault, found=False) for fault in leaning.load().scales] == [
        leaning.judge(Reading(text, MET), fault, found=False) for fault in leaning.load().scales
    ]


@pytest.mark.parametrize("language", sorted(leaning.RESOURCES))
def test_words_and_traits_have_a_weight_for_every_fault(language: str) -> None:
    weights = leaning.load(language)
    meanings = len(weights.ranks) if language == "en" else 0
    for table in (weights.note, weights.sentence):
        assert len(table.words) == meanings * len(table.faults)
        assert len(table.signs) == len(weights.places) * len(table.faults)
    assert set(weights.note.faults) == set(weights.scales)
    figures = len(signs.TRAITS) + (0 if language == "en" else len(signs.HEARD))
    assert {len(scale.traits) for scale in weights.scales.values()} == {figures}
    assert set(weights.scales) <= {rule.id for rule in registry.load()}


def test_the_surest_fault_needs_less_certainty_than_any_further_one() -> None:
    spared = held = 0
    for path in sorted((Path(__file__).parent / "notes/hands").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines()[::4]:
            reading = Reading(*read_input(as_input(json.loads(line))))
            if reading.language not in leaning.RESOURCES:
                continue
            sure = leaning.sureness(reading)
            surest = max(sure, key=lambda fault: sure[fault])
            for fault, value in sure.items():
                is_there = leaning.judge(reading, fault, found=False).is_there
                if fault == surest:
                    spared += is_there and value < 0
                else:
                    held += not is_there and value > 0
                    assert not is_there or value > 0
    assert spared, "none was spared"
    assert held, "none was held back"
