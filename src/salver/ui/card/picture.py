"""The photograph of a paper card: decoded with care, and shown small in the corner of the face."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from salver.ui.controls.focus import FocusRing
from salver.ui.controls.paint import rounded
from salver.ui.controls.sheet import Sheet
from salver.ui.texts import CardWords
from salver.ui.theme import Theme

_LARGEST = 20_000
"""Pixels a side beyond which a picture is not decoded."""
_MAGIC = ((b"\x89PNG\r\n\x1a\n", b"png"), (b"\xff\xd8\xff", b"jpeg"), (b"GIF87a", b"gif"), (b"GIF89a", b"gif"))


def picture_from(data: bytes | None) -> QImage | None:
    """A picture of an allowed kind, decoded; None for anything else.

    The kind is told by the first bytes before Qt sees any: its SVG reader would follow links while measuring.
    """
    kind = _kind(data or b"")
    if not kind:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data or b""))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if max(size.width(), size.height()) > _LARGEST:
        return None
    reader.setAutoTransform(True)
    image = reader.read()
    return None if image.isNull() else image


def _kind(data: bytes) -> bytes:
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return b"webp"
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), b"")


class Thumbnail(QAbstractButton):
    """The photograph of the paper card, small in the corner; pressed, it is shown large."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.image: QImage | None = None
        self.setAccessibleName(CardWords.PAPER)
        self.setToolTip(CardWords.PAPER)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.ring = FocusRing(self, theme, 3)

    def sizeHint(self) -> QSize:
        """56 by 32."""
        return QSize(self._theme.px(56), self._theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, filled to the frame."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, 3, self._theme.color("chip"))
        if self.image is not None:
            ratio = self.devicePixelRatioF()
            size = self.size() * ratio
            picture = QPixmap.fromImage(
                self.image.scaled(
                    size,
                    Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            source = QRect(0, 0, size.width(), size.height())
            source.moveCenter(picture.rect().center())
            painter.drawPixmap(rect.toRect().adjusted(1, 1, -1, -1), picture, source)
        rounded(painter, rect, 3, None, self._theme.color("edge"))
        painter.end()


def show_large(image: QImage, theme: Theme, window: QWidget) -> None:
    """Show the picture over the whole window, until it is closed."""
    sheet = Sheet(theme, CardWords.PAPER_LARGE, window, wide=960)
    label = QLabel(sheet)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAccessibleName(CardWords.PAPER)
    scaled = image.scaled(
        window.size() * 0.75, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    label.setPixmap(QPixmap.fromImage(scaled))
    sheet.body.addWidget(label)
    sheet.closed.connect(sheet.deleteLater)
    sheet.open()
