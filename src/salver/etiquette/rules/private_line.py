"""Meant for your eyes.

*What it does*
Compares the note with the private lines of the card, and marks a rare word or phrase that they share.

*Why it matters*
What was told in confidence, or is only your own thought, has no place in a note others may read.

*When it is fine*
When they spoke of it openly: then take it out of the private lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from salver.cards.names import fold
from salver.etiquette import content, smalltalk
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_PIECES = re.compile(r"[^\W_]+")


def find(reading: Reading) -> Iterable[Hit]:
    """Rare words of a private line in the note."""
    private = reading.situation.meeting.private
    if not private:
        return
    names = content.names_of(reading.situation)
    known = smalltalk.stems(
        " ".join(
            (*reading.situation.meeting.topics, reading.situation.meeting.hook, reading.situation.meeting.their_words)
        )
    )
    secret = {
        smalltalk.stem(piece)
        for line in private
        for piece in _PIECES.findall(fold(line))
        if len(piece) >= 4 and piece not in names and not smalltalk.is_stock(piece, "en")
    } - known
    for word in reading.words:
        folded = fold(word.text)
        if len(folded) >= 4 and any(smalltalk.stem(piece) in secret for piece in _PIECES.findall(folded)):
            yield Hit(
                "This stands in your private lines", Span(word.start, word.end), "They may not want it written down."
            )
            return


_PRIVATE = replace(MET, meeting=replace(MET.meeting, private=("looking for a new job since the merger",)))

RULE = Rule(
    id="private-line",
    title="Meant for your eyes",
    severity=Severity.WARNING,
    find=find,
    source="A private line stays private",
    bad=(Bad("Hi Ana, how are things since the merger?", ("merger",), situation=_PRIVATE),),
    good=(
        Good("Hi Ana, is the goat home?", _PRIVATE),
        Good("Hi Ana, how are things since the merger?", MET),
    ),
)
