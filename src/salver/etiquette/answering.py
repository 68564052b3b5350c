"""Whether a note answers somebody who wrote first: they know why it comes, and it need not win them over."""

from __future__ import annotations

from salver.cards.note import Channel
from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Reading

_ANSWERS = Phrases("stranger-no-bio", "answers")


def answers_them(reading: Reading) -> bool:
    """A reply by its channel, or by its thanks for an invitation or a message."""
    return reading.situation.channel is Channel.REPLY or _ANSWERS.first(reading, negated=True) is not None
