"""All about the writer.

*What it does*
Compares how often a note says "I" and "my" with how often it says "you", when it asks, offers and promises nothing.

*Why it matters*
They want to be met, not informed. One line about you is enough; the rest is theirs.

*When it is fine*
To a stranger you must say who you are; one sentence does it. A question turns any note towards them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.cards.note import Channel
from salver.etiquette import asking, boilerplate, content, hooks, leaning, selling, smalltalk
from salver.etiquette.examples import MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_I = frozenset(
    """
    i i'm i've i'd i'll im ive me my mine myself ich mich mir mein meine meinen meinem meiner je j'ai
    moi mon ma mes me yo mi mis mí he io mio mia miei mie ho eu meu minha meus minhas tenho ik mij mijn
    """.split()
)
_YOU = frozenset(
    """
    you your yours yourself you're you've you'd you'll u ur du dich dir dein deine deinen deinem deiner
    sie ihnen ihr ihre ihrem ihren vous votre vos tu te toi ton ta tes t'ai usted ti tus su sus lei suo
    sua voce você seu teu tua lhe je jij jou jouw u uw
    """.split()
)
_LEAST = 4
_FIRST_PERSON_ES = re.compile(
    r"^(?:acabo|salí|doy|tengo|soy|hago|hice|fui|gané|abrí|trabajo|estoy|voy|sono|faccio|ho|sou|faço|fiz|ganhei|abri)$"
)


def find(reading: Reading) -> Iterable[Hit]:
    """Many words about me, few about you, and nothing to answer."""
    situation = reading.situation
    if situation.channel is Channel.REPLY or situation.meeting.tie is Tie.FRIEND or reading.language == "":
        return
    if boilerplate.find(reading) is not None:
        return
    verdict = leaning.judge(reading, RULE.id, found=_is_lonely(reading))
    if verdict.is_there:
        reason = "Turn one line towards them: what they said, or a question."
        yield Hit("Mostly about you", None, reason, severity=verdict.severity)


def _is_lonely(reading: Reading) -> bool:
    """Many words about me, few about you, and nothing that is theirs."""
    if reading.language in _LISTED:
        return _boasts(reading)
    situation = reading.situation
    french = reading.language == "fr"
    mine = theirs = 0
    for word in reading.core:
        low = word.low
        if (
            (low in _I and not (low == "je" and not french))
            or (french and low.startswith("j'"))
            or _FIRST_PERSON_ES.match(low)
        ):
            mine += 1
        elif low in _YOU and not (low == "je" and french):
            theirs += 1
    theirs -= len(_COURTESY.findall(reading.flow))
    found = hooks.of(reading)
    about_me = [q for q in found.questions if _is_about_me(reading, q.first, q.last)]
    for question in about_me:
        theirs -= sum(word.low in _YOU for word in reading.words[question.first : question.last])
    theirs = max(0, theirs)
    nothing_for_them = not found.open_ and len(about_me) == len(found.questions)
    asks_for_work = asking.big(reading) is not None
    quiet = nothing_for_them or (
        asks_for_work
        and not content.of(reading).is_specific
        and not any(_is_about_them(reading, q.first, q.last) for q in found.questions)
    )
    aimed = content.of(reading).is_specific
    if situation.meeting.tie.has_not_met and asks_for_work and mine > max(theirs, 2) and not aimed:
        quiet, theirs = True, 0
    long_and_lonely = mine >= 12 and mine >= 5 * (theirs + 1)
    least = 2 if theirs == 0 and asks_for_work else _LEAST - (theirs == 0)
    return (quiet and mine >= least and mine >= (3 if theirs > 1 else 2) * theirs) or long_and_lonely


_LISTED = smalltalk.LANGUAGES - {"en"}
_BOAST, _MINE = Phrases("self-centred", "boast"), Phrases("self-centred", "mine")


def _boasts(reading: Reading) -> bool:
    """In other languages: feats in a row with nothing for them, or a stranger's plea that speaks of nobody else."""
    asked = asking.big(reading)
    found = hooks.of(reading)
    plea = None if asked is None else reading.sentence_of(asked.span)
    theirs = [q for q in found.questions if q != plea and not _is_about_me(reading, q.first, q.last)]
    if theirs or (found.open_ and asked is None):
        return False
    feats = {f.text.lower() for f in _BOAST.find(reading)}
    if len(feats) >= 2:
        return True
    mine = _MINE.count(reading)
    yours = sum(word.low in _YOU for word in reading.core)
    if asked is not None:
        stranger = reading.situation.meeting.tie.has_not_met
        return stranger and mine >= 2 and mine > yours and not selling.pitch(reading) and bool(feats)
    return mine >= _LEAST + 1 and not yours and not content.of(reading).is_specific


def _is_about_me(reading: Reading, first: int, last: int) -> bool:
    """ "Did you see my post?", and not "Shall I send you my recipe?"."""
    lows = [word.low for word in reading.words[first:last]]
    asks_advice = "i" in lows[:3] or any(low in _OFFERING for low in lows[:3])
    return any(low in _MY for low in lows) and not asks_advice


_MY = frozenset("my mine mein meine meinen meinem meiner mon ma mes mi mis mio mia miei meu minha meus mijn".split())
_OFFERING = frozenset("shall should may could can want would soll darf kann posso puedo mag zal".split())
_COURTESY = re.compile(
    r" (?:meet|met|meeting|see|seeing|thank|tell|told|telling|add|adding|have|connect with|thought|somebody like"
    r"|someone like|people like|trust|let|like|want) you(?= )"
)


def _is_about_them(reading: Reading, first: int, last: int) -> bool:
    lows = [word.low for word in reading.words[first:last]]
    return any(low in _YOU for low in lows) and not any(low in _I for low in lows)


RULE = Rule(
    id="self-centred",
    title="All about the writer",
    severity=Severity.WARNING,
    find=find,
    source="Hopkins 2010 (a small study) on notes about the writer’s own aim",
    bad=(
        Bad(
            "Hi Ana, we met at PyCon. I've just been promoted, my second book comes out in June and "
            "I was named one of the forty best. I'm always glad to widen my circle.",
            situation=MET,
        ),
    ),
    good=(
        Good("Hi Ana, I tried your rule at my desk and I broke my build. I blame my manager. What would you do?", MET),
        Good("Hi Ana, your line about slow tests stuck with me. I am trying it on my own team.", MET),
    ),
)
