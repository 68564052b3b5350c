"""Out of a box.

*What it does*
Finds the openings of mail merges: "hope this finds you well", "I came across your profile", "I'm reaching out because".

*Why it matters*
You met them. Begin with that; nobody else can.

*When it is fine*
To a stranger whose profile you really found by searching.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_BOX = Phrases("stock-opener", "box")


def find(reading: Reading) -> Iterable[Hit]:
    """A stock opening."""
    situation = reading.situation
    if situation.meeting.tie is Tie.FRIEND or situation.channel is Channel.REPLY:
        return
    found = _BOX.first(reading)
    if found is None:
        return
    severity = Severity.HINT if situation.meeting.tie.has_not_met else Severity.WARNING
    yield Hit(
        "An opening out of a box", found.span, "Begin with what you talked about.", _fix(reading, found.span), severity
    )


def _fix(reading: Reading, span: Span) -> tuple[Fix, ...]:
    """Leave it out where it is a sentence of its own."""
    sentence = reading.sentence_of(span)
    if sentence is None:
        return ()
    first = max(sentence.first, reading.greeting.words)
    if reading.words[first].start != span.start or reading.words[sentence.last - 1].end != span.end:
        return ()
    end = sentence.end
    while end < len(reading.text) and reading.text[end] == " ":
        end += 1
    return (Fix("Leave it out", (Edit(span.start, end, ""),)),) if end < len(reading.text) else ()


RULE = Rule(
    id="stock-opener",
    title="Out of a box",
    severity=Severity.WARNING,
    find=find,
    source="Phrases that recur in collected invitations",
    bad=(
        Bad(
            "Hi Ana. I hope this message finds you well. Is the goat home?",
            ("I hope this message finds you well",),
            "Hi Ana. Is the goat home?",
            MET,
        ),
        Bad(
            "Hi Ana, I came across your profile. Is the goat home?",
            ("I came across your profile",),
            "Hi Ana, Is the goat home?",
            MET,
        ),
    ),
    good=(
        Good("Hi Ana, I hope the goat is well. Is it home?", MET),
        Good("Hope you are well, you old goat.", FRIEND),
    ),
)
