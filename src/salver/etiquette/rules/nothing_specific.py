"""Nothing from your conversation.

*What it does*
Looks for one thing that belongs to this conversation alone: what the back of the card says, in these or other
words, a friend in common, or any concrete detail that stands in no stock phrase.

*Why it matters*
They met dozens of people. A joke, an insight they shared or a friend in common is what brings your face back.

*When it is fine*
Between good friends, and in languages Salver does not read.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette import boilerplate, content, leaning, smalltalk
from salver.etiquette.answering import answers_them
from salver.etiquette.examples import BLANK, FRIEND, MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """A note without anything concrete about the two."""
    situation = reading.situation
    if answers_them(reading) or situation.meeting.tie is Tie.FRIEND:
        return
    if reading.language not in smalltalk.LANGUAGES and reading.language and not boilerplate.is_foreign(reading):
        return
    if content.takes_up_topic(reading):
        return
    verdict = leaning.judge(
        reading, RULE.id, found=not content.of(reading).is_specific or boilerplate.is_foreign(reading)
    )
    if not verdict.is_there:
        return
    topics = situation.meeting.topics
    reason = f"You noted “{topics[0]}”." if topics else "A joke, something they said, a friend in common."
    yield Hit("Nothing from your conversation yet", None, reason, severity=verdict.severity)


RULE = Rule(
    id="nothing-specific",
    title="Nothing from your conversation",
    severity=Severity.WARNING,
    find=find,
    source="The etiquette of adding people: be specific, leave a hook",
    bad=(
        Bad("Hi Ana, it was great to meet you yesterday. Let's stay in touch!", situation=MET),
        Bad("Hi Ana, I really enjoyed our interesting conversation. How is work?", situation=BLANK),
        Bad("Hallo Ana, war nett gestern. Bleiben wir in Kontakt!", situation=BLANK),
    ),
    good=(
        Good("Hi Ana, your rule about tests that fail on Mondays is on our wall now.", MET),
        Good("Hi Ana, did the penguin stickers survive the train?", BLANK),
        Good("Yo, see you Sunday?", FRIEND),
    ),
)
