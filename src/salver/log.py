"""A small rotating log beside the data. It holds ids and kinds of errors, never what people typed."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_log = logging.getLogger("salver")


class _LateFile(logging.Handler):
    """Opens the rotating file when there is something to write into it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        if self._file is None:
            from salver.log_file import PrivateFile

            self._file = PrivateFile(self._path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file, if it was opened."""
        if self._file is not None:
            self._file.close()
        super().close()


class _NoMessages(logging.Formatter):
    """Formats an exception as its kind and places; its message may quote a card."""

    def formatException(self, ei) -> str:  # type: ignore[no-untyped-def]  # logging's own name and alias
        kind, _, trace = ei
        places = []
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return f"{getattr(kind, '__name__', kind)} at " + " < ".join(reversed(places))


def start(path: Path) -> None:
    """Write the log to `path`, three files of 1 MB at most; without a file when the folder cannot be written."""
    _log.setLevel(logging.INFO)
    if _log.handlers:
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _LateFile(path)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_NoMessages("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _log.addHandler(handler)
    _log.propagate = False


def watch_exceptions(tell: Callable[[BaseException], None]) -> None:
    """Log every exception that nobody caught, on any thread, and call `tell` with it so that the person hears of it."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected", exc_info=(kind, error, trace))
        tell(error)

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
