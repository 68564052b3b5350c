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

from salver.cards.note import Channel, limit
from salver.cards.units import for_clipboard, utf16_length
from salver.etiquette import words as lists
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
    short = _plain(reading, start)
    if short is not None:
        yield short
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


def _plain(reading: Reading, start: int) -> Hit | None:
    """ "Best, Jonas" where room is short: the name stands beside the note anyway."""
    situation = reading.situation
    most = limit(situation.channel, situation.sender.plan)
    length = utf16_length(for_clipboard(reading.text))
    words = reading.words[reading.closing :]
    if most is None or not _NEARLY * most <= length <= most or not 1 <= len(words) <= 4:
        return None
    if words[0].low not in lists.known("greetings", "byes") or "(" in reading.text[start:]:
        return None
    begin = len(reading.text[:start].rstrip(" \n-–—"))
    saved = length - utf16_length(for_clipboard(reading.text[:begin]))
    fix = Fix("Leave it out", (Edit(begin, len(reading.text), ""),))
    span = Span(start, words[-1].end)
    if not any(word.text[:1].isupper() for word in words[1:]):
        return Hit("Room for a word of your own", span, f"They know; {saved} characters saved.", (fix,))
    return Hit("No need to sign", span, f"Your name stands beside the note; {saved} characters saved.", (fix,))


_NEARLY = 0.9
"""From this share of the limit on, the room a sign-off takes is worth more than the sign-off."""


RULE = Rule(
    id="signature",
    title="A letterhead at the end",
    severity=Severity.HINT,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana, is the goat home? Kind regards, Jo Lang, Senior Director, Lang Ltd",
            ("Kind regards, Jo Lang, Senior Director, Lang Ltd",),
            "Hi Ana, is the goat home?",
            MET,
        ),
        Bad(
            "Hi Ana, thanks for the talk about flaky tests at the sprint table. Your goat, who ate our release notes "
            "and then the stage manager’s hat, made my whole week. Is the goat home again by now? Best, Jonas",
            ("Best, Jonas",),
            "Hi Ana, thanks for the talk about flaky tests at the sprint table. Your goat, who ate our release notes "
            "and then the stage manager’s hat, made my whole week. Is the goat home again by now?",
            MET,
        ),
    ),
    good=(
        Good("Hi Ana, is the goat home? Best, Jo", MET),
        Good("Hi Ana, is the goat home? Kind regards, Jo (the one with the umbrella)", MET),
    ),
)
