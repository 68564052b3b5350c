"""Topics, tags and friends: chips, and the place where another one is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QStyledItemDelegate, QWidget

from salver.cards.meeting import PersonRef
from salver.ui.card.fields import CardField
from salver.ui.controls.chip import Chip
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.paint import rounded
from salver.ui.texts import CardWords
from salver.ui.theme import Theme

Suggest = Callable[[str], Sequence[tuple[str, int]]]
"""Names, each with the id of its card (or 0), that begin like or sound like a text."""


_LONGEST_NAME = 60
"""Nothing is offered for more than this: it is no name that is being typed."""


class PersonField(CardField):
    """A field that offers the people on other cards while a name is typed."""

    picked = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str,
        role: str,
        *,
        name: str,
        suggest: Suggest | None,
        token: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, placeholder, role, name=name, token=token, parent=parent)
        self._suggest = suggest
        self._ids: dict[str, int] = {}
        self._model = QStringListModel(self)
        self._list = QCompleter(self._model, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setMaxVisibleItems(6)
        if suggest is not None:
            self.setCompleter(self._list)
            self._list.activated.connect(lambda _text: self.picked.emit())
            self.textEdited.connect(self._offer)
            theme.changed.connect(self._dress_list)
            self._dress_list()

    def person(self, text: str | None = None) -> PersonRef | None:
        """Who is named here, with their card when one of the offered names was taken."""
        name = self.value() if text is None else text
        return PersonRef(name, self._ids.get(name) or None) if name else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Tab close the offer first: while it is open, Qt hides from the field that the focus has left."""
        popup = self._list.popup()
        leaving = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if leaving and popup is not None and popup.isVisible():
            popup.hide()
        super().keyPressEvent(event)

    def _dress_list(self) -> None:
        color = self._theme.color
        card, edge, tint, ink = (color(token).name() for token in ("card", "edge", "tint", "ink"))
        popup = self._list.popup()
        if popup is None:
            return
        popup.setAccessibleName(self.accessibleName())
        # As many names as it holds are offered; the room that Qt reckons forgets border and padding.
        popup.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The completer's own delegate ignores the style of items.
        popup.setItemDelegate(QStyledItemDelegate(popup))
        popup.setFont(self._theme.font("body"))
        popup.setStyleSheet(
            f"QListView {{ background: {card}; color: {ink}; border: 1px solid {edge}; padding: 2px 4px; outline: 0; }}"
            f"QListView::item {{ padding: 4px 8px; border: none; border-radius: 6px; }}"
            f"QListView::item:selected {{ background: {tint}; color: {ink}; }}"
        )

    def _offer(self, text: str) -> None:
        typed = text.rsplit(",", 1)[-1].strip()
        found = self._suggest(typed) if self._suggest and 0 < len(typed) <= _LONGEST_NAME else ()
        for name, card_id in found:
            self._ids[name] = card_id
        self._model.setStringList([name for name, _ in found])


