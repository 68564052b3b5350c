"""The pane of people in a real window over a real file: finding, choosing, tagging, trashing, by mouse and keys."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from salver.cards.card import Card
from salver.cards.event import Event
from salver.cards.meeting import Meeting
from salver.cards.note import Activity, Channel, Deed
from salver.store import Bundle, Changed, Row
from salver.ui.desk import Desk
from salver.ui.people.actions import TagMenu
from salver.ui.people.pane import PeoplePane
from salver.ui.people.scope_menu import ScopeMenu

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
Open = Callable[..., PeoplePane]


@pytest.fixture
def open_pane(qtbot: QtBot, desk: Desk) -> Open:
    def opened(width: int = 336, height: int = 743) -> PeoplePane:
        pane = PeoplePane(desk)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        qtbot.waitExposed(pane)
        pane.activateWindow()
        qtbot.waitUntil(pane.isActiveWindow)
        return pane

    return opened


def names(pane: PeoplePane) -> list[str]:
    lines = (pane.model.index(n) for n in range(pane.model.rowCount()))
    return [str(line.data()) for line in lines]


def spoken(pane: PeoplePane, line: int) -> str:
    return str(pane.model.index(line).data(Qt.ItemDataRole.AccessibleTextRole))


def click(qtbot: QtBot, pane: PeoplePane, line: int, keys: Qt.KeyboardModifier = NONE) -> None:
    place = pane.list.visualRect(pane.model.index(line)).center()
    qtbot.mouseClick(pane.list.viewport(), LEFT, keys, place)


def add(desk: Desk, name: str, **more: str) -> int:
    return desk.store.cards.put(Card(**more).named(name)).cards[0]


def test_the_drawn_list_is_divided_by_time_left(open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()

    assert names(pane) == [
        "Open now, 3 cards",
        "Zoë Müller-O’Brien",
        "李伟 (Li Wei)",
        "Ngozi Okafor",
        "Opens later, 2 cards",
        "Søren Aagaard",
        "María José de la Cruz",
        "Still welcome, 2 cards",
        "Priya Raghavan",
        "Иван Чернышёв",
    ]
    assert [spoken(pane, n).rsplit(". ", 1)[-1] for n in (1, 2, 3, 5, 6, 8, 9)] == [
        "5 h left",
        "7 h left",
        "9 h left",
        "opens in 2 h",
        "opens in 3 h",
        "2 days ago",
        "3 days ago",
    ]
    assert spoken(pane, 1) == "Zoë Müller-O’Brien, Head of Data, Nordlicht Energie. 5 h left"


def test_a_click_chooses_a_card_and_a_heading_chooses_nothing(
    qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]
) -> None:
    pane = open_pane()

    with qtbot.waitSignal(pane.card_chosen) as told:
        click(qtbot, pane, 3)
    assert told.args == [people_of_pycon[2]]
    with qtbot.assertNotEmitted(pane.card_chosen):
        click(qtbot, pane, 4)
    assert pane.chosen_ids() == [people_of_pycon[2]]


def test_showing_a_card_marks_it_without_choosing_it(qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()

    with qtbot.assertNotEmitted(pane.card_chosen):
        pane.show_card(people_of_pycon[3])

    assert pane.chosen_ids() == [people_of_pycon[3]]
    assert pane.position() == (4, 7)


def test_arrows_and_page_keys_turn_the_cards_and_pass_over_headings(
    qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    pane.show_card(people_of_pycon[2])
    pane.list.setFocus()
    chosen: list[int] = []
    pane.card_chosen.connect(chosen.append)

    for key in (
        Qt.Key.Key_Down,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Up,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(pane.list, key)

    assert chosen == [people_of_pycon[n] for n in (3, 4, 3, 2, 6, 0)]


def test_step_turns_to_the_next_card_and_stops_at_the_end(open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()
    pane.show_card(people_of_pycon[5])

    pane.step(+1)
    assert pane.chosen_ids() == [people_of_pycon[6]]
    pane.step(+1)
    assert pane.chosen_ids() == [people_of_pycon[6]]
    pane.step(-1)
    assert pane.chosen_ids() == [people_of_pycon[5]]


def test_a_letter_jumps_to_its_surnames_one_after_the_other(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    second = add(desk, "Ada Moreau")
    pane = open_pane()
    pane.show_filter("everyone")
    pane.list.setFocus()

    qtbot.keyClick(pane.list, Qt.Key.Key_M)
    assert pane.chosen_ids() == [second]
    qtbot.keyClick(pane.list, Qt.Key.Key_M)
    assert pane.chosen_ids() == [people_of_pycon[0]]


def test_an_index_tab_jumps_to_its_letter_and_shows_where_one_is(
    qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    pane.show_filter("everyone")

    with qtbot.waitSignal(pane.card_chosen) as told:
        qtbot.mouseClick(pane.index, LEFT, pos=pane.index.rect_of("R").center().toPoint())

    assert told.args == [people_of_pycon[5]]
    assert pane.index.accessibleDescription() == "R"
    with qtbot.assertNotEmitted(pane.card_chosen):
        qtbot.mouseClick(pane.index, LEFT, pos=pane.index.rect_of("X").center().toPoint())


def test_the_index_takes_ranges_where_letters_would_not_fit(open_pane: Open, people_of_pycon: list[int]) -> None:
    assert len(open_pane(336, 743).index.tabs()) == 27
    low = open_pane(352, 643)
    assert low.index.tabs() == ("A–C", "D–F", "G–I", "J–L", "M–O", "P–R", "S–U", "V–Z", "#")
    assert low.index.width() == 44


def test_enter_and_a_double_click_go_to_the_card(qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()
    pane.show_card(people_of_pycon[1])
    pane.list.setFocus()

    with qtbot.waitSignal(pane.entered) as told:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert told.args == [people_of_pycon[1]]
    with qtbot.waitSignal(pane.entered) as told:
        qtbot.mouseDClick(pane.list.viewport(), LEFT, pos=pane.list.visualRect(pane.model.index(3)).center())
    assert told.args == [people_of_pycon[2]]


def test_typing_searches_everyone_after_a_pause_and_clearing_leads_back(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    elsewhere = add(desk, "Ana Ruiz", company="Acme")
    pane = open_pane()
    pane.focus_search()

    qtbot.keyClicks(pane.search, "acme")
    qtbot.waitUntil(lambda: pane.model.card_count() == 1)
    assert pane.model.card_at(0) == elsewhere
    assert pane.tabs.tab("everyone").isChecked()
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)

    assert pane.tabs.tab("to_send").isChecked()
    assert pane.model.card_count() == 7


def test_the_search_forgives_accents_and_finds_what_is_on_the_back(
    qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]
) -> None:
    pane = open_pane()

    for typed in ("muller", "darmstadt trams", "rumour"):
        pane.search.setText(typed)
        qtbot.waitUntil(lambda typed=typed: pane.model.filter.text == typed)
        assert people_of_pycon[0] in [pane.model.card_at(n) for n in range(pane.model.rowCount())], typed


def test_enter_in_the_search_goes_to_the_first_card_found(
    qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    pane.focus_search()
    qtbot.keyClicks(pane.search, "okafor")

    with qtbot.waitSignals([pane.card_chosen, pane.entered]):
        qtbot.keyClick(pane.search, Qt.Key.Key_Return)

    assert pane.chosen_ids() == [people_of_pycon[2]]


def test_down_leads_from_the_search_into_the_list(qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()
    pane.focus_search()

    qtbot.keyClick(pane.search, Qt.Key.Key_Down)

    assert pane.list.hasFocus()
    assert pane.chosen_ids() == [people_of_pycon[0]]


def test_tab_into_the_list_changes_no_card(qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()

    with qtbot.assertNotEmitted(pane.card_chosen):
        pane.list.setFocus(Qt.FocusReason.TabFocusReason)


def test_nothing_found_says_so_and_offers_the_way_back(
    qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]
) -> None:
    pane = open_pane()

    pane.search.setText("quixotl")
    qtbot.waitUntil(lambda: pane.empty.isVisible())
    assert pane.empty.title.text() == "No card matches “quixotl”."
    qtbot.mouseClick(pane.empty.buttons[0], LEFT)

    assert pane.list.isVisible()
    assert pane.search.text() == ""


def test_with_no_cards_the_pane_says_how_to_begin(qtbot: QtBot, open_pane: Open) -> None:
    pane = open_pane()

    assert pane.empty.title.text() == "No cards yet"
    with qtbot.waitSignal(pane.new_wanted):
        qtbot.mouseClick(pane.empty.buttons[0], LEFT)
    with qtbot.waitSignal(pane.import_wanted):
        qtbot.mouseClick(pane.empty.buttons[1], LEFT)


def test_filters_show_their_counts_and_what_they_hold(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    sent = people_of_pycon[5]
    desk.store.activities.add(Activity(card_id=sent, deed=Deed.SENT, channel=Channel.INVITATION, at=desk.now()))
    pane = open_pane()

    assert pane.tabs.tab("waiting").accessibleName() == "Waiting, 1 card"
    qtbot.mouseClick(pane.tabs.tab("waiting"), LEFT)

    assert [pane.model.card_at(n) for n in range(pane.model.rowCount())] == [sent]
    assert spoken(pane, 0).endswith("sent today")
    qtbot.mouseClick(pane.tabs.tab("in_touch"), LEFT)
    assert pane.empty.isVisible()


@pytest.mark.parametrize("width", [280, 336, 420])
def test_the_words_of_the_filters_fit_the_pane(open_pane: Open, people_of_pycon: list[int], width: int) -> None:
    pane = open_pane(width)

    rects = [pane.tabs.tab(kind).geometry() for kind in ("to_send", "waiting", "in_touch", "everyone")]
    assert rects[-1].right() <= width
    assert all(a.right() < b.left() for a, b in pairwise(rects))


def test_delete_moves_the_card_to_the_trash_says_so_and_can_be_undone(
    qtbot: QtBot, open_pane: Open, desk: Desk, said: object, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    pane.show_card(people_of_pycon[2])
    pane.list.setFocus()

    qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: pane.model.card_count() == 6)

    assert said.sentences == ["Moved Ngozi Okafor to the trash. Ctrl+Z brings it back."]  # type: ignore[attr-defined]
    assert pane.chosen_ids() == [people_of_pycon[3]]
    changed = desk.store.journal.undo()
    assert changed is not None
    pane.refresh(changed)
    qtbot.waitUntil(lambda: pane.model.card_count() == 7)


def test_several_chosen_cards_are_tagged_together(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    click(qtbot, pane, 1)
    click(qtbot, pane, 3, Qt.KeyboardModifier.ControlModifier)
    assert pane.bar.isVisible()
    assert pane.bar.words() == "2 chosen"

    qtbot.mouseClick(pane.bar.tag_button, LEFT)
    menu = next(child for child in pane.findChildren(TagMenu) if child.isVisible())
    qtbot.keyClicks(menu.field, "speaker")
    qtbot.keyClick(menu.field, Qt.Key.Key_Return)

    assert [desk.store.cards.get(people_of_pycon[n]).tags for n in (0, 2)] == [("speaker",)] * 2
    qtbot.waitUntil(lambda: len(pane.chosen_ids()) == 2)


def test_choosing_all_counts_cards_and_not_headings_and_exports_them(
    qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pane.bar.words() == "7 chosen"

    with qtbot.waitSignal(pane.export_wanted) as told:
        qtbot.mouseClick(pane.bar.export_button, LEFT)
    assert told.args == [people_of_pycon]
    qtbot.keyClick(pane.list, Qt.Key.Key_Escape)

    assert not pane.bar.isVisible()
    assert len(pane.chosen_ids()) == 1


def test_the_funnel_shows_the_cards_of_a_tag_and_the_way_back(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    desk.store.cards.add_tag(people_of_pycon[:2], "R&D")
    pane = open_pane()

    qtbot.mouseClick(pane.funnel, LEFT)
    menu = next(child for child in pane.findChildren(ScopeMenu) if child.isVisible())
    menu.tags.actions()[0].trigger()
    menu.close()

    assert pane.model.card_count() == 2
    assert pane.scope.words() == "Tagged R&D"
    qtbot.mouseClick(pane.scope.clear_button, LEFT)
    assert pane.model.card_count() == 7
    assert not pane.scope.isVisible()


def test_a_minute_later_the_words_have_moved_on(open_pane: Open, clock, people_of_pycon: list[int]) -> None:  # type: ignore[no-untyped-def]
    pane = open_pane()
    clock.move(hours=2, minutes=1)

    pane.tick()

    assert names(pane)[0] == "Open now, 4 cards"
    assert spoken(pane, 1).endswith("2 h left")


def test_a_card_that_is_typed_on_is_read_again(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    pane.show_card(people_of_pycon[2])
    card = desk.store.cards.get(people_of_pycon[2])
    assert card is not None

    changed = desk.store.cards.put(card.named("Ngozi Okafor-Bello"))
    pane.refresh(changed)

    assert "Ngozi Okafor-Bello" in names(pane)
    assert pane.chosen_ids() == [people_of_pycon[2]]


def test_everything_keeps_its_place_when_the_list_is_read_again(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    for n in range(60):
        add(desk, f"Person {n:02}")
    pane = open_pane()
    pane.show_filter("everyone")
    qtbot.waitUntil(lambda: pane.list.verticalScrollBar().maximum() > 900)
    pane.list.verticalScrollBar().setValue(900)
    new = add(desk, "Aaron Aardvark")

    pane.refresh(Changed(cards=(new,)))
    qtbot.waitUntil(lambda: pane.model.card_count() == 68)

    assert pane.list.verticalScrollBar().value() == 900


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_large_text_shortens_the_words_and_keeps_them_whole(
    open_pane: Open, desk: Desk, people_of_pycon: list[int], scale: float
) -> None:
    desk.theme.apply(scale=scale)
    pane = open_pane(round(310 * scale), 715)

    assert [spoken(pane, n).rsplit(". ", 1)[-1] for n in (1, 5, 8)] == ["5 h", "in 2 h", "2 d ago"]
    hint = pane.list.sizeHintForIndex(pane.model.index(3)).height()
    assert hint >= round(64 * scale)
    assert pane.list.sizeHintForIndex(pane.model.index(2)).height() >= hint


def test_every_control_of_the_pane_has_a_name(open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()

    for widget in (
        pane,
        pane.search,
        pane.funnel,
        pane.list,
        pane.index,
        pane.tabs.tab("to_send"),
        pane.bar.tag_button,
    ):
        assert widget.accessibleName(), widget
    interface = QAccessible.queryAccessibleInterface(pane.list)
    assert interface.role() == QAccessible.Role.List
    assert interface.child(1).text(QAccessible.Text.Name).startswith("Zoë Müller-O’Brien, Head of Data")


def test_names_in_every_script_and_hostile_ones_are_drawn_without_a_warning(
    qtbot: QtBot, open_pane: Open, desk: Desk
) -> None:
    for name in (
        "ليلى حداد",
        "अमित शर्मा",
        "אבי כהן",
        "<img src=file:///etc/passwd>",
        "a\u202eevil",
        "👩‍💻 Kim",
        "x" * 3000,
    ):
        add(desk, name, company="<b>Acme</b>")

    pane = open_pane()
    pane.grab()

    assert pane.model.card_count() == 7


def test_the_context_menu_opens_for_the_chosen_card(qtbot: QtBot, open_pane: Open, people_of_pycon: list[int]) -> None:
    pane = open_pane()
    click(qtbot, pane, 1)

    pane.list.menu_wanted.emit(pane.mapToGlobal(QPoint(50, 150)))
    menu = QApplication.activePopupWidget()

    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Open the card", "Tag", "Export", "Move to trash"]
    menu.close()


def test_a_long_list_reads_only_the_pages_that_are_seen(
    qtbot: QtBot, open_pane: Open, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.store.cards.add_many([Bundle(Card().named(f"Person Number{n:05}")) for n in range(3000)])
    read: list[int] = []
    rows = desk.store.people.rows

    def counted(ids: list[int]) -> list[Row]:
        read.extend(ids)
        return rows(ids)

    monkeypatch.setattr(desk.store.people, "rows", counted)
    pane = open_pane()
    pane.grab()
    assert pane.model.card_count() == 3000
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_End)
    pane.grab()

    assert pane.chosen_ids() == [pane.model.card_at(2999)]
    assert len(read) <= 64 * 6


def test_a_row_that_had_to_be_cut_is_whole_in_its_tooltip(qtbot: QtBot, open_pane: Open, desk: Desk) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff the Third of that Name"
    add(desk, name, company="<b>Acme</b>")
    pane = open_pane()
    place = pane.list.visualRect(pane.model.index(0)).center()

    help_event = QHelpEvent(QEvent.Type.ToolTip, place, pane.list.viewport().mapToGlobal(place))
    QApplication.sendEvent(pane.list.viewport(), help_event)

    qtbot.waitUntil(QToolTip.isVisible)
    assert name in QToolTip.text()
    assert "<b>" not in QToolTip.text()
    QToolTip.hideText()


def test_a_hidden_pane_reads_again_when_it_is_shown(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    pane = open_pane()
    pane.hide()
    new = add(desk, "Ana Ruiz")
    pane.refresh(Changed(cards=(new,)))
    pane.show()
    pane.show_filter("everyone")

    qtbot.waitUntil(lambda: pane.tabs.tab("everyone").accessibleName() == "Everyone, 8 cards")
    assert pane.model.card_count() == 8


def test_the_funnel_shows_the_cards_of_an_event(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int]
) -> None:
    event = desk.store.events.put(Event(name="Makers’ Fair")).events[0]
    desk.store.meetings.put(Meeting(card_id=people_of_pycon[4], event_id=event, event="Makers’ Fair"))
    pane = open_pane()

    qtbot.mouseClick(pane.funnel, LEFT)
    menu = next(child for child in pane.findChildren(ScopeMenu) if child.isVisible())
    next(action for action in menu.events.actions() if action.text() == "Makers’ Fair").trigger()
    menu.close()

    assert [pane.model.card_at(n) for n in range(pane.model.rowCount())] == [people_of_pycon[4]]
    assert pane.scope.words() == "At Makers’ Fair"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_pane_never_makes_the_window_grow(
    qtbot: QtBot, open_pane: Open, desk: Desk, people_of_pycon: list[int], scale: float
) -> None:
    desk.theme.apply(scale=scale)
    desk.store.cards.add_tag(people_of_pycon, "a tag with a rather long name, as people will have them")
    pane = open_pane()

    pane.show_filter("tag", tag="a tag with a rather long name, as people will have them")
    pane.list.selectAll()

    assert pane.minimumSizeHint().width() <= 280 * (1.0 if scale == 1.0 else 1.25)
    assert pane.minimumSizeHint().height() <= 500
