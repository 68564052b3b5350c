"""The notes that `weigh.py` learns from: labelled ones, examples of the rules, and Salver's own drafts."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salver.cards.card import Card, Sender
from salver.cards.meeting import Meeting, PersonRef, Promise, Tie, Told
from salver.cards.situation import Situation
from salver.cli_check import read_input
from salver.etiquette import leaning, registry
from salver.etiquette.drafts import Tone, offers
from salver.etiquette.model import Rule, Span
from salver.etiquette.text import Reading

NOTES = Path(__file__).parents[1] / "tests/etiquette/notes"
TUNED_ON = frozenset({"welcome", "faulty", "probe", "second", "aimed", "examples", "drafts"})
"""Files whose notes the phrases of the rules were tuned on: what these say of them proves nothing."""
SLANTED = frozenset(
    {
        "aslant",
        "asks",
        "borders",
        "decent",
        "favours",
        "kindly",
        "lukewarm",
        "manners",
        "pleas",
        "third",
        "unawares",
        "urgent",
        "wants",
    }
)
"""Files written round a few faults, which are far commoner there than in life: they teach what a fault looks like, and
mislead about how often to expect it."""
LABELS = {
    "nothing-specific": "not_personal", "no-hook": "no_hook", "no-context": "no_reason_known",
    "stranger-no-bio": "stranger_no_bio", "big-ask": "ask_too_big", "sales-pitch": "pitch",
    "self-centred": "self_centred", "pressure": "guilt_or_pressure", "empty-flattery": "flattery_empty",
    "brain-picking": "vague_pick_brain", "too-casual": "too_casual", "too-stiff": "too_stiff",
    "near-default-invitation": "near_default",
}  # fmt: skip
"""The faults that are weighed: the rule that says them, and their label in the files."""
OF_THE_WHOLE = frozenset({"nothing-specific", "no-hook", "no-context", "stranger-no-bio"})
"""Faults of something that is missing, which nobody can tell of half a note."""
_TIES = (Tie.MET, Tie.HEARD, Tie.STRANGER, Tie.INTRODUCED, Tie.COLLEAGUE, Tie.UNKNOWN)
_TOPICS = ("night trains", "her thesis on pollen")
_HOOKS = (
    "", "Does the old lathe still run?", "ask about her next race", "the recipe", "send her the photo",
    "ask whether dogs dream", "ask what glue she uses", "Spare key", "ask if pilots get seasick",
    "whether nurses knit on nights", "ask whether the choir ever met the composer", "who painted the boat",
)  # fmt: skip
_PROMISES = ("", "Send the slides", "introduce them to Tom")
_EVENTS = ("PyCon DE", "harbour fair", "", "the Thursday dinner")
_OWN_WORDS = (
    "Your line about the squirrel in the switchboard went round our office.",
    "You made me laugh with the tale of the two left boots.",
    "I tried your trick with the damp cloth on my own bread.",
)
_OWN_BIO = "I tune church organs in a small workshop in Ghent."


@dataclass(frozen=True)
class Note:
    """A note with what is wrong with it."""

    file: str
    reading: Reading
    faults: frozenset[str] = frozenset()
    unclear: frozenset[str] = frozenset()
    """Faults that a fair editor could argue either way, or that nobody looked for."""
    places: tuple[tuple[str, Span], ...] = ()
    """Where faults lie, as far as that was noted."""


def notes() -> Iterator[Note]:
    """All of them. Of the held-back files nothing is ever read."""
    for path in sorted(NOTES.rglob("*.jsonl")):
        if not path.stem.startswith("held_back"):
            for line in path.read_text(encoding="utf-8").splitlines():
                given = json.loads(line)
                yield from _aimed(given) if path.stem == "aimed" else _labelled(path.stem, given)
    yield from _examples()
    yield from _drafts()


def own_opinion(rule: Rule, reading: Reading) -> bool:
    """What the rule's own phrases say of a note."""
    return any(True for _ in rule.find(_alone(reading.text, reading.situation)))


def _alone(text: str, situation: Situation) -> Reading:
    reading = Reading(text, situation)
    reading.memo[leaning.ALONE] = True
    return reading


