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
_THAT_WE = re.compile(r"^(?: now| already)? (?:that|since) (?:we|you) ")
""" "It must be a month ago now that we shared that taxi." """
_AHEAD = Phrases("when", "ahead")
_MARK = re.compile(r" [.?!,\"](?= |$)")
_NAMED_IT = re.compile(r" (?:said|say|saying|says|mentioned|called|word|of)$")
_DAYS = frozenset(when.DAYS["en"].lower().split())
_MONTH = "|".join(when.MONTHS).lower()
_MET_IN = (
    re.compile(
        r" (?:we|you and i) (?:\w+ )?(?:met|spoke|talked|chatted|sat|shared)(?: [^\s.?!,]+){0,4} in"
        rf" (?P<month>{_MONTH})(?= )"
    ),
    re.compile(rf" in (?P<month>{_MONTH}) ,? ?when we (?:met|spoke|talked|sat)(?= )"),
)
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
    short = r"|(?<= n[ao] )(?:segunda|terça|quarta|quinta|sexta)" if language == "pt" else ""
    return re.compile(rf" (?:d'|qu')?(?P<word>{'|'.join(map(re.escape, fixed))}{short})(?= )")


_SHORT_DAYS = {day.partition("-")[0]: day for day in when.DAYS["pt"].lower().split() if "-" in day}
"""Only behind "na": a "quinta" may be a farm."""


def _elsewhere(reading: Reading, days: int, met: Moment) -> Iterator[Mention]:
    """The same in the other languages, whose clauses put the verb on either side of the time word."""
    flow, language = reading.flow, reading.language
    ahead, behind = _spoken(language)
    for found in _words(language).finditer(flow):
        word = _SHORT_DAYS.get(found["word"], found["word"])
        span = reading.span_of(found.start() + 1, found.end("word"))
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
            or _is_of_both(reading, span, found["word"])
        )
        if is_of_the_meeting:
            yield Mention(span, _fits_word(word, language, days, met))


_EVES = frozenset(
    "yesterday|last night|yesterday evening|yesterday morning|yesterday afternoon|gestern|gestern abend|hier|hier soir"
    "|ayer|anoche|ieri|ieri sera|ontem|ontem à noite|gisteren|gisteravond".split("|")
)
_BOTH = {
    "en": r"your?|we|us|our|what",
    "de": r"du|dich|dir|deine?|ihr|ihnen|sie|wir|uns|unsere?|was|ein",
    "fr": r"vous|tu|te|toi|votre|ton|ta|nous|notre|quel|quelle",
    "es": r"tú|te|tu|usted|le|nos|nuestr[ao]|qué|\w+[ai]ste",
    "it": r"tu|ti|lei|le|ci|noi|nostr[ao]|che|hai|avete",
    "pt": r"você|te|tu|lhe|nos|noss[ao]|que|consigo|contigo|\w+[aei]ste",
    "nl": r"je|jij|u|jullie|we|wij|ons|onze|wat",
}
"""A word of the other one, of both, or of wonder."""
_ALONE = {
    "en": r"i|my|me",
    "de": r"ich|mein\w*|mir|mich",
    "fr": r"je|j'\w+|mon|ma|mes",
    "es": r"yo|he|mis?|\w{2,}é",
    "it": r"io|ho|mi[ao]",
    "pt": r"eu|meu|minha|\w+ei",
    "nl": r"ik|mijn|me|mij",
}
"""A word of the writer's own doings."""

_SINCE = frozenset("since until till from seit bis von depuis desde hasta da sinds tot vanaf dès".split())


def _is_of_both(reading: Reading, span: Span, word: str) -> bool:
    """ "What a thing to watch, you with your hammer last night": yesterday, in a statement that no "I" stands in."""
    sentence = reading.sentence_of(span)
    if word not in _EVES or sentence is None or sentence.mark == "?":
        return False
    before = reading.text[sentence.start : span.start].lower().split()[-1:]
    if before and before[0] in _SINCE:
        return False  # "Yours have been crossing our lane since last night."
    both, alone = _of_both(reading.language)
    said = reading.flow_of(sentence)
    return both.search(said) is not None and alone.search(said) is None


@functools.cache
def _of_both(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f" (?:{_BOTH[language]}) "), re.compile(f" (?:{_ALONE[language]}) ")


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
        rf" (?P<all>{_COUNT})(?: already| now)? since (?:we|our|your (?:\w+ ){{0,3}}(?:talk|panel|session|keynote|demo"
        r"|workshop|lecture)|the (?:[\w'-]+ ){0,2}(?:day|evening|night|fair|dinner|lunch|supper|course|conference|event"
        r"|party|wedding|talk|show|quiz|debate|workshop|meetup|concert|race))(?= )"
    )


_TIMELY = frozenset(
    (
        "today tonight yesterday ago last this the just earlier since monday tuesday wednesday thursday friday "
        "saturday sunday today's tonight's yesterday's monday's tuesday's wednesday's thursday's friday's "
        "saturday's sunday's weekend in"
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
        rest = flow[found.end() : found.end() + _NEAR]
        if _is_ahead(clause):
            continue
        if not _is_of_the_meeting(reading, clause, rest, found) and not _is_of_both(reading, span, found["word"] or ""):
            continue
        if found["word"]:
            fits = _fits_word(found["word"], "en", days, met)
        else:
            fits = _fits_count(reading, found, days, met)
        yield Mention(span, fits)
    for found in itertools.chain.from_iterable(pattern.finditer(flow) for pattern in _MET_IN):
        span = reading.span_of(*found.span("month"))
        if span is not None and not reading.in_quotes(span):
            yield Mention(span, found["month"] == when.MONTHS[met.local.month - 1].lower())
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
    if found["word"] in _DAYS and _NAMED_IT.search(before):
        return False  # "You smiled when you said Sunday."
    if _BEFORE.within(before, "en"):
        return True
    owned = " 's" if found["s"] else ""
    if not found["word"] and _THAT_WE.match(clause):
        return True
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
    if word.endswith(" weekend"):
        return days <= 9 and met.local.weekday() >= 4 and (days > 0 or not word.startswith("last"))
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
