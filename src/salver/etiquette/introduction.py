"""Whether a note says who writes."""

from __future__ import annotations

import re

from salver.etiquette.text import Reading

_ENGLISH = re.compile(
    r" (?:(?:i am|i was|i have been|it is|it was|this is|myself|we are|i remain) (?!not\b|so\b|very\b|sure\b|glad\b|happy\b|sorry\b|sending\b|writing\b|still\b|reaching\b|looking\b|hoping\b|just\b|really\b|here\b|in\b|on\b|at\b|impressed\b|interested\b|curious\b|applying\b|keen\b|always\b|also keen\b|trying\b|thinking\b|planning\b|wondering\b|thrilled\b|honou?red\b|excited\b|delighted\b|pleased\b|grateful\b|confident\b|available\b|open\b|aware\b|afraid\b|new to\b|expert\b|certain\b|free\b|a (?:big|huge|great|long|massive) (?:fan|admirer)\b|a fan\b)"
    r"(?:(?:a|an|the|your|one of|from|with|part of|that|who|your) [\w'-]+|(?:[\w'-]+ ){1,3}, (?:an?|the|your|from|[\w'-]+ (?:at|in|from|of|for)|\w+(?:er|ist|or|ian|ant|ent|man|woman|et|ect|st|ess|ef|ker|ger|son|ian|poet)\b)|(?:[\w'-]+ ){0,2}[\w'-]+ (?:from|at|of|in|who|with|and i|here|by)\b|[a-z]+ [a-z]+ (?:from|at|of|in|who)\b)"
    r"|i (?:\w+ly )?(?:run|lead|teach|work|own|build|make|design|study|manage|write|sell|farm|grow|bake|breed|keep|train|drive|fly|sail|restore|repair|fix|mend|paint|play|sing|edit|translate|head|chair|organise|organize|research|look after|volunteer|coach|direct|produce|publish|coordinate|develop|roast|brew|nurse|cook|conduct|bind|weave|tune|maintain|operate|supply|import|export|photograph|collect|record|curate|survey|plan|advise|code|program|practise|practice|represent|handle|use|moved|left|inherited|started|founded|set up|care for)\b(?! (?:you|your|not|hope|so much))"
    r"|(?:my|our) (?:company|firm|team|school|shop|bakery|clinic|lab|studio|class|students|pupils|patients|choir|club|farm|practice|practise|garden|workshop|office|museum|library|hospital|department|startup|charity|family|village|town|council)"
    r"|(?:as|being|from|for) (?:a|an|one|someone|somebody|another|fellow)(?: \w+){1,2}|fellow \w+|my name is|name is|here is (?:a|the)"
    r"|we (?:run|make|build|teach|work|own|grow|sell|restore|bake|use|keep|produce|repair|farm|both)|(?:i am|i was|it is|it was|from) (?:the|that) (?:voice|guy|man|woman|girl|one|person|fellow|lady|chap) (?:from|with|who|in|at|on|behind|next|beside|opposite)"
    r")(?= )"
)
_OTHER = re.compile(
    r" (?:ich (?:bin|war|arbeite|leite|unterrichte|führe|mache|baue|forsche|betreibe|studiere|heiße|nutze|lehre|schreibe)|mein name|wir (?:bauen|machen|arbeiten)|hier (?:ist|schreibt)"
    r"|je (?:suis|m'appelle|travaille|dirige|enseigne|gère|fais|tiens|étudie|cultive)|j'(?:enseigne|étudie|ai été|étais)|c'est \w+|moi c'est|nous sommes|mon nom"
    r"|soy|me llamo|trabajo|dirijo|enseño|estudio|llevo|somos|mi nombre|sono|mi chiamo|lavoro|insegno|dirijo|gestisco|studio|mi occupo|siamo"
    r"|sou|chamo-me|me chamo|meu nome|trabalho|dirijo|ensino|estudo|aqui é|aqui fala|ik (?:ben|werk|leid|geef|run|studeer|heet|maak|bouw)|mijn naam|wij (?:zijn|maken))(?= )"
)


# "I'm Deb, dog trainer" · "Rosa Timm, Tierärztin auf Föhr": a name with a comma and more behind it.
_NAMED = re.compile(
    r"\b(?:I['’]?m|I am|[Mm]y name is|[Nn]ame's|This is|this is|[Ii]t['’]s|Ich bin|ich bin|[Jj]e suis|[Ss]oy|[Ss]ono|[Ss]ou|[Ii]k ben)"
    r" (?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}(?:,| \(|from |at |aus |von |de |da |uit )\s*\w"
    r"|^\W*[A-ZÀ-Þ][\w'’-]+ here\b|[.!?] [A-ZÀ-Þ][\w'’-]+ here[ ,]"
    r"|(?<!\w)[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+, \w+ (?:at|in|from|of|auf|aus|bei|à|en|de|di|da|uit|op|from) [A-ZÀ-Þ]"
)


def of(reading: Reading) -> bool:
    """True when the writer says who they are: a name with a place, a trade, or where they stood."""
    cached = reading.memo.get("introduction")
    if isinstance(cached, bool):
        return cached
    # Quoted words introduce somebody else.
    if _NAMED.search(reading.text[reading.words[reading.greeting.words - 1].end if reading.greeting.words else 0 :]):
        found = True
    elif reading.language in ("en", ""):
        found = reading.has(_ENGLISH) or _signed_with_a_role(reading)
    else:
        found = reading.has(_OTHER) or _signed_with_a_role(reading)
    reading.memo["introduction"] = found
    return found


def _signed_with_a_role(reading: Reading) -> bool:
    """ "Tomasz Wilk, Lodz city council": a sign-off of more than a greeting and a name."""
    tail = reading.words[reading.closing :]
    small = [w for w in tail if not w.text[:1].isupper()]
    if len(tail) >= 3 and tail[-1].text.isdigit():
        return True
    return len(tail) >= 5 and len(small) >= 2 and ("," in reading.text[tail[0].start :] or "(" in reading.text[tail[0].start :])
