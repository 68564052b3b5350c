"""The card pane over a real store; what is announced comes back to it, as in the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from salver.store import Changed
from salver.ui.card.pane import CardPane
from salver.ui.desk import Desk


@pytest.fixture
def wired(desk: Desk, said) -> tuple[Desk, list[CardPane]]:
    panes: list[CardPane] = []

    def announce(changed: Changed) -> None:
        said.changes.append(changed)
        for pane in panes:
            pane.refresh(changed)

    return replace(desk, announce=announce), panes


@pytest.fixture
def pane(qtbot: QtBot, wired: tuple[Desk, list[CardPane]]) -> CardPane:
    """A card pane of the drawn width, shown and active."""
    desk, panes = wired
    pane = CardPane(desk)
    panes.append(pane)
    qtbot.addWidget(pane)
    pane.resize(608, 744)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.activateWindow()
    return pane
