"""What a note says that belongs to one conversation alone: rare words, named things, numbers, the card's own facts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.cards.meeting import Tie
from salver.cards.names import fold
from salver.cards.situation import Situation
from salver.etiquette import asking, praise, selling, vague
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Span
from salver.etiquette.smalltalk import LANGUAGES, is_stock, stem, stems, stock_stems
from salver.etiquette.text import Reading, Sentence, Word

_PIECES = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Content:
    """What was found. `rare` are words that stand in no stock phrase and are no name of card, event or writer."""

    rare: tuple[Word, ...]
    topics: tuple[str, ...]
    people: tuple[str, ...]
    where: bool
    numbers: int
    weight: float
    """1 for each rare word, more for one they are asked about or that is long; numbers together count 1."""

    @property
    def is_specific(self) -> bool:
        """True when the note could not have been sent to somebody else."""
        return bool(self.topics or self.people) or self.weight >= 2


def of(reading: Reading) -> Content:
    """The content of a note; computed once per reading."""
    cached = reading.memo.get("content")
    if isinstance(cached, Content):
        return cached
    found = _content(reading)
    reading.memo["content"] = found
    return found


def _content(reading: Reading) -> Content:
    situation = reading.situation
    said = [s for s in reading.said if not _says_nothing_of_them(reading, s)]
    sold = selling.pitch(reading)
    if sold is not None and sold.weight >= 2:
        # In a note that sells, only what plainly speaks of the conversation is about them.
        said = [s for s in said if _OF_THE_TALK.search(reading.flow_of(s))]
    inside = [w for s in said for w in reading.words[s.first : s.last]]
    have = _said_stems(reading)
    names = names_of(situation)
    rare, numbers = [], 0
    language = reading.language if reading.language in LANGUAGES else "en"
    people = _named(situation.card.shown_name, situation.card.nickname, situation.sender.name, situation.meeting.event)
    for word in inside:
        folded = fold(word.text)
        if any(ch.isdigit() for ch in word.text):
            numbers += 1
        elif len(folded) < 3 or is_stock(word.low, language):
            continue
        elif not _is_name(folded, people if word.text[:1].islower() else names):
            rare.append(word)
    weight = len({w.low for w in rare}) + min(1, numbers) + _bonus(reading, said, rare)
    weight += _of_theirs(reading) + _told_and_asked(reading)
    if language != "en" and not situation.meeting.tie.has_not_met:
        weight -= 0.5  # Of their small talk we know less: two words may be nothing but that.
    if not _speaks_of_them(reading):
        weight = 0.0
    return Content(
        tuple(rare),
        _topics(situation, have, language),
        _people(situation, have),
        _where(situation, have),
        numbers,
        weight,
    )


def _of_theirs(reading: Reading) -> float:
    """ "Your advice about saying no": plain words, and yet they can be nobody else's."""
    found = next(reading.find(_THEIRS), None) if reading.english else None
    return 2.0 if found is not None and not _is_spent(reading, found.span) else 0.0


_THEIRS = re.compile(
    r" your (?:[\w'-]+ )?(?:advice|point|idea|rule|line|story|remark|question|tip|trick|joke|theory|argument|comment"
    r"|answer|example|warning|list|slide) (?:about|on|that|to|for|of|from|with) "
    r"(?!your?\b|you\b|work\b|life\b|business\b|the (?:industry|field|topic|subject|event|market)\b)"
    r"[\w'-]+ [\w'-]+(?= )"
)


def _told_and_asked(reading: Reading) -> float:
    """A stranger who says who they are in concrete words and asks a question of them has aimed the note."""
    if not reading.situation.meeting.tie.has_not_met or not reading.english or reading.memo.get("spent"):
        return 0.0
    asked = any(s.mark == "?" and _YOU.search(reading.flow_of(s)) for s in reading.said)
    if not asked:
        return 0.0
    names = names_of(reading.situation)
    rare = {
        w.low
        for w in reading.core
        if len(w.low) >= 4 and not is_stock(w.low, "en") and not _is_name(fold(w.text), names)
    }
    return 2.0 if len(rare) >= 3 else 0.0


