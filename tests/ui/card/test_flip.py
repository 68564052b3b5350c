"""Turning the card over."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from salver.ui.card import geometry
from salver.ui.card.pane import CardPane
from salver.ui.theme import Theme


@pytest.fixture
def moving(qtbot, wired, zoe: int) -> CardPane:
    """A pane in which the card really turns, in 260 ms."""
    desk, panes = wired
    pane = CardPane(replace(desk, theme=Theme("light")))
    panes.append(pane)
    qtbot.addWidget(pane)
    pane.resize(608, 744)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    pane.show_card(zoe)
    return pane


def test_f4_turns_the_card_and_the_focus_stays_on_its_line(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    pane.front.company.setFocus()
    qtbot.keyClick(pane.front.company, Qt.Key.Key_F4)
    assert pane.face() == "back"
    assert QApplication.focusWidget() is pane.back.topics.field
    pane.back.ask.setFocus()
    qtbot.keyClick(pane.back.ask, Qt.Key.Key_F4)
    assert QApplication.focusWidget() is pane.front.company
    qtbot.keyClick(pane.front.company, Qt.Key.Key_F4)
    assert QApplication.focusWidget() is pane.back.ask


def test_the_segments_turn_it_too_and_show_which_side_is_up(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    qtbot.mouseClick(pane.header.faces.button("back"), Qt.MouseButton.LeftButton)
    assert pane.face() == "back"
    assert pane.back.isVisible()
    assert not pane.front.isVisible()
    qtbot.mouseClick(pane.header.faces.button("front"), Qt.MouseButton.LeftButton)
    assert pane.face() == "front"
    pane.flip()
    assert pane.header.faces.value() == "back"


def test_the_turn_takes_its_time_and_lands_on_the_back(qtbot, moving: CardPane) -> None:
    moving.front.title.setFocus()
    with qtbot.waitSignal(moving.view.turned, timeout=2_000) as turned:
        moving.flip()
        assert moving.view.turning
        assert not moving.front.isVisible()
    assert turned.args == ["back"]
    assert QApplication.focusWidget() is moving.back.through


def test_pressed_again_it_turns_back_from_where_it_is(qtbot, moving: CardPane) -> None:
    moving.front.title.setFocus()
    moving.flip()
    with qtbot.waitSignal(moving.view.turned, timeout=2_000) as turned:
        moving.flip()
    assert turned.args == ["front"]
    assert moving.face() == "front"
    assert moving.front.isVisible()


def test_typing_jumps_to_the_end_and_no_letter_is_lost(qtbot, moving: CardPane) -> None:
    moving.front.title.setFocus()
    moving.flip()
    assert moving.view.turning
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    assert not moving.view.turning
    assert moving.back.through.text() == "Priya Raghavanx"


def test_escape_jumps_to_the_end(qtbot, moving: CardPane) -> None:
    moving.front.title.setFocus()
    moving.flip()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not moving.view.turning
    assert moving.back.isVisible()


def test_reduced_motion_fades_instead(qtbot, moving: CardPane) -> None:
    moving._desk.theme.apply(reduced_motion=True)
    with qtbot.waitSignal(moving.view.turned, timeout=2_000):
        moving.flip()
        assert moving.view._turn.duration() == 120
    assert moving.back.isVisible()


def test_the_turning_card_is_a_picture_of_both_faces(qtbot, moving: CardPane) -> None:
    moving.flip()
    moving.view._turn.pause()
    moving.view._turn.setCurrentTime(20)
    picture = moving.view.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    edge = picture.pixelColor(30, picture.height() // 2)
    assert middle.lightness() > edge.lightness()
    moving.view.finish()


def test_the_scale_is_the_cosine_of_the_turn() -> None:
    assert geometry.turn(0.0) == (1.0, False)
    assert geometry.turn(0.5)[0] == pytest.approx(0.0)
    assert geometry.turn(0.5)[1]
    assert geometry.turn(1.0) == (1.0, True)


def test_the_card_takes_the_largest_width_that_fits(pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    for pane_width, card in ((460, 412), (496, 448), (608, 560), (640, 560), (720, 672), (1200, 672)):
        pane.resize(pane_width, 744)
        assert pane.view.card_width == card
        assert pane.view.height() - 48 == round(card * 2 / 3.5)
        assert pane.width() == pane_width


def test_nothing_forces_the_window_to_grow(qtbot, wired, zoe: int) -> None:
    desk, panes = wired
    for scale in (1.0, 1.5, 2.0):
        pane = CardPane(replace(desk, theme=Theme("light", scale, under_test=True)))
        panes.append(pane)
        qtbot.addWidget(pane)
        pane.show_card(zoe)
        pane.flip()
        pane.resize(444, 480)
        pane.show()
        assert (pane.width(), pane.height()) == (444, 480)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_part_of_the_front_lies_on_another_at_any_text_size(qtbot, wired, zoe: int, scale: float) -> None:
    desk, panes = wired
    pane = CardPane(replace(desk, theme=Theme("light", scale, under_test=True)))
    panes.append(pane)
    qtbot.addWidget(pane)
    pane.show_card(zoe)
    for width in (444, 608, 815):
        pane.resize(width, 700)
        pane.show()
        front = pane.front
        parts = [front.name, front.title, front.company, *(line for kind in front.contacts.values() for line in kind)]
        for i, one in enumerate(parts):
            assert front.rect().contains(one.geometry()), (one.accessibleName(), width)
            for other in parts[i + 1 :]:
                assert not one.geometry().intersects(other.geometry()), (width, one, other)


def test_the_header_stands_above_the_card_at_every_width(qtbot, pane: CardPane, zoe: int) -> None:
    pane.show_card(zoe)
    for size in ((460, 744), (607, 744), (815, 480), (647, 480), (444, 480), (815, 744)):
        pane.resize(*size)
        qtbot.waitUntil(lambda: abs(left(pane, pane.header.faces) - left(pane, pane.view) - 24) <= 1)


def left(pane: CardPane, widget: QWidget) -> int:
    return widget.mapTo(pane, QPoint(0, 0)).x()
