"""The bar at the top: the mark, a new card, settings."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from salver import assets
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.texts import Common, WindowWords
from salver.ui.theme import Theme

_MARK = 28


def mark(size: int, ratio: float = 1.0) -> QPixmap:
    """The icon of Salver, `size` px wide on a screen of `ratio` device pixels."""
    image = QImage.fromData(assets.read_bytes("icons/icon-256.png"))
    side = round(size * ratio)
    scaled = image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    scaled.setDevicePixelRatio(ratio)
    return QPixmap.fromImage(scaled)


def window_icon() -> QIcon:
    """The icon for the window and the task bar, in all its sizes."""
    icon = QIcon()
    for name in assets.names("icons"):
        if name.endswith(".png"):
            icon.addPixmap(QPixmap.fromImage(QImage.fromData(assets.read_bytes(name))))
    return icon


class TopBar(QWidget):
    """56 px of pane colour with a hairline below."""

    new_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 12, 1)
        row.setSpacing(10)
        self._mark = QLabel()
        self._mark.setTextFormat(Qt.TextFormat.PlainText)
        self._mark.setAccessibleName(Common.APP)
        row.addWidget(self._mark)
        row.addWidget(PlainLabel(theme, Common.APP, "brand"))
        row.addStretch(1)
        self.new = Button(theme, WindowWords.NEW_CARD, "plain", "ph.plus", "Ctrl+N")
        self.new.clicked.connect(self.new_wanted)
        row.addWidget(self.new)
        self.settings = Button(theme, "", "quiet", "ph.gear-six", "Ctrl+,", name=WindowWords.SETTINGS)
        self.settings.clicked.connect(self.settings_wanted)
        row.addWidget(self.settings)
        theme.changed.connect(self._renew)
        self._renew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("pane"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("rule"))
        painter.end()

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(56))
        self._mark.setPixmap(mark(self._theme.px(_MARK), self.devicePixelRatioF()))
        self.update()