def _speaks_of_them(reading: Reading) -> bool:
    """A "you", a "we" or a question; in languages whose verbs hide the person it cannot be told, so yes."""
    if reading.language in ("es", "it", "pt", "") or "?" in reading.text:
        return True
    mine = sum(word.low in _I for word in reading.core)
    return mine < 3 or bool(_YOU.search(reading.flow) or _WE.search(reading.flow))


_OF_THE_TALK = re.compile(
    r" (?:you (?:said|told|asked|mentioned|showed|gave)|loved|enjoyed|liked|laugh\w*|remember|story|trick|joke|advice"
    r"|thanks?|talking|chatting|chat|talked|spoke|we (?:met|talked|spoke)|your (?:talk|stall|stand|rule|idea))(?= )"
)
_I = frozenset(
    "i i'm i've i'd i'll my me mine ich mein meine meinen meiner mir mich je j'ai mon ma mes ik mijn mij".split()
)
_WE = re.compile(r" (?:we|us|our|ours|let us|wir|uns|unser\w*|nous|notre|nos|on|we|wij|ons|onze)(?= )")


def _bonus(reading: Reading, said: list[Sentence], rare: list[Word]) -> float:
    """A rare word weighs more where it is about them: asked of them, told by them, or a long word beside a "you"."""
    starts = {word.start: len(word.text) for word in rare}
    if not starts:
        return 0.0
    if reading.english and _TOLD.search(reading.flow):
        return 1.0
    for sentence in said:
        lengths = [starts[w.start] for w in reading.words[sentence.first : sentence.last] if w.start in starts]
        if lengths and sentence.mark == "?":
            return 1.0
        if lengths and max(lengths) >= 8 and _YOU.search(reading.flow_of(sentence)):
            return 1.0
    return 0.0


_TOLD = re.compile(
    r" you (?:said|told|asked|mentioned|showed|recommended|promised|offered|explained|called|"
    r"gave|taught|warned|described|lent|drew|made me|suggested|advised|insisted|swore|claimed|"
    r"predicted|admitted|confessed|quoted|demonstrated|recommend)(?= )"
)


def _is_name(folded: str, names: frozenset[str]) -> bool:
    return folded in names or folded.removesuffix("s") in names or folded.partition("'")[0] in names


def names_of(situation: Situation) -> frozenset[str]:
    """Folded words of the names of the two, their company, the event and the place."""
    card, meeting, sender = situation.card, situation.meeting, situation.sender
    texts = (
        card.shown_name, card.first_name, card.last_name, card.nickname, card.company, card.title,
        meeting.event, meeting.place, sender.name,
    )  # fmt: skip
    return _named(*texts)


def _named(*texts: str) -> frozenset[str]:
    return frozenset(piece for text in texts for piece in _PIECES.findall(fold(text)))


def _topics(situation: Situation, have: set[str], language: str) -> tuple[str, ...]:
    meeting = situation.meeting
    found = []
    for text in (*meeting.topics, meeting.their_words, meeting.hook, *(p.text for p in meeting.promises)):
        wanted = {s for s in stems(text) if not is_stock(s, "en") and len(s) >= 3}
        if language != "en":
            wanted -= {stem(piece) for piece in _PIECES.findall(fold(text)) if is_stock(piece, language)}
        if wanted and any(_meets(want, have) for want in wanted):
            found.append(text)
    return tuple(found)


def takes_up_topic(reading: Reading) -> bool:
    """True when something noted on the card is plainly taken up: two of its words or more, and most of them."""
    have = _said_stems(reading)
    for text in reading.situation.meeting.topics:
        wanted = {s for s in stems(text) if not is_stock(s, "en")}
        said = sum(_meets(want, have) for want in wanted)
        if said >= 2 and 2 * said >= len(wanted):
            return True
    return False


def _said_stems(reading: Reading) -> set[str]:
    cached = reading.memo.get("stems")
    if isinstance(cached, set):
        return cached
    found = {stem(piece) for w in reading.core for piece in _PIECES.findall(fold(w.text)) if len(piece) >= 3}
    reading.memo["stems"] = found
    return found