def _labelled(file: str, given: dict[str, Any]) -> Iterator[Note]:
    faults, unclear = (_faults(given.get(key) or ()) for key in ("labels", "debatable"))
    text, situation = read_input(as_input(given))
    places = []
    for span in given.get("spans") or ():
        start = text.find(span["quote"])
        if start >= 0 and span["quote"]:
            places += [(fault, Span(start, start + len(span["quote"]))) for fault in _faults([span["label"]])]
    yield Note(file, Reading(text, situation), faults, unclear - faults, tuple(places))
    if not given["labels"]:
        yield Note(file, Reading(_begun(text), situation), faults, OF_THE_WHOLE | unclear)


def _faults(labels: Iterable[str]) -> frozenset[str]:
    return frozenset(fault for fault, label in LABELS.items() if label in labels)


def _begun(text: str) -> str:
    """A note half typed: what is there already must not be held against it."""
    words = text.split(" ")
    return " ".join(words[: max(2, len(words) * 2 // 5)])


def as_input(note: dict[str, Any]) -> dict[str, Any]:
    """A labelled note as an object of `salver check`. The card's back stays empty: most people write nothing there."""
    card = note["card"]
    friend, introduced = card.get("mutual"), card["relationship"] == "introduced"
    return {
        "text": note["text"],
        "channel": "message" if note["channel"] == "message" else "invitation",
        "send_at": note["now"],
        "sender": {"plan": "premium" if note["channel"] == "invite_premium" else "free"},
        "card": {
            **{key: card.get(key) for key in ("first_name", "last_name", "company", "title", "event", "told_them")},
            "tie": card["relationship"],
            "met_at": card.get("event_date"),
            "introduced_by": friend if introduced else None,
            "friends_in_common": [friend] if friend and not introduced else [],
        },
    }


def _aimed(given: dict[str, Any]) -> Iterator[Note]:
    """Those were written for one rule; what else is wrong with them nobody said."""
    rules = frozenset(given["rules"])
    faults = rules & LABELS.keys() if len(rules) == 1 else frozenset()
    yield Note("aimed", Reading(*read_input(given)), faults, frozenset(LABELS) - faults if rules else frozenset())


def _examples() -> Iterator[Note]:
    """The examples of the rules, each for its own fault alone, and what Salver says itself."""
    for rule in registry.load():
        unclear = frozenset(LABELS) - {rule.id}
        for bad in rule.bad:
            if rule.id in LABELS:
                yield Note("examples", Reading(bad.text, bad.situation), frozenset({rule.id}), unclear)
                if bad.becomes:
                    yield Note("examples", Reading(bad.becomes, bad.situation), unclear=unclear)
            for hit in rule.find(_alone(bad.text, bad.situation)):
                said = Reading(f"{hit.message}. {hit.reason}", Situation())
                yield Note("examples", said, unclear=OF_THE_WHOLE)
        for good in rule.good if rule.id in LABELS else ():
            yield Note("examples", Reading(good.text, good.situation), unclear=unclear)


def _drafts() -> Iterator[Note]:
    """Salver's own drafts, which are welcome whatever stands on the card: with a sentence in the gap, and bare."""
    for number, (tie, topic, hook, promise) in enumerate(itertools.product(_TIES, _TOPICS, _HOOKS, _PROMISES)):
        meeting = Meeting(
            event=_EVENTS[number % len(_EVENTS)], tie=tie, topics=(topic,), hook=hook, told=Told.YES,
            promises=(Promise(promise),) if promise else (),
            introduced_by=PersonRef("Rosa Lim") if tie is Tie.INTRODUCED else None,
        )  # fmt: skip
        sender = Sender("Jo Lang", "engineer at a small bank in Ghent", "premium")
        situation = Situation(Card(first_name="Ana", uid=f"{number:08x}"), meeting, sender)
        # Of the promises there are as many as tones: without a second step each tone would have one for itself.
        draft = offers(situation, tuple(Tone)[(number + number // len(_PROMISES)) % len(Tone)])
        own = _OWN_BIO if draft.ask == "bio" else _OWN_WORDS[number % len(_OWN_WORDS)]
        yield Note("drafts", Reading(draft.text[: draft.gap.start] + own + draft.text[draft.gap.end :], situation))
        yield Note("drafts", Reading(draft.text, situation), unclear=OF_THE_WHOLE)
