"""The one way off the main thread: a single worker, whose results come back on the main thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

_log = logging.getLogger(__name__)
T = TypeVar("T")
Thunk = Callable[[], None]


class _Worker(QThread):
    """Takes thunks from a queue until it is handed None."""

    def __init__(self, jobs: SimpleQueue[Thunk | None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


class Tasks(QObject):
    """Runs work one after the other on a worker thread and answers on the thread that made this object.

    Work must not touch a widget. `close` waits for what is running: a thread alive at exit aborts the process.
    """

    idle = Signal()
    _answer = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Thunk | None] = SimpleQueue()
        self._worker: _Worker | None = None
        self._pending = 0
        self._closed = False
        self._answer.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """True while work is under way or its answer has not been delivered."""
        return self._pending > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do `work` on the worker; then call `done` with its result, or `failed` with what it raised, here.

        After `close` the call does nothing: nobody is left to hear the answer.
        """
        if self._closed:
            return
        if self._worker is None:
            self._worker = _Worker(self._jobs, self)
            self._worker.start()
        self._pending += 1

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001  # whatever the work raised is the answer
                # Only the kind of error is logged: its text may hold what somebody typed.
                _log.error("task failed: %s", type(error).__name__)
                caught = error
                self._answer.emit(lambda: failed(caught) if failed else None)
            else:
                self._answer.emit(lambda: done(result))

        self._jobs.put(job)

    @Slot(object)
    def _deliver(self, answer: Thunk) -> None:
        self._pending -= 1
        if not self._closed:
            answer()
        if self._pending == 0:
            self.idle.emit()

    def close(self) -> None:
        """Finish what is queued, drop the answers, and join the worker."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        if self._worker is not None:
            self._worker.wait()
