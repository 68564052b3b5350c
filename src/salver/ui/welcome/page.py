"""The first start: who you are, then how the send window works. Two steps and no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from salver import assets
from salver.store import Changed
from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.stock import MARGIN, paint_stock
from salver.ui.controls.tick import Tick
from salver.ui.desk import Desk
from salver.ui.settings.page import centred
from salver.ui.settings.rows import Hairline, Row
from salver.ui.texts import Common, WelcomeWords
from salver.ui.theme import Theme
from salver.ui.welcome.examples import lay
from salver.ui.welcome.own_card import WIDTH, OwnCard
from salver.ui.welcome.strip import WindowStrip

_MARK = 68


class WelcomePage(QWidget):
    """Covers the window at the first start. Emits `closed` at its end or when skipped, after settings are kept.

    `page_wanted` is emitted with `import`, after `closed`, when the person would go on by importing. `folder` is
    shown as the place where everything lies.
    """

    closed = Signal()
    page_wanted = Signal(str)
    reopen_wanted = Signal()

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
        self.bring = Button(theme, WelcomeWords.IMPORT, "plain", "ph.upload-simple")
        self.path = PlainLabel(theme, str(folder), "second", "ink", wrap=True)
        self.path.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.path.setAccessibleName(f"{WelcomeWords.WHERE_TITLE}: {folder}")
        self.steps = QStackedWidget()
        self.steps.addWidget(self._first(theme))
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

    def _first(self, theme: Theme) -> QWidget:
        column = _Column(theme)
        column.head(WelcomeWords.TITLE, WelcomeWords.SUBTITLE)
        column.box.addWidget(self.card)
        column.inset(self.examples, above=8)
        column.foot(self.skip, self.on, 1)
        return column.in_scroll_area()

    def _second(self, theme: Theme, hours: tuple[int, int]) -> QWidget:
        column = _Column(theme)
        column.head(WelcomeWords.SECOND_TITLE, WelcomeWords.SECOND_SUBTITLE)
        sheet = _Stock(theme)
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
        return column.in_scroll_area()

    # What they do

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        (self.start if step else self.card.name).setFocus(Qt.FocusReason.TabFocusReason)

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


class _Column(QWidget):
    """The middle of a step: mark, title, what it holds, buttons, and which step it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 32, 0, 24)
        self.box.setSpacing(0)
        self.box.addStretch(1)
        theme.changed.connect(self._renew)
        self._renew()

    def head(self, title: str, subtitle: str) -> None:
        """Mark, title and the line below it, centred."""
        self.box.addWidget(_Mark(self._theme), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role, token, gap in ((title, "welcome", "ink", 20), (subtitle, "title", "ink2", 2)):
            label = PlainLabel(self._theme, text, role, token, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.box.addSpacing(gap)
            self.inset(label)
        self.box.addSpacing(4)

    def inset(self, widget: QWidget, above: int = 0) -> None:
        """A row as wide as the card without its shadow."""
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, above, MARGIN, 0)
        row.addWidget(widget)
        self.box.addLayout(row)

    def foot(self, left: Button, right: Button, step: int) -> None:
        """The two buttons, and which step this is."""
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN - 16, 26, MARGIN, 16)
        row.addWidget(left)
        row.addStretch(1)
        row.addWidget(right)
        self.box.addLayout(row)
        label = PlainLabel(self._theme, WelcomeWords.step(step), "caption", "ink2")
        self.box.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        self.box.addStretch(1)

    def in_scroll_area(self) -> QScrollArea:
        """The column in the middle of an area that scrolls when the window is small or the text large."""
        holder = QWidget()
        holder.setLayout(centred(self))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        for widget in (area.viewport(), holder):
            widget.setAutoFillBackground(False)
        return area

    def _renew(self) -> None:
        self.setMaximumWidth(self._theme.px(WIDTH) + 2 * MARGIN)


class _Stock(QWidget):
    """A blank card that holds a few paragraphs."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(MARGIN + 40, MARGIN + 28, MARGIN + 40, MARGIN + 20)
        self.box.setSpacing(4)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the stock."""
        painter = QPainter(self)
        paint_stock(painter, QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), "plain", self._theme)
        painter.end()


class _Mark(QLabel):
    """The icon of Salver, 68 px at 100 %."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image = QImage.fromData(assets.read_bytes("icons/icon-256.png"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(Common.APP)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(_MARK)
        return QSize(side, side)

    def _renew(self) -> None:
        ratio = self.devicePixelRatioF()
        side = round(self._theme.px(_MARK) * ratio)
        picture = QPixmap.fromImage(
            self._image.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        picture.setDevicePixelRatio(ratio)
        self.setPixmap(picture)
        self.updateGeometry()
