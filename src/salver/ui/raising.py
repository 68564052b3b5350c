"""How a second start brings the first window to the front: it writes into a file that the first one watches.

The first one empties the file again, which is its answer: a file that a killed Salver left behind does not answer.
A local socket would do the same, but Qt's lives in its network library, which Salver neither ships nor loads.
"""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

NAME = "salver.raise"
PATIENCE_S = 2.0
"""How long a second start waits for the answer of the first."""
_LOOK_S = 0.01


def ask(folder: Path) -> bool:
    """Ask the window that holds `folder` to come to the front; False when none answers."""
    file = folder / NAME
    end = time.monotonic() + PATIENCE_S
    try:
        if not file.exists():
            return False
        with file.open("ab") as handle:
            handle.write(b".")
        # Between two processes there is no signal to wait for.
        while _is_unanswered(file):
            if time.monotonic() > end:
                return False
            time.sleep(_LOOK_S)
    except OSError:
        return False
    return True


def _is_unanswered(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except FileNotFoundError:
        # A window that is closed at this very moment takes the file away, which is an answer, too.
        return False


class RaiseWatcher(QObject):
    """Emits `asked` whenever another start of Salver asks for the window of this folder."""

    asked = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = folder / NAME
        with contextlib.suppress(OSError):
            self._file.write_bytes(b"")
        self._watcher = QFileSystemWatcher(self)
        if self._file.exists():
            self._watcher.addPath(str(self._file))
        self._watcher.fileChanged.connect(self._changed)

    def _changed(self) -> None:
        with contextlib.suppress(OSError):
            # Emptying it is a change as well, but nobody's wish.
            if self._file.stat().st_size:
                self._file.write_bytes(b"")
                self.asked.emit()

    def close(self) -> None:
        """Stop watching and take the file away."""
        self._watcher.blockSignals(True)
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
