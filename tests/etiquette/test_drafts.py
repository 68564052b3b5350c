"""Drafts: put together from the card alone, never the same twice, clean once the gap is filled; and splitting."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salver.cards.card import Card, Sender
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Precision, Promise, Tie, Told
from salver.cards.note import Channel, limit
from salver.cards.situation import Invitation, InvitationState, Situation
from salver.cards.units import utf16_length
from salver.etiquette import registry, worded
from salver.etiquette.drafts import Draft, Tone, offers
from salver.etiquette.engine import Engine
from salver.etiquette.examples import BLANK, FRIEND, INTRODUCED, MET, MET_AT, PROMISED, REPLY, STRANGER, after, sent
from salver.etiquette.gap import GAP, gap_in
from salver.etiquette.model import Severity
from salver.etiquette.spelling import Speller
from salver.etiquette.splitting import split

ENGINE = Engine(registry.load())
SENDER = Sender("Jo Lang", "engineer at a small bank in Ghent")
RICH = replace(
    MET,
    meeting=replace(
        MET.meeting,
        hook="Did the repo move to Codeberg?",
        their_words="A backup is a rumour until you restore it.",
        friends=(PersonRef("Priya Raghavan"),),
        promises=(Promise("Send the slides"),),
        private=("Thinking of leaving for a bakery in autumn",),
    ),
)
OF_THE_TIME = {"too-early", "too-late", "note-budget", "reinvite-too-soon", "profile-address", "already-connected"}
JUSTIFIED = {"nothing-specific", "no-context", "stranger-no-bio", "reply-without-question"}
"""What a draft may be told while the person's own sentence is missing."""
OWN = (
    "Your line about the goat on the harbour wall is on our kitchen door.",
    "You made me laugh with the story of the upside-down tractor.",
    "I tried your trick with the rubber band on my bicycle lamp.",
    "Your umbrella theory survived the rain in Leipzig.",
)
BIO = "I mend church clocks in a small workshop in Ghent."


def filled(draft: Draft, own: str) -> str:
    sentence = BIO if draft.ask == "bio" else own
    return draft.text[: draft.gap.start] + sentence + draft.text[draft.gap.end :]


