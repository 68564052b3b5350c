"""A phrase is only looked for among the words it needs: no match may be lost by that, whatever the phrase is."""

from __future__ import annotations

import importlib.util
import json
import random
import re
from pathlib import Path

import pytest

from salver import assets
from salver.cards.situation import Situation
from salver.etiquette import needs, words
from salver.etiquette.kinds import Phrases, _Shelf
from salver.etiquette.text import Reading

_SPEC = importlib.util.spec_from_file_location("traps", Path(__file__).parents[1] / "benchmarks" / "traps.py")
traps = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(traps)

NOTES = Path(__file__).parent / "notes"
TOPICS = [name.removeprefix("words/phrases/").removesuffix(".toml") for name in assets.names("words/phrases")]
TABLES = [(topic, key) for topic in TOPICS for key in words.tables(f"phrases/{topic}") if key != "parts"]


@pytest.mark.parametrize(
    ("phrase", "needed"),
    [
        ("pick your brain", [{"pick"}, {"brain"}, {"your"}]),
        ("helps? you", [{"help", "helps"}, {"you"}]),
        ("(?:have )?(?:already )?helped", [{"helped"}]),
        ("our(?: own)? team", [{"team"}, {"our"}]),
        ("(?:launch|sell) (?:\\w+ ){0,3}(?:apps?|(?:our|my) shop)", [{"launch", "sell"}, {"app", "apps", "shop"}]),
        ("(?:buy|sell)s", []),
        ("foo(?:bar )?baz", []),
        ("reali[sz]e gains(?! now)", [{"gains"}]),
        ("risk|no (?:cost )?gain", [{"risk", "gain"}]),
        ("\\d+ (?:clients|\\w+)", []),
        ("(?:ha )+", []),
    ],
)
def test_what_a_phrase_needs_is_read_off_its_expression(phrase: str, needed: list[set[str]]) -> None:
    found = needs.of(phrase)
    assert sorted(map(sorted, found)) == sorted(map(sorted, needed))


@pytest.mark.parametrize(("topic", "key"), TABLES, ids=lambda part: part)
def test_no_phrase_is_skipped_where_it_matches(topic: str, key: str) -> None:
    dice = random.Random(5)
    tried = 0
    for language in words.tables(f"phrases/{topic}")[key]:
        for line in Phrases(topic, key).lines(language):
            shelf = _Shelf((line,), " ", "(?= )")
            pattern, tree = re.compile(f" (?:{line})(?= )"), traps.parser.parse(line)
            for _ in range(40):
                flow = f" {traps.written(tree, dice)} "
                if pattern.search(flow):
                    tried += 1
                    assert shelf.patterns(frozenset(flow.split(" "))), (line, flow)
    assert tried


def test_a_set_finds_what_one_expression_of_all_its_phrases_would() -> None:
    texts = [
        json.loads(line)["text"]
        for name in ("faulty", "aimed")
        for line in (NOTES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    readings = [reading for text in texts if (reading := Reading(text, Situation())).english]
    for topic, key in TABLES:
        phrases = Phrases(topic, key)
        one = re.compile(f" (?:{'|'.join(phrases.lines('en')) or '(?!)'})(?= )")
        for reading in readings:
            wanted = [(m.start(), m.end()) for m in one.finditer(reading.flow)]
            found = [(f.match.start(), f.match.end()) for f in phrases.find(reading, quoted=True, negated=True)]
            assert found == [w for w in wanted if reading.span_of(*w)], (topic, key, reading.text)


_REPEATED = re.compile(r"\(\?:([^()]*)\)(?:[*+]|\{\d*,\})")


def test_no_repeated_group_can_be_read_in_two_ways() -> None:
    """ "vous |le |vous le " under a star takes twice as long with each pair: hours for a line of pronouns."""
    for topic in TOPICS:
        for group in _REPEATED.findall(assets.read_text(f"words/phrases/{topic}.toml")):
            alternatives = set(group.split("|"))
            assert not {a + b for a in alternatives for b in alternatives} & alternatives, (topic, group)
