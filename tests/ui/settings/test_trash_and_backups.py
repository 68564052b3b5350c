"""Nothing is lost: the trash, the backups, a damaged file, and the one way to lose somebody on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from salver.store import Store, StoreError, errors, open_store
from salver.ui import pages
from salver.ui.desk import Desk
from salver.ui.settings.backups import BackupsPage
from salver.ui.settings.forget import ForgetPage
from salver.ui.settings.recovery import RecoveryWindow, SentenceWindow
from salver.ui.settings.trash import TrashPage
from salver.ui.texts import SafeWords, TrashWords


def words_of(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_card_comes_back_from_the_trash_with_all_on_it(qtbot: QtBot, shown, desk: Desk, zoe: int, said) -> None:
    desk.store.cards.trash([zoe])
    page = shown(TrashPage(desk))
    assert "Zoë Müller-O’Brien" in page.buttons[0].accessibleName()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert desk.store.people.counts()["everyone"] == 1
    assert desk.store.meetings.of(zoe)
    assert page.buttons == []
    assert TrashWords.EMPTY_STATE in words_of(page)


def test_meetings_and_notes_come_back_too(qtbot: QtBot, shown, desk: Desk, zoe: int) -> None:
    meeting = desk.store.meetings.of(zoe)[0]
    desk.store.meetings.trash([meeting.id])
    page = shown(TrashPage(desk))
    qtbot.mouseClick(page.buttons[0], Qt.MouseButton.LeftButton)
    assert [m.id for m in desk.store.meetings.of(zoe)] == [meeting.id]


def test_the_trash_is_emptied_after_one_question_with_the_number(
    qtbot: QtBot, shown, desk: Desk, people_of_pycon: list[int], said
) -> None:
    desk.store.cards.trash(people_of_pycon[:3])
    page = shown(TrashPage(desk))
    qtbot.mouseClick(page.empty_button, Qt.MouseButton.LeftButton)
    assert "3 things" in page.ask.sentence.text()
    assert QApplication.focusWidget() is page.ask.no_button
    qtbot.keyClick(page.ask.no_button, Qt.Key.Key_Escape)
    assert len(desk.store.cards.trashed()) == 3
    qtbot.mouseClick(page.empty_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.ask.yes_button, Qt.MouseButton.LeftButton)
    assert desk.store.cards.trashed() == []
    assert desk.store.people.counts()["everyone"] == 4
    assert said.sentences[-1] == TrashWords.emptied(3)


def test_an_older_state_is_brought_back_and_the_present_one_is_kept(
    qtbot: QtBot, shown, desk: Desk, zoe: int, said
) -> None:
    desk.store.backup.always("by hand")
    desk.store.cards.trash([zoe])
    page = shown(BackupsPage(desk))
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    assert SafeWords.SOUND in words_of(page)
    path = next(iter(page.buttons))
    qtbot.mouseClick(page.buttons[path], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.restored):
        qtbot.mouseClick(page.ask.yes_button, Qt.MouseButton.LeftButton)
    assert desk.store.people.counts()["everyone"] == 1
    assert len(desk.store.backup.all()) == 2
    assert "as it was" in page.done.text()
    qtbot.waitUntil(lambda: not desk.tasks.busy)


def test_a_backup_that_was_changed_is_not_offered(qtbot: QtBot, shown, desk: Desk, zoe: int) -> None:
    path = desk.store.backup.always("by hand")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    page = shown(BackupsPage(desk))
    qtbot.waitUntil(lambda: SafeWords.UNSOUND in words_of(page))
    assert not page.buttons[path].isEnabled()


def test_a_file_that_is_no_backup_is_refused_in_a_sentence(
    qtbot: QtBot, shown, desk: Desk, zoe: int, said, tmp_path: Path
) -> None:
    other = tmp_path / "photo.sqlite"
    other.write_bytes(b"no database at all")
    page = shown(BackupsPage(desk))
    page.restore_from(other, "then")
    qtbot.mouseClick(page.ask.yes_button, Qt.MouseButton.LeftButton)
    assert "photo.sqlite" in said.sentences[-1]
    assert desk.store.people.counts()["everyone"] == 1
    qtbot.waitUntil(lambda: not desk.tasks.busy)


def damaged(tmp_path: Path, clock, *, backup: bool) -> tuple[Path, StoreError]:
    folder = tmp_path / "hurt"
    kept: Store = open_store(folder, clock)
    from ..conftest import keep_zoe

    keep_zoe(kept)
    if backup:
        kept.backup.always("at quit")
    path = kept.path
    kept.close()
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 20_000)
    with pytest.raises(StoreError) as caught:
        open_store(folder, clock)
    return folder, caught.value


def test_a_damaged_file_is_set_aside_and_the_newest_good_backup_used(
    qtbot: QtBot, shown, tmp_path: Path, clock, desk: Desk
) -> None:
    folder, error = damaged(tmp_path, clock, backup=True)
    assert isinstance(error, errors.DamagedDatabase)
    window = pages.recovery(error, desk.theme, folder, clock)
    shown(window, 760, 620)
    assert error.sentence in words_of(window)
    with qtbot.waitSignal(window.reopen_wanted):
        qtbot.keyClick(window.page.restore, Qt.Key.Key_Return)
    kept = open_store(folder, clock)
    assert kept.people.counts()["everyone"] == 1
    kept.close()
    assert any("damaged" in path.name for path in folder.iterdir())


def test_without_a_backup_one_may_start_empty_and_the_damaged_file_stays(
    qtbot: QtBot, shown, tmp_path: Path, clock, desk: Desk
) -> None:
    folder, error = damaged(tmp_path, clock, backup=False)
    window = pages.recovery(error, desk.theme, folder, clock)
    shown(window, 760, 620)
    assert SafeWords.NO_BACKUP in words_of(window)
    with qtbot.waitSignal(window.reopen_wanted):
        qtbot.mouseClick(window.page.empty, Qt.MouseButton.LeftButton)
    kept = open_store(folder, clock)
    assert kept.people.counts()["everyone"] == 0
    kept.close()
    aside = [path for path in folder.iterdir() if "damaged" in path.name]
    assert max(path.stat().st_size for path in aside) > 20_000


def test_other_failures_get_their_sentence_and_another_try(qtbot: QtBot, shown, tmp_path: Path, clock, desk) -> None:
    error = errors.NewerDatabase(tmp_path / "salver.sqlite", 9, 1)
    window = shown(RecoveryWindow(error, desk.theme, tmp_path, clock, "UTC"), 760, 620)
    assert error.sentence in words_of(window)
    assert not window.page.restore.isVisible()
    assert not window.page.empty.isVisible()
    with qtbot.waitSignal(window.reopen_wanted):
        qtbot.mouseClick(window.page.again, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.quit_wanted):
        qtbot.mouseClick(window.page.quit, Qt.MouseButton.LeftButton)


def test_a_sentence_alone_is_closed_by_a_key(qtbot: QtBot, shown, desk: Desk) -> None:
    window = shown(SentenceWindow("Salver is open already.", desk.theme), 480, 200)
    qtbot.keyClick(window.close_button, Qt.Key.Key_Return)
    assert not window.isVisible()


def test_somebody_is_forgotten_to_the_last_byte_and_out_of_the_backups(
    qtbot: QtBot, shown, desk: Desk, zoe: int, said
) -> None:
    backup = desk.store.backup.always("at quit")
    assert b"nordlicht" in backup.read_bytes().lower()
    page = shown(ForgetPage(desk, zoe))
    assert QApplication.focusWidget() is page.no
    with qtbot.waitSignal(page.forgotten):
        qtbot.mouseClick(page.yes, Qt.MouseButton.LeftButton)
    assert b"nordlicht" not in desk.store.path.read_bytes().lower()
    assert "1 older backup" in page.backups.text()
    qtbot.mouseClick(page.rewrite, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.told.text() == SafeWords.REWRITTEN)
    assert b"nordlicht" not in backup.read_bytes().lower()
    assert desk.store.backup.verify(backup)
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.done, Qt.Key.Key_Return)


def test_the_softer_choice_is_the_trash(qtbot: QtBot, shown, desk: Desk, zoe: int) -> None:
    page = shown(ForgetPage(desk, zoe))
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.trash, Qt.MouseButton.LeftButton)
    assert [card.id for card in desk.store.cards.trashed()] == [zoe]