TOPICS = (
    "flaky tests",
    "night trains",
    "willow coffins",
    "his band",
    "Darmstadt trams",
    "hoof abscesses",
    "low-dose X-ray",
    "tinta ferrogálica",
    "wants to leave Berlin",
    "ask about her thesis",
    "CI/CD",
    "open-source maps",
    "sourdough",
    "heat from data centres",
    "{name}",
    "https://example.org/x",
    "WHY NOT",
    "their divorce",
    "🎉🎉",
    "a goat?",
)
HOOKS = (
    "",
    "Did the repo move to Codeberg?",
    "ask about her next race",
    "photo",
    "Missing sheet",
    "he collects misprints",
    "ask what box temperature she uses",
    "send her a daylight photo of the crack",
    "il voulait voir ma cave",
    "ask whether surgeons sing along",
    "Do they like cake?",
    "ask for the recipe",
    "Playlist",
)
WORDS = (
    "",
    "A backup is a rumour until you restore it.",
    "said that goats are honest",
    "“Never trust a quiet server”",
    "joke about the tram",
    "measure twice, deploy once",
)
PROMISES = (
    (),
    (Promise("Send the slides"),),
    (Promise("reading list"),),
    (Promise("introduce them to Tom"),),
    (Promise("ask his brother", By.ME),),
    (Promise("send me the paper", By.THEM),),
    (Promise("send the old link", done_at=dt.datetime(2026, 4, 24, tzinfo=dt.UTC)),),
)
EVENTS = ("PyCon DE", "harbour fair", "", "Makers’ Fest 2026", "the Thursday dinner", "Bid Writers' Day")
NAMES = (
    "Ana Ruiz",
    "Zoë Müller-O’Brien",
    "李伟",
    "Dr. Kwabena Asante",
    "Søren Aagaard",
    "María José de la Cruz",
    "Ngozi",
)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    name = draw(st.sampled_from(NAMES))
    card = Card(
        uid=draw(st.text("0123456789abcdef", min_size=8, max_size=8)), company="Quixotl", title="Maintainer"
    ).named(name)
    tie = draw(st.sampled_from(Tie))
    meeting = Meeting(
        event=draw(st.sampled_from(EVENTS)),
        place=draw(st.sampled_from(("", "Berlin", "the sprint table"))),
        met=draw(
            st.sampled_from(
                (
                    None,
                    Moment(MET_AT, "Europe/Berlin"),
                    Moment(MET_AT, "Europe/Berlin", Precision.DAY),
                    Moment(MET_AT, "Europe/Berlin", Precision.MONTH),
                    Moment(MET_AT, "Europe/Berlin", guess=True),
                )
            )
        ),
        tie=tie,
        introduced_by=draw(st.sampled_from((None, PersonRef("Rosa Lim")))) if tie is Tie.INTRODUCED else None,
        topics=tuple(draw(st.lists(st.sampled_from(TOPICS), max_size=3, unique=True))),
        their_words=draw(st.sampled_from(WORDS)),
        friends=draw(st.sampled_from(((), (PersonRef("Priya Raghavan"),)))),
        hook=draw(st.sampled_from(HOOKS)),
        promises=draw(st.sampled_from(PROMISES)),
        told=draw(st.sampled_from(Told)),
        private=draw(st.sampled_from(((), ("Thinking of leaving for a bakery in autumn", "salary of ninety")))),
    )
    hours = draw(st.sampled_from((5.0, 14.0, 30.0, 60.0, 130.0, 24 * 10.0, 24 * 40.0)))
    channel = draw(st.sampled_from(Channel))
    accepted = channel is Channel.MESSAGE and draw(st.booleans())
    return Situation(
        card=card,
        meeting=meeting,
        sender=replace(
            draw(st.sampled_from((SENDER, Sender("Jo Lang"), Sender(), Sender("Jo Lang", "I make a card index")))),
            plan=draw(st.sampled_from(("free", "premium"))),
        ),
        channel=channel,
        send_at=after(hours) if meeting.met else None,
        window=(after(4), after(24)) if meeting.met else None,
        invitation=Invitation(InvitationState.ACCEPTED if accepted else InvitationState.NONE),
    )


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(situation=situations(), tone=st.sampled_from(Tone), own=st.sampled_from(OWN))
def test_a_draft_is_clean_once_a_sentence_of_ones_own_stands_in_its_gap(
    situation: Situation, tone: Tone, own: str
) -> None:
    draft = offers(situation, tone, ENGINE.check)
    note = filled(draft, own)
    roomy = replace(situation, sender=replace(situation.sender, plan="premium"))
    # How long their own sentence may be, the counter says.
    found = [f for f in ENGINE.check(note, roomy) if f.rule not in OF_THE_TIME | {"too-long"}]
    assert not found, (note, [(f.rule, f.message) for f in found])


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(situation=situations(), tone=st.sampled_from(Tone))
def test_a_draft_leaves_room_and_is_told_only_what_is_missing(situation: Situation, tone: Tone) -> None:
    draft = offers(situation, tone, ENGINE.check)
    assert draft.text[draft.gap.start : draft.gap.end] == GAP
    assert gap_in(draft.text) == draft.gap
    most = limit(situation.channel, situation.sender.plan)
    assert utf16_length(draft.text) <= (most or 800) - 40
    assert draft.hint
    loud = {f.rule for f in ENGINE.check(draft.text, situation) if f.severity is not Severity.HINT}
    assert loud <= JUSTIFIED | OF_THE_TIME, (draft.text, loud)
    for secret in ("leaving", "bakery", "salary", "ninety"):
        assert secret not in draft.text
    assert "  " not in draft.text and "{" not in draft.text


@settings(max_examples=200, deadline=None)
@given(situation=situations(), tone=st.sampled_from(Tone))
def test_the_same_card_gets_the_same_draft(situation: Situation, tone: Tone) -> None:
    assert offers(situation, tone) == offers(dataclasses.replace(situation), tone)


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=90), tone=st.sampled_from(Tone), channel=st.sampled_from(Channel))
def test_whatever_stands_on_a_card_a_draft_is_made(text: str, tone: Tone, channel: Channel) -> None:
    meeting = Meeting(event=text, place=text, tie=Tie.MET, topics=(text, text), their_words=text, hook=text,
                      promises=(Promise(text), Promise(text, By.THEM)), friends=(PersonRef(text),))  # fmt: skip
    draft = offers(Situation(Card(first_name=text), meeting, Sender(text, text), channel), tone)
    assert draft.text[draft.gap.start : draft.gap.end] == GAP


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("base", [BLANK, MET], ids=["blank backs", "one topic for all"])
def test_no_two_people_of_an_event_get_the_same_text(base: Situation, tone: Tone) -> None:
    written: list[str] = []
    for number in range(24):
        card = Card(uid=f"card-{number}", first_name="Ana", last_name="Ruiz")
        draft = offers(replace(base, card=card, others=tuple(written)), tone, ENGINE.check)
        assert draft.text not in written
        written.append(draft.text)


