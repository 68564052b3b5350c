"""Why a finding is shown: the page of its rule."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.etiquette import explain
from salver.etiquette.explain import Page
from salver.etiquette.model import Finding, Rule
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.sheet import Sheet
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme

EXAMPLES = 3


def page_of(finding: Finding, rules: tuple[Rule, ...]) -> Page:
    """The page of the rule that found this; spelling, which is no rule of the engine, has one of its own."""
    for rule in rules:
        if rule.id == finding.rule:
            return explain.page(rule)
    return Page(
        finding.rule,
        NoteWords.SPELL_TITLE,
        finding.severity,
        NoteWords.SPELL_WHAT,
        NoteWords.SPELL_WHY,
        NoteWords.SPELL_FINE,
        (),
        (),
    )


class WhySheet(Sheet):
    """A rule's page over the whole window."""

    def __init__(self, theme: Theme, page: Page, parent: QWidget) -> None:
        super().__init__(theme, page.title, parent)
        for heading, text in (
            (NoteWords.WHAT, page.what),
            (NoteWords.REASON, page.why),
            (NoteWords.FINE, page.fine),
            (NoteWords.SOURCE, page.source),
        ):
            if text:
                self._part(theme, heading, text)
        examples = [NoteWords.not_before(bad, becomes) for bad, becomes in page.bad[:EXAMPLES]]
        examples += [NoteWords.rather(good) for good in page.good[:EXAMPLES]]
        if examples:
            self._part(theme, NoteWords.BETTER, *examples)
        self.body.addStretch(1)

    def _part(self, theme: Theme, heading: str, *texts: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(theme, heading, "title", "ink", 600))
        for text in texts:
            label = PlainLabel(theme, text, "body", "ink2", wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        self.body.addLayout(column)
