"""`salver import` and `salver export` as another program or a person at a terminal meets them."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from salver import cli
from salver.store import DataLock

BOOK = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;;\r\nFN:Ana Ruiz\r\nORG:Acme\r\nEMAIL:ana@acme.example\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Søren Müller\r\nTEL:+49 171 1234567\r\nNOTE:Likes trains\r\nEND:VCARD\r\n"
)
MORE = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Ruiz,https://www.linkedin.com/in/ana,ana@acme.example,Other,CTO,08 Feb 2026\n"
)


class Terminal:
    """A data folder, a folder of files, and what the program answers."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def file(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8", newline="")
        return str(path)

    def run(self, *words: str) -> tuple[int, str, str]:
        status = cli.run(["--data-dir", str(self.folder / "data"), *words])
        out, err = self._capsys.readouterr()
        return status, out, err

    def json(self, *words: str) -> dict[str, Any]:
        status, out, _ = self.run(*words, "--json")
        assert status == 0
        found: dict[str, Any] = json.loads(out)
        return found


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path, capsys)


def test_a_dry_run_tells_and_stores_nothing(terminal: Terminal) -> None:
    answer = terminal.json("import", "--dry-run", terminal.file("book.vcf", BOOK))
    first = answer["cards"][0]
    assert (first["first_name"], first["last_name"], first["company"]) == ("Ana", "Ruiz", "Acme")
    assert (first["emails"], first["phones"], first["links"], first["note"]) == (["ana@acme.example"], [], [], "")
    assert [p["card"] for p in answer["problems"]] == [2]
    assert set(answer) == {"cards", "problems"}
    assert not (terminal.folder / "data").exists()


def test_cards_are_kept_once_and_only_empty_fields_are_filled(terminal: Terminal) -> None:
    book, more = terminal.file("book.vcf", BOOK), terminal.file("Connections.csv", MORE)
    answers = [terminal.json("import", name) for name in (book, book, more, more)]
    counts = [{key: answer[key] for key in ("added", "updated", "skipped")} for answer in answers]
    assert counts == [
        {"added": 2, "updated": 0, "skipped": 0}, {"added": 0, "updated": 0, "skipped": 2},
        {"added": 0, "updated": 1, "skipped": 0}, {"added": 0, "updated": 0, "skipped": 1},
    ]  # fmt: skip
    out = str(terminal.folder / "all.json")
    assert terminal.run("export", out)[0] == 0
    ana = next(c for c in json.loads(Path(out).read_text())["cards"] if c["display_name"] == "Ana Ruiz")
    assert (ana["company"], ana["title"], ana["links"][0]["value"]) == (
        "Acme",
        "CTO",
        "https://www.linkedin.com/in/ana",
    )
    assert [(a["deed"], a["by_import"]) for a in ana["activities"]] == [("accepted", True)]


def test_the_words_for_people_say_what_was_done(terminal: Terminal) -> None:
    status, out, err = terminal.run("import", terminal.file("book.vcf", BOOK))
    assert (status, out) == (0, "2 cards added, 0 updated, 0 already there.\n")
    assert "card 2:" in err


def test_everything_moves_to_another_tray_by_json(terminal: Terminal, tmp_path: Path) -> None:
    terminal.run("import", terminal.file("book.vcf", BOOK), terminal.file("Connections.csv", MORE))
    one, two = str(tmp_path / "one.json"), str(tmp_path / "two.json")
    terminal.run("export", one)
    other = ["--data-dir", str(tmp_path / "other")]
    assert cli.run([*other, "import", one]) == 0
    assert cli.run([*other, "export", two]) == 0
    left, right = (json.loads(Path(name).read_text()) for name in (one, two))
    for cards in (left["cards"], right["cards"]):
        for card in cards:
            card.pop("id")
            for activity in card.get("activities", ()):
                activity.pop("id")
                activity.pop("card_id")
    assert left["cards"] == right["cards"]


@pytest.mark.parametrize("ending", ["vcf", "csv"])
def test_an_export_read_again_adds_nothing(terminal: Terminal, ending: str) -> None:
    terminal.run("import", terminal.file("book.vcf", BOOK), terminal.file("Connections.csv", MORE))
    out = terminal.folder / f"all.{ending}"
    assert terminal.run("export", str(out))[1] == f"2 cards written to {out}.\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    answer = terminal.json("import", str(out))
    assert (answer["added"], answer["updated"], answer["skipped"]) == (0, 0, 2)


def test_unreadable_input_gets_a_sentence_and_nothing_is_stored(terminal: Terminal) -> None:
    good = terminal.file("book.vcf", BOOK)
    for bad in (str(terminal.folder / "none.vcf"), terminal.file("bad.json", "{"), terminal.file("empty.csv", "")):
        status, out, err = terminal.run("import", good, bad, "--json")
        assert (status, out) == (2, "")
        assert err.endswith(".\n")
        assert "Traceback" not in err
    assert not (terminal.folder / "data").exists()


def test_while_the_window_is_open_an_import_waits_for_another_time(terminal: Terminal) -> None:
    lock = DataLock(terminal.folder / "data")
    assert lock.acquire()
    try:
        status, _, err = terminal.run("import", terminal.file("book.vcf", BOOK))
    finally:
        lock.release()
    assert status == 2
    assert "another window" in err


def test_an_import_is_backed_up_before_and_undone_in_one_step(terminal: Terminal) -> None:
    terminal.run("import", terminal.file("book.vcf", BOOK))
    terminal.run("import", terminal.file("Connections.csv", MORE))
    assert list((terminal.folder / "data" / "backups").glob("*"))
    from salver.store import Filter, open_store

    store = open_store(terminal.folder / "data", cli.now)
    try:
        store.journal.undo()
        cards = store.cards.many(store.people.ids(Filter("everyone")))
        assert {c.display_name: c.title for c in cards} == {"Ana Ruiz": "", "Søren Müller": ""}
        store.journal.undo()
        assert store.people.ids(Filter("everyone")) == []
    finally:
        store.close()


def test_a_picture_is_answered_kindly(terminal: Terminal) -> None:
    (terminal.folder / "card.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    answer = terminal.json("import", str(terminal.folder / "card.png"))
    assert (answer["cards"], answer["added"]) == ([], 0)
    assert "pictures" in answer["problems"][0]["message"]


def test_exports_that_cannot_be_written_get_a_sentence(terminal: Terminal) -> None:
    assert "no cards yet" in terminal.run("export", str(terminal.folder / "a.vcf"))[2]
    terminal.run("import", terminal.file("book.vcf", BOOK))
    status, _, err = terminal.run("export", str(terminal.folder / "a.docx"))
    assert (status, ".vcf" in err) == (2, True)
    status, _, err = terminal.run("export", str(terminal.folder / "nowhere" / "a.vcf"))
    assert (status, "no folder" in err) == (2, True)


def test_a_full_disk_gets_a_sentence(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal.run("import", terminal.file("book.vcf", BOOK))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("salver.exchange.atomic.os.fsync", full)
    status, _, err = terminal.run("export", str(terminal.folder / "a.vcf"))
    assert (status, "disk is full" in err) == (2, True)
    assert not (terminal.folder / "a.vcf").exists()
