"""Everything about a person that has no place on the face: tags, keeping in touch, how to say their name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from salver.cards.card import Card, Labelled
from salver.cards.meeting import PersonRef
from salver.ui.card import dates
from salver.ui.card.chip_line import ChipLine, Suggest
from salver.ui.card.fields import CardField, wants_undo
from salver.ui.card.rows import Line
from salver.ui.controls.button import Button
from salver.ui.controls.pick import Pick
from salver.ui.texts import CardWords
from salver.ui.theme import Theme

_ROW = 38
LINES = ("nickname", "pronunciation", "pronouns", "birthday", "address")


def birthday_words(value: str) -> str:
    """A stored birthday in words: "3 May 1984", or "3 May"; anything else as it stands."""
    match = re.fullmatch(r"(?:(\d{4})|-)-?(\d\d)-(\d\d)", value)
    if not match or not 1 <= int(match[2]) <= 12:
        return value
    words = f"{int(match[3])} {dates.MONTHS[int(match[2]) - 1]}"
    return f"{words} {match[1]}" if match[1] else words


def read_birthday(text: str) -> str:
    """A typed birthday as it is stored; what cannot be read is kept as it was typed."""
    months = "|".join(month[:3] for month in dates.MONTHS)
    match = re.fullmatch(rf"(\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?({months})[a-z]*\.?(?:,? (\d{{4}}))?", text, re.I)
    if match:
        day, word, year = match.groups()
    else:
        match = re.fullmatch(rf"({months})[a-z]*\.? (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?", text, re.I)
        if not match:
            return text
        word, day, year = match.groups()
    month = next(i for i, name in enumerate(dates.MONTHS, 1) if name[:3].casefold() == word.casefold())
    if not 1 <= int(day) <= 31:
        return text
    return f"{year or '-'}-{month:02}-{int(day):02}"


class AboutField(QPlainTextEdit):
    """Several lines of free text. Tab leaves it."""

    gone = Signal()

    def __init__(self, theme: Theme, placeholder: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(8)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)
        self._renew()

    def value(self) -> str:
        """The text as it is kept."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show a text, unless it stands here already."""
        if self.value() != text:
            self.setPlainText(text)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when there is nothing to undo here."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        pages = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if asked and (pages or (wants_undo(event) and not self.document().isUndoAvailable())):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the owner, so that it saves."""
        super().focusOutEvent(event)
        self.gone.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field with round corners."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("accent" if self.hasFocus() else "edge"))
        painter.setBrush(self._theme.color("card"))
        painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()
        super().paintEvent(event)

    def _renew(self) -> None:
        palette = self._theme.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.setFont(self._theme.font("body"))
        self.setFixedHeight(self._theme.px(112))


