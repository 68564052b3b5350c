"""The pages in resources/rules say what the rules say."""

from __future__ import annotations

from pathlib import Path

from salver.etiquette import explain
from salver.etiquette.registry import load

_PAGES = Path(__file__).parents[2] / "resources" / "rules"


def test_the_pages_of_the_rules_are_up_to_date() -> None:
    written = {page.stem: page.read_text(encoding="utf-8") for page in _PAGES.glob("*.md")}
    assert written == {rule.id: explain.markdown(rule) for rule in load()}, "python -m salver.etiquette.explain"


def test_renewing_pages_writes_what_changed_and_drops_what_is_gone(tmp_path: Path) -> None:
    rules = load()
    assert explain.renew(rules, tmp_path) == tuple(sorted(rule.id for rule in rules))
    (tmp_path / "no-such-rule.md").write_text("old", encoding="utf-8")
    assert explain.renew(rules, tmp_path) == ("no-such-rule",)
    assert explain.renew(rules, tmp_path) == ()


def test_no_page_names_a_file_that_only_its_writers_have() -> None:
    assert not [rule.id for rule in load() if "research/" in rule.source or "DESIGN" in rule.source]
