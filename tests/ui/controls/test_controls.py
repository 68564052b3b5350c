"""The controls, used with a real mouse and real keys in a real window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QPixmapCache
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from salver.ui.controls.button import Button
from salver.ui.controls.chip import Chip
from salver.ui.controls.field import FaceField, LineField
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.keycap import KeyCap, key_text
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.pick import Pick
from salver.ui.controls.segments import Segments
from salver.ui.controls.sheet import Sheet
from salver.ui.controls.stock import MARGIN, stock_pixmap
from salver.ui.controls.tick import Tick
from salver.ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme = Theme("light", under_test=True)
    theme.install(app)
    yield theme
    app.setStyleSheet("")


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    window.setLayout(QVBoxLayout())
    window.resize(500, 300)
    qtbot.addWidget(window)
    return window


def put(qtbot: QtBot, window: QWidget, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def color_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name().upper()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_is_pressed_by_mouse_space_and_enter(qtbot: QtBot, theme: Theme, window: QWidget, key: Qt.Key) -> None:
    button = Button(theme, "Copy note", "primary", "ph.copy", "Ctrl+Return")
    put(qtbot, window, button)

    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, LEFT)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_the_focus_ring_shows_for_the_keyboard_and_not_for_the_mouse(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    first, second = Button(theme, "First"), Button(theme, "Second")
    put(qtbot, window, first, second)

    qtbot.mouseClick(first, LEFT)
    assert first.hasFocus()
    assert not first.ring.shown
    qtbot.keyClick(first, Qt.Key.Key_Tab)

    assert second.hasFocus()
    assert second.ring.shown
    place = second.mapTo(window, QPoint(second.width() // 2, -3))
    assert color_at(window, place.x(), place.y()) == theme.color("accent").name().upper()
    qtbot.mouseClick(second, LEFT)
    assert not second.ring.shown


def test_the_focus_ring_follows_its_control_when_the_window_changes(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    button = Button(theme, "Follow")
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.addStretch(1)
    row.addWidget(button)
    put(qtbot, window, Button(theme, "First"), holder)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    window.resize(700, 400)

    def drawn() -> bool:
        place = button.mapTo(window, QPoint(button.width() // 2, -3))
        return button.x() > 500 and color_at(window, place.x(), place.y()) == theme.color("accent").name().upper()

    qtbot.waitUntil(drawn)


def test_a_button_in_a_scroll_area_keeps_its_ring_inside(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    area, content = QScrollArea(), QWidget()
    column = QVBoxLayout(content)
    buttons = [Button(theme, f"Button {n}") for n in range(20)]
    for button in buttons:
        column.addWidget(button)
    area.setWidget(content)
    put(qtbot, window, area)

    buttons[15].setFocus(Qt.FocusReason.TabFocusReason)

    assert buttons[15].ring.shown
    assert not [child for child in window.children() if type(child).__name__ == "_Ring"]


def test_a_button_whose_words_hold_an_ampersand_says_them_and_takes_no_shortcut(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    button = Button(theme, "R&D <b>now</b>")
    put(qtbot, window, button)

    assert button.accessibleName() == "R&D <b>now</b>"
    assert button.shortcut().isEmpty()


def test_an_icon_without_words_has_a_name_and_a_tooltip(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    button = Button(theme, "", "quiet", "ph.funnel-simple", "Ctrl+L", name="Filter")
    put(qtbot, window, button)

    assert button.accessibleName() == "Filter"
    assert button.toolTip() == "Filter (Ctrl L)"
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface.role() == QAccessible.Role.Button


def test_key_caps_can_be_switched_off_and_stay_in_the_tooltip(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    button, cap = Button(theme, "Copy note", key="Ctrl+Return"), KeyCap(theme, "F4")
    put(qtbot, window, button, cap)
    wide = button.sizeHint().width()

    theme.apply(show_keys=False)

    assert button.sizeHint().width() < wide
    assert not cap.isVisible()
    assert "Ctrl ↵" in button.toolTip()


def test_keys_are_written_as_people_say_them() -> None:
    assert key_text("Ctrl+Return") == "Ctrl ↵"
    assert key_text("F4") == "F4"
    assert key_text("Ctrl++") == "Ctrl +"
    assert key_text("Ctrl+,") == "Ctrl ,"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_controls_grow_with_the_text(qtbot: QtBot, theme: Theme, window: QWidget, scale: float) -> None:
    button, field = Button(theme, "Copy"), LineField(theme, "Search")
    chip, segments = Chip(theme, "topic", "fact"), Segments(theme, [("a", "A"), ("b", "B")])
    put(qtbot, window, button, field, chip, segments)

    theme.apply(scale=scale)

    qtbot.waitUntil(lambda: button.height() == round(40 * scale))
    assert [w.height() for w in (field, chip, segments)] == [round(n * scale) for n in (40, 32, 32)]


def test_a_fact_chip_is_checked_by_click_and_says_so_to_screen_readers(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    chip = Chip(theme, "sqlite sync")
    put(qtbot, window, chip)

    with qtbot.waitSignal(chip.toggled):
        qtbot.mouseClick(chip, LEFT)

    assert chip.isChecked()
    state = QAccessible.queryAccessibleInterface(chip).state()
    assert state.checkable
    assert state.checked


def test_a_topic_chip_asks_to_be_removed_on_delete(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    chip = Chip(theme, "trams", "topic")
    put(qtbot, window, chip)
    chip.setFocus()

    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_a_long_chip_is_cut_and_whole_in_its_tooltip(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    words = "a very long topic " * 10
    chip = Chip(theme, words)
    put(qtbot, window, chip)

    assert chip.sizeHint().width() <= 260
    assert chip.toolTip() == words


def test_segments_tell_what_the_person_chose_and_nothing_else(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    segments = Segments(theme, [("front", "Front"), ("back", "Back")])
    put(qtbot, window, segments)

    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("back")
    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.mouseClick(segments.button("front"), LEFT)

    assert told.args == ["front"]
    assert segments.value() == "front"


def test_segments_move_with_the_arrows(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    segments = Segments(theme, [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")])
    put(qtbot, window, segments)
    segments.button("yes").setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.waitSignal(segments.chosen) as told:
        qtbot.keyClick(segments.button("yes"), Qt.Key.Key_Right)

    assert told.args == ["no"]


def test_a_field_in_error_says_what_is_wrong_and_how(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    field = LineField(theme, "E-mail")
    put(qtbot, window, field, field.sentence)

    field.set_error("This address has no ending, like .com")

    assert field.sentence.isVisible()
    assert field.accessibleDescription() == "This address has no ending, like .com"
    assert color_at(field, field.width() // 2, 0) == theme.color("err").name().upper()
    field.set_error("")
    assert not field.sentence.isVisible()


def test_escape_empties_a_search_field_first_and_leaves_it_then(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    field = LineField(theme, "Search", clears=True)
    put(qtbot, window, field)
    field.setFocus()
    qtbot.keyClicks(field, "zoe")

    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_placeholder_has_its_own_colour_under_the_style_sheet(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    field, other = LineField(theme, "Search cards MMM"), Button(theme, "Other")
    put(qtbot, window, other, field)
    other.setFocus()

    picture = field.grab().toImage()

    darkest = min(picture.pixelColor(x, y).lightness() for x in range(12, 150) for y in range(10, field.height() - 10))
    # Half transparent it would be much lighter than its token.
    assert darkest <= theme.color("ink3").lightness() + 12


def test_a_face_field_shows_a_cut_text_until_it_is_typed_on(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    field, other = FaceField(theme, "Add a name", "name"), Button(theme, "Other")
    put(qtbot, window, other, field)
    field.setText("Zoë Müller-O’Brien von und zu Oberunterwalden an der langen Elbe")
    other.setFocus()
    quiet = ink_columns(window, field, theme)

    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Home)

    assert max(quiet) < field.width()
    assert color_at(field, 5, field.height() - 1) == theme.color("accent").name().upper()


def ink_columns(window: QWidget, widget: QWidget, theme: Theme) -> list[int]:
    """The columns of a widget in which something dark is drawn, over the ground of its window."""
    picture = window.grab().toImage().copy(widget.geometry())
    dark = theme.color("ink").lightness() + 40
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).lightness() < dark for y in range(picture.height() - 4))
    ]


def test_a_face_field_lines_up_with_painted_text(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    field, label = FaceField(theme, "Add", "body"), PlainLabel(theme, "Hallo", "body")
    other = Button(theme, "Other")
    put(qtbot, window, other, label, field)
    field.setText("Hallo")
    other.setFocus()

    assert ink_columns(window, field, theme)[0] == ink_columns(window, label, theme)[0]


def test_a_label_never_reads_html(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    label = PlainLabel(theme, "<img src='file:///etc/passwd'><b>x</b>", elide=True)
    put(qtbot, window, label)
    window.resize(120, 100)
    label.resize(40, 20)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<img" not in label.toolTip()
    assert "&lt;img" in label.toolTip()


def test_chips_flow_onto_as_many_rows_as_they_need(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    holder = QWidget()
    flow = FlowLayout(8, holder)
    chips = [Chip(theme, f"topic {n}") for n in range(12)]
    for chip in chips:
        flow.addWidget(chip)
    put(qtbot, window, holder)

    assert flow.heightForWidth(200) > flow.heightForWidth(480)
    rects = [QRect(chip.pos(), chip.size()) for chip in chips]
    assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
    assert all(rect.right() < holder.width() for rect in rects)


def test_a_tick_is_set_by_a_click_on_its_words(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    tick = Tick(theme, "Lay seven example cards on the salver, so I can look around")
    put(qtbot, window, tick)

    qtbot.mouseClick(tick, LEFT, pos=QPoint(100, 8))

    assert tick.isChecked()


def test_a_pick_shows_what_was_chosen_from_its_menu(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    pick = Pick(theme, [("invitation", "Invitation"), ("message", "Message")], name="Channel")
    put(qtbot, window, pick)

    qtbot.mouseClick(pick, LEFT)
    menu = pick.menu_of_choices()
    qtbot.waitUntil(menu.isVisible)
    with qtbot.waitSignal(pick.chosen) as told:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    assert told.args == ["message"]
    assert pick.words() == "Message"
    assert pick.accessibleName() == "Channel: Message"


def test_card_stock_is_painted_once_and_then_taken_from_the_cache(qtbot: QtBot, theme: Theme) -> None:
    QPixmapCache.clear()
    first = stock_pixmap(448, 256, "front", theme)
    again = stock_pixmap(448, 256, "front", theme)

    assert first.cacheKey() == again.cacheKey()
    assert first.width() == 448 + 2 * MARGIN
    theme.apply(mode="dark")
    assert stock_pixmap(448, 256, "front", theme).toImage() != first.toImage()


def test_a_sheet_covers_its_parent_keeps_tab_inside_and_gives_the_focus_back(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    below = Button(theme, "Below")
    put(qtbot, window, below)
    below.setFocus()
    sheet = Sheet(theme, "Settings", window)
    inside = Button(theme, "Inside")
    sheet.body.addWidget(inside)

    sheet.open()
    assert sheet.geometry() == window.rect()
    seen = set()
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen <= {sheet.close_button, inside, sheet.pages}
    assert inside in seen
    window.resize(640, 480)
    qtbot.waitUntil(lambda: sheet.size() == window.size())
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(inside, Qt.Key.Key_Escape)

    assert not sheet.isVisible()
    assert below.hasFocus()
