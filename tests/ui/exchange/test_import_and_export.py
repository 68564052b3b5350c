"""Files in and out, through the pages, over real files and a real store."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from salver.exchange import reader
from salver.ui.desk import Desk
from salver.ui.exchange.export_page import ExportPage
from salver.ui.exchange.import_page import ImportPage
from salver.ui.texts import ExchangeWords


def vcard(path: Path, *people: str, tail: str = "") -> Path:
    cards = (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{p}\r\nEMAIL:{p.split()[0].lower()}@q.example\r\nEND:VCARD\r\n"
        for p in people
    )
    path.write_text("".join(cards) + tail, encoding="utf-8")
    return path


def words_of(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def read(qtbot: QtBot, page: ImportPage, *paths: Path) -> None:
    page.look_at(paths)
    qtbot.waitUntil(lambda: page.again is not None and page.again.isVisible())


@pytest.fixture
def page(shown, desk: Desk) -> ImportPage:
    return shown(ImportPage(desk))


def test_a_file_is_looked_at_before_anything_is_kept(qtbot: QtBot, page, desk: Desk, tmp_path: Path) -> None:
    read(qtbot, page, vcard(tmp_path / "a.vcf", "Ana Ruiz", "Bo Li", "Cy Ra", "Di Su", "Ed To", "Fa Ug", "Gi Va"))
    assert "7 cards in 1 file" in words_of(page)
    assert "Ana Ruiz" in words_of(page)
    assert "and 2 more" in words_of(page)
    assert desk.store.people.counts()["everyone"] == 0
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.do_import)


def test_the_import_is_one_step_that_can_be_undone(qtbot: QtBot, page, desk: Desk, tmp_path: Path, said) -> None:
    read(qtbot, page, vcard(tmp_path / "a.vcf", "Ana Ruiz", "Bo Li"))
    qtbot.keyClick(page.do_import, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.store.people.counts()["everyone"] == 2)
    assert "2 cards added" in page.told.text()
    assert said.changes[-1].everything
    with qtbot.waitSignal(page.cards_wanted) as wanted:
        page.show_cards.click()
    assert len(wanted.args[0]) == 2
    page.undo.click()
    assert desk.store.people.counts()["everyone"] == 0
    assert page.zone.isVisible()


def test_a_second_import_adds_nobody_twice(qtbot: QtBot, page, desk: Desk, tmp_path: Path) -> None:
    for _ in range(2):
        read(qtbot, page, vcard(tmp_path / "a.vcf", "Ana Ruiz"))
        page.do_import.click()
        qtbot.waitUntil(lambda: (page.told is not None and page.undo is not None) or not desk.tasks.busy)
        qtbot.waitUntil(lambda: not desk.tasks.busy)
        page._start_again()
    assert desk.store.people.counts()["everyone"] == 1


def test_a_backup_is_made_before_the_import(qtbot: QtBot, page, desk: Desk, zoe: int, tmp_path: Path) -> None:
    read(qtbot, page, vcard(tmp_path / "a.vcf", "Ana Ruiz"))
    page.do_import.click()
    qtbot.waitUntil(lambda: desk.store.people.counts()["everyone"] == 2)
    assert [backup.reason for backup in desk.store.backup.all()] == ["before-import"]


def test_what_cannot_be_read_is_told_and_costs_nothing_else(qtbot: QtBot, page, desk: Desk, tmp_path: Path) -> None:
    noise = tmp_path / "noise.bin"
    noise.write_bytes(bytes(range(256)) * 40)
    read(qtbot, page, noise, tmp_path / "gone.vcf", vcard(tmp_path / "a.vcf", "Ana Ruiz"))
    assert "1 card in 3 files" in words_of(page)
    assert "noise.bin" in words_of(page) and "gone.vcf" in words_of(page)
    page.do_import.click()
    qtbot.waitUntil(lambda: desk.store.people.counts()["everyone"] == 1)


def test_a_file_without_cards_offers_another_choice(qtbot: QtBot, page, tmp_path: Path) -> None:
    empty = tmp_path / "empty.vcf"
    empty.write_bytes(b"")
    read(qtbot, page, empty)
    assert ExchangeWords.NOTHING in words_of(page)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.again)
    qtbot.keyClick(page.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.zone.choose)


def test_files_can_be_dropped_anywhere_on_the_page(qtbot: QtBot, page, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(vcard(tmp_path / "a.vcf", "Ana Ruiz")))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(page.zone.rect().center(), copy, mime, left, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(page.rect().center()), copy, mime, left, none))
    qtbot.waitUntil(lambda: "1 card in 1 file" in words_of(page))


def test_text_that_is_dragged_is_not_taken(page) -> None:
    mime = QMimeData()
    mime.setText("hello")
    enter = QDragEnterEvent(
        page.rect().center(), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


@pytest.mark.parametrize("kind", ["vcf", "csv", "json", "ics"])
def test_an_export_is_written_and_holds_no_private_line_but_in_json(
    shown, desk: Desk, people_of_pycon: list[int], tmp_path: Path, kind: str
) -> None:
    page = shown(ExportPage(desk, kind=kind))
    page.save_to(tmp_path / f"out.{kind}")
    text = (tmp_path / f"out.{kind}").read_text(encoding="utf-8")
    assert page.told.text() == ExchangeWords.exported(7, str(tmp_path / f"out.{kind}"))
    assert ("Thinking of leaving" in text) is (kind == "json")
    if kind == "json":
        assert len(json.loads(text)["cards"]) == 7
    if kind in ("vcf", "csv", "json"):
        assert len(reader.read(tmp_path / f"out.{kind}").cards) == 7


def test_only_the_chosen_cards_are_exported(qtbot: QtBot, shown, desk: Desk, people_of_pycon, tmp_path: Path) -> None:
    page = shown(ExportPage(desk, people_of_pycon[:2]))
    page.save_to(tmp_path / "two")
    assert len(reader.read(tmp_path / "two.vcf").cards) == 2
    qtbot.mouseClick(page.scope.button(ExchangeWords.ALL), Qt.MouseButton.LeftButton)
    page.save_to(tmp_path / "all.vcf")
    assert len(reader.read(tmp_path / "all.vcf").cards) == 7


def test_a_place_that_cannot_be_written_gets_a_sentence(shown, desk: Desk, zoe: int, tmp_path: Path, said) -> None:
    page = shown(ExportPage(desk))
    page.save_to(tmp_path / "no" / "such" / "folder.vcf")
    assert "could not be written" in page.told.text()
    assert said.sentences[-1] == page.told.text()


def test_the_kind_says_what_becomes_of_private_lines(qtbot: QtBot, shown, desk: Desk) -> None:
    page = shown(ExportPage(desk))
    qtbot.mouseClick(page.kind.button("json"), Qt.MouseButton.LeftButton)
    assert "private lines too" in words_of(page)
