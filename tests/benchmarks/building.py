"""Rows on the built program: its size, and parts of Salver that are still to come."""

from __future__ import annotations

from pathlib import Path

from table import NotBuilt, Row, not_built

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build" / "program" / "salver"
HELLO_MB = 126.0
HELLO_ARCHIVE_MB = 36.0
"""A frozen `hello` with only what it needs of Qt, measured once: freezing it anew would take longer than all rows."""


def _on_disk() -> tuple[float, float]:
    if not PROGRAM.is_dir():
        raise NotBuilt("not built: run dev.py build first")
    return sum(file.lstat().st_size for file in PROGRAM.rglob("*") if file.is_file()) / 1e6, HELLO_MB


def _archive() -> tuple[float, float]:
    found = sorted((ROOT / "dist").glob("*.tar.xz")) if (ROOT / "dist").is_dir() else []
    if not found:
        raise NotBuilt("not built: run dev.py build first")
    return found[-1].stat().st_size / 1e6, HELLO_ARCHIVE_MB


def rows(_: Path) -> list[Row]:
    """The rows of the built program and of what is not written yet."""
    frozen = "not measured: the frozen program has no probe; tests/test_xvfb.py starts it on a real screen"
    return [
        Row("start to usable list, 10,000 cards, frozen program", "frozen hello", "ms", 3, 2, not_built(frozen)),
        Row("built program on disk", "frozen hello, measured once", "MB", 1.35, 1.15, _on_disk),
        Row("built program as .tar.xz", "frozen hello, measured once", "MB", 1.35, 1.15, _archive),
        Row("built program with photo reading", "hello + RapidOCR + ONNX", "MB", 0.8, 0.6, not_built()),
        Row("photograph of a card, 12 megapixels, to filled fields", "RapidOCR alone", "s", 1.3, 1.1, not_built()),
        Row("agenda over 100,000 cards", "reading their rows", "ms", 2, 1.2, not_built()),
    ]
