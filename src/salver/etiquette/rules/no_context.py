"""They could not tell who you are.

*What it does*
Looks for where or when you met, who brought you together, who you are, or a detail they would know you by.

*Why it matters*
After a long day names blur. One word about the place or the talk and they know you again.

*When it is fine*
Between friends and colleagues, and in messages to somebody you are linked with.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.cards.situation import InvitationState
from salver.etiquette import boilerplate, content, introduction, leaning, selling, smalltalk
from salver.etiquette.answering import answers_them
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_MET = Phrases("no-context", "met")
_AGAIN = Phrases("no-context", "again")


def find(reading: Reading) -> Iterable[Hit]:
    """Neither place nor time nor person nor detail."""
    situation = reading.situation
    if situation.channel is Channel.REPLY or situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE):
        return
    if situation.invitation.state is InvitationState.ACCEPTED:
        return
    if answers_them(reading):
        return
    if reading.language and reading.language not in smalltalk.LANGUAGES and boilerplate.find(reading) is None:
        return
    verdict = leaning.judge(reading, RULE.id, found=not _is_known(reading) or boilerplate.is_foreign(reading))
    if not verdict.is_there:
        return
    place = situation.meeting.event or situation.meeting.place
    reason = f"You met at {place}." if place else "Say where you met, or who you are."
    yield Hit("They may not know who writes", None, reason[:140], severity=verdict.severity)


def _is_known(reading: Reading) -> bool:
    sold = selling.pitch(reading)
    if reading.situation.meeting.tie.has_not_met and sold is not None and sold.weight >= 2:
        return True
    found = content.of(reading)
    if _AGAIN.first(reading) and not (found.where or introduction.of(reading)):
        found = replace(found, topics=(), people=(), weight=0.0)  # "Me again": who, though?
    return found.is_specific or found.where or _MET.within(reading.flow, reading.language) or introduction.of(reading)


RULE = Rule(
    id="no-context",
    title="They could not tell who you are",
    severity=Severity.WARNING,
    find=find,
    source="The etiquette of adding people: be specific, leave a hook",
    bad=(
        Bad("Hi Ana, how have you been? Would you like to connect?", situation=MET),
        Bad("Hi Ana, I would love to explore some opportunities together.", situation=MET),
    ),
    good=(
        Good("Hi Ana, it was great to meet you at PyCon. Shall we connect?", MET),
        Good("Hi Ana, I'm the one who spilled the soup. Shall we connect?", MET),
        Good("Hi Ana, shall we connect?", FRIEND),
    ),
)
