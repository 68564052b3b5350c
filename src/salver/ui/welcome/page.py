"""The first start: who you are, then how the send window works. Two steps and no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from salver.store import Changed
from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.tick import Tick
from salver.ui.desk import Desk
from salver.ui.settings.rows import Hairline, Row
from salver.ui.texts import Common, WelcomeWords
from salver.ui.theme import Theme
from salver.ui.welcome.examples import lay
from salver.ui.welcome.own_card import OwnCard
from salver.ui.welcome.step import Step, Stock
from salver.ui.welcome.strip import WindowStrip


class WelcomePage(QWidget):
    """Covers the window at the first start. Emits `closed` at its end or when skipped, after settings are kept.

    `page_wanted` is emitted with `import`, after `closed`, when the person would go on by importing. `folder` is
    shown as the place where everything lies.
    """

    closed = Signal()
    page_wanted = Signal(str)
    reopen_wanted = Signal()
    cards_wanted = Signal(list)

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        settings = desk.store.settings.get()
        self.setAccessibleName(Common.APP)
        self.card = OwnCard(theme)
        self.card.set_sender(settings.sender)
        self.examples = Tick(theme, WelcomeWords.EXAMPLES)
        self.skip = Button(theme, WelcomeWords.SKIP, "quiet")
        self.on = Button(theme, WelcomeWords.CONTINUE, "primary", key="Return")
        self.back = Button(theme, Common.BACK, "quiet")
        self.start = Button(theme, WelcomeWords.START, "primary", key="Return")
        self.bring = Button(theme, WelcomeWords.IMPORT, "plain", "ph.download-simple")
        self.path = PlainLabel(theme, str(folder), "second", "ink", wrap=True)
        self.path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.path.setAccessibleName(f"{WelcomeWords.WHERE_TITLE}: {folder}")
        self.steps = QStackedWidget()
        self._first_step = self._first(theme)
        self.steps.addWidget(self._first_step)
        self.steps.addWidget(self._second(theme, settings.window_h))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.steps)
        self.on.clicked.connect(self._to_second)
        self.back.clicked.connect(lambda: self._show(0))
        self.skip.clicked.connect(lambda: self._finish(examples=False))
        self.start.clicked.connect(lambda: self._finish(examples=self.examples.isChecked()))
        self.bring.clicked.connect(self._finish_importing)
        theme.changed.connect(self.update)

    def begin(self) -> None:
        """Put the focus on the name."""
        self._show(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the first question, or to the last button."""
        super().focusInEvent(event)
        self._show(self.steps.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        second = self.steps.currentIndex() == 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.start if second else self.on).click()
        elif event.key() == Qt.Key.Key_Escape and second:
            self._show(0)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground is the desk's."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._desk.theme.color("desk"))
        painter.end()

    # The two steps

    def _first(self, theme: Theme) -> Step:
        column = Step(theme, WelcomeWords.TITLE, WelcomeWords.SUBTITLE)
        column.box.addWidget(self.card)
        column.inset(self.examples, above=8)
        column.foot(self.skip, self.on, 1)
        return column

    def _second(self, theme: Theme, hours: tuple[int, int]) -> Step:
        column = Step(theme, WelcomeWords.SECOND_TITLE, WelcomeWords.SECOND_SUBTITLE)
        sheet = Stock(theme)
        sheet.box.addWidget(WindowStrip(theme, hours))
        sheet.box.addWidget(PlainLabel(theme, WelcomeWords.bar_text(*hours), "body", wrap=True))
        sheet.box.addSpacing(12)
        sheet.box.addWidget(Hairline(theme))
        sheet.box.addWidget(Row(theme, WelcomeWords.IMPORT_TITLE, WelcomeWords.IMPORT_TEXT, self.bring))
        sheet.box.addWidget(Hairline(theme))
        where = Row(theme, WelcomeWords.WHERE_TITLE, WelcomeWords.WHERE_TEXT)
        where.words.addWidget(self.path)
        sheet.box.addWidget(where)
        column.box.addWidget(sheet)
        column.foot(self.back, self.start, 2)
        return column

    # What they do

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        (self.start if step else self.card.name).setFocus(Qt.FocusReason.TabFocusReason)
        if step == 0:
            # Large text: Tab scrolls by itself, this first focus does not.
            area = self._first_step.area
            QTimer.singleShot(0, area, lambda: area.ensureWidgetVisible(self.card.name, 0, 24))

    def _to_second(self) -> None:
        if self._keep():
            self._show(1)

    def _keep(self, *, done: bool = False) -> bool:
        store = self._desk.store
        try:
            settings = store.settings.get()
            wanted = replace(settings, sender=self.card.typed(), welcome_done=done or settings.welcome_done)
            if wanted != settings:
                self._desk.announce(store.settings.put(wanted))
        except StoreError as error:
            self._desk.say(error.sentence)
            return False
        return True

    def _finish(self, *, examples: bool) -> None:
        if examples:
            try:
                changed = lay(self._desk.store, self._desk.now(), self._desk.zone)
            except StoreError as error:
                self._desk.say(error.sentence)
                changed = Changed()
            if changed != Changed():
                self._desk.announce(changed)
        # A folder that cannot be written must not lock anybody out of looking around.
        self._keep(done=True)
        self.closed.emit()

    def _finish_importing(self) -> None:
        self._finish(examples=self.examples.isChecked())
        self.page_wanted.emit("import")
