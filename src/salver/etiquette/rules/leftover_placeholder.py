"""A gap that was never filled.

*What it does*
Finds the blanks of a template: [Name], {first_name}, <<Company>>, %NAME%, FIRSTNAME, ____ and their like.

*Why it matters*
Nothing says more plainly that the same note went to many people.

*When it is fine*
When you write about templates; put it in quotation marks then. A footnote such as [1] is left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading

_FIELD = (
    r"(?:your |their |my |the |insert |contact[. ]?|recipient[. ]?)?(?:(?:first|last|full|"
    r"given|sur|event|company|person)[ _-]?)?"
    r"(?:name|firstname|lastname|company|organi[sz]ation|firm|employer|event|topic|title|role|position|job|industry|date|place|city"
    r"|conference|insert\b[^\]}>]{0,40}|something\b[^\]}>]{0,40}|detail|details|subject|product|school|mutual\b[^\]}>]{0,30}"
    r"|vorname|nachname|firma|prénom|prenom|nom|nombre|empresa|nome|azienda|voornaam|bedrijf|"
    r"xxx+|\.\.\.|…|(?:insert|mention|add|describe|personal|specific|reference|"
    r"recall)\b[^\]}>]{0,60})s?(?: here)?"
)
_CANDIDATE = re.compile(
    r"[\[{<%*#@_(«]|FIRST|LAST|NAME|NAAM|NOM|PR[ÉE]NOM|COGNOME|APELLIDO|SOBRENOME|FIRMA|BEDRIJF|EMPRESA|AZIENDA|ompl|jouter|INSERT|XXX|TODO|TBD|EVENT|COMPANY|TOPIC|CITY|lorem"
)
_A_NAME = re.compile(
    r"(?:first|given|full)?[ _.-]?name|vorname|prénom|prenom|nombre|nome|voornaam|fname", re.IGNORECASE
)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Compiled when a note first holds a character of a template."""
    return (
        re.compile(r"\$?\{\{?[^{}\n]{0,40}\}\}?"),
        re.compile(rf"\[\s*{_FIELD}\s*\]", re.IGNORECASE),
        re.compile(r"\[[A-Z][A-Z_ ]{2,30}\]"),
        re.compile(r"<<[^<>\n]{1,40}>>|«\s*[A-Za-z_]{2,20}_[A-Za-z_]{2,20}\s*»"),
        re.compile(rf"<\s*{_FIELD}\s*>", re.IGNORECASE),
        re.compile(r"%%?[A-Za-z][A-Za-z_]{2,30}%%?"),
        re.compile(r"\*\|[A-Z_:]{2,30}\|\*|#\{[^}\n]{1,30}\}|@@\w{2,30}@@|__\w{2,30}__"),
        re.compile(
            r"\(\s*(?:insert|your|their|the|first|last|full) ?(?:first |last )?(?:name|company|topic|"
            r"event|first name)[^)\n]{0,20}\)",
            re.IGNORECASE,
        ),
        re.compile(r"\((?:first |last |full )?(?:name|company|event|topic|firm|title|position)\)", re.IGNORECASE),
        re.compile(r"(?<!\w)_{3,}(?!\w)"),
        re.compile(
            r"(?<![\w.])(?:FIRST_?NAME|LAST_?NAME|FULL_?NAME|FNAME|LNAME|COMPANY_?NAME|EVENT_?NAME|INSERT_\w+)(?!\w)"
        ),
        re.compile(
            r"(?<![\w.])(?:VORNAME|NACHNAME|PR[ÉE]NOM|NOMBRE|APELLIDOS?|COGNOME|SOBRENOME|VOORNAAM|ACHTERNAAM|BEDRIJFSNAAM"
            r"|NOM DE FAMILLE|NOMBRE DE LA EMPRESA)(?!\w)"
        ),
        re.compile(
            r"(?:…|\.\.\.)? ?\((?:à compléter|a completar|da completare|bitte ergänzen|ergänzen|invullen"
            r"|hier invullen|ajouter le nom"
            r"|insérer[^)\n]{0,30}|insertar[^)\n]{0,30}|inserire[^)\n]{0,30}|inserir[^)\n]{0,30}|einfügen[^)\n]{0,30})\)",
            re.IGNORECASE,
        ),
        re.compile(r"(?<!\w)(?:X{3,}|x{3,})(?=[,.!? ]|$)(?<!\bxxx)"),
        re.compile(r"(?<!\w)(?:TODO|TBD|lorem ipsum)(?!\w)"),
        # "Good to meet you at EVENT" among words in small letters.
        re.compile(
            r"(?<=[a-z] )(?:(?<=\bat )|(?<=\bfrom )|(?<=\babout )|(?<=\bthe ))(?:EVENT|COMPANY|TOPIC|CITY)(?![\w-])"
        ),
        # Nobody is greeted in brackets.
        re.compile(
            r"(?=[\[<])(?:(?<=\bHi )|(?<=\bHello )|(?<=\bHey )|(?<=\bDear )|(?<=\bMr )|(?<=\bMrs )|(?<=\bMs )"
            r"|(?<=\bDr )|(?<=\bHallo )|(?<=\bLiebe )|(?<=\bLieber )|(?<=\bBonjour )|(?<=\bHola )|(?<=\bCiao )"
            r"|(?<=\bOlá )|(?<=\bBeste )|(?<=\bFrau )|(?<=\bHerr ))(?:\[[^\]\n]{1,40}\]|<[^<>\n]{1,40}>)"
        ),
        # "What did [customs anecdote] cost": without what stands in brackets, the sentence has a hole.
        re.compile(
            r"(?=\[)(?:(?<=\bat )|(?<=\bin )|(?<=\bof )|(?<=\bon )|(?<=\bto )|(?<=\bfor )|(?<=\bfrom )|(?<=\bwith )"
            r"|(?<=\babout )|(?<=\bthe )|(?<=\byour )|(?<=\bour )|(?<=\bmy )|(?<=\ba )|(?<=\ban )|(?<=\bdid )"
            r"|(?<=\bwas )|(?<=\bis )|(?<=\bloved )|(?<=\benjoyed )|(?<=\band ))"
            r"\[(?!(?:sic|the|a|an|my|your|our|his|her|their|not|no|so|laughs?|all|very)\b)"
            r"[A-Za-z][a-z'’-]*(?: [A-Za-z'’-]+){0,4}\]"
            r"(?=[\s,.?!]|$)"
        ),
    )


