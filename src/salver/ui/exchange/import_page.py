"""Import: choose or drop files, look at what is in them, then take it in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from salver.cards.card import Card
from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.exchange.drop import DropZone
from salver.ui.exchange.work import Found, Taken, look, take_in
from salver.ui.settings.page import EDGE, Page, emptied
from salver.ui.settings.rows import Paper, Row, Section
from salver.ui.texts import Common, ExchangeWords

ROWS_SHOWN = 5
PROBLEMS_SHOWN = 50


class ImportPage(Page):
    """Three states on one page: choose, preview, result. Reading is done on the worker and changes nothing.

    `cards_wanted` is emitted with the ids of new cards when the person would see them.
    """

    cards_wanted = Signal(list)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, ExchangeWords.IMPORT_TITLE, parent)
        self._desk = desk
        self._found: Found | None = None
        self._ids: tuple[int, ...] = ()
        self.setAcceptDrops(True)
        theme = desk.theme
        self.zone = DropZone(theme)
        self.zone.dropped.connect(self.look_at)
        self.zone.choose_wanted.connect(self._choose)
        self.reading = PlainLabel(theme, ExchangeWords.READING, "body", "ink2")
        self.reading.setContentsMargins(EDGE, 0, EDGE, 0)
        self.reading.hide()
        self.body.addWidget(self.zone)
        self.body.addWidget(self.reading)
        self._shown = QVBoxLayout()
        self._shown.setSpacing(16)
        self.body.addLayout(self._shown)
        self.body.addStretch(1)
        self.do_import: Button | None = None
        self.again: Button | None = None
        self.undo: Button | None = None
        self.show_cards: Button | None = None
        self.told: PlainLabel | None = None
        self.set_first(self.zone.choose)

    def look_at(self, paths: Sequence[Path]) -> None:
        """Read files on the worker, then show what they hold."""
        self.reading.show()
        self.zone.choose.setEnabled(False)
        kept = tuple(Path(path) for path in paths)
        self._desk.tasks.run(lambda: look(kept), self._preview, self._unread)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page."""
        self.zone.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Files may be dropped anywhere on the page."""
        self.zone.dropEvent(event)

    def _choose(self) -> None:
        dialog = QFileDialog(self, ExchangeWords.CHOOSE_TITLE)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(ExchangeWords.FILES.split(";;"))
        dialog.filesSelected.connect(self.look_at)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Preview

    def _unread(self, _error: Exception) -> None:
        self._rest()
        self._desk.say(ExchangeWords.UNEXPECTED)

    def _rest(self) -> None:
        self.reading.hide()
        self.zone.choose.setEnabled(True)

    def _preview(self, found: Found) -> None:
        self._rest()
        self._found = found
        emptied(self._shown)
        theme = self.theme
        section = Section(theme, ExchangeWords.found(len(found.cards), len(found.files)), ExchangeWords.NOTHING_STORED)
        for card in found.cards[:ROWS_SHOWN]:
            section.add(_person(self, card))
        if len(found.cards) > ROWS_SHOWN:
            section.add(_line(self, ExchangeWords.more(len(found.cards) - ROWS_SHOWN)))
        if not found.cards:
            section.hint.setText(ExchangeWords.NOTHING)
            section.paper.hide()
        self._shown.addWidget(section)
        self._tell_problems(found.problems)
        self.again = Button(theme, ExchangeWords.OTHER, "plain")
        self.again.clicked.connect(self._start_again)
        buttons = [self.again]
        if found.cards:
            self.do_import = Button(theme, ExchangeWords.import_button(len(found.cards)), "primary")
            self.do_import.clicked.connect(self._import)
            buttons.insert(0, self.do_import)
        self._add_buttons(buttons)
        self.zone.hide()
        self.set_first(buttons[0])
        self.focus(buttons[0])

    def _tell_problems(self, problems: Sequence[str]) -> None:
        if not problems:
            return
        section = Section(self.theme, ExchangeWords.problems(len(problems)))
        for problem in problems[:PROBLEMS_SHOWN]:
            section.add(_line(self, problem))
        if len(problems) > PROBLEMS_SHOWN:
            section.add(_line(self, ExchangeWords.more(len(problems) - PROBLEMS_SHOWN)))
        self._shown.addWidget(section)

    def _add_buttons(self, buttons: Sequence[Button]) -> None:
        holder = QWidget()
        flow = FlowLayout(8, holder)
        flow.setContentsMargins(EDGE, 0, EDGE, 0)
        for button in buttons:
            flow.addWidget(button)
        self._shown.addWidget(holder)

    # Taking in

    def _import(self) -> None:
        found = self._found
        if found is None or self.do_import is None:
            return
        self.do_import.setEnabled(False)
        self.reading.show()
        # The copy is made on the worker; the store itself belongs to this thread.
        self._desk.tasks.run(
            lambda: self._desk.store.backup.now("before-import"), lambda _: self._take_in(found), self._not_taken
        )

    def _take_in(self, found: Found) -> None:
        try:
            taken = take_in(self._desk.store, found)
        except StoreError as error:
            self._not_taken(error)
            return
        self._rest()
        self._desk.announce(taken.changed)
        self._result(taken)

    def _not_taken(self, error: Exception) -> None:
        self._rest()
        if self.do_import is not None:
            self.do_import.setEnabled(True)
        self._desk.say(error.sentence if isinstance(error, StoreError) else ExchangeWords.UNEXPECTED)

    def _result(self, taken: Taken) -> None:
        emptied(self._shown)
        theme = self.theme
        self._ids = taken.changed.cards
        said = ExchangeWords.result(taken.added, taken.updated, taken.skipped)
        self._desk.say(said)
        paper = Paper(theme)
        self.told = told = PlainLabel(theme, said, "title", weight=600, wrap=True)
        told.setContentsMargins(0, 16, 0, 16)
        paper.add(told)
        for twin in taken.told[:PROBLEMS_SHOWN]:
            paper.add(_line(self, twin))
        self._shown.addWidget(paper)
        buttons: list[Button] = []
        self.show_cards = Button(theme, ExchangeWords.SHOW, "primary")
        self.show_cards.clicked.connect(lambda: self.cards_wanted.emit(list(self._ids)))
        self.undo = Button(theme, Common.UNDO, "plain")
        self.undo.clicked.connect(self._undo)
        self.again = Button(theme, ExchangeWords.AGAIN, "plain")
        self.again.clicked.connect(self._start_again)
        if self._ids:
            buttons += [self.show_cards, self.undo]
        buttons.append(self.again)
        self._add_buttons(buttons)
        self.set_first(buttons[0])
        self.focus(buttons[0])

    def _undo(self) -> None:
        store = self._desk.store
        if store.journal.label() != ExchangeWords.UNDO_LABEL:
            self._desk.say(ExchangeWords.UNDO_LATER)
            return
        try:
            changed = store.journal.undo()
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        if changed is not None:
            self._desk.announce(changed)
            self._desk.say(ExchangeWords.UNDONE)
        self._start_again()

    def _start_again(self) -> None:
        self._found = None
        emptied(self._shown)
        self.zone.show()
        self.set_first(self.zone.choose)
        self.focus(self.zone.choose)


def _person(page: Page, card: Card) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 9, 0, 9)
    row.setSpacing(16)
    name = PlainLabel(page.theme, card.shown_name or ExchangeWords.NO_NAME, "body", weight=600, elide=True)
    role = ", ".join(part for part in (card.title, card.company) if part)
    row.addWidget(name, 2)
    row.addWidget(PlainLabel(page.theme, role, "second", "ink2", elide=True), 3)
    return holder


def _line(page: Page, text: str) -> Row:
    row = Row(page.theme, text)
    row.title.set_look("ink2", "second", 400)
    row.box.setContentsMargins(0, 8, 0, 8)
    return row
