"""The menu of a card: rarer things, and putting the card away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from salver.store.errors import StoreError
from salver.ui.card.draft import Draft
from salver.ui.desk import Desk
from salver.ui.texts import CardWords


class CardMenu(QObject):
    """Builds the menu for the card that is shown. Forgetting a person has a page of its own."""

    gone = Signal()
    note_wanted = Signal(str)
    line_wanted = Signal(str)
    friends_wanted = Signal()
    more_wanted = Signal()
    page_wanted = Signal(str)

    def __init__(self, desk: Desk, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._draft = draft
        self._widget = parent

    def build(self, face: str) -> QMenu:
        """The menu, for the side that is up."""
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = bool(self._draft.card.id)
        if kept:
            write = menu.addAction(CardWords.WRITE_NOTE)
            write.setShortcut(QKeySequence("Ctrl+J"))
            # Shown only: the key itself is the window's.
            write.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            write.triggered.connect(lambda: self.note_wanted.emit(""))
            menu.addAction(CardWords.REPLY).triggered.connect(lambda: self.note_wanted.emit("reply"))
            menu.addSeparator()
        if face == "front":
            for kind in ("email", "phone", "web"):
                action = menu.addAction(CardWords.CONTACT[kind][2])
                action.triggered.connect(lambda _=False, kind=kind: self.line_wanted.emit(kind))
        else:
            menu.addAction(CardWords.ADD_FRIEND).triggered.connect(self.friends_wanted)
        if kept:
            menu.addAction(CardWords.MORE_ABOUT).triggered.connect(self.more_wanted)
            menu.addSeparator()
            menu.addAction(CardWords.TRASH).triggered.connect(self.trash)
            menu.addAction(CardWords.FORGET).triggered.connect(self.forget)
        return menu

    def trash(self) -> None:
        """Move the card to the trash. Undo brings it back."""
        self._draft.flush()
        card = self._draft.card
        try:
            changed = self._desk.store.cards.trash([card.id])
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self._draft.clear()
        self._desk.announce(changed)
        self._desk.say(CardWords.trashed(card.shown_name))
        self.gone.emit()

    def forget(self) -> None:
        """Ask for the page that tells what forgetting means, does it, and offers to rewrite older backups."""
        self._draft.flush()
        self.page_wanted.emit(f"forget:{self._draft.card.id}")
