"""The filters above the list, and the line that names the event or tag that is shown instead."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from salver.ui.controls.button import Button
from salver.ui.controls.focus import FocusRing
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import People
from salver.ui.theme import Theme

_LEFT = 20
_GAPS = (16, 12, 8)


class FilterTabs(QWidget):
    """To send, waiting, in touch, everyone, each with its count; words and counts shorten to the room there is."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._tabs: dict[str, _Tab] = {}
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for kind, words in People.KINDS.items():
            tab = _Tab(theme, words, self)
            tab.clicked.connect(lambda _=False, kind=kind: self.chosen.emit(kind))
            self._group.addButton(tab)
            self._tabs[kind] = tab
        theme.changed.connect(self._renew)
        self._renew()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """How many cards each filter holds."""
        if counts == self._counts:
            return
        self._counts = dict(counts)
        for kind, tab in self._tabs.items():
            tab.set_count(counts.get(kind, 0))
        self._arrange()

    def set_current(self, kind: str) -> None:
        """Mark the filter that is shown; none for an event or a tag."""
        if all(tab.isChecked() == (key == kind) for key, tab in self._tabs.items()):
            return
        self._group.setExclusive(False)
        for key, tab in self._tabs.items():
            tab.setChecked(key == kind)
        self._group.setExclusive(True)
        self._arrange()

    def tab(self, kind: str) -> QAbstractButton:
        """The button of a filter."""
        return self._tabs[kind]

    def sizeHint(self) -> QSize:
        """40 px high."""
        return QSize(self._theme.px(280), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """It never makes the window grow."""
        return QSize(0, self._theme.px(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the words that fit."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline below."""
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), self._theme.color("rule"))
        painter.end()

    def _arrange(self) -> None:
        room = self.width() - _LEFT - 8
        tabs = list(self._tabs.values())
        # Longest words first, but never crowded; then closer, without the counts of the others, the short words.
        for size, all_counts in ((0, True), (1, True), (1, False), (2, False)):
            for gap in _GAPS[:1] if size == 0 else _GAPS[:-1] if size == 1 else _GAPS:
                widths = [tab.wanted_width(size, all_counts or tab.isChecked()) for tab in tabs]
                if sum(widths) + gap * (len(tabs) - 1) <= room or (size == 2 and gap == _GAPS[-1]):
                    self._place(tabs, widths, gap, size, all_counts)
                    return

    def _place(self, tabs: list[_Tab], widths: list[int], gap: int, size: int, all_counts: bool) -> None:
        x = _LEFT
        for tab, width in zip(tabs, widths, strict=True):
            tab.show_as(size, all_counts or tab.isChecked())
            tab.setGeometry(x, 0, width, self.height())
            x += width + gap

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(40))
        self._arrange()
        self.update()


class _Tab(QAbstractButton):
    def __init__(self, theme: Theme, words: tuple[str, str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self._count = 0
        self._size = 1
        self._counted = True
        self.setText(words[1])
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.ring = FocusRing(self, theme, 4)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(People.kind_said(self._words[0], count))
        self.setToolTip(self.accessibleName())

    def wanted_width(self, size: int, counted: bool) -> int:
        bold = QFontMetricsF(self._theme.font("second", 600 if self.isChecked() else 400))
        width = bold.horizontalAdvance(self._words[size])
        if counted:
            caption = QFontMetricsF(self._theme.font("caption"))
            width += 4 + caption.horizontalAdvance(f"{self._count:,}")
        return round(width) + 1

    def show_as(self, size: int, counted: bool) -> None:
        self._size, self._counted = size, counted
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        font = theme.font("second", 600 if self.isChecked() else 400)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.color("ink" if self.isChecked() or self.underMouse() else "ink2"))
        words = self._words[self._size]
        y = self.height() / 2 + metrics.capHeight() / 2
        painter.drawText(0, round(y), words)
        if self._counted:
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("ink2"))
            painter.drawText(round(metrics.horizontalAdvance(words)) + 4, round(y), f"{self._count:,}")
        if self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, self.height() - 3, self.width(), 3), 1.5, 1.5)
        elif self.underMouse():
            painter.fillRect(QRectF(0, self.height() - 3, self.width(), 2), theme.color("edge"))
        painter.end()


class ScopeLine(QWidget):
    """Names the event or tag that is shown, with its count and the way back to everyone."""

    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = PlainLabel(theme, "", "caption", "ink2", 600, elide=True, parent=self)
        self._count = PlainLabel(theme, "", "caption", "ink2", parent=self)
        self.clear_button = Button(theme, People.SHOW_EVERYONE, "quiet", small=True, parent=self)
        self.clear_button.clicked.connect(self.cleared)
        row = QHBoxLayout(self)
        row.setContentsMargins(_LEFT, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._name, 1)
        row.addWidget(self._count)
        row.addWidget(self.clear_button)

    def show_scope(self, words: str, count: int) -> None:
        """What is shown; nothing hides the line."""
        self._name.setText(words)
        self._count.setText(f"{count:,}" if words else "")
        self.setVisible(bool(words))

    def words(self) -> str:
        """What the line says."""
        return self._name.text()