def find(reading: Reading) -> Iterable[Hit]:
    """Template fields, each once."""
    if not _CANDIDATE.search(reading.text):
        return
    taken: list[Span] = []
    for pattern in _patterns():
        for match in pattern.finditer(reading.text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken) or reading.in_quotes(span):
                continue
            taken.append(span)
            yield Hit("A gap is still open", span, f"“{match.group()}” was to be filled in.", _fixes(reading, span))
    if not reading.english and "[" in reading.text:
        yield from _elsewhere(reading, taken)


_BRACKETS = re.compile(
    r"\[(?!(?:sic|rires?|lacht?|risas|ride|risate|risos|lachend|nein|non|no|sì|sí|ja|oui|die|der|das|le|la|el|il|o|a|de|het)\b)"
    r"[a-zà-ÿ][\w'’-]*(?: [\w'’-]+){0,3}\](?=[\s,.?!]|$)"
)


def _elsewhere(reading: Reading, taken: list[Span]) -> Iterable[Hit]:
    """ "Merci pour cet échange sur [sujet]": a word in brackets that the sentence cannot do without."""
    for match in _BRACKETS.finditer(reading.text):
        span = Span(*match.span())
        before = reading.text[: span.start].rstrip()
        if any(span.overlaps(other) for other in taken) or before[-1:] in ("", ".", "!", "?", ",", ";", ":", "“", '"'):
            continue
        yield Hit("A gap is still open", span, f"“{match.group()}” was to be filled in.", _fixes(reading, span))


def _fixes(reading: Reading, span: Span) -> tuple[Fix, ...]:
    card = reading.situation.card
    text = reading.text[span.start : span.end]
    if re.search(r"company|firm|employer|organi", text, re.IGNORECASE):
        value = card.company
    elif re.search(r"event|conference", text, re.IGNORECASE):
        value = reading.situation.meeting.event
    elif _A_NAME.search(text) and not re.search("last|sur|nach|family", text, re.IGNORECASE):
        value = card.greeting_name
    else:
        value = ""
    return (Fix(f"Fill in “{value}”", (Edit(span.start, span.end, value),)),) if value else ()


RULE = Rule(
    id="leftover-placeholder",
    title="A gap that was never filled",
    severity=Severity.ERROR,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad("Hi {first_name}, did the flaky test pass?", ("{first_name}",), "Hi Ana, did the flaky test pass?", MET),
        Bad("Hi [Owner], what did the goat cost you?", ("[Owner]",), situation=MET),
        Bad("Hi Ana, what did [customs story] cost you?", ("[customs story]",), situation=MET),
        Bad("Dear [NAME], how is <<Company>>?", ("[NAME]", "<<Company>>"), "Dear Ana, how is <<Company>>?", MET),
        Bad(
            "Hi FIRSTNAME, was it ____ that failed?",
            ("FIRSTNAME", "____"),
            situation=MET,
            becomes="Hi Ana, was it ____ that failed?",
        ),
    ),
    good=(
        Good("HI ANA, SEE YOU AT THE EVENT. WHICH TEST WAS IT?", MET),
        Good("Hi Ana, your slide 4 [the red one] is on our wall. May I quote it?", MET),
        Good("Hi Ana, your paper [draft two] is on my desk [still]. Is there a third?", MET),
        Good("Hi Ana, a third of 20% is not 7%, is it?", MET),
        Good("Hi Ana, see you at the fair. Bring cake. xx", MET),
    ),
)
