"""The card says otherwise.

*What it does*
Compares what the note claims with the card: having met somebody you have not met, the employer, the event.

*Why it matters*
They know where they work and whom they met. One wrong claim undoes the rest.

*When it is fine*
When the card is out of date: mend the card, and the mark goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.names import fold
from salver.cards.note import Channel
from salver.etiquette import content
from salver.etiquette.examples import MET, STRANGER
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Found, Reading

_HAVING_MET = Phrases("contradicts-card", "having-met")
_NOT_MET = Phrases("contradicts-card", "not-met")
_WORK = re.compile(
    r"\b(?:[Ww]ork(?:ing|s)?|[Ll]ife|[Jj]ob|[Rr]ole|[Tt]eam|[Cc]olleagues|[Cc]areer|"
    r"[Ee]veryone|[Tt]hings|[Nn]umbers|[Oo]ffice|[Dd]esk|[Dd]epartment|[Bb]oss|[Pp]osition|"
    r"[Ww]eek|[Yy]ears|[Ss]tarted|[Ff]olks) (?:at|for|with|"
    r"over at) ((?:[A-ZÀ-Þ][\w&'’-]*)(?: [A-ZÀ-Þ][\w&'’-]*){0,2})"
)
_EVENT = re.compile(
    r"\b(?:met|meeting|seeing|saw|talking|chatting|spoke|talked|chatted|chat|talk|"
    r"conversation|meet|meet you|with you|you) (?:you )?(?:\w+ ){0,2}?(?:at|"
    r"during) (?:the )?((?:[A-ZÀ-Þ][\w&'’-]*|\d{4})(?: (?:[A-ZÀ-Þ][\w&'’-]*|\d{4}|of|on|for|"
    r"de|du|der)){0,4})"
)
_KINDS = frozenset(
    (
        "conference summit fair expo con congress convention forum week festival camp days day "
        "meetup symposium conf fest kongress messe salon congreso feria fiera congresso feira "
        "beurs congres hackathon show market awards connect world live"
    ).split()
)


def find(reading: Reading) -> Iterable[Hit]:
    """Claims that the card does not bear out."""
    if reading.situation.channel is Channel.REPLY:
        return
    claim = _claims_to_have_met(reading)
    if claim is not None:
        yield Hit("The card says you have not met", claim.span, "If you have, change the tie on its back.")
    if reading.english:
        yield from _friend(reading)
        yield from _employer(reading)
        yield from _event(reading)


def _claims_to_have_met(reading: Reading) -> Found | None:
    if not reading.situation.meeting.tie.has_not_met or _NOT_MET.within(reading.flow, reading.language):
        return None
    return _HAVING_MET.first(reading)


def _friend(reading: Reading) -> Iterable[Hit]:
    """ "Our mutual friend Clive", where the card names Clara and no Clive."""
    meeting = reading.situation.meeting
    people = [*meeting.friends, *([meeting.introduced_by] if meeting.introduced_by else [])]
    if not people:
        return
    known = _known(reading) | {s for person in people for s in _stems(person.name)}
    for match in _FRIEND.finditer(reading.text):
        span = Span(*match.span(1))
        if any(_stems(part) & known for part in match.group(1).split()) or reading.in_quotes(span):
            continue
        right = people[0].name
        fix = Fix(f"Change to “{right}”", (Edit(span.start, span.end, right),))
        yield Hit(f"The card says {right}", span, f"The note says {match.group(1)}.", (fix,))


_FRIEND = re.compile(
    r"\b(?:(?:mutual|common) (?:friend|acquaintance|contact),? |friend in common,? |introduced (?:to you )?by )"
    r"([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)"
)


def _employer(reading: Reading) -> Iterable[Hit]:
    company = reading.situation.card.company
    if not company:
        return
    known = _known(reading)
    for match in _WORK.finditer(reading.text):
        span = Span(*match.span(1))
        around = reading.text[max(0, match.start() - 40) : match.start(1)]
        if _is_known(match.group(1), known) or reading.in_quotes(span) or not _is_theirs(around):
            continue
        fix = Fix(f"Change to “{company}”", (Edit(span.start, span.end, company),))
        yield Hit(f"The card says {company}", span, f"The note says {match.group(1)}.", (fix,))


def _is_theirs(before: str) -> bool:
    """The job is theirs: "your team at", "how is life at", and no "I" or "my" before it."""
    clause = re.split(r"[.!?,;:\n]", before)[-1]
    if re.search(r"\b(?:I|I['’]\w+|my|My|our|Our|we|We)\b", clause):
        return False
    return bool(re.search(r"\b(?:you|your|You|Your|[Hh]ow)\b", clause))


def _event(reading: Reading) -> Iterable[Hit]:
    event = reading.situation.meeting.event
    if not event:
        return
    known = _known(reading)
    for match in _EVENT.finditer(reading.text):
        words = match.group(1).split()
        if not any(fold(w).rstrip("s") in _KINDS or fold(w) in _KINDS for w in words) or _is_known(
            match.group(1), known
        ):
            continue
        span = Span(*match.span(1))
        fix = Fix(f"Change to “{event}”", (Edit(span.start, span.end, event),))
        yield Hit(f"The card says {event}", span, f"The note says {match.group(1)}.", (fix,))


def _is_known(name: str, known: set[str]) -> bool:
    """True when the first word of a name stands on the card; "Ropes" alone makes no company the same."""
    first = name.split()[0]
    return bool(_stems(first) & known) or fold(first) in known


def _known(reading: Reading) -> set[str]:
    situation = reading.situation
    texts = [
        situation.card.company,
        situation.card.title,
        situation.card.about,
        situation.meeting.event,
        situation.meeting.place,
        situation.card.last_name,
        situation.card.first_name,
        situation.sender.name,
        situation.sender.about,
        situation.meeting.their_words,
        situation.meeting.hook,
        *situation.meeting.topics,
    ]
    known = {s for text in texts for s in _stems(text)}
    initials = "".join(word[0] for word in situation.card.company.split() if word[0].isupper())
    return known | {fold(initials)}


def _stems(text: str) -> set[str]:
    return {content.stem(piece) for piece in re.findall(r"[^\W_]+", fold(text)) if len(piece) > 1} - {
        "the",
        "of",
        "on",
        "for",
        "de",
    }


RULE = Rule(
    id="contradicts-card",
    title="The card says otherwise",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, it was great to meet you yesterday. I run the tests of a bank. Which one was it?",
            ("great to meet you",),
            situation=STRANGER,
        ),
        Bad("Hi Ana, how is life at Nokia?", ("Nokia",), "Hi Ana, how is life at Quixotl?", MET),
        Bad(
            "Hi Ana, good to meet you at Web Summit. Which test was it?",
            ("Web Summit",),
            "Hi Ana, good to meet you at PyCon DE. Which test was it?",
            MET,
        ),
    ),
    good=(
        Good(
            "Hi Ana, we have never met. I run the tests of a bank, and would love to meet you one "
            "day. Which one was it?",
            STRANGER,
        ),
        Good("Hi Ana, how is life at Quixotl? I work at Nokia.", MET),
        Good("Hi Ana, good to meet you at PyCon. Which test was it?", MET),
    ),
)
