"""The back of the card: seven ruled lines about one meeting, and more when they are needed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from salver.cards.meeting import Meeting, Moment, PersonRef, Promise, Tie, Told
from salver.ui.card import when
from salver.ui.card.back_fields import PrivateLine, Sources
from salver.ui.card.back_sheet import BackSheet
from salver.ui.card.fields import CardField
from salver.ui.card.promise_line import PromiseLine
from salver.ui.card.rows import Line
from salver.ui.texts import CardWords
from salver.ui.theme import Theme


class Back(BackSheet):
    """The back face. `edited` names the part that changed; `reading` says how the first line is understood."""

    edited = Signal(str)
    line_left = Signal()
    reading = Signal(str)

    def __init__(self, theme: Theme, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(theme, sources, parent)
        self._add_promise()
        self._add_private()
        self._connect()

    def _connect(self) -> None:
        for field, part in (
            (self.met, "met"),
            (self.event_field, "event"),
            (self.through, "through"),
            (self.words, "words"),
            (self.ask, "ask"),
        ):
            field.textEdited.connect(lambda _t, part=part: self._typed(part))
            field.entered.connect(lambda field=field: self.next_after(field))
            field.gone.connect(lambda part=part: self._left(part))
        self.through.picked.connect(lambda: self._typed("through"))
        self.event_field.picked.connect(lambda: self._typed("event"))
        self.event_field.textChanged.connect(lambda _t: self._fit_event())
        self.keep.clicked.connect(self.keep_guess)
        self.tie.chosen.connect(self._choose_tie)
        self.told.chosen.connect(lambda _value: self.edited.emit("told"))
        for chips, part in ((self.topics, "topics"), (self.friends, "friends")):
            chips.changed.connect(lambda part=part: self._chips_changed(part))
            chips.passed.connect(lambda chips=chips: self.next_after(chips.field))
            chips.gone.connect(self.line_left)

    # Values

    def show_meeting(self, meeting: Meeting) -> None:
        """Show a meeting; fields that hold the value already keep their cursor and history."""
        self._meeting = meeting
        if not self.met.hasFocus() or self._read().moment != self._as_read(meeting.met):
            self.met.set_value(when.line(meeting.met, meeting.place, self._now()))
        self.event_field.set_value(meeting.event)
        self.through.set_value(meeting.introduced_by.name if meeting.introduced_by else "")
        self.told.set_value(meeting.told.value)
        self.tie.set_tie(meeting.tie.value)
        self.topics.set_values([PersonRef(topic) for topic in meeting.topics])
        self.words.set_value(meeting.their_words)
        self.ask.set_value(meeting.hook)
        self.friends.set_values(meeting.friends)
        self._show_promises(meeting.promises)
        self._show_privates(meeting.private)
        self._show_guess()
        if not self.event_field.text():
            self.event_field.offer(self._sources.offered_event())
        self._fit_event()
        self.arrange()

    def apply(self, meeting: Meeting, part: str) -> Meeting:
        """The meeting with one part as it stands on the back now."""
        if part == "met":
            read = self._read()
            met = meeting.met if read.moment == self._as_read(meeting.met) else read.moment
            tie = Tie.MET if meeting.tie is Tie.UNKNOWN and met is not None and not met.guess else meeting.tie
            return replace(meeting, met=met, place=read.place, tie=tie)
        if part == "keep":
            met = replace(meeting.met, guess=False) if meeting.met else None
            return replace(meeting, met=met, tie=Tie.MET if meeting.tie is Tie.UNKNOWN else meeting.tie)
        if part == "through":
            person = self.through.person()
            if person == meeting.introduced_by or (
                person and meeting.introduced_by and person.name == meeting.introduced_by.name and not person.card_id
            ):
                return meeting
            return replace(meeting, introduced_by=person)
        simple: dict[str, Callable[[], Meeting]] = {
            "event": lambda: replace(meeting, event=self.event_field.value()),
            "told": lambda: replace(meeting, told=Told(self.told.value() or "unknown")),
            "tie": lambda: replace(meeting, tie=Tie(self.tie.tie())),
            "topics": lambda: replace(meeting, topics=self.topics.words()),
            "words": lambda: replace(meeting, their_words=self.words.value()),
            "ask": lambda: replace(meeting, hook=self.ask.value()),
            "friends": lambda: replace(meeting, friends=self.friends.values()),
            "promises": lambda: replace(
                meeting, promises=tuple(line.value() for line in self.promises if not line.is_blank)
            ),
            "private": lambda: replace(
                meeting, private=tuple(line.field.value() for line in self.privates if line.field.value())
            ),
        }
        return simple[part]()

    def take_typed(self) -> None:
        """Make chips of what is typed in the fields behind them."""
        self.topics.take_typed()
        self.friends.take_typed()

    def keep_guess(self) -> None:
        """The guessed moment is right."""
        if self.has_guess:
            self.edited.emit("keep")

    @property
    def has_guess(self) -> bool:
        """True while the moment of meeting is a guess."""
        return self._meeting.met is not None and self._meeting.met.guess

    def show_friends(self) -> None:
        """Open the line for friends in common, and go there."""
        self.friends_line.show()
        self.arrange()
        self.friends.field.setFocus(Qt.FocusReason.OtherFocusReason)

    # The time

    def _zone(self) -> str:
        return self._meeting.met.zone if self._meeting.met else self._sources.zone

    def _now(self) -> dt.datetime:
        return when.local_now(self._sources.clock(), self._zone())

    def _read(self) -> when.Read:
        return when.read(self.met.value(), self._now(), self._zone())

    def _as_read(self, moment: Moment | None) -> Moment | None:
        """The moment as its own words would be read: to the minute, and no guess."""
        if moment is None:
            return None
        return when.read(when.moment_words(moment, self._now()), self._now(), moment.zone).moment

    def _show_guess(self) -> None:
        guess = self.has_guess
        self.keep.setVisible(guess)
        palette = self.met.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("ink3" if guess else "ink"))
        self.met.setPalette(palette)

    # Promises and private lines: as many as there are, and one to type in

    def _add_promise(self) -> PromiseLine:
        line = PromiseLine(self._theme, self._sources.clock, self._sources.zone, self)
        line.changed.connect(lambda: self.edited.emit("promises"))
        line.entered.connect(lambda: self._entered_promise(line))
        line.gone.connect(lambda: QTimer.singleShot(0, self, self._tidy))
        self.promises.append(line)
        line.show()
        return line

    def _add_private(self) -> PrivateLine:
        line = PrivateLine(self._theme, self)
        line.field.textEdited.connect(lambda _t: self.edited.emit("private"))
        line.field.entered.connect(lambda: self._entered_private(line))
        line.field.gone.connect(lambda: QTimer.singleShot(0, self, self._tidy))
        self.privates.append(line)
        line.show()
        return line

    def _entered_promise(self, line: PromiseLine) -> None:
        if line is self.promises[-1] and not line.is_blank:
            self._add_promise().field.setPlaceholderText(CardWords.PROMISE_MORE)
            self.arrange()
        self.next_after(line.field)

    def _entered_private(self, line: PrivateLine) -> None:
        if line is self.privates[-1] and line.field.value():
            self._add_private().field.setPlaceholderText(CardWords.PRIVATE_MORE)
            self.arrange()
        elif line is self.privates[-1] and not self.friends_line.isVisibleTo(self):
            self.friends_line.show()
            self.arrange()
        self.next_after(line.field)

    def _show_promises(self, promises: tuple[Promise, ...]) -> None:
        shown = tuple(line.value() for line in self.promises if not line.is_blank)
        if shown == promises:
            return
        while len(self.promises) < max(1, len(promises)):
            self._add_promise()
        while len(self.promises) > max(1, len(promises)) and not self.promises[-1].is_blank:
            self._drop(self.promises.pop())
        for i, line in enumerate(self.promises):
            line.set_value(promises[i] if i < len(promises) else Promise(""))

    def _show_privates(self, private: tuple[str, ...]) -> None:
        if tuple(line.field.value() for line in self.privates if line.field.value()) == private:
            return
        while len(self.privates) < max(1, len(private)):
            self._add_private()
        while len(self.privates) > max(1, len(private)):
            self._drop(self.privates.pop())
        for i, line in enumerate(self.privates):
            line.field.set_value(private[i] if i < len(private) else "")

    def _tidy(self) -> None:
        """Blank extra lines go when the focus has left them."""
        focus = QApplication.focusWidget()
        for line in [p for p in self.promises if p.is_blank and not p.isAncestorOf(focus or self)]:
            if len(self.promises) > 1:
                self.promises.remove(line)
                self._drop(line)
        for private in [p for p in self.privates if not p.field.value() and p.field is not focus]:
            if len(self.privates) > 1:
                self.privates.remove(private)
                self._drop(private)
        if (
            not self.friends.values()
            and self.friends_line.isVisibleTo(self)
            and not self.friends.isAncestorOf(focus or self)
        ):
            self.friends_line.hide()
        self.arrange()
        self.line_left.emit()

    def _drop(self, line: Line) -> None:
        line.hide()
        line.deleteLater()

    # What happens while typing

    def _typed(self, part: str) -> None:
        self.edited.emit(part)
        if part == "met":
            read = self._read()
            words = when.line(read.moment, read.place, self._now())
            self.reading.emit(CardWords.read_as(words) if read.moment else "")
            self._show_guess()

    def _left(self, part: str) -> None:
        if part == "met":
            self.met.set_value(when.line(self._meeting.met, self._meeting.place, self._now()))
            self.reading.emit("")
        self.line_left.emit()

    def accept(self, meeting: Meeting) -> None:
        """The meeting as the draft took it: what the fields say is measured against it from now on."""
        self._meeting = meeting
        self._show_guess()
        self.tie.set_tie(meeting.tie.value)

    def _choose_tie(self, tie: str) -> None:
        self.tie.set_tie(tie)
        self.edited.emit("tie")

    def _chips_changed(self, part: str) -> None:
        self.edited.emit(part)
        self.arrange()

    def next_after(self, field: CardField) -> None:
        """Enter: keep a guess if this is it, and go to the next line; the last one stays."""
        if field is self.met:
            self.keep_guess()
        lines = self.lines
        at = lines.index(self.met if field is self.event_field else field) + 1
        if at < len(lines):
            lines[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.line_left.emit()
