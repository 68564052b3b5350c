"""The engine: what it finds, what it keeps still about, and what cannot hurt it."""

from __future__ import annotations

import json
import logging
import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salver.cards.card import Card
from salver.cards.situation import Situation
from salver.etiquette import explain, registry
from salver.etiquette.dismissed import fingerprint
from salver.etiquette.engine import Engine, merge, worst_first
from salver.etiquette.examples import BLANK, MESSAGE, MET, REPLY, STRANGER
from salver.etiquette.language import detect
from salver.etiquette.model import Bad, Edit, Finding, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

RULES = registry.load()
ENGINE = Engine(RULES)
CATALOGUE = set(
    """
    default-invitation near-default-invitation leftover-placeholder wrong-name misspelled-name too-long
    contradicts-card stale-time-word false-familiarity nothing-specific no-hook no-context
    stranger-no-bio not-told too-early too-late sales-pitch big-ask brain-picking pressure self-centred
    empty-flattery shouting exclamation-marks emoji-excess too-casual too-stiff link spelling
    introducer-unnamed promise-forgotten same-note private-line sensitive looks cold-reply note-budget
    reinvite-too-soon profile-address stock-opener name-missing stock-closer promise-new
    too-many-questions negative invisible-characters line-breaks signature reply-without-question
    already-connected
    """.split()
)


def a_rule(name: str, find, severity: Severity = Severity.WARNING, **more) -> Rule:
    return Rule(name, name, severity, find, (Bad("x"),), (Good("y"),), **more)


def test_every_rule_of_the_catalogue_is_there_and_no_other() -> None:
    assert {rule.id for rule in RULES} == CATALOGUE


def test_the_registry_refuses_an_empty_folder_and_two_rules_of_one_name() -> None:
    with pytest.raises(registry.RegistryError, match="no rule"):
        registry.checked([])
    with pytest.raises(registry.RegistryError, match="twin"):
        registry.checked([a_rule("twin", lambda _: ()), a_rule("twin", lambda _: ())])


def test_an_empty_note_has_no_findings() -> None:
    assert ENGINE.check("  \n ", MET) == ()


def test_a_good_note_raises_nothing() -> None:
    note = "Hi Ana, your rule that a test must be named before it is deleted is on our wall. Which one was first to go?"
    assert ENGINE.check(note, MET) == ()
    assert ENGINE.check(note, BLANK) == ()


def test_a_rule_that_raises_is_logged_by_its_name_and_the_others_go_on(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_: Reading):
        raise KeyError("Ana Ruiz")

    engine = Engine([a_rule("broken", broken), a_rule("sound", lambda _: [Hit("seen")])])
    with caplog.at_level(logging.ERROR):
        found = engine.check("Hi Ana", MET)
    assert [f.rule for f in found] == ["sound"]
    assert "broken" in caplog.text
    assert "Ana" not in caplog.text


def test_a_rule_that_is_off_is_not_asked() -> None:
    note = "Hi Ana, it was great to meet you."
    assert "no-hook" in {f.rule for f in ENGINE.check(note, MET)}
    assert "no-hook" not in {f.rule for f in Engine(RULES, off=frozenset({"no-hook"})).check(note, MET)}


def test_a_hint_inside_of_something_worse_is_left_out() -> None:
    loud = a_rule("loud", lambda _: [Hit("a", Span(0, 9))])
    soft = a_rule("soft", lambda _: [Hit("b", Span(2, 4))], Severity.HINT)
    assert [f.rule for f in Engine([soft, loud]).check("Hi Ana Ruiz", MET)] == ["loud"]


def test_a_dismissed_finding_stays_away_while_words_are_typed_around_it() -> None:
    note = "Hi Tom, is the goat home?"
    found = next(f for f in ENGINE.check(note, MET) if f.rule == "wrong-name")
    quiet = Engine(RULES, dismissed=frozenset({("wrong-name", fingerprint(found, note))}))
    assert "wrong-name" not in {f.rule for f in quiet.check("Hi Tom, is the brown goat home by now?", MET)}
    assert "wrong-name" in {f.rule for f in quiet.check("Hi Bob, is the goat home?", MET)}


