"""A letterhead at the end.

*What it does*
Finds a signature with title, company or telephone below an invitation.

*Why it matters*
LinkedIn shows your name and headline beside the note. The characters are better spent above.

*When it is fine*
A name, and a word they know you by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_OFFICE = re.compile(
    r"\b(?:Ltd|LLC|Inc|GmbH|Corp|Tel|Phone|Mobile|Fax|Senior|Vice President|VP|CEO|CTO|CFO|"
    r"COO|Director|Head of|Manager|Founder|Partner|MBA|PhD|President)\b|\+?\d[\d ()/-]{7,}\d|"
    r"@|www\."
)


def find(reading: Reading) -> Iterable[Hit]:
    """A sign-off with the trappings of an office."""
    if reading.situation.channel is not Channel.INVITATION or reading.closing >= len(reading.words):
        return
    start = reading.words[reading.closing].start
    tail = reading.text[start:]
    if len(_OFFICE.findall(tail)) < 2 and tail.count("\n") < 4:
        return
    begin = len(reading.text[:start].rstrip(" \n-–—"))
    fix = Fix("Leave it out", (Edit(begin, len(reading.text), ""),))
    yield Hit(
        "LinkedIn shows who you are",
        Span(start, len(reading.text.rstrip())),
        "Your name and headline stand beside the note.",
        (fix,),
    )


RULE = Rule(
    id="signature",
    title="A letterhead at the end",
    severity=Severity.HINT,
    find=find,
    source="research/linkedin.md 6 (SIGN-OFF)",
    bad=(
        Bad(
            "Hi Ana, is the goat home? Kind regards, Jo Lang, Senior Director, Lang Ltd",
            ("Kind regards, Jo Lang, Senior Director, Lang Ltd",),
            "Hi Ana, is the goat home?",
            MET,
        ),
    ),
    good=(Good("Hi Ana, is the goat home? Kind regards, Jo (the one with the umbrella)", MET),),
)
