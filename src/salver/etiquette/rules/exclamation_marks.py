"""Marks that jump.

*What it does*
Counts exclamation marks: three in a row, or five and more in a short note.

*Why it matters*
One is a smile, five are a crowd. They drown what you want to say.

*When it is fine*
One or two, anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_RUN = re.compile(r"[!?！？¡¿]*[!！][!?！？]*")
_MANY = 5


def find(reading: Reading) -> Iterable[Hit]:
    """A long run, or many in all."""
    text = reading.text
    total = text.count("!") + text.count("！")
    if total < 3:
        return
    runs = list(_RUN.finditer(text))
    longest = max(runs, key=lambda m: m.group().count("!") + m.group().count("！"))
    most = longest.group().count("!") + longest.group().count("！")
    if reading.situation.meeting.tie is Tie.FRIEND and total < 2 * _MANY:
        return
    if most < 3 and (total < _MANY or total * 70 < len(text)):
        return
    span = Span(*longest.span())
    yield Hit(f"{total} exclamation marks", span, "One is a smile; more drown it.", (_fix(runs),))


def _fix(runs: list[re.Match[str]]) -> Fix:
    edits = []
    kept = False
    for match in runs:
        piece = match.group()
        opening = "".join(dict.fromkeys(c for c in piece if c in "¡¿")) if piece[0] in "¡¿" else ""
        if "?" in piece or "？" in piece:
            calm = "?"
        else:
            calm = "." if kept else "!"
            kept = True
        if opening + calm != piece:
            edits.append(Edit(match.start(), match.end(), opening + calm))
    return Fix("Keep one", tuple(edits))


RULE = Rule(
    id="exclamation-marks",
    title="Marks that jump",
    severity=Severity.HINT,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana! What a goat story!!!! Did it come back?!",
            ("!!!!",),
            "Hi Ana! What a goat story. Did it come back?",
            MET,
        ),
    ),
    good=(Good("Hi Ana! You were right, the second goat was better!! Did it come back?", MET),),
)
