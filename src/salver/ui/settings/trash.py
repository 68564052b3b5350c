"""The trash: what was deleted, to be brought back or let go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salver.cards.meeting import Meeting
from salver.cards.note import Note
from salver.store import Changed
from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.settings.ask import Ask
from salver.ui.settings.page import EDGE, Page, emptied
from salver.ui.settings.rows import Row, Section
from salver.ui.settings.when import when
from salver.ui.texts import TrashWords

MOST_SHOWN = 200
"""Rows of one kind that are laid out; more would make the page slow, and nobody reads them."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One line of the trash."""

    id: int
    name: str
    deleted_at: dt.datetime | None
    restore: Callable[[int], Changed]


class TrashPage(Page):
    """Cards, meetings, notes and events in the trash."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, TrashWords.TITLE, parent)
        self._desk = desk
        theme = desk.theme
        self.hint = PlainLabel(theme, TrashWords.HINT, "second", "ink2", wrap=True)
        self.empty_button = Button(theme, TrashWords.EMPTY, "plain", "ph.trash")
        self.empty_button.clicked.connect(self._ask)
        self.ask = Ask(theme, TrashWords.EMPTY_YES, TrashWords.EMPTY_NO)
        self.ask.yes.connect(self._empty)
        self.ask.no.connect(lambda: self.empty_button.setFocus(Qt.FocusReason.OtherFocusReason))
        top = QHBoxLayout()
        top.setContentsMargins(EDGE, 0, EDGE, 0)
        top.addWidget(self.hint, 1)
        top.addWidget(self.empty_button)
        self.body.addLayout(top)
        self.body.addWidget(self.ask)
        self._sections = QVBoxLayout()
        self._sections.setSpacing(16)
        self.body.addLayout(self._sections)
        self.body.addStretch(1)
        self.buttons: list[Button] = []
        self._show()

    def refresh(self, changed: Changed) -> None:
        """Show what is there now."""
        del changed
        self._show()

    def begin(self) -> None:
        """Look again, and take the focus."""
        self._show()
        super().begin()

    def _groups(self) -> Iterator[tuple[str, list[Thing]]]:
        store = self._desk.store
        cards, meetings, notes, events = store.cards, store.meetings, store.notes, store.events
        yield (
            TrashWords.CARDS,
            [
                Thing(c.id, c.shown_name or TrashWords.NO_NAME, c.deleted_at, lambda i: cards.restore([i]))
                for c in cards.trashed()
            ],
        )
        yield (
            TrashWords.MEETINGS,
            [Thing(m.id, self._meeting(m), m.deleted_at, lambda i: meetings.restore([i])) for m in meetings.trashed()],
        )
        yield (
            TrashWords.NOTES,
            [Thing(n.id, self._note(n), n.deleted_at, lambda i: notes.restore([i])) for n in notes.trashed()],
        )
        yield (
            TrashWords.EVENTS,
            [Thing(e.id, e.name, e.deleted_at, lambda i: events.restore([i])) for e in events.trashed()],
        )

    def _name_of(self, card_id: int) -> str:
        card = self._desk.store.cards.get(card_id)
        return card.shown_name if card is not None else ""

    def _meeting(self, meeting: Meeting) -> str:
        what = meeting.event or meeting.place or TrashWords.MEETING
        return TrashWords.with_whom(what, self._name_of(meeting.card_id))

    def _note(self, note: Note) -> str:
        text = " ".join(note.text.split())
        text = text if len(text) <= 60 else f"{text[:59].rstrip()}…"
        return TrashWords.with_whom(f"“{text}”", self._name_of(note.card_id))

    def _show(self) -> None:
        emptied(self._sections)
        self.buttons.clear()
        total = 0
        for title, things in self._groups():
            if not things:
                continue
            total += len(things)
            section = Section(self.theme, title)
            for thing in things[:MOST_SHOWN]:
                section.add(self._row(thing))
            if len(things) > MOST_SHOWN:
                section.add(Row(self.theme, TrashWords.more(len(things) - MOST_SHOWN)))
            self._sections.addWidget(section)
        self.hint.setText(TrashWords.HINT if total else TrashWords.EMPTY_STATE)
        self.empty_button.setVisible(bool(total))
        self._total = total
        if not total:
            self.ask.hide()
        self.set_first(self.buttons[0] if self.buttons else self.close_button)

    def _row(self, thing: Thing) -> Row:
        button = Button(self.theme, TrashWords.RESTORE, "plain", small=True)
        button.setAccessibleName(TrashWords.restore(thing.name))
        button.clicked.connect(lambda _=False, place=len(self.buttons): self._restore(thing, place))
        self.buttons.append(button)
        gone = thing.deleted_at
        said = TrashWords.deleted(when(gone, self._desk.now(), self._desk.zone)) if gone else ""
        return Row(self.theme, thing.name, said, button)

    def _restore(self, thing: Thing, place: int) -> None:
        changed = self._try(lambda: thing.restore(thing.id))
        if changed is None:
            return
        self._desk.announce(changed)
        self._show()
        following = self.buttons[min(place, len(self.buttons) - 1)] if self.buttons else self.close_button
        self.focus(following)
        self._desk.say(TrashWords.restored(thing.name))

    def _ask(self) -> None:
        self.ask.open(TrashWords.sure(self._total))

    def _empty(self) -> None:
        number = self._total
        changed = self._try(self._desk.store.cards.empty_trash)
        if changed is None:
            return
        self._desk.announce(changed)
        self._show()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.say(TrashWords.emptied(number))

    def _try(self, work: Callable[[], Changed]) -> Changed | None:
        try:
            return work()
        except StoreError as error:
            self._desk.say(error.sentence)
            return None
