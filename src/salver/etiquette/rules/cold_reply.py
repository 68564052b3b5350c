"""A cold shoulder.

*What it does*
Finds "who are you?", "do I know you?" and "what do you want?" in a reply to somebody who added you, without a kind word.

*Why it matters*
They may have met you, or have a good reason. The same question asked kindly gets the same answer, and a friend.

*When it is fine*
When a thank-you or a "forgive me" stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette.examples import MET, REPLY
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_COLD = Phrases(
    en=r"who (?:are you|is this|the hell are you)|do i (?:even )?know you|i do not (?:even )?know you|(?:what|why) do you want|why (?:did|do|have|are) you (?:add|adding|added|want to add|connect\w*|contact\w*|writ\w*)(?: (?:me|to me))?|not interested|leave me alone|stop (?:spamming|writing|adding)|i only accept|i never accept|i do not accept",
    de=r"wer (?:sind sie|bist du)|kennen wir uns|kenne ich (?:sie|dich)|was wollen sie|was willst du|kein interesse",
    fr=r"qui êtes-vous|qui es-tu|on se connaît|que voulez-vous|pas intéressée?",
    es=r"quién eres|quién es usted|te conozco|qué quieres|no me interesa",
    it=r"chi sei|chi è lei|ci conosciamo|cosa vuoi|non mi interessa",
    pt=r"quem é você|quem és|nos conhecemos|o que quer|não tenho interesse",
    nl=r"wie ben je|wie bent u|ken ik (?:je|u)|wat wil je|geen interesse",
)  # fmt: skip
_KIND = Phrases(
    en=r"thank|thanks|forgive|sorry|please|glad|happy|kind|love to|would like to|curious|pleasure|afraid",
    de=r"danke|dank|verzeih\w*|entschuldig\w*|freue|gern\w*|leider",
    fr=r"merci|pardon\w*|excus\w*|ravie?|plaisir|volontiers",
    es=r"gracias|perdon\w*|disculp\w*|encantad\w|gusto",
    it=r"grazie|scus\w*|perdon\w*|piacere|volentieri",
    pt=r"obrigad\w|desculp\w*|perdo\w*|prazer|gosto",
    nl=r"bedankt|dank\w*|sorry|graag|excus\w*|leuk",
)


def find(reading: Reading) -> Iterable[Hit]:
    """A harsh question without a kind word."""
    if reading.situation.channel is not Channel.REPLY:
        return
    found = _COLD.first(reading, negated=True)
    if found is None or _KIND.first(reading, negated=True):
        return
    fixes: tuple[Fix, ...] = ()
    if reading.english and len(reading.core) <= 8:
        name = reading.situation.card.greeting_name
        kind = f"Hello {name}, thank you for the invitation. Forgive me, have we met? I would be glad to hear a little more about you." if name else ""
        if kind:
            fixes = (Fix("Ask kindly", (Edit(0, len(reading.text), kind),)),)
    yield Hit("The same can be asked kindly", found.span, "Thank them, then ask what made them look you up.", fixes)


RULE = Rule(
    id="cold-reply",
    title="A cold shoulder",
    severity=Severity.WARNING,
    find=find,
    source="DESIGN 1.6; research/linkedin.md 6 (REPLY-COLD)",
    bad=(
        Bad("Who are you?", ("Who are you",),
            "Hello Ana, thank you for the invitation. Forgive me, have we met? I would be glad to hear a little more about you.", REPLY),
    ),
    good=(
        Good("Thank you for the invitation, Ana. Forgive me, do I know you from PyCon?", REPLY),
        Good("Hi Ana, who are you cheering for in the goat race?", MET),
    ),
)  # fmt: skip
