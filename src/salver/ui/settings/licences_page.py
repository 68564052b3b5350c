"""The licences of everything that Salver ships."""

from __future__ import annotations

from pathlib import PurePosixPath

from PySide6.QtWidgets import QWidget

from salver import assets
from salver.ui.controls.pick import Pick
from salver.ui.desk import Desk
from salver.ui.settings.page import Page
from salver.ui.settings.rows import Paper, Row
from salver.ui.settings.text_view import TextView
from salver.ui.texts import PageWords, SettingsWords


class LicencesPage(Page):
    """Choose one, read it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, PageWords.LICENCES_TITLE, parent)
        theme = desk.theme
        names = [name for name in assets.names("licences") if name.endswith(".txt")]
        choices = [(name, PurePosixPath(name).stem.replace("-", " ")) for name in names]
        self.pick = Pick(theme, choices, name=PageWords.LICENCES_TITLE, small=False)
        self.pick.chosen.connect(self._read)
        self.text = TextView(theme, PageWords.LICENCES_TITLE)
        paper = Paper(theme)
        paper.add(Row(theme, SettingsWords.LICENCES_HINT, "", self.pick))
        paper.add(self.text)
        self.body.addWidget(paper, 1)
        self.set_first(self.pick)
        if names:
            self._read(names[0])

    def _read(self, name: str) -> None:
        self.text.setPlainText(assets.read_text(name))
