"""What this program is, and what it stands on."""

from __future__ import annotations

import platform
import sqlite3

from PySide6.QtCore import Signal, qVersion

import salver
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.settings.rows import Row, Section
from salver.ui.texts import SettingsWords


class AboutSection(Section):
    """Versions, keys, licences. Emits `page_wanted` with the name of another page."""

    page_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.ABOUT_APP)
        theme = desk.theme
        versions = SettingsWords.versions(
            salver.__version__, platform.python_version(), qVersion() or "", sqlite3.sqlite_version
        )
        self.keys = Button(theme, SettingsWords.KEYS_PAGE, "plain", key="F1")
        self.keys.clicked.connect(lambda: self.page_wanted.emit("keys"))
        self.licences = Button(theme, SettingsWords.LICENCES_SHOW, "plain")
        self.licences.clicked.connect(lambda: self.page_wanted.emit("licences"))
        self.add(Row(theme, SettingsWords.VERSION, versions, self.keys))
        self.add(Row(theme, SettingsWords.LICENCES, SettingsWords.LICENCES_HINT, self.licences))
        offline = PlainLabel(theme, SettingsWords.OFFLINE, "second", "ink2", wrap=True)
        offline.setContentsMargins(0, 12, 0, 12)
        self.add(offline)
