"""Rows on starting: how long to a usable list, how much memory, how long the start check takes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from folders import folder_of
from table import Row, alternate

HERE = Path(__file__).parent


def _probe(script: str, *args: str) -> tuple[float, float]:
    run = subprocess.run(
        [sys.executable, str(HERE / script), *args], capture_output=True, text=True, check=True, cwd=HERE, timeout=120
    )
    ms, megabytes = run.stdout.split()
    return float(ms), float(megabytes)


def rows(at: Path) -> list[Row]:
    """The rows of starting, over data folders made in `at`."""

    def start(many: int) -> tuple[float, float]:
        folder = str(folder_of(many, at))
        return alternate(lambda: _probe("start_salver.py", folder)[0], lambda: _probe("hello.py")[0], 5)

    def memory() -> tuple[float, float]:
        folder = str(folder_of(10_000, at))
        return alternate(lambda: _probe("start_salver.py", folder)[1], lambda: _probe("hello.py")[1], 3)

    def check() -> tuple[float, float]:
        from salver.store.integrity import problems

        file = folder_of(50_000, at) / "salver.sqlite"

        def ours() -> float:
            begun = time.perf_counter()
            assert not problems(file)
            return (time.perf_counter() - begun) * 1000

        def alone() -> float:
            begun = time.perf_counter()
            db = sqlite3.connect(file)
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            db.close()
            return (time.perf_counter() - begun) * 1000

        return alternate(ours, alone, 5)

    return [
        Row("start to usable list, 1,000 cards (growth)", "hello", "ms", 3, 2, lambda: start(1_000)),
        Row("start to usable list, 10,000 cards", "hello", "ms", 3, 2, lambda: start(10_000)),
        Row("start to usable list, 100,000 cards", "hello", "ms", 3.5, 2.2, lambda: start(100_000)),
        Row("memory (PSS), 10,000 cards", "hello", "MB", 2.2, 1.6, memory),
        Row("start check, 50,000 cards", "integrity_check alone", "ms", 1.3, 1.05, check),
    ]
