"""Rows on checking a note: the rules alone, with Harper, and a long message."""

from __future__ import annotations

import time
from pathlib import Path

from table import Row, p95
from texts import notes


def _timed(work: object, texts: list[str]) -> list[float]:
    kept = []
    for text in texts:
        begun = time.perf_counter()
        work(text)  # type: ignore[operator]  # any callable of one text
        kept.append((time.perf_counter() - begun) * 1000)
    return kept


def _situation() -> object:
    from salver.cards.card import Card
    from salver.cards.meeting import Meeting, Tie
    from salver.cards.situation import Situation

    return Situation(
        Card(company="Acme").named("Ana Ruiz"), Meeting(event="PyCon", tie=Tie.MET, topics=("sqlite sync",))
    )


def rows(_: Path) -> list[Row]:
    """The rows of the rules."""

    def rules() -> tuple[float, float]:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile

        from salver.etiquette import registry
        from salver.etiquette.engine import Engine

        engine = Engine(registry.load())
        known = CheckRegistry()
        known.register_many(__register__)
        situation = _situation()
        texts = notes()

        def ours(text: str) -> None:
            engine.check(text, situation)  # type: ignore[arg-type]  # made above

        def proselint(text: str) -> None:
            LintFile(source="note", content=text).lint()

        _timed(ours, texts), _timed(proselint, texts)
        a: list[float] = []
        b: list[float] = []
        for _ in range(3):
            a += _timed(ours, texts)
            b += _timed(proselint, texts)
        return p95(a), p95(b)

    def with_harper(length: int, presses: int) -> tuple[float, float]:
        from harper import Linter

        from salver.etiquette import registry
        from salver.etiquette.engine import Engine
        from salver.etiquette.spelling import Speller

        engine, speller, bare = Engine(registry.load()), Speller(), Linter()
        situation = _situation()
        long = " ".join(notes() * 12)[:length]
        typed = [long[: length - presses + n] for n in range(presses)]

        def ours(text: str) -> None:
            engine.check(text, situation)  # type: ignore[arg-type]  # made above
            speller.check(text, situation)  # type: ignore[arg-type]  # made above

        ours(typed[0])
        bare.lint(typed[0])
        a: list[float] = []
        b: list[float] = []
        for text in typed[1:]:
            a += _timed(ours, [text])
            b += _timed(bare.lint, [text])
        return p95(a), p95(b)

    return [
        Row("all rules without Harper, 300 characters, p95", "proselint", "ms", 2, 1, rules),
        Row("rules with Harper, a key press in 250 characters, p95", "Harper alone", "ms", 2, 1.4,
            lambda: with_harper(250, 80)),
        Row("rules with Harper, a key press in 8,000 characters, p95", "Harper alone", "ms", 1.8, 1.3,
            lambda: with_harper(8_000, 25)),
    ]  # fmt: skip
