"""How they look.

*What it does*
Finds remarks on their looks, and pet names.

*Why it matters*
They came for their work. A remark on their smile is what people show around with a sigh.

*When it is fine*
Never in a first note. Beautiful code and a beautiful goat are fine.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import FRIEND, MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_LOOKS = Phrases(
    en=(
        r"your (?:\w+ )?(?:smile|eyes|lips|legs|body|figure|curves|perfume|hair)|you (?:are|look|looked|were)(?: (?:so|very|really|absolutely|just|too))* (?:beautiful|gorgeous|pretty|hot|sexy|stunning|handsome|cute|attractive|lovely in|ravishing)"
        r"|(?:beautiful|gorgeous|pretty|sexy|handsome|cute|hot|attractive) (?:lady|woman|girl|man|guy|profile picture|face|smile|eyes|photo)|hello (?:beautiful|gorgeous|handsome|sexy|pretty)|(?:are you|you) (?:single|seeing anyone|married)|go on a date|take you out|that dress"
    ),
    de=r"(?:dein|ihr) (?:\w+ )?(?:lächeln|augen|figur|körper)|(?:du bist|sie sind) (?:so |sehr )?(?:hübsch|schön|sexy|süß|attraktiv)|hallo (?:hübsche|schöne|süße)",
    fr=r"(?:votre|ton) (?:\w+ )?(?:sourire|corps|regard)|(?:vous êtes|tu es) (?:si |très )?(?:belle|beau|jolie|sexy|mignonne?|ravissante)",
    es=r"(?:tu|su) (?:\w+ )?(?:sonrisa|cuerpo|mirada)|(?:eres|es usted) (?:tan |muy )?(?:guap[ao]|herm[oa]s[ao]|bell[ao]|sexy|preciosa)|hola guapa",
    it=r"(?:il tuo|il suo) (?:\w+ )?(?:sorriso|corpo|sguardo)|sei (?:così |molto |davvero )?(?:bell[ao]|bellissim[ao]|carin[ao]|sexy)|ciao bella",
    pt=r"(?:teu|seu) (?:\w+ )?(?:sorriso|corpo|olhar)|(?:você é|és) (?:tão |muito )?(?:lind[ao]|bonit[ao]|gat[ao]|sexy)|oi linda",
    nl=r"(?:je|jouw) (?:\w+ )?(?:glimlach|ogen|lichaam)|je bent (?:zo |heel |erg )?(?:mooi|knap|sexy|leuk om te zien)|lekker wijf",
)  # fmt: skip


def find(reading: Reading) -> Iterable[Hit]:
    """Looks and flirting."""
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    found = _LOOKS.first(reading)
    if found is not None:
        yield Hit("Better left unsaid", found.span, "Say what they said or did instead.")


RULE = Rule(
    id="looks",
    title="How they look",
    severity=Severity.WARNING,
    find=find,
    source="research/linkedin.md 6 (LOOKS)",
    bad=(Bad("Hi Ana, you have a lovely mind and you looked so beautiful on stage. Is the goat home?", ("you looked so beautiful",), situation=MET),),
    good=(
        Good("Hi Ana, your code is beautiful, and so is your goat. Is it home?", MET),
        Good("Hello gorgeous, is the goat home?", FRIEND),
    ),
)