def test_a_finding_without_a_place_is_dismissed_until_the_text_changes() -> None:
    note = "Hi Ana, it was great to meet you."
    found = next(f for f in ENGINE.check(note, MET) if f.rule == "nothing-specific")
    quiet = Engine(RULES, dismissed=frozenset({(found.rule, fingerprint(found, note))}))
    assert found.rule not in {f.rule for f in quiet.check(note, MET)}
    assert found.rule in {f.rule for f in quiet.check(note + " Thanks.", MET)}


def test_a_rule_dismissed_for_the_card_is_silent_for_any_text() -> None:
    quiet = Engine(RULES, dismissed=frozenset({("nothing-specific", "")}))
    assert "nothing-specific" not in {f.rule for f in quiet.check("Hi Ana, nice to meet you.", MET)}


def test_spelling_is_merged_in_order_and_yields_to_what_is_marked_already() -> None:
    first = Finding("wrong-name", Severity.ERROR, Span(3, 6), "a")
    missing = Finding("no-hook", Severity.WARNING, None, "b")
    late = Finding("spelling", Severity.HINT, Span(8, 12), "c")
    same = Finding("spelling", Severity.HINT, Span(3, 6), "d")
    assert merge((first, missing), (late, same)) == (missing, first, late)
    assert worst_first((late, missing, first)) == (first, missing, late)


def test_a_fix_of_several_edits_is_applied_from_the_right() -> None:
    fix = Fix("both", (Edit(0, 2, "Hello"), Edit(3, 6, "Ana")))
    assert fix.apply("Hi Tom, hi") == "Hello Ana, hi"


def test_offsets_are_code_points_also_behind_emoji_and_combining_marks() -> None:
    note = "👩‍💻 é Hi there. Hi Ana, great meeting you today! Which test was it?"
    found = next(f for f in ENGINE.check(note, MET) if f.rule == "stale-time-word")
    assert note[found.span.start : found.span.end] == "today"


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("Great to meet you yesterday, what was the name of that book?", "en"),
        ("War schön, dich gestern kennenzulernen. Wie hieß das Buch noch?", "de"),
        ("Merci pour la conversation d'hier, comment s'appelle le livre ?", "fr"),
        ("Gracias por la charla de ayer, ¿cómo se llamaba el libro?", "es"),
        ("Grazie per la chiacchierata di ieri, come si chiama il libro?", "it"),
        ("Obrigado pela conversa de ontem, como se chama o livro?", "pt"),
        ("Bedankt voor het gesprek van gisteren, hoe heet dat boek ook weer?", "nl"),
        ("Tack för samtalet igår, vad heter boken?", "sv"),
        ("Dziękuję za rozmowę, jak się nazywa ta książka?", "pl"),
        ("Спасибо за разговор, как называется книга?", "ru"),
        ("昨日はありがとうございました。本の名前は何ですか。", "ja"),
        ("만나서 반가웠습니다", "ko"),
        ("Zxqv brpf", ""),
    ],
)
def test_the_language_of_a_short_note_is_told(note: str, language: str) -> None:
    assert detect([word.low for word in Reading(note, MET).words], note) == language


def test_english_word_lists_leave_other_languages_alone() -> None:
    french = "Bonjour Ana, votre chat est-il rentré ? Il a saisi la demo du pain, super legend."
    german = "Hallo Ana, war die Demo am Montag so stiff wie der Roboter? Ihr Handout ist sick gut."
    for note in (french, german):
        found = {f.rule for f in ENGINE.check(note, MET)}
        assert not found & {"sales-pitch", "too-casual", "big-ask", "too-stiff", "empty-flattery"}


