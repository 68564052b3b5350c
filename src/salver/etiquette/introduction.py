"""Whether a note says who writes."""

from __future__ import annotations

import re

from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Reading

_ENGLISH = Phrases("introduction", "english")
_OTHER = Phrases("introduction", "other")


# "I'm Deb, dog trainer" · "Rosa Timm, Tierärztin auf Föhr": a name with a comma and more behind it.
_NAMED = re.compile(
    r"(?:^|[.!?,] )(?![^.!?,]*\b(?:connect|add|you|me|I|we|us|link|be|am)\b)[^\W\d_a-z][\w '’-]{2,50} here[,.;!:]|"
    r"\b(?:I['’]?m|I am|[Mm]y name is|[Nn]ame's|This is|this is|[Ii]t['’]s|Ich bin|ich bin|"
    r"[Jj]e suis|[Ss]oy|[Ss]ono|[Ss]ou|[Ii]k ben)"
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
        found = _ENGLISH.first(reading, negated=True) is not None or _signed_with_a_role(reading)
    else:
        found = _OTHER.first(reading, negated=True) is not None or _signed_with_a_role(reading)
    reading.memo["introduction"] = found
    return found


def _signed_with_a_role(reading: Reading) -> bool:
    """ "Tomasz Wilk, Lodz city council": a sign-off of more than a greeting and a name."""
    tail = reading.words[reading.closing :]
    small = [w for w in tail if not w.text[:1].isupper()]
    if len(tail) >= 3 and tail[-1].text.isdigit():
        return True
    return (
        len(tail) >= 5
        and len(small) >= 2
        and ("," in reading.text[tail[0].start :] or "(" in reading.text[tail[0].start :])
    )
