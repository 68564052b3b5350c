"""Facts from the back of the card: which there are, what they are called, and whether a note mentions them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.cards.card import Card
from salver.cards.meeting import By, Meeting, PersonRef, Promise, Tie
from salver.ui.note.facts import Fact, Kind, Mentions, facts_of
from salver.ui.note.work_in import work_in

TODAY = dt.date(2026, 4, 24)
ZOE = Meeting(
    event="PyCon DE",
    place="the SQLite sprint table",
    tie=Tie.MET,
    introduced_by=PersonRef("Priya Raghavan"),
    topics=("sqlite sync", "Darmstadt trams"),
    their_words="“A backup is a rumour until you restore it.”",
    hook="Did the repo move to Codeberg?",
    promises=(Promise("Send the slides", due=dt.date(2026, 4, 28)),),
    private=("Thinking of leaving in autumn",),
)
CARD = Card(first_name="Zoë", last_name="Müller-O’Brien")
NOTE = (
    "Hi Zoë, thanks for the sqlite sync tips at the sprint table today. “A backup is a rumour until you restore it” "
    "made my day. Did the repo move to Codeberg? Slides come Tuesday. Best, Jonas"
)


def labels(meeting: Meeting) -> list[str]:
    return [fact.label for fact in facts_of(meeting, TODAY)]


def test_the_drawn_card_gives_six_facts_in_a_fixed_order() -> None:
    assert labels(ZOE) == ["sqlite sync", "Darmstadt trams", "repo move?", "slides Tuesday", "“A backup is…”", "Priya"]


def test_the_drawn_note_uses_four_of_them() -> None:
    said = Mentions.of(NOTE)
    assert [fact.label for fact in facts_of(ZOE, TODAY) if not said.uses(fact)] == ["Darmstadt trams", "Priya"]


def test_the_private_line_is_never_a_fact() -> None:
    assert not any("autumn" in fact.text + fact.label for fact in facts_of(ZOE, TODAY))


def test_the_occasion_is_offered_while_there_is_not_much_else() -> None:
    assert labels(Meeting(event="PyCon DE", topics=("trams",), tie=Tie.MET)) == ["trams", "PyCon DE"]


def test_a_stranger_was_not_met_at_the_event() -> None:
    assert labels(Meeting(event="PyCon DE", tie=Tie.STRANGER)) == []


def test_a_promise_that_was_kept_is_left_out() -> None:
    done = dt.datetime(2026, 4, 24, tzinfo=dt.UTC)
    kept, open_ = Promise("Send the slides", done_at=done), Promise("Lend the book", due=dt.date(2026, 6, 2))
    assert labels(Meeting(promises=(kept, open_))) == ["book 2 June"]


def test_two_people_of_one_first_name_are_told_apart() -> None:
    friends = (PersonRef("Ana Ruiz"), PersonRef("Ana Silva"), PersonRef("Bo Lund"))
    assert labels(Meeting(friends=friends)) == ["Ana Ruiz", "Ana Silva", "Bo"]


@pytest.mark.parametrize(
    ("kind", "text", "note"),
    [
        (Kind.TOPIC, "trail running", "I loved hearing about your trail runs"),
        (Kind.TOPIC, "databases", "that database story"),
        (Kind.PROMISE, "Send the slides", "The slides are on their way"),
        (Kind.INTRODUCER, "Priya Raghavan", "since Priya introduced us"),
        (Kind.FRIEND, "Søren Aagaard", "soren says hello"),
        (Kind.WHERE, "PyCon DE 2026", "It was good to meet at PyCon"),
        (Kind.TOPIC, "路面电车", "谢谢你聊路面电车的故事"),
        (Kind.TOPIC, "AI", "your view on AI"),
    ],
)
def test_a_fact_is_found_in_other_forms_of_its_words(kind: Kind, text: str, note: str) -> None:
    assert Mentions.of(note).uses(Fact(kind, text, text))


@pytest.mark.parametrize(
    ("kind", "text", "note"),
    [
        (Kind.TOPIC, "sqlite sync", "thanks for the sqlite tips"),
        (Kind.TOPIC, "AI", "we said it again"),
        (Kind.PROMISE, "Send the slides", "I will send you my best wishes"),
        (Kind.INTRODUCER, "Priya Raghavan", "since a friend introduced us"),
        (Kind.WORDS, "A backup is a rumour until you restore it", "I have a backup"),
    ],
)
def test_a_fact_is_not_found_in_words_that_are_near(kind: Kind, text: str, note: str) -> None:
    assert not Mentions.of(note).uses(Fact(kind, text, text))


def put(before: str, fact: Fact, after: str = "", meeting: Meeting = ZOE) -> str:
    text = before + after
    put_in = work_in(text, len(before), len(before), fact, CARD, meeting, TODAY)
    return text[: put_in.start] + put_in.words + text[put_in.end :]


TOPIC, TRAMS, HOOK, PROMISE, WORDS, PRIYA = facts_of(ZOE, TODAY)


@pytest.mark.parametrize(
    ("before", "fact", "after", "becomes"),
    [
        ("", TOPIC, "", "Hi Zoë, good to talk about sqlite sync with you."),
        ("", HOOK, "", "Hi Zoë, did the repo move to Codeberg?"),
        ("Hi Zoë,", PROMISE, "", "Hi Zoë, I will send the slides by Tuesday."),
        ("Hi Zoë, thanks for our chat", TOPIC, "", "Hi Zoë, thanks for our chat about sqlite sync"),
        ("Thanks for the tips", HOOK, "", "Thanks for the tips. Did the repo move to Codeberg?"),
        ("Thanks for the tips", HOOK, ".", "Thanks for the tips. Did the repo move to Codeberg?"),
        ("Thanks for the tips.", PRIYA, "", "Thanks for the tips. Priya introduced us."),
        ("Thanks for your ", TRAMS, " story", "Thanks for your Darmstadt trams story"),
        ("I loved", WORDS, ", thank you", "I loved “A backup is a rumour until you restore it”, thank you"),
        ("Hi Zoë,\n", PRIYA, "", "Hi Zoë,\nPriya introduced us."),
        (
            "Hallo Zoë, schön, dass wir über ",
            TRAMS,
            " sprachen",
            "Hallo Zoë, schön, dass wir über Darmstadt trams sprachen",
        ),
        ("Thanks for the ti", TOPIC, "ps.", "Thanks for the tips about sqlite sync."),
    ],
)
def test_a_fact_is_worked_in_with_words_and_spaces_that_fit(before: str, fact: Fact, after: str, becomes: str) -> None:
    assert put(before, fact, after) == becomes


def test_what_they_promised_is_thanked_for() -> None:
    theirs = facts_of(Meeting(promises=(Promise("send the paper", By.THEM),)), TODAY)[0]
    assert put("", theirs) == "Hi Zoë, thank you for offering to send the paper."


def test_somebody_only_heard_is_not_said_to_have_talked_with_you() -> None:
    heard = Meeting(topics=("trams",), event="PyCon DE", tie=Tie.HEARD)
    topic, where = facts_of(heard, TODAY)
    assert put("", topic, meeting=heard) == "Hi Zoë, thank you for what you said about trams."
    assert put("Hello.", where, meeting=heard) == "Hello. I heard you speak at PyCon DE."


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), st.sampled_from(facts_of(ZOE, TODAY)))
def test_working_in_never_loses_a_word_of_the_note(text: str, start: int, end: int, fact: Fact) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    start, end = min(start, end), max(start, end)
    done = work_in(text, start, end, fact, CARD, ZOE, TODAY)
    assert 0 <= done.start <= done.end <= len(text)
    taken = text[done.start : done.end]
    chosen = text[start:end]
    assert [c for c in taken.replace(chosen, "", 1) if c not in " .!?"] == []