@pytest.mark.parametrize(
    "note",
    [
        "CZEŚĆ ANA, BARDZO DZIĘKUJĘ ZA ROZMOWĘ WCZORAJ",
        "ПРИВЕТ АНА, КАК ТВОЯ КОЗА СЕГОДНЯ ПОЖИВАЕТ",
        "ÅH HEJ ANA, TACK FÖR IGÅR OCH FÖR GETEN",
    ],
)
def test_languages_without_a_list_of_their_own_are_read_all_the_same(note: str) -> None:
    assert "shouting" in {f.rule for f in ENGINE.check(note, MET)}


def test_structural_rules_work_in_every_language() -> None:
    found = {f.rule for f in ENGINE.check("Olá [Nome], " + "que bom foi conhecer a sua cabra ontem " * 6 + "!", MET)}
    assert {"leftover-placeholder", "too-long"} <= found


def test_without_a_time_every_rule_on_time_is_silent() -> None:
    found = {
        f.rule for f in ENGINE.check("Hi Ana, great meeting you today. Which test was it?", replace(MET, send_at=None))
    }
    assert not found & {"stale-time-word", "too-early", "too-late"}


def test_every_page_has_its_three_parts() -> None:
    for rule in RULES:
        text = explain.markdown(rule)
        assert f"`{rule.id}`" in text and all(f"## {heading}" in text for heading in explain.HEADINGS)


_CHARS = st.characters(codec=None) | st.sampled_from(
    "\ud800\udfff\u202e\u2066\u200b\u200d\u0301👩🏽\n\t\"'“”[]{}<>!?.,;:-—/@%_ aA1"
)
_TEXT = st.text(_CHARS, max_size=400) | st.lists(
    st.sampled_from(
        "Hi Ana , . ? ! I'm you are we help pick your brain http://a.b/c [name] {x} “ ” ' today \n -".split(" ")
    ),
    max_size=80,
).map(" ".join)


@pytest.fixture(autouse=True)
def _no_rule_fails(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest):
    yield
    if "logged_by_its_name" not in request.node.name:
        assert not [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.ERROR]


@settings(max_examples=300, deadline=None)
@given(_TEXT, st.sampled_from([MET, BLANK, STRANGER, MESSAGE, REPLY, Situation()]))
def test_no_text_hurts_the_engine_and_every_span_lies_in_it(text: str, situation: Situation) -> None:
    for finding in ENGINE.check(text, situation):
        if finding.span is not None:
            assert 0 <= finding.span.start < finding.span.end <= len(text)
        for fix in finding.fixes:
            assert all(0 <= e.start <= e.end <= len(text) for e in fix.edits)
            fix.apply(text)


@settings(max_examples=100, deadline=None)
@given(st.text(_CHARS, max_size=60), st.text(_CHARS, max_size=60), st.text(_CHARS, max_size=60))
def test_no_card_hurts_the_engine(name: str, company: str, topic: str) -> None:
    situation = replace(
        MET,
        card=Card(first_name=name, last_name=company, company=company, display_name=f"{name} {company}"),
        meeting=replace(MET.meeting, event=topic, topics=(topic,), hook=topic, private=(name,)),
        raw_link=company,
        others=(topic,),
    )
    ENGINE.check(f"Hi {name}, great to meet you at {topic}. Is {company} well?", situation)


_TRAPS = (
    "a" * 8000,
    "!" * 4000,
    "Hi " * 2500,
    "www." * 1500,
    "http://" * 800,
    "((((( " * 900,
    "[a " * 1500,
    "{" * 5000,
    "you are " * 900,
    "I'm " * 1500,
    "1 " * 3000,
    "a." * 3000,
    "a-" * 3000,
    "'" * 4000,
    '"' * 4001,
    "-" * 5000,
    "x@" * 2000,
    "+1 " * 1500,
    "how is " * 900,
    "\n-" * 2000,
    "A " * 3000,
    "é\u0301" * 2000,
    "。" * 2000,
    "🙂" * 3000,
    "pick your " * 600,
    "i will send you the a an my it " * 200,
    "je " + "vous le te la vous les " * 12,
)


