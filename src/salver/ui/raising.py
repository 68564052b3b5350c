"""How a second start brings the first window to the front: it touches a file that the first one watches.

A local socket would do the same, but Qt's lives in its network library, which Salver neither ships nor loads.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

NAME = "salver.raise"


def ask(folder: Path) -> bool:
    """Ask the window that holds `folder` to come to the front; False when there is none that watches."""
    file = folder / NAME
    if not file.exists():
        return False
    try:
        with file.open("ab") as handle:
            handle.write(b".")
    except OSError:
        return False
    return True


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
        self._watcher.fileChanged.connect(self.asked)

    def close(self) -> None:
        """Stop watching and take the file away."""
        self._watcher.blockSignals(True)
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)
