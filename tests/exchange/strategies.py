"""Cards and everything on them, as hypothesis draws them."""

from __future__ import annotations

import datetime as dt
import unicodedata

from hypothesis import strategies as st

from salver.cards.card import Card, Labelled
from salver.cards.event import Event
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Precision, Promise, Tie, Told
from salver.cards.note import Activity, Channel, Deed, Note

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"))


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).strip()


def _clean_block(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


lines = st.text(st.one_of(_LETTERS, st.sampled_from(";,\\:\"'=+-@nN\u202f")), max_size=30).map(_clean)
"""A value of one line as a card keeps it, rich in everything that files use as marks."""
full_lines = lines.filter(bool)
# Every contact of a Google account is in this group; as a tag it would say nothing, so reading leaves it out.
tags = full_lines.filter(lambda tag: tag.casefold().lstrip("* ").replace(" ", "") != "mycontacts")
blocks = st.text(st.one_of(_LETTERS, st.sampled_from(";,\\:\"'=\n\t")), max_size=80).map(_clean_block)
moments = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2099, 1, 1), timezones=st.just(dt.UTC))
wall_times = st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2099, 1, 1))
labels = st.sampled_from(["", "home", "work", "work fax", "mobile", "Sailing, club; x", "linkedin"])


def _labelled(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Labelled, ...]]:
    one = st.builds(Labelled, values, labels)
    return st.lists(one, max_size=3, unique_by=lambda v: v.value).map(tuple)


mails = st.from_regex(r"[a-z]{1,8}@[a-z]{1,8}\.example", fullmatch=True)
phones = st.from_regex(r"[+(]?[0-9][0-9 /()-]{2,15}[0-9]", fullmatch=True)
links = st.from_regex(r"https://[a-z]{1,8}\.example/[a-zA-Z0-9;,=?&~-]{0,12}", fullmatch=True)
birthdays = st.one_of(
    st.just(""),
    st.dates(dt.date(1900, 1, 1), dt.date(2020, 1, 1)).map(lambda d: d.isoformat()),
    st.dates(dt.date(1900, 1, 1), dt.date(2020, 1, 1)).map(lambda d: f"--{d:%m-%d}"),
)
fronts = st.builds(
    Card,
    uid=st.from_regex(r"[a-f0-9]{32}", fullmatch=True),
    display_name=full_lines,
    first_name=full_lines,
    middle_name=lines,
    last_name=lines,
    prefix=lines,
    suffix=lines,
    nickname=lines,
    pronunciation=lines,
    pronouns=lines,
    title=lines,
    company=lines,
    emails=_labelled(mails),
    phones=_labelled(phones),
    links=_labelled(links),
    addresses=_labelled(blocks.map(lambda t: "\n".join(p.strip() for p in t.split("\n") if p.strip())).filter(bool)),
    birthday=birthdays,
    tags=st.lists(tags, max_size=3, unique=True).map(tuple),
    about=blocks,
)
"""The front of a card: what a vCard and a CSV file carry."""
people = st.builds(PersonRef, full_lines, st.none() | st.integers(1, 9))
promises = st.builds(
    Promise, lines, st.sampled_from(By), st.none() | st.dates(), st.none() | moments, id=st.integers(0, 9)
)
meetings = st.builds(
    Meeting,
    id=st.integers(0, 99),
    uid=lines,
    event_id=st.none() | st.integers(1, 9),
    event=lines,
    place=lines,
    met=st.none() | st.builds(Moment, wall_times, st.just("Europe/Berlin"), st.sampled_from(Precision), st.booleans()),
    tie=st.sampled_from(Tie),
    introduced_by=st.none() | people,
    topics=st.lists(lines, max_size=3).map(tuple),
    their_words=blocks,
    friends=st.lists(people, max_size=2).map(tuple),
    hook=lines,
    promises=st.lists(promises, max_size=2).map(tuple),
    told=st.sampled_from(Told),
    private=st.lists(lines, max_size=2).map(tuple),
    created_at=st.none() | moments,
)
notes = st.builds(
    Note, uid=lines, meeting_id=st.none() | st.just(1), channel=st.sampled_from(Channel), text=blocks,
    created_at=st.none() | moments,
)  # fmt: skip
activities = st.builds(
    Activity, st.sampled_from(Deed), moments, note_id=st.none() | st.just(1),
    channel=st.none() | st.sampled_from(Channel), detail=lines, by_import=st.booleans(),
)  # fmt: skip
events = st.builds(
    Event, id=st.integers(1, 9), uid=lines, name=lines, place=lines, starts=st.none() | wall_times,
    zone=st.sampled_from(["", "Asia/Tokyo"]), created_at=st.none() | moments,
)  # fmt: skip
