"""What a note gives its reader to answer: a real question, an offer, a promise, an open invitation to tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.cards.names import fold
from salver.etiquette import content, smalltalk
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Span
from salver.etiquette.text import Reading, Sentence

_EMPTY = Phrases("hooks", "empty", "^ (?:(?:so|and|anyway|well|hey|ok|okay|by the way) )*", " $")

_ENGLISH = Phrases("hooks", "english")

_OTHER, _MAYBE = Phrases("hooks", "other"), Phrases("hooks", "maybe")
_UNMARKED_OTHER = Phrases("hooks", "unmarked", "^ ")
_LATER = Phrases("hooks", "later")

_UNMARKED = re.compile(
    r"^ (?:(?:and|so|but|or|also|now|then|well) )?(?:(?:how|what|who|where)'s (?:the|your|"
    r"that|it) (?!going|been)|(?:what|which|who|where|when|why|how|whose) (?:\w+ ){0,4}?(?:do|"
    r"does|did|is|are|was|were|has|have|had|can|could|would|will|should|'s|many|much|long|to|"
    r"about|if|on|came|made|said|happened|won|got)"
    r"|(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should) (?:you|it|"
    r"they|that|he|she|we|the|your|there|any|this|those|i)) "
)


@dataclass(frozen=True, slots=True)
class Hooks:
    """`questions` ask something, `open_` are other words that want an answer, `empty` questions want none."""

    questions: tuple[Sentence, ...]
    open_: tuple[Span, ...]
    empty: tuple[Sentence, ...]

    @property
    def is_there(self) -> bool:
        """True when they have something to answer."""
        return bool(self.questions or self.open_)


def of(reading: Reading) -> Hooks:
    """The hooks of a note; computed once per reading."""
    cached = reading.memo.get("hooks")
    if isinstance(cached, Hooks):
        return cached
    found = _hooks(reading)
    reading.memo["hooks"] = found
    return found


def _hooks(reading: Reading) -> Hooks:
    questions: list[Sentence] = []
    empty: list[Sentence] = []
    for sentence in reading.said:
        flow = reading.flow_of(sentence)
        marked = sentence.mark == "?"
        if not marked and not _asks_unmarked(reading, flow):
            continue
        is_empty = _EMPTY.opens(flow, "") and not _has_own_word(reading, sentence)
        (empty if is_empty else questions).append(sentence)
    opened: list[Span] = []
    if not questions:
        if reading.english:
            opened = [f.span for f in _ENGLISH.find(reading, negated=True)]
            opened += [f.span for f in _LATER.find(reading, negated=True) if not _PAST.match(f.match.group(1))]
        elif reading.language:
            opened = [f.span for f in _OTHER.find(reading, negated=True)]
            if not opened and content.of(reading).is_specific:
                # "If you like" belongs to many a polite formula; beside something concrete it is an opening.
                opened = [f.span for f in _MAYBE.find(reading, negated=True)]
    return Hooks(tuple(questions), tuple(opened), tuple(empty))


def _asks_unmarked(reading: Reading, flow: str) -> bool:
    """A question whose mark was left out."""
    if reading.english:
        return _UNMARKED.match(flow) is not None
    return _UNMARKED_OTHER.opens(flow, reading.language)


def _has_own_word(reading: Reading, sentence: Sentence) -> bool:
    """ "¿Qué tal tu primera guardia?" asks something; "¿Qué tal?" does not."""
    language = reading.language if reading.language in smalltalk.LANGUAGES else "en"
    names = content.names_of(reading.situation)
    words = reading.words[sentence.first : sentence.last]
    return any(
        len(w.low) >= 4 and not smalltalk.is_stock(w.low, language) and fold(w.text) not in names for w in words[2:]
    )


# "I type it up Sunday": the present tense with a day is a promise; the past is not.
_PAST = re.compile(
    r"(?:\w+ed|was|were|had|met|came|went|saw|got|left|did|made|said|told|heard|sat|gave|took|ran|knew|thought|found"
    r"|spoke|wrote|read|brought|bought|felt|lost|won|am|have|hope|think|know|want|love|guess|bet)$"
)
