"""What a benchmark row is, and how the table is printed: every budget is a ratio to a reference of the same run."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One budget: `measure` answers with our figure and the reference's, in the same `unit`."""

    what: str
    reference: str
    unit: str
    budget: float
    goal: float
    measure: Callable[[], tuple[float, float]]


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
    print(f"{'what':58} {'ours':>12} {'reference':>12} {'ratio':>7} {'budget':>7} {'goal':>6}  ok")
    for row in rows:
        try:
            ours, reference = row.measure()
        except Exception as error:  # a benchmark that cannot run is reported, the others still do
            print(f"{row.what:58} not measured: {type(error).__name__}: {error}", flush=True)
            continue
        ratio = ours / reference if reference else float("inf")
        verdict = "goal" if ratio <= row.goal else "yes" if ratio <= row.budget else "NO"
        print(
            f"{row.what:58} {ours:9.2f} {row.unit:2} {reference:9.2f} {row.unit:2} {ratio:7.2f} "
            f"{row.budget:7.2f} {row.goal:6.2f}  {verdict}",
            flush=True,
        )
    sys.stdout.flush()
