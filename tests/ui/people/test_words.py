"""What a row says of its time, at every distance, and never more time than there is."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.agenda.window import timing
from salver.cards.situation import InvitationState
from salver.store import Row
from salver.ui.people.words import row_words, second_line, spoken

BERLIN = ZoneInfo("Europe/Berlin")
NOW = dt.datetime(2026, 4, 24, 10, 40, tzinfo=BERLIN)
HOURS = (4, 24)


def said(row: Row, *, short: bool = False, keeping: bool = False) -> str:
    time = timing(row.met_at, row.state, row.state_at, NOW, HOURS)
    return row_words(row, time, NOW, BERLIN, short=short, keeping=keeping)


def met(**ago: float) -> Row:
    return Row(1, "Zoë", met_at=NOW - dt.timedelta(**ago))


@pytest.mark.parametrize(
    ("row", "long", "short"),
    [
        (met(hours=19), "5 h left", "5 h"),
        (met(hours=23, minutes=20), "40 min left", "40 min"),
        (met(hours=23, minutes=59, seconds=50), "1 min left", "1 min"),
        (met(hours=19, minutes=1), "4 h left", "4 h"),
        (met(hours=2), "opens in 2 h", "in 2 h"),
        (met(hours=2, minutes=30), "opens in 2 h", "in 2 h"),
        (met(hours=3, minutes=30), "opens in 30 min", "in 30 min"),
        (met(hours=25), "yesterday", "yesterday"),
        (met(days=3), "3 days ago", "3 d ago"),
        (met(days=20), "2 weeks ago", "2 wk ago"),
        (met(days=90), "3 months ago", "3 mo ago"),
        (met(days=800), "2 years ago", "2 y ago"),
    ],
)
def test_the_words_fit_the_distance(row: Row, long: str, short: str) -> None:
    assert said(row) == long
    assert said(row, short=True) == short


@pytest.mark.parametrize(
    ("ago", "words"),
    [(0, "sent today"), (1, "sent yesterday"), (3, "sent Tuesday"), (30, "sent 25 March"), (400, "sent Mar 2025")],
)
def test_an_invitation_that_is_out_says_when_it_went(ago: int, words: str) -> None:
    row = Row(1, "Zoë", state=InvitationState.SENT, state_at=NOW - dt.timedelta(days=ago))

    assert said(row) == words


def test_states_have_their_word() -> None:
    assert said(Row(1, state=InvitationState.ACCEPTED, state_at=NOW)) == "connected"
    assert said(Row(1, state=InvitationState.IGNORED, state_at=NOW)) == "no answer"
    assert said(Row(1, state=InvitationState.WITHDRAWN, state_at=NOW)) == "withdrawn"
    assert said(Row(1, state=InvitationState.DRAFTED, state_at=NOW)) == "drafted"
    assert said(Row(1)) == ""


def test_keeping_in_touch_counts_from_the_last_word() -> None:
    row = Row(1, state=InvitationState.ACCEPTED, state_at=NOW, last_contact_at=NOW - dt.timedelta(days=60))

    assert said(row, keeping=True) == "2 months ago"


def test_the_second_line_falls_back_to_what_else_is_known() -> None:
    assert second_line(Row(1, title="CTO", company="Acme")) == "CTO, Acme"
    assert second_line(Row(1, company="Acme")) == "Acme"
    assert second_line(Row(1, event="PyCon DE")) == "PyCon DE"
    assert second_line(Row(1, tags=("speaker", "friend"))) == "speaker, friend"


def test_a_row_is_spoken_whole_and_a_nameless_one_too() -> None:
    assert spoken(Row(1, "Zoë", title="CTO"), "5 h left") == "Zoë, CTO. 5 h left"
    assert spoken(Row(1), "") == "No name yet"


@given(st.integers(min_value=0, max_value=60 * 24 * 4000), st.booleans())
def test_no_distance_is_without_words_or_promises_more_time_than_there_is(minutes: int, short: bool) -> None:
    words = said(met(minutes=minutes), short=short)

    assert words
    assert "-" not in words
    if words.endswith("h left"):
        assert int(words.split()[0]) * 60 <= 24 * 60 - minutes
