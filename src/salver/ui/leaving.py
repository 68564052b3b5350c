"""Ending Salver from outside: a signal (logging out, Ctrl+C in the terminal, `kill`) closes it as the person would.

Qt's event loop runs no Python while it waits, so a handler alone would come late or never. On POSIX the interpreter
writes each signal into a pipe that Qt watches; elsewhere a slow timer lets handlers run.
"""

from __future__ import annotations

import os
import signal
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_ASK_MS = 500


class LeaveWatcher(QObject):
    """Emits `asked` for each signal that ends programs. Made on the main thread; `close` puts back what was."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, Any] = {}
        self._noted = False
        self._pipe: tuple[int, int] | None = None
        self._timer = QTimer(self, interval=_ASK_MS)
        for name in NAMES:
            number = getattr(signal, name, None)
            # What whoever started us chose to ignore, as nohup does, stays ignored.
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._note)
        if os.name == "posix":
            self._watch_pipe()
        else:
            self._timer.timeout.connect(self._tell)
            self._timer.start()

    def _watch_pipe(self) -> None:
        read, write = self._pipe = os.pipe()
        for end in self._pipe:
            os.set_blocking(end, False)
        self._woken_before = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self._noted = True

    def _woken(self) -> None:
        if self._pipe is not None:
            # A signal of another kind that Python handles wakes us as well.
            came = set(os.read(self._pipe[0], 64))
            self._noted = self._noted or bool(came & set(self._before))
        self._tell()

    def _tell(self) -> None:
        if self._noted:
            self._noted = False
            self.asked.emit()

    def close(self) -> None:
        """Give the signals back to whoever had them."""
        self._timer.stop()
        if self._pipe is not None:
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._woken_before)
            for end in self._pipe:
                os.close(end)
            self._pipe = None
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()
