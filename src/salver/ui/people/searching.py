"""Searching as one types: the list narrows with each key, or after a short pause where a search takes long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from salver.store import Filter
from salver.ui.controls.field import LineField

_PAUSE_MS = 120
_LONG_MS = 40
"""A search that took longer is not begun again until the typing rests; a shorter one is hardly felt."""


class Searching(QObject):
    """Joins the search field to the list: `shown` answers what is shown, `show` shows something else."""

    def __init__(
        self, field: LineField, shown: Callable[[], Filter], show: Callable[[Filter], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._shown = shown
        self._show = show
        self._before: Filter | None = None
        self._quiet = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.now)
        field.textChanged.connect(self._typed)

    def now(self) -> None:
        """Search for what is in the field, without waiting; clearing leads back to where one was."""
        self._pause.stop()
        took = QElapsedTimer()
        took.start()
        self._search()
        self._pause.setInterval(_PAUSE_MS if took.elapsed() > _LONG_MS else 0)

    def _search(self) -> None:
        text = self._field.text().strip()
        shown = self._shown()
        if text == shown.text:
            return
        if not text:
            before, self._before = self._before, None
            self._show(before or replace(shown, text=""))
            return
        if not shown.text:
            self._before = shown
            # A search is for somebody, wherever their note stands; an event or a tag was asked for on purpose.
            kind = shown.kind if shown.kind in ("event", "tag") else "everyone"
            shown = replace(shown, kind=kind)
        self._show(replace(shown, text=text))

    def forget(self) -> None:
        """Empty the field without going back anywhere."""
        self._before = None
        self._quiet = True
        self._field.clear()
        self._quiet = False
        self._pause.stop()

    def _typed(self) -> None:
        if self._quiet:
            return
        if self._field.text().strip():
            self._pause.start()
        else:
            self.now()
