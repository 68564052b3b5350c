"""Situations for the examples on the rules' pages, which are also their tests."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from salver.cards.card import Card, Sender
from salver.cards.meeting import Meeting, Moment, PersonRef, Promise, Tie, Told
from salver.cards.note import Channel
from salver.cards.situation import Situation

MET_AT = dt.datetime(2026, 4, 23, 17, 0)  # noqa: DTZ001 - a clock on a wall; its zone stands beside it
"""A Thursday, five in the afternoon in Berlin."""
_SEND_AT = dt.datetime(2026, 4, 24, 6, 40, tzinfo=dt.UTC)


def after(hours: float) -> dt.datetime:
    """The moment so many hours after the example's meeting; aware, in UTC."""
    return MET_AT.replace(tzinfo=dt.UTC) - dt.timedelta(hours=2) + dt.timedelta(hours=hours)


ANA = Card(first_name="Ana", last_name="Ruiz", display_name="Ana Ruiz", company="Quixotl", title="Maintainer")
MET = Situation(
    card=ANA,
    meeting=Meeting(
        event="PyCon DE",
        place="Berlin",
        met=Moment(MET_AT, "Europe/Berlin"),
        tie=Tie.MET,
        topics=("flaky tests", "type checkers"),
    ),
    sender=Sender("Jo Lang"),
    send_at=_SEND_AT,
    window=(after(4), after(24)),
)
"""You met Ana Ruiz at PyCon DE yesterday and talked about flaky tests."""
BLANK = replace(MET, meeting=replace(MET.meeting, topics=()))
"""The same with nothing written on the back."""
UNTOLD = replace(MET, meeting=replace(MET.meeting, told=Told.NO))
"""The same, and you did not tell them that you would look them up."""
PROMISED = replace(MET, meeting=replace(MET.meeting, promises=(Promise("send the reading list"),)))
"""The same, and you promised to send the reading list."""
STRANGER = replace(MET, meeting=Meeting(tie=Tie.STRANGER))
FRIEND = replace(MET, meeting=Meeting(tie=Tie.FRIEND))
INTRODUCED = replace(MET, meeting=Meeting(tie=Tie.INTRODUCED, introduced_by=PersonRef("Rosa Lim")))
MESSAGE = replace(MET, channel=Channel.MESSAGE)
REPLY = replace(STRANGER, channel=Channel.REPLY)


def sent(hours: float, base: Situation = MET) -> Situation:
    """The situation with the note going out so many hours after the meeting."""
    return replace(base, send_at=after(hours))
