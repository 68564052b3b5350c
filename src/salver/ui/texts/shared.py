"""Words that several parts share."""

from __future__ import annotations


def count(n: int, one: str, many: str) -> str:
    """`n` with the right form of a word: "1 card", "2 cards", "12,000 cards"."""
    return f"{n:,} {one if n == 1 else many}"


class Common:
    """Words that several parts share."""

    APP = "Salver"
    CLOSE = "Close"
    CANCEL = "Cancel"
    UNDO = "Undo"
    CLEAR = "Clear"
    MORE = "More"
    BACK = "Back"
    DONE = "Done"
    ON = "on"
    OFF = "off"

    @staticmethod
    def with_key(text: str, key: str) -> str:
        """A tooltip: what a control does and the key that does it."""
        return f"{text} ({key})" if key else text
