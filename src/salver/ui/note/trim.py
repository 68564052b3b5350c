"""Help to trim a note: exact cuts, and the length each of them reaches. Pure.

Cuts go from what nobody misses (a signature under a LinkedIn note, empty openers, filler) to whole sentences.
Lengths are those of the text on the clipboard, in UTF-16 units. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from salver.cards.units import for_clipboard, utf16_length
from salver.ui.note.edits import Change, applied

QUOTE_MOST = 28
"""Characters of a cut sentence shown in its label."""

WORTH = 4
"""Within the limit, fewer UTF-16 units than this are not worth a button."""
LEFT = 12
"""A note of fewer UTF-16 units than this is none any more."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One edit of the text, in code points."""

    start: int
    end: int
    replacement: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to make the note shorter: what it does, its edits, and the length it reaches."""

    label: str
    edits: tuple[Change, ...]
    reaches: int


_SHORTER = (
    (r"\bI (?:just )?wanted to (?:say )?thank you\b", "thank you"),
    (r"\bI would (?:love|like) to\b", "I’d like to"),
    (r"\bI would\b", "I’d"),
    (r"\bI will\b", "I’ll"),
    (r"\bI have been\b", "I’ve been"),
    (r"\bI am\b", "I’m"),
    (r"\bdo not\b", "don’t"),
    (r"\bdid not\b", "didn’t"),
    (r"\bcannot\b", "can’t"),
    (r"\bit was (?=(?:great|good|nice|lovely) (?:to|meeting|talking|chatting)\b)", ""),
    (r"\bin order to\b", "to"),
    (r"\bas well as\b", "and"),
    (r"\bat the moment\b", "now"),
    (r"\bin the near future\b", "soon"),
    (r"\bdue to the fact that\b", "because"),
    (r"\b(?:really|very|just|actually|basically|quite|definitely|totally|certainly|simply) (?=\w)", ""),
    (r"\b[Tt]hank you (very|so) much\b", "thank you"),
)
_EMPTY_SENTENCE = re.compile(
    r"(?:^|(?<=[.!?,\n])) *(?:I hope (?:you are|you['’]re|this (?:note|message) finds you|all is)[^.!?\n]*[.!?]"
    r"|I(?:['’]d| would)? (?:like|love|want(?:ed)?) to (?:add you to my|connect with you on|connect on)[^.!?\n]*[.!?]"
    r"|(?:I )?look(?:ing)? forward to (?:connecting|staying in touch|hearing from you)[^.!?\n]*[.!?]"
    r"|Let['’]s (?:stay|keep) in touch[.!])",
    re.IGNORECASE,
)
_CLOSER = re.compile(
    r"(?<![ \n])[ \n]*\b(?:(?:(?:kind|best|warm)(?:est)? )?(?:regards|wishes)|best|cheers|sincerely"
    r"|yours(?: (?:truly|sincerely))?|many thanks|thanks|take care|all the best)"
    r"[,.!]?(?:[ \n]+[^\W\d_][\w.'’-]*){0,3}[.!]?\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\s.!?…。！？][^.!?…。！？\n]*(?:[.!?…。！？]+[”’\")]*|\n|$)")


def offers(text: str, most: int | None, fixes: Sequence[tuple[str, tuple[Change, ...]]] = ()) -> tuple[Offer, ...]:
    """The ways to trim, best first. Over the limit `most` they lead to it or below; under it only harmless cuts.

    `fixes` are the cuts the engine proposes for a note that is too long, as label and edits.
    """
    return _offers(text, most, tuple(fixes))


@lru_cache(maxsize=8)
def _offers(text: str, most: int | None, fixes: tuple[tuple[str, tuple[Change, ...]], ...]) -> tuple[Offer, ...]:
    # Kept, because one press of a key asks several times: when it is typed, and as each answer comes.
    now = _length(text)
    harmless = _harmless(text)
    over = most is not None and now > most
    found: list[Offer] = []
    if harmless:
        found.append(_together(text, harmless, most if over else None))
    if over and most is not None:
        found += [_offer(text, label, edits) for label, edits in fixes]
        found += _with_sentences(text, harmless, most)
        found.append(_to_the_limit(text, most))
    if len(harmless) > 1:
        found += [_offer(text, label, (cut,)) for label, cut in harmless]
    return tuple(_useful(found, now, most if over else None))


def _useful(found: Iterable[Offer], now: int, most: int | None) -> list[Offer]:
    """Those that save something and leave something; over the limit, every character counts."""
    kept: list[Offer] = []
    least = WORTH if most is None else 1
    for offer in found:
        if LEFT <= offer.reaches <= now - least and all(offer.edits != other.edits for other in kept):
            kept.append(offer)
    if most is not None:
        kept.sort(key=lambda o: o.reaches > most)
    return kept[:6]


def _length(text: str) -> int:
    return utf16_length(for_clipboard(text))


def _offer(text: str, label: str, edits: tuple[Change, ...]) -> Offer:
    return Offer(label, edits, _length(applied(text, edits)))


def _quoted(piece: str) -> str:
    piece = " ".join(piece.split()).strip(' ,“”"')
    return f"“{piece}”" if len(piece) <= QUOTE_MOST else f"“{piece[: QUOTE_MOST - 1].rstrip()}…”"


def _harmless(text: str) -> list[tuple[str, Cut]]:
    """Cuts that change nothing they would notice, from the last line upward, none overlapping."""
    found: list[tuple[str, Cut]] = []
    closer = _CLOSER.search(text)
    if closer and closer.start() > 0 and (text[: closer.start()].rstrip()[-1:] in '.!?…”’")' or "\n" in closer.group()):
        found.append((f"Drop {_quoted(closer.group())}", Cut(closer.start(), len(text))))
    for match in _EMPTY_SENTENCE.finditer(text):
        found.append((f"Drop {_quoted(match.group())}", Cut(match.start(), match.end())))
    for pattern, replacement in _SHORTER:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            found.append(_shortened(text, match, replacement))
    taken: list[tuple[str, Cut]] = []
    for label, cut in found:
        apart = all(cut.end <= other.start or cut.start >= other.end for _, other in taken)
        if apart and utf16_length(text[cut.start : cut.end]) > utf16_length(cut.replacement):
            taken.append((label, cut))
    return taken


def _shortened(text: str, match: re.Match[str], replacement: str) -> tuple[str, Cut]:
    end = match.end()
    if not replacement:
        if match.group()[0].isupper():
            replacement, end = text[end].upper(), end + 1
        return f"Drop {_quoted(match.group())}", Cut(match.start(), end, replacement)
    if match.group()[0].isupper():
        replacement = replacement[0].upper() + replacement[1:]
    return f"{_quoted(match.group())} as {_quoted(replacement)}", Cut(match.start(), end, replacement)


def _together(text: str, harmless: Sequence[tuple[str, Cut]], most: int | None) -> Offer:
    """As many harmless cuts as the limit needs; all of them when there is none to reach."""
    if len(harmless) == 1:
        return _offer(text, harmless[0][0], (harmless[0][1],))
    edits: tuple[Cut, ...] = ()
    for _, cut in harmless:
        edits = (*edits, cut)
        if most is not None and _length(applied(text, edits)) <= most:
            break
    label = harmless[0][0] if len(edits) == 1 else f"Shorten {len(edits)} places"
    return _offer(text, label, edits)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where sentences stand, each with the spaces before it, so that none are left when it is cut."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        start = match.start()
        while start > 0 and text[start - 1] == " ":
            start -= 1
        spans.append((start, match.end()))
    return spans


def _with_sentences(text: str, harmless: Sequence[tuple[str, Cut]], most: int) -> list[Offer]:
    """Single sentences whose loss, with the harmless cuts if need be, reaches the limit; questions stay."""
    found: list[Offer] = []
    spans = _sentences(text)
    filler = sum(utf16_length(text[cut.start : cut.end]) for _, cut in harmless)
    least = _length(text) - most - filler
    for start, end in spans[1:]:
        if "?" in text[start:end] or utf16_length(text[start:end]) < least:
            continue
        label = f"Drop {_quoted(text[start:end])}"
        alone = _offer(text, label, (Cut(start, end),))
        if alone.reaches <= most:
            found.append(alone)
            continue
        rest = tuple(cut for _, cut in harmless if cut.end <= start or cut.start >= end)
        both = _offer(text, f"{label} and filler", (Cut(start, end), *rest))
        if rest and both.reaches <= most:
            found.append(both)
    return sorted(found, key=lambda offer: -offer.reaches)[:2]


def _to_the_limit(text: str, most: int) -> Offer:
    """Everything that fits, to the end of a sentence if one lies in the last half, else of a word."""
    end = _fitting(text, most)
    whole = [stop for _, stop in _sentences(text) if stop <= end]
    if whole and whole[-1] >= end // 2:
        return _offer(text, "Stop after the last sentence that fits", (Cut(whole[-1], len(text)),))
    back = end
    while back > 0 and not text[back - 1].isspace() and end < len(text) and not text[end].isspace():
        back -= 1
    return _offer(text, "Stop after the last word that fits", (Cut(back or end, len(text)),))


def _fitting(text: str, most: int) -> int:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _length(text[:middle]) <= most:
            low = middle
        else:
            high = middle - 1
    return low
