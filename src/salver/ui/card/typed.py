"""What is typed on the card goes into its draft, and what leaving a line means."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from salver.cards.meeting import Tie
from salver.ui.card.back import Back
from salver.ui.card.below import Below
from salver.ui.card.draft import Draft
from salver.ui.card.front import Front
from salver.ui.card.more import More
from salver.ui.card.parts import BACK_PARTS, FRONT_PARTS
from salver.ui.texts import CardWords


class Typed(QObject):
    """Joins both faces and the part with all the rest to the draft.

    `settled` tells that the sentence below the card may be another one now.
    """

    settled = Signal()

    def __init__(self, draft: Draft, front: Front, back: Back, more: More, below: Below, parent: QObject) -> None:
        super().__init__(parent)
        self._draft = draft
        self._front = front
        self._back = back
        self._more = more
        self._below = below
        front.edited.connect(self._front_edited)
        back.edited.connect(self._back_edited)
        more.edited.connect(self._more_edited)
        for place in (front, back, more):
            place.line_left.connect(self._left)

    def _front_edited(self, part: str) -> None:
        self._draft.edit_card(self._front.apply(self._draft.card, part), FRONT_PARTS[part])
        if part in ("profile", "web", "email"):
            self._below.usual("")

    def _back_edited(self, part: str) -> None:
        before = self._draft.meeting.tie
        self._draft.edit_meeting(self._back.apply(self._draft.meeting, part), BACK_PARTS[part])
        after = self._draft.meeting.tie
        if part == "event":
            self._back.show_meeting(self._draft.meeting)
        self._back.accept(self._draft.meeting)
        if part in ("tie", "told", "keep"):
            self._draft.flush()
            self.settled.emit()
        if part == "tie" and after is not before:
            asks = after in (Tie.HEARD, Tie.STRANGER)
            self._below.ask(CardWords.ASK_INTRODUCTION if asks else "", CardWords.GOT_IT if asks else "", "")

    def _more_edited(self, part: str) -> None:
        words = CardWords.MORE_FIELDS[part][0]
        self._draft.edit_card(self._more.apply(self._draft.card, part), words)

    def _left(self) -> None:
        draft = self._draft
        draft.flush()
        if draft.meeting.event and draft.meeting.event_id is None and not self._back.event_field.hasFocus():
            draft.settle_event()
        self.settled.emit()
