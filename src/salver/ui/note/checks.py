"""The checks of the note that is shown: takes what changes, gives findings, remembers what was let go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from salver.agenda.window import planned_send, send_window
from salver.cards.note import Channel
from salver.cards.situation import Situation
from salver.etiquette.dismissed import fingerprint
from salver.etiquette.engine import Engine, worst_first
from salver.etiquette.model import Finding
from salver.store import Changed, Dismissal, Settings
from salver.store.errors import StoreError
from salver.ui.note.session import Checked, CheckSession, Snapshot
from salver.ui.texts import NoteWords

if TYPE_CHECKING:
    from salver.ui.desk import Desk

SPELLING = "spelling"


class NoteChecks(QObject):
    """`found` carries the findings, worst first, the text they belong to, and whether spelling is among them."""

    found = Signal(object, str, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._situation: Situation | None = None
        self._engine: Engine | None = None
        self._note_id = 0
        self._settings = Settings()
        self._dismissed: frozenset[tuple[str, str]] = frozenset()
        self.session = CheckSession(desk, self)
        self.session.found.connect(self._found)

    @property
    def situation(self) -> Situation | None:
        """The snapshot that notes are checked against."""
        return self._situation

    def situation_now(self) -> Situation | None:
        """The snapshot with the sending planned anew: time passes while a note is open."""
        return None if self._situation is None else self._at_this_time(self._situation)

    @property
    def note_id(self) -> int:
        """The note whose dismissals hold; 0 for one that is not stored yet."""
        return self._note_id

    def use(self, situation: Situation | None, note_id: int) -> None:
        """Check against this from now on, with settings and dismissals as they stand."""
        self._situation, self._note_id = situation, note_id
        if situation is None:
            self.session.forget()
            return
        card_id = situation.card.id
        self._settings = self._desk.store.settings.get()
        self._engine = self._desk.engine(card_id, self._note_id)
        dismissed = self._desk.store.dismissals.for_note(card_id, self._note_id)
        self._dismissed = frozenset((d.rule, d.fingerprint) for d in dismissed)

    def check(self, text: str, *, at_once: bool = False) -> None:
        """Ask for findings on this text; an empty one has none, at once."""
        if self._situation is None or self._engine is None or not text.strip():
            self.session.forget()
            self.found.emit((), text, True)
            return
        settings = self._settings
        snapshot = Snapshot(
            0,
            text,
            self._at_this_time(self._situation),
            self._engine,
            frozenset(settings.dictionary),
            settings.dialect,
            self._dismissed,
            spell=SPELLING not in settings.rules_off,
        )
        self.session.submit(snapshot, at_once=at_once)

    def _at_this_time(self, situation: Situation) -> Situation:
        hours = self._settings.window_h
        window = send_window(situation.meeting.met, hours) if situation.channel is Channel.INVITATION else None
        return replace(situation, send_at=planned_send(self._desk.now(), window))

    def _found(self, checked: Checked) -> None:
        self.found.emit(worst_first(checked.findings), checked.text, checked.complete)

    def let_go(self, finding: Finding, text: str, how: str) -> bool:
        """Remember not to show this: `once`, for this `card`, `always`, or a `word` for the dictionary."""
        situation = self._situation
        if situation is None:
            return False
        try:
            self._desk.announce(self._remember(finding, text, how, situation.card.id))
        except StoreError as error:
            self._desk.say(error.sentence)
            return False
        self.use(situation, self._note_id)
        self.check(text, at_once=True)
        return True

    def _remember(self, finding: Finding, text: str, how: str, card_id: int) -> Changed:
        store = self._desk.store
        if how == "once":
            return store.dismissals.add(Dismissal(finding.rule, card_id, self._note_id, fingerprint(finding, text)))
        if how == "card":
            return store.dismissals.add(Dismissal(finding.rule, card_id, None, ""))
        settings = store.settings.get()
        if how == "word" and finding.span is not None:
            word = text[finding.span.start : finding.span.end]
            words = frozenset({*settings.dictionary, word})
            return store.settings.put(replace(settings, dictionary=words), NoteWords.add_word(word))
        off = frozenset({*settings.rules_off, finding.rule})
        return store.settings.put(replace(settings, rules_off=off), NoteWords.never_again(finding.rule))
