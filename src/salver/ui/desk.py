"""What every pane is given to work with. Handed down from app.py, so that nothing in the window is global."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from salver.etiquette.engine import Engine
    from salver.etiquette.model import Rule
    from salver.etiquette.spelling import Speller
    from salver.store import Changed, Store
    from salver.ui.tasks import Tasks
    from salver.ui.theme import Theme

Clock = Callable[[], dt.datetime]
"""Answers with the time now, aware and in UTC."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The services of the window.

    `announce` tells all panes what a write changed; `say` shows a sentence to the person; `open_url` hands an
    allowed address to the browser and answers whether it did. `load_rules` and `speller` are asked on first use, on
    the worker, and answer with the same thing each time.
    """

    store: Store
    load_rules: Callable[[], tuple[Rule, ...]] = field(compare=False)
    tasks: Tasks
    theme: Theme
    clock: Clock
    zone: str
    announce: Callable[[Changed], None]
    say: Callable[[str], None]
    open_url: Callable[[str], bool]
    speller: Callable[[], Speller] = field(compare=False)

    def now(self) -> dt.datetime:
        """The time now, aware and in UTC."""
        return self.clock()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules, sorted by id; the first time they are read from their files, which takes a moment."""
        return self.load_rules()

    def engine(self, card_id: int, note_id: int | None) -> Engine:
        """The engine as settings and dismissals stand for one note."""
        from salver.etiquette.engine import Engine

        off = self.store.settings.get().rules_off
        dismissed = self.store.dismissals.for_note(card_id, note_id or 0)
        return Engine(self.load_rules, off=off, dismissed=frozenset((d.rule, d.fingerprint) for d in dismissed))
