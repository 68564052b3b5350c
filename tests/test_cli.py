"""The commands, given what people really give them: every refusal is a sentence, and nothing is lost or overwritten."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salver import cli, cli_exchange
from salver.cards.card import Card, Labelled
from salver.cards.meeting import Meeting, Moment, Promise, Tie
from salver.cards.note import Activity, Channel, Deed, Note
from salver.cli_check import Checker
from salver.store import DataLock, Store, open_store

NOW = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)
VCARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Ruiz\nN:Ruiz;Ana\nEND:VCARD\n"


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    status: int
    out: str
    err: str

    @property
    def refusal(self) -> str:
        """The one sentence or two on stderr, after making sure that it is that and no more."""
        assert self.status == 2, self
        said = self.err.strip()
        assert said.endswith("."), self
        assert "\n" not in said, self
        assert not any(word in said for word in ("Traceback", "Errno", "Error(", "codec", "None")), self
        return said


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process, in a folder of its own and with a data folder in it."""
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    os.umask(before)

    def command(*words: str, data: str = "data") -> Answer:
        status = cli.run(["--data-dir", data, *words])
        os.umask(before)
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return command


def filled(folder: Path) -> Store:
    store = open_store(folder, lambda: NOW)
    card_id = store.cards.put(
        Card(
            company="Nordlicht",
            emails=(Labelled("zoe@nordlicht.example", "work"),),
            tags=("rust", "trams"),
            about="Speaks fast.",
        ).named("Zoë Müller-O’Brien")
    ).cards[0]
    meeting = Meeting(
        card_id=card_id,
        event="PyCon DE",
        met=Moment(dt.datetime(2026, 4, 23, 15, 40), "Europe/Berlin"),
        tie=Tie.MET,
        topics=("sqlite sync",),
        promises=(Promise("Send the slides", due=dt.date(2026, 4, 28)),),
        private=("Thinking of leaving in autumn",),
    )
    meeting_id = store.meetings.put(meeting).meetings[0]
    note = Note(card_id=card_id, meeting_id=meeting_id, channel=Channel.INVITATION, text="Hi Zoë, how are the trams?")
    note_id = store.notes.put(note).notes[0]
    store.activities.add(Activity(Deed.COPIED, NOW, card_id, note_id, Channel.INVITATION))
    store.cards.put(Card().named("李伟"))
    return store


BAD_FILES = {
    "garbage": bytes(range(256)) * 12,
    "empty": b"",
    "latin": "Hi Ana, grüße aus Köln".encode("latin-1"),
}


@pytest.mark.parametrize("name", ["missing", "folder", "garbage", "latin"])
def test_a_note_that_cannot_be_read_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    for file, content in BAD_FILES.items():
        (tmp_path / file).write_bytes(content)
    assert name in run("check", name).refusal
    (tmp_path / "note.txt").write_text("Hi Ana", encoding="utf-8")
    assert name in run("check", "note.txt", "--card", name).refusal


@pytest.mark.parametrize("content", ["", "[1]", '"card"', "{", "[" * 100_000, "\x00"])
def test_a_card_file_that_is_no_json_object_is_refused(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "note.txt").write_text("Hi Ana", encoding="utf-8")
    (tmp_path / "card.json").write_text(content, encoding="utf-8")
    assert "card.json" in run("check", "note.txt", "--card", "card.json").refusal


def test_a_file_nobody_may_read_is_refused(run: Run, tmp_path: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("the superuser may read everything; test_faults.py does this as somebody else")
    (tmp_path / "secret.vcf").write_text(VCARD, encoding="utf-8")
    (tmp_path / "secret.vcf").chmod(0)
    for words in (("check", "secret.vcf"), ("import", "secret.vcf"), ("restore", "secret.vcf")):
        assert "secret.vcf" in run(*words).refusal


def test_an_empty_note_and_an_enormous_one_are_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "long").write_text("Hi Ana, kites. " * 7_000, encoding="utf-8")
    assert "0 of 200" in run("check", "empty").out
    answer = run("check", "long", "--format", "json")
    assert answer.status == 0
    assert "too-long" in {found["rule"] for found in json.loads(answer.out)["findings"]}


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no file without end on this system")
def test_a_file_without_end_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Hi Ana", encoding="utf-8")
    assert "too long" in run("check", "/dev/zero").refusal
    assert "too long" in run("check", "note.txt", "--card", "/dev/zero").refusal
    assert "larger than" in run("import", "/dev/zero").refusal


