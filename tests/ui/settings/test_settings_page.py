"""The settings: every change is kept at once, seen at once, and can be undone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from salver.store import Dismissal, open_store
from salver.ui.desk import Desk
from salver.ui.settings.settings_page import SettingsPage
from salver.ui.texts import SettingsWords
from salver.ui.welcome import examples


@pytest.fixture
def page(shown, desk: Desk) -> SettingsPage:
    return shown(SettingsPage(desk))


def test_a_name_is_kept_while_it_is_typed_and_taken_back_by_undo(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    qtbot.keyClicks(page.you.name, "Jonas Weber")
    qtbot.waitUntil(lambda: desk.store.settings.get().sender.name == "Jonas Weber")
    changed = desk.store.journal.undo()
    assert changed.settings
    page.refresh(changed)
    assert page.you.name.text() == ""


def test_leaving_a_field_keeps_it_at_once(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    page.you.about.setFocus()
    qtbot.keyClicks(page.you.about, "I fix radios")
    qtbot.keyClick(page.you.about, Qt.Key.Key_Tab)
    assert desk.store.settings.get().sender.about == "I fix radios"


def test_a_country_is_two_letters_that_exist(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    field = page.you.region
    field.setFocus()
    qtbot.keyClicks(field, "xx")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.error() == SettingsWords.REGION_UNKNOWN
    field.selectAll()
    qtbot.keyClicks(field, "de")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.error() == ""
    assert desk.store.settings.get().region == "DE"


def test_the_plan_is_chosen_by_keyboard(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    page.you.plan.button("free").setFocus()
    qtbot.keyClick(page.you.plan.button("free"), Qt.Key.Key_Right)
    qtbot.keyClick(page.you.plan.button("premium"), Qt.Key.Key_Space)
    assert desk.store.settings.get().sender.plan == "premium"


def test_text_size_and_theme_are_seen_at_once_and_kept(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    with qtbot.waitSignal(desk.theme.changed):
        qtbot.keyClick(page.look.text_size, Qt.Key.Key_Up)
    assert desk.theme.scale == pytest.approx(1.1)
    assert desk.store.settings.get().text_scale == pytest.approx(1.1)
    qtbot.mouseClick(page.look.mode.button("dark"), Qt.MouseButton.LeftButton)
    assert desk.theme.dark
    assert desk.store.settings.get().theme == "dark"
    qtbot.keyClick(page.look.text_size, Qt.Key.Key_End)
    assert desk.theme.scale == 2.0
    page.refresh(desk.store.journal.undo())
    assert desk.theme.scale == pytest.approx(1.1)


def test_motion_and_key_caps_are_switched_by_space(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    page.look.motion.setFocus()
    qtbot.keyClick(page.look.motion, Qt.Key.Key_Space)
    page.look.keys.setFocus()
    qtbot.keyClick(page.look.keys, Qt.Key.Key_Return)
    assert desk.store.settings.get().reduced_motion
    assert not desk.store.settings.get().show_keys
    assert not desk.theme.show_keys


def test_the_window_always_closes_after_it_opens(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    page.sending.opens.setFocus()
    qtbot.keyClick(page.sending.opens, Qt.Key.Key_End)
    qtbot.keyClick(page.sending.closes, Qt.Key.Key_Home)
    opens, closes = desk.store.settings.get().window_h
    assert (opens, closes) == (0, 1)
    assert page.sending.opens.value() == 0


def test_a_stepper_is_pressed_by_mouse_at_its_ends(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    stepper = page.you.notes
    middle = stepper.rect().center().y()
    before = stepper.value()
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=stepper.rect().topRight() + _down(-8, middle))
    assert desk.store.settings.get().notes_per_month == before + 1
    qtbot.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=stepper.rect().topLeft() + _down(8, middle))
    assert desk.store.settings.get().notes_per_month == before


def _down(x: int, y: int):
    from PySide6.QtCore import QPoint

    return QPoint(x, y)


def test_a_rule_is_switched_off_for_the_engine(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    rule = desk.rules[0]
    switch = page.rules.switches[rule.id]
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert rule.id in desk.store.settings.get().rules_off
    page.refresh(desk.store.journal.undo())
    assert switch.isChecked()
    with qtbot.waitSignal(page.page_wanted) as asked:
        page.rules.whys[rule.id].click()
    assert asked.args == [f"rule:{rule.id}"]


def test_every_rule_and_spelling_have_a_switch(page: SettingsPage, desk: Desk) -> None:
    assert set(page.rules.switches) == {rule.id for rule in desk.rules} | {"spelling"}


def test_a_remark_put_aside_is_listed_and_taken_back(qtbot: QtBot, shown, desk: Desk, zoe: int) -> None:
    desk.store.dismissals.add(Dismissal(desk.rules[0].id, zoe, None, "x"))
    page = shown(SettingsPage(desk))
    assert len(page.dismissed.buttons) == 1
    assert desk.rules[0].title in page.dismissed.buttons[0].accessibleName()
    qtbot.keyClick(page.dismissed.buttons[0], Qt.Key.Key_Return)
    assert desk.store.dismissals.all() == ()
    page.refresh(desk.store.journal.undo())
    assert len(page.dismissed.buttons) == 1


def test_words_are_taught_and_forgotten(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    field = page.words.field
    qtbot.keyClicks(field, "Codeberg")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.store.settings.get().dictionary == {"Codeberg"}
    assert field.text() == ""
    qtbot.keyClicks(field, "Codeberg")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.error() == SettingsWords.WORD_KNOWN
    field.selectAll()
    qtbot.keyClicks(field, "two words")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.error() == SettingsWords.WORD_ONE
    page.words.chips[0].click()
    assert desk.store.settings.get().dictionary == frozenset()
    assert page.words.chips == []


def test_the_path_can_be_copied(qtbot: QtBot, page: SettingsPage, desk: Desk, said) -> None:
    qtbot.mouseClick(page.data.copy_path, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == str(desk.store.path)
    assert said.sentences == [SettingsWords.PATH_COPIED]


def test_a_backup_is_made_now_and_counted(qtbot: QtBot, page: SettingsPage, desk: Desk, zoe: int, said) -> None:
    qtbot.mouseClick(page.data.backup_now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said.sentences))
    made = desk.store.backup.all()
    assert len(made) == 1 and desk.store.backup.verify(made[0].path)
    assert "1 backup" in page.data.backups.hint.text()
    qtbot.waitUntil(page.data.backup_now.isEnabled)
    qtbot.mouseClick(page.data.backup_now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(said.sentences) == 2)
    assert said.sentences[1] == SettingsWords.BACKUP_UNCHANGED


def test_a_copy_for_a_new_laptop_verifies(
    qtbot: QtBot, page: SettingsPage, desk: Desk, zoe: int, said, tmp_path
) -> None:
    page.data.copy_to(tmp_path / "mine.sqlite")
    qtbot.waitUntil(lambda: bool(said.sentences))
    assert desk.store.backup.verify(tmp_path / "mine.sqlite")


def test_example_cards_are_removed_together(qtbot: QtBot, shown, desk: Desk, zoe: int) -> None:
    examples.lay(desk.store, desk.now(), desk.zone)
    page = shown(SettingsPage(desk))
    assert page.data.remove_examples.isEnabled()
    qtbot.mouseClick(page.data.remove_examples, Qt.MouseButton.LeftButton)
    assert desk.store.people.ids(_everyone()) == [zoe]
    assert not page.data.remove_examples.isEnabled()


def _everyone():
    from salver.store import Filter

    return Filter("everyone")


def test_the_trash_empties_itself_only_when_told(qtbot: QtBot, page: SettingsPage, desk: Desk) -> None:
    assert desk.store.settings.get().empty_trash_days is None
    action = next(a for a in page.data.emptying.menu_of_choices().actions() if "90" in a.text())
    action.trigger()
    assert desk.store.settings.get().empty_trash_days == 90


def test_the_list_of_sections_leads_to_each(qtbot: QtBot, page: SettingsPage) -> None:
    for button in page.jumps:
        button.click()
    qtbot.waitUntil(lambda: page.area.verticalScrollBar().value() > 0)
    assert page.about.isAncestorOf(page.focusWidget())


def test_escape_closes(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.you.name, Qt.Key.Key_Escape)


def test_what_cannot_be_saved_stays_in_the_field_and_is_said(qtbot: QtBot, shown, desk: Desk, clock, said) -> None:
    readable = open_store(desk.store.folder, clock, read_only=True)
    page = shown(SettingsPage(replace(desk, store=readable)))
    page.you.name.setFocus()
    qtbot.keyClicks(page.you.name, "Jo")
    qtbot.waitUntil(lambda: bool(said.sentences))
    assert "not saved" in said.sentences[0]
    assert page.you.name.text() == "Jo"
    assert desk.store.settings.get().sender.name == ""
    page.hide()
    readable.close()
