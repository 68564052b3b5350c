"""The page of one rule: what it looks at, why, when it may be ignored, and examples."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.etiquette import explain
from salver.etiquette.model import Rule
from salver.store import Changed
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.paint import rounded
from salver.ui.desk import Desk
from salver.ui.settings.page import Page
from salver.ui.settings.rows import Paper, Row, Section
from salver.ui.settings.rules import turn
from salver.ui.settings.switch import Switch
from salver.ui.texts import PageWords
from salver.ui.theme import Theme


class RulePage(Page):
    """Why a remark was made. `rule` is one of the desk's."""

    def __init__(self, desk: Desk, rule: Rule, parent: QWidget | None = None) -> None:
        page = explain.page(rule)
        super().__init__(desk.theme, page.title, parent)
        self._desk = desk
        self._rule = rule
        theme = desk.theme
        paper = Paper(theme)
        for heading, text in ((PageWords.WHAT, page.what), (PageWords.WHY, page.why), (PageWords.FINE, page.fine)):
            paper.add(_paragraph(theme, heading, text))
        self.switch = Switch(theme, PageWords.RULE_ON)
        self.switch.clicked.connect(lambda on: turn(desk, rule.id, on))
        paper.add(Row(theme, PageWords.RULE_ON, PageWords.SEVERITY.get(str(page.severity), ""), self.switch))
        self.body.addWidget(paper)
        examples = Section(theme, PageWords.EXAMPLES)
        for text, becomes in page.bad:
            examples.add(_Example(theme, PageWords.BAD, text, "warn", PageWords.BETTER if becomes else "", becomes))
        for text in page.good:
            examples.add(_Example(theme, PageWords.GOOD, text, "accent"))
        self.body.addWidget(examples)
        self.body.addStretch(1)
        self.set_first(self.switch)
        self._show()

    def refresh(self, changed: Changed) -> None:
        """Show whether the rule is on."""
        if changed.settings or changed.everything:
            self._show()

    def _show(self) -> None:
        self.switch.setChecked(self._rule.id not in self._desk.store.settings.get().rules_off)


def _paragraph(theme: Theme, heading: str, text: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 12, 0, 12)
    column.setSpacing(2)
    column.addWidget(PlainLabel(theme, heading, "body", weight=600, wrap=True))
    column.addWidget(PlainLabel(theme, text, "body", "ink", wrap=True))
    return holder


class _Example(QWidget):
    """A note in quotation, with a word and a bar at the left that say what to think of it."""

    def __init__(self, theme: Theme, word: str, text: str, token: str, then: str = "", better: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._token = token
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 0, 12)
        column.setSpacing(2)
        column.addWidget(PlainLabel(theme, word, "caption", token, weight=600))
        column.addWidget(PlainLabel(theme, text, "body", wrap=True))
        if then:
            column.addSpacing(6)
            column.addWidget(PlainLabel(theme, then, "caption", "accent", weight=600))
            column.addWidget(PlainLabel(theme, better, "body", wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        rounded(painter, QRectF(0, 14, 3, self.height() - 28), 1.5, self._theme.color(self._token))
        painter.end()
