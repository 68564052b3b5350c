"""Texts for measuring: English notes, joined from the labelled ones of the tests."""

from __future__ import annotations

import json
import random
from pathlib import Path

NOTES = Path(__file__).parents[1] / "etiquette" / "notes" / "welcome.jsonl"


def sentences() -> list[str]:
    """The texts of the labelled notes that are plain English."""
    texts = [json.loads(line)["text"] for line in NOTES.read_text(encoding="utf-8").splitlines()]
    return [text for text in texts if text.isascii()]


def notes() -> list[str]:
    """Sixty notes of 200 to 300 characters."""
    texts = [json.loads(line)["text"] for line in NOTES.read_text(encoding="utf-8").splitlines()]
    joined = [f"{a} {b}"[:300] for a, b in zip(texts[::2], texts[1::2], strict=False)]
    return [text for text in joined if text.isascii() and len(text) > 200][:60]


def different_notes(many: int) -> list[str]:
    """So many notes of about 250 characters, no two alike; the same ones each time."""
    dice, known = random.Random(11), sentences()
    found: dict[str, None] = {}
    while len(found) < many:
        found[" ".join(dice.sample(known, 3))[:250]] = None
    return list(found)
