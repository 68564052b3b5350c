"""Notes written for one rule each, and welcome notes full of words that tempt a checker."""

from __future__ import annotations

import json
from pathlib import Path

from salver.cli_check import read_input
from salver.etiquette import registry
from salver.etiquette.engine import Engine
from salver.etiquette.spelling import Speller

_NOTES = [
    json.loads(line)
    for line in (Path(__file__).parent / "notes" / "aimed.jsonl").read_text(encoding="utf-8").splitlines()
]
_ENGINE = Engine(registry.load())


def _found(item: dict, speller: Speller) -> set[str]:
    text, situation = read_input(item)
    return {f.rule for f in (*_ENGINE.check(text, situation), *speller.check(text, situation))}


def test_a_fault_is_found_in_nearly_all_notes_that_have_it() -> None:
    speller = Speller()
    faulty = [item for item in _NOTES if item["rules"]]
    missed = [item["text"] for item in faulty if not set(item["rules"]) & _found(item, speller)]
    assert len(missed) <= 0.04 * len(faulty), missed


def test_tempting_words_in_welcome_notes_are_let_pass() -> None:
    speller = Speller()
    welcome = [item for item in _NOTES if not item["rules"]]
    noisy = [(item["text"], found) for item in welcome if (found := _found(item, speller))]
    assert len(noisy) <= 0.06 * len(welcome), noisy
