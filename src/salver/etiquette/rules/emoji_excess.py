"""A shower of pictures.

*What it does*
Counts emoji; four and more are many for a first note. Each costs two to eleven of your characters.

*Why it matters*
A screen reader says every one of them aloud, and words get lost between them.

*When it is fine*
One or two, or three among friends who write so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_BASE = "[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u23e9-\u23fa\u231a\u231b\u2b1b\u2b1c\u2934\u2935\u203c\u2049]"
_TAIL = "[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*"
EMOJI = re.compile(rf"{_BASE}{_TAIL}(?:\u200d{_BASE}{_TAIL})*")
_MANY = 4


def find(reading: Reading) -> Iterable[Hit]:
    """Four emoji and more; eight among friends."""
    if reading.text.isascii():
        return
    found = list(EMOJI.finditer(reading.text))
    many = 2 * _MANY if reading.situation.meeting.tie is Tie.FRIEND else _MANY
    if len(found) < many or (len(found) * 100 < len(reading.text)):
        return
    runs = _runs(reading.text, found)
    longest = max(runs, key=len)
    edits = [_without(reading.text, run[1:] if run is runs[0] else run) for run in runs[len(runs[0]) == 1 :]]
    yield Hit(
        f"{len(found)} emoji",
        Span(longest[0].start(), longest[-1].end()),
        "One is plenty, and each costs two characters or more.",
        (Fix("Keep the first", tuple(edits)),),
    )


def _runs(text: str, found: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """Emoji with nothing but spaces between them, together."""
    runs: list[list[re.Match[str]]] = []
    for match in found:
        if runs and not text[runs[-1][-1].end() : match.start()].strip(" "):
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


def _without(text: str, run: list[re.Match[str]]) -> Edit:
    """The text without a run, and without the space that would then stand double or before a mark."""
    start, end = run[0].start(), run[-1].end()
    if text[end : end + 1] in ("", " ", "\n", ".", "!", "?", ","):
        start = len(text[:start].rstrip(" "))
    elif text[start - 1 : start] != " ":
        return Edit(start, end, " ")
    return Edit(start, end, "")


RULE = Rule(
    id="emoji-excess",
    title="A shower of pictures",
    severity=Severity.HINT,
    find=find,
    source="How LinkedIn’s note box counts and keeps text",
    bad=(Bad("Ana 🐐🐐 what a goat 😂 is it home 🎉 yet?", ("🐐🐐",), "Ana 🐐 what a goat is it home yet?", MET),),
    good=(Good("Ana 🐐 is it home yet? 😂", MET),),
)
