"""The line above the card: which side is up, where the card stands in the list, and what else can be done."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.keycap import KeyCap
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.segments import Segments
from salver.ui.texts import CardWords, Common
from salver.ui.theme import Theme


class CardHeader(QWidget):
    """Emits `face_wanted` with `front` or `back`, `step_wanted` with -1 or 1, and `menu_wanted`."""

    face_wanted = Signal(str)
    step_wanted = Signal(int)
    menu_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lead: QWidget | None = None
        choices = [("front", CardWords.FRONT), ("back", CardWords.BACK)]
        self.faces = Segments(theme, choices, name=CardWords.FACES, parent=self)
        self.faces.setToolTip(Common.with_key(CardWords.FLIP_TIP, "F4"))
        self.cap = KeyCap(theme, "F4", self)
        self.more = Button(theme, "", "quiet", "ph.dots-three-bold", small=True, name=CardWords.MENU, parent=self)
        self.previous = Button(
            theme, "", "quiet", "ph.caret-left", small=True, key="PgUp", name=CardWords.PREVIOUS, parent=self
        )
        self.position = PlainLabel(theme, "", "second", "ink2", parent=self)
        self.position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.next = Button(
            theme, "", "quiet", "ph.caret-right", small=True, key="PgDown", name=CardWords.NEXT, parent=self
        )
        row = self._row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setSpacing(4)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.faces)
        row.addSpacing(6)
        row.addWidget(self.cap)
        row.addStretch(1)
        row.addWidget(self.more)
        row.addSpacing(4)
        row.addWidget(self.previous)
        row.addWidget(self.position)
        row.addWidget(self.next)
        self.faces.chosen.connect(self.face_wanted)
        self.previous.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.next.clicked.connect(lambda: self.step_wanted.emit(1))
        self.more.clicked.connect(self.menu_wanted)
        self.set_position(0, 0)

    def set_position(self, index: int, total: int) -> None:
        """Where the card stands in the list; nothing is shown for a card that is not in it."""
        shown = index > 0 and total > 0
        self.position.setText(CardWords.position(index, total) if shown else "")
        for widget in (self.position, self.previous, self.next):
            widget.setVisible(shown)
        self.previous.setEnabled(index > 1)
        self.next.setEnabled(index < total)
        self._fit()

    def set_lead(self, lead: QWidget | None) -> None:
        """Give a widget the place before the segments, such as the tabs of a window with room for one page."""
        if self._lead is not None:
            self._row.removeWidget(self._lead)
        self._lead = lead
        if lead is not None:
            self._row.insertWidget(0, lead)
        self._fit()

    def set_margin(self, side: int) -> None:
        """Line up with the card: as far from both edges as it is."""
        self._row.setContentsMargins(side, 20, max(0, side - 10), 0)

    def minimumSizeHint(self) -> QSize:
        """The header never makes the pane wider."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight, the key cap goes first."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self.faces.sizeHint().width() + self.more.sizeHint().width() + self._theme.px(30)
        if self.position.text():
            needed += 2 * self.next.sizeHint().width() + self.position.sizeHint().width()
        if self._lead is not None and self._lead.isVisibleTo(self):
            needed += self._lead.sizeHint().width()
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self.cap.setVisible(self._theme.show_keys and needed + self.cap.sizeHint().width() + 24 <= room)
