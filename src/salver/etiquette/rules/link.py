"""A link they did not ask for.

*What it does*
Finds web addresses, calendar links, e-mail addresses and telephone numbers in an invitation, and in a message
addresses that want something: a booking, a donation, a subscription, a look at your own pages.

*Why it matters*
A link in the first note looks like an advertisement and eats its characters.

*When it is fine*
When they asked for it or you promised it; and in messages where it belongs to what you talked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette.examples import MESSAGE, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_LINK = re.compile(
    r"https?://\S+|(?<![\w@.])www\.[\w-]+\.\S+"
    r"|(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,40}\.){1,3}(?:[a-z]{2,10})/[\w\-./?=&%#~+]+"
    r"|(?<![\w@./-])(?:calendly\.com|cal\.com|bit\.ly|lnkd\.in|t\.me|wa\.me|linktr\.ee|youtu\.be|tinyurl\.com)\b\S*"
    r"|(?<![\w@./-])(?:[a-z0-9][a-z0-9-]{0,40}\.){0,2}[a-z0-9-]{3,40}"
    r"\.(?:com|org|net|io|info|biz|shop|store|co\.uk|example)(?![\w-]|\.\w)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,60}\w")
_PHONE = re.compile(r"(?<![\w.])\+?\d(?:[\d ()/-]{7,18})\d(?!\w)")
_CANDIDATE = re.compile(r"\w\.\w|[/@\d]")
_ASKED = Phrases("link", "asked")
_WANTS = Phrases("link", "wants")
_CALLS = re.compile(
    r"book|slot|calendly|cal\.com|[/.]demo|[/.]join|promo|donate|doneer|/sign|[/.]shop|forms?[./]|survey|newsletter"
    r"|gofundme|[/.]give|prenota|reserv|citas|agenda|termin|subscribe|patreon|substack",
    re.IGNORECASE,
)
"""Parts of an address behind which something is to be bought, booked, filled in or given."""


def find(reading: Reading) -> Iterable[Hit]:
    """Addresses and numbers in an invitation, and such as want something in a message."""
    channel = reading.situation.channel
    if channel not in (Channel.INVITATION, Channel.MESSAGE) or not _CANDIDATE.search(reading.text):
        return
    if _ASKED.first(reading, negated=True):
        return
    if channel is Channel.MESSAGE:
        yield from _in_a_message(reading)
        return
    taken: list[Span] = []
    for pattern, what in ((_LINK, "A link"), (_MAIL, "An e-mail address"), (_PHONE, "A number")):
        for match in pattern.finditer(reading.text):
            span = _trimmed(reading, match)
            if span is None or (pattern is _PHONE and not _is_phone(match.group())):
                continue
            if any(span.overlaps(t) for t in taken):
                continue
            taken.append(span)
            yield Hit(
                f"{what} in a first note", span, "Keep it for the message after they accept.", _fix(reading, span)
            )


def _trimmed(reading: Reading, match: re.Match[str]) -> Span | None:
    """A match without the marks of the sentence behind it."""
    end = match.end()
    while end > match.start() and reading.text[end - 1] in ".,;:!?)»”\"'":
        end -= 1
    return Span(match.start(), end) if end > match.start() else None


def _in_a_message(reading: Reading) -> Iterable[Hit]:
    for match in _LINK.finditer(reading.text):
        span = _trimmed(reading, match)
        if span is None or reading.in_quotes(span):
            continue
        sentence = reading.sentence_of(span)
        said = reading.flow_of(sentence) if sentence else ""
        if _CALLS.search(match.group()) or _WANTS.within(said, reading.language):
            yield Hit("A link that wants something", span, "It asks before you have talked.", severity=Severity.HINT)
            return


def _is_phone(text: str) -> bool:
    digits = sum(char.isdigit() for char in text)
    return (
        9 <= digits <= 15
        and (text.startswith(("+", "0")) or " " in text)
        and not re.fullmatch(r"\d{4}[-/ ]\d{4}.*", text)
    )


def _fix(reading: Reading, span: Span) -> tuple[Fix, ...]:
    """Only where the address stands behind a colon in a sentence that can be missed.

    Within another sentence a hole would be left, and where nothing else asks, nothing to answer.
    """
    before, after = reading.text[: span.start], reading.text[span.end :]
    match = re.search(r"(?:^|(?<=[.!?]))\s*[^.!?\n]{0,40}:\s*$", before)
    if not match or (after.strip() and not re.match(r"\s*[.!?]?\s*$|[.!?]\s|\s+[A-ZÀ-Þ]", after)):
        return ()
    if match.start() < reading.greeting.end or "?" not in before[: match.start()] + after:
        return ()
    end = span.end + (1 if after[:1] in (".", "!") else 0)
    return (Fix("Leave it out", (Edit(match.start(), end, ""),)),)


RULE = Rule(
    id="link",
    title="A link they did not ask for",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, which test was it? Grab a slot: calendly.com/jo/30min",
            ("calendly.com/jo/30min",),
            "Hi Ana, which test was it?",
            MET,
        ),
        Bad(
            "Hi Ana, your goat story! Do subscribe to my newsletter: quixotl.example/news. Is the goat home?",
            ("quixotl.example/news",),
            situation=MESSAGE,
        ),
        Bad("Hi Ana, call me on +44 7700 900123 about that test?", ("+44 7700 900123",), situation=MET),
    ),
    good=(
        Good("Hi Ana, is it pytest.ini or pyproject.toml that wins? And/or both?", MET),
        Good("Hi Ana, here is the link you asked for: quixotl.example/flaky. Did it pass?", MET),
        Good("Hi Ana, the paper is at https://quixotl.example/flaky. Did it pass?", MESSAGE),
    ),
)
