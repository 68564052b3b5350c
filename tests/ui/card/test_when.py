"""When and where you met, read as typed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.cards.event import Event
from salver.cards.meeting import Moment, Precision
from salver.ui.card import when

NOW = dt.datetime(2026, 4, 24, 10, 40)
ZONE = "Europe/Berlin"
MINUTE, DAY, MONTH = Precision.MINUTE, Precision.DAY, Precision.MONTH


@pytest.mark.parametrize(
    ("typed", "local", "precision", "place"),
    [
        ("today 09:40", "2026-04-24 09:40", MINUTE, ""),
        ("today at 9:40am, in the hotel bar", "2026-04-24 09:40", MINUTE, "the hotel bar"),
        ("Thu 23 April, 15:40, at the SQLite sprint table", "2026-04-23 15:40", MINUTE, "the SQLite sprint table"),
        ("yesterday", "2026-04-23 18:00", DAY, ""),
        ("yesterday evening at the bar", "2026-04-23 18:00", DAY, "the bar"),
        ("Thursday", "2026-04-23 18:00", DAY, ""),
        ("Friday", "2026-04-24 18:00", DAY, ""),
        ("last Friday", "2026-04-17 18:00", DAY, ""),
        ("Thu", "2026-04-23 18:00", DAY, ""),
        ("Thu 15:40", "2026-04-23 15:40", MINUTE, ""),
        ("15:40", "2026-04-23 15:40", MINUTE, ""),
        ("9:30", "2026-04-24 09:30", MINUTE, ""),
        ("3 pm", "2026-04-23 15:00", MINUTE, ""),
        ("23.4.", "2026-04-23 18:00", DAY, ""),
        ("23.4.2025 15:40", "2025-04-23 15:40", MINUTE, ""),
        ("23/4", "2026-04-23 18:00", DAY, ""),
        ("4/23/2026", "2026-04-23 18:00", DAY, ""),
        ("2026-04-23T15:40", "2026-04-23 15:40", MINUTE, ""),
        ("April 3", "2026-04-03 18:00", DAY, ""),
        ("3rd of March 2024", "2024-03-03 18:00", DAY, ""),
        ("November 3", "2025-11-03 18:00", DAY, ""),
        ("April", "2026-04-01 18:00", MONTH, ""),
        ("in May", "2025-05-01 18:00", MONTH, ""),
        ("March 2024, Lisbon", "2024-03-01 18:00", MONTH, "Lisbon"),
        ("2 hours ago", "2026-04-24 08:40", MINUTE, ""),
        ("3 days ago", "2026-04-21 18:00", DAY, ""),
        ("now", "2026-04-24 10:40", MINUTE, ""),
        ("just now at lunch", "2026-04-24 10:40", MINUTE, "lunch"),
        ("the day before yesterday", "2026-04-22 18:00", DAY, ""),
        ("the sprint table, yesterday 15:40", "2026-04-23 15:40", MINUTE, "the sprint table"),
        ("at the bar on Thursday", "2026-04-23 18:00", DAY, "the bar"),
        ("29 February", "2024-02-29 18:00", DAY, ""),
    ],
)
def test_a_met_line_is_read_as_a_person_means_it(typed: str, local: str, precision: Precision, place: str) -> None:
    found = when.read(typed, NOW, ZONE)
    assert found.moment == Moment(dt.datetime.fromisoformat(local), ZONE, precision)
    assert found.place == place


@pytest.mark.parametrize("typed", ["Café May", "Sun Microsystems office", "Hall 3", "April O’Neil’s party", "99.99."])
def test_a_place_that_only_looks_like_a_date_stays_a_place(typed: str) -> None:
    assert when.read(typed, NOW, ZONE) == when.Read(None, typed)


@given(st.text(max_size=200))
def test_nothing_typed_is_refused(typed: str) -> None:
    when.read(typed, NOW, ZONE)
    when.read_due(typed, NOW.date())


def test_ten_thousand_characters_are_read_at_once() -> None:
    assert when.read("yesterday " + "at the long table " * 600, NOW, ZONE).moment is not None
    assert len(when.read("x 12 " * 2_000, NOW, ZONE).place) > 9_000


_PLACES = st.sampled_from(["", "the SQLite sprint table", "Berlin", "Hall 3", "Åre"])


@given(
    st.datetimes(dt.datetime(2001, 1, 1), dt.datetime(2040, 1, 1)),
    st.sampled_from(Precision),
    _PLACES,
)
def test_words_read_back_as_what_they_say(local: dt.datetime, precision: Precision, place: str) -> None:
    local = local.replace(second=0, microsecond=0)
    if precision is not MINUTE:
        local = local.replace(hour=18, minute=0)
    if precision is MONTH:
        local = local.replace(day=1)
    moment = Moment(local, ZONE, precision)
    assert when.read(when.line(moment, place, NOW), NOW, ZONE) == when.Read(moment, place)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("Tuesday", "2026-04-28"),
        ("by Tue 28 April", "2026-04-28"),
        ("tomorrow", "2026-04-25"),
        ("in 2 weeks", "2026-05-08"),
        ("next week", "2026-05-01"),
        ("Friday", "2026-05-01"),
        ("5 January", "2027-01-05"),
        ("20 April", "2026-04-20"),
        ("May", "2026-05-31"),
    ],
)
def test_a_promise_is_due_ahead(typed: str, due: str) -> None:
    assert when.read_due(typed, NOW.date()) == dt.date.fromisoformat(due)


@given(st.dates(dt.date(2001, 1, 1), dt.date(2040, 1, 1)))
def test_due_words_read_back(due: dt.date) -> None:
    assert when.read_due(when.due_words(due, NOW.date()), NOW.date()) == due


def test_no_due_words_mean_no_date() -> None:
    assert when.read_due("some day", NOW.date()) is None


def test_a_new_card_is_met_now_and_asks_whether_that_is_right() -> None:
    now = dt.datetime(2026, 4, 24, 8, 40, 12, tzinfo=dt.UTC)
    assert when.guess(now, ZONE, None) == Moment(NOW, ZONE, guess=True)


def test_while_an_event_runs_now_is_no_guess_and_after_it_its_end_is_one() -> None:
    event = Event(starts=dt.datetime(2026, 4, 23, 9), ends=dt.datetime(2026, 4, 24, 18), zone=ZONE)
    during = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)
    assert when.guess(during, "Asia/Tokyo", event) == Moment(NOW, ZONE)
    after = dt.datetime(2026, 4, 25, 8, 40, tzinfo=dt.UTC)
    assert when.guess(after, ZONE, event) == Moment(dt.datetime(2026, 4, 24, 18), ZONE, guess=True)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-04-24 09:12", "Today 09:12"),
        ("2026-04-23 15:40", "Thu 15:40"),
        ("2026-04-28 18:00", "Tue 28"),
        ("2026-03-03 10:00", "3 March"),
        ("2024-03-03 10:00", "3 Mar 2024"),
    ],
)
def test_the_timeline_shows_short_dates(at: str, words: str) -> None:
    assert when.stamp(dt.datetime.fromisoformat(at), NOW) == words
