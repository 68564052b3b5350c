"""Settings on the person who writes, and on when notes go out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent

from salver.cards.units import one_line
from salver.store import Settings
from salver.ui.controls.field import LineField
from salver.ui.controls.pick import Pick
from salver.ui.desk import Desk
from salver.ui.settings.keep import keep
from salver.ui.settings.rows import Row, Section
from salver.ui.settings.stepper import Stepper
from salver.ui.texts import SettingsWords
from salver.ui.welcome.plan import PlanChoice

PAUSE_MS = 400
"""Typing rests this long before it is kept; leaving the field keeps it at once."""
NO_LIMIT = 100
_LATEST_OPENING = 23
_LATEST_CLOSING = 168
_REGION_WIDTH = 96


class YouSection(Section):
    """Name, one line, plan, notes a month, dialect."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.YOU)
        self._desk = desk
        theme = desk.theme
        self.name = LineField(theme, name=SettingsWords.NAME)
        self.about = LineField(theme, name=SettingsWords.ABOUT)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        for field in (self.name, self.about):
            field.setMaxLength(2_000)
            field.textEdited.connect(self._pause.start)
            field.editingFinished.connect(self.flush)
        self.plan = PlanChoice(theme)
        self.plan.chosen.connect(lambda plan: keep(desk, sender=replace(desk.store.settings.get().sender, plan=plan)))
        self.notes = Stepper(theme, (0, NO_LIMIT), SettingsWords.notes, name=SettingsWords.NOTES)
        self.notes.chosen.connect(lambda n: keep(desk, notes_per_month=n))
        self.dialect = Pick(theme, SettingsWords.DIALECTS, name=SettingsWords.DIALECT, small=False)
        self.dialect.chosen.connect(lambda value: keep(desk, dialect=value))
        self.region = LineField(theme, name=SettingsWords.REGION)
        self.region.setMaxLength(2)
        self.region.setMaximumWidth(theme.px(_REGION_WIDTH))
        theme.changed.connect(lambda: self.region.setMaximumWidth(theme.px(_REGION_WIDTH)))
        self.region.textEdited.connect(lambda: self.region.set_error(""))
        self.region.editingFinished.connect(self._keep_region)
        self.add(Row(theme, SettingsWords.NAME, SettingsWords.NAME_HINT, self.name, wide=True))
        self.add(Row(theme, SettingsWords.ABOUT, SettingsWords.ABOUT_HINT, self.about, wide=True))
        self.add(Row(theme, SettingsWords.PLAN, "", self.plan, wide=True))
        self.add(Row(theme, SettingsWords.NOTES, SettingsWords.NOTES_HINT, self.notes))
        self.add(Row(theme, SettingsWords.DIALECT, SettingsWords.DIALECT_HINT, self.dialect))
        region = Row(theme, SettingsWords.REGION, SettingsWords.REGION_HINT, self.region)
        region.words.addWidget(self.region.sentence)
        self.add(region)

    def show_settings(self, settings: Settings) -> None:
        """Show what is kept; a field being typed in is left alone."""
        if not self._pause.isActive():
            for field, text in ((self.name, settings.sender.name), (self.about, settings.sender.about)):
                if one_line(field.text()) != text:
                    field.setText(text)
        self.plan.set_value(settings.sender.plan)
        self.notes.set_value(settings.notes_per_month)
        self.dialect.set_value(settings.dialect)
        if not self.region.hasFocus():
            self.region.setText(settings.region)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or the end: what is still waiting is kept."""
        if self._pause.isActive():
            self.flush()
        super().hideEvent(event)

    def flush(self) -> None:
        """Keep what was typed, now."""
        self._pause.stop()
        sender = self._desk.store.settings.get().sender
        keep(self._desk, sender=replace(sender, name=one_line(self.name.text()), about=one_line(self.about.text())))

    def _keep_region(self) -> None:
        from phonenumbers import SUPPORTED_REGIONS  # a third of a second, and nobody else on this page needs it

        region = self.region.text().strip().upper()
        if region and region not in SUPPORTED_REGIONS:
            self.region.set_error(SettingsWords.REGION_UNKNOWN)
            return
        self.region.set_error("")
        keep(self._desk, region=region)


class SendingSection(Section):
    """The hours of the send window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.SENDING)
        self._desk = desk
        theme = desk.theme
        self.opens = Stepper(theme, (0, _LATEST_OPENING), SettingsWords.hours, name=SettingsWords.OPENS)
        self.closes = Stepper(theme, (1, _LATEST_CLOSING), SettingsWords.hours, name=SettingsWords.CLOSES_NAME)
        self.opens.chosen.connect(lambda n: self._choose(n, max(self.closes.value(), n + 1)))
        self.closes.chosen.connect(lambda n: self._choose(min(self.opens.value(), n - 1), n))
        self.add(Row(theme, SettingsWords.OPENS, SettingsWords.OPENS_HINT, self.opens))
        self.add(Row(theme, SettingsWords.CLOSES, SettingsWords.CLOSES_HINT, self.closes))

    def show_settings(self, settings: Settings) -> None:
        """Show what is kept."""
        self.opens.set_value(settings.window_h[0])
        self.closes.set_value(settings.window_h[1])

    def _choose(self, opens: int, closes: int) -> None:
        self.opens.set_value(opens)
        self.closes.set_value(closes)
        keep(self._desk, window_h=(opens, closes))
