"""The file of the log. Apart, because `logging.handlers` loads sockets and pickles, and most starts log nothing."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class PrivateFile(RotatingFileHandler):
    """A rotating file that only its owner can read."""

    def _open(self):  # type: ignore[no-untyped-def]  # the base class types it as a private alias
        return open(self.baseFilename, self.mode, encoding="utf-8", opener=_opener)

    def handleError(self, record: logging.LogRecord) -> None:  # logging's own name
        """A log that cannot be written, as on a full disk, is no news; logging's own way prints a traceback."""
