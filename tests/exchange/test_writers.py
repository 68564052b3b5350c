"""What Salver writes, other programs can take and Salver itself reads back without loss."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salver.cards.card import Card, Labelled, Picture
from salver.cards.meeting import By, Meeting, Promise
from salver.exchange import csvcards, csvwriter, ics, jsonfile, vcard, writer
from salver.exchange.lines import unfold
from salver.exchange.model import Entry, Read, Unreadable

from . import strategies as draw

NOW = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)
SECRET = "snores in keynotes"


@settings(deadline=None, max_examples=40)
@given(st.lists(draw.fronts, min_size=1, max_size=3))
def test_a_vcard_comes_back_as_it_went_out(cards: list[Card]) -> None:
    assert vcard.read(writer.write(cards).encode()).cards == tuple(cards)


def test_a_misread_mark_inside_a_value_is_a_value() -> None:
    card = Card(display_name="Ana Ruiz", first_name="Ana", last_name="Ruiz", about="ï»¿BEGIN")
    assert vcard.read(writer.write([card]).encode()).cards[0].about == "ï»¿BEGIN"


@settings(deadline=None, max_examples=40)
@given(st.lists(draw.fronts, min_size=1, max_size=3))
def test_a_csv_file_comes_back_as_it_went_out(cards: list[Card]) -> None:
    text = "\ufeff" + csvwriter.write(cards)
    assert csvcards.read(text.encode()).cards == tuple(cards)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.builds(
            Entry, draw.fronts.map(lambda c: dataclasses.replace(c, id=7, created_at=NOW, cadence_days=30)),
            st.lists(draw.meetings, max_size=2).map(tuple), st.lists(draw.notes, max_size=2).map(tuple),
            st.lists(draw.activities, max_size=2).map(tuple), st.binary(max_size=20),
        ),
        max_size=3,
    ),
    st.lists(draw.events, max_size=2),
    st.lists(st.binary(min_size=1, max_size=50), max_size=2),
)  # fmt: skip
def test_json_brings_everything_back_exactly(entries: list[Entry], events: list[object], pictures: list[bytes]) -> None:
    kept = {hashlib.sha256(data).hexdigest(): data for data in pictures}
    whole = Read(tuple(entries), (), tuple(events), kept, {"theme": "dark"}, ({"rule": "link"},))  # type: ignore[arg-type]
    assert jsonfile.read(jsonfile.write(whole, NOW).encode("ascii")) == whole


def test_lines_are_folded_at_75_octets_and_never_inside_a_character() -> None:
    text = writer.write([Card(display_name="Zoë " * 60, about="日本語" * 50)])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert vcard.read(text.encode()).cards[0].about == "日本語" * 50


def test_lines_that_are_not_modelled_go_out_as_they_came_in() -> None:
    lines = ("N:Ruiz;Ana;;;", "FN:Ana Ruiz", "ORG:Acme;Lab;Lights", "ADR;TYPE=HOME:;;1 High St;York;;YO1;UK",
             "X-SKYPE:ana",
             "item7.X-ABDATE:1999-01-02", "item7.X-ABLABEL:_$!<Anniversary>!$_", "GENDER:F", "ORG:Second")  # fmt: skip
    source = "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""))
    once = vcard.read(source.encode()).cards
    text = writer.write(once)
    for line in lines:
        assert f"{line}\r\n" in text
    assert vcard.read(text.encode()).cards[0].company == "Acme"


def test_a_changed_firm_replaces_the_line_it_came_with() -> None:
    card = vcard.read(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nADR:;;1 High St;York;;;\nEND:VCARD\n").cards[0]
    text = writer.write([dataclasses.replace(card, addresses=(Labelled("2 Low St"),))])
    assert "High St" not in text
    assert "2 Low St" in text


def test_a_hostile_line_that_was_kept_cannot_open_a_second_card() -> None:
    card = Card(display_name="Ana", extra=("X:1\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Eve", "END:VCARD", "BEGIN:VCARD"))
    assert [c.display_name for c in vcard.read(writer.write([card]).encode()).cards] == ["Ana"]


def test_a_portrait_travels_with_its_card_and_a_paper_card_does_not() -> None:
    data = b"\x89PNG portrait"
    card = Card(display_name="Ana", pictures=(Picture("p", "paper"), Picture("d", "portrait")))
    text = writer.write([card], {"p": b"\x89PNG paper", "d": data})
    assert vcard.read(text.encode()).entries[0].portrait == data
    assert text.count("PHOTO") == 1


PAYLOADS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "'=1", "＝1", '=HYPERLINK("x")']


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_cell_can_act_as_a_formula(payload: str) -> None:
    fields = {f.name: payload for f in dataclasses.fields(Card) if f.type == "str"}
    listed = {name: (Labelled(payload, payload),) for name in ("emails", "phones", "links", "addresses")}
    card = Card(**fields, **listed, tags=(payload,), extra=(payload,))  # type: ignore[arg-type]
    rows = list(csv.reader(io.StringIO(csvwriter.write([card]), newline="")))
    triggers = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
    assert not [cell for cell in rows[1] if cell.startswith(triggers)]
    assert csvcards.read(csvwriter.write([card]).encode()).cards[0].phones[0].value == payload.strip()


def test_promises_and_days_to_keep_in_touch_become_dates() -> None:
    meeting = Meeting(
        uid="m1", private=(SECRET,),
        promises=(Promise("send the paper; soon", due=dt.date(2026, 5, 1)),
                  Promise("call", By.THEM, dt.date(2026, 5, 2)),
                  Promise("done", due=dt.date(2026, 5, 3), done_at=NOW), Promise("some day")),
    )  # fmt: skip
    card = Card(uid="c1", display_name="Ana Ruiz", cadence_days=30)
    text = ics.write(ics.days(card, [meeting], NOW), NOW)
    lines = unfold(text)
    assert [line for line in lines if line.startswith(("SUMMARY", "DTSTART"))] == [
        "DTSTART;VALUE=DATE:20260501", "SUMMARY:For Ana Ruiz: send the paper\\; soon",
        "DTSTART;VALUE=DATE:20260502", "SUMMARY:From Ana Ruiz: call",
        "DTSTART;VALUE=DATE:20260524", "SUMMARY:A word with Ana Ruiz",
    ]  # fmt: skip
    assert SECRET not in text


def test_json_of_others_is_read_by_its_names() -> None:
    data = b'{"cards": [{"display_name": "Ana Ruiz", "emails": ["a@b.example"], "note": "hello"}, {"x": 1}, 5]}'
    found = jsonfile.read(data)
    assert (found.cards[0].first_name, found.cards[0].emails[0].value, found.cards[0].about) == (
        "Ana",
        "a@b.example",
        "hello",
    )
    assert [p.card for p in found.problems] == [2, 3]


@pytest.mark.parametrize(
    "data", [b"{", b"[]x", b'{"cards": 5}', b'{"salver": 99}', b"[" * 100_000, b"[1, 2]", b'{"salver": "x"}']
)
def test_json_that_is_none_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        jsonfile.read(data)
    assert "imported" in caught.value.sentence


def test_one_bad_record_of_ours_costs_itself_alone() -> None:
    data = b'{"salver": 1, "cards": [{"display_name": 5}, {"display_name": "Ana"}], "pictures": {"x": "AAAA"}}'
    found = jsonfile.read(data)
    assert [c.display_name for c in found.cards] == ["Ana"]
    assert len(found.problems) == 2
