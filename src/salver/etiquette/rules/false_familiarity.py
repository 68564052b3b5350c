"""Closer than you are.

*What it does*
Finds words of old friendship, "as we discussed at length", "long time no see", towards somebody you have just met.

*Why it matters*
They remember ten minutes by the door. Claiming more makes them doubt the rest.

*When it is fine*
Among friends and colleagues; and when the card does not know how long you go back, put it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_OLD = Phrases("false-familiarity", "old")
# "Long time no see (eleven hours)" is a joke, and says itself how long.
_SPAN = re.compile(r"\W{1,4}(?:\w+[ -]){1,4}(?:minute|hour|day)s?\b")


def find(reading: Reading) -> Iterable[Hit]:
    """Old friendship with somebody just met."""
    situation = reading.situation
    if situation.meeting.tie not in (Tie.MET, Tie.INTRODUCED) or situation.channel is Channel.REPLY:
        return
    found = _OLD.first(reading)
    if found is not None and not _SPAN.match(reading.text[found.span.end :]):
        yield Hit("Closer than the card knows", found.span, "If you go back that far, put it on the card.")


RULE = Rule(
    id="false-familiarity",
    title="Closer than you are",
    severity=Severity.WARNING,
    find=find,
    source="Good manners in letters",
    yields_to=frozenset({"contradicts-card"}),
    bad=(
        Bad("Hi Ana, my dear old friend, which test was it?", ("my dear old friend",), situation=MET),
        Bad(
            "Hi Ana, as we discussed at length, your tests are flaky. Which is worst?",
            ("as we discussed at length",),
            situation=MET,
        ),
        Bad(
            "Old pal Ana! Remember our wild nights in Dundee? Which test was it?",
            ("Remember our wild nights",),
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, long time no see (eleven hours). Which test was it?", MET),
        Good("Hi Ana, long time no see. Which test was it?", FRIEND),
        Good("Hi Ana, we only had two minutes, yet your goat story beat the keynote. Is it true?", MET),
    ),
)
