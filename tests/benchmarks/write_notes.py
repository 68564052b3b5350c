"""Starts the window on a data folder and writes 500 notes into the note pane, each checked with spelling."""

import time

STARTED = time.monotonic()

import sys  # noqa: E402  # the clock starts before anything is imported
from pathlib import Path  # noqa: E402

from PySide6.QtWidgets import QApplication  # noqa: E402
from start_probe import settled  # noqa: E402
from texts import different_notes  # noqa: E402

from salver import app as salver_app  # noqa: E402
from salver.paths import Paths  # noqa: E402
from salver.ui.theme import Theme  # noqa: E402

qt = salver_app.application([])
theme = Theme(parent=qt)
theme.install(qt)
start = salver_app.Start(Paths(Path(sys.argv[1])), theme, salver_app.now, "Europe/Berlin")
start.open()
window = start.main_window()
for _ in range(50):
    QApplication.processEvents()
window.start_note("message")
whole: list[str] = []
window.note.checks.session.found.connect(lambda checked: whole.append(checked.text) if checked.complete else None)
for text in different_notes(500):
    window.note.editor.replace([(0, len(window.note.editor.text), text)])
    window.note.checks.check(text, at_once=True)
    while text not in whole:
        QApplication.processEvents()
    whole.clear()
settled(qt, STARTED)
