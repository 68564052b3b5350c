"""Cards to CSV, for spreadsheets: no cell can act as a formula, and Salver reads its own file back without loss.

Google's names for columns are used where it has some, so that other programs know them. Only the front of a card
is written, and its free text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from salver.cards.card import Card
from salver.exchange.headers import SALVER_UID

_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "'", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet calculate (OWASP ASVS 1.2.10), and the guard itself."""
_SINGLE = (
    (SALVER_UID, "uid"), ("Name", "display_name"), ("First Name", "first_name"), ("Middle Name", "middle_name"),
    ("Last Name", "last_name"), ("Name Prefix", "prefix"), ("Name Suffix", "suffix"), ("Nickname", "nickname"),
    ("Pronunciation", "pronunciation"), ("Pronouns", "pronouns"), ("Organization Name", "company"),
    ("Organization Title", "title"), ("Birthday", "birthday"),
)  # fmt: skip
_MANY = (
    ("E-mail", "emails", "Value"), ("Phone", "phones", "Value"), ("Website", "links", "Value"),
    ("Address", "addresses", "Formatted"),
)  # fmt: skip


def guarded(cell: str) -> str:
    """A cell with an apostrophe before anything a spreadsheet might take for a formula."""
    return f"'{cell}" if cell.startswith(_TRIGGERS) else cell


def write(cards: Sequence[Card]) -> str:
    """All cards as CSV (RFC 4180), with as many columns as the fullest card needs."""
    counts = {field: max((len(getattr(card, field)) for card in cards), default=0) for _, field, _ in _MANY}
    header = [name for name, _ in _SINGLE]
    for name, field, part in _MANY:
        for number in range(1, counts[field] + 1):
            header += (f"{name} {number} - Label", f"{name} {number} - {part}")
    header += ("Labels", "Notes", "Keep In Touch (days)", "Other vCard Lines")
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(header)
    for card in cards:
        rows.writerow([guarded(cell) for cell in _row(card, counts)])
    return out.getvalue()


def _row(card: Card, counts: dict[str, int]) -> list[str]:
    row = [getattr(card, field) for _, field in _SINGLE]
    for _, field, _ in _MANY:
        values = getattr(card, field)
        for number in range(counts[field]):
            row += (values[number].label, values[number].value) if number < len(values) else ("", "")
    cadence = "" if card.cadence_days is None else str(card.cadence_days)
    row += (" ::: ".join(card.tags), card.about, cadence, "\n".join(card.extra))
    return row