@pytest.mark.parametrize("trap", _TRAPS, ids=lambda trap: repr(trap[:8]))
def test_no_long_run_keeps_the_engine_busy(trap: str) -> None:
    for text in (trap, f"Hi Ana, {trap}"):
        started = time.perf_counter()
        ENGINE.check(text, MET)
        assert time.perf_counter() - started < 2


def test_eight_thousand_characters_take_at_most_ten_times_three_hundred() -> None:
    plain = (
        "Hi Ana, your rule on the wall keeps our tests honest. It was red for nine days until a goat ate the cable. "
    )

    def took(text: str) -> float:
        runs = []
        for _ in range(7):
            started = time.perf_counter()
            ENGINE.check(text, MESSAGE)
            runs.append(time.perf_counter() - started)
        return statistics.median(runs)

    small, big = (plain * 3)[:300], (plain * 80)[:8000]
    took(big)
    # Two and a half times the budget, for a busy computer; the benchmark measures it properly.
    assert took(big) < 25 * took(small)


def test_the_engine_comes_without_harper_peewee_and_qt() -> None:
    code = (
        "import sys; from salver.etiquette import registry; from salver.etiquette.engine import Engine;"
        "from salver.etiquette.examples import MET; Engine(registry.load()).check('Hi Ana, yes?', MET);"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {'harper', 'peewee', "
        "'PySide6', 'snowballstemmer', 'rapidfuzz'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


NOTES = Path(__file__).parent / "notes"


def _labelled(name: str) -> list[dict]:
    return [json.loads(line) for line in (NOTES / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def test_welcome_notes_are_hardly_ever_warned_about() -> None:
    from salver.cli_check import read_input

    loud, said = [], 0
    items = _labelled("welcome.jsonl")
    for item in items:
        card = item["card"]
        tie = card.get("relationship")
        given_ = {
            "text": item["text"],
            "channel": {"invite_free": "invitation", "invite_premium": "invitation"}.get(item["channel"], "message"),
            "send_at": item["now"],
            "sender": {"plan": "premium" if item["channel"] == "invite_premium" else "free"},
            "card": {
                **{key: card.get(key) for key in ("first_name", "last_name", "company", "title", "event", "told_them")},
                "tie": tie,
                "met_at": card.get("event_date"),
                "introduced_by": card.get("mutual") if tie == "introduced" else None,
            },
        }
        text, situation = read_input(given_)
        found = ENGINE.check(text, situation)
        said += len(found)
        if any(f.severity is not Severity.HINT for f in found):
            loud.append(item["id"])
    assert len(loud) <= 0.04 * len(items), loud
    assert said <= 0.2 * len(items)


@pytest.mark.parametrize("part", ["“a” é-1. ", "'’é-w'. ", '"é é é" é? ', "«a b c d e f network» "])
def test_many_quotations_take_no_longer_than_other_words(part: str) -> None:
    def took(text: str) -> float:
        runs = []
        for _ in range(5):
            started = time.perf_counter()
            ENGINE.check(text, MET)
            runs.append(time.perf_counter() - started)
        return min(runs)

    plain, quotations = ("Anna, é w. " * 800)[:7000], (part * 2000)[:7000]
    took(plain)
    assert took(quotations) < 10 * took(plain)


def test_a_default_text_in_quotation_marks_is_not_the_writers() -> None:
    theirs = "Hi Ana, “I’d like to add you to my professional network on LinkedIn”: did the goat write that?"
    assert not {f.rule for f in ENGINE.check(theirs, MET)} & {"default-invitation", "near-default-invitation"}


@pytest.mark.parametrize("text", ["Hallo Ana, ich . ʼ. und ʼ", "Hi Ana, ʼ. is it ʼ home?", "ʼ"])
def test_an_apostrophe_that_counts_as_a_letter_is_no_word(text: str) -> None:
    reading = Reading(text, MET)
    assert all(word.text for word in reading.words)
    for rule in registry.load():
        list(rule.find(reading))
