"""A stranger without a name tag.

*What it does*
When you have not met, looks for a line that says who you are: your trade, your place, what you make or study.

*Why it matters*
Somebody unknown who writes out of nowhere is let in sooner when they say who they are.

*When it is fine*
When you have met or were introduced; the tie on the card says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette import introduction, leaning
from salver.etiquette.answering import answers_them
from salver.etiquette.examples import MET, STRANGER
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """Nothing about the writer, for somebody they have not met."""
    situation = reading.situation
    if not situation.meeting.tie.has_not_met or situation.channel is Channel.REPLY:
        return
    if answers_them(reading):
        return
    if reading.language not in ("", "en", "de", "fr", "es", "it", "pt", "nl"):
        return
    verdict = leaning.judge(reading, RULE.id, found=not introduction.of(reading))
    if not verdict.is_there:
        return
    about = situation.sender.about
    reason = f"For instance: {about}" if about else "You have not met: a line on what you do will help."
    yield Hit("They do not know who you are", None, reason[:140], severity=verdict.severity)


RULE = Rule(
    id="stranger-no-bio",
    title="A stranger without a name tag",
    severity=Severity.WARNING,
    find=find,
    source="The etiquette of adding people: say who you are",
    bad=(
        Bad("Hi Ana, your post on flaky tests was good. Which one was it?", situation=STRANGER),
        Bad("Hi Ana, we help companies like yours. Interested?", situation=STRANGER),
    ),
    good=(
        Good("Hi Ana, I run the tests of a small bank in Ghent. Your post saved my week. Which one was it?", STRANGER),
        Good("Hallo Ana, ich bin Lehrerin in Graz und nutze Ihr Werkzeug. Darf ich einen Fehler melden?", STRANGER),
        Good("Hi Ana, which one was it?", MET),
    ),
)
