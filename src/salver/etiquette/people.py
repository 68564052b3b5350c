"""Whose name a note calls: theirs, a short form of it, a slip of the pen, or somebody else's."""

from __future__ import annotations

import enum
import functools
import re

from salver.cards.names import fold
from salver.cards.situation import Situation
from salver.etiquette import words as lists

_PIECES = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-z]")
_HONORIFICS = ("-san", "-sensei", "-ji", "-ssi", "-nim", "-kun", "-bey", "-hanim")


class Likeness(enum.Enum):
    """How a called name stands to the card's."""

    SAME = "same"
    SLIP = "slip"
    OTHER = "other"


@functools.cache
def _families() -> dict[str, frozenset[int]]:
    where: dict[str, set[int]] = {}
    for number, line in enumerate(lists.lines("nicknames")["families"]):
        for name in line.split():
            where.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in where.items()}


def is_given_name(folded: str) -> bool:
    """True for a first name in the lists: of short forms, or of common ones without any."""
    return folded in _families() or folded in lists.known("nicknames", "given")


def own_names(situation: Situation) -> tuple[str, ...]:
    """Folded parts of the names on the card, in Latin letters; empty when it has none."""
    card = situation.card
    return _own_names(card.first_name, card.nickname, card.last_name, card.middle_name, card.display_name)


@functools.lru_cache(maxsize=64)
def _own_names(*texts: str) -> tuple[str, ...]:
    found = [piece for text in texts for piece in _PIECES.findall(fold(text)) if _LATIN.search(piece)]
    joined = [fold(t).replace("-", "").replace(" ", "").replace("'", "").replace("’", "") for t in texts if t]
    return tuple(dict.fromkeys(found + [j for j in joined if _LATIN.search(j)]))


def surnames(situation: Situation) -> frozenset[str]:
    """Folded parts of the last name: nobody shortens "Rizzo" to "Rizzi"."""
    return frozenset(_PIECES.findall(fold(situation.card.last_name)))


def compare(called: str, own: tuple[str, ...], surnames: frozenset[str] = frozenset()) -> tuple[Likeness, str]:
    """How a called name stands to the names of the card, and the nearest of them; `surnames` have no pet forms."""
    name = fold(called)
    for honorific in _HONORIFICS:
        name = name.removesuffix(honorific)
    name = name.removesuffix("'s").removesuffix("’s")
    pieces = [p for p in _PIECES.findall(name) if len(p) > 1]
    bare = name.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    if not pieces or bare in own or len(bare) < 2 or all(p in own for p in pieces):
        return Likeness.SAME, called
    nearest, best = "", 9
    for other in own:
        if _sounds_the_same(bare, other):
            return Likeness.SLIP, other
    for other in own:
        if _is_short_form(bare, other, other in surnames):
            return Likeness.SAME, other
        distance = edit_distance(bare, other)
        if distance < best:
            nearest, best = other, distance
    longest = max(len(bare), len(nearest))
    if any(p in own for p in pieces) and len(pieces) > 1:
        return (Likeness.SLIP, nearest) if best <= 2 else (Likeness.SAME, nearest)
    if (best == 1 and longest >= 4) or (best == 2 and longest >= 6):
        both = is_given_name(bare) and is_given_name(nearest) and best == 2
        is_other = both and (bare[0] != nearest[0] or sound(bare) != sound(nearest))
        return (Likeness.OTHER if is_other else Likeness.SLIP), nearest
    pet = next((other for other in own if _may_be_pet_name(bare, other)), "")
    return (Likeness.SAME, pet) if pet else (Likeness.OTHER, nearest)


def _may_be_pet_name(called: str, own: str) -> bool:
    """ "Pelle" for Per, "Bram" for Abraham: the same beginning, or its letters in their order.

    A name that is known to be another family's is none.
    """
    if is_given_name(called) and is_given_name(own):
        return False
    if len(called) >= 4 and len(own) > len(called):
        letters = iter(own)
        if all(letter in letters for letter in called):
            return True
    short = len(called) <= 6 and len(called) <= len(own) + 2
    return short and not is_given_name(called) and called[:2] == own[:2] and called != own


_ALIKE = (
    ("sch", "s"), ("bh", "v"), ("ph", "f"), ("th", "t"), ("sh", "s"), ("ch", "k"), ("ck", "k"), ("qu", "k"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("x", "ks"), ("z", "s"), ("aw", "a"),
    ("ow", "o"), ("w", "v"), ("v", "f"),
)  # fmt: skip


@functools.lru_cache(maxsize=2048)
def sound(name: str) -> str:
    """The consonants of a name, spelled one way; a vowel that begins it stays."""
    for old, new in _ALIKE:
        name = name.replace(old, new)
    first, rest = name[:1], re.sub(r"[aeiouyh]", "", name[1:])
    return re.sub(r"(.)\1+", r"\1", ("a" if first in "aeiouy" else first) + rest)


_SPELLINGS = (
    ("mac", "mc"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ck", "k"), ("c", "k"), ("ay", "ei"),
    ("ai", "ei"), ("ey", "ei"),
    ("y", "i"), ("z", "s"), ("v", "f"),
)  # fmt: skip


def _spelled_alike(name: str) -> str:
    """Meyer for Maier, Luiz for Luís: one spelling for both."""
    for old, new in _SPELLINGS:
        name = name.replace(old, new)
    return _DOUBLE.sub(r"\1", name)


_DOUBLE = re.compile(r"(.)\1+")
_PET_ENDING = re.compile(r"(?:ie|ey|y|i)$")


def _sounds_the_same(called: str, own: str) -> bool:
    """ "Catherine" for Kathryn, "Shevaun" for Siobhán: their name by ear. "Katie" for Kate is a short form."""
    if called == own or min(len(called), len(own)) < 3 or abs(len(called) - len(own)) > 2:
        return False
    if min(len(called), len(own)) >= 4 and _spelled_alike(called) == _spelled_alike(own):
        return True
    if _DOUBLE.sub(r"\1", called) == _DOUBLE.sub(r"\1", own):
        return True
    if sound(called) != sound(own) or bool(_PET_ENDING.search(called)) != bool(_PET_ENDING.search(own)):
        return False
    if (called.removesuffix("h")[-1] in "aeiouy") != (own.removesuffix("h")[-1] in "aeiouy") and called[-1] + own[
        -1
    ] not in "eneyne":
        return False
    families = _families()
    related = bool(families.get(called, frozenset()) & families.get(own, frozenset()))
    return related or (len(sound(own)) >= 3 and min(len(called), len(own)) >= 5)


def _is_short_form(called: str, own: str, is_surname: bool = False) -> bool:
    families = _families()
    if families.get(called, frozenset()) & families.get(own, frozenset()):
        return True
    short, long = sorted((called, own), key=len)
    if len(short) >= 2 and len(long) - len(short) >= 1 and long.startswith(short):
        return len(short) >= 3 or len(long) <= 5
    if is_surname:
        return False
    if short != called:
        return len(called) >= 4 and len(called) - len(own) >= 2 and called.endswith(own) and len(own) >= 4
    stemmed = re.sub(r"(?:ie|y|i|ey|s|sy|z|ka|ek|ko|cka|ito|ita|inho|inha|tje|je|chen|li|si|o)$", "", short)
    if len(stemmed) >= 3 and long.startswith(stemmed):
        return True
    return len(short) >= 4 and len(long) - len(short) >= 2 and long.endswith(short)


def edit_distance(a: str, b: str, most: int = 3) -> int:
    """Letters to add, drop, change or swap to make one word of the other; `most` + 1 when it takes more."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if older and i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)
