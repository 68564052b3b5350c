"""All pages: every control is named, reached by Tab, and fits at every text size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from salver.store import Changed, Dismissal
from salver.ui import pages
from salver.ui.desk import Desk
from salver.ui.keys import KEYS
from salver.ui.settings.page import Page
from salver.ui.settings.stack import PageStack
from salver.ui.texts import PageWords, WindowWords

NAMES = ["settings", "keys", "trash", "restore", "data", "licences", "import", "export", "rule:too-long", "forget:1"]


@pytest.fixture
def stack(shown: Callable[..., QWidget], desk: Desk, people_of_pycon: list[int]) -> Callable[[str], PageStack]:
    desk.store.cards.trash(people_of_pycon[5:])
    desk.store.dismissals.add(Dismissal("too-long", people_of_pycon[0], None, "x"))

    kept = []

    def open_page(name: str) -> PageStack:
        # Python alone holds a window that has no parent.
        kept.append(shown(pages.make(name, desk, desk.store.folder)))
        return kept[-1]

    return open_page


def controls(page: Page) -> list[QWidget]:
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_control_has_a_name(stack, name: str) -> None:
    page = stack(name).page()
    assert controls(page)
    for widget in controls(page):
        assert widget.accessibleName(), widget


@pytest.mark.parametrize("name", NAMES)
def test_tab_reaches_every_control(qtbot: QtBot, stack, name: str) -> None:
    page = stack(name).page()
    wanted = [widget for widget in controls(page) if not isinstance(widget, QLabel) and not _one_of_several(widget)]
    seen = []
    for _ in range(len(wanted) * 2 + 20):
        focused = QApplication.focusWidget()
        seen.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert [widget.accessibleName() for widget in wanted if widget not in seen] == []


def _one_of_several(widget: QWidget) -> bool:
    """Of two plans or segments Tab reaches the chosen one, the arrows the other."""
    return isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off_at_the_sides(stack, desk: Desk, name: str, scale: float) -> None:
    desk.theme.apply(scale=scale)
    made = stack(name)
    made.resize(700, 700)
    QApplication.processEvents()
    area = made.page().area
    assert area.widget().width() <= area.viewport().width()


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_drawn_in_the_dark(stack, desk: Desk, name: str) -> None:
    desk.theme.apply(mode="dark")
    picture = stack(name).grab().toImage()
    assert picture.pixelColor(2, 2).name() == desk.theme.color("desk").name()


def test_escape_goes_back_one_page_and_then_out(qtbot: QtBot, stack) -> None:
    made = stack("settings")
    trash = made.page().data.trash
    trash.setFocus()
    qtbot.keyClick(trash, Qt.Key.Key_Return)
    assert type(made.page()).__name__ == "TrashPage"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert type(made.page()).__name__ == "SettingsPage"
    assert QApplication.focusWidget() is trash
    with qtbot.waitSignal(made.closed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_what_is_typed_is_kept_when_the_page_is_left(qtbot: QtBot, stack, desk: Desk) -> None:
    made = stack("settings")
    qtbot.keyClicks(made.page().you.name, "Jo")
    qtbot.keyClick(made.page().you.name, Qt.Key.Key_Escape)
    assert desk.store.settings.get().sender.name == "Jo"


def test_a_name_without_a_page_is_refused(desk: Desk, qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        pages.make("nonsense", desk, desk.store.folder)


def test_a_change_is_told_to_every_page_that_is_open(stack, desk: Desk) -> None:
    made = stack("settings")
    made.open("trash")
    made.refresh(Changed(everything=True))


def test_every_key_of_the_window_has_words_and_a_row(stack) -> None:
    page = stack("keys").page()
    for key in KEYS:
        assert WindowWords.ACTIONS[key.action] == page.rows[key.action].title.text()
        assert key.group in PageWords.GROUPS


def test_a_rule_page_shows_why_with_examples_and_switches_it(qtbot: QtBot, stack, desk: Desk) -> None:
    page = stack("rule:too-long").page()
    words = " ".join(label.text() for label in page.findChildren(QLabel))
    assert PageWords.FINE in words and PageWords.BAD in words and PageWords.GOOD in words
    page.switch.setFocus()
    qtbot.keyClick(page.switch, Qt.Key.Key_Space)
    assert "too-long" in desk.store.settings.get().rules_off


def test_my_data_shows_everything_with_private_lines(stack, desk: Desk) -> None:
    page = stack("data").page()
    text = page.text.toPlainText()
    for word in (
        "Zoë Müller-O’Brien",
        "zoe@nordlicht.example",
        "A backup is a rumour",
        "Thinking of leaving in autumn",
    ):
        assert word in text


def test_licences_can_be_read(stack) -> None:
    page = stack("licences").page()
    action = next(a for a in page.pick.menu_of_choices().actions() if a.text() == "Qt")
    action.trigger()
    assert len(page.text.toPlainText()) > 200


def test_typing_is_kept_when_another_page_covers_it(qtbot: QtBot, stack, desk: Desk) -> None:
    made = stack("settings")
    qtbot.keyClicks(made.page().you.name, "Jo")
    made.open("keys")
    assert desk.store.settings.get().sender.name == "Jo"


def test_a_stack_shown_inside_of_a_window_puts_the_focus_on_the_first_control(qtbot: QtBot, shown, desk: Desk) -> None:
    outer = shown(QStackedWidget())
    page = pages.make("settings", desk, desk.store.folder)
    outer.addWidget(page)
    outer.setCurrentWidget(page)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.page().you.name)


def test_after_a_restore_leaving_the_pages_asks_for_the_window_anew(qtbot: QtBot, stack, desk: Desk) -> None:
    desk.store.backup.always("by hand")
    made = stack("restore")
    page = made.page()
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    next(iter(page.buttons.values())).click()
    page.ask.yes_button.click()
    with qtbot.waitSignal(made.reopen_wanted):
        qtbot.keyClick(page.now, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.tasks.busy)


def test_showing_the_imported_cards_leaves_all_pages(qtbot: QtBot, stack, tmp_path) -> None:
    made = stack("settings")
    page = made.open("import")
    path = tmp_path / "a.vcf"
    path.write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nEND:VCARD\r\n", encoding="utf-8")
    page.look_at([path])
    qtbot.waitUntil(lambda: page.do_import is not None)
    page.do_import.click()
    qtbot.waitUntil(lambda: page.show_cards is not None)
    with qtbot.waitSignals([made.cards_wanted, made.closed]):
        page.show_cards.click()
