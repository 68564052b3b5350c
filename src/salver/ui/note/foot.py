"""The foot of the note pane, never scrolled: copy, open the profile, then say what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Act:
    """Something the foot offers: a value for `acted`, its words, icon and key."""

    value: str
    words: str
    icon: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class FootView:
    """What the foot shows: a line of words above, one main act, others beside it, the rest in the menu."""

    words: str = ""
    help: str = ""
    primary: Act | None = None
    plain: Act | None = None
    quiet: Act | None = None
    menu: tuple[Act, ...] = ()
    keeps_plain: bool = False
    """The plain act is the next thing to do, so it stays in sight in a narrow pane too."""


class NoteFoot(QWidget):
    """Emits `acted` with the value of an act, however it was chosen."""

    acted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = FootView()
        self._narrow = False
        column = QVBoxLayout(self)
        # Words of a quiet button end at the margin of 24; its padding of 16 lies beyond.
        column.setContentsMargins(24, 12, 8, 12)
        column.setSpacing(8)
        self._says = QWidget()
        says = QHBoxLayout(self._says)
        says.setContentsMargins(0, 0, 16, 0)
        says.setSpacing(12)
        self.words = PlainLabel(theme, "", "body", "ink", 600, wrap=True)
        self.help = PlainLabel(theme, "", "caption", "ink2", wrap=True)
        says.addWidget(self.words)
        says.addWidget(self.help, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._says)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.primary = Button(theme, "", "primary")
        self.plain = Button(theme, "", "plain")
        self.quiet = Button(theme, "", "quiet")
        self.more = Button(theme, "", "quiet", "ph.dots-three-bold", name=NoteWords.MORE_ACTIONS)
        row.addWidget(self.primary)
        row.addWidget(self.plain)
        row.addStretch(1)
        row.addWidget(self.quiet)
        row.addWidget(self.more)
        column.addLayout(row)
        self.more.clicked.connect(self._open_menu)
        for button, name in ((self.primary, "primary"), (self.plain, "plain"), (self.quiet, "quiet")):
            button.clicked.connect(lambda _checked=False, name=name: self._act(getattr(self._view, name)))
            button.installEventFilter(self)
        self.set_view(self._view)

    def set_view(self, view: FootView) -> None:
        """Show this; a button that stays keeps the focus."""
        self._view = view
        self._show()

    def set_narrow(self, narrow: bool) -> None:
        """A narrow foot keeps the main act, and puts the rest into the menu."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show()

    def controls(self) -> list[QWidget]:
        """What can be focused, from left to right."""
        return [self.primary, self.plain, self.quiet, self.more]

    def menu_acts(self) -> Sequence[Act]:
        """What the menu holds now."""
        view = self._view
        aside = (None if view.keeps_plain else view.plain, view.quiet) if self._hides() else ()
        return (*(act for act in aside if act is not None), *view.menu)

    def menu(self) -> QMenu:
        """The menu, made anew."""
        menu = QMenu(self)
        menu.setAccessibleName(NoteWords.MORE_ACTIONS)
        for act in self.menu_acts():
            action = menu.addAction(act.words.replace("&", "&&"))
            action.setData(act.value)
            action.triggered.connect(lambda _checked=False, act=act: self.acted.emit(act.value))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click is one click: its second half would press what has taken the place of "Copy note"."""
        return event.type() == QEvent.Type.MouseButtonDblClick

    def _hides(self) -> bool:
        return self._narrow and self._view.primary is not None

    def _show(self) -> None:
        view = self._view
        self.words.setText(view.words)
        self.help.setText(view.help)
        self.help.setVisible(bool(view.help) and not self._narrow)
        self._says.setVisible(bool(view.words))
        self._fill(self.primary, view.primary)
        self._fill(self.plain, None if self._hides() and not view.keeps_plain else view.plain)
        self._fill(self.quiet, None if self._hides() else view.quiet)
        self.more.setVisible(bool(self.menu_acts()))

    def _fill(self, button: Button, act: Act | None) -> None:
        if act is not None:
            button.set_key(act.key)
            button.set_icon(act.icon)
            button.set_text(act.words)
        button.setVisible(act is not None)

    def _act(self, act: Act | None) -> None:
        if act is not None:
            self.acted.emit(act.value)

    def _open_menu(self) -> None:
        menu = self.menu()
        where = self.more.mapToGlobal(
            QPoint(self.more.width() - menu.sizeHint().width(), -menu.sizeHint().height() - 4)
        )
        menu.popup(where)
