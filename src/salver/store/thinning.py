"""Which backups are kept: the newest of each of 7 days, 4 weeks and 12 months."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

DAYS, WEEKS, MONTHS = 7, 4, 12
_ALWAYS = 2
"""The newest ones stay whatever their dates say: clocks have been known to jump."""


def kept(made: Sequence[dt.datetime]) -> frozenset[int]:
    """The positions in `made` (newest first, as they were written) that are worth keeping.

    Days, weeks and months are those that hold a backup, so that a holiday costs no old ones.
    """
    chosen = set(range(min(_ALWAYS, len(made))))
    for most, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        chosen |= _newest_of_each(made, period, most)
    return frozenset(chosen)


def _newest_of_each(
    made: Sequence[dt.datetime], period: Callable[[dt.datetime], tuple[int, ...]], most: int
) -> set[int]:
    first: dict[tuple[int, ...], int] = {}
    for position, moment in enumerate(made):
        first.setdefault(period(moment), position)
    return {first[key] for key in sorted(first, reverse=True)[:most]}


def _day(moment: dt.datetime) -> tuple[int, ...]:
    return moment.year, moment.month, moment.day


def _week(moment: dt.datetime) -> tuple[int, ...]:
    year, week, _ = moment.isocalendar()
    return year, week


def _month(moment: dt.datetime) -> tuple[int, ...]:
    return moment.year, moment.month