class AddField(PersonField):
    """The dashed place behind the chips where another one is typed; as wide as what stands in it."""

    comma = Signal()
    back_at_start = Signal()

    def __init__(self, theme: Theme, add: str, name: str, parent: QWidget, suggest: Suggest | None) -> None:
        super().__init__(theme, add, "second", name=f"{name}: {add}", suggest=suggest, token="ink", parent=parent)
        self.setAccessibleDescription(CardWords.TOPIC_HELP)
        self.setToolTip(CardWords.TOPIC_HELP)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda _text: self.updateGeometry())
        theme.changed.connect(self._set_height)
        self._set_height()

    def sizeHint(self) -> QSize:
        """Room for the words, and a little to go on."""
        width = max(self.text_width(), self._theme.px(60)) + 2 * self._theme.px(10)
        return QSize(min(width, self._theme.px(260)), self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """The same: the flow moves it to the next row."""
        return QSize(self._theme.px(80), self._theme.px(26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A comma ends a chip, Backspace at the start takes the last one away."""
        if event.text() in (",", "，"):
            self.comma.emit()
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self.back_at_start.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed pill, the accent's while it is typed in."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        token = "accent" if self.hasFocus() else "edge"
        fill = theme.color("hover") if self.underMouse() and not self.hasFocus() else None
        rounded(painter, rect, rect.height() / 2, fill, theme.color(token), dashed=not self.hasFocus())
        painter.end()
        # Past FaceField's own painting: there is no underline below a pill.
        QLineEdit.paintEvent(self, event)

    def _set_height(self) -> None:
        pad = self._theme.px(10)
        self.setTextMargins(pad - 2, 0, pad - 2, 0)
        self.setFixedHeight(self._theme.px(26))


class ChipLine(QWidget):
    """Chips, and a field that adds another: by Enter or a comma. Backspace in the empty field takes the last away.

    `changed` tells that the chips are others; `passed` is Enter in the empty field.
    """

    changed = Signal()
    passed = Signal()
    gone = Signal()

    def __init__(self, theme: Theme, add: str, name: str, parent: QWidget, suggest: Suggest | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: list[PersonRef] = []
        self.setAccessibleName(name)
        self.field = AddField(theme, add, name, self, suggest)
        self.flow = FlowLayout(6, self)
        self.flow.addWidget(self.field)
        self.field.entered.connect(self._entered)
        self.field.comma.connect(self._take)
        self.field.back_at_start.connect(self._drop_last)
        self.field.gone.connect(self._left)
        self.field.picked.connect(self._take)
        theme.changed.connect(self._renew)
        self._renew()

    def values(self) -> tuple[PersonRef, ...]:
        """What the chips say."""
        return tuple(self._values)

    def words(self) -> tuple[str, ...]:
        """The chips' words."""
        return tuple(value.name for value in self._values)

    def set_values(self, values: Sequence[PersonRef]) -> None:
        """Show these chips."""
        if tuple(values) == self.values():
            return
        self._values = list(values)
        self._rebuild()

    def chips(self) -> list[Chip]:
        """The chips, from left to right."""
        found = [self.flow.itemAt(i) for i in range(self.flow.count())]
        return [w for item in found if item and isinstance(w := item.widget(), Chip)]

    def set_line_height(self, height: int) -> None:
        """Set the first row of chips into the middle of a ruled line of that height."""
        above = max(0, (height - self._theme.px(26)) // 2)
        if self.flow.contentsMargins().top() != above:
            self.flow.setContentsMargins(0, above, 0, above)

    def take_typed(self) -> None:
        """Make a chip of what is typed, as when the card is left."""
        self._take()

    def height_for(self, width: int) -> int:
        """The height that the chips need at a width."""
        return self.flow.heightForWidth(width)

    def _rebuild(self) -> None:
        for chip in self.chips():
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for i, value in enumerate(self._values):
            chip = Chip(self._theme, value.name, "topic", parent=self)
            chip.setAccessibleDescription(CardWords.TOPIC_HELP)
            chip.removed.connect(lambda value=value: self._remove(value))
            chip.clicked.connect(lambda _=False, value=value: self._edit(value))
            self.flow.insert_widget(i, chip)
            chip.show()
        before = self.previousInFocusChain()
        order = [*self.chips(), self.field]
        for widget in order:
            QWidget.setTabOrder(before, widget) if before else None
            before = widget
        self.flow.invalidate()
        self.updateGeometry()

    def _take(self) -> None:
        typed = [part.strip() for part in self.field.value().replace("，", ",").split(",")]
        named = [self.field.person(part) for part in typed if part]
        self.field.clear()
        known = {value.name.casefold() for value in self._values}
        new = [value for value in named if value is not None and value.name.casefold() not in known]
        if new:
            self._values += new
            self._rebuild()
            self.changed.emit()

    def _entered(self) -> None:
        if self.field.value():
            self._take()
        else:
            self.passed.emit()

    def _left(self) -> None:
        if self.field.value():
            self._take()
        self.gone.emit()

    def _remove(self, value: PersonRef) -> None:
        if value in self._values:
            self._values.remove(value)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._rebuild()
            self.changed.emit()

    def _edit(self, value: PersonRef) -> None:
        """A chip that is pressed goes back into the field, to be changed."""
        self._take()
        self._remove(value)
        self.field.setText(value.name)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_last(self) -> None:
        if self._values:
            self._remove(self._values[-1])

    def _renew(self) -> None:
        self.updateGeometry()
