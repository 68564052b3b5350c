"""Key caps: the little boxes that say which key does it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme

_HEIGHT = 20
_PAD = 6
_ENTER = "↵"
_ENTER_ICON = "ph.arrow-elbow-down-left"


def key_text(key: str) -> str:
    """How a key is written on its cap: "Ctrl+Return" becomes "Ctrl ↵"."""
    if not key:
        return ""
    words = [part if part else "+" for part in key.replace("++", "+\0").replace("\0", "").split("+")]
    return " ".join(_ENTER if word in ("Return", "Enter") else word for word in words)


def keycap_size(key: str, theme: Theme) -> QSize:
    """Width and height of the cap in pixels."""
    text = key_text(key)
    metrics = QFontMetricsF(theme.font("key"))
    width = metrics.horizontalAdvance(text.replace(_ENTER, ""))
    if _ENTER in text:
        width += theme.px(12)
    return QSize(max(round(width) + 2 * theme.px(_PAD), theme.px(_HEIGHT)), theme.px(_HEIGHT))


def paint_keycap(
    painter: QPainter, rect: QRectF, key: str, theme: Theme, ink: QColor | None = None, line: QColor | None = None
) -> None:
    """Draw a cap that fills `rect`. `ink` is for a cap on a coloured button."""
    ink = ink or theme.color("ink2")
    rounded(painter, rect, 4, None, line or (ink if ink != theme.color("ink2") else theme.color("edge")))
    text = key_text(key)
    before, enter, _ = text.partition(_ENTER)
    font = theme.font("key")
    painter.setFont(font)
    painter.setPen(ink)
    if not enter:
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        return
    width = QFontMetricsF(font).horizontalAdvance(before)
    size = theme.px(12)
    left = rect.center().x() - (width + size) / 2
    painter.drawText(QRectF(left, rect.top(), width, rect.height()), Qt.AlignmentFlag.AlignVCenter, before)
    # Source Sans has no sign for Enter.
    place = QRectF(left + width, rect.center().y() - size / 2, size, size)
    theme.paint_icon(painter, place, _ENTER_ICON, ink)


class KeyCap(QWidget):
    """A key cap that stands beside a control. Takes no room when key caps are off in settings."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self._on = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("")
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        """The size of the cap."""
        return keycap_size(self._key, self._theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        paint_keycap(painter, QRectF(self.rect()), self._key, self._theme)
        painter.end()

    def _renew(self) -> None:
        if self._theme.show_keys != self._on:
            self._on = self._theme.show_keys
            self.setVisible(self._on)
        self.updateGeometry()
        self.update()
