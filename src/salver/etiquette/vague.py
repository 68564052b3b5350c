"""Wishes without a subject: brains to pick, synergies to explore."""

from __future__ import annotations

from salver.etiquette.kinds import Phrases

STRONG = Phrases(
    en=(
        r"pick(?:ing)? your (?:brain|brains|mind)|(?:synerg(?:y|ies) (?:between|with|across|here|together|among)|(?:explore|exploring|potential|possible|strong|find|finding|great|some|any|possible|real|natural|clear|discuss|create|see|be|many|interesting|the|our) (?:\w+ )?synergies)|(?:potential|possible|explore|explore the|strong|some) synergy|win-win|win win|mutually beneficial|mutual (?:benefit|benefits|interest|advantage)"
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
