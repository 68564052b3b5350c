"""Where a note says when the two met: a time word beside words about the meeting, and whether the calendar agrees.

A time word alone is let go: "I tried it this morning" is the writer's own day. It counts only when its clause speaks
of the meeting: a chat, "your talk", "you showed", thanks, the name of the event.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from salver.cards.meeting import Moment, Precision
from salver.cards.names import fold
from salver.etiquette import when
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Span
from salver.etiquette.text import Reading

_NEVER_BACK = 8
_NEAR = 200
"""Characters before and after a time word that may belong to its clause."""
_GAP = (
    r"(?: (?!(?:and|but|so|then|i|my|he|she|they|his|her|their|is|was|were|are|has|have|had|made|makes|got|kept|keeps"
    r"|radio|tv|television|podcast|youtube|instagram|sent|posted|emailed|mailed|wrote|shared|when|while|if|until|because|since|before|after|from)\b)[^\s]+){0,8}$"
)
_BEFORE = Phrases("when", "meeting", after=_GAP)
_AFTER = Phrases("when", "meeting-after", before=r"^(?: 's)?(?: [^\s,.?!\"]+){0,2} ")
_AHEAD = Phrases("when", "ahead")
_MARK = re.compile(r" [.?!,\"](?= |$)")
_NAMED_IT = re.compile(r" (?:said|say|saying|says|mentioned|called|word|of)$")
_PAST = re.compile(r" (?:did|was|were|said|told|gave|spoke|met|saw|meant|had|\w{2,}ed)(?= |$)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A time word that speaks of the meeting. `fits` is true when the calendar bears it out."""

    span: Span
    fits: bool


def of(reading: Reading) -> Iterator[Mention]:
    """All of them, in the seven languages with day words; nothing when the day they met is not known."""
    days = when.days_between(reading.situation)
    met = reading.situation.meeting.met
    if days is None or met is None or reading.language not in when.DAYS:
        return
    if reading.language == "en":
        yield from _english(reading, days, met)
        return
    yield from _elsewhere(reading, days, met)


_TURNS = {
    "de": "und aber doch dass daß weil wenn wo",
    "fr": "et mais puis que quand si où parce",
    "es": "y e pero que cuando si donde porque",
    "it": "e ed ma che quando se dove perché",
    "pt": "e mas que quando se onde porque",
    "nl": "en maar dat omdat als wanneer waar",
}
"""Words behind which a sentence speaks of something else: "you said that the van stands still on Tuesdays"."""


@functools.cache
def _spoken(language: str) -> tuple[Phrases, Phrases]:
    """What speaks of the meeting a few words before a time word, and a few words behind it."""
    word = rf"(?!(?:{'|'.join(_TURNS[language].split())})\b)[^\s]+"
    return (
        Phrases("when", "spoken", after=rf"(?: {word}){{0,6}}$"),
        Phrases("when", "spoken", before=rf"^(?: {word}){{0,5}} "),
    )


@functools.cache
def _words(language: str) -> re.Pattern[str]:
    fixed = sorted([*when.times(language), *(d.lower() for d in when.DAYS[language].split())], key=len, reverse=True)
    return re.compile(rf" (?P<word>{'|'.join(map(re.escape, fixed))})(?= )")


def _elsewhere(reading: Reading, days: int, met: Moment) -> Iterator[Mention]:
    """The same in the other languages, whose clauses put the verb on either side of the time word."""
    flow, language = reading.flow, reading.language
    ahead, behind = _spoken(language)
    for found in _words(language).finditer(flow):
        span = reading.span_of(*found.span("word"))
        if span is None or reading.in_quotes(span):
            continue
        before = _MARK.split(flow[max(0, found.start() - _NEAR) : found.start()])[-1]
        after = _MARK.split(flow[found.end() : found.end() + _NEAR])[0]
        if _is_ahead(before):
            continue
        is_of_the_meeting = (
            ahead.within(before, language)
            or behind.within(after + " ", language)
            or _names_event(reading, before, after)
        )
        if is_of_the_meeting:
            yield Mention(span, _fits_word(found["word"], language, days, met))


def _names_event(reading: Reading, before: str, after: str) -> bool:
    """A longer word of the event's name stands a few words before or behind: "eergisteren op de infoavond"."""
    own = {fold(piece) for piece in re.findall(r"[^\W\d_]{5,}", reading.situation.meeting.event)}
    near = [*before.split()[-4:], *after.split()[:4]]
    return any(fold(word) in own for word in near)


