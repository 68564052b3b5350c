"""Nothing to answer.

*What it does*
Looks for a question, an offer, a promise or an opening. "How are you?" is none; "I'll send it Tuesday" is one.

*Why it matters*
A hook is what makes writing again feel natural, for them and for you.

*When it is fine*
Between good friends, in condolences, and when the note says that it needs no answer.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import boilerplate, content, hooks, leaning, selling, smalltalk
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_STORY = 4
_NO_NEED = Phrases("no-hook", "no-need")

_PLEASANTRY = Phrases("no-hook", "pleasantry", "^ (?:(?:so|and|anyway|well|ok|okay) )*", " $")
_THANKS = Phrases("no-hook", "thanks")


def find(reading: Reading) -> Iterable[Hit]:
    """A note that asks, offers and promises nothing."""
    situation = reading.situation
    if situation.channel is Channel.REPLY or situation.meeting.tie is Tie.FRIEND:
        return
    if reading.language and reading.language not in smalltalk.LANGUAGES and "?" in reading.text:
        return
    if _NO_NEED.first(reading, negated=True):
        return
    found = hooks.of(reading)
    verdict = leaning.judge(
        reading, RULE.id, found=boilerplate.is_foreign(reading) or not (found.is_there or _is_enough(reading))
    )
    if not verdict.is_there and not _only_asks_how_they_are(reading, found):
        return
    hook = situation.meeting.hook
    topics = situation.meeting.topics
    if hook:
        reason = f"You noted: {hook}"
    elif topics:
        reason = f"Ask about {topics[0]}?"
    else:
        reason = "A question, an offer or a promise is easy to answer."
    span = None
    if found.empty:
        first, last = reading.words[found.empty[0].first], reading.words[found.empty[0].last - 1]
        span = Span(first.start, last.end)
    yield Hit("Nothing to answer yet", span, reason[:140], severity=verdict.severity)


def _only_asks_how_they_are(reading: Reading, found: hooks.Hooks) -> bool:
    """ "Can we connect?" is a question mark and no question, however good the rest is."""
    return (
        not found.is_there
        and not _is_enough(reading)
        and any(_PLEASANTRY.opens(reading.flow_of(sentence), "") for sentence in found.empty)
    )


def _is_enough(reading: Reading) -> bool:
    """Thanks for something certain; and an offer, which is something to answer, if not a welcome one."""
    sold = selling.pitch(reading)
    if sold is not None and sold.weight >= 3:
        return True
    if not reading.english and _ends_in_a_story(reading):
        return True
    return _THANKS.first(reading, negated=True) is not None and content.of(reading).is_specific


def _ends_in_a_story(reading: Reading) -> bool:
    """In other languages, whose hooks we know less well: much that is concrete, to the last sentence."""
    found = content.of(reading)
    if found.weight < _STORY or not reading.said:
        return False
    last = reading.said[-1]
    words = reading.words[last.first : last.last]
    return any(word in found.rare or any(ch.isdigit() for ch in word.text) for word in words)


RULE = Rule(
    id="no-hook",
    title="Nothing to answer",
    severity=Severity.WARNING,
    find=find,
    source="The etiquette of adding people: be specific, leave a hook",
    bad=(
        Bad("Hi Ana, your rule about flaky tests is on our wall now.", situation=MET),
        Bad("Hi Ana, your rule is on our wall now. How are you?", ("How are you",), situation=MET),
        Bad("Hi Ana, good to meet you. Shall we connect?", ("Shall we connect",), situation=MET),
    ),
    good=(
        Good("Hi Ana, your rule is on our wall now. Do you ever break it?", MET),
        Good("Hi Ana, I'll send you the photo of the wall on Tuesday.", MET),
        Good("Hi Ana, your rule is on our wall. Let me know how the release went.", MET),
        Good("Hi Ana, welcome to the suit website.", FRIEND),
    ),
)