def test_a_draft_is_unlike_the_notes_already_written() -> None:
    first = offers(MET, Tone.WARM, ENGINE.check)
    again = offers(replace(MET, others=(filled(first, OWN[0]),)), Tone.WARM, ENGINE.check)
    assert again.text != first.text
    assert "same-note" not in {f.rule for f in ENGINE.check(filled(again, OWN[0]), replace(MET, others=(first.text,)))}


def test_each_tone_is_another_text_and_all_say_what_the_card_holds() -> None:
    texts = {tone: offers(RICH, tone, ENGINE.check).text for tone in Tone}
    assert len(set(texts.values())) == 3
    assert texts[Tone.FORMAL].startswith("Dear Ana,")
    for text in texts.values():
        assert "Did the repo move to Codeberg?" in text
        assert "I will send the slides." in text
        assert "PyCon DE yesterday" in text


def test_the_day_is_right_for_when_the_note_goes_out() -> None:
    assert "yesterday" in offers(sent(14), Tone.WARM).text
    assert "today" in offers(sent(5), Tone.WARM).text
    assert "a few days ago" in offers(sent(24 * 5), Tone.WARM).text
    assert "three weeks ago" in offers(sent(24 * 20), Tone.WARM).text
    guess = replace(MET, meeting=replace(MET.meeting, met=Moment(MET_AT, "Europe/Berlin", guess=True)))
    assert "yesterday" not in offers(guess, Tone.WARM).text


def test_the_tie_is_respected() -> None:
    assert "Rosa Lim" in offers(INTRODUCED, Tone.WARM).text
    stranger = offers(replace(STRANGER, sender=SENDER), Tone.WARM, ENGINE.check)
    assert "I’m Jo Lang, engineer at a small bank in Ghent." in stranger.text
    assert "not met" in stranger.text or "do not know me" in stranger.text
    assert offers(STRANGER, Tone.WARM, ENGINE.check).ask == "bio"
    heard = offers(replace(MET, sender=SENDER, meeting=replace(MET.meeting, tie=Tie.HEARD)), Tone.BRIEF, ENGINE.check)
    assert "bank in Ghent" in heard.text and "meet" not in heard.text
    assert len(offers(FRIEND, Tone.BRIEF).text) < 60
    nothing = offers(replace(MET, meeting=Meeting()), Tone.WARM, ENGINE.check)
    assert "met" not in nothing.text.split() and nothing.ask == "own"


def test_a_reply_thanks_and_asks_them_to_tell_more() -> None:
    for tone in Tone:
        text = offers(REPLY, tone, ENGINE.check).text.lower()
        assert "thank" in text
        assert "tell me" in text or "what made you" in text or "about you" in text or "brought you" in text


def test_what_you_did_not_tell_them_is_said() -> None:
    untold = replace(MET, meeting=replace(MET.meeting, told=Told.NO))
    assert "may add you here" in offers(untold, Tone.WARM, ENGINE.check).text


def test_a_promise_that_fits_no_sentence_is_not_forgotten() -> None:
    assert "I will send the reading list." in offers(PROMISED, Tone.WARM, ENGINE.check).text
    vague = replace(MET, meeting=replace(MET.meeting, promises=(Promise("his brother’s number"),)))
    assert "I still know what I promised you." in offers(vague, Tone.WARM, ENGINE.check).text