def test_a_line_without_end_costs_itself_alone(run: Run, tmp_path: Path) -> None:
    long = '{"text": "' + "kites " * 2_000_000 + '"}\n'
    (tmp_path / "notes.jsonl").write_text(long + '{"id": 2, "text": "Hi"}\n', encoding="utf-8")
    rows = [json.loads(line) for line in run("check", "--jsonl", "notes.jsonl").out.splitlines()]
    assert (rows[0]["line"], rows[1]["id"]) == (1, 2)


def test_a_card_is_taken_into_account_and_both_formats_agree(run: Run, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Hi Tom, did the goat come home?\n", encoding="utf-8")
    (tmp_path / "card.json").write_text('\ufeff{"card": {"first_name": "Ana", "tie": "met"}}', encoding="utf-8")
    words = run("check", "note.txt", "--card", "card.json", "--format", "text")
    rows = run("check", "note.txt", "--card", "card.json", "--format", "json")
    assert words.status == rows.status == 0
    found = json.loads(rows.out)["findings"]
    assert "wrong-name" in {row["rule"] for row in found}
    assert all(f"({row['rule']})" in words.out for row in found)


def test_lines_that_are_no_objects_cost_only_themselves(run: Run, tmp_path: Path) -> None:
    lines = [
        b"{}", b"[1]", b"\xff\xfe garbage", b'"text"', b"null", b"[" * 60_000, b"", b'{"id": 2, "text": "Hi \xff Ana"}',
        b'{"id": NaN, "notes_left": 1' + b"0" * 5_000 + b"}", b'{"id": "x", "text": "\\ud83d alone"}',
        b'{"id": "last", "text": "' + b"kites " * 20_000 + b'"}',
    ]  # fmt: skip
    (tmp_path / "notes.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines) + b"\n")
    answer = run("check", "--jsonl", "notes.jsonl")
    assert answer.status == 1
    rows = [json.loads(line) for line in answer.out.splitlines()]
    assert [row["line"] for row in rows if "error" in row] == [2, 3, 4, 5, 6]
    assert [row["id"] for row in rows if "error" not in row] == [None, 2, None, "x", "last"]
    assert answer.out.isascii()
    assert answer.err == ""


_ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=30)
    | st.sampled_from(["met", "premium", "2026-04-23T17:00:00", "9999-12-31T23:59:59+00:00", "0001-01-01", "\ud83d"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
_CARD_KEYS = (
    "first_name", "last_name", "display_name", "company", "title", "tie", "introduced_by", "event", "place", "met_at",
    "topics", "their_words", "friends_in_common", "hook", "promises", "told_them", "private", "link",
)  # fmt: skip
_INPUT = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("id", "channel", "send_at", "window_h", "notes_left", "others"), _ANYTHING),
        "text": st.text(st.characters(), max_size=200) | st.just("Hi Ana, will you send the slides today?") | _ANYTHING,
        "sender": st.dictionaries(st.sampled_from(["name", "about", "plan"]), _ANYTHING) | _ANYTHING,
        "invitation": st.dictionaries(st.sampled_from(["state", "at"]), _ANYTHING) | _ANYTHING,
        "card": st.dictionaries(st.sampled_from(_CARD_KEYS), _ANYTHING) | _ANYTHING,
    },
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker()


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(given_object=_INPUT)
def test_a_value_that_cannot_be_read_counts_as_missing_and_no_rule_fails(
    checker: Checker, caplog: pytest.LogCaptureFixture, given_object: dict[str, object]
) -> None:
    caplog.clear()
    answer = checker.answer(given_object)
    text = given_object.get("text")
    most = len(text) if isinstance(text, str) else 0
    for found in answer["findings"]:
        assert 0 <= found["start"] <= found["end"] <= most
    assert json.dumps(answer).isascii()
    assert caplog.text == ""


IMPORTS = {
    "missing.vcf": None,
    "folder.vcf": "",
    "garbage.vcf": BAD_FILES["garbage"],
    "garbage.csv": BAD_FILES["garbage"],
    "garbage.json": BAD_FILES["garbage"],
    "garbage.zip": b"PK\x03\x04" + BAD_FILES["garbage"],
    "empty.vcf": b"",
    "empty.json": b"",
    "deep.json": b"[" * 100_000,
    "list.json": b"[1, 2]",
}


@pytest.mark.parametrize("name", IMPORTS)
def test_a_file_without_cards_is_refused_and_no_data_folder_is_made(run: Run, tmp_path: Path, name: str) -> None:
    content = IMPORTS[name]
    if isinstance(content, bytes):
        (tmp_path / name).write_bytes(content)
    elif content is not None:
        (tmp_path / name).mkdir()
    assert run("import", name).refusal
    assert not (tmp_path / "data").exists()


def test_a_line_without_end_costs_neither_memory_nor_the_other_cards(run: Run, tmp_path: Path) -> None:
    (tmp_path / "long.vcf").write_text(
        VCARD.replace("END:", f"NOTE:{'x' * 3_000_000}\nEND:") + VCARD.replace("Ana", "Bo"), encoding="utf-8"
    )
    answer = run("import", "--dry-run", "--json", "long.vcf")
    assert answer.status == 0
    assert "Bo" in {card["first_name"] for card in json.loads(answer.out)["cards"]}


def test_while_the_window_is_open_commands_that_write_say_so(run: Run, tmp_path: Path) -> None:
    filled(tmp_path / "data").close()
    assert run("backup", "safe.sqlite").status == 0
    (tmp_path / "ana.vcf").write_text(VCARD, encoding="utf-8")
    lock = DataLock(tmp_path / "data")
    assert lock.acquire()
    try:
        for words in (("import", "ana.vcf"), ("restore", "safe.sqlite")):
            assert "open in another window" in run(*words).refusal
        assert run("import", "--dry-run", "ana.vcf").status == 0
        assert run("export", "all.json").status == 0
        assert run("backup", "second.sqlite").status == 0
    finally:
        lock.release()
    assert run("import", "ana.vcf").status == 0


@pytest.mark.parametrize("words", [("export", "all.vcf"), ("backup",), ("backup", "b.sqlite")])
def test_where_there_are_no_cards_there_is_nothing_to_take_away(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    assert "no cards yet" in run(*words).refusal
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_that_cannot_be_made_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    (tmp_path / "ana.vcf").write_text(VCARD, encoding="utf-8")
    filled(tmp_path / "data").close()
    assert run("backup", "b.sqlite").status == 0
    for words in (("import", "ana.vcf"), ("restore", "b.sqlite")):
        for place in ("taken", "taken/below"):
            assert "could not be made" in run(*words, data=place).refusal
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "a file"


def test_a_backup_is_written_over_nothing_but_a_backup(run: Run, tmp_path: Path) -> None:
    filled(tmp_path / "data").close()
    (tmp_path / "thesis.odt").write_text("three years of work", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    database = (tmp_path / "data" / "salver.sqlite").read_bytes()
    assert "left alone" in run("backup", "thesis.odt").refusal
    assert (tmp_path / "thesis.odt").read_text(encoding="utf-8") == "three years of work"
    assert "is a folder" in run("backup", "folder").refusal
    assert "no folder" in run("backup", "nowhere/b.sqlite").refusal
    assert "not a place" in run("backup", "data/salver.sqlite").refusal
    assert (tmp_path / "data" / "salver.sqlite").read_bytes() == database
    assert run("backup", "b.sqlite").status == run("backup", "b.sqlite").status == 0


def test_only_a_sound_backup_is_restored(run: Run, tmp_path: Path) -> None:
    filled(tmp_path / "data").close()
    assert run("backup", "good.sqlite").status == 0
    good = (tmp_path / "good.sqlite").read_bytes()
    for place in (0, 20, len(good) // 2, len(good) - 1):
        (tmp_path / "broken.sqlite").write_bytes(good[:place] + bytes([good[place] ^ 0x55]) + good[place + 1 :])
        sum_of_good = (tmp_path / "good.sqlite.sha256").read_text(encoding="utf-8")
        (tmp_path / "broken.sqlite.sha256").write_text(sum_of_good, encoding="utf-8")
        assert "not a sound backup" in run("restore", "broken.sqlite").refusal
    (tmp_path / "cut.sqlite").write_bytes(good[: len(good) // 2])
    (tmp_path / "garbage").write_bytes(BAD_FILES["garbage"])
    (tmp_path / "empty").write_bytes(b"")
    for name in ("cut.sqlite", "garbage", "empty"):
        assert "not a sound backup" in run("restore", name).refusal
    assert "no file" in run("restore", "missing").refusal
    assert "is a folder" in run("restore", "data").refusal
    assert "works with" in run("restore", "data/salver.sqlite").refusal
    store = open_store(tmp_path / "data", lambda: NOW)
    assert store.people.counts()["everyone"] == 2
    store.close()


def test_everything_moves_to_a_new_laptop(run: Run, tmp_path: Path) -> None:
    filled(tmp_path / "data").close()
    assert run("export", "before.json").status == 0
    assert run("backup", "stick.sqlite").status == 0
    assert run("restore", "stick.sqlite", data="laptop").status == 0
    assert run("export", "after.json", data="laptop").status == 0
    before, after = (json.loads((tmp_path / n).read_text(encoding="utf-8")) for n in ("before.json", "after.json"))
    for whole in (before, after):
        # The moment of writing is the one thing that may differ.
        whole.pop("exported_at", None)
        whole.pop("made_at", None)
    assert before == after
    assert "Zoë Müller-O’Brien" in json.dumps(after, ensure_ascii=False)
    assert "Thinking of leaving in autumn" in json.dumps(after, ensure_ascii=False)


def test_restoring_keeps_what_was_there_before(run: Run, tmp_path: Path) -> None:
    filled(tmp_path / "data").close()
    assert run("backup", "old.sqlite").status == 0
    store = open_store(tmp_path / "data", lambda: NOW)
    store.cards.put(Card().named("Met Since"))
    store.close()
    answer = run("restore", "old.sqlite")
    assert answer.status == 0
    kept = Path(answer.out.splitlines()[1].removeprefix("What was there before lies in ").removesuffix("."))
    assert run("restore", str(kept), data="second").status == 0
    store = open_store(tmp_path / "second", lambda: NOW)
    assert store.people.counts()["everyone"] == 3
    store.close()


@pytest.mark.parametrize("damage", ["header", "middle", "cut", "newer", "other"])
def test_a_file_that_is_not_as_it_should_be_is_told_and_left_alone(run: Run, tmp_path: Path, damage: str) -> None:
    filled(tmp_path / "data").close()
    file = tmp_path / "data" / "salver.sqlite"
    spoil(file, damage)
    before = file.read_bytes()
    (tmp_path / "ana.vcf").write_text(VCARD, encoding="utf-8")
    for words in (("export", "all.json"), ("import", "ana.vcf"), ("backup",), ("backup", "b.sqlite")):
        said = run(*words).refusal
        assert {"newer": "newer Salver", "other": "another program"}.get(damage, "damaged") in said
    assert file.read_bytes() == before
    assert not (tmp_path / "all.json").exists()


def spoil(file: Path, how: str) -> None:
    """Do to a database what disks and other programs do."""
    import sqlite3

    content = file.read_bytes()
    if how == "header":
        file.write_bytes(b"\0" * 100 + content[100:])
    elif how == "middle":
        middle = len(content) // 2 // 4096 * 4096
        file.write_bytes(content[:middle] + os.urandom(3 * 4096) + content[middle + 3 * 4096 :])
    elif how == "cut":
        file.write_bytes(content[: len(content) // 2])
    else:
        connection = sqlite3.connect(file)
        connection.execute("PRAGMA user_version = 99" if how == "newer" else "PRAGMA application_id = 7")
        connection.commit()
        connection.close()


def test_a_fault_of_the_program_is_a_sentence_without_anybodys_data(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> int:
        raise ValueError("Ana Ruiz, ana@acme.example")

    monkeypatch.setattr(cli_exchange, "run_export", fault)
    said = run("export", "all.json").refusal
    assert "ValueError" in said
    assert "Ana" not in said


def shell(line: str, cwd: Path, feed: bytes = b"") -> subprocess.CompletedProcess[str]:
    program = f'"{sys.executable}" -m salver'
    done = subprocess.run(
        ["/bin/sh", "-c", line.replace("salver", program)], cwd=cwd, input=feed, capture_output=True, check=False
    )
    return subprocess.CompletedProcess(line, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.skipif(os.name != "posix", reason="pipes and closed streams of a POSIX shell")
def test_closed_and_full_streams_end_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Hi Ana", encoding="utf-8")
    (tmp_path / "notes.jsonl").write_text('{"text": "Hi Ana, tell me more?"}\n' * 400, encoding="utf-8")
    (tmp_path / "many.vcf").write_text(VCARD * 3_000, encoding="utf-8")
    lines = {
        "salver check --jsonl notes.jsonl | head -n 1": 0,
        "salver --data-dir d import --dry-run many.vcf | head -n 1": 0,
        "salver check note.txt >&-": 0,
        "salver check - <&-": 0,
        "salver check missing 2>&-": 2,
    }
    if Path("/dev/full").exists():
        lines["salver check note.txt >/dev/full"] = 2
    for line, status in lines.items():
        done = shell(line, tmp_path)
        assert done.returncode == status, (line, done)
        assert "Traceback" not in done.stderr, (line, done)
        assert "Exception ignored" not in done.stderr, (line, done)
    assert "disk is full" in shell("salver check note.txt >/dev/full", tmp_path).stderr


def test_the_terminal_may_speak_any_encoding(tmp_path: Path) -> None:
    filled(tmp_path / "data").close()
    shutil.copyfile(tmp_path / "data" / "salver.sqlite", tmp_path / "copy.sqlite")
    (tmp_path / "card.vcf").write_text(VCARD.replace("Ana", "李伟"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "salver", "import", "--dry-run", "card.vcf"],
        cwd=tmp_path, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"},
    )  # fmt: skip
    assert done.returncode == 0
    assert "Ana" not in done.stdout.decode()
    assert "Ruiz" in done.stdout.decode()
