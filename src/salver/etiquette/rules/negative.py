"""A harsh word about others.

*What it does*
Finds hard words about their employer, the event or other people.

*Why it matters*
Notes get forwarded, and you do not know yet whom they like.

*When it is fine*
A shared laugh at a broken projector.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_BAD = r"(?:terrible|awful|horrible|useless|stupid|idiotic|pathetic|incompetent|a disaster|a joke|a disgrace|a waste of time|rubbish|crap|garbage|rude|an idiot|a moron|clueless|worst|boring as hell|a clown|a fraud|a liar)"
_HARSH = Phrases(
    en=(
        rf"(?:your (?:boss|company|team|employer|manager|colleagues?|ceo|organisers?|talk|panel)|the (?:organi[sz]ers?|speakers?|panel|conference|event|keynote|moderator|host|food committee|other speakers?)|that (?:panel|speaker|talk|keynote|guy|woman|man|moderator)) (?:is|are|was|were|seems?|sounded) (?:\w+ )?{_BAD}"
        rf"|{_BAD} (?:boss|manager|company|speaker|moderator|organi[sz]ers?|colleagues?|keynote|panel)|what (?:an? )?(?:idiots?|morons?|clowns?|waste of time)|i hate (?:your|that|these|those|people)|hated (?:your|the) (?:talk|company|panel|boss)"
    ),
    de=r"(?:ihr|dein) (?:chef|unternehmen|vortrag) (?:ist|war) (?:\w+ )?(?:schrecklich|furchtbar|unfähig|dumm|eine katastrophe)|was für (?:ein )?(?:idiot\w*|zeitverschwendung)",
    fr=r"(?:votre|ton) (?:patron|entreprise|chef) (?:est|était) (?:\w+ )?(?:nulle?|horrible|incompétente?|stupide)|quelle perte de temps",
    es=r"(?:tu|su) (?:jefe|empresa) (?:es|era) (?:un )?(?:desastre|idiota|inútil|horrible)|qué pérdida de tiempo",
)  # fmt: skip


def find(reading: Reading) -> Iterable[Hit]:
    """Hard words about third parties."""
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    found = _HARSH.first(reading)
    if found is not None:
        yield Hit("A note may be passed on", found.span, "Say what you liked instead.")


RULE = Rule(
    id="negative",
    title="A harsh word about others",
    severity=Severity.HINT,
    find=find,
    source="research/linkedin.md 6 (NEGATIVE)",
    bad=(Bad("Hi Ana, that panel was a disaster and your goat saved it. Is it home?", ("that panel was a disaster",), situation=MET),),
    good=(
        Good("Hi Ana, the panel lost me too; your goat saved it. Is it home?", MET),
        Good("Your boss is a clown, Ana. Is the goat home?", FRIEND),
    ),
)
