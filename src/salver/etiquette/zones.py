"""Where a note greets and where it signs off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from salver.etiquette import words as lists

if TYPE_CHECKING:
    from salver.etiquette.text import Sentence, Word

_MOST_NAMES = 5
_SHORT_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr hon sr sra m mme mlle mgr dott avv ing arch eng dra dhr mw sig lic st capt col lt "
    "sgt".split()
)
"""Those written with a full stop; behind "Evening, captain." a new sentence begins."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """The beginning of a note. `words` counts all its words, `names` are the words that name somebody.

    `hailed` is true when it begins with a word such as "Hi" or "Dear", `start` and `end` are the place of the names.
    """

    words: int = 0
    names: tuple[Word, ...] = ()
    titles: tuple[Word, ...] = ()
    hailed: bool = False

    @property
    def start(self) -> int:
        """Where the names begin; 0 without any."""
        return self.names[0].start if self.names else 0

    @property
    def end(self) -> int:
        """Where the names end; 0 without any."""
        return self.names[-1].end if self.names else 0


def greeting(text: str, words: tuple[Word, ...]) -> Greeting:
    """The greeting of a note: "Hi Ana," · "Dear Dr Chatterjee" · "Kwabena," · nothing at all."""
    if not words:
        return Greeting()
    hails, titles, never, particles = (
        lists.known("greetings", key) for key in ("hails", "titles", "never", "particles")
    )
    at = 0
    while at < min(len(words), 4) and words[at].low in hails:
        if at and _gap(text, words, at) not in ("", ","):
            break
        at += 1
    hailed = at > 0
    begin = at
    names: list[Word] = []
    found_titles: list[Word] = []
    while at < len(words) and at - begin < _MOST_NAMES + 2:
        word = words[at]
        gap = _gap(text, words, at) if at else ""
        if at > begin and gap and not (gap == "." and words[at - 1].low in _SHORT_TITLES):
            break
        if at == begin and hailed and gap not in ("", ",", ":", "!"):
            break
        if at == begin and gap == "!" and at + 1 < len(words) and not _gap(text, words, at + 1):
            break  # "Oi! Passando pra contar" goes on with a sentence.
        if word.low in titles:
            found_titles.append(word)
        elif word.low in never and not (found_titles and word.text[:1].isupper()):
            break
        elif (
            word.text[:1].isupper()
            or (names and word.low in particles)
            or (
                hailed and not names and at + 1 < len(words) and _gap(text, words, at + 1) in (",", "!", ":", ".", "\n")
            )
        ):
            names.append(word)
        else:
            break
        at += 1
    while names and names[-1].low in particles:
        names.pop()
        at -= 1
    after = _gap(text, words, at) if at < len(words) else "."
    if not hailed and not _is_vocative(names, found_titles, after):
        return Greeting()
    if hailed and not after and names and not found_titles:
        names, at = _without_running_on(names, at)
    return Greeting(at, tuple(names), tuple(found_titles), hailed)


def _is_vocative(names: list[Word], titles: list[Word], after: str) -> bool:
    """A name before a comma, such as "Kwabena, I tried": not "Wow," nor a clause."""
    return bool(names or titles) and after in (",", "!", ":", "!!", "!!!", "\n", "-") and len(names) <= 3


def _without_running_on(names: list[Word], at: int) -> tuple[list[Word], int]:
    """ "Hi Ana I am ..." written without a comma: keep the name, leave a capitalised "I" to the sentence."""
    while len(names) > 1 and names[-1].low in lists.known("greetings", "never"):
        names.pop()
        at -= 1
    return names, at


def _gap(text: str, words: tuple[Word, ...], at: int) -> str:
    """What stands between a word and the one before it, without spaces; empty for a plain space."""
    start = words[at - 1].end if at else 0
    gap = text[start : words[at].start]
    if "\n" in gap:
        return gap.strip() or "\n"
    return gap.strip()


def closing(text: str, words: tuple[Word, ...], sentences: tuple[Sentence, ...], after: int) -> int:
    """The index of the first word of the sign-off ("Best, Pieter" · "- Lieke" · "Sam, from the pub table")."""
    if not words:
        return 0
    byes = lists.known("greetings", "byes")
    for sentence in reversed(sentences[-3:]):
        if sentence.first <= after or len(words) - sentence.first > 12:
            break
        low = words[sentence.first].low
        two = f"{low} {words[sentence.first + 1].low}" if sentence.first + 1 < len(words) else low
        short = sentence.last - sentence.first <= 4
        comma = _gap_after(text, words, sentence.first) == ","
        if (low in byes and (comma or (short and low != "yours"))) or (two.replace(" ", "_") in byes):
            return sentence.first
    return _bare_signature(text, words, sentences, after)


def _gap_after(text: str, words: tuple[Word, ...], at: int) -> str:
    return _gap(text, words, at + 1) if at + 1 < len(words) else ""


def _bare_signature(text: str, words: tuple[Word, ...], sentences: tuple[Sentence, ...], after: int) -> int:
    """A name alone at the end: on its own line, behind a dash, or as the last few capitalised words."""
    last = sentences[-1] if sentences else None
    if last is None or last.first <= after or last.mark in ("?", "!"):
        return _dashed(text, words, after)
    tail = words[last.first :]
    names = sum(word.text[:1].isupper() for word in tail)
    shouted = text[: tail[0].start].isupper()
    if len(tail) <= 3 and names == len(tail) and not shouted:
        return last.first
    gap = text[words[last.first - 1].end : tail[0].start]
    if len(tail) <= 8 and tail[0].text[:1].isupper() and ("\n" in gap or "- " in gap or "– " in gap or "— " in gap):
        return last.first
    return _dashed(text, words, after)


def _dashed(text: str, words: tuple[Word, ...], after: int) -> int:
    """ "... want the numbers? - Lieke" or "— Petra" behind the last sentence."""
    for at in range(len(words) - 1, max(after, len(words) - 4), -1):
        gap = text[words[at - 1].end : words[at].start]
        if gap.strip()[-1:] in ("-", "–", "—") and all(w.text[:1].isupper() for w in words[at:]):
            return at
    return len(words)
