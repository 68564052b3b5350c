"""What the back of the card is made of, and where its lines lie."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from salver.cards.meeting import Meeting
from salver.ui.card import geometry
from salver.ui.card.back_fields import EventField, PrivateLine, QuoteField, Sources
from salver.ui.card.chip_line import ChipLine, PersonField
from salver.ui.card.fields import CardField
from salver.ui.card.promise_line import PromiseLine
from salver.ui.card.rows import Line
from salver.ui.card.tie import TieButton
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.segments import Segments
from salver.ui.texts import CardWords
from salver.ui.theme import Theme


class BackSheet(QWidget):
    """The lines of the back, laid out. `resized` tells that it needs another height."""

    resized = Signal()

    def __init__(self, theme: Theme, sources: Sources, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sources = sources
        self._box = geometry.card_size(608)
        self._inset = 0
        self.natural_height = 0
        self._meeting = Meeting()
        self.promises: list[PromiseLine] = []
        self.privates: list[PrivateLine] = []
        self.setAccessibleName(CardWords.BACK)
        self._build_met()
        self._build_through()
        self._build_words()
        self.friends = ChipLine(theme, CardWords.FRIEND_ADD, CardWords.FRIENDS, self, sources.people)
        self.friends_line = Line(theme, CardWords.FRIENDS, self, ruled=False)
        self.friends_line.add(self.friends, 1)
        self.friends.field.installEventFilter(self.friends_line)
        self.friends_line.hide()
        theme.changed.connect(self.arrange)

    def _build_met(self) -> None:
        theme = self._theme
        self.met_line = Line(theme, "", self)
        self.tie = TieButton(theme, self.met_line)
        self.met = CardField(theme, CardWords.MET_HINT, "body", name=CardWords.MET, parent=self.met_line)
        self.keep = Button(theme, CardWords.KEEP_GUESS, "tint", key="Return", small=True, parent=self.met_line)
        self.keep.set_tip(CardWords.KEEP_GUESS_TIP)
        self.event_field = EventField(
            theme,
            CardWords.EVENT_HINT,
            "caption",
            name=CardWords.EVENT,
            suggest=self._sources.events,
            token="ink2",
            parent=self.met_line,
        )
        self.event_field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.event_field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.met_line.add(self.met, 1)
        self.met_line.add(self.keep)
        self.met_line.add(self.event_field)

    def _build_through(self) -> None:
        theme = self._theme
        self.through_line = Line(theme, CardWords.THROUGH, self)
        self.through = PersonField(
            theme,
            CardWords.THROUGH_HINT,
            "body",
            name=CardWords.THROUGH,
            suggest=self._sources.people,
            parent=self.through_line,
        )
        self.told_label = PlainLabel(theme, CardWords.TOLD, "caption", "ink2", parent=self.through_line)
        self.told = Segments(theme, CardWords.TOLD_CHOICES, height=24, strong=True, name=CardWords.TOLD)
        self.told.setToolTip(CardWords.TOLD_TIP)
        self.told_line = Line(theme, CardWords.TOLD, self)
        self.told_line.row.addStretch(1)
        self.told_line.hide()
        self.through_line.add(self.through, 1)
        self.through_line.add(self.told_label)
        self.through_line.add(self.told)

    def _build_words(self) -> None:
        theme = self._theme
        self.topics_line = Line(theme, CardWords.TOPICS, self)
        self.topics = ChipLine(theme, CardWords.TOPIC_ADD, CardWords.TOPICS, self.topics_line)
        self.topics_line.add(self.topics, 1)
        self.topics.field.installEventFilter(self.topics_line)
        self.words_line = Line(theme, CardWords.WORDS, self)
        self.words = QuoteField(theme, CardWords.WORDS_HINT, "words", name=CardWords.WORDS, parent=self.words_line)
        self.words_line.add(self.words, 1)
        self.ask_line = Line(theme, CardWords.ASK, self)
        self.ask = CardField(theme, CardWords.ASK_HINT, "body", name=CardWords.ASK, parent=self.ask_line)
        self.ask_line.add(self.ask, 1)

    @property
    def lines(self) -> list[CardField]:
        """The first field of each line, from top to bottom."""
        promises = [line.field for line in self.promises]
        privates = [line.field for line in self.privates]
        friends = [self.friends.field] if self.friends_line.isVisibleTo(self) else []
        return [self.met, self.through, self.topics.field, self.words, self.ask, *promises, *privates, *friends]

    # Layout

    def set_box(self, width: int, height: int, inset: int) -> None:
        """The size of the card, and how far inside of it this widget begins."""
        self._box = (width, height)
        self._inset = inset
        self.arrange()

    def _told_apart(self, inner: int) -> bool:
        return (inner - self._theme.px(geometry.LABEL_COLUMN)) / self._theme.scale < 260

    def _place_told(self, inner: int) -> None:
        """Where lines are short, "Told them?" is a line of its own; where they are shortish, its words are."""
        apart = self._told_apart(inner)
        if apart != self.told_line.isVisibleTo(self):
            target = self.told_line if apart else self.through_line
            self.told.setParent(target)
            if apart:
                self.told_line.row.insertWidget(0, self.told)
            else:
                self.through_line.add(self.told)
            self.told.show()
            self.told_line.setVisible(apart)
        self.told_label.setVisible(not apart)
        roomy = self._is_roomy(inner)
        self.told_label.setText(CardWords.TOLD if roomy else CardWords.TOLD_SHORT)
        self.through.setPlaceholderText(CardWords.THROUGH_HINT if roomy or apart else CardWords.THROUGH_SHORT)

    def _is_roomy(self, inner: int) -> bool:
        """True where a line has room for words beside what is typed."""
        return (inner - self._theme.px(geometry.LABEL_COLUMN)) / self._theme.scale >= 340

    def _rows(self) -> list[Line]:
        told = [self.told_line] if self.told_line.isVisibleTo(self) else []
        if self.friends.values():
            self.friends_line.show()
        friends = [self.friends_line] if self.friends_line.isVisibleTo(self) else []
        return [
            self.met_line,
            self.through_line,
            *told,
            self.topics_line,
            self.words_line,
            self.ask_line,
            *self.promises,
            *self.privates,
            *friends,
        ]

    def arrange(self) -> None:
        """Lay the lines out; the widget takes the height they need."""
        width, height = self._box
        inset = self._inset
        inner = width - 2 * geometry.BACK_MARGIN
        self._place_told(inner)
        each = max(geometry.back_row_height(round(width / geometry.RATIO)), float(self._theme.px(26)))
        rows = self._rows()
        y = float(geometry.BACK_MARGIN - inset)
        spare = self._spare()
        low = float(self._theme.px(geometry.BACK_MARGIN))
        for i, line in enumerate(rows):
            start = round(y)
            usual = low if line is spare else each
            line.set_least(round(y + usual) - start)
            line.ruled = i < len(rows) - 1
            needed = line.natural_height(inner)
            y += needed if needed > usual + 2 else usual
            line.setGeometry(geometry.BACK_MARGIN - inset, start, inner, round(y) - start)
        for i, promise in enumerate(self.promises):
            promise.set_label(CardWords.PROMISED if i == 0 else "")
        for i, private in enumerate(self.privates):
            private.label = CardWords.PRIVATE if i == 0 else ""
            private.never.setVisible(i == 0 and self._is_roomy(inner))
        self.keep.setFixedHeight(min(self._theme.px(26), round(each) - 2))
        side = self.tie.sizeHint()
        self.tie.setGeometry(0, (self.met_line.height() - side.height()) // 2, side.width(), side.height())
        self._fit_event()
        self.natural_height = round(y) + (0 if spare else geometry.BACK_MARGIN)
        wanted = QSize(width - 2 * inset, max(height, self.natural_height) - 2 * inset)
        if wanted != self.size():
            self.setFixedSize(wanted)
            self.resized.emit()
        self._order_tabs()
        self.update()

    def _spare(self) -> Line | None:
        """The empty line offered after the last promise or private line, when it is the eighth.

        It lies in the margin below the seven: nothing moves, and no scroll bar comes for a line that may stay empty.
        """
        blank = [line for line in self.promises[1:] if line.is_blank]
        blanks: list[Line] = [*blank, *(line for line in self.privates[1:] if not line.field.value())]
        return blanks[0] if len(blanks) == 1 and len(self._rows()) == geometry.BACK_LINES + 1 else None

    def _fit_event(self) -> None:
        widest = (self._box[0] - 2 * geometry.BACK_MARGIN) * 3 // 10
        self.event_field.setFixedWidth(min(max(self.event_field.text_width(), self._theme.px(48)), widest))

    def _order_tabs(self) -> None:
        order: list[QWidget] = [self.tie, self.met, self.keep, self.event_field, self.through]
        order += [self.told.button(value) for value, _ in CardWords.TOLD_CHOICES]
        order += [*self.topics.chips(), self.topics.field, self.words, self.ask]
        for promise in self.promises:
            order += [promise.tick, promise.field, promise.by, promise.due]
        order += [line.field for line in self.privates]
        order += [*self.friends.chips(), self.friends.field]
        for before, after in itertools.pairwise(order):
            QWidget.setTabOrder(before, after)
