"""Whether a note says who writes: in any words, a statement about the writer's own work, place or situation."""

from __future__ import annotations

import re

from salver.cards.names import fold
from salver.etiquette import content, selling, smalltalk
from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Found, Reading, Sentence

_PLAIN_VERBS = Phrases("introduction", "letter-verbs")
_EMPTY_ROLES = Phrases("introduction", "empty-roles")

_ENGLISH = Phrases("introduction", "english")
_OTHER = Phrases("introduction", "other")


# "School librarian, Greenock." at the head of a note ·
# "I'm Deb, dog trainer" · "Rosa Timm, Tierärztin auf Föhr": a name with a comma and more behind it.
_NAMED = re.compile(
    r"(?:^|[.!?,] )(?![^.!?,]*\b(?:connect|add|you|me|I|we|us|link|be|am)\b)[^\W\d_a-z][\w '’-]{2,50} here[,.;!:]|"
    r"\b(?:I['’]?m|I am|[Mm]y name is|[Nn]ame's|This is|this is|[Ii]t['’]s|Ich bin|ich bin|"
    r"[Jj]e suis|[Ss]oy|[Ss]ono|[Ss]ou|[Ii]k ben)"
    r" (?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}(?:,| \(|from |at |aus |von |de |da |uit )\s*\w"
    r"|^\W*[A-ZÀ-Þ][\w'’-]+ here\b|[.!?] [A-ZÀ-Þ][\w'’-]+ here[ ,]"
    r"|^\W*[A-ZÀ-Þ][\w-]+(?: [a-zà-ÿ-]+){0,3}, [A-ZÀ-Þ][\w'’-]+(?:,[^.!?]{0,40})?[.]"
    r"|(?<!\w)[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ][\w'’-]+, \w+ (?:at|in|from|of|auf|aus|bei|à|en|de|di|da|uit|op|from) [A-ZÀ-Þ]"
)


def of(reading: Reading) -> bool:
    """True when the writer says who they are: a name with a place, a trade, or where they stood."""
    cached = reading.memo.get("introduction")
    if isinstance(cached, bool):
        return cached
    # Quoted words introduce somebody else.
    body = reading.text[reading.words[reading.greeting.words - 1].end if reading.greeting.words else 0 :]
    found = (
        _placed_at_the_end(reading)
        or any(_describes_self(reading, sentence) for sentence in reading.said)
        or _NAMED.search(body) is not None
        or _signed_with_a_role(reading)
    )
    if not found and reading.language in ("en", ""):
        found = any(_is_own(reading, hit) for hit in _ENGLISH.find(reading, negated=True))
    elif not found:
        found = _OTHER.first(reading, negated=True) is not None
    reading.memo["introduction"] = found
    return found


def _is_own(reading: Reading, hit: Found) -> bool:
    """Not what anybody could say: "I am a member of several groups", "we are both in ceramics"."""
    sentence = reading.sentence_of(hit.span)
    if sentence is None:
        return True
    if sentence.mark == "?" and hit.text.lower().startswith(("my ", "our ")):
        return False  # "Could you look at my deck?"
    flow = reading.flow_of(sentence)
    return not _EMPTY_ROLES.within(flow, "en") and not (flow.count(" we ") and _SAME.search(flow))


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


_SELF = {
    "en": r"(?:i|we)",
    "de": r"(?:ich|wir)",
    "fr": r"(?:je|j'\w+|nous)",
    "es": r"(?:yo|nosotros|nosotras)",
    "it": r"(?:io|noi)",
    "pt": r"(?:eu|nós)",
    "nl": r"(?:ik|wij|we)",
}
_FIRST = {code: re.compile(rf" {word}(?= )") for code, word in _SELF.items()}
_THEIRS = re.compile(
    r" (?:you|your|yours|u|ur|dein\w*|dich|dir|sie|ihr\w*|ihnen|vous|votre|vos|toi|ton|ta|tes|te|usted|tus?|su|sus"
    r"|ti|tuo|tua|tuoi|lei|suo|sua|voc[eê]|seu|teu|je|jij|jouw|uw?)(?= )"
)
_SAME = re.compile(r" (?:both|also both|share|have|in common|beide|tous|ambos|entrambi) ")


def _describes_self(reading: Reading, sentence: Sentence) -> bool:
    """ "I count terns at Spurn", "I am final year mechanical student": first person, a verb of one's own, an object."""
    language = reading.language or "en"
    first = _FIRST.get(language)
    flow = reading.flow_of(sentence)
    sold = selling.pitch(reading)
    if sold is not None and sold.weight >= 2 and not re.search(r" (?:i|ich|je|ik|yo|io|eu) ", flow):
        return False  # "We help opticians" says what is sold, not who writes.
    if first is None or sentence.mark == "?" or _EMPTY_ROLES.within(flow, language):
        return False
    starts = list(first.finditer(flow))
    for number, match in enumerate(starts, 1):
        end = starts[number].start() if number < len(starts) else len(flow)
        clause = flow[match.end() : end] + " "
        if _PLAIN_VERBS.opens(clause, language):
            continue
        theirs = _THEIRS.search(clause)
        own = clause[: theirs.start() + 1] if theirs else clause
        if match.group() == " we" and _SAME.search(f" {own} "):
            continue
        if _is_concrete(reading, own.split(), language):
            return True
    return False


def _is_concrete(reading: Reading, words: list[str], language: str) -> bool:
    """Something of the writer's own behind the verb: a word that no note needs, or a trade."""
    names = content.names_of(reading.situation)
    tail = [w for w in words[2 if words[:1] == ["have"] else 1 :] if w.isalpha() or "-" in w]
    return any(
        len(w) >= 3 and not smalltalk.is_stock(w, language) and not any(p in names for p in fold(w).split("-"))
        for w in tail
    ) or any(w in _TRADES for w in tail[:6])


_TRADES = frozenset(
    "student consultant director founder manager engineer specialist graduate coach recruiter investor designer nurse "
    "doctor teacher professor adviser advisor expert entrepreneur employee executive apprentice intern "
    "volunteer".split()
)
_AT_THE_END = re.compile(
    r"(?:^|[.!?)\n—–-]\s*)(?P<head>[A-ZÀ-Þ][\w'’-]+)(?: (?:[A-ZÀ-Þ][\w'’.-]*|van|de|von|da|der|den|di)){0,3}"
    r"(?:\s*[,(]\s*| from | at | of | in | aus | von | de | da | uit |\n)(?P<more>[^.!?\n]{3,90})[.)]*\s*$"
)
_STATES = re.compile(r"\b(?:I|I['’]\w+|you|your|let|connect|hope|add|accept|invite|thanks?|we)\b", re.IGNORECASE)


def _placed_at_the_end(reading: Reading) -> bool:
    """ "Marcus Odhiambo, Nakuru, retired sub-editor, third row": a name with a place or a trade behind it."""
    found = _AT_THE_END.search(reading.text)
    if found is None or found.start("head") < reading.greeting.end:
        return False
    if fold(found["head"]) in _BYES or _STATES.search(found["more"]):
        return False
    name = len(found.group().partition(found["more"])[0].split())
    return len(found["more"].split()) >= 2 or name >= 2


_BYES = frozenset(
    "best cheers thanks regards love sincerely yours kind warm warmest many greetings cordially respectfully ciao "
    "gruss grusse lg vg mfg cordialement amicalement saludos saluti abracos abraco groet groeten herzlich "
    "saludo".split()
)
