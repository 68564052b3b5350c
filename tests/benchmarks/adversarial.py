"""Many hostile texts through the engine: none may raise, none may take long. Run by hand; it takes minutes.

    python tests/benchmarks/adversarial.py [HOW_MANY] [SEED]

Prints the slowest texts as ratios to the median of their length class; ends with 1 when a promise is broken.
"""

from __future__ import annotations

import logging
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

from salver.cards.card import Card
from salver.cards.meeting import Meeting, Tie
from salver.cards.situation import Situation
from salver.etiquette.engine import Engine
from salver.etiquette.registry import load

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
_WORTH_A_SECOND_LOOK = 0.005


def _texts(how_many: int, random_: random.Random) -> Iterator[str]:
    for number in range(how_many):
        kind = number % 5
        if kind == 0:
            yield "".join(chr(random_.randrange(0x110000)) for _ in range(random_.randrange(1, 400)))
        elif kind == 1:
            yield random_.choice(_PIECES) * random_.randrange(1, 60)
        elif kind == 2:
            yield "".join(chr(random_.randrange(32, 127)) for _ in range(random_.randrange(1, 600)))
        else:
            most = 400 if kind == 4 and number % 50 == 4 else 24
            yield "".join(random_.choice(_PIECES) for _ in range(random_.randrange(1, most)))[:8000]


def _took(engine: Engine, text: str, situation: Situation) -> float:
    start = time.perf_counter()
    engine.check(text, situation)
    return time.perf_counter() - start


def main() -> int:
    """Check them all; 0 when every promise held."""
    how_many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    random_ = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    logging.basicConfig(level=logging.ERROR)
    failures: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: failures.append(record.getMessage())  # type: ignore[method-assign]  # one use
    logging.getLogger("salver").addHandler(handler)
    engine = Engine(load)
    card = Card(first_name="Ana", last_name="Ruiz")
    ties = [Situation(meeting=Meeting(tie=tie, event="PyCon"), card=card) for tie in Tie]
    for number, text in enumerate(_texts(1_000, random.Random(0))):
        engine.check(text, ties[number % len(ties)])  # Word lists are read and compiled when first needed.
    spent: dict[int, list[float]] = defaultdict(list)
    slowest: dict[int, tuple[float, str]] = {}
    for number, text in enumerate(_texts(how_many, random_)):
        took = _took(engine, text, ties[number % len(ties)])
        if took > _WORTH_A_SECOND_LOOK:  # A busy computer is no slow rule.
            took = min(took, *(_took(engine, text, ties[number % len(ties)]) for _ in range(3)))
        size = len(text).bit_length()
        spent[size].append(took)
        if took > slowest.get(size, (0.0, ""))[0]:
            slowest[size] = (took, text)
    broken = bool(failures)
    for size, times in sorted(spent.items()):
        median = statistics.median(times)
        worst, text = slowest[size]
        bad = worst > _SLOW or (worst > _TIMES * median and worst > 0.02)
        broken |= bad
        mark = f"  SLOW {text[:60]!r}" if bad else ""
        print(
            f"under {2**size:5} characters: {len(times):6} texts, median {median * 1e3:7.3f} ms, "
            f"worst {worst * 1e3:8.2f} ms = {worst / median:6.1f} x{mark}"
        )
    print(f"{how_many} texts, {len(failures)} failures {sorted(set(failures))[:5]}")
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
