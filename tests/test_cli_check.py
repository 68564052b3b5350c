"""`salver check`: the contract other programs rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salver.cards.meeting import Precision, Tie, Told
from salver.cards.note import Channel
from salver.cards.situation import InvitationState
from salver.cli_check import read_input


def salver(*args: str, feed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "salver", "check", *args],
        input=feed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


CARD = {
    "first_name": "Ana",
    "last_name": "Ruiz",
    "company": "Quixotl",
    "tie": "met",
    "event": "PyCon DE",
    "met_at": "2026-04-23T17:00:00",
}
NOTE = {"id": "1", "text": "Hi Tom, great meeting you today 👍", "send_at": "2026-04-24T09:00:00", "card": CARD}


def test_a_stream_is_answered_line_by_line_in_order() -> None:
    feed = json.dumps(NOTE) + "\nno json\n\n[1]\n" + json.dumps({"id": 7, "text": "Hi Ana", "card": None}) + "\n"
    run = salver("--jsonl", feed=feed)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 1
    assert [row["id"] for row in rows] == ["1", None, None, 7]
    assert rows[1]["line"] == 2
    assert rows[2]["line"] == 4
    assert run.stdout.isascii()
    first = rows[0]
    assert first["length"] == 34
    assert first["limit"] == 200
    by_rule = {f["rule"]: f for f in first["findings"]}
    wrong = by_rule["wrong-name"]
    assert NOTE["text"][wrong["start"] : wrong["end"]] == "Tom"
    assert wrong["fixes"][0]["edits"] == [{"start": 3, "end": 6, "replacement": "Ana"}]
    stale = by_rule["stale-time-word"]
    assert NOTE["text"][stale["start"] : stale["end"]] == "today"
    assert by_rule["no-hook"]["start"] == by_rule["no-hook"]["end"] == 0
    assert [f["start"] for f in first["findings"]] == sorted(f["start"] for f in first["findings"])


def test_whatever_is_found_a_readable_stream_ends_well() -> None:
    assert salver("--jsonl", feed=json.dumps(NOTE) + "\n").returncode == 0


def test_nothing_stands_among_the_answers_that_is_none() -> None:
    # Harper prints a remark of its own for such words, straight to standard output.
    texts = ("Hi Ana, looking forward to chapter two. Is the goat home?", "I look forward to part two.")
    run = salver("--jsonl", feed="".join(json.dumps({"id": t, "text": t}) + "\n" for t in texts))
    assert [json.loads(line)["id"] for line in run.stdout.splitlines()] == list(texts)


def test_one_note_is_checked_for_a_person(tmp_path: Path) -> None:
    note, card = tmp_path / "note.txt", tmp_path / "card.json"
    note.write_text("Hi Tom, is the goat home?\n", encoding="utf-8")
    card.write_text(json.dumps({"card": CARD}), encoding="utf-8")
    run = salver(str(note), "--card", str(card))
    assert run.returncode == 0
    assert "The card says Ana Ruiz “Tom”" in run.stdout
    answer = json.loads(salver(str(note), "--card", str(card), "--format", "json").stdout)
    assert [f["rule"] for f in answer["findings"] if f["severity"] == "error"] == ["wrong-name"]


def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path) -> None:
    for args in ([str(tmp_path / "none.txt")], ["-", "--card", str(tmp_path / "none.json")]):
        run = salver(*args, feed="Hi")
        assert run.returncode == 2
        assert "Traceback" not in run.stderr
        assert "Nothing was" in run.stderr


def test_every_key_of_the_contract_reaches_the_situation() -> None:
    text, found = read_input(
        {
            "text": " Hi ",
            "channel": "reply",
            "send_at": "2026-04-24T08:00:00",
            "sender": {"name": "Jo", "about": "I bake.", "plan": "premium"},
            "window_h": [2, 48],
            "invitation": {"state": "withdrawn", "at": "2026-04-20"},
            "notes_left": 2,
            "card": {
                **CARD,
                "tie": "introduced",
                "introduced_by": "Rosa Lim",
                "place": "Berlin",
                "topics": ["goats"],
                "their_words": "never on Friday",
                "friends_in_common": ["Tom"],
                "hook": "ask",
                "promises": ["send list", {"text": "visit", "by": "them", "done": True}],
                "told_them": False,
                "private": ["secret"],
                "link": "linkedin.com/company/x",
            },
            "others": ["a", 3],
            "unknown": 1,
        }
    )
    assert text == " Hi "
    assert found.channel is Channel.REPLY
    assert found.sender.plan == "premium"
    assert found.meeting.tie is Tie.INTRODUCED
    assert found.meeting.told is Told.NO
    assert found.invitation.state is InvitationState.WITHDRAWN
    assert found.notes_left == 2
    assert found.others == ("a",)
    assert [p.text for p in found.meeting.promises] == ["send list", "visit"]
    assert found.meeting.promises[1].done_at is not None
    assert found.window is not None
    assert (found.window[1] - found.window[0]).total_seconds() == 46 * 3600
    assert found.raw_link == "linkedin.com/company/x"


@pytest.mark.parametrize(
    ("met_at", "precision"),
    [("2026-04-23T17:00:00", Precision.MINUTE), ("2026-04-23", Precision.DAY), ("2026-04", Precision.MONTH)],
)
def test_a_time_is_as_exact_as_it_is_written(met_at: str, precision: Precision) -> None:
    situation = read_input({"card": {"met_at": met_at}})[1]
    assert situation.meeting.met is not None
    assert situation.meeting.met.precision is precision


def test_a_time_with_an_offset_keeps_the_clock_of_the_place() -> None:
    situation = read_input({"send_at": "2026-04-24T08:00:00", "card": {"met_at": "2026-04-23T17:00:00+02:00"}})[1]
    assert situation.meeting.met is not None
    assert situation.meeting.met.aware().utcoffset().total_seconds() == 7200
    assert situation.send_at is not None
    assert situation.send_at.utcoffset().total_seconds() == 7200


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_KEYS = ["text", "channel", "send_at", "sender", "window_h", "invitation", "notes_left", "card", "others"]
_CARD_KEYS = ["first_name", "tie", "met_at", "topics", "promises", "told_them", "link", "private", "introduced_by"]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(_KEYS), _JSON), st.dictionaries(st.sampled_from(_CARD_KEYS), _JSON))
def test_a_value_that_cannot_be_read_counts_as_missing(given_: dict, card: dict) -> None:
    read_input({**given_, "card": card})
