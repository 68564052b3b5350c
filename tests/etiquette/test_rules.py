"""Every rule, by its own examples: they are its help page and its tests."""

from __future__ import annotations

import functools
import logging

import pytest

from salver.etiquette import explain, registry
from salver.etiquette.engine import Engine
from salver.etiquette.model import Bad, Finding, Good, Rule, Severity
from salver.etiquette.spelling import Speller
from salver.etiquette.text import Reading

RULES = registry.load()
BAD = [pytest.param(rule, bad, id=f"{rule.id}-{n}") for rule in RULES for n, bad in enumerate(rule.bad)]
GOOD = [pytest.param(rule, good, id=f"{rule.id}-{n}") for rule in RULES for n, good in enumerate(rule.good)]


@functools.cache
def speller() -> Speller:
    return Speller()


def found_by(rule: Rule, text: str, situation) -> tuple[Finding, ...]:
    if rule.id == "spelling":
        return speller().check(text, situation)
    return Engine([rule]).check(text, situation)


@pytest.fixture(autouse=True)
def _no_rule_fails(caplog: pytest.LogCaptureFixture):
    yield
    assert not [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.ERROR]


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_a_bad_example_is_flagged_at_exactly_its_marks(rule: Rule, bad: Bad) -> None:
    found = found_by(rule, bad.text, bad.situation)
    assert found, "nothing was found"
    marks = tuple(bad.text[f.span.start : f.span.end] for f in found if f.span)
    assert marks == bad.marks
    assert bool(bad.marks) or all(f.span is None for f in found)


@pytest.mark.parametrize(("rule", "bad"), BAD)
def test_the_first_fix_does_what_the_page_says_and_mends_the_fault(rule: Rule, bad: Bad) -> None:
    found = found_by(rule, bad.text, bad.situation)
    first = next((f for f in found if f.fixes), None)
    if bad.becomes is None:
        assert first is None, f"a fix without an example: {first and first.fixes[0].apply(bad.text)!r}"
        return
    assert first is not None
    after = first.fixes[0].apply(bad.text)
    assert after == bad.becomes
    assert len(found_by(rule, after, bad.situation)) == len(found) - 1


@pytest.mark.parametrize(("rule", "good"), GOOD)
def test_a_good_example_is_left_alone(rule: Rule, good: Good) -> None:
    assert found_by(rule, good.text, good.situation) == ()


@pytest.mark.parametrize(("rule", "good"), GOOD)
def test_no_good_example_is_called_an_error_by_another_rule(rule: Rule, good: Good) -> None:
    found = Engine(RULES).check(good.text, good.situation)
    assert [f for f in found if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_whole_page_and_examples_of_both_kinds(rule: Rule) -> None:
    page = explain.page(rule)
    assert page.what
    assert page.why
    assert page.fine
    assert rule.bad
    assert rule.good
    assert rule.title[-1] not in ".!"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_engine_has_nothing_against_its_own_words(rule: Rule) -> None:
    loud = Engine([r for r in RULES if r.id in {"shouting", "exclamation-marks", "emoji-excess", "pressure"}])
    said = [f for bad in rule.bad for f in found_by(rule, bad.text, bad.situation)]
    for text in [rule.title, *(f.message for f in said), *(f.reason for f in said)]:
        assert "!" not in text.replace("“", "").replace("”", "") or "exclamation" in rule.id
        assert loud.check(text, Good("").situation) == ()


def test_every_finding_has_a_title_short_enough_for_its_line() -> None:
    for rule in RULES:
        for bad in rule.bad:
            for finding in found_by(rule, bad.text, bad.situation):
                assert 0 < len(finding.message) <= 64, finding.message
                assert len(finding.reason) <= 140, finding.reason


def test_reading_a_note_twice_gives_the_same() -> None:
    assert Reading("Hi Ana, yes?", RULES[0].bad[0].situation).flow == " hi ana , yes ? "
