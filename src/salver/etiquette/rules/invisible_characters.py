"""Characters nobody sees.

*What it does*
Finds zero-width and direction characters, no-break spaces, tabs, and styled letters that look bold.

*Why it matters*
They count against the limit, and a screen reader stumbles over styled letters. Copy takes out the invisible ones.

*When it is fine*
The joiners inside emoji and in Persian or Indic words are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_STYLED = re.compile("[\U0001d400-\U0001d7ff](?:[\U0001d400-\U0001d7ff ]*[\U0001d400-\U0001d7ff])?")
_SPACES = re.compile("[\u00a0\u2007\u202f](?![!?:;»%€])|\t")


def find(reading: Reading) -> Iterable[Hit]:
    """Invisible and styled characters, all of a kind as one finding."""
    text = reading.text
    if text.isascii() and "\t" not in text:
        return
    for pattern, message in (
        (_UNSEEN, "Characters nobody sees"),
        (_STYLED, "Styled letters"),
        (_SPACES, "Unusual spaces"),
    ):
        found = list(pattern.finditer(text))
        if pattern is _SPACES and len(found) < 2 and "\t" not in text and not reading.english:
            continue
        if found:
            edits = tuple(Edit(m.start(), m.end(), _plain(pattern, m.group())) for m in found)
            reason = (
                "They count against the limit; Copy leaves them out."
                if pattern is _UNSEEN
                else "Plain ones are read by everybody."
            )
            yield Hit(message, Span(*found[0].span()), reason, (Fix("Make them plain", edits),))


def _plain(pattern: re.Pattern[str], text: str) -> str:
    if pattern is _UNSEEN:
        return ""
    return " " if pattern is _SPACES else unicodedata.normalize("NFKC", text)


RULE = Rule(
    id="invisible-characters",
    title="Characters nobody sees",
    severity=Severity.HINT,
    find=find,
    source="How LinkedIn’s note box counts and keeps text",
    bad=(
        Bad("Hi Ana,\u200b is the goat home?", ("\u200b",), "Hi Ana, is the goat home?", MET),
        Bad(
            "Hi Ana, is the \U0001d420\U0001d428\U0001d41a\U0001d42d home?",
            ("\U0001d420\U0001d428\U0001d41a\U0001d42d",),
            "Hi Ana, is the goat home?",
            MET,
        ),
    ),
    good=(
        Good("Hi Ana, is the goat home? 👩\u200d💻", MET),
        Good("Chère Ana, la chèvre est-elle rentrée\u202f?", MET),
    ),
)
