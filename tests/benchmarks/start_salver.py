"""Starts the real program on a data folder, as the command line does, and hands over to the probe."""

import time

STARTED = time.monotonic()

import sys  # noqa: E402  # the clock starts before anything is imported

from salver import cli  # noqa: E402


def _entered() -> int:
    """In the place of Qt's loop: the program is started up and would now wait for events."""
    from PySide6.QtWidgets import QApplication
    from start_probe import window_settled

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    window_settled(app, STARTED)
    return 0


def _start() -> None:
    real = sys.modules

    class _Watch:
        """Puts `_entered` in as soon as QtWidgets is there, without loading it earlier than the program does."""

        def find_spec(self, name: str, path: object = None, target: object = None) -> None:
            if name == "salver.app" and "PySide6.QtWidgets" not in real:
                from PySide6.QtWidgets import QApplication

                QApplication.exec = staticmethod(_entered)  # type: ignore[method-assign]  # only for the probe

    sys.meta_path.insert(0, _Watch())  # type: ignore[arg-type]  # a finder that finds nothing
    cli.run(["--data-dir", sys.argv[1]])


_start()
