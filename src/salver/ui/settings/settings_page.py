"""Everything that can be set, on one page. Every change is kept at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salver.store import Changed
from salver.ui.controls.button import Button
from salver.ui.controls.flow import FlowLayout
from salver.ui.desk import Desk
from salver.ui.settings.about import AboutSection
from salver.ui.settings.data import DataSection
from salver.ui.settings.look import LookSection
from salver.ui.settings.page import EDGE, Page
from salver.ui.settings.rows import Section
from salver.ui.settings.rules import DismissedSection, RulesSection
from salver.ui.settings.words import WordsSection
from salver.ui.settings.you import SendingSection, YouSection
from salver.ui.texts import SettingsWords


class SettingsPage(Page):
    """The settings. `page_wanted` asks for another page: a name of `pages.PAGES`, or `rule:` and its id."""

    page_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, SettingsWords.TITLE, parent)
        self._desk = desk
        self.you = YouSection(desk)
        self.sending = SendingSection(desk)
        self.look = LookSection(desk)
        self.rules = RulesSection(desk)
        self.dismissed = DismissedSection(desk)
        self.words = WordsSection(desk)
        self.data = DataSection(desk)
        self.about = AboutSection(desk)
        self.jumps: list[Button] = []
        sections: list[Section] = [
            self.you, self.sending, self.look, self.data, self.rules, self.dismissed, self.words, self.about,
        ]  # fmt: skip
        self.body.addWidget(self._contents([section for section in sections if section is not self.dismissed]))
        for section in sections:
            self.body.addWidget(section)
        self.rules.why_wanted.connect(lambda rule_id: self.page_wanted.emit(f"rule:{rule_id}"))
        self.dismissed.taken_back.connect(
            lambda: self.focus(self.dismissed.buttons[0] if self.dismissed.buttons else self.words.field)
        )
        self.data.page_wanted.connect(self.page_wanted)
        self.about.page_wanted.connect(self.page_wanted)
        self.set_first(self.you.name)
        self._show()

    def refresh(self, changed: Changed) -> None:
        """Show what a write, or undo, changed."""
        if changed.settings or changed.everything:
            self._show()
        else:
            self.dismissed.refresh()
            self.data.refresh()

    def begin(self) -> None:
        """Count what may have changed on another page, and take the focus."""
        self._show()
        super().begin()

    def flush(self) -> None:
        """Keep what is being typed, now."""
        self.you.flush()

    def _show(self) -> None:
        settings = self._desk.store.settings.get()
        for section in (self.you, self.sending, self.look, self.rules, self.words, self.data):
            section.show_settings(settings)
        self.dismissed.refresh()
        self.data.refresh()

    def _contents(self, sections: list[Section]) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(SettingsWords.JUMP)
        flow = FlowLayout(2, holder)
        flow.setContentsMargins(0, 0, EDGE, 0)
        for section in sections:
            button = Button(self.theme, section.heading.text(), "quiet", small=True)
            button.clicked.connect(lambda _=False, section=section: self._jump(section))
            self.jumps.append(button)
            flow.addWidget(button)
        return holder

    def _jump(self, section: Section) -> None:
        self.reveal(section)
        first = section.paper.first_control()
        if first is not None:
            first.setFocus()
