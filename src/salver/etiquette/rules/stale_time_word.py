"""A day word that will not fit.

*What it does*
Compares "today", "last night", "on Monday" and their like with the day you met and the day the note goes out, in
English, German, French, Spanish, Italian, Portuguese and Dutch.

*Why it matters*
A note that waits until morning turns "today" into yesterday, and a wrong day makes them wonder whom you mean.

*When it is fine*
When the word speaks of something else than the meeting, such as what you did this morning.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Moment
from salver.etiquette import when
from salver.etiquette.examples import MET, sent
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_NEVER_BACK = 8
_PREPOSITIONS = frozenset("on am el le na no op this".split())


def find(reading: Reading) -> Iterable[Hit]:
    """Day words near a word about the meeting that the calendar does not bear out."""
    situation, language = reading.situation, reading.language
    days = when.days_between(situation)
    met = situation.meeting.met
    if days is None or met is None or language not in when.DAYS:
        return
    for found in reading.find(when.pattern(language)):
        group = "a" if found.match.group("a") else "b"
        word = found.match.group(group)
        span = reading.span_of(*found.match.span(group))
        if span is None or _fits(word, language, days, met) or _is_ahead(reading, found.match.start(group)):
            continue
        right = when.right_word(language, days, met)
        yield _hit(reading, span, right, days)


def _fits(word: str, language: str, days: int, met: Moment) -> bool:
    span = when.times(language).get(word)
    if span is None:
        weekday = when.DAYS[language].lower().split().index(word)
        return weekday == met.local.weekday() or days > _NEVER_BACK
    first, last = span
    if word in ("last night", "gestern abend", "hier soir", "anoche", "ieri sera", "ontem à noite", "gisteravond"):
        # The small hours still belong to the night before.
        return days == 1 or (days == 0 and met.local.hour < 6)
    return first <= days <= last


def _is_ahead(reading: Reading, at: int) -> bool:
    """ "See you on Monday", "shall we talk today": about what is to come."""
    before = reading.flow[max(0, at - 60) : at]
    return any(
        f" {word} " in before + " "
        for word in (
            "will",
            "shall",
            "next",
            "until",
            "before",
            "can we",
            "could we",
            "free",
            "see you",
            "by",
            "let us",
            "going to",
            "every",
        )
    )


def _hit(reading: Reading, span: Span, right: str, days: int) -> Hit:
    was = reading.text[span.start : span.end]
    start = span.start
    before = reading.text[: span.start].lower().rsplit(None, 1)[-1:]
    if before and before[0] in _PREPOSITIONS and reading.text[span.start - 1] == " ":
        start -= len(before[0]) + 1
    if was[:1].isupper() and start == span.start and reading.text[:start].rstrip()[-1:] in ("", ".", "!", "?", "\n"):
        right = right[:1].upper() + right[1:]
    if was.isupper() and len(was) > 1:
        right = right.upper()
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days before it goes out")
    message = (
        f"“{was}” will be yesterday by then"
        if days == 1 and was.lower() in ("today", "heute")
        else f"“{was}” does not fit the day"
    )
    fix = Fix(f"Change to “{right}”", (Edit(start, span.end, right),))
    return Hit(message, span, f"The card says you met {ago}.", (fix,))


RULE = Rule(
    id="stale-time-word",
    title="A day word that will not fit",
    severity=Severity.WARNING,
    find=find,
    source="The calendar, and the date on the card",
    bad=(
        Bad(
            "Hi Ana, great meeting you today! Which test was it?",
            ("today",),
            "Hi Ana, great meeting you yesterday! Which test was it?",
            MET,
        ),
        Bad(
            "Hi Ana, I enjoyed our talk last night. Which test was it?",
            ("last night",),
            "Hi Ana, I enjoyed our talk on Thursday. Which test was it?",
            sent(24 * 3),
        ),
        Bad(
            "Hallo Ana, war schön, dich heute kennenzulernen. Welcher Test war es?",
            ("heute",),
            "Hallo Ana, war schön, dich gestern kennenzulernen. Welcher Test war es?",
            MET,
        ),
        Bad(
            "Hi Ana, good to meet you on Tuesday. Which test was it?",
            ("Tuesday",),
            "Hi Ana, good to meet you yesterday. Which test was it?",
            MET,
        ),
    ),
    good=(
        Good("Hi Ana, good to meet you yesterday. I tried your plugin this morning. Which test was it?", MET),
        Good("Hi Ana, great meeting you on Thursday. Are you free to talk today?", MET),
        Good("Hi Ana, I told my team about you today. Which test was it?", MET),
    ),
)
