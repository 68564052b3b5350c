"""A day word that will not fit.

*What it does*
Compares "today", "last night", "on Monday" and their like with the day you met and the day the note goes out, in
English, German, French, Spanish, Italian, Portuguese and Dutch; in English also "three hours ago" and "it's been a
month since we spoke". Only where the words around it speak of the meeting.

*Why it matters*
A note that waits until morning turns "today" into yesterday, and a wrong day makes them wonder whom you mean.

*When it is fine*
When the word speaks of something else than the meeting, such as what you did this morning.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.etiquette import mentions, when
from salver.etiquette.examples import MET, sent
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_PREPOSITIONS = frozenset("on am el le na no op this".split())


def find(reading: Reading) -> Iterable[Hit]:
    """Time words about the meeting that the calendar does not bear out."""
    days = when.days_between(reading.situation)
    met = reading.situation.meeting.met
    if days is None or met is None:
        return
    for mention in mentions.of(reading):
        if not mention.fits:
            yield _hit(reading, mention.span, when.right_word(reading.language, days, met), days)


def _hit(reading: Reading, span: Span, right: str, days: int) -> Hit:
    was = reading.text[span.start : span.end]
    tail = next((t for t in ("'s", "’s") if was.endswith(t)), "")
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
    if tail:  # "this morning's tour"
        right = right.removeprefix("on ") + tail
    joined = was.lower().startswith(("d'", "d’", "qu'", "qu’"))  # What follows "d'" is for the person to say.
    if joined or reading.text[span.end :].lstrip().startswith("since ") or (tail and " ago" in right):
        return Hit(message, span, f"The card says you met {ago}.")
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
        Bad(
            "Hi Ana, thanks for this morning's tour of your tests. Which was it?",
            ("this morning's",),
            "Hi Ana, thanks for yesterday's tour of your tests. Which was it?",
            MET,
        ),
        Bad(
            "Hi Ana, it's been two weeks since our talk on flaky tests. Which was it?",
            ("two weeks",),
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, your rule got me through my first meeting this morning. Is there a second one?", MET),
        Good("Hi Ana, it's been a week since our talk on flaky tests. Which was it?", sent(24 * 7)),
        Good("Hi Ana, good to meet you yesterday. I tried your plugin this morning. Which test was it?", MET),
        Good("Hi Ana, great meeting you on Thursday. Are you free to talk today?", MET),
        Good("Hi Ana, I told my team about you today. Which test was it?", MET),
    ),
)
