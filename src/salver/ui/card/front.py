"""The front of the card: name, title, company, and two columns of ways to reach them."""

from __future__ import annotations

import itertools
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from salver.cards.card import Card, Labelled
from salver.ui.card import geometry, links
from salver.ui.card.contacts import ContactLine
from salver.ui.card.fields import CardField
from salver.ui.card.name_field import NameField
from salver.ui.card.picture import Thumbnail
from salver.ui.texts import CardWords
from salver.ui.theme import Theme

KINDS = ("email", "phone", "profile", "web")
LEFT = ("email", "phone")


def face_name(card: Card) -> str:
    """The name as the face shows it: as it stands on the card, else its parts."""
    parts = " ".join(p for p in (card.first_name, card.middle_name, card.last_name) if p)
    return card.display_name or parts


class Front(QWidget):
    """The front face. `edited` names the part that was typed in; `line_left` asks for saving.

    `copy_wanted` and `open_wanted` carry what to copy or the kind and text of a link; `lines` are the fields in
    the order of Enter.
    """

    edited = Signal(str)
    line_left = Signal()
    copy_wanted = Signal(str)
    open_wanted = Signal(str, str)
    picture_wanted = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._box = geometry.card_size(496)
        self._inset = 0
        self.natural_height = 0
        self._accent = QRectF()
        self.setAccessibleName(CardWords.FRONT)
        self.name = NameField(theme, CardWords.NAME, self)
        self.title = CardField(theme, CardWords.ADD_TITLE, "title", name=CardWords.TITLE, parent=self)
        self.company = CardField(
            theme, CardWords.ADD_COMPANY, "title", name=CardWords.COMPANY, token="ink2", weight=600, parent=self
        )
        self.thumbnail = Thumbnail(theme, self)
        self.thumbnail.hide()
        self.contacts: dict[str, list[ContactLine]] = {kind: [] for kind in KINDS}
        self.name.edited.connect(lambda: self.edited.emit("name"))
        self.name.grown.connect(self.arrange)
        self.title.textEdited.connect(lambda _t: self.edited.emit("title"))
        self.company.textEdited.connect(lambda _t: self.edited.emit("company"))
        self.thumbnail.clicked.connect(self.picture_wanted)
        for field in (self.name, self.title, self.company):
            field.entered.connect(lambda field=field: self._next_after(field))
            field.gone.connect(self.line_left)
        for kind in KINDS:
            self._add_line(kind)
        theme.changed.connect(self.arrange)

    # Values

    def show_card(self, card: Card) -> None:
        """Show a card; fields that hold the value already keep their cursor and history."""
        self.name.set_value(face_name(card))
        self.title.set_value(card.title)
        self.company.set_value(card.company)
        linked, webs = links.split(card.links)
        self._fill("email", card.emails)
        self._fill("phone", card.phones)
        self._fill("profile", (linked,) if linked else ())
        self._fill("web", webs)
        self.arrange()

    def set_picture(self, image: QImage | None) -> None:
        """Show or hide the picture of the paper card."""
        self.thumbnail.image = image
        self.thumbnail.setVisible(image is not None)
        self.thumbnail.update()
        self.arrange()

    def apply(self, card: Card, part: str) -> Card:
        """The card with one part as it stands on the face now."""
        if part == "name":
            typed = self.name.value()
            return card.named(typed) if typed != face_name(card) else card
        if part == "title":
            return replace(card, title=self.title.value())
        if part == "company":
            return replace(card, company=self.company.value())
        if part == "email":
            return replace(card, emails=self._values("email"))
        if part == "phone":
            return replace(card, phones=self._values("phone"))
        linked = tuple(Labelled(link.value, link.label or links.PROFILE_LABEL) for link in self._values("profile"))
        return replace(card, links=linked + self._values("web"))

    def add_line(self, kind: str) -> None:
        """Another empty line of a kind, focused; an empty one that is there already serves."""
        if kind != "profile" and all(line.field.value() for line in self.contacts[kind]):
            line = self._add_line(kind)
            line.show()
            self._order_tabs()
            self.arrange()
        empty = next((line for line in self.contacts[kind] if not line.field.value()), self.contacts[kind][-1])
        empty.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def lines(self) -> list[NameField | CardField]:
        """The fields from top to bottom, the left column before the right one."""
        contact = [line.field for kind in KINDS for line in self.contacts[kind]]
        return [self.name, self.title, self.company, *contact]

    # Layout

    def set_box(self, width: int, height: int, inset: int) -> None:
        """The size of the card, and how far inside of it this widget begins."""
        self._box = (width, height)
        self._inset = inset
        self.arrange()

    def arrange(self) -> None:
        """Lay everything out; the widget takes the height it needs."""
        width, height = self._box
        scale, px = self._theme.scale, self._theme.px
        has_picture = self.thumbnail.image is not None
        padding = geometry.front_padding(width, scale)
        name_width = width - 2 * padding - (px(56) + px(16) if has_picture else 0)
        left = sum(len(self.contacts[kind]) for kind in LEFT)
        right = sum(len(self.contacts[kind]) for kind in KINDS) - left
        plan = geometry.front(
            width, height, scale, self.name.height_for(name_width), (left, right), has_picture=has_picture
        )
        inset = self._inset
        for widget, box in (
            (self.name, plan.name),
            (self.title, plan.title),
            (self.company, plan.company),
            (self.thumbnail, plan.thumbnail),
        ):
            widget.setGeometry(box.x - inset, box.y - inset, box.width, box.height)
        self._accent = QRectF(plan.accent.x - inset, plan.accent.y - inset, plan.accent.width, plan.accent.height)
        self._place_contacts(plan)
        self.natural_height = plan.needed_height
        wanted = QSize(width - 2 * inset, max(height, plan.needed_height) - 2 * inset)
        if wanted != self.size():
            self.setFixedSize(wanted)
            self.resized.emit()
        self.update()

    def _place_contacts(self, plan: geometry.FrontLayout) -> None:
        row = self._theme.px(geometry.FIELD_ROW)
        box, inset = plan.contacts, self._inset
        gap = self._theme.px(12)
        second = round(box.width * 0.474)
        heights = [0, 0]
        for kind in KINDS:
            column = 0 if plan.columns == 1 or kind in LEFT else 1
            x = box.x + (second if column else 0)
            width = box.width if plan.columns == 1 else (second - gap if column == 0 else box.width - second)
            for line in self.contacts[kind]:
                line.setGeometry(x - inset, box.y - inset + heights[column], width, row)
                heights[column] += row

    def paintEvent(self, event: QPaintEvent) -> None:
        """The accent line."""
        painter = QPainter(self)
        painter.fillRect(self._accent, self._theme.color("accent"))
        painter.end()

    # Inside

    def _values(self, kind: str) -> tuple[Labelled, ...]:
        return tuple(value for line in self.contacts[kind] if (value := line.value()))

    def _fill(self, kind: str, values: tuple[Labelled, ...]) -> None:
        if self._values(kind) == values and len(self.contacts[kind]) >= max(1, len(values)):
            return
        lines = self.contacts[kind]
        while len(lines) < max(1, len(values)):
            self._add_line(kind).show()
        while len(lines) > max(1, len(values)):
            line = lines.pop()
            line.hide()
            line.deleteLater()
        for i, line in enumerate(lines):
            line.set_value(values[i] if i < len(values) else None)
        self._order_tabs()

    def _add_line(self, kind: str) -> ContactLine:
        line = ContactLine(self._theme, kind, self)
        if self.contacts[kind]:
            line.field.setPlaceholderText(CardWords.CONTACT[kind][2] or CardWords.CONTACT[kind][1])
        self.contacts[kind].append(line)
        line.edited.connect(self.edited)
        line.copy_wanted.connect(self.copy_wanted)
        line.open_wanted.connect(self.open_wanted)
        line.more_wanted.connect(self.add_line)
        line.field.entered.connect(lambda: self._next_after(line.field))
        line.field.gone.connect(lambda: self._left(line))
        return line

    def _left(self, line: ContactLine) -> None:
        lines = self.contacts[line.kind]
        if len(lines) > 1 and line in lines and not line.field.value():
            lines.remove(line)
            line.hide()
            line.deleteLater()
            lines[0].field.setPlaceholderText(CardWords.CONTACT[line.kind][1])
            self.arrange()
        self.line_left.emit()

    def _next_after(self, field: NameField | CardField) -> None:
        lines = self.lines
        at = lines.index(field) + 1 if field in lines else 0
        if at < len(lines):
            lines[at].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            field.clearFocus()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        lines = self.lines
        for before, after in itertools.pairwise(lines):
            QWidget.setTabOrder(before, after)
