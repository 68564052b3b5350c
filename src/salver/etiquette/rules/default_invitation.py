"""LinkedIn's own text.

*What it does*
Finds LinkedIn's ready-made invitation, in any of its languages, when nothing of your own stands beside it.

*Why it matters*
They read it as no effort at all, and it gives them nothing to remember you by. One line about what you talked
about is enough.

*When it is fine*
Between good friends who see each other all the time, or quoted as a joke.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import boilerplate
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """The default text, alone."""
    stock = boilerplate.find(reading)
    if stock is None or not stock.alone or reading.situation.channel is Channel.REPLY:
        return
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    yield Hit("This is LinkedIn’s own text", stock.span, "Say one thing that only you could write to them.")


RULE = Rule(
    id="default-invitation",
    title="LinkedIn’s own text, and nothing else",
    severity=Severity.ERROR,
    find=find,
    source="LinkedIn’s own invitation texts, as seen in mails and quotations",
    bad=(
        Bad(
            "I'd like to add you to my professional network on LinkedIn.",
            ("I'd like to add you to my professional network on LinkedIn",),
            situation=MET,
        ),
        Bad(
            "Hallo Ana, ich würde dich gerne zu meinem beruflichen Netzwerk hinzufügen.",
            ("ich würde dich gerne zu meinem beruflichen Netzwerk hinzufügen",),
            situation=MET,
        ),
        Bad(
            "Hola Ana, me gustaría añadirte a mi red profesional en LinkedIn.",
            ("me gustaría añadirte a mi red profesional en LinkedIn",),
            situation=MET,
        ),
    ),
    good=(
        Good("I'd like to add you to my professional network on LinkedIn.", FRIEND),
        Good("Hi Ana, did the flaky test ever pass on a Monday?", MET),
        Good("Hi Ana, your network cards fail on Mondays too. Shall I add you to the bug report?", MET),
    ),
)
