"""What the words of a note lean towards, learned from labelled notes: the second judge beside the lists of phrases.

Somebody who wants a favour can ask for it in ten thousand ways, and no list holds them. Linear models over the signs
of a note (`signs`), of the whole and of its worst sentence, weigh them all; what a rule's own phrases found is one
more weight. The figures in `resources/words/leanings.json` are made by `packaging/weigh.py` from the labelled notes
in `tests/etiquette/notes`. A word that no note held still counts by its meaning (GloVe vectors).

English has weights of its own, six other languages share a second table; elsewhere the phrases alone decide.
"""

from __future__ import annotations

import base64
import functools
import itertools
import json
import math
import operator
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from salver import assets
from salver.etiquette import signs
from salver.etiquette.model import Severity, Span
from salver.etiquette.text import Reading

RESOURCES = {"en": "words/leanings.json"} | dict.fromkeys(
    ("de", "fr", "es", "it", "pt", "nl"), "words/leanings-other.json"
)
"""Where the weights for a language lie."""
_FIRST, _FURTHER, _FURTHER_ELSEWHERE = 0.5, 0.2, 0.5
"""Log-odds that the surest fault is spared, and that each other one must bring: the one thing that matters is said, and
what a note may carry beside it, of which fair editors disagree most, only when it is certain. In languages other than
English, of which less is known, it must be more so."""
ALONE = "weighed alone"
"""The key of a reading's memo by which rules are asked for their own opinion, without any weights."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How a fault is decided. It is there when over 0, or over a little more when another fault is surer:

    `base` + `lean` × what the note leans to + `here` × what its worst sentence leans to + `found` if phrases found it.
    Below `sure` it is said as a hint, not as a warning.
    """

    bias: float
    traits: tuple[float, ...]
    here_bias: float
    lean: float
    here: float
    found: float
    base: float
    sure: float


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of words and signs, one row each with a column for each fault."""

    faults: tuple[str, ...]
    words: array[int]
    signs: array[int]
    units: tuple[tuple[float, float], ...]
    """For each fault what one step of `words` and one of `signs` is worth."""

    def sums(self, said: list[int], shown: list[int], signs_in_all: int) -> dict[str, float]:
        """The mean of the words and the sum of the signs over the root of their number, for each fault."""
        of_words, of_signs = (_added(t, r, len(self.faults)) for t, r in ((self.words, said), (self.signs, shown)))
        many, root = len(said) or 1, math.sqrt(signs_in_all or 1)
        return {
            fault: word_unit * of_words[at] / many + sign_unit * of_signs[at] / root
            for at, (fault, (word_unit, sign_unit)) in enumerate(zip(self.faults, self.units, strict=True))
        }


def _added(table: array[int], rows: list[int], width: int) -> list[int]:
    """The sum of some rows of a table."""
    weights = [table[row * width : (row + 1) * width] for row in rows]
    return [sum(column) for column in zip(*weights, strict=True)] if weights else [0] * width


@dataclass(frozen=True, slots=True)
class Leanings:
    """All weights: `ranks` and `places` tell the rows of words and signs."""

    ranks: dict[str, int]
    places: dict[str, int]
    note: Table
    sentence: Table
    scales: dict[str, Scale]

    def lean(self, table: Table, read: Iterable[signs.Piece]) -> dict[str, float]:
        """What some sentences lean to, without biases."""
        read = tuple(read)
        shown = {sign for piece in read for sign in piece.signs}
        rows = [place for sign in shown if (place := self.places.get(sign)) is not None]
        said: list[int] = []
        if table.words:
            said = [rank for piece in read for token in piece.tokens if (rank := self.ranks.get(token)) is not None]
        return table.sums(said, rows, len(shown))


def load(language: str = "en") -> Leanings:
    """The weights for one of the languages in RESOURCES, read once when first needed."""
    return _read(RESOURCES[language])


@functools.cache
def _read(resource: str) -> Leanings:
    given = json.loads(assets.read_text(resource))
    return Leanings(
        ranks=dict(zip(given["words"].split(" "), itertools.count())),
        places=dict(zip(given["signs"].split("\n"), itertools.count())),
        note=_table(given["note"], given["faults"]),
        sentence=_table(given["sentence"], given["in_place"]),
        scales={fault: Scale(**{**s, "traits": tuple(s["traits"])}) for fault, s in given["scales"].items()},
    )


def _table(given: dict[str, Any], faults: list[str]) -> Table:
    # Base 64, because Python takes base 85 apart in Python: that alone took longer than a whole first check.
    words, shown = (array("b", base64.b64decode(given[key])) for key in ("words", "signs"))
    return Table(tuple(faults), words, shown, tuple((word, sign) for word, sign in given["units"]))


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a fault is there, and how loudly to say so (None: as the rule usually does)."""

    is_there: bool
    severity: Severity | None = None


