"""The note pane in a window of its own, on a real store, with the real rules and the real speller."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.etiquette.spelling import Speller
from salver.store import Changed
from salver.ui.desk import Desk
from salver.ui.note.pane import NotePane


class Bench:
    """A pane to type into, and what a person sees of it."""

    def __init__(self, qtbot: QtBot, desk: Desk, pane: NotePane) -> None:
        self.qtbot, self.desk, self.pane = qtbot, desk, pane
        self.editor = pane.editor

    def write(self, text: str) -> None:
        """Type with real keys; what no key gives is put in as an input method would."""
        for char in text:
            self.qtbot.keyClicks(self.editor, char) if char.isascii() else self.editor.insertPlainText(char)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.focusWidget() or self.editor
        self.qtbot.keyClick(target, key, modifier)

    def settle(self) -> None:
        """Wait until every answer for the text as it is has come, and as if nobody wrote on for a while."""
        self.answered()
        self.pane.remarks.release()

    def answered(self) -> None:
        """Wait for the answers alone: what is held back while somebody writes still is."""
        self.qtbot.waitUntil(lambda: not self.pane.checks.session.busy and not self.desk.tasks.busy, timeout=20_000)

    def rules(self) -> list[str]:
        return [finding.rule for finding in self.pane.writing.findings.findings()]

    def row(self, rule: str) -> int:
        return self.rules().index(rule)


@pytest.fixture
def panes() -> list[NotePane]:
    return []


@pytest.fixture
def desk(desk: Desk, panes: list[NotePane]) -> Iterator[Desk]:
    """The desk of the window: what is announced reaches the pane, and there is one speller."""
    made: list[Speller] = []
    first = desk.announce

    def announce(changed: Changed) -> None:
        first(changed)
        for pane in panes:
            pane.refresh(changed)

    def speller() -> Speller:
        if not made:
            made.append(Speller())
        return made[0]

    yield dataclasses.replace(desk, announce=announce, speller=speller)
    panes.clear()


@pytest.fixture
def open_pane(qtbot: QtBot, desk: Desk, panes: list[NotePane]) -> Callable[..., Bench]:
    def make(card_id: int, width: int = 447, height: int = 743) -> Bench:
        pane = NotePane(desk)
        qtbot.addWidget(pane, before_close_func=lambda p: p.flush())
        panes.append(pane)
        pane.resize(width, height)
        with qtbot.waitExposed(pane):
            pane.show()
        pane.activateWindow()
        pane.show_card(card_id)
        return Bench(qtbot, desk, pane)

    return make


@pytest.fixture
def bench(open_pane: Callable[..., Bench], zoe: int) -> Bench:
    """Zoë's note, begun and empty, with the caret in it."""
    made = open_pane(zoe)
    made.pane.begin()
    return made
