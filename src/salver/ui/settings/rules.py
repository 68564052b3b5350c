"""Settings on the rules: each with its switch and its page, and the remarks that were put aside."""

from __future__ import annotations

from PySide6.QtCore import Signal

from salver.etiquette.model import Rule
from salver.store import Settings
from salver.store.errors import StoreError
from salver.store.values import Dismissal
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.settings.keep import keep
from salver.ui.settings.rows import Beside, Row, Section
from salver.ui.settings.switch import Switch
from salver.ui.texts import SettingsWords


class RulesSection(Section):
    """One row a rule. Emits `why_wanted` with its id."""

    why_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.RULES, SettingsWords.RULES_HINT)
        self._desk = desk
        self.switches: dict[str, Switch] = {}
        self.whys: dict[str, Button] = {}
        theme = desk.theme
        for rule in sorted(desk.rules, key=lambda rule: rule.title.casefold()):
            self.whys[rule.id] = why = Button(theme, SettingsWords.WHY, "quiet", small=True)
            why.setAccessibleName(SettingsWords.why(rule.title))
            why.clicked.connect(lambda _=False, rule=rule: self.why_wanted.emit(rule.id))
            self._add_switch(rule.id, rule.title, why)
        # Spelling is no rule of the engine's, but it is switched like one.
        if SettingsWords.SPELLING_ID not in self.switches:
            self._add_switch(SettingsWords.SPELLING_ID, SettingsWords.SPELLING, None)

    def show_settings(self, settings: Settings) -> None:
        """Show what is kept."""
        for rule_id, switch in self.switches.items():
            switch.setChecked(rule_id not in settings.rules_off)

    def _add_switch(self, rule_id: str, title: str, why: Button | None) -> None:
        switch = Switch(self._desk.theme, SettingsWords.switch(title))
        switch.clicked.connect(lambda on, rule_id=rule_id: turn(self._desk, rule_id, on))
        self.switches[rule_id] = switch
        control = Beside(why, switch) if why is not None else switch
        row = Row(self._desk.theme, title, "", control)
        row.title.set_look(weight=400)
        row.box.setContentsMargins(0, 6, 0, 6)
        self.add(row)


def turn(desk: Desk, rule_id: str, on: bool) -> bool:
    """Switch a rule on or off; False when that could not be kept."""
    off = desk.store.settings.get().rules_off
    return keep(desk, rules_off=off - {rule_id} if on else off | {rule_id})


class DismissedSection(Section):
    """The remarks that were ignored, each to be taken back. `taken_back` tells that the list was laid out anew."""

    taken_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, SettingsWords.DISMISSED)
        self._desk = desk
        self._shown: tuple[Dismissal, ...] | None = None
        self.buttons: list[Button] = []

    def refresh(self) -> None:
        """Show what is put aside now."""
        found = tuple(self._desk.store.dismissals.all())
        if found == self._shown:
            return
        self._shown = found
        self.paper.empty()
        self.buttons.clear()
        theme = self._desk.theme
        titles = {rule.id: rule.title for rule in self._desk.rules}
        for dismissal in found:
            title = titles.get(dismissal.rule, _spelled(dismissal.rule, self._desk.rules))
            button = Button(theme, SettingsWords.DISMISSED_BACK, "plain", small=True)
            button.setAccessibleName(SettingsWords.again(title))
            button.clicked.connect(lambda _=False, dismissal=dismissal: self._take_back(dismissal))
            self.buttons.append(button)
            self.add(Row(theme, title, self._where(dismissal), button))
        if not found:
            label = PlainLabel(theme, SettingsWords.DISMISSED_NONE, "body", "ink2", wrap=True)
            label.setContentsMargins(0, 12, 0, 12)
            self.add(label)

    def _where(self, dismissal: Dismissal) -> str:
        card = self._desk.store.cards.get(dismissal.card_id) if dismissal.card_id else None
        if dismissal.note_id is not None:
            scope = SettingsWords.FOR_NOTE
        else:
            scope = SettingsWords.FOR_CARD if card is not None else SettingsWords.FOR_ALL
        return f"{scope}, {card.shown_name}" if card is not None and card.shown_name else scope

    def _take_back(self, dismissal: Dismissal) -> None:
        try:
            changed = self._desk.store.dismissals.remove(dismissal.id)
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self.refresh()
        self.taken_back.emit()
        self._desk.announce(changed)


def _spelled(rule_id: str, rules: tuple[Rule, ...]) -> str:
    if rule_id == SettingsWords.SPELLING_ID:
        return SettingsWords.SPELLING
    return next((rule.title for rule in rules if rule.id == rule_id), rule_id)
