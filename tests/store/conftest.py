"""Stores as real files in the test's own folder, with a clock that is moved by hand."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from salver.cards.card import Card
from salver.cards.meeting import Meeting, Moment, Precision, Tie
from salver.store import Store, open_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Salver"


@pytest.fixture
def store(folder: Path, clock: Any) -> Iterator[Store]:
    opened = open_store(folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def add(store: Store, clock: Any) -> Callable[..., int]:
    """Keep a card by its name, and answer with its id; each is its own step of undo."""

    def keep(name: str, **fields: object) -> int:
        clock.move(seconds=5)
        card = Card(**fields)  # type: ignore[arg-type]  # the caller names fields of Card
        return store.cards.put(card.named(name), "new card").cards[0]

    return keep


@pytest.fixture
def meet(store: Store, clock: Any) -> Callable[..., int]:
    """Keep a meeting with a card so many hours ago, and answer with its id."""

    def keep(card_id: int, hours_ago: float = 5, precision: Precision = Precision.MINUTE, **fields: object) -> int:
        local = (clock.now - dt.timedelta(hours=hours_ago)).replace(tzinfo=None)
        fields.setdefault("tie", Tie.MET)
        clock.move(seconds=5)
        meeting = Meeting(card_id=card_id, met=Moment(local, "UTC", precision), **fields)  # type: ignore[arg-type]
        return store.meetings.put(meeting).meetings[0]

    return keep
