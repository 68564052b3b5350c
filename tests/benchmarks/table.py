"""What a benchmark row is, and how the table is printed: every budget is a ratio to a reference of the same run."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass


class NotBuilt(Exception):
    """What a row measures does not exist here; the message says what is missing."""


@dataclass(frozen=True)
class Row:
    """One budget: `measure` answers with our figure and the reference's, in the same `unit`.

    A row that shows growth has no budget. Raises NotBuilt where there is nothing to measure.
    """

    what: str
    reference: str
    unit: str
    budget: float | None
    goal: float | None
    measure: Callable[[], tuple[float, float]]


def not_built(reason: str = "not built yet") -> Callable[[], tuple[float, float]]:
    """The measure of a row whose part of the program does not exist yet."""

    def measure() -> tuple[float, float]:
        raise NotBuilt(reason)

    return measure


def alternate(ours: Callable[[], float], reference: Callable[[], float], rounds: int = 3) -> tuple[float, float]:
    """Measure A B A B …, and answer with the medians, so that a busy moment of the machine hits both."""
    a: list[float] = []
    b: list[float] = []
    for _ in range(rounds):
        a.append(ours())
        b.append(reference())
    return statistics.median(a), statistics.median(b)


def p95(values: list[float]) -> float:
    """The 95th percentile, nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]


def print_table(rows: list[Row]) -> None:
    """Measure and print, a line at a time; a row that cannot be measured says why."""
    head = f"{'what':63} {'reference':27} {'ours':>12} {'reference':>12} {'ratio':>7} {'budget':>7} {'goal':>6}  ok"
    print(head, flush=True)
    for row in rows:
        start = f"{row.what:63} {row.reference:27}"
        try:
            ours, reference = row.measure()
        except NotBuilt as reason:
            print(f"{start} {reason}", flush=True)
            continue
        except Exception as error:  # noqa: BLE001  # a benchmark that cannot run is reported, the others still do
            print(f"{start} not measured: {type(error).__name__}: {error}", flush=True)
            continue
        ratio = ours / reference if reference else float("inf")
        print(
            f"{start} {ours:9.2f} {row.unit:2} {reference:9.2f} {row.unit:2} {ratio:7.2f} "
            f"{_number(row.budget)} {_number(row.goal, 6)}  {_verdict(row, ratio)}",
            flush=True,
        )
    sys.stdout.flush()


def _number(value: float | None, width: int = 7) -> str:
    return " " * width if value is None else f"{value:{width}.2f}"


def _verdict(row: Row, ratio: float) -> str:
    if row.budget is None:
        return "growth"
    return "goal" if row.goal is not None and ratio <= row.goal else "yes" if ratio <= row.budget else "NO"
