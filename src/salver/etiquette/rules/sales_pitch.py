"""Selling at the door.

*What it does*
Weighs what sells: a firm that helps firms like theirs, prices and percentages, demos, offers, seats that are left.
It takes more than one word, and who offers what to whom counts: "I sell coffins" is no pitch.

*Why it matters*
A pitch in the first note is what people complain of most. It tells them that the conversation was a pretext.

*When it is fine*
When they asked for it, and when you say what you do without offering it.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import leaning, selling
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """Words that sell."""
    if reading.situation.channel is Channel.EMAIL and reading.situation.meeting.tie is Tie.COLLEAGUE:
        return
    found = selling.pitch(reading)
    verdict = leaning.judge(reading, RULE.id, found=found is not None and found.weight >= 2)
    if verdict.is_there:
        span = leaning.mark(reading, RULE.id, found.spans if found is not None else ())
        reason = "Leave it for later; ask about them first."
        yield Hit("This reads like an offer", span, reason, severity=verdict.severity)


RULE = Rule(
    id="sales-pitch",
    title="Selling at the door",
    severity=Severity.WARNING,
    find=find,
    source="The etiquette of adding people",
    bad=(
        Bad(
            "Hi Ana, we help companies like yours cut cloud costs by 30%. Open to a demo?",
            ("we help companies like yours cut",),
            situation=MET,
        ),
        Bad(
            "Hi Ana, are you happy with your current insurance? I can save you a lot of money.",
            ("I can save you a lot",),
            situation=MET,
        ),
        Bad(
            "Hallo Ana, wir unterstützen Firmen mit unserer Software. Interesse?",
            ("wir unterstützen Firmen",),
            situation=MET,
        ),
    ),
    good=(
        Good(
            "Hi Ana, I sell coffins, and yours is the first talk that made my customers laugh. Which slide was it?", MET
        ),
        Good("Hi Ana, this isn't a sales pitch, I have nothing to sell but a surplus of clover. Want some?", MET),
        Good("Hi Ana, as a network engineer I owe you for that line about DNS. Is it written down anywhere?", MET),
        Good("Hi Ana, you asked for our catalogue of type checkers. Paper or PDF?", MET),
    ),
)
