"""Waits until a window is painted and takes input, then prints how long that took and how much memory it needs.

Prints four figures: ms to the first window that takes input, ms until nothing is left to do, PSS and RSS in MB.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TURNS = 50


def memory_mb() -> tuple[float, float]:
    """PSS and RSS of this process in MB.

    Pages of files count in full: the kernel would share those of Python and Qt out among whatever else happens to run
    with them at the moment, and the ratio would tell of that.
    """
    pss = rss = 0
    from_file = False
    for line in Path("/proc/self/smaps").read_text().splitlines():
        head, _, rest = line.partition(" ")
        if not head.endswith(":"):
            from_file = " /" in rest
        elif head == "Rss:":
            size = int(rest.split()[0])
            rss += size
            pss += size if from_file else 0
        elif head == "Pss:" and not from_file:
            pss += int(rest.split()[0])
    return pss / 1024, rss / 1024


def tell(started: float, usable: float) -> None:
    """Print the figures, and leave without an exit's cost."""
    pss, rss = memory_mb()
    sys.stdout.write(f"{(usable - started) * 1000:.1f} {(time.monotonic() - started) * 1000:.1f} {pss:.1f} {rss:.1f}\n")
    sys.stdout.flush()
    os._exit(0)


def settled(app: QApplication, started: float) -> None:
    """Run the event loop until it has nothing left to do: what `hello` needs."""
    # A paint and what it posts need a few turns; a turn without events ends the wait.
    for _ in range(TURNS):
        app.processEvents()
    tell(started, time.monotonic())


def window_settled(app: QApplication, started: float) -> None:
    """Run the event loop until rows of people are painted and a key moves through them, then until all is done."""
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtGui import QKeyEvent

    from salver.ui.people.list_view import PeopleList

    people = next(w for w in app.allWidgets() if isinstance(w, PeopleList))
    marks: list[float] = []

    class Eye(QObject):
        """Presses a key as soon as the rows are painted."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                people.viewport().removeEventFilter(self)
                down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
                app.postEvent(people, down)
                people.selectionModel().currentChanged.connect(lambda *_: marks.append(time.monotonic()))
            return False

    eye = Eye()
    people.viewport().installEventFilter(eye)
    window = people.window()
    while not marks or getattr(window, "_note", None) is None:
        app.processEvents()
    for _ in range(TURNS):
        app.processEvents()
    tell(started, marks[0])
