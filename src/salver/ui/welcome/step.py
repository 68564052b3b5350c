"""What both steps of the welcome are made of: a middle that scrolls when it must, and a foot that never does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from salver import assets
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.stock import MARGIN, paint_stock
from salver.ui.settings.page import centred
from salver.ui.texts import Common, WelcomeWords
from salver.ui.theme import Theme
from salver.ui.welcome.own_card import WIDTH

_MARK = 68


class Step(QWidget):
    """Mark, title, content, two buttons, and which step it is. Large text scrolls above the buttons."""

    def __init__(self, theme: Theme, title: str, subtitle: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QWidget()
        self.box = QVBoxLayout(self._column)
        self.box.setContentsMargins(0, 32, 0, 0)
        self.box.setSpacing(0)
        self.area = _Middle(self._column)
        self._foot = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.setSpacing(0)
        whole.addStretch(1)
        whole.addWidget(self.area)
        whole.addLayout(centred(self._foot))
        whole.addStretch(1)
        self.box.addWidget(_Mark(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        for text, role, token, gap in ((title, "welcome", "ink", 20), (subtitle, "title", "ink2", 2)):
            label = PlainLabel(theme, text, role, token, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.box.addSpacing(gap)
            self.inset(label)
        self.box.addSpacing(4)
        theme.changed.connect(self._renew)
        self._renew()

    def inset(self, widget: QWidget, above: int = 0) -> None:
        """A row as wide as the card without its shadow."""
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, above, MARGIN, 4)
        row.addWidget(widget)
        self.box.addLayout(row)

    def foot(self, left: Button, right: Button, step: int) -> None:
        """The two buttons, and which step this is."""
        column = QVBoxLayout(self._foot)
        column.setContentsMargins(MARGIN - 16, 20, MARGIN, 0)
        column.setSpacing(16)
        row = QHBoxLayout()
        row.addWidget(left)
        row.addStretch(1)
        row.addWidget(right)
        column.addLayout(row)
        label = PlainLabel(self._theme, WelcomeWords.step(step), "caption", "ink2")
        column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)

    def _renew(self) -> None:
        for widget in (self._column, self._foot):
            widget.setMaximumWidth(self._theme.px(WIDTH) + 2 * MARGIN)
        self.area.updateGeometry()


class _Middle(QScrollArea):
    """As high as its content as long as there is room, then it scrolls."""

    def __init__(self, column: QWidget) -> None:
        super().__init__()
        self._holder = holder = QWidget()
        holder.setLayout(centred(column))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWidget(holder)
        for widget in (self.viewport(), holder):
            widget.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        """The height of the content at the width there is."""
        least = self._holder.minimumSizeHint().height()
        high = self._holder.heightForWidth(self.viewport().width())
        return QSize(self._holder.sizeHint().width(), max(high, least))

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(160, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Stock(QWidget):
    """A blank card that holds a few paragraphs; lay them out in `box`."""

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
