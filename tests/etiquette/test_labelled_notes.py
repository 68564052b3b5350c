"""The engine against a thousand and more labelled notes: a floor under which no change may let it fall.

Most of these notes were learned from, so the figures are higher than those for notes that nobody has seen; how it
does on such is measured by leaving files out (`packaging/weigh.py --without`).
"""

from __future__ import annotations

import collections
import json
from pathlib import Path

import pytest

from salver.cli_check import read_input
from salver.etiquette import registry
from salver.etiquette.engine import Engine
from salver.etiquette.model import Severity
from weigh_notes import LABELS, as_input

NOTES = Path(__file__).parent / "notes"
FILES = (*sorted((NOTES / "hands").glob("*.jsonl")), NOTES / "third.jsonl", NOTES / "fourth.jsonl")
OTHERS = {
    "default_text": {"default-invitation"},
    "too_early": {"too-early"},
    "too_late": {"too-late"},
    "too_long": {"too-long"},
    "placeholder_left": {"leftover-placeholder"},
    "wrong_name": {"wrong-name"},
    "shouting": {"shouting"},
    "too_many_exclaims": {"exclamation-marks"},
    "link_in_note": {"link"},
    "told_them_missing": {"not-told"},
    "emoji_excess": {"emoji-excess"},
    "contradicts_card": {"contradicts-card", "stale-time-word", "false-familiarity"},
}
ANSWERED_BY = {label: {fault} for fault, label in LABELS.items()} | OTHERS


@pytest.mark.timeout(300)
def test_most_faults_are_found_and_welcome_notes_are_left_in_peace() -> None:
    engine = Engine(registry.load())
    hits: collections.Counter[str] = collections.Counter()
    misses: collections.Counter[str] = collections.Counter()
    false: collections.Counter[str] = collections.Counter()
    welcome = alarmed = faulty = silent = 0
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            note = json.loads(line)
            found = engine.check(*read_input(as_input(note)))
            said = {f.rule for f in found}
            for label, rules in ANSWERED_BY.items():
                if label in note["labels"]:
                    (hits if rules & said else misses)[label] += 1
                elif rules & said and label not in note.get("debatable", ()):
                    false[label] += 1
            if note["labels"]:
                faulty += 1
                silent += not found
            elif not note.get("debatable"):
                welcome += 1
                alarmed += any(f.severity is not Severity.HINT for f in found)
    precision = hits.total() / (hits.total() + false.total())
    recall = hits.total() / (hits.total() + misses.total())
    assert precision >= 0.95, false
    assert recall >= 0.9, misses
    assert alarmed <= 0.04 * welcome
    assert silent <= 0.04 * faulty
