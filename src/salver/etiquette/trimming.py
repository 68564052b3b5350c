"""Which parts of a note could go so that it keeps within its limit: exact cuts, the least needed first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from salver.cards.units import for_clipboard, utf16_length
from salver.etiquette import content, smalltalk
from salver.etiquette.model import Edit, Fix
from salver.etiquette.text import Reading, Sentence

_STOCK = re.compile(
    r" (?:nice|great|good|lovely|pleasure|wonderful|hope|hoping|looking forward|stay in touch|"
    r"keep in touch|connect|thank|thanks|enjoyed|delight\w*|such a (?:pleasure|treat|delight)|"
    r"just wanted|reaching out|feel free)(?= )"
)
_FILLERS = re.compile(
    r"(?<=\s)(?:really|very|so very|just|actually|basically|absolutely|totally|definitely|truly|quite|simply)\s+(?=\w)",
    re.IGNORECASE,
)
_MOST_PIECES = 9
_TRIED = 6
"""Ways that are read again, to see what they leave."""


@dataclass(frozen=True, slots=True)
class _Piece:
    edit: Edit
    cost: int
    name: str


def fixes(reading: Reading, most: int) -> tuple[Fix, ...]:
    """Up to two ways to bring a note to `most` UTF-16 units or under, the cheapest first; none when none is safe."""
    pieces = _pieces(reading)[:_MOST_PIECES]
    over = utf16_length(for_clipboard(reading.text)) - most
    gains = {piece: _gain(reading.text, piece.edit) for piece in pieces}
    ways: list[tuple[int, tuple[_Piece, ...]]] = []
    for count in (1, 2, 3):
        for combo in combinations(pieces, count):
            if sum(gains[piece] for piece in combo) < over:
                continue  # A text of many pages is not cut a hundred times over for nothing.
            fix = Fix("", tuple(p.edit for p in combo))
            after = fix.apply(reading.text)
            length = utf16_length(for_clipboard(after))
            if length <= most and len(after.split()) >= 6:
                ways.append((sum(p.cost for p in combo) * 1000 + most - length, combo))
        if ways:
            break
    ways.sort(key=lambda way: way[0])
    out: list[Fix] = []
    for _, combo in ways[:_TRIED]:
        edits = _joined(reading, tuple(sorted((p.edit for p in combo), key=lambda e: e.start)))
        after = Fix("", edits).apply(reading.text)
        if len(out) == 2 or not _is_as_good(reading, after):
            continue
        length = utf16_length(for_clipboard(after))
        out.append(Fix(f"Leave out {' and '.join(p.name for p in combo)} ({length})", edits))
    return tuple(out)


def _is_as_good(reading: Reading, after: str) -> bool:
    """False where a cut takes the only thing that belongs to this conversation."""
    was = content.of(reading).is_specific
    return not was or content.of(Reading(after, reading.situation)).is_specific


def _joined(reading: Reading, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The cuts, and a small letter for the word that then follows the comma of the greeting."""
    first = reading.words[reading.greeting.words : reading.greeting.words + 1]
    if not first or not (first[0].text[:1].islower() or first[0].low.partition("'")[0] == "i"):
        return edits
    at = first[0].start
    for edit in edits:
        if edit.start == at:
            at = edit.end
    behind = next((word for word in reading.words if word.start == at), None)
    if at == first[0].start or behind is None:
        return edits
    small = smalltalk.within_sentence(behind, reading.language)
    return edits if small == behind.text else (*edits, Edit(at, behind.end, small))


def _gain(text: str, edit: Edit) -> int:
    """The most UTF-16 units that leaving a piece out can save, with the spaces that then end a line."""
    start, end = edit.start, edit.end
    while start and (text[start - 1].isspace() or not text[start - 1].isprintable()):
        start -= 1
    while end < len(text) and (text[end].isspace() or not text[end].isprintable()):
        end += 1
    return utf16_length(text[start:end]) + 2


def _pieces(reading: Reading) -> list[_Piece]:
    """What could go: the sign-off, small talk, asides in brackets, then plain sentences; never the only question."""
    text = reading.text
    found: list[_Piece] = []
    if reading.closing < len(reading.words):
        start = reading.words[reading.closing].start
        while start and text[start - 1] in " \n-–—":
            start -= 1
        found.append(_Piece(Edit(start, len(text), ""), 1, "the sign-off"))
    for match in re.finditer(r"\s?\([^()\n]{4,120}\)", text):
        found.append(_Piece(Edit(match.start(), match.end(), ""), 2, "the aside"))
    fillers = list(_FILLERS.finditer(text))
    if fillers:
        found += [_Piece(Edit(m.start(), m.end(), ""), 1, f"“{m.group().strip()}”") for m in fillers[:3]]
    said = reading.said
    rare = {word.start for word in content.of(reading).rare}
    for number, sentence in enumerate(said):
        if len(said) < 2 or (sentence.mark == "?" and sum(s.mark == "?" for s in said) == 1):
            continue
        found.append(_sentence_piece(reading, sentence, number, rare))
    return sorted(found, key=lambda piece: piece.cost)


def _sentence_piece(reading: Reading, sentence: Sentence, number: int, rare: set[int]) -> _Piece:
    text = reading.text
    start, end = reading.words[sentence.first].start, sentence.end
    while end < len(text) and text[end] in " \n":
        end += 1
    while end == len(text) and start and text[start - 1] in " \n":
        start -= 1
    words = reading.words[sentence.first : sentence.last]
    cost = 3 + 2 * sum(word.start in rare for word in words) + (0 if number else 1)
    if _STOCK.search(reading.flow_of(sentence)) and cost <= 4:
        cost = 1
    shown = text[reading.words[sentence.first].start : reading.words[min(sentence.first + 2, sentence.last - 1)].end]
    return _Piece(Edit(start, end, ""), cost, f"“{shown} …”")
