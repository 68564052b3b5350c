"""Rows on starting: how long to a usable list, how much memory, how long the start check takes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from folders import folder_of
from table import Row, alternate

HERE = Path(__file__).parent
USABLE, SETTLED, PSS = range(3)


class Probes:
    """Runs the probes, each a process of its own, with the bytecode that an installed program has."""

    def __init__(self, at: Path) -> None:
        self._env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        self._env["PYTHONPYCACHEPREFIX"] = str(at / "bytecode")
        self._warm: set[str] = set()

    def run(self, script: str, *args: str) -> list[float]:
        """The figures a probe prints; its first run only compiles."""
        if script not in self._warm:
            self._warm.add(script)
            self._once(script, *args)
        return self._once(script, *args)

    def _once(self, script: str, *args: str) -> list[float]:
        run = subprocess.run(
            [sys.executable, str(HERE / script), *args],
            capture_output=True, text=True, check=True, cwd=HERE, timeout=600, env=self._env,
        )  # fmt: skip
        return [float(figure) for figure in run.stdout.split()]


def rows(at: Path) -> list[Row]:
    """The rows of starting, over data folders made in `at`."""
    probes = Probes(at)

    def start(many: int, figure: int = USABLE, rounds: int = 7) -> tuple[float, float]:
        folder = str(folder_of(many, at))
        return alternate(
            lambda: probes.run("start_salver.py", folder)[figure], lambda: probes.run("hello.py")[figure], rounds
        )

    def check() -> tuple[float, float]:
        from salver.store.check import of_file

        file = folder_of(50_000, at) / "salver.sqlite"

        def ours() -> float:
            begun = time.perf_counter()
            health = of_file(file)
            assert health.sound and health.index_ok
            return (time.perf_counter() - begun) * 1000

        def alone() -> float:
            begun = time.perf_counter()
            db = sqlite3.connect(file)
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            db.close()
            return (time.perf_counter() - begun) * 1000

        return alternate(ours, alone, 7)

    def first_check() -> tuple[float, float]:
        ours, reference = probes.run("first_check.py")
        return ours, reference

    def notes() -> tuple[float, float]:
        folder = str(folder_of(1_000, at))
        return alternate(
            lambda: probes.run("write_notes.py", folder)[PSS], lambda: probes.run("hello_harper.py")[PSS], 1
        )

    return [
        Row("start to usable list, 10,000 cards", "hello", "ms", 3, 2, lambda: start(10_000)),
        Row("start to usable list, 100,000 cards", "hello", "ms", 3.5, 2.2, lambda: start(100_000)),
        Row("start to usable list, 1,000 cards", "hello", "ms", None, None, lambda: start(1_000)),
        Row("start until card and note are in sight, too, 10,000 cards", "hello", "ms", None, None,
            lambda: start(10_000, SETTLED)),
        Row("memory (PSS), 10,000 cards, nothing written yet", "hello", "MB", 2.2, 1.6,
            lambda: start(10_000, PSS, 3)),
        Row("memory (PSS), 1,000 cards", "hello", "MB", None, None, lambda: start(1_000, PSS, 3)),
        Row("memory (PSS), 100,000 cards", "hello", "MB", None, None, lambda: start(100_000, PSS, 3)),
        Row("memory (PSS), note pane and spelling in use for 500 notes", "hello + Harper, same notes", "MB", 1.4, 1.15,
            notes),
        Row("engine import and first check of a note", "python -c pass", "ms", 8, 4, first_check),
        Row("start check, 50,000 cards", "integrity_check alone", "ms", 1.3, 1.05, check),
    ]  # fmt: skip
