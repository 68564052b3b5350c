"""Spelling and grammar by Harper, offline. Only what a careful editor would certainly correct gets through.

Left alone Harper raises 2.8 findings on each of the notes people were glad to get: names, places, brands, clipped
note style. So a word passes only when it is a known misspelling, or one slip away from a common word.
Harper loads in 0.6 s and takes 100 MB: make a `Speller` when the first note is opened and keep it on one thread.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from salver.cards.meeting import Tie
from salver.cards.names import fold
from salver.cards.situation import Situation
from salver.etiquette import words
from salver.etiquette.model import Edit, Finding, Fix, Severity, Span
from salver.etiquette.text import Reading

if TYPE_CHECKING:
    import harper

RULE_ID = "spelling"
_RECYCLE_AFTER = 500
_MOST = 12_000
_AT_ONCE = 600
"""A text up to so long is read by Harper as a whole; of a longer one, the sentences that are new."""
_SENTENCE = re.compile(r".+?(?:[.!?…]+[\"”’)\]]*\s+|\n+|\Z)", re.DOTALL)
_DIALECTS = {"us": "AMERICAN", "gb": "BRITISH", "uk": "BRITISH", "au": "AUSTRALIAN", "ca": "CANADIAN", "in": "INDIAN"}
_SURROGATES = re.compile("[\ud800-\udfff]")


class Speller:
    """Checks one text at a time. Use it from one thread."""

    def __init__(self) -> None:
        self._linter: harper.Linter | None = None
        self._dialect = ""
        self._checked = 0
        self._last: tuple[object, ...] = ()
        self._found: tuple[Finding, ...] = ()
        self._sentences: dict[str, list[harper.Lint]] = {}

    def check(
        self, text: str, situation: Situation, dictionary: frozenset[str] = frozenset(), dialect: str = ""
    ) -> tuple[Finding, ...]:
        """What is certainly misspelt in a note, in order of start; in other languages than English what is listed.

        `dictionary` holds the person's own words, `dialect` a locale such as "en_GB" (empty: every dialect goes).
        """
        if not text.strip() or len(text) > _MOST:
            return ()
        key = (text, situation, dictionary, dialect)
        if key != self._last:
            reading = Reading(text, situation)
            if reading.english:
                self._found = self._fresh(reading, dictionary, dialect)
            else:
                self._found = tuple(_listed_elsewhere(reading, _known(situation, dictionary)))
            self._last = key
        return self._found

    def _fresh(self, reading: Reading, dictionary: frozenset[str], dialect: str) -> tuple[Finding, ...]:
        known = _known(reading.situation, dictionary)
        # Harper takes no lone surrogates; a replacement of the same length keeps every offset.
        lints = self._lints(_SURROGATES.sub("\ufffd", reading.text), dialect)
        out: dict[Span, Finding] = {}
        whole_words = {(word.start, word.end) for word in reading.words}
        for offset, lint in lints:
            span = Span(lint.span.start + offset, lint.span.end + offset)
            if span in out or (span.start, span.end) not in whole_words:
                continue
            right = _certain(lint, reading, span, known, bool(dialect))
            if right:
                out[span] = _finding(reading.text[span.start : span.end], right, span)
        for span, right in _listed(reading, known):
            out.setdefault(span, _finding(reading.text[span.start : span.end], right, span))
        for span, right in (*_slips(reading), *_chat(reading)):
            out.setdefault(span, _finding(reading.text[span.start : span.end], right, span))
        return tuple(out[span] for span in sorted(out))

    def _lints(self, text: str, dialect: str) -> list[tuple[int, harper.Lint]]:
        """What Harper says, each with the place its sentence begins at; sentences it has just read are not read again.

        Spelling is a matter of single words and their neighbours, so a sentence by itself tells the same.
        """
        import harper

        name = _DIALECTS.get(dialect[-2:].casefold(), "AMERICAN")
        if self._linter is None or self._checked >= _RECYCLE_AFTER or name != self._dialect:
            self._linter = harper.Linter(harper.Dialect[name])
            self._dialect, self._checked, self._sentences = name, 0, {}
        pieces = [text] if len(text) <= _AT_ONCE else _SENTENCE.findall(text)
        read: dict[str, list[harper.Lint]] = {}
        found = []
        offset = 0
        for piece in pieces:
            if piece not in read:
                known = self._sentences.get(piece)
                read[piece] = self._linter.lint(piece, language=harper.Language.PLAINTEXT) if known is None else known
            found += [(offset, lint) for lint in read[piece]]
            offset += len(piece)
        self._checked += 1
        self._sentences = read
        return found


def _finding(wrong: str, right: str, span: Span) -> Finding:
    # "then" is spelled well; it is another word.
    is_word = len(wrong) > 2 and wrong.lower() in words.known("languages", "en") | words.known(
        "stock", "small", "verbs", "adjectives"
    )
    return Finding(
        RULE_ID,
        Severity.HINT,
        span,
        f"Is “{right}” meant here?" if is_word else f"“{wrong}” is usually spelled “{right}”",
        "A small slip; easily mended.",
        (Fix(f"Change to “{right}”", (Edit(span.start, span.end, right),)),),
    )


@functools.cache
def _pairs() -> dict[str, str]:
    out = {}
    for line in words.lines("misspelt")["pairs"]:
        wrong, _, right = line.partition(" ")
        if not wrong.endswith("_"):
            out[wrong] = right
    return out


@functools.cache
def _common() -> frozenset[str]:
    """Common words of at least five letters: what a slip is taken to have meant."""
    stock = words.known("stock", "small", "verbs", "adjectives", "occasions", "business")
    return frozenset(word for word in stock | frozenset(_pairs().values()) if len(word) >= 5)


def _known(situation: Situation, dictionary: frozenset[str]) -> frozenset[str]:
    card, meeting = situation.card, situation.meeting
    texts = [
        card.shown_name, card.first_name, card.last_name, card.nickname, card.company, card.title, card.about,
        meeting.event, meeting.place, meeting.hook, meeting.their_words, situation.sender.name, situation.sender.about,
        *meeting.topics, *(friend.name for friend in meeting.friends), *situation.known_names, *dictionary,
        meeting.introduced_by.name if meeting.introduced_by else "",
    ]  # fmt: skip
    return frozenset(part for text in texts for part in re.findall(r"\w+", fold(text)))


def _certain(lint: Any, reading: Reading, span: Span, known: frozenset[str], has_dialect: bool) -> str:
    """The right spelling when there can be no doubt, else an empty string."""
    wrong = reading.text[span.start : span.end]
    low = wrong.lower().replace("’", "'")
    if lint.lint_kind not in ("Spelling", "Typo") or reading.in_quotes(span) or fold(low) in known:
        return ""
    if low in _common() or not low.isascii() or not low.replace("'", "").isalpha():
        return ""
    begins = any(word.start == span.start for word in (reading.words[s.first] for s in reading.sentences))
    if wrong[:1].isupper() and not begins and low not in _pairs():
        return ""
    if low not in _pairs() and sum(word.low == low for word in reading.words) > 1:
        return ""  # "How quiet quiet is": written twice, and meant.
    right = _pairs().get(low) or _one_slip(low, [s.replacement_text for s in lint.suggestions], has_dialect)
    if not right:
        return ""
    if wrong.isupper() and len(wrong) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right


def _listed(reading: Reading, known: frozenset[str]) -> list[tuple[Span, str]]:
    """Misspellings of the list that Harper lets pass, and days of the week without their capital."""
    out = []
    capitals = reading.text.lstrip()[:1].isupper()
    for word in reading.words:
        right = _pairs().get(word.low, "")
        if not right and capitals and word.text in _DAYS:
            right = word.text.capitalize()
        span = Span(word.start, word.end)
        if right and word.text == word.low and fold(word.low) not in known and not reading.in_quotes(span):
            out.append((span, right))
    return out


def _listed_elsewhere(reading: Reading, known: frozenset[str]) -> list[Finding]:
    """Mistakes of the list for German, French, Spanish, Italian, Portuguese or Dutch, where Harper reads nothing."""
    out: list[Finding] = []
    for pattern, right in _mistakes(reading.language):
        for match in pattern.finditer(reading.flow):
            span = reading.span_of(match.start(), match.end())
            if span is None or reading.in_quotes(span) or fold(match.group().strip()) in known:
                continue
            wrong = reading.text[span.start : span.end]
            if not any(other.span and other.span.overlaps(span) for other in out):
                out.append(_finding(wrong, right[:1].upper() + right[1:] if wrong[:1].isupper() else right, span))
    return sorted(out, key=lambda finding: finding.span.start if finding.span else 0)


@functools.cache
def _mistakes(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    pairs = [line.partition(" = ")[::2] for line in words.lines("misspelt").get(language, ())]
    return tuple(
        (re.compile(f"{'^' if wrong.startswith('^') else ''} {re.escape(wrong.removeprefix('^'))}(?= )"), right)
        for wrong, right in pairs
    )


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def _one_slip(low: str, suggested: list[str], has_dialect: bool) -> str:
    """A suggestion that is a common word, one slip away: a letter too many, too few, or two changed round."""
    if len(low) < 5:
        return ""
    for right in suggested[:3]:
        target = right.lower()
        if target not in _common() or target[0] != low[0] or abs(len(target) - len(low)) > 1:
            continue
        if not has_dialect and _same_but_for_dialect(low, target):
            return ""
        if _is_one_slip(low, target):
            return right
    return ""


def _is_one_slip(wrong: str, right: str) -> bool:
    if len(wrong) == len(right):
        off = [i for i in range(len(wrong)) if wrong[i] != right[i]]
        swapped = (
            len(off) == 2 and off[1] == off[0] + 1 and wrong[off[0]] == right[off[1]] and wrong[off[1]] == right[off[0]]
        )
        vowel = len(off) == 1 and wrong[off[0]] in "aeiouy" and right[off[0]] in "aeiouy" and len(wrong) >= 7
        return swapped or vowel
    longer, shorter = (wrong, right) if len(wrong) > len(right) else (right, wrong)
    at = next((i for i in range(len(shorter)) if longer[i] != shorter[i]), len(shorter))
    if longer[:at] + longer[at + 1 :] != shorter:
        return False
    # "speaker" for "speakers" and the like is another word, and no slip.
    return at < len(shorter) and (
        (at > 1 and longer[at] in (longer[at - 1], longer[at + 1 : at + 2])) or len(wrong) >= 7
    )


_DIALECT = tuple(
    pair.split(">")
    for pair in """our>or isa>iza ise>ize isi>izi yse>yze tre>ter bre>ber ogue>og amme>am ll>l ae>e oe>e ence>ense
    grey>gray enq>inq pp>p tt>t""".split()
)


def _same_but_for_dialect(a: str, b: str) -> bool:
    for old, new in _DIALECT:
        a, b = a.replace(old, new), b.replace(old, new)
    return a == b


_CHAT = {"gr8": "great", "m8": "mate", "l8r": "later", "thx": "thanks"}
_BEING = re.compile(r"(?:an?|the|so|such|not|too|\w{3,}(?:ed|ing))$")


def _chat(reading: Reading) -> list[tuple[Span, str]]:
    """ "Ur" and "gr8", except among friends and colleagues."""
    if reading.situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE):
        return []
    out = []
    for number, word in enumerate(reading.words):
        right = _CHAT.get(word.text, "")
        if word.text == "ur":
            after = reading.words[number + 1].low if number + 1 < len(reading.words) else ""
            right = "you’re" if _BEING.match(after) else "your"
        span = Span(word.start, word.end)
        if right and not reading.in_quotes(span):
            out.append((span, right))
    return out


_SLIPS = re.compile(
    r" (?:(?P<of>(?:could|should|would|must|might)) of (?:been|had|done|known|said|told|asked|"
    r"gone|come|seen|met|made|taken|brought|written|thought|sworn|sat|kept|left|\w{2,}ed)"
    r"|(?P<their>their) (?:going|coming|doing|making|not|so|very|really|all|still|both|here|probably|always)"
    r"|(?P<your>your) (?:welcome to|the (?:best|first|only|one|most|reason|worst|last person)"
    r"|an?(?! game| levels?)|so|such|not"
    r"|too (?:kind|good|much))"
    r"|to (?P<here>here) (?:about|from|you|your|how|that|what|of)"
    r"|(?P<a>an?) (?P<an>hour|honou?r|honest|university|european|user|one)"
    r"|(?P<then>(?:better|more|less|bigger|rather|other|worse|faster|later|earlier)) then)(?= )"
)


def _slips(reading: Reading) -> list[tuple[Span, str]]:
    """Mixed-up small words where the neighbours leave no doubt: "could of been", "better then"."""
    out = []
    for found in reading.find(_SLIPS):
        group = found.match.lastgroup or ""
        words_here = [w for w in reading.words if found.span.start <= w.start < found.span.end]
        if group == "of" and len(words_here) > 1 and words_here[1].low == "of":
            out.append((Span(words_here[1].start, words_here[1].end), "have"))
        elif group == "their" and words_here[1:] and words_here[1].low in ("going", "coming", "not", "so", "very"):
            right = "They’re" if words_here[0].text[0] == "T" else "they’re"
            out.append((Span(words_here[0].start, words_here[0].end), right))
        elif group == "your" and words_here[0].low == "your":
            right = "You’re" if words_here[0].text[0] == "Y" else "you’re"
            out.append((Span(words_here[0].start, words_here[0].end), right))
        elif group == "here" and words_here[1:] and words_here[1].low == "here":
            out.append((Span(words_here[1].start, words_here[1].end), "hear"))
        elif group == "then" and words_here[1:] and words_here[1].low == "then":
            out.append((Span(words_here[1].start, words_here[1].end), "than"))
    return out
