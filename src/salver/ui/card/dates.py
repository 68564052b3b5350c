"""Dates as people type them: taken from the beginning or the end of a line, looking back or ahead. No Qt here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"  # noqa: E501  # one pattern reads better whole
_FULL_DAY = r"(?P<full>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
_SHORT_DAY = r"(?P<short>mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)\b"
_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
# What may follow a word that could as well begin a name ("May", "Sun"): the end, a comma, a place or a number.
_FOLLOWS = r"(?=\s*(?:$|[,;]|\d|at\b|in\b|on\b|@|morning\b|afternoon\b|evening\b|night\b))"
_LEAD = re.compile(r"[\s,;.–-]*(?:(?:at|on|in|around|about|by|from|due|since|circa|ca\.?|@|~)(?=[\s\d])\s*)?", re.I)
_TRAIL = re.compile(r"[\s,;]+(?:at|on|in|around|about|from|since)\s*$", re.I)
_WEAK = re.compile(r"(?:" + _MONTH + "|" + _SHORT_DAY + r")\s*$", re.I)
_GAP = re.compile(r"[\s,;.–-]*")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@dataclass(frozen=True, slots=True)
class Found:
    """What a line said about time. `at` is a whole moment; otherwise a day, a month or a time of day."""

    at: dt.datetime | None = None
    day: dt.date | None = None
    month: dt.date | None = None
    time: dt.time | None = None
    rest: str = ""

    @property
    def any(self) -> bool:
        """True when something was understood."""
        return not (self.at is None and self.day is None and self.month is None and self.time is None)


@dataclass(frozen=True, slots=True)
class _Reading:
    """The direction in which a missing year or week is looked for."""

    now: dt.datetime
    ahead: bool

    @property
    def today(self) -> dt.date:
        return self.now.date()

    def year_for(self, month: int, day: int) -> dt.date:
        """The date nearest in the direction of reading; a day of grace, for zones differ."""
        back = dt.timedelta(days=90 if self.ahead else 364)
        first = self.today - back if self.ahead else self.today + dt.timedelta(days=1) - back
        for year in (first.year, first.year + 1, first.year - 1, first.year + 2, first.year + 3, first.year + 4):
            try:
                found = dt.date(year, month, day)
            except ValueError:
                continue
            if self.ahead and found >= first:
                return found
            if not self.ahead and found <= self.today + dt.timedelta(days=1) and found >= first:
                return found
        return self._leap(month, day)

    def _leap(self, month: int, day: int) -> dt.date:
        for back in range(9):
            year = self.today.year + (back if self.ahead else -back)
            try:
                return dt.date(year, month, day)
            except ValueError:
                continue
        raise ValueError("no such day")

    def weekday(self, index: int, word: str) -> dt.date:
        if self.ahead or word == "next":
            days = (index - self.today.weekday()) % 7 or 7
            return self.today + dt.timedelta(days=days)
        days = (self.today.weekday() - index) % 7
        if word == "last" and days == 0:
            days = 7
        return self.today - dt.timedelta(days=days)


_Handler = Callable[[re.Match[str], _Reading], Found]


def _month_number(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.casefold().startswith(word[:3].casefold()))


def _ago(match: re.Match[str], reading: _Reading) -> Found:
    said = match["count"].casefold()
    count = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "a few": 3}.get(said) or int(said)
    unit = match["unit"].casefold()
    if unit.startswith("mo"):
        return Found(day=reading.today - dt.timedelta(days=30 * count))
    moved = reading.now - dt.timedelta(**{_UNITS[unit[0]]: count})
    return Found(at=moved) if unit[0] in "mh" else Found(day=moved.date())


def _ahead(match: re.Match[str], reading: _Reading) -> Found:
    count = {"a": 1, "one": 1, "two": 2, "three": 3}.get(match["count"].casefold()) or int(match["count"])
    days = {"d": 1, "w": 7, "m": 30}[match["unit"][0].casefold()]
    return Found(day=reading.today + dt.timedelta(days=days * count))


def _relative(match: re.Match[str], reading: _Reading) -> Found:
    word = " ".join(match[0].casefold().split())
    days = {
        "day before yesterday": -2, "the day before yesterday": -2, "yesterday": -1, "last night": -1,
        "tomorrow": 1, "next week": 7, "last week": -7,
    }.get(word, 0)  # fmt: skip
    if word == "last week":
        return Found(day=reading.today - dt.timedelta(days=7))
    return Found(day=reading.today + dt.timedelta(days=days))


def _dated(match: re.Match[str], reading: _Reading) -> Found:
    groups = match.groupdict()
    month = _month_number(groups["month"]) if groups["month"].isalpha() else int(groups["month"])
    day = int(groups["day"])
    year = groups.get("year")
    if not groups["month"].isalpha() and month > 12 >= day and match.re is _SLASHED:
        month, day = day, month
    if year:
        number = int(year)
        return Found(day=dt.date(number + 2000 if number < 100 else number, month, day))
    return Found(day=reading.year_for(month, day))


def _whole_month(match: re.Match[str], reading: _Reading) -> Found:
    word = match["month"]
    month = _month_number(word) if word.isalpha() else int(word)
    if match.groupdict().get("year"):
        return Found(month=dt.date(int(match["year"]), month, 1))
    found = dt.date(reading.today.year, month, 1)
    if found > reading.today and not reading.ahead:
        found = found.replace(year=found.year - 1)
    return Found(month=found)


def _weekday(match: re.Match[str], reading: _Reading) -> Found:
    word = (match.groupdict().get("full") or match.groupdict().get("short") or "")[:3].casefold()
    index = next(i for i, name in enumerate(WEEKDAYS) if name.casefold().startswith(word))
    return Found(day=reading.weekday(index, (match["which"] or "").strip().casefold()))


def _clock(match: re.Match[str], _reading: _Reading) -> Found:
    groups = match.groupdict()
    word = (groups.get("word") or "").casefold()
    if word:
        return Found(time=dt.time(12 if word == "noon" else 0))
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    half = (groups.get("half") or "").casefold().replace(".", "")
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Found(time=dt.time(hour, minute))


def _now(_match: re.Match[str], reading: _Reading) -> Found:
    return Found(at=reading.now)


def _nothing(_match: re.Match[str], _reading: _Reading) -> Found:
    return Found()


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_SLASHED = _pattern(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?:/(?P<year>\d{4}|\d\d))?(?![\d/])")
_PART_OF_DAY = _pattern(r"(?:in the )?(?:morning|afternoon|evening|night)\b")
_HALF = r"\s?(?P<half>[ap]\.?m\b\.?)"
_TOKENS: tuple[tuple[re.Pattern[str], _Handler], ...] = (
    (_pattern(r"(?:just |right )?now\b"), _now),
    (
        _pattern(
            r"(?P<count>\d{1,4}|an?|one|two|three|a few)\s*"
            r"(?P<unit>min(?:ute)?s?|h(?:ours?|rs?)?|d(?:ays?)?|weeks?|months?)\s+ago\b"
        ),
        _ago,
    ),
    (_pattern(r"in\s+(?P<count>\d{1,3}|a|one|two|three)\s*(?P<unit>days?|weeks?|months?)\b"), _ahead),
    (
        _pattern(
            r"(?:(?:the )?day before yesterday|yesterday|today|tonight|last night|tomorrow|next week|last week"
            r"|this (?:morning|afternoon|evening))\b"
        ),
        _relative,
    ),
    (_pattern(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?=T|\b)T?"), _dated),
    (_pattern(_NUMBER + r"\s*(?:of\s+)?" + _MONTH + r"(?:,?\s+" + _YEAR + r"(?!:))?"), _dated),
    (_pattern(_MONTH + r"\s+" + _NUMBER + r"(?![:.]\d|\s?[ap]\.?m\b)(?:,?\s+" + _YEAR + r")?"), _dated),
    (_pattern(_MONTH + r",?\s+" + _YEAR), _whole_month),
    (_pattern(_MONTH + _FOLLOWS), _whole_month),
    (_pattern(r"(?P<year>\d{4})-(?P<month>\d\d)\b"), _whole_month),
    (_pattern(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}|\d\d)\b)?"), _dated),
    (_SLASHED, _dated),
    (_pattern(r"(?P<which>last\s+|this\s+|next\s+|on\s+)?" + _FULL_DAY), _weekday),
    (_pattern(r"(?P<which>last\s+|this\s+|next\s+|on\s+)?" + _SHORT_DAY + _FOLLOWS), _weekday),
    (_pattern(r"(?P<hour>\d{1,2})[:h](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d)(?:" + _HALF + r")?"), _clock),
    (_pattern(r"(?P<hour>\d{1,2})(?:\.(?P<minute>[0-5]\d))?" + _HALF), _clock),
    (_pattern(r"(?P<word>noon|midnight)\b"), _clock),
)


def _one(text: str, at: int, reading: _Reading) -> tuple[Found, int] | None:
    for pattern, handler in _TOKENS:
        match = pattern.match(text, at)
        if match:
            try:
                return handler(match, reading), match.end()
            except (ValueError, OverflowError):
                continue
    return None


def _clash(found: Found, new: Found) -> bool:
    """True where `new` repeats what is already known, so that it is better left to the place."""
    dated = found.day is not None or found.month is not None or found.at is not None
    if new.time is not None:
        return found.time is not None or found.at is not None
    return dated


def _from_start(text: str, reading: _Reading) -> Found:
    found = Found(rest=text)
    at = 0
    weekday_only = False
    while True:
        lead = _LEAD.match(text, at)
        start = lead.end() if lead else at
        one = _one(text, start, reading) or _one(text, at, reading)
        if one is None:
            part = _PART_OF_DAY.match(text, _GAP.match(text, at).end() if found.any else at)  # type: ignore[union-attr]  # the gap may be empty, but always matches
            if part and found.any:
                at = part.end()
                continue
            break
        new, end = one
        if _clash(found, new) and not (weekday_only and new.day is not None):
            break
        weekday_only = new.day is not None and text[start:end].strip(" .,").isalpha()
        found = replace(
            found,
            at=new.at or found.at,
            day=new.day or found.day,
            month=new.month or found.month,
            time=new.time if new.time is not None else found.time,
        )
        at = end
    return replace(found, rest=text[at:])


def take(text: str, now: dt.datetime, *, ahead: bool = False) -> Found:
    """What `text` says about time, and what is left of it.

    `now` is the wall-clock time at the place, without a zone. Dates without a year, and weekdays, are looked
    for in the past, or ahead for promises. Day stands before month in numbers with slashes unless that cannot be.
    """
    reading = _Reading(now.replace(second=0, microsecond=0), ahead)
    found = _from_start(text, reading)
    if found.any and found.rest.strip(" ,;.") == "":
        return replace(found, rest="")
    if not found.any:
        starts = [m.start() for m in re.finditer(r"\S+", text)][-7:]
        for start in starts[1:]:
            end = _from_start(text[start:], reading)
            weak = _WEAK.match(text[start:])
            if end.any and not weak and not end.rest.strip(" ,;."):
                return replace(end, rest=_TRAIL.sub("", text[:start]))
    return found
