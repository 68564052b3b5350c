"""The same to several.

*What it does*
Compares the note with those you wrote to other people, names left out.

*Why it matters*
People of one event compare notes. One sentence of their own makes it theirs.

*When it is fine*
A word of thanks to a whole team.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import replace

from salver.cards.names import fold
from salver.cards.note import Channel
from salver.etiquette import boilerplate
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_WORDS = re.compile(r"[^\W_]+")
_SAME = 0.8
_LEAST = 8
_MOST = 200


def find(reading: Reading) -> Iterable[Hit]:
    """A note that shares four fifths of its words, in pairs, with another."""
    others = reading.situation.others[:_MOST]
    if not others or reading.situation.channel is Channel.REPLY or boilerplate.find(reading):
        return
    mine = _pairs(" ".join(word.text for word in reading.core))
    if len(mine) < _LEAST:
        return
    for other in others:
        if abs(len(other) - len(reading.text)) > len(reading.text) // 2:
            continue
        theirs = _pairs(other)
        if theirs and 2 * len(mine & theirs) >= _SAME * (len(mine) + len(theirs)):
            yield Hit(
                "Much like a note to somebody else", None, "Change the middle sentence; people of one event compare."
            )
            return


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """Neighbouring words; the first few of a note hold a name and are left out by the caller or weigh little."""
    words = _WORDS.findall(fold(text))
    return frozenset(itertools.pairwise(words))


_OTHER = "Hi Tom, it was a joy to hear about your goat at the harbour yesterday. Did it ever find its way home again?"

RULE = Rule(
    id="same-note",
    title="The same to several",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    bad=(Bad(_OTHER.replace("Tom", "Ana"), situation=replace(MET, others=(_OTHER,))),),
    good=(
        Good(
            "Hi Ana, which of the flaky tests was the goat's favourite, and did it ever pass on a Monday?",
            replace(MET, others=(_OTHER,)),
        ),
        Good(_OTHER.replace("Tom", "Ana"), MET),
    ),
)
