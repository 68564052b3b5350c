"""What the fields of a card offer while somebody types: people, events, tags."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from difflib import get_close_matches

from salver.cards.names import fold
from salver.store import Filter
from salver.ui.card import when
from salver.ui.desk import Desk

MOST = 6
LOOKED_AT = 60
"""Cards a search for a name is looked through: the best ones come first."""
CURRENT_FOR = dt.timedelta(hours=36)
"""How long after its end an event is still offered."""


def people(desk: Desk, typed: str, own: int) -> Sequence[tuple[str, int]]:
    """Names on other cards than `own` that fit what is typed, with the ids of their cards.

    The search looks at whole cards; a name is offered when it is the name that fits: its words begin like the words
    typed or, when no name does, look like them.
    """
    ids = desk.store.people.ids(Filter("everyone", text=typed))[:LOOKED_AT]
    rows = [row for row in desk.store.people.rows(ids) if row.name and row.id != own]
    wanted = fold(typed).split()
    fits = [row for row in rows if all(any(word.startswith(w) for word in _words(row.name)) for w in wanted)]
    alike = fits or [row for row in rows if all(get_close_matches(w, _words(row.name), 1, 0.7) for w in wanted)]
    return [(row.name, row.id) for row in alike][:MOST]


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name)) + fold(name).split()


def events(desk: Desk, typed: str) -> Sequence[tuple[str, int]]:
    """Names of events that hold what is typed, latest first."""
    folded = fold(typed)
    return [(e.name, 0) for e in desk.store.events.all() if folded in fold(e.name) and e.name != typed][:MOST]


def tags(desk: Desk, typed: str) -> Sequence[tuple[str, int]]:
    """Tags in use that begin with what is typed, most used first."""
    folded = fold(typed)
    return [(tag, 0) for tag, _ in desk.store.cards.all_tags() if fold(tag).startswith(folded)][:MOST]


def current_event(desk: Desk) -> str:
    """The name of the event used last, until 36 h after its end; empty when there is none to offer."""
    event = desk.store.events.last_used()
    if event is None:
        return ""
    if event.ends is not None and when.local_now(desk.now(), event.zone or desk.zone) > event.ends + CURRENT_FOR:
        return ""
    return event.name
