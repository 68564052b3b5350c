"""Starts the real window on a data folder and prints ms to a usable list, and PSS in MB."""

import time

STARTED = time.monotonic()

import sys  # noqa: E402  # the clock starts before anything is imported

from start_probe import settled  # noqa: E402

from salver import app as salver_app  # noqa: E402
from salver.paths import paths  # noqa: E402
from salver.ui.theme import Theme  # noqa: E402

qt = salver_app.application([])
theme = Theme(parent=qt)
theme.install(qt)
start = salver_app.Start(paths(sys.argv[1]), theme, salver_app.now, "Europe/Berlin")
start.open()
settled(qt, STARTED)
