"""Wishes without a subject: brains to pick, synergies to explore."""

from __future__ import annotations

from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Reading, Sentence

STRONG = Phrases("vague", "strong")

_BUZZ = frozenset(
    """
    leverage leveraging unlock unlocking synergy synergies value scale ecosystem ecosystems collaborate
    collaborating collaboration collaborations collaborative explore exploring opportunity opportunities
    mutual mutually partnership partnerships partner align alignment aligned potential growth networks
    innovation innovative impact empower transform transformation disrupt disruption strategic strategically
    visions vision goals ideas insights space landscape possibilities touchpoints cooperation cooperate
    expertise complementary complement ventures venture win-win beneficial benefit synergise synergize
    connect connecting exchange solutions thought leadership
    """.split()
)
_TOGETHER = frozenset("we us our together jointly other both".split())
_ENOUGH = 3


def clouded(reading: Reading) -> Sentence | None:
    """A sentence that wishes for something together in nothing but such words; one in isolation is innocent."""
    if not reading.english:
        return None
    for sentence in reading.said:
        lows = {word.low for word in reading.words[sentence.first : sentence.last]}
        if len(lows & _BUZZ) >= _ENOUGH and lows & _TOGETHER:
            return sentence
    return None
