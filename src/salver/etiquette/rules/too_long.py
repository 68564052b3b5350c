"""Over the limit.

*What it does*
Counts what Copy would put on the clipboard, in the units LinkedIn counts (an emoji takes two or more), and offers
cuts that bring the note under the limit: 200 for an invitation, 300 with Premium. A message far longer than anybody
reads is told so too.

*Why it matters*
LinkedIn's box refuses the rest. What they want to read is one moment and one question.

*When it is fine*
E-mail has no limit, and a long letter between friends needs none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from salver.cards.meeting import Tie
from salver.cards.note import Channel, limit
from salver.cards.units import for_clipboard, utf16_length
from salver.etiquette import trimming
from salver.etiquette.examples import MESSAGE, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_READABLE = 850
"""Answers fall off above 800 characters (LinkedIn’s figures on InMail length); a little grace on top."""
_READABLE_MAIL = 2_500


def find(reading: Reading) -> Iterable[Hit]:
    """Too many units for the channel, or for anybody's patience."""
    situation = reading.situation
    most = limit(situation.channel, situation.sender.plan)
    length = utf16_length(for_clipboard(reading.text))
    if most is not None and length > most:
        over = length - most
        yield Hit(f"{over} over the limit of {most}", None, "The box would cut it off.", trimming.fixes(reading, most))
        return
    if situation.channel is Channel.INVITATION or situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE):
        return
    if length > (_READABLE_MAIL if situation.channel is Channel.EMAIL else _READABLE):
        yield Hit(
            "Longer than most people read",
            None,
            "A first message of a few lines is answered more often.",
            (),
            Severity.WARNING,
        )


_LONG = (
    "Hi Ana, it was such a great pleasure to meet you at PyCon. Your rule that a test which "
    "fails on Mondays deserves a "
    "name, a birthday and a grave has changed our whole stand-up here in Leipzig. Which test was the first to go?"
)

RULE = Rule(
    id="too-long",
    title="Over the limit",
    severity=Severity.ERROR,
    find=find,
    source="LinkedIn help on invitations and their limits; LinkedIn’s figures on InMail length",
    bad=(
        Bad(_LONG, (), _LONG.replace("it was such a great pleasure to meet you at PyCon. Y", "y"), MET),
        Bad(
            "Hi Ana, " + "the test failed again and the build is red, as it was on each of the days before. " * 11,
            situation=MESSAGE,
        ),
    ),
    good=(
        Good("Hi Ana, which test was it?", MET),
        Good(_LONG, replace(MET, sender=replace(MET.sender, plan="premium"))),
    ),
)
