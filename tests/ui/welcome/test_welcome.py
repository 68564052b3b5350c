"""The first start, by keyboard, over a real file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.agenda.window import Kind, timing
from salver.store import Filter
from salver.ui.desk import Desk
from salver.ui.welcome import examples
from salver.ui.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> WelcomePage:
    made = WelcomePage(desk, desk.store.folder)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.begin()
    return made


def focused() -> object:
    return QApplication.focusWidget()


def test_the_whole_welcome_is_done_without_a_mouse(qtbot: QtBot, page: WelcomePage, desk: Desk) -> None:
    qtbot.keyClicks(focused(), "Jonas Weber")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focused(), "I keep the tapes of a radio station")
    qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(focused(), Qt.Key.Key_Right)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert page.steps.currentIndex() == 1
    assert focused() is page.start
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    kept = desk.store.settings.get()
    assert kept.sender.name == "Jonas Weber"
    assert kept.sender.about == "I keep the tapes of a radio station"
    assert kept.sender.plan == "premium"
    assert kept.welcome_done
    assert desk.store.people.counts()["everyone"] == 0


def test_example_cards_come_only_when_asked_for_and_show_every_state(
    qtbot: QtBot, page: WelcomePage, desk: Desk
) -> None:
    page.examples.setFocus()
    qtbot.keyClick(page.examples, Qt.Key.Key_Space)
    qtbot.keyClick(page.examples, Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    ids = desk.store.people.ids(Filter("tag", tag=examples.TAG))
    rows = desk.store.people.rows(ids)
    kinds = {timing(row.met_at, row.state, row.state_at, desk.now()).kind for row in rows}
    assert len(ids) == 7
    assert {Kind.OPEN, Kind.LATER, Kind.PAST} <= kinds
    for card in desk.store.cards.many(ids):
        assert all(mail.value.endswith(".example") for mail in card.emails)
        assert not any("linkedin" in link.value for link in card.links)


def test_example_cards_are_laid_once_and_taken_back_in_one_step(desk: Desk) -> None:
    examples.lay(desk.store, desk.now(), desk.zone)
    examples.lay(desk.store, desk.now(), desk.zone)
    assert desk.store.people.counts()["everyone"] == 7
    desk.store.journal.undo()
    assert desk.store.people.counts()["everyone"] == 0


def test_skipping_keeps_what_was_typed_and_lays_no_examples(qtbot: QtBot, page: WelcomePage, desk: Desk) -> None:
    qtbot.keyClicks(focused(), "Jo")
    page.examples.setChecked(True)
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    assert desk.store.settings.get().welcome_done
    assert desk.store.settings.get().sender.name == "Jo"
    assert desk.store.people.counts()["everyone"] == 0


def test_escape_goes_back_to_the_first_step_with_everything_still_there(qtbot: QtBot, page: WelcomePage) -> None:
    qtbot.keyClicks(focused(), "Jo")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.steps.currentIndex() == 0
    assert page.card.name.text() == "Jo"
    assert focused() is page.card.name


def test_import_ends_the_welcome_and_asks_for_the_page(qtbot: QtBot, page: WelcomePage, desk: Desk) -> None:
    page.on.click()
    with qtbot.waitSignals([page.closed, page.page_wanted]):
        qtbot.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    assert desk.store.settings.get().welcome_done


def test_it_says_where_everything_is_kept(page: WelcomePage, desk: Desk) -> None:
    assert Path(page.path.text()) == desk.store.folder


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_at_the_sides(page: WelcomePage, desk: Desk, scale: float) -> None:
    desk.theme.apply(scale=scale)
    page.resize(700, 700)
    for step in (0, 1):
        page.steps.setCurrentIndex(step)
        QApplication.processEvents()
        shown = page.steps.widget(step)
        assert shown.area.widget().width() <= shown.area.viewport().width()
        button = page.start if step else page.on
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
