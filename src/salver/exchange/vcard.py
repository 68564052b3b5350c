"""Reading vCards 2.1, 3.0 and 4.0: bytes → unfolded lines → properties → cards."""

from __future__ import annotations

from salver.exchange import text as texts
from salver.exchange.lines import unfold
from salver.exchange.model import Entry, Problem, Read, Unreadable
from salver.exchange.properties import CARD_MAX, blocks
from salver.exchange.to_card import card_of

CARDS_MAX = 20_000
"""Cards of one file; more are left out, and said so."""


def read(data: bytes) -> Read:
    """Every card of a vCard file. One bad card costs that card alone, and is reported."""
    text, stand_in = texts.decode(data)
    entries: list[Entry] = []
    problems: list[Problem] = []
    number = 0
    for block in blocks(unfold(text)):
        number = block.number
        if number > CARDS_MAX:
            problems.append(
                Problem(f"The file holds more than {CARDS_MAX:,} cards; the rest was left out.", card=number)
            )
            break
        problems += block.problems
        if block.size > CARD_MAX:
            problems.append(Problem("This card is larger than 2 MB without its picture. It was left out.", card=number))
            continue
        entry = card_of(block, stand_in)
        if not block.ended:
            kept = "What could be read of it was kept." if entry else "Nothing of it could be read."
            problems.append(Problem(f"This card has no end. {kept}", card=number))
        elif entry is None:
            problems.append(Problem("This card holds no name, address, number or note.", card=number))
        if entry is not None:
            entries.append(entry)
    if not number:
        raise Unreadable("This file holds no vCard. Nothing was imported.")
    return Read(tuple(entries), tuple(problems))
