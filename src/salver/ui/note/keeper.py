"""Keeps a note as it is typed: 400 ms after the last key, on leaving, and again when the store failed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from salver.cards.note import Activity, Deed, Note
from salver.store import Changed
from salver.store.errors import NotFound, StoreError
from salver.ui.texts import NoteWords, WindowWords

if TYPE_CHECKING:
    from salver.ui.desk import Desk

PAUSE_MS = 400
RETRY_MS = 5_000


class NoteKeeper(QObject):
    """Holds the note that is shown. `kept` tells that it was written; its `note` then has an id.

    A note of which nothing was ever typed is not stored. When the store fails, the person is told once, the text
    stays pending, and it is tried again until it succeeds.
    """

    kept = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.note: Note | None = None
        self._begun = False
        self._untold = Changed()
        self.writing = False
        """True while others are told of what was typed here."""
        self._pending = False
        self.trouble = ""
        """Why what is pending could not be saved; empty while all is well."""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.flush)

    @property
    def pending(self) -> bool:
        """True while something typed is not in the store yet."""
        return self._pending

    def show(self, note: Note | None) -> None:
        """Hold another note; the one before must have been flushed."""
        self._timer.stop()
        self._pending = self._begun = False
        self._untold = Changed()
        self.trouble = ""
        self.note = note

    def change(self, note: Note) -> None:
        """Take a change of text or channel; it is written after a pause."""
        self.note = note
        if note.id or note.text:
            self._pending = True
            if not self.trouble:
                self._timer.start(PAUSE_MS)
            elif not self._timer.isActive():
                self._timer.start(RETRY_MS)

    def flush(self) -> bool:
        """Write now what is pending. False when the store failed; the text is then kept here and tried again."""
        self._timer.stop()
        note = self.note
        if not self._pending or note is None:
            return True
        store = self._desk.store
        try:
            changed = store.notes.put(note)
            note_id = changed.notes[0] if changed.notes else note.id
            self._begun = self._begun or not note.id
            # From here on it has a row: a failure below must not make another one.
            self.note = note = replace(note, id=note_id)
            self._untold |= changed
            if self._begun:
                # Right after the first letter, so that the two are one step of undo.
                deed = Activity(Deed.DRAFTED, self._desk.now(), note.card_id, note_id, note.channel)
                self._untold |= store.activities.add(deed)
                self._begun = False
            stored = store.notes.get(note_id)
        except NotFound as error:
            # The card was removed for good meanwhile, and its notes with it.
            self._desk.say(error.sentence)
            self.show(None)
            return True
        except StoreError as error:
            self._failed(error)
            return False
        if self.trouble:
            self._desk.say(WindowWords.SAVED_NOW)
        self._pending = False
        self.trouble = ""
        self.note = stored or replace(note, id=note_id)
        self.writing = True
        changed, self._untold = self._untold, Changed()
        self._desk.announce(changed)
        self.writing = False
        self.kept.emit()
        return True

    def record(self, deed: Deed) -> Changed | None:
        """Add a dated deed of this note; None, and a sentence to the person, when the store failed."""
        note = self.note
        if note is None:
            return None
        return self.add(Activity(deed, self._desk.now(), note.card_id, note.id or None, note.channel))

    def add(self, activity: Activity) -> Changed | None:
        """Add this activity and announce it."""
        try:
            changed = self._desk.store.activities.add(activity)
        except StoreError as error:
            self._desk.say(error.sentence)
            return None
        self._desk.announce(changed)
        return changed

    def _failed(self, error: StoreError) -> None:
        if not self.trouble:
            self._desk.say(NoteWords.failed(error.sentence))
        self.trouble = error.sentence
        self._timer.start(RETRY_MS)
