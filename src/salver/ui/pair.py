"""Card and note: side by side where there is room, otherwise one at a time under two tabs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import WindowWords
from salver.ui.theme import Theme

CARD_WIDTH = 496
NOTE_WIDTH = 448
QUIET_NOTE_WIDTH = 336
LEAST_CARD = 444
LEAST_NOTE = 336
WIDEST_CARD = 720
"""The largest card of 672 px with its margins: beyond it, the room goes to the note."""


class PageTab(QAbstractButton):
    """A word with an accent line below it while its page is shown."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ring = FocusRing(self, theme, 6)
        theme.changed.connect(self._renew)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the word, and the line when it is the page shown."""
        painter = QPainter(self)
        chosen = self.isChecked()
        painter.setFont(self._theme.font("body", 600 if chosen else 400))
        painter.setPen(self._theme.color("ink" if chosen or self.underMouse() else "ink2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRectF(4, self.height() - 3, self.width() - 8, 3), 1.5, 1.5)
        painter.end()

    def _renew(self) -> None:
        font = self._theme.font("body", 600)
        self.setFont(font)
        self.setFixedSize(self.fontMetrics().horizontalAdvance(self.text()) + 16, self._theme.px(48))
        self.update()


class PageTabs(QWidget):
    """The two tabs. Emits `chosen` with `card` or `note`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(8)
        self.card = PageTab(theme, WindowWords.CARD)
        self.note = PageTab(theme, WindowWords.NOTE)
        for tab, page in ((self.card, "card"), (self.note, "note")):
            tab.clicked.connect(lambda _=False, page=page: self.chosen.emit(page))
            row.addWidget(tab)
        self.show_page("card")

    def show_page(self, page: str) -> None:
        """Mark the page that is in sight."""
        (self.card if page == "card" else self.note).setChecked(True)


class PairHeader(QWidget):
    """The person's name and the two tabs, above the note when only one page fits."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 1)
        row.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        self._name = PlainLabel(theme, role="body", weight=600, elide=True)
        self._role = PlainLabel(theme, role="second", token="ink2", elide=True)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._role)
        names.addStretch(1)
        row.addLayout(names, 1)
        self.tabs = PageTabs(theme)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        theme.changed.connect(self._renew)
        self._renew()

    def show_person(self, name: str, role: str) -> None:
        """Whose card this is."""
        self._name.setText(name)
        self._role.setText(role)
        self._role.setVisible(bool(role))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("pane"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("rule"))
        painter.end()

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(60))


class _Ground(QWidget):
    """Keeps the place of a pane that is not made yet, in the colour the pane will have."""

    def __init__(self, theme: Theme, token: str) -> None:
        super().__init__()
        self._theme = theme
        self._token = token

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(self._token))
        painter.end()


class Pair(QWidget):
    """Holds the card pane and the note pane, once `put` brings them. `set_narrow` decides whether both are in sight."""

    page_changed = Signal(str)
    shared = Signal()
    """The panes have other places now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card: QWidget = _Ground(theme, "desk")
        self._note: QWidget = _Ground(theme, "pane")
        self._narrow = False
        self._page = "card"
        self._begun = False
        self._moved = False
        self.header = PairHeader(theme)
        self.header.hide()
        self._lead = PageTabs(theme, self)
        self._lead.hide()
        for tabs in (self.header.tabs, self._lead):
            tabs.chosen.connect(self.show_page)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(self._card)
        self._splitter.addWidget(self._note)
        self._splitter.splitterMoved.connect(self._was_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._splitter, 1)

    @property
    def narrow(self) -> bool:
        """True while only one of the two is in sight."""
        return self._narrow

    @property
    def page(self) -> str:
        """`card` or `note`: the one in sight when narrow."""
        return self._page

    def put(self, page: str, pane: QWidget, take_tabs: Callable[[QWidget], None] | None = None) -> None:
        """Put the pane of `card` or `note` where its ground was; `take_tabs` gives its header the tabs."""
        old = self._card if page == "card" else self._note
        self._splitter.replaceWidget(self._splitter.indexOf(old), pane)
        if page == "card":
            self._card = pane
            if take_tabs is not None:
                take_tabs(self._lead)
        else:
            self._note = pane
        old.hide()
        old.deleteLater()
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """One page at a time, or both."""
        self._narrow = narrow
        if narrow:
            self._card.setMinimumWidth(0)
            self._note.setMinimumWidth(0)
        # The card has its own header, which takes the tabs in; the note has none, so it gets one with the name.
        self._lead.setVisible(narrow and self._lead.parent() is not self)
        self.header.setVisible(narrow and self._page == "note")
        self._card.setVisible(not narrow or self._page == "card")
        self._note.setVisible(not narrow or self._page == "note")
        self.share()

    def set_begun(self, begun: bool) -> None:
        """Give the note its room when one is begun, and the card when not."""
        if begun != self._begun:
            self._begun = begun
            self._moved = False
            self.share()

    def show_page(self, page: str) -> None:
        """Bring a page into sight; beside the other one it is there already."""
        self._page = page
        for tabs in (self.header.tabs, self._lead):
            tabs.show_page(page)
        if self._narrow:
            self.set_narrow(True)
            self.shared.emit()
        self.page_changed.emit(page)

    def set_findings(self, many: int) -> None:
        """Write on the note's tab how many remarks there are."""
        for tabs in (self.header.tabs, self._lead):
            tabs.note.set_words(WindowWords.note_tab(many))

    def quiet_part(self, foot: int) -> QRect:
        """The part that holds no button at its lower edge: the card or, of the note, what lies above its foot."""
        whole = QRect(self._splitter.geometry())
        if self._narrow and self._page == "note":
            return whole.adjusted(0, 0, 0, -foot)
        return QRect(whole.topLeft(), self._card.size())

    def share(self) -> None:
        """Share the width as drawn, unless the person moved the line between the two."""
        if self._narrow or self._moved:
            return
        room = max(1, self.width() - 1)
        scale = self._theme.scale
        self._card.setMinimumWidth(round(LEAST_CARD * scale))
        self._note.setMinimumWidth(round(LEAST_NOTE * scale))
        if self._begun:
            # The two lines between the panes belong to the note, so that a card of 448 px fits a window of 1280.
            card = round((room + 2) * CARD_WIDTH / (CARD_WIDTH + NOTE_WIDTH))
            card = min(card, round(WIDEST_CARD * scale))
        else:
            card = room - round(QUIET_NOTE_WIDTH * scale)
        self._splitter.setSizes([card, room - card])
        self.shared.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self.share()
        self.shared.emit()

    def _was_moved(self) -> None:
        self._moved = True
        self.shared.emit()
