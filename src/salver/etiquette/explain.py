"""The page of a rule, for *Why?*, the settings and the documentation: the docstring of its file.

`python -m salver.etiquette.explain`, run beside `resources/`, renews the pages there.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from salver.etiquette.model import Rule, Severity

HEADINGS = ("What it does", "Why it matters", "When it is fine")


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule does and why, with notes that have the fault and notes that do not.

    `bad` holds pairs: a note, and what its first fix makes of it (empty where there is none).
    """

    id: str
    title: str
    severity: Severity
    what: str
    why: str
    fine: str
    bad: tuple[tuple[str, str], ...]
    good: tuple[str, ...]
    source: str = ""


def page(rule: Rule) -> Page:
    """The page of a rule. Raises ValueError when a heading is missing from its docstring."""
    parts = sections(rule.doc)
    missing = [heading for heading in HEADINGS if not parts.get(heading)]
    if missing:
        raise ValueError(f"{rule.id} does not say: {', '.join(missing)}")
    return Page(
        rule.id,
        rule.title,
        rule.severity,
        parts["What it does"],
        parts["Why it matters"],
        parts["When it is fine"],
        tuple((b.text, b.becomes or "") for b in rule.bad),
        tuple(g.text for g in rule.good),
        rule.source,
    )


def sections(doc: str) -> dict[str, str]:
    """The paragraphs of a docstring under its headings; a heading is a line such as `*What it does*`."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in inspect.cleandoc(doc).splitlines():
        name = line.strip().strip("*")
        if line.strip().startswith("*") and name in HEADINGS:
            current = found.setdefault(name, [])
        else:
            current.append(line.strip())
    return {name: " ".join(" ".join(lines).split()) for name, lines in found.items()}


def markdown(rule: Rule) -> str:
    """The page of a rule as Markdown, for `resources/rules` and the documentation."""
    p = page(rule)
    out = [f"# {p.title}", "", f"`{p.id}` · {p.severity}", ""]
    for heading, text in zip(HEADINGS, (p.what, p.why, p.fine), strict=True):
        out += [f"## {heading}", "", text, ""]
    out += ["## Examples", ""]
    for text, becomes in p.bad:
        out.append(f"* Not: {_line(text)}" + (f"  \n  but: {_line(becomes)}" if becomes else ""))
    out += [f"* Fine: {_line(text)}" for text in p.good]
    return "\n".join([*out, "", *([f"Source: {p.source}.", ""] if p.source else [])])


def renew(rules: Iterable[Rule], folder: Path) -> tuple[str, ...]:
    """Write the pages into a folder and drop those of rules that are gone; the ids whose page changed, sorted."""
    wanted = {f"{rule.id}.md": markdown(rule) for rule in rules}
    folder.mkdir(parents=True, exist_ok=True)
    changed = []
    for old in folder.glob("*.md"):
        if old.name not in wanted:
            old.unlink()
            changed.append(old.stem)
    for name, text in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            changed.append(path.stem)
    return tuple(sorted(changed))


def _line(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    from salver.etiquette.registry import load

    sys.stdout.writelines(f"{name}\n" for name in renew(load(), Path("resources/rules")))
