"""A desk for measuring: everything real, over a data folder."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from folders import START
from PySide6.QtWidgets import QApplication

from salver.etiquette import registry
from salver.etiquette.spelling import Speller
from salver.store import open_store
from salver.ui.desk import Desk
from salver.ui.tasks import Tasks
from salver.ui.theme import Theme


def application() -> QApplication:
    """The one application of this process."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app


@contextmanager
def desk_over(folder: Path) -> Iterator[Desk]:
    """A desk with store, worker and theme; motion is off."""
    app = application()
    theme = Theme("light", under_test=True)
    theme.install(app)
    store = open_store(folder, lambda: START, check_first=False)
    tasks = Tasks()
    yield Desk(
        store=store,
        load_rules=functools.cache(registry.load),
        tasks=tasks,
        theme=theme,
        clock=lambda: START,
        zone="Europe/Berlin",
        announce=lambda _: None,
        say=lambda _: None,
        open_url=lambda _: False,
        speller=functools.cache(Speller),
    )
    tasks.close()
    store.close()
