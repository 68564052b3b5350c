"""Pages in a window of their own, as large as the real one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    def show(page: QWidget, width: int = 1280, height: int = 800) -> QWidget:
        qtbot.addWidget(page)
        page.resize(width, height)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        begin = getattr(page, "begin", None)
        if begin is not None:
            begin()
        # Fonts are laid out and the focus settles on the first turns of the event loop.
        if page.findChildren(QPushButton):
            qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return page

    return show
