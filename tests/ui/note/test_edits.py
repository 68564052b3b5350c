"""Edits, trimming and findings that move with the text, at any offset and in any script."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.cards.units import Utf16Map, for_clipboard, utf16_length
from salver.etiquette.model import Edit, Finding, Fix, Severity, Span
from salver.ui.note.edits import applied, in_utf16
from salver.ui.note.spans import carried, difference, moved
from salver.ui.note.trim import offers

NOTE = (
    "Hi Zoë, thanks for the sqlite sync tips at the sprint table today. “A backup is a rumour until you restore it” "
    "made my day. Did the repo move to Codeberg? Slides come Tuesday. Best, Jonas"
)
TEXTS = st.text(st.sampled_from("ab é\n👋🏽👩‍💻李 ."), max_size=40)


@dataclass(frozen=True)
class Cut:
    start: int
    end: int
    replacement: str = ""


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places, TEXTS), max_size=4))
    return text, [Edit(min(a, b), max(a, b), words) for a, b, words in pairs]


@given(texts_with_edits())
def test_edits_in_utf16_do_to_utf16_what_they_do_to_code_points(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    units = text.encode("utf-16-le")
    for start, end, words in in_utf16(text, edits):
        units = units[: 2 * start] + words.encode("utf-16-le") + units[2 * end :]
    assert units.decode("utf-16-le") == applied(text, edits)


@given(texts_with_edits())
def test_edits_that_do_not_overlap_are_all_made(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    apart = sorted(edits, key=lambda e: e.start)
    if all(a.end <= b.start and a.start != b.start for a, b in itertools.pairwise(apart)):
        assert applied(text, edits) == Fix("", tuple(edits)).apply(text)


@given(TEXTS, TEXTS)
def test_the_difference_of_two_texts_leads_from_one_to_the_other(old: str, new: str) -> None:
    at, removed, added = difference(old, new)
    assert old[:at] + new[at : at + added] + old[at + removed :] == new


@given(TEXTS, st.data())
def test_a_finding_is_carried_to_the_same_words_or_not_at_all(old: str, data: st.DataObject) -> None:
    new = data.draw(TEXTS) if data.draw(st.booleans()) else _typed(old, data)
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    finding = Finding("x", Severity.HINT, Span(start, end), "m", fixes=(Fix("f", (Edit(start, end, "!"),)),))
    for after in carried((finding,), old, new):
        assert after.span is not None
        assert new[after.span.start : after.span.end] == old[start:end]
        for fix in after.fixes:
            assert (fix.edits[0].start, fix.edits[0].end) == (after.span.start, after.span.end)


def _typed(old: str, data: st.DataObject) -> str:
    at = data.draw(st.integers(0, len(old)))
    return old[:at] + data.draw(TEXTS) + old[at:]


def test_a_mark_moves_with_what_is_typed_before_it_and_stays_for_what_is_typed_behind() -> None:
    assert moved(10, 15, 3, 0, 4) == (14, 19)
    assert moved(10, 15, 15, 0, 4) == (10, 15)
    assert moved(10, 15, 2, 30, 0) is None
    assert moved(10, 15, 12, 1, 0) == (10, 14)


def test_the_drawn_note_can_be_trimmed_to_175_without_its_signature() -> None:
    first = offers(NOTE, 200)[0]
    assert (first.label, first.reaches) == ("Drop “Best, Jonas”", 175)
    assert applied(NOTE, first.edits).endswith("Slides come Tuesday.")


def test_a_note_over_the_limit_is_offered_cuts_that_reach_it() -> None:
    long = NOTE.replace("Best", "I really would like to hear what you make of it. Best")
    found = offers(long, 200)
    assert found[0].reaches <= 200
    for offer in found:
        assert utf16_length(for_clipboard(applied(long, offer.edits))) == offer.reaches


def test_the_cuts_of_the_engine_are_offered_too() -> None:
    text = "a " * 120
    found = offers(text, 200, [("Drop the end", (Cut(100, 240),))])
    assert ("Drop the end", 99) in [(o.label, o.reaches) for o in found]


@pytest.mark.parametrize("text", ["", "Hi Zoë.", "x" * 500, "👋" * 150, "\n\n\n", "李" * 300])
def test_trimming_takes_any_text(text: str) -> None:
    for offer in offers(text, 200):
        assert offer.reaches < utf16_length(for_clipboard(text))
    if utf16_length(text) > 200:
        assert offers(text, 200)[0].reaches <= 200


@given(st.text(max_size=400), st.sampled_from([None, 20, 200]))
def test_every_offer_reaches_what_it_says(text: str, most: int | None) -> None:
    for offer in offers(text, most):
        assert utf16_length(for_clipboard(applied(text, offer.edits))) == offer.reaches


@given(TEXTS)
def test_utf16_places_are_those_of_qt(text: str) -> None:
    units = Utf16Map(text)
    assert all(units.to_utf16(i) == utf16_length(text[:i]) for i in range(len(text) + 1))
