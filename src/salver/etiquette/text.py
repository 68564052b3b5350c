"""A note, read once for all rules: words, sentences, greeting, sign-off, quotations, language.

`Reading.flow` is the note as plain words with single spaces, for patterns: lower case, straight apostrophes, in
English contractions spelled out ("i would", "do not"), and the marks `.` `?` `!` `,` as words of their own.
Every match in it is brought back to code points of the note.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from salver.cards.names import fold
from salver.cards.situation import Situation
from salver.etiquette import zones
from salver.etiquette.language import detect
from salver.etiquette.model import Span

_TOKEN = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['’ʼ\-‐‑.](?=[^\W_]))*|[.!?…。！？]+|[,;:()\n—–]|(?<=\s)-+(?=\s)|[\"“”„«»]"
)
_ENDS = {".": ".", "!": "!", "?": "?", "…": ".", "。": ".", "！": "!", "？": "?"}
_SHORT = {
    "i'd": "i would", "i'll": "i will", "i've": "i have", "i'm": "i am", "im": "i am", "ive": "i have",
    "you'd": "you would", "you'll": "you will", "you've": "you have", "you're": "you are",
    "we'd": "we would", "we'll": "we will", "we've": "we have", "we're": "we are",
    "they'd": "they would", "they'll": "they will", "they've": "they have", "they're": "they are",
    "it'd": "it would", "it'll": "it will", "that'd": "that would", "that'll": "that will",
    "let's": "let us", "lets": "let us", "can't": "can not", "cannot": "can not", "won't": "will not",
    "don't": "do not", "dont": "do not", "didn't": "did not", "doesn't": "does not", "isn't": "is not",
    "aren't": "are not", "wasn't": "was not", "weren't": "were not", "haven't": "have not", "hasn't": "has not",
    "hadn't": "had not", "couldn't": "could not", "wouldn't": "would not", "shouldn't": "should not",
    "u": "you", "ur": "your", "wanna": "want to", "gonna": "going to", "pls": "please", "plz": "please",
    "thx": "thanks",
}  # fmt: skip
_CONTRACTED = {short: tuple(full.split()) for short, full in _SHORT.items()}


_QUOTES = re.compile(
    r"[“„«]([^“”„«»\n]{1,300})[”“»]|(?<![^\W_])\"([^\"\n]{1,300})\"|(?<![^\W_])[‘']((?:[^'’‘\n]|(?<=[^\W_])['’](?=[^\W_])){2,200})[’'](?![^\W_])"
)


_HEAD, _TAIL = 1_300, 500
"""Of a very long message the rules read the beginning and the end: a check must stay quick while somebody types."""


def _tokens(text: str) -> Iterator[re.Match[str]]:
    if len(text) <= _HEAD + _TAIL:
        return _TOKEN.finditer(text)
    head, tail = text.rfind(" ", 0, _HEAD), text.find(" ", len(text) - _TAIL)
    if head < 0 or tail < 0:
        head, tail = _HEAD, len(text) - _TAIL
    return itertools.chain(_TOKEN.finditer(text, 0, head), _TOKEN.finditer(text, tail))


class Word(NamedTuple):
    """A word of the note: where it stands, as written, and in lower case with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str


class Sentence(NamedTuple):
    """A sentence: its words as a range of indexes, its place, and the mark it ends with (may be empty)."""

    first: int
    last: int
    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Found:
    """A match of a pattern in the flow, brought back to the note."""

    span: Span
    text: str
    match: re.Match[str]


