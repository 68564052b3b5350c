"""A wish without a subject.

*What it does*
Finds vague wishes: to pick their brain, explore synergies, see how you can help each other.

*Why it matters*
They cannot tell what you want, so the easiest answer is none. One real question is worth ten synergies.

*When it is fine*
In quotation marks, or when you say that you do not mean to.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette.examples import MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_STRONG = Phrases(
    en=(
        r"pick(?:ing)? your (?:brain|brains|mind)|synerg(?:y|ies|istic)|win-win|win win|mutually beneficial|mutual (?:benefit|benefits|interest|advantage)"
        r"|how (?:we|our \w+|you and i) (?:can|could|might|may) (?:help|support|benefit|complement|work with|collaborate|serve) ?(?:each other|one another|together)?"
        r"|(?:areas|ways|avenues|opportunities|possibilities|potential|scope|room) (?:of|for|to) (?:\w+ )?(?:collaborat\w+|cooperat\w+|partner\w*|work(?:ing)? together|synerg\w+|mutual)"
        r"|(?:explore|discuss|explor\w+|identify|unlock|find) (?:\w+ ){0,3}(?:opportunities|collaborations?|partnerships?|possibilities|potential|common ground|ways to)"
        r"|where (?:our|we|things) (?:\w+ ){0,2}(?:intersect|overlap|align|cross|fit)|loads of overlap|bound to be (?:loads of |some )?overlap"
        r"|see (?:if|whether|how) (?:there is|there are|we have|there's) (?:a fit|any overlap|some overlap|synerg\w+|a match|something we)"
        r"|ideas about how \w+ (?:could|should|can|might)|bounce (?:some |a few )?ideas|loads of ideas|lots of ideas i|jump on a quick call and see"
    ),
    de=r"synergien?|synergie|schnittmengen?|unverbindlich austauschen|win-win|gegenseitig (?:unterstützen|helfen|profitieren)|(?:mögliche|gemeinsame) (?:kooperation\w*|zusammenarbeit|anknüpfungspunkte|projekte)|wo wir uns (?:ergänzen|gegenseitig)",
    fr=r"synergies?|gagnant-gagnant|(?:pistes|possibilités|opportunités) de (?:collaboration|partenariat)|collaborations? possibles?|nous entraider|ce que nous pourrions faire ensemble",
    es=r"sinergias?|ganar-ganar|explorar (?:\w+ )?(?:oportunidades|colaboraciones|posibilidades|vías)|posibles? colaboraci\w+|cómo podemos (?:ayudarnos|colaborar)",
    it=r"sinergie?|fare rete|possibili collaborazion\w|collaborazioni future|come possiamo (?:aiutarci|collaborare)|opportunità di collaborazione",
    pt=r"sinergias?|ganha-ganha|(?:possíveis|potenciais) (?:parcerias|colaborações)|explorar (?:\w+ )?(?:oportunidades|parcerias|possibilidades)|como podemos (?:nos ajudar|colaborar)",
    nl=r"synergie(?:ën)?|raakvlakken|win-win|(?:mogelijke|eventuele) samenwerking\w*|kijken (?:of|waar|hoe) we (?:iets|elkaar)|eens (?:vrijblijvend )?sparren",
)  # fmt: skip
_WEAK = Phrases(
    en=r"exchange ideas|touch base|potential|collaborat\w+|opportunit\w+|areas of|unlock|leverage|virtual coffee|our worlds|share insights|learn more about what you do|what we do|help each other|add value|knowledge exchange",
)


def find(reading: Reading) -> Iterable[Hit]:
    """Vague wishes, by one plain phrase or three weak ones."""
    if reading.situation.channel is Channel.REPLY:
        return
    found = _STRONG.first(reading)
    if found is None:
        weak = list(_WEAK.find(reading))
        if len({f.text.lower() for f in weak}) < 3:
            return
        found = weak[0]
    yield Hit("They cannot tell what you would like", found.span, "Ask one real question instead.")


RULE = Rule(
    id="brain-picking",
    title="A wish without a subject",
    severity=Severity.WARNING,
    find=find,
    source="research/linkedin.md 6 (BRAIN-PICK)",
    bad=(
        Bad("Hi Ana, I'd love to pick your brain sometime.", ("pick your brain",), situation=MET),
        Bad("Hi Ana, let us see how we can help each other.", ("how we can help each other",), situation=MET),
        Bad("Hallo Ana, lass uns schauen, wo wir Synergien haben.", ("Synergien",), situation=MET),
    ),
    good=(
        Good("Hi Ana, my mother says I should not 'pick your brain', so: which test was it?", MET),
        Good("Hi Ana, no synergies, I promise. Which test was it?", MET),
        Good("Hi Ana, how do two linters overlap without a fight?", MET),
    ),
)
