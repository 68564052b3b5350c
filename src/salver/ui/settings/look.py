"""Settings on how everything looks; each is seen at once."""

from __future__ import annotations

from salver.store import Settings
from salver.ui.controls.segments import Segments
from salver.ui.desk import Desk
from salver.ui.settings.keep import keep
from salver.ui.settings.rows import Row, Section
from salver.ui.settings.stepper import Stepper
from salver.ui.settings.switch import Switch
from salver.ui.texts import SettingsWords

SIZES = (100, 200)
SIZE_STEP = 10


class LookSection(Section):
    """Light or dark, text size, motion, key caps."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.LOOK)
        self._desk = desk
        theme = desk.theme
        self.mode = Segments(theme, SettingsWords.THEMES, height=40, name=SettingsWords.THEME)
        self.mode.chosen.connect(self._choose_mode)
        self.text_size = Stepper(theme, SIZES, SettingsWords.percent, step=SIZE_STEP, name=SettingsWords.SIZE)
        self.text_size.chosen.connect(self._choose_size)
        self.motion = Switch(theme, SettingsWords.MOTION)
        self.motion.clicked.connect(self._choose_motion)
        self.keys = Switch(theme, SettingsWords.KEYS)
        self.keys.clicked.connect(self._choose_keys)
        self.add(Row(theme, SettingsWords.THEME, "", self.mode))
        self.add(Row(theme, SettingsWords.SIZE, SettingsWords.SIZE_HINT, self.text_size))
        self.add(Row(theme, SettingsWords.MOTION, SettingsWords.MOTION_HINT, self.motion))
        self.add(Row(theme, SettingsWords.KEYS, SettingsWords.KEYS_HINT, self.keys))

    def show_settings(self, settings: Settings) -> None:
        """Show what is kept, and dress the window in it: it may have come back by undo."""
        self.mode.set_value(settings.theme)
        self.text_size.set_value(round(settings.text_scale * 100))
        self.motion.setChecked(settings.reduced_motion)
        self.keys.setChecked(settings.show_keys)
        self._desk.theme.apply(
            mode=settings.theme,
            scale=settings.text_scale,
            reduced_motion=settings.reduced_motion,
            show_keys=settings.show_keys,
        )

    def _choose_mode(self, mode: str) -> None:
        if keep(self._desk, theme=mode):
            self._desk.theme.apply(mode=mode)

    def _choose_size(self, percent: int) -> None:
        if keep(self._desk, text_scale=percent / 100):
            self._desk.theme.apply(scale=percent / 100)

    def _choose_motion(self, on: bool) -> None:
        if keep(self._desk, reduced_motion=on):
            self._desk.theme.apply(reduced_motion=on)

    def _choose_keys(self, on: bool) -> None:
        if keep(self._desk, show_keys=on):
            self._desk.theme.apply(show_keys=on)
