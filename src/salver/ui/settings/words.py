"""The words that the person taught spelling to know."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salver.cards.units import one_line
from salver.store import Settings
from salver.ui.controls.button import Button
from salver.ui.controls.field import LineField
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.settings.keep import keep
from salver.ui.settings.rows import Section
from salver.ui.texts import SettingsWords


class WordsSection(Section):
    """A field to add one, and a button a word that removes it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.WORDS, SettingsWords.WORDS_HINT)
        self._desk = desk
        theme = desk.theme
        self.field = LineField(theme, SettingsWords.WORDS_FIELD)
        self.field.setMaxLength(200)
        self.add_button = Button(theme, SettingsWords.WORDS_ADD, "plain")
        self.none = PlainLabel(theme, SettingsWords.WORDS_NONE, "second", "ink2", wrap=True)
        self.chips: list[Button] = []
        self._words: frozenset[str] | None = None
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.add_button)
        column.addLayout(row)
        column.addWidget(self.field.sentence)
        holder = QWidget()
        self._flow = FlowLayout(8, holder)
        column.addWidget(holder)
        column.addWidget(self.none)
        self.add(box)
        self.field.returnPressed.connect(self._teach)
        self.field.textEdited.connect(lambda: self.field.set_error(""))
        self.add_button.clicked.connect(self._teach)

    def show_settings(self, settings: Settings) -> None:
        """Show what is kept."""
        if settings.dictionary == self._words:
            return
        self._words = settings.dictionary
        self._flow.clear()
        self.chips.clear()
        for word in sorted(settings.dictionary, key=str.casefold):
            chip = Button(self._desk.theme, word, "plain", "ph.x", small=True, pill=True)
            chip.set_tip(SettingsWords.remove_word(word))
            chip.setAccessibleName(SettingsWords.remove_word(word))
            chip.clicked.connect(lambda _=False, word=word: self._unteach(word))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        self.none.setVisible(not settings.dictionary)

    def _teach(self) -> None:
        word = one_line(self.field.text())
        known = self._desk.store.settings.get().dictionary
        if not word:
            return
        if " " in word:
            self.field.set_error(SettingsWords.WORD_ONE)
        elif word in known:
            self.field.set_error(SettingsWords.WORD_KNOWN)
        elif keep(self._desk, dictionary=known | {word}):
            self.field.clear()
            self.show_settings(self._desk.store.settings.get())

    def _unteach(self, word: str) -> None:
        known = self._desk.store.settings.get().dictionary
        if keep(self._desk, dictionary=known - {word}):
            self.show_settings(self._desk.store.settings.get())
            self.field.setFocus()
