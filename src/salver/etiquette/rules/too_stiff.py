"""Stiff as a writ.

*What it does*
Weighs the language of petitions: hereby, humble submission, the undersigned, do the needful, your esteemed company.

*Why it matters*
After a conversation it sounds as if somebody else were writing.

*When it is fine*
A courteous "Dear Dr" and "at your convenience" are never stiff.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_STIFF = Phrases(
    en=(
        r"hereby|herewith|hereunder|herein|respectfully (?:request|submit|beg|yours)|humbly|humble (?:submission|request|self)|(?:the )?undersigned|esteemed|do the needful|kindly (?:revert|do|accept|consider|find|be informed|oblige|acknowledge)"
        r"|beg (?:to|leave)|begs (?:to|leave)|(?:the )?honou?r of your|yours faithfully|your obedient|sir|sir madam|dear sirs?|dear madam|to whom it may concern|pursuant to|with (?:due|reference to|respect to) ?(?:regards?|respects?|our)?|\d+(?:st|nd|rd|th)? inst"
        r"|permit me|allow me to express|i remain|at your disposal|with the assurance|assurance of my|highest (?:consideration|regard|esteem|privilege)|distinguished (?:profile|personality|self|person|sir)|illustrious|luminary|thanking you in anticipation|in anticipation of|it would be an honou?r|i await your|await your (?:esteemed|kind|favourable)"
        r"|further to our|as per our|your good (?:self|contacts|name|office)|myself \w+ from|myself|i am having|respected|be pleased to|most obliged|deign|whilst|enterprise of|fares? the|formal(?:ly)? (?:linkage|propose|request)|the pleasure of your acquaintance|acquaintanceship|professional acquaintance|enquire whether|i beg|your kind (?:perusal|consideration|acceptance)"
    ),
    de=r"hiermit|hochachtungsvoll|ergebenst|untertänigst|gestatten sie|erlaube ich mir|der unterzeichnende|mit vorzüglicher|verbindlichst|höflichst|beehre mich|geneigt\w*|hochverehrt\w*",
    fr=r"par la présente|je vous prie d'agréer|veuillez agréer|l'honneur de|le soussigné|la soussignée|mes hommages|salutations distinguées|haute considération|daignez",
    es=r"por la presente|el abajo firmante|muy señor mío|me permito|le saluda atentamente|distinguid\w|tengo el honor|a bien|ruego a usted",
    it=r"con la presente|il sottoscritto|distinti saluti|egregio|mi pregio|voglia gradire|la prego di gradire|illustrissim\w",
    pt=r"venho por meio desta|venho por este meio|o abaixo assinado|digne-se|vossa senhoria|ilustríssim\w|excelentíssim\w|tenho a honra",
    nl=r"hierbij|hoogachtend|ondergetekende|weledel\w*|ik verblijf|moge ik|geachte heer mevrouw",
)  # fmt: skip


def find(reading: Reading) -> Iterable[Hit]:
    """Enough of it to weigh two; one is enough for a friend."""
    found = list(_STIFF.find(reading, negated=True))
    needed = 1 if reading.situation.meeting.tie in (Tie.FRIEND,) else 2
    distinct = {f.text.lower() for f in found}
    if len(distinct) >= needed and distinct != {"sir"} and distinct != {"myself"}:
        yield Hit("Stiffer than a conversation", found[0].span, "Write it as you would say it.")


RULE = Rule(
    id="too-stiff",
    title="Stiff as a writ",
    severity=Severity.HINT,
    find=find,
    source="DESIGN 7",
    bad=(
        Bad("Sir, I hereby beg to state that I attended your talk, Ana. Which test was it?", ("Sir",), situation=MET),
    ),
    good=(
        Good("Dear Dr. Ruiz, thank you for your patience with my questions. May I send two more, at your convenience?", MET),
        Good("Hi Ana, are goats distinguished guests at PyCon?", MET),
    ),
)
