"""The reference of every start: a bare PySide6 window with one label. Prints ms to a settled window, and PSS in MB."""

import time

STARTED = time.monotonic()

from PySide6.QtWidgets import QApplication, QLabel  # noqa: E402
from start_probe import settled  # noqa: E402  # the clock starts before anything is imported

app = QApplication([])
label = QLabel("Hello")
label.resize(400, 300)
label.show()
settled(app, STARTED)