def judge(reading: Reading, fault: str, *, found: bool) -> Verdict:
    """Weighs a fault; `found` is what the rule's own phrases say, which decides alone in a language without weights."""
    if not _is_weighed(reading):
        return Verdict(found)
    scale = load(reading.language).scales[fault]
    sure = sureness(reading)
    value = sure[fault] + (scale.found if found else 0.0)
    if max(sure.values()) > max(value, 0.0):
        value -= _FURTHER if reading.english else _FURTHER_ELSEWHERE
    else:
        value += _FIRST
    return Verdict(value > 0, Severity.HINT if value < scale.sure else None)


def sureness(reading: Reading) -> dict[str, float]:
    """For each fault how sure the judge is without any phrases, in log-odds over what is asked for."""
    cached = reading.memo.get("sureness")
    if isinstance(cached, dict):
        return cached
    weighed, scales = _weighed(reading), load(reading.language).scales
    found = {}
    for fault, scale in scales.items():
        found[fault] = scale.base + scale.lean * weighed.note[fault]
        if scale.here and fault in weighed.worst:
            found[fault] += scale.here * weighed.worst[fault][0]
    reading.memo["sureness"] = found
    return found


def _is_weighed(reading: Reading) -> bool:
    return reading.language in RESOURCES and bool(reading.words) and ALONE not in reading.memo


def place(reading: Reading, fault: str) -> Span:
    """The sentence between greeting and sign-off in which most of the fault lies."""
    return _weighed(reading).worst[fault][1]


def mark(reading: Reading, fault: str, phrases: Sequence[Span]) -> Span:
    """The words to mark for a fault: those of a phrase, where the judge sees the fault there, too.

    A lone word, or one that ends in "to" or "on", is no thought: its sentence is marked, or the rest of it.
    """
    if _is_weighed(reading):
        worst = place(reading, fault)
        phrases = [span for span in phrases if worst.covers(span)]
        if not phrases:
            return worst
    return _thought(reading, phrases[0])


def _thought(reading: Reading, span: Span) -> Span:
    words = [word for word in reading.words if span.start <= word.start < span.end]
    sentence = reading.sentence_of(span)
    if sentence is None or not words or (len(words) > 1 and words[-1].low not in _LOOSE):
        return span
    start = span.start
    if len(words) == 1:
        said = reading.words[max(sentence.first, reading.greeting.words) : sentence.last]
        start = min(said[0].start, span.start) if said else span.start
    return Span(start, reading.words[sentence.last - 1].end)


_LOOSE = frozenset("a an the to of on in at for with from by and or your my our their me you".split())
"""Words that no thought ends with; "me" and "you" as in "tell me" and "send you"."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """In log-odds what a note leans to, and for faults that lie in one place the worst sentence with its own."""

    note: dict[str, float]
    worst: dict[str, tuple[float, Span]]


def _weighed(reading: Reading) -> _Weighed:
    cached = reading.memo.get("leaning")
    if isinstance(cached, _Weighed):
        return cached
    leanings = load(reading.language)
    read = signs.pieces(reading, leanings.ranks.get)
    figures = signs.traits(reading, read, leanings.ranks.get)
    note = {}
    for fault, total in leanings.lean(leanings.note, read).items():
        scale = leanings.scales[fault]
        note[fault] = scale.bias + total + sum(map(operator.mul, scale.traits, figures))
    found = reading.memo["leaning"] = _Weighed(note, _worst(reading, leanings, read))
    return found


def _worst(reading: Reading, leanings: Leanings, read: tuple[signs.Piece, ...]) -> dict[str, tuple[float, Span]]:
    each = [(leanings.lean(leanings.sentence, (piece,)), piece.sentence) for piece in read]
    worst = {}
    for fault in leanings.sentence.faults:
        sums, sentence = max(each, key=lambda one: one[0][fault])
        first = (
            sentence.first if reading.greeting.words >= sentence.last else max(sentence.first, reading.greeting.words)
        )
        span = Span(reading.words[first].start, sentence.end)
        worst[fault] = (leanings.scales[fault].here_bias + sums[fault], span)
    return worst
