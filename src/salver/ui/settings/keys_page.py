"""The keys, all of them, in one table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from salver.ui.controls.keycap import KeyCap
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.keys import KEYS
from salver.ui.settings.page import EDGE, Page
from salver.ui.settings.rows import Beside, Row, Section
from salver.ui.texts import PageWords, WindowWords


class KeysPage(Page):
    """What each key does, by group, straight from the table that binds them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, PageWords.KEYS_TITLE, parent)
        hint = PlainLabel(desk.theme, PageWords.KEYS_HINT, "second", "ink2", wrap=True)
        hint.setContentsMargins(EDGE, 0, EDGE, 0)
        self.body.addWidget(hint)
        self.rows: dict[str, Row] = {}
        for group in dict.fromkeys(key.group for key in KEYS):
            section = Section(desk.theme, PageWords.GROUPS.get(group, group))
            for key in (key for key in KEYS if key.group == group):
                words = WindowWords.ACTIONS.get(key.action, key.action)
                self.rows[key.action] = self._row(words, key.sequences)
                section.add(self.rows[key.action])
            self.body.addWidget(section)
        section = Section(desk.theme, PageWords.ALWAYS)
        for sequence, words in PageWords.MORE_KEYS:
            self.rows[sequence] = self._row(words, (sequence,))
            section.add(self.rows[sequence])
        self.body.addWidget(section)
        self.body.addStretch(1)

    def _row(self, words: str, sequences: tuple[str, ...]) -> Row:
        caps = Beside(*(_Cap(self.theme, sequence) for sequence in sequences))
        caps.setAccessibleName(f"{words}: {', '.join(sequences)}")
        row = Row(self.theme, words, "", caps)
        row.title.set_look(weight=400)
        row.box.setContentsMargins(0, 9, 0, 9)
        return row


class _Cap(KeyCap):
    """A key cap that is the matter itself, so that the setting on caps does not hide it."""

    def _renew(self) -> None:
        self.updateGeometry()
        self.update()
