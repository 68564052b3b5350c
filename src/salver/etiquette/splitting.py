"""Split a long note: what fits an invitation now, and the rest as a message for after they accept.

Both are made of exact pieces of the text. The invitation keeps the greeting, the question or promise, and the one
most specific sentence; nothing is invented, and no sentence is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from salver.cards.note import Channel, limit
from salver.cards.situation import Situation
from salver.cards.units import for_clipboard, utf16_length
from salver.etiquette import content, hooks
from salver.etiquette.text import Reading

_END = re.compile(r"(?:[.!?…]+[\"”’')\]]*|\n)(?=\s|$)|[。！？]+|\n")
_SHORT = re.compile(r"(?:^|[\s(])(?:dr|mr|mrs|ms|prof|st|vs|no|e\.g|i\.e|etc|jr|sr|[a-z])\.$", re.IGNORECASE)
_WEIGHED = 60
"""Sentences looked at closely; of a longer text, these many from its beginning."""


@dataclass(frozen=True, slots=True)
class Split:
    """The two texts: the invitation to send now, and the message for later."""

    invitation: str
    message: str


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the white space behind it. `weight` tells how much belongs to this conversation alone."""

    text: str
    weight: float = 0.0
    is_hook: bool = False


def split(text: str, situation: Situation) -> Split | None:
    """The two pieces; None when the text fits an invitation as it is, or no part of it would make one."""
    most = limit(Channel.INVITATION, situation.sender.plan)
    if most is None or _length(text) <= most:
        return None
    reading = Reading(text, replace(situation, channel=Channel.INVITATION))
    greeting, body, farewell = _zones(text, reading)
    sentences = _weighed(_sentences(body), situation)
    kept = _chosen(greeting, sentences, most)
    rest = [sentence for number, sentence in enumerate(sentences) if number not in kept]
    if not kept or not any(sentence.text.strip() for sentence in rest):
        return None
    now = _together(greeting, (sentences[number] for number in sorted(kept)), "", is_first=0 in kept)
    later = _together(greeting, rest, farewell, is_first=0 not in kept)
    return Split(now, later)


def _length(text: str) -> int:
    return utf16_length(for_clipboard(text))


def _zones(text: str, reading: Reading) -> tuple[str, str, str]:
    """Greeting, body and sign-off; joined they are the text."""
    count = reading.greeting.words
    start = reading.words[count].start if 0 < count < len(reading.words) else 0
    # An opening mark before the first word belongs to the sentence.
    while start and text[start - 1] in "“\"'‘(¿¡«„":
        start -= 1
    end = len(text)
    if count < reading.closing < len(reading.words):
        end = reading.words[reading.closing].start
        while end > start and text[end - 1] in " \n-–—":
            end -= 1
    return text[:start], text[start:end], text[end:]


def _sentences(body: str) -> list[str]:
    """The sentences of a text, each with the white space behind it; joined they are the text."""
    out: list[str] = []
    start = 0
    for match in _END.finditer(body):
        end = match.end()
        while end < len(body) and body[end].isspace():
            end += 1
        if end <= start or _SHORT.search(body[start : match.end()]) or body[end : end + 1].islower():
            continue
        if not body[start:end].strip() and out:
            out[-1] += body[start:end]
        else:
            out.append(body[start:end])
        start = end
    if start < len(body):
        out.append(body[start:])
    return out


def _weighed(pieces: list[str], situation: Situation) -> list[_Sentence]:
    out: list[_Sentence] = []
    for piece in pieces[:_WEIGHED]:
        reading = Reading(piece, situation)
        found = content.of(reading)
        weight = found.weight + 2 * len(found.topics) + 2 * len(found.people) + 0.5 * found.where
        out.append(_Sentence(piece, weight, hooks.of(reading).is_there))
    return out + [_Sentence(piece) for piece in pieces[_WEIGHED:]]


def _chosen(greeting: str, sentences: list[_Sentence], most: int) -> set[int]:
    """Which sentences go into the invitation: hook, most specific, then from the beginning what still fits."""

    def fits(numbers: set[int]) -> bool:
        text = _together(greeting, (sentences[n] for n in sorted(numbers)), "", is_first=0 in numbers)
        return _length(text) <= most

    kept: set[int] = set()
    # A hook that says something of the talk is worth more than one that does not; of equals, the last.
    asked = sorted((n for n, s in enumerate(sentences) if s.is_hook), key=lambda n: (-sentences[n].weight, -n))
    telling = sorted((n for n, s in enumerate(sentences) if s.weight > 0), key=lambda n: (-sentences[n].weight, n))
    for wanted in (asked, telling):
        for number in wanted:
            if number in kept:
                continue
            if fits(kept | {number}):
                kept.add(number)
                break
    if kept:
        for number in range(min(len(sentences), _WEIGHED)):
            if number not in kept and fits(kept | {number}):
                kept.add(number)
            elif number not in kept:
                break
    return kept


def _together(greeting: str, sentences: Iterable[_Sentence], farewell: str, *, is_first: bool) -> str:
    """Greeting, sentences and sign-off; on a new line after the greeting where the first sentence is gone."""
    body = "".join(_apart(sentence.text) for sentence in sentences).rstrip()
    if greeting and not is_first and "\n" not in greeting:
        greeting = greeting.rstrip() + "\n"
    return f"{greeting}{body}{farewell}".strip()


def _apart(text: str) -> str:
    return text if text[-1:].isspace() else f"{text} "
