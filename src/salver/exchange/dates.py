"""The dates that exports write: LinkedIn's own, what Excel makes of them, and ISO."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb mär mar", "mar mrz mär", "apr avr abr", "may mai mag", "jun", "jul", "aug aoû ago", "sep set",
         "oct okt ott out", "nov", "dec dez dic déc"), 1
    )
    for name in names.split()
    if not (number == 2 and name != "feb")
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_WORDS = re.compile(r"(\d{1,2})[-. /]+([^\W\d]{3})[^\W\d]*\.?[-, /]+(\d{4}|\d{2})(?!\d)")
_WORDS_FIRST = re.compile(r"([^\W\d]{3})[^\W\d]*\.? (\d{1,2}),? (\d{4})")
_SLASHES = re.compile(
    r"(\d{1,2})([/.])(\d{1,2})[/.](\d{4}|\d{2})(?!\d)(?:,? (\d{1,2}):(\d{2})(?::\d{2})? ?([AaPp][Mm])?)?"
)


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def moment(text: str) -> dt.datetime | None:
    """A date of an export as an aware moment in UTC; noon where it has no time. None when it is no date.

    Dates in digits are month first, as LinkedIn writes them, unless that is impossible or they have full stops.
    """
    text = text.replace("\u202f", " ").replace("\u00a0", " ").strip()
    try:
        if match := _WORDS.match(text):
            day, month, year = match.groups()
            return _noon(_year(year), _MONTHS[month.casefold()], int(day))
        if match := _ISO.match(text):
            y, m, d, hour, minute, second = match.groups()
            if hour is None:
                return _noon(int(y), int(m), int(d))
            return dt.datetime(int(y), int(m), int(d), int(hour), int(minute), int(second or 0), tzinfo=dt.UTC)
        if match := _WORDS_FIRST.match(text):
            return _noon(int(match.group(3)), _MONTHS[match.group(1).casefold()], int(match.group(2)))
        if match := _SLASHES.match(text):
            return _slashes(match)
    except (KeyError, ValueError):
        return None
    return None


def _noon(year: int, month: int, day: int) -> dt.datetime:
    return dt.datetime(year, month, day, 12, tzinfo=dt.UTC)


def _slashes(match: re.Match[str]) -> dt.datetime:
    first, mark, second, year, hour, minute, half = match.groups()
    month, day = int(first), int(second)
    if month > 12 or (mark == "." and day <= 12):
        month, day = day, month
    if hour is None:
        return _noon(_year(year), month, day)
    hours = int(hour) % 12 + (12 if half.lower() == "pm" else 0) if half else int(hour)
    return dt.datetime(_year(year), month, day, hours, int(minute), tzinfo=dt.UTC)
