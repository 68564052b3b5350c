"""Many hostile texts through the engine: none may raise, none may take long. Run by hand; it takes minutes.

    python tests/benchmarks/adversarial.py [HOW_MANY] [SEED] [--spelling HOW_MANY]

A third is random characters and long runs, a third is drawn by hypothesis, a third is written from the engine's own
regular expressions. A text is slow when it takes over 20 times the median of the texts of its length, or over 2 s, and
does so again each time it is checked once more. Spelling has lines of its own: Harper remembers what it has seen, so
its texts are timed once, busy moments and the change of the linter every 500 texts included, and held to 2 s alone.
Ends with 1 when a promise is broken.
"""

from __future__ import annotations

import heapq
import logging
import random
import statistics
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from traps import Traps  # found beside this file

from salver.cards.card import Card
from salver.cards.meeting import Meeting, Tie
from salver.cards.situation import Situation
from salver.etiquette.engine import Engine
from salver.etiquette.registry import load
from salver.etiquette.spelling import Speller

_PIECES = (
    "Hi Ana, ", "we met at PyCon ", "I ", "you said ", "really " * 9, "a" * 60, "aA" * 30, "!" * 40, "?" * 40,
    "." * 40,
    "((((", "[[[[", "{{", "<<", "%%%", "____", "\u202e", "\u2066", "\u200d", "\ud800", "\udfff", "\x00", "\ufeff",
    "\U0001f926\u200d♂️",
    "é", "e\u0301" * 20, "ß", "İ", "ﬁ", "漢字", "안녕", "שלום", "مرحبا", "नमस्ते", "\n" * 12, "\t", " " * 50, "’" * 9,
    '"', "“", "‘", "'" * 7, "- " * 20, "-" * 60, "a-" * 40, "a'" * 40, "1" * 50, "1," * 40, "http://" * 5,
    "@" * 20, "www.",
    "could you please kindly ", "i am a ", "my company ", "if you ", "and ", "the ", "of ", "in " * 20, "A B C D ",
    "Ana Ruiz, " * 4, "yesterday ", "on Tuesday ", "not ", "ich bin ", "je ", "que ", "für ", "gracias por ", "%s",
    "\\",
)  # fmt: skip
_SLOW = 2.0
_TIMES = 20
_SUSPECTS = 60
_BATCH = 500
_CHARS = st.characters(codec=None) | st.sampled_from(
    "\ud800\udfff\u202e\u2066\u200b\u200d\u0301👩🏽\n\t\"'“”‘’«»[]{}<>!?.,;:-—/@%_ aA1İßﬁ"
)
_DRAWN = st.text(_CHARS, max_size=400) | st.lists(st.sampled_from(_PIECES), max_size=60).map("".join)


def _runs(random_: random.Random, number: int) -> str:
    kind = number % 5
    if kind == 0:
        return "".join(chr(random_.randrange(0x110000)) for _ in range(random_.randrange(1, 400)))
    if kind == 1:
        return random_.choice(_PIECES) * random_.randrange(1, 60)
    if kind == 2:
        return "".join(chr(random_.randrange(32, 127)) for _ in range(random_.randrange(1, 600)))
    most = 400 if kind == 4 and number % 50 == 4 else 24
    return "".join(random_.choice(_PIECES) for _ in range(random_.randrange(1, most)))[:8000]


def _drawn(how_many: int, number: int) -> list[str]:
    """So many texts of hypothesis's, the same for a number each time."""
    found: list[str] = []

    @seed(number)
    @settings(
        max_examples=how_many,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(_DRAWN)
    def collect(text: str) -> None:
        found.append(text)

    collect()
    return found[:how_many]


def texts(how_many: int, number: int) -> Iterator[str]:
    """`how_many` texts, the same for a number each time."""
    random_, traps = random.Random(number), Traps()
    pool: list[str] = []
    for at in range(how_many):
        if at % 3 == 1:
            pool = pool or _drawn(_BATCH, number * 1_000 + at)
            yield pool.pop() if pool else _runs(random_, at)
        else:
            yield traps.text(random_) if at % 3 else _runs(random_, at // 3)


@dataclass
class Class:
    """What texts of about one length took, in seconds, and the slowest of them with what they were checked with."""

    times: list[float] = field(default_factory=list)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)

    def add(self, took: float, number: int, text: str) -> None:
        """Count one."""
        self.times.append(took)
        (heapq.heappush if len(self.slowest) < _SUSPECTS else heapq.heappushpop)(self.slowest, (took, number, text))


def measure(name: str, check: Callable[[str, int], object], given_: Iterator[str], *, again: bool = True) -> bool:
    """Check all, print a line a length; True when none was slow. What seems slow is checked three times more."""

    def took(text: str, number: int) -> float:
        begun = time.perf_counter()
        check(text, number)
        return time.perf_counter() - begun

    classes: dict[int, Class] = {}
    for number, text in enumerate(given_):
        classes.setdefault(len(text).bit_length(), Class()).add(took(text, number), number, text)
    fine = True
    for size, found in sorted(classes.items()):
        median = statistics.median(found.times)
        once = max(found.times)
        suspects = [
            (
                min(first, *(took(text, number) for _ in range(3))) if again and first > _TIMES / 4 * median else first,
                text,
            )
            for first, number, text in found.slowest
        ]
        worst, text = max(suspects)
        slow = worst > _SLOW or (again and worst > _TIMES * median)
        fine &= not slow
        print(
            f"{name} under {2**size:5} characters: {len(found.times):6} texts, median {median * 1e3:7.3f} ms, "
            f"worst {worst * 1e3:8.2f} ms = {worst / median:5.1f} x (once {once * 1e3:.2f} ms)"
            f"{f'  SLOW {text[:60]!r}' if slow else ''}",
            flush=True,
        )
    return fine


def main() -> int:
    """Check them all; 0 when every promise held."""
    asked = ArgumentParser(description="Checks hostile texts.")
    asked.add_argument("how_many", nargs="?", type=int, default=100_000)
    asked.add_argument("seed", nargs="?", type=int, default=1)
    asked.add_argument("--spelling", type=int, default=2_000, metavar="HOW_MANY")
    wanted = asked.parse_args()
    logging.basicConfig(level=logging.ERROR)
    failures: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: failures.append(record.getMessage())  # type: ignore[method-assign]  # one use
    logging.getLogger("salver").addHandler(handler)
    engine, speller = Engine(load), Speller()
    card = Card(first_name="Ana", last_name="Ruiz")
    ties = [Situation(meeting=Meeting(tie=tie, event="PyCon"), card=card) for tie in Tie]

    def rules(text: str, number: int) -> None:
        for finding in engine.check(text, ties[number % len(ties)]):
            if finding.span is not None:
                assert 0 <= finding.span.start < finding.span.end <= len(text), finding.rule

    def spelling(text: str, number: int) -> None:
        speller.check(text, ties[number % len(ties)])

    for number, text in enumerate(texts(1_000, 0)):
        rules(text, number)  # Word lists are read and compiled when first needed.
    fine = measure("rules   ", rules, texts(wanted.how_many, wanted.seed))
    if wanted.spelling:
        spelling("Hi Ana, is the goat home?", 0)
        fine &= measure("spelling", spelling, texts(wanted.spelling, wanted.seed), again=False)
    print(f"{wanted.how_many} texts, {len(failures)} failures {sorted(set(failures))[:5]}")
    return int(not fine or bool(failures))


if __name__ == "__main__":
    sys.exit(main())
