"""Forgetting a person: asked once, done to the last byte, and told what is left elsewhere."""

from __future__ import annotations

import logging

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from salver.store import Changed, Forgotten
from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.settings.page import Page, emptied
from salver.ui.settings.rows import Paper
from salver.ui.texts import Common, SafeWords, TrashWords

_log = logging.getLogger(__name__)


class ForgetPage(Page):
    """`closed` when the person keeps the card or is done; `forgotten` after the card is gone for good."""

    forgotten = Signal(int)

    def __init__(self, desk: Desk, card_id: int, parent: QWidget | None = None) -> None:
        card = desk.store.cards.get(card_id)
        self._name = (card.shown_name if card else "") or TrashWords.NO_NAME
        super().__init__(desk.theme, SafeWords.forget_title(self._name), parent)
        self._desk = desk
        self._card_id = card_id
        theme = desk.theme
        self.sentence = PlainLabel(theme, SafeWords.forget_text(self._name), "body", wrap=True)
        self.told = PlainLabel(theme, "", "body", wrap=True)
        self.backups = PlainLabel(theme, "", "body", wrap=True)
        self.mentioned = PlainLabel(theme, "", "body", "ink2", wrap=True)
        self.yes = Button(theme, SafeWords.FORGET_YES, "plain", "ph.trash")
        self.trash = Button(theme, SafeWords.FORGET_TRASH, "plain")
        self.no = Button(theme, SafeWords.FORGET_NO, "primary")
        self.rewrite = Button(theme, SafeWords.REWRITE, "plain")
        self.leave = Button(theme, SafeWords.LEAVE, "plain")
        self.done = Button(theme, Common.DONE, "primary")
        self.yes.clicked.connect(self._forget)
        self.trash.clicked.connect(self._trash)
        self.rewrite.clicked.connect(self._rewrite)
        for button in (self.no, self.leave, self.done):
            button.clicked.connect(self.closed)
        self._paper = Paper(theme)
        self.body.addWidget(self._paper)
        self.body.addStretch(1)
        self._lay([self.sentence], [self.no, self.trash, self.yes])
        self.set_first(self.no)

    def _lay(self, words: list[PlainLabel], buttons: list[Button]) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 16, 0, 16)
        column.setSpacing(12)
        for label in words:
            column.addWidget(label)
        row = QWidget()
        flow = FlowLayout(8, row)
        for button in buttons:
            flow.addWidget(button)
        column.addWidget(row)
        emptied(self._paper.column)
        self._paper.add(holder)

    def _forget(self) -> None:
        try:
            forgotten = self._desk.store.cards.forget(self._card_id)
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self._desk.announce(forgotten.changed)
        self._tell(forgotten)
        self.forgotten.emit(self._card_id)

    def _tell(self, forgotten: Forgotten) -> None:
        self._uid = forgotten.uid
        self._holding = forgotten.backups_that_still_hold
        said = SafeWords.forgotten(self._name)
        self.title.setText(said)
        self._desk.say(said)
        words: list[PlainLabel] = []
        buttons = [self.done]
        if self._holding:
            self.backups.setText(SafeWords.still_in(len(self._holding)))
            words.append(self.backups)
            buttons = [self.leave, self.rewrite]
        if forgotten.mentioned_on:
            self.mentioned.setText(SafeWords.mentioned(len(forgotten.mentioned_on)))
            words.append(self.mentioned)
        self._lay(words, buttons)
        self.set_first(buttons[0])
        self.focus(buttons[0])

    def _rewrite(self) -> None:
        self.rewrite.setEnabled(False)
        self.leave.setEnabled(False)
        # The store is the main thread's alone; a breath lets the buttons be seen to be off.
        QTimer.singleShot(0, self, self._do_rewrite)

    def _do_rewrite(self) -> None:
        try:
            left = self._desk.store.backup.rewrite_without(self._uid, self._holding)
        except (StoreError, OSError) as error:
            _log.error("backups not rewritten: %s", type(error).__name__)
            left = self._holding
        self._rewritten(tuple(path.name for path in left))

    def _rewritten(self, left: tuple[str, ...]) -> None:
        self.told.setText(SafeWords.not_rewritten(left) if left else SafeWords.REWRITTEN)
        self._lay([self.told], [self.done])
        self.set_first(self.done)
        self.focus(self.done)

    def _trash(self) -> None:
        try:
            changed: Changed = self._desk.store.cards.trash([self._card_id])
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self._desk.announce(changed)
        self._desk.say(SafeWords.in_trash(self._name))
        self.closed.emit()