def _meets(want: str, have: set[str]) -> bool:
    if want in have:
        return True
    return len(want) >= 5 and any(word.startswith(want) or (len(word) >= 5 and want.startswith(word)) for word in have)


def _people(situation: Situation, have: set[str]) -> tuple[str, ...]:
    meeting = situation.meeting
    known = [*meeting.friends, *([meeting.introduced_by] if meeting.introduced_by else [])]
    return tuple(
        p.name for p in known if any(stem(piece) in have for piece in _PIECES.findall(fold(p.name)) if len(piece) >= 3)
    )


def _where(situation: Situation, have: set[str]) -> bool:
    """True when the event or the place is named."""
    wanted = [
        stem(piece)
        for text in (situation.meeting.event, situation.meeting.place)
        for piece in _PIECES.findall(fold(text))
        if len(piece) >= 3 and piece not in _SMALL
    ]
    own = [want for want in wanted if want not in stock_stems("en")]
    return any(want in have for want in own or wanted)


_SMALL = frozenset("the and day for der die das von des les del della open of".split())

_PITCHING = Phrases("content", "pitching")
_ALSO = re.compile(r" (?:also|too|as well|same|both|likewise|auch|aussi|también|anche|também|ook)(?= )")
_MARKED = re.compile(
    r" (?:i am|i was|it is|it was|this is) (?:the|that) (?:one|guy|man|woman|girl|person|lady|fellow|chap|bloke)(?= )"
)
_YOU = re.compile(
    r" (?:you|your|yours|yourself|du|dein\w*|dich|dir|sie|ihr\w*|ihnen|euch|vous|votre|vos|tu|"
    r"te|toi|ton|ta|tes|usted|tus?|sus?|ti|lei|suoi?|tuoi?|tua|seus|suas|teus?|tuas|lhe|voc[eê]|seu|sua|"
    r"senhora?|je|jij|jouw|you|uw)(?= )"
)


def _is_spent(reading: Reading, part: Sentence | Span) -> bool:
    """True for a sentence that sells, praises or wishes vaguely: what is concrete in it is not about them."""
    spent = reading.memo.get("spent")
    if not isinstance(spent, tuple):
        sold = selling.pitch(reading)
        spent = (
            *(sold.spans if sold is not None and sold.weight >= 2 else ()),
            *(f.span for f in vague.STRONG.find(reading)),
        )
        if (clouded := vague.clouded(reading)) is not None:
            spent += (Span(clouded.start, clouded.end),)
        spent += tuple(f.span for f in praise.STRONG.find(reading))
        if reading.situation.meeting.tie.has_not_met:
            spent += tuple(f.span for f in asking.BIG.find(reading))
        elif not reading.english and (asked := asking.big(reading)) is not None:
            spent += (asked.span,)
        if not reading.english:
            spent += _manners(reading)
        reading.memo["spent"] = spent
    return any(part.start <= span.start < part.end for span in spent)


_PUSHING, _STIFF, _BOAST = (
    Phrases("pressure", "pushing"), Phrases("too-stiff", "stiff"), Phrases("self-centred", "boast")
)  # fmt: skip


def _manners(reading: Reading) -> tuple[Span, ...]:
    """Where a note in another language pushes, bows or boasts; one stiff word or one feat is no more than a word."""
    found = [f.span for f in _PUSHING.find(reading)]
    for table in (_STIFF, _BOAST):
        hits = [f.span for f in table.find(reading)]
        found += hits if len(hits) >= 2 else []
    return tuple(found)


def _says_nothing_of_them(reading: Reading, sentence: Sentence) -> bool:
    """A pitch, a mark to be known by, or a stranger's lines about themselves: concrete, and yet not about them."""
    flow = reading.flow_of(sentence)
    if _PITCHING.within(flow, reading.language) or _is_spent(reading, sentence):
        return True
    if _MARKED.search(flow) and not _YOU.search(flow):
        return True
    stranger = reading.situation.meeting.tie in (Tie.STRANGER, Tie.HEARD)
    if _ALSO.search(flow):
        return False
    return stranger and sentence.mark != "?" and not _YOU.search(flow) and reading.language in LANGUAGES
