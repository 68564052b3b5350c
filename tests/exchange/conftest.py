"""Small imitations of what real programs write; nothing here is anybody's card."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from salver.cards.card import Card
from salver.exchange import vcard


@pytest.fixture
def card_of() -> Callable[..., Card]:
    """The one card of a vCard given by its lines, in whatever version and encoding."""

    def read(*lines: str | bytes, version: str = "3.0", end: bytes = b"\r\n") -> Card:
        body = [line if isinstance(line, bytes) else line.encode() for line in lines]
        data = end.join([b"BEGIN:VCARD", f"VERSION:{version}".encode(), *body, b"END:VCARD", b""])
        found = vcard.read(data)
        assert found.problems == ()
        assert len(found.cards) == 1
        return found.cards[0]

    return read
