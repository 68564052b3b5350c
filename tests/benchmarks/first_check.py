"""Prints how many milliseconds a process takes that checks one note, and one that does nothing: medians of A B A B.

A small program of its own, because a process that has much memory takes longer to start another.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

NOTE = "Hi Ana, your rule that a test must be named before it is deleted is on our wall. Which was the first to go?"
CHECK = f"""
from salver.cards.card import Card
from salver.cards.situation import Situation
from salver.etiquette import registry
from salver.etiquette.engine import Engine
Engine(registry.load).check({NOTE!r}, Situation(card=Card(first_name="Ana")))
"""
ROUNDS = 15


def milliseconds(code: str) -> float:
    """What a process of its own takes for a few lines."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)  # Without a time-out, which waits in growing steps.
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    milliseconds(CHECK)  # The first run compiles.
    both = [(milliseconds(CHECK), milliseconds("pass")) for _ in range(ROUNDS)]
    print(*(statistics.median(column) for column in zip(*both, strict=True)))