class More(QWidget):
    """A part that opens below the timeline. `edited` names what was typed in."""

    edited = Signal(str)
    line_left = Signal()

    def __init__(self, theme: Theme, suggest_tags: Suggest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.heading = Button(theme, CardWords.MORE, "quiet", small=True, caret=True, parent=self)
        self.heading.clicked.connect(lambda: self.open(not self.is_open))
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(12, 4, 0, 0)
        column.setSpacing(0)
        self.fields: dict[str, CardField] = {}
        words = CardWords.MORE_FIELDS
        self.tags = ChipLine(theme, words["tags"][1], words["tags"][0], self._body, suggest_tags)
        self._lines: list[Line] = []
        tags_line = self._line(words["tags"][0])
        tags_line.add(self.tags, 1)
        self._tags_line = tags_line
        self.cadence = Pick(theme, [], name=words["cadence"][0])
        cadence_line = self._line(words["cadence"][0])
        cadence_line.add(self.cadence)
        cadence_line.row.addStretch(1)
        for key in LINES:
            label, hint = words[key]
            line = self._line(label)
            field = CardField(theme, hint, "body", name=label, parent=line)
            line.add(field, 1)
            self.fields[key] = field
            field.textEdited.connect(lambda _t, key=key: self.edited.emit(key))
            field.gone.connect(self.line_left)
            field.entered.connect(lambda field=field: field.focusNextChild())
        label, hint = words["about"]
        self.about = AboutField(theme, hint, label, self._body)
        for line in self._lines:
            column.addWidget(line)
        column.addSpacing(12)
        column.addWidget(self.about)
        self._body.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 12, 0)
        page.setSpacing(0)
        page.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self._body)
        self._silent = False
        self.about.textChanged.connect(self._about_typed)
        self.about.gone.connect(self.line_left)
        self.tags.changed.connect(lambda: self.edited.emit("tags"))
        self.tags.changed.connect(self._renew)
        self.tags.gone.connect(self.line_left)
        self.tags.passed.connect(lambda: self.cadence.setFocus(Qt.FocusReason.TabFocusReason))
        self.cadence.chosen.connect(lambda _v: self.edited.emit("cadence"))
        theme.changed.connect(self._renew)
        self._renew()

    @property
    def is_open(self) -> bool:
        """True while the part can be seen."""
        return not self._body.isHidden()

    def open(self, wanted: bool = True) -> None:
        """Open or close the part."""
        self._body.setVisible(wanted)
        self.heading.set_caret("ph.caret-up" if wanted else "ph.caret-down")
        self.updateGeometry()

    def show_card(self, card: Card) -> None:
        """Show the rest of a card."""
        self._silent = True
        self.name(card)
        self.tags.set_values([PersonRef(tag) for tag in card.tags])
        self._show_cadence(card.cadence_days)
        for key in ("nickname", "pronunciation", "pronouns"):
            self.fields[key].set_value(getattr(card, key))
        if not self.fields["birthday"].hasFocus():
            self.fields["birthday"].set_value(birthday_words(card.birthday))
        self.fields["address"].set_value(card.addresses[0].value if card.addresses else "")
        self.about.set_value(card.about)
        self._silent = False

    def name(self, card: Card) -> None:
        """Whose part this is."""
        self.heading.set_text(CardWords.about_person(card.greeting_name))

    def apply(self, card: Card, part: str) -> Card:
        """The card with one part as it stands here now."""
        if part == "tags":
            return replace(card, tags=self.tags.words())
        if part == "cadence":
            value = self.cadence.value()
            return replace(card, cadence_days=int(value) if value else None)
        if part == "about":
            return replace(card, about=self.about.value())
        typed = self.fields[part].value()
        parts: dict[str, Callable[[], Card]] = {
            "nickname": lambda: replace(card, nickname=typed),
            "pronunciation": lambda: replace(card, pronunciation=typed),
            "pronouns": lambda: replace(card, pronouns=typed),
            "birthday": lambda: replace(card, birthday=read_birthday(typed)),
            "address": lambda: replace(card, addresses=_with_first(card.addresses, typed)),
        }
        return parts[part]()

    def resizeEvent(self, event: object) -> None:
        """Rows of chips may need another height."""
        self._renew()

    def sizeHint(self) -> QSize:
        """What the heading and the open part need."""
        return super().sizeHint()

    def _line(self, label: str) -> Line:
        line = Line(self._theme, label, self._body)
        self._lines.append(line)
        return line

    def _show_cadence(self, days: int | None) -> None:
        choices = [("" if value is None else str(value), words) for value, words in CardWords.CADENCES]
        if days is not None and str(days) not in dict(choices):
            choices.append((str(days), CardWords.every_days(days)))
        self.cadence.set_choices(choices)
        self.cadence.set_value("" if days is None else str(days))

    def _about_typed(self) -> None:
        if not self._silent:
            self.edited.emit("about")

    def _renew(self) -> None:
        for line in self._lines:
            line.set_least(self._theme.px(_ROW))
        width = max(self.width(), self._theme.px(240))
        for line in self._lines:
            line.setFixedHeight(max(self._theme.px(_ROW), line.natural_height(width) + self._theme.px(8)))


def _with_first(addresses: tuple[Labelled, ...], typed: str) -> tuple[Labelled, ...]:
    rest = addresses[1:]
    label = addresses[0].label if addresses else ""
    return (Labelled(typed, label), *rest) if typed else rest
