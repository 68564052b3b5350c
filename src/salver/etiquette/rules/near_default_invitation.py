"""LinkedIn's text with little beside it.

*What it does*
Finds LinkedIn's ready-made sentence lightly edited, or with a few polite words around it.

*Why it matters*
It takes sixty of your two hundred characters and says what the button says already.

*When it is fine*
When it is a joke between friends, or the rest of the note is really yours.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import boilerplate, content, leaning
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_LITTLE = 30
_JOINING = ("connect", "network", "link", "add", "accept", "contact", "invit", "profile")
_GROWING, _JOINED = Phrases("near-default-invitation", "growing"), Phrases("near-default-invitation", "joining")
_HARDLY_ANY = 13


def find(reading: Reading) -> Iterable[Hit]:
    """The default text, edited or with little around it."""
    if reading.situation.channel is Channel.REPLY or reading.situation.meeting.tie is Tie.FRIEND:
        return
    stock = boilerplate.find(reading)
    if stock is not None and stock.alone:
        return  # The default itself, which has a rule of its own.
    span = _little_more(reading, stock)
    if span is None and not any(word.low.startswith(_JOINING) for word in reading.words):
        return
    verdict = leaning.judge(reading, RULE.id, found=span is not None)
    if verdict.is_there:
        yield _hit(reading, span or leaning.place(reading, RULE.id), verdict.severity)


def _little_more(reading: Reading, stock: boilerplate.Stock | None) -> Span | None:
    """Where the default text stands with little of one's own beside it."""
    if stock is not None:
        return stock.span if stock.own_words <= _LITTLE else None
    if len(reading.core) > _LITTLE:
        return None
    grown = next((found.span for found in _GROWING.find(reading)), None)
    if grown is None and len(reading.core) <= _HARDLY_ANY and not _has_own_words(reading):
        return next((found.span for found in _JOINED.find(reading)), None)
    return grown


def _has_own_words(reading: Reading) -> bool:
    return content.of(reading).is_specific


def _hit(reading: Reading, span: Span, severity: Severity | None) -> Hit:
    end = span.end
    while end < len(reading.text) and reading.text[end] in ".! ":
        end += 1
    rest = (reading.text[: span.start] + reading.text[end:]).strip()
    worth = len(rest.split()) >= 12 and span.start in {s.start for s in reading.sentences}
    fix = (Fix("Leave that sentence out", (Edit(span.start, end, ""),)),) if worth else ()
    reason = "The button says this already. What did you talk about?"
    return Hit("Mostly LinkedIn’s own text", span, reason, fix, severity)


RULE = Rule(
    id="near-default-invitation",
    title="LinkedIn’s text with little beside it",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    yields_to=frozenset({"default-invitation"}),
    bad=(
        Bad(
            "Hi Ana, I'd like to add you to my professional network on LinkedIn. Best, Pieter",
            ("I'd like to add you to my professional network on LinkedIn",),
            situation=MET,
        ),
        Bad(
            "I'd like to add you to my professional network on LinkedIn. Your rule about flaky tests "
            "is on our wall now. Do you ever break it?",
            ("I'd like to add you to my professional network on LinkedIn",),
            "Your rule about flaky tests is on our wall now. Do you ever break it?",
            MET,
        ),
        Bad("Hi Ana, let's grow our networks together.", ("grow our networks",), situation=MET),
    ),
    good=(
        Good("Hi Ana, I'd like to add you to my network, you old goat.", FRIEND),
        Good("Hi Ana, which of your network tests fails on Mondays?", MET),
    ),
)
