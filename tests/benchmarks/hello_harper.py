"""The reference of writing: `hello`, and a bare Harper that checks 500 notes."""

import time

STARTED = time.monotonic()

from harper import Linter  # noqa: E402  # the clock starts before anything is imported
from PySide6.QtWidgets import QApplication, QLabel  # noqa: E402
from start_probe import settled  # noqa: E402
from texts import different_notes  # noqa: E402

app = QApplication([])
label = QLabel("Hello")
label.resize(400, 300)
label.show()
linter = Linter()
for text in different_notes(500):
    linter.lint(text)
settled(app, STARTED)
