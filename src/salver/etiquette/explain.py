"""The page of a rule, for *Why?*, the settings and the documentation: the docstring of its file."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass

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


def markdown(rules: Iterable[Rule]) -> str:
    """All pages as one Markdown text, for the documentation."""
    out = ["# The etiquette of Salver", ""]
    for rule in rules:
        p = page(rule)
        out += [f"## {p.id}: {p.title}", "", f"*{p.severity}*", "", p.what, "", p.why, "", p.fine, ""]
        for text, becomes in p.bad:
            out.append(f"* Not: {_line(text)}" + (f"  \n  but: {_line(becomes)}" if becomes else ""))
        out += [f"* Fine: {_line(text)}" for text in p.good]
        out.append("")
    return "\n".join(out)


def _line(text: str) -> str:
    return " ".join(text.split())
