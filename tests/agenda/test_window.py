"""The send window counts elapsed hours, whatever the clocks do."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from salver.agenda.budget import month_start, notes_left
from salver.agenda.window import Kind, planned_send, send_window, timing, window_from
from salver.cards.meeting import Moment, Precision, zone_of
from salver.cards.situation import InvitationState as State

MET = dt.datetime(2026, 4, 23, 13, 40, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


def test_a_meeting_opens_after_four_hours_and_closes_after_24() -> None:
    window = send_window(Moment(dt.datetime(2026, 4, 23, 15, 40), "Europe/Berlin"))
    assert window is not None
    assert (window.opens, window.closes) == (MET + 4 * HOUR, MET + 24 * HOUR)
    assert window.holds(MET + 5 * HOUR) and not window.holds(MET + 3 * HOUR)


def test_the_hours_are_elapsed_hours_across_a_change_of_clocks() -> None:
    evening = Moment(dt.datetime(2026, 3, 28, 20, 0), "Europe/Berlin")
    window = send_window(evening)
    assert window is not None
    assert window.closes.astimezone(zone_of("Europe/Berlin")).hour == 21


def test_a_day_counts_as_six_in_the_evening_and_a_month_has_no_window() -> None:
    local = dt.datetime(2026, 4, 23)
    window = send_window(Moment(local, "Asia/Tokyo", Precision.DAY))
    assert window is not None
    assert window.opens == dt.datetime(2026, 4, 23, 13, tzinfo=dt.UTC)
    assert send_window(Moment(local, "Asia/Tokyo", Precision.MONTH)) is None
    assert send_window(None) is None


def test_a_zone_that_no_computer_knows_counts_as_utc() -> None:
    assert Moment(dt.datetime(2026, 1, 1), "Mars/Base").aware().utcoffset() == dt.timedelta(0)


def test_the_list_says_where_a_card_stands() -> None:
    def kind(hours: float, state: State = State.NONE) -> Kind:
        return timing(MET, state, MET, MET + hours * HOUR).kind

    assert [kind(h) for h in (-1, 1, 4, 23, 24, 90)] == [
        Kind.LATER, Kind.LATER, Kind.OPEN, Kind.OPEN, Kind.PAST, Kind.PAST,
    ]  # fmt: skip
    assert kind(5, State.SENT) is Kind.SENT
    assert kind(5, State.ACCEPTED) is Kind.CONNECTED
    assert timing(None, State.NONE, None, MET).kind is Kind.NONE
    assert timing(MET, State.COPIED, MET, MET + 12 * HOUR).fraction == 0.5


@given(st.datetimes(timezones=st.timezones()), st.integers(0, 100), st.integers(0, 100))
def test_a_window_never_turns_round(met: dt.datetime, opens: int, length: int) -> None:
    if not dt.datetime(1990, 1, 1, tzinfo=dt.UTC) < met < dt.datetime(2090, 1, 1, tzinfo=dt.UTC):
        return
    window = window_from(met, (opens, opens + length))
    assert window.closes - window.opens == length * HOUR
    assert planned_send(met, window) == max(met, window.opens)
    assert 0 <= timing(met, State.NONE, None, met + 7 * HOUR, (opens, opens + length)).fraction <= 1


def test_notes_are_counted_from_the_first_of_the_month() -> None:
    start = month_start(dt.datetime(2026, 4, 30, 23, tzinfo=dt.UTC), zone_of("Asia/Tokyo"))
    assert start.astimezone(dt.UTC) == dt.datetime(2026, 4, 30, 15, tzinfo=dt.UTC)
    assert notes_left(2, 5, "free") == 3
    assert notes_left(9, 5, "free") == 0
    assert notes_left(9, 5, "premium") is None