class Reading:
    """A note and its situation, with everything that several rules need computed once."""

    def __init__(self, text: str, situation: Situation) -> None:
        self.text = text
        self.situation = situation
        self.memo: dict[str, object] = {}
        """Where an analysis shared by several rules keeps its result."""
        words: list[Word] = []
        sentences: list[Sentence] = []
        flow: list[str] = []  # Marks, and an empty string for each word.
        first = begin = 0
        for match in _tokens(text):
            piece = match.group()
            start, end = match.span()
            if piece[0].isalnum():
                piece = piece.rstrip("'’ʼ-‐‑.")
                if not piece:
                    continue  # An apostrophe that Unicode takes for a letter, and nothing else.
                low = piece.lower()
                if "’" in low or "ʼ" in low or "‐" in low or "‑" in low:
                    low = low.replace("’", "'").replace("ʼ", "'").replace("‐", "-").replace("‑", "-")
                if len(words) == first:
                    begin = start
                words.append(Word(start, start + len(piece), piece, low))
                flow.append("")
                continue
            mark = ""
            if piece[0] in _ENDS:
                mark = "?" if "?" in piece or "？" in piece else ("!" if "!" in piece or "！" in piece else ".")
            elif piece == "\n":
                mark = "\n"
            if mark:
                if len(words) > first:
                    sentences.append(Sentence(first, len(words), begin, end, "" if mark == "\n" else mark))
                    first = len(words)
                elif mark in "?!" and sentences and sentences[-1].mark != "?":
                    sentences[-1] = sentences[-1]._replace(mark=mark, end=end)
                flow.append("." if mark == "\n" else mark)
            elif piece[0] in '"“”„«»':
                flow.append('"')
            else:
                flow.append(",")
        if len(words) > first:
            sentences.append(Sentence(first, len(words), begin, words[-1].end, ""))
        self.words = tuple(words)
        self.sentences = tuple(sentences)
        self._lay_out(flow)

    def _lay_out(self, marks: list[str]) -> None:
        """Make the flow of words and marks, and remember where in it each begins and which word it is."""
        flow: list[str] = []
        self._at: list[int] = []
        self._owners: list[int] = []
        # Only now, for the words tell the language. "im" is German and "u" Dutch for something else.
        self._contracted = _CONTRACTED if self.language in ("en", "") else {}
        length = number = 0
        for mark in marks:
            for part in (mark,) if mark else self.spelled_out(self.words[number].low):
                self._at.append(length)
                self._owners.append(-1 if mark else number)
                flow.append(part)
                length += len(part) + 1
            number += not mark
        self.flow = " " + " ".join(flow) + " "

    def spelled_out(self, low: str) -> tuple[str, ...]:
        """The words of an English contraction in full; any other word as it is."""
        return self._contracted.get(low) or (low,)

    # -- zones

    @cached_property
    def greeting(self) -> zones.Greeting:
        """How the note begins: its greeting words and the name it calls."""
        return zones.greeting(self.text, self.words)

    @cached_property
    def closing(self) -> int:
        """The index of the first word of the sign-off; the number of words when there is none."""
        return zones.closing(self.text, self.words, self.sentences, self.greeting.words)

    @cached_property
    def core(self) -> tuple[Word, ...]:
        """The words between greeting and sign-off."""
        return self.words[self.greeting.words : max(self.closing, self.greeting.words)]

    @cached_property
    def said(self) -> tuple[Sentence, ...]:
        """The sentences between greeting and sign-off, cut to it."""
        first, last = self.greeting.words, self.closing
        return tuple(
            s._replace(first=max(s.first, first), last=min(s.last, last))
            for s in self.sentences
            if s.last > first and s.first < last
        )

    @cached_property
    def quoted(self) -> tuple[Span, ...]:
        """What stands in quotation marks."""
        if not any(mark in self.text for mark in "\"“„«'‘"):
            return ()
        return tuple(Span(*m.span()) for m in _QUOTES.finditer(self.text) if m.end() > m.start())

    @cached_property
    def language(self) -> str:
        """ISO 639-1 code, or an empty string when nothing tells."""
        named = {word.start for word in self.greeting.names}
        hails = [word.low for word in self.words[: self.greeting.words] if word.start not in named]
        lowered = [*hails, *(word.low for word in self.core)] or [word.low for word in self.words]
        return detect(lowered, self.text)

    @property
    def english(self) -> bool:
        """True when English word lists may be used."""
        return self.language == "en"

    # -- patterns

    def find(self, pattern: re.Pattern[str], *, quoted: bool = False, negated: bool = True) -> Iterator[Found]:
        """Matches of a pattern in the flow, as parts of the note.

        Patterns begin with a space and words. Quoted text is left out unless asked for; with `negated` false so is
        what a "not" or "no" stands before.
        """
        return self.found(pattern.finditer(self.flow), quoted=quoted, negated=negated)

    def found(self, matches: Iterable[re.Match[str]], *, quoted: bool, negated: bool) -> Iterator[Found]:
        """The same for matches in the flow that somebody else has looked for."""
        for match in matches:
            if not negated and self.is_negated(match.start()):
                continue
            span = self.span_of(match.start(), match.end())
            if span is None or (not quoted and self.in_quotes(span)):
                continue
            yield Found(span, self.text[span.start : span.end], match)

    def span_of(self, start: int, end: int) -> Span | None:
        """The part of the note behind a range of the flow; None when it holds no word."""
        # A word begins one behind its entry, because the flow begins with a space.
        first = bisect_left(self._at, start - 1)
        last = bisect_left(self._at, end - 1)
        owners = [owner for owner in self._owners[first:last] if owner >= 0]
        if not owners:
            return None
        return Span(self.words[owners[0]].start, self.words[owners[-1]].end)

    def in_quotes(self, span: Span) -> bool:
        """True when the part stands within quotation marks."""
        return any(zone.covers(span) for zone in self.quoted)

    def is_negated(self, at: int) -> bool:
        """True when a negation stands up to five words before, in the same clause."""
        before = self.flow[:at].rsplit(" ", 6)[-6:]
        for word in reversed(before):
            if word in (".", "?", "!", ","):
                return False
            if word in _NOT:
                return True
        return False

    def sentence_of(self, span: Span) -> Sentence | None:
        """The sentence in which the part begins."""
        for sentence in self.sentences:
            if sentence.start <= span.start < sentence.end:
                return sentence
        return None

    def flow_of(self, sentence: Sentence) -> str:
        """The words of a sentence in lower case between single spaces, contractions spelled out."""
        out: list[str] = []
        for word in self.words[sentence.first : sentence.last]:
            out.extend(self.spelled_out(word.low))
        return " " + " ".join(out) + " "

    @cached_property
    def flow_words(self) -> frozenset[str]:
        """The words and marks of the flow, each once."""
        return frozenset(self.flow.split(" "))

    @cached_property
    def folded(self) -> str:
        """The whole note without case and accents."""
        return fold(self.text)


_NOT = frozenset(
    (
        "not no never without nothing neither nor rather instead hardly nicht kein keine pas "
        "sans no sin non senza não sem niet geen"
    ).split()
)
