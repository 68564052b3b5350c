"""The log tells where something went wrong, and never what people typed."""

import logging
import os
import stat
import sys
from pathlib import Path

import pytest

from salver import log


@pytest.fixture
def written(tmp_path: Path):
    file = tmp_path / "data" / "salver.log"
    hooks = sys.excepthook
    log.start(file)
    yield file
    sys.excepthook = hooks
    logger = logging.getLogger("salver")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True


def test_an_exception_is_logged_without_its_message(written: Path) -> None:
    told: list[bool] = []
    import threading

    before = threading.excepthook
    log.watch_exceptions(lambda _error: told.append(True))
    try:
        raise ValueError("Ana Ruiz, ana@acme.example")
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]  # inside except, none of them is None
    threading.excepthook = before
    text = written.read_text(encoding="utf-8")
    assert "ValueError" in text and "test_log.py" in text
    assert "Ana" not in text
    assert told == [True]


def test_the_log_is_readable_by_its_owner_alone(written: Path) -> None:
    before = os.umask(0)
    logging.getLogger("salver.x").error("card 7")
    os.umask(before)
    assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert "card 7" in written.read_text(encoding="utf-8")