@pytest.mark.parametrize(
    ("jotted", "told"),
    [
        ("Did the repo move?", ("whole", "Did the repo move?")),
        ("did the goat come home", ("whole", "Did the goat come home?")),
        ("ask about her next race", ("about", "your next race")),
        ("Ask whether surgeons sing along", ("whether", "whether surgeons sing along")),
        ("ask what box temperature she uses", ("", "")),
        ("send her a daylight photo", ("give", "send you a daylight photo")),
        ("Missing sheet", ("about", "the missing sheet")),
        ("he collects misprints", ("", "")),
        ("il voulait voir ma cave", ("", "")),
        ("Did she finish?", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_hook_is_turned_towards_them_or_left_alone(jotted: str, told: tuple[str, str]) -> None:
    assert worded.hook(jotted) == told


@pytest.mark.parametrize(
    ("jotted", "told"),
    [
        ("flaky tests", "flaky tests"),
        ("His band", "your band"),
        ("Low prices", "low prices"),
        ("Darmstadt trams", "Darmstadt trams"),
        ("wants to leave", ""),
        ("they moved to Oslo", ""),
        ("goats!!!", "goats"),
        ("see https://x.org", ""),
        ("[topic]", ""),
        ("SQL", "SQL"),
    ],
)
def test_a_topic_is_a_thing_to_speak_about_or_left_alone(jotted: str, told: str) -> None:
    assert worded.topic(jotted) == told


@pytest.mark.parametrize(
    ("sender", "told"),
    [
        (Sender("Jo Lang", "engineer at a bank"), "I’m Jo Lang, engineer at a bank."),
        (Sender("Jo Lang", "I make a card index."), "I’m Jo Lang, and I make a card index."),
        (Sender("Jo Lang", "builds maps"), "I’m Jo Lang (builds maps)."),
        (Sender("", "engineer at a bank"), "I’m an engineer at a bank."),
        (Sender("", "A teacher in Graz"), "I’m a teacher in Graz."),
        (Sender("Jo Lang", ""), ""),
    ],
)
def test_who_writes_is_one_sentence(sender: Sender, told: str) -> None:
    assert worded.bio(sender) == told


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Hi Ana, good talk. … Did it pass?", True), ("Hi Ana, … Did it pass?", True), ("Hi Ana. …", True),
        ("Hi Ana, well… did it pass?", False), ("Und dann … war es weg.", False), ("Wait. … and then?", False),
        ("Hi Ana, did it pass?", False), ("", False),
    ],
)  # fmt: skip
def test_only_the_gap_of_a_draft_is_a_gap(text: str, is_open: bool) -> None:
    assert (gap_in(text) is not None) is is_open


def test_the_frames_hold_no_slip_of_the_pen() -> None:
    speller = Speller()
    for base in (MET, RICH, INTRODUCED, replace(STRANGER, sender=SENDER), REPLY, FRIEND, BLANK):
        for tone in Tone:
            for number in range(6):
                situation = replace(base, card=replace(base.card, uid=str(number)))
                draft = offers(situation, tone)
                assert speller.check(draft.text, situation, frozenset(), "") == (), draft.text


LONG = (
    "Hi Ana, it was great to meet you at PyCon DE yesterday. Your rule that a test which fails on Mondays deserves a "
    "name and a grave has changed our stand-up in Leipzig. I also told Dr. Weber about the goat. Which test was the "
    "first to go? If you are ever near the harbour, the coffee is on me.\nBest, Jo"
)


def test_a_long_note_is_split_into_an_invitation_and_a_message() -> None:
    parts = split(LONG, MET)
    assert parts is not None
    assert utf16_length(parts.invitation) <= 200
    assert parts.invitation.startswith("Hi Ana,")
    assert "Which test was the first to go?" in parts.invitation
    assert "deserves a name and a grave" in parts.invitation
    assert parts.message.startswith("Hi Ana,")
    assert parts.message.endswith("Best, Jo")
    assert "I also told Dr. Weber about the goat." in parts.message
    assert not {f.rule for f in ENGINE.check(parts.invitation, MET)} & {"no-hook", "nothing-specific", "too-long"}


def test_no_sentence_is_lost_and_none_is_invented() -> None:
    parts = split(LONG, MET)
    assert parts is not None
    for sentence in (
        "it was great to meet you at PyCon DE yesterday.",
        "Your rule that a test which fails on Mondays deserves a name and a grave has changed our stand-up in Leipzig.",
        "I also told Dr. Weber about the goat.",
        "Which test was the first to go?",
        "If you are ever near the harbour, the coffee is on me.",
    ):
        assert (sentence in parts.invitation) + (sentence in parts.message) == 1


def test_what_fits_or_cannot_be_parted_is_not_split() -> None:
    assert split("Hi Ana, did the flaky test pass?", MET) is None
    assert split("Hi Ana, " + "goat " * 80, MET) is None
    assert split("x" * 900, MET) is None
    assert split("", MET) is None


@settings(max_examples=300, deadline=None)
@given(
    pieces=st.lists(
        st.sampled_from((*OWN, "Did the goat come home?", "Hm.", "你好。", "I’ll send it on Friday.")), max_size=14
    ),
    name=st.sampled_from(("Hi Ana, ", "Ana, ", "", "Dear Dr. Ruiz,\n\n")),
    glue=st.sampled_from((" ", "\n", "\n\n")),
    premium=st.booleans(),
)
def test_both_parts_hold_the_whole_note(pieces: list[str], name: str, glue: str, premium: bool) -> None:
    situation = replace(MET, sender=replace(MET.sender, plan="premium" if premium else "free"))
    text = name + glue.join(pieces)
    parts = split(text, situation)
    if parts is not None:
        assert utf16_length(parts.invitation) <= (300 if premium else 200)
        for piece in set(pieces):
            assert parts.invitation.count(piece) + parts.message.count(piece) == text.count(piece)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=600))
def test_any_text_can_be_handed_to_split(text: str) -> None:
    parts = split(text, MET)
    assert parts is None or utf16_length(parts.invitation) <= 200
