"""The click, said twice.

*What it does*
Finds "let's connect", "stay in touch" and "looking forward to connecting" as the end of a note.

*Why it matters*
The button says so already. The last line is the best place for your question.

*When it is fine*
As half a line after a question or a promise.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import hooks
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_CLOSERS = Phrases("stock-closer", "closers")


def find(reading: Reading) -> Iterable[Hit]:
    """A stock ending of a note that has no hook."""
    if (
        reading.situation.channel is Channel.REPLY
        or reading.situation.meeting.tie is Tie.FRIEND
        or hooks.of(reading).is_there
    ):
        return
    closers = list(_CLOSERS.find(reading))
    if closers:
        yield Hit("The button says this already", closers[-1].span, "The last line is the best place for a question.")


RULE = Rule(
    id="stock-closer",
    title="The click, said twice",
    severity=Severity.HINT,
    find=find,
    source="Phrases that recur in collected invitations",
    yields_to=frozenset({"near-default-invitation", "default-invitation"}),
    bad=(
        Bad("Hi Ana, your goat was the star of the day. Let's stay in touch.", ("Let's stay in touch",), situation=MET),
    ),
    good=(
        Good("Hi Ana, your goat was the star of the day. Is it home? Let's stay in touch.", MET),
        Good("Let's stay in touch, you old goat.", FRIEND),
    ),
)
