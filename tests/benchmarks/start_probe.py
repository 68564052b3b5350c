"""Waits until a window is painted and takes input, then prints how long that took and how much memory it needs."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def pss_mb() -> float:
    """Proportional set size of this process in MB, as the kernel counts it."""
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return float("nan")


def settled(app: QApplication, started: float) -> None:
    """Run the event loop until it has nothing left to do, print `ms MB`, and leave without an exit's cost."""
    import os

    # A paint and what it posts need a few turns; a turn without events ends the wait.
    for _ in range(50):
        app.processEvents()
    took = (time.monotonic() - started) * 1000
    sys.stdout.write(f"{took:.1f} {pss_mb():.1f}\n")
    sys.stdout.flush()
    os._exit(0)
