"""Lines that may run together.

*What it does*
Notices lists, or many line breaks, in an invitation.

*Why it matters*
Nobody has settled whether LinkedIn keeps line breaks in invitations. Write so that it reads well on one line too.

*When it is fine*
A break after the greeting; and any in messages, which keep them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette.examples import MESSAGE, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_ITEM = re.compile(r"(?m)^[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]+\S")
_BREAKS = re.compile(r"\n+")


def find(reading: Reading) -> Iterable[Hit]:
    """Lists and many breaks, in invitations."""
    if reading.situation.channel is not Channel.INVITATION or "\n" not in reading.text.strip():
        return
    items = list(_ITEM.finditer(reading.text.strip()))
    breaks = len(_BREAKS.findall(reading.text.strip()))
    if len(items) < 2 and breaks < 4:
        return
    span = None
    if len(items) >= 2:
        match = next(_ITEM.finditer(reading.text))
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        span = Span(start, match.end())
    yield Hit("These lines may run together", span, "LinkedIn may join them; write so that it reads well either way.")


RULE = Rule(
    id="line-breaks",
    title="Lines that may run together",
    severity=Severity.HINT,
    find=find,
    source="How LinkedIn’s note box counts and keeps text",
    bad=(Bad("Hi Ana,\n- is the goat home?\n- is it fed?", ("- i",), situation=MET),),
    good=(
        Good("Hi Ana,\n\nis the goat home?\n\nJo", MET),
        Good("Hi Ana,\n- is the goat home?\n- is it fed?", MESSAGE),
    ),
)
