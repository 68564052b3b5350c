"""A button that opens a menu of a few choices and shows the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from salver.ui.controls.button import Button
from salver.ui.theme import Theme


class Pick(Button):
    """Choose one of `choices` (value, words) from a menu. Emits `chosen` only when the person chooses."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]],
        *,
        name: str = "",
        small: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", "plain", small=small, caret=True, parent=parent)
        self._label = name
        self._value = ""
        self._choices: list[tuple[str, str]] = []
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        self.clicked.connect(self.open_menu)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other choices; the first is chosen when the old value is none of them."""
        self._choices = list(choices)
        self._menu.clear()
        self._actions.clear()
        group = QActionGroup(self._menu)
        for value, words in choices:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: self._choose(value))
            self._actions[value] = action
        if choices and self._value not in self._actions:
            self.set_value(choices[0][0])
        else:
            self.set_value(self._value)

    def value(self) -> str:
        """The value chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without telling."""
        words = dict(self._choices).get(value)
        if words is None:
            return
        self._value = value
        self._actions[value].setChecked(True)
        self.set_text(words)
        self.setAccessibleName(f"{self._label}: {words}" if self._label else words)

    def menu_of_choices(self) -> QMenu:
        """The menu, for tests and for owners that add to it."""
        return self._menu

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))
        self._menu.setActiveAction(self._actions[self._value]) if self._value in self._actions else None
        self._menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)
