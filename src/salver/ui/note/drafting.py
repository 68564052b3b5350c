"""Puts a draft into the editor, looks after its gap, and splits a long note into invitation and message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QTextCursor

from salver.cards.note import Channel, Note, limit
from salver.cards.units import Utf16Map, for_clipboard, utf16_length
from salver.etiquette.gap import gap_in
from salver.etiquette.model import Span
from salver.store.errors import StoreError
from salver.ui.note.checks import NoteChecks
from salver.ui.note.keeper import NoteKeeper
from salver.ui.note.standing import is_for_later
from salver.ui.note.writing import WritingPage
from salver.ui.texts import DraftWords

if TYPE_CHECKING:
    from salver.cards.situation import Situation
    from salver.etiquette.drafts import Draft
    from salver.etiquette.engine import Engine
    from salver.etiquette.splitting import Split
    from salver.ui.desk import Desk

REST_MS = 250
"""A note is looked at for parting when the typing rests this long: it takes several milliseconds."""
MUCH = 0.25
"""Over the limit by this part of it, a note is long enough to be two."""


@dataclass(slots=True)
class _Parted:
    """A note that was split, as long as its history of undo goes on."""

    whole: str
    invitation: str
    later_id: int
    is_kept: bool = True


class NoteDrafts(QObject):
    """Stands between the page and the etiquette's drafts. `follow` is called whenever the text is another one."""

    def __init__(
        self, desk: Desk, page: WritingPage, checks: NoteChecks, keeper: NoteKeeper, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._editor = page.editor
        self._checks = checks
        self._keeper = keeper
        self._hint = ""
        self._parted: _Parted | None = None
        self._waits = False
        self._found: tuple[str, Split | None] = ("", None)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._offer_split)
        page.drafts.tone_chosen.connect(self.offer)
        page.drafts.split_wanted.connect(self.part)
        self._editor.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._editor.customContextMenuRequested.connect(self._open_menu)

    def clear(self) -> None:
        """Another note is shown."""
        self._hint = ""
        self._parted = None
        self._found = ("", None)
        self._rest.stop()

    def look_up(self, card_id: int) -> None:
        """See whether a message is set aside for this person already; asked here, so that typing asks no store."""
        activities = self._desk.store.activities.of(card_id)
        self._waits = any(is_for_later(note, activities) for note in self._desk.store.notes.of(card_id))

    # Drafts

    def offer(self, tone: str) -> None:
        """Put a draft in this tone in place of the text, as one step of undo, with its gap chosen.

        It is made on the worker: its first use loads the rules. Whoever types meanwhile keeps what they typed.
        """
        situation = self._checks.situation_now()
        if situation is None:
            return
        before = self._editor.text
        engine = self._desk.engine(situation.card.id, self._checks.note_id)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.tasks.run(
            lambda: _drafted(situation, tone, engine), lambda draft: self._put(draft, situation, before)
        )

    def _put(self, draft: Draft, situation: Situation, before: str) -> None:
        now = self._checks.situation
        if now is None or (now.card.id, now.channel) != (situation.card.id, situation.channel):
            return
        if self._editor.text != before:
            return
        self._hint = draft.hint
        self._editor.replace([(0, utf16_length(before), draft.text)])
        self._choose(draft.gap)

    def _choose(self, gap: Span) -> None:
        """Select the gap, so that the first key typed fills it."""
        units = Utf16Map(self._editor.text)
        cursor = self._editor.textCursor()
        cursor.setPosition(units.to_utf16(gap.start))
        cursor.setPosition(units.to_utf16(gap.end), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()

    def copied(self) -> None:
        """A draft that was copied with its gap open: say so, and show where."""
        gap = gap_in(self._editor.text)
        if gap is not None:
            self._choose(gap)
            self._desk.say(DraftWords.COPIED_OPEN)

    # What fits the text as it is

    def follow(self) -> None:
        """Show what help there is for the text of this moment."""
        text, situation, help_ = self._editor.text, self._checks.situation, self._page.drafts
        self._follow_split(text)
        self._rest.stop()
        if situation is None:
            help_.show_nothing()
        elif not text.strip():
            help_.offer(DraftWords.OFFER)
        elif gap_in(text) is not None:
            help_.offer(DraftWords.gap(self._hint))
        elif not self._may_part(text, situation):
            help_.show_nothing()
        elif self._found[0] == text:
            self._offer_split()
        else:
            # What was offered for the text before stays until the typing rests.
            if not help_.offers_split:
                help_.show_nothing()
            self._rest.start()

    def _offer_split(self) -> None:
        situation, help_ = self._checks.situation, self._page.drafts
        if situation is not None and self._parts(self._editor.text, situation) is not None:
            help_.offer_split()
        else:
            help_.show_nothing()

    def _open_menu(self, at: QPoint) -> None:
        """The menu of the editor, with the drafts below what Qt offers."""
        menu = self._editor.createStandardContextMenu(at)
        if self._checks.situation is not None:
            menu.addSeparator()
            drafts = menu.addMenu(DraftWords.MENU)
            for tone, words in DraftWords.TONES:
                action = drafts.addAction(words)
                action.triggered.connect(lambda _checked=False, tone=tone: self.offer(tone))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._editor.viewport().mapToGlobal(at))

    # Splitting

    def _may_part(self, text: str, situation: Situation) -> bool:
        """Whether the text is an invitation much too long, and no message waits already."""
        most = limit(Channel.INVITATION, situation.sender.plan)
        if situation.channel is not Channel.INVITATION or most is None or self._waits:
            return False
        return utf16_length(for_clipboard(text)) >= most * (1 + MUCH)

    def _parts(self, text: str, situation: Situation) -> Split | None:
        """How the text would be split; None where it may not be, or has no place to part it."""
        if not self._may_part(text, situation):
            return None
        if self._found[0] != text:
            # Read when first needed, like the rules: the pane is there sooner.
            from salver.etiquette.splitting import split

            self._found = (text, split(text, situation))
        return self._found[1]

    def part(self) -> None:
        """Leave the invitation in the editor, and keep the rest as a message for later."""
        situation, whole = self._checks.situation, self._editor.text
        parts = None if situation is None else self._parts(whole, situation)
        if parts is None:
            return
        note = self._keeper.note if self._keeper.flush() else None
        if note is None:
            return
        # The rest is safe before anything goes from the editor.
        later = Note(card_id=note.card_id, meeting_id=note.meeting_id, channel=Channel.MESSAGE, text=parts.message)
        try:
            changed = self._desk.store.notes.put(later, DraftWords.SPLIT_STEP)
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self._editor.replace([(0, utf16_length(whole), parts.invitation)], utf16_length(parts.invitation))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._keeper.flush()
        self._parted = _Parted(whole, parts.invitation, changed.notes[0])
        self._desk.announce(changed)
        self.look_up(note.card_id)
        self.follow()
        self._desk.say(DraftWords.SPLIT_DONE)

    def _follow_split(self, text: str) -> None:
        """Undo in the editor takes the message back with it, and redo brings it again."""
        parted = self._parted
        if parted is None or text != (parted.whole if parted.is_kept else parted.invitation):
            return
        notes = self._desk.store.notes
        try:
            if parted.is_kept:
                changed = notes.trash([parted.later_id])
            else:
                changed = notes.restore([parted.later_id])
        except StoreError as error:
            self._desk.say(error.sentence)
            return
        self._parted = replace(parted, is_kept=not parted.is_kept)
        self._waits = not parted.is_kept
        self._desk.announce(changed)


def _drafted(situation: Situation, tone: str, engine: Engine) -> Draft:
    """On the worker; the first time the frames and what the rules know are read from their files."""
    from salver.etiquette.drafts import Tone, offers

    return offers(situation, Tone(tone), engine.check)