_NUMBERS = {word: number for number, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_NUMBERS |= {"eleven": 11, "twelve": 12, "a": 1, "an": 1, "couple": 2, "half": 1}
_COUNT = (
    r"(?P<number>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|half)"
    r"(?P<pair> couple of| couple| few)? (?P<unit>hour|day|week|fortnight|month|year)s?"
)


@functools.cache
def _time() -> re.Pattern[str]:
    fixed = sorted([*when.times("en"), *(d.lower() for d in when.DAYS["en"].split())], key=len, reverse=True)
    return re.compile(rf" (?:(?P<word>{'|'.join(fixed)})|{_COUNT}(?: or so)? ago)(?P<s>'s)?(?= )")


@functools.cache
def _since() -> re.Pattern[str]:
    return re.compile(
        rf" (?:it's|it is|it has|that's|that is)(?: already| only| just| now| nearly| almost| over| about)? been"
        rf"(?: already| only| just| now| nearly| almost| over| about)? (?P<all>{_COUNT}) since"
        r" (?:we|our|your (?:\w+ ){0,3}(?:talk|panel|session|keynote|demo|workshop|lecture))(?= )"
    )


_TIMELY = frozenset(
    (
        "today tonight yesterday ago last this the just earlier since monday tuesday wednesday thursday friday "
        "saturday sunday today's tonight's yesterday's monday's tuesday's wednesday's thursday's friday's "
        "saturday's sunday's"
    ).split()
)


def _english(reading: Reading, days: int, met: Moment) -> Iterator[Mention]:
    flow = reading.flow
    if _TIMELY.isdisjoint(reading.flow_words):
        return
    for found in _time().finditer(flow):
        part = found.span("word") if found["word"] else (found.start() + 1, found.end())
        span = reading.span_of(*part)
        if span is None or reading.in_quotes(span):
            continue
        clause = _MARK.split(flow[max(0, found.start() - _NEAR) : found.start()])[-1]
        if _is_ahead(clause) or not _is_of_the_meeting(reading, clause, flow[found.end() : found.end() + _NEAR], found):
            continue
        if found["word"]:
            fits = _fits_word(found["word"], "en", days, met)
        else:
            fits = _fits_count(reading, found, days, met)
        yield Mention(span, fits)
    if " since " in flow:
        for found in _since().finditer(flow):
            span = reading.span_of(*found.span("all"))
            if span is not None and not reading.in_quotes(span):
                yield Mention(span, _fits_count(reading, found, days, met))


def _is_of_the_meeting(reading: Reading, before: str, rest: str, found: re.Match[str]) -> bool:
    clause = _MARK.split(rest)[0]
    mark = re.search(r" ([.?!])(?= )", rest)
    asks = mark is not None and mark.group(1) == "?"
    if asks and not _PAST.search(f"{before} {clause}"):
        return False  # "Is your stand up on Saturday?"
    if found["word"] and _NAMED_IT.search(before):
        return False  # "You smiled when you said Sunday."
    if _BEFORE.within(before, "en"):
        return True
    owned = " 's" if found["s"] else ""
    if _opens(before) and _AFTER.within(f"{owned}{clause} ", "en"):
        return True
    event = _event(reading.situation.meeting.event)
    if event is None or re.search(r" (?:i|my) ", before):
        return False
    gap = event.search(before)
    near = re.match(rf"(?: [^\s]+){{0,3}}?{event.pattern}", clause + " ") if _opens(before) or found["s"] else None
    return near is not None or (gap is not None and re.match(_GAP, before[gap.end() :]) is not None)


def _opens(before: str) -> bool:
    """The time word begins its clause, or is thanked for: "thanks for this morning's tour"."""
    words = before.split()
    return len(words) <= 2 or bool(re.search(r" (?:for|from|of|about|at|enjoyed|loved)(?: the)?$", before))


@functools.lru_cache(maxsize=64)
def _event(name: str) -> re.Pattern[str] | None:
    """Two neighbouring words of the event's name, or its only one."""
    pieces = re.findall(r"[^\W_]+", fold(name))
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(pieces) if len(a) > 3 and len(b) > 2]
    if len(pieces) == 1 and len(pieces[0]) > 4:
        pairs = pieces
    if not pairs:
        return None
    return re.compile(rf" (?:{'|'.join(re.escape(p) for p in pairs)})(?= |$)")


def _is_ahead(before: str) -> bool:
    """ "See you on Monday", "shall we talk today": about what is to come."""
    return _AHEAD.within(before[-60:] + " ", "en")


_NIGHTS = frozenset("gestern abend|hier soir|anoche|ieri sera|ontem à noite|gisteravond|last night".split("|"))


def _fits_word(word: str, language: str, days: int, met: Moment) -> bool:
    span = when.times(language).get(word)
    if span is None:
        weekday = when.DAYS[language].lower().split().index(word)
        return weekday == met.local.weekday() or days > _NEVER_BACK
    if word in _NIGHTS:
        # The small hours still belong to the night before.
        return days == 1 or (days == 0 and met.local.hour < 6)
    if word in when.LAST_WEEK and days <= 14:
        # A Saturday is "last week" on Monday, and a Monday is not on Thursday.
        return days >= 4 or days > (met.local.weekday() + days) % 7
    if word == "last weekend":
        return days <= 9 and met.local.weekday() >= 4 and days > 0
    first, last = span
    return first <= days <= last


def _fits_count(reading: Reading, found: re.Match[str], days: int, met: Moment) -> bool:
    """ "Three hours ago", "a couple of weeks ago", "it's been a month": roughly is good enough."""
    number, unit = found["number"], found["unit"]
    if number in ("few", "several") or "few" in (found["pair"] or ""):
        least, most = 2.0, 9.0
    else:
        least = most = float(2 if found["pair"] else _NUMBERS.get(number) or int(number))
    gone = when.since_meeting(reading.situation)
    if unit == "hour":
        if gone is None or met.precision is not Precision.MINUTE or met.guess:
            return True
        hours = gone / dt.timedelta(hours=1)
        return least * 0.5 - 1 <= hours <= most * 1.6 + 1.5
    if unit == "day":
        slack = 0.0 if most <= 2 else max(1.0, most * 0.3)
        return least - slack <= days <= most + slack
    length = {"week": 7, "fortnight": 14, "month": 30, "year": 365}[unit]
    slack = {"week": 1.5 + 1.5 * most, "fortnight": 4.5, "month": 8 + 5 * most, "year": 90 + 90 * most}[unit]
    return least * length - slack <= days <= most * length + slack
