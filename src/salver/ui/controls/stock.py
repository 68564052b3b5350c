"""Card stock: paper with a grain, a blind plate mark and a shadow on the desk."""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
)

from salver.ui.controls.paint import shadow
from salver.ui.theme import Theme

MARGIN = 24
"""Room that the shadow needs around the card, in px at every text size."""
RADIUS = 6
_TILE = 160


def paint_stock(painter: QPainter, rect: QRectF, face: str, theme: Theme) -> None:
    """Draw a card that fills `rect`, its shadow outside.

    `face` is `front` (with the plate mark), `back`, or `plain` (the front's paper without a mark).
    """
    painter.drawPixmap(
        QPointF(rect.left() - MARGIN, rect.top() - MARGIN),
        stock_pixmap(round(rect.width()), round(rect.height()), face, theme, painter.device().devicePixelRatio()),
    )


def stock_pixmap(width: int, height: int, face: str, theme: Theme, ratio: float = 1.0) -> QPixmap:
    """The card of that size with `MARGIN` around it, kept in Qt's cache: painting it anew takes 3 ms."""
    key = f"salver-stock-{width}x{height}-{face}-{int(theme.dark)}-{theme.scale:.3f}-{ratio:.3f}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    picture = QPixmap(round((width + 2 * MARGIN) * ratio), round((height + 2 * MARGIN) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _paint(painter, QRectF(MARGIN, MARGIN, width, height), face, theme, ratio)
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def _paint(painter: QPainter, rect: QRectF, face: str, theme: Theme, ratio: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shadow(painter, rect, RADIUS, theme)
    path = QPainterPath()
    path.addRoundedRect(rect, RADIUS, RADIUS)
    painter.fillPath(path, theme.color("back" if face == "back" else "card"))
    painter.save()
    painter.setClipPath(path)
    painter.drawTiledPixmap(rect, _grain(theme.dark, ratio))
    painter.restore()
    light = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    light.setColorAt(0, QColor(255, 255, 255, 34 if theme.dark else 150))
    light.setColorAt(0.05, QColor(255, 255, 255, 0))
    painter.setPen(QPen(QBrush(light), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    if face != "front":
        return
    inset = theme.px(12)
    plate = rect.adjusted(inset, inset, -inset, -inset)
    painter.setPen(QPen(theme.color("plate2"), 1))
    painter.drawRoundedRect(plate.adjusted(0.5, 1.5, -0.5, 0.5), 3, 3)
    painter.setPen(QPen(theme.color("plate"), 1))
    painter.drawRoundedRect(plate.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _grain(dark: bool, ratio: float) -> QPixmap:
    key = f"salver-grain-{int(dark)}-{ratio:.3f}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    # A seed of its own: the paper is the same paper at every start.
    dice = random.Random(4)
    image = QImage(_TILE, _TILE, QImage.Format.Format_ARGB32)
    for y in range(_TILE):
        for x in range(_TILE):
            value = dice.gauss(0, 1)
            alpha = min(9, int(abs(value) * 3.2))
            if value > 0 and not dark:
                image.setPixelColor(x, y, QColor(90, 70, 40, alpha))
            else:
                image.setPixelColor(x, y, QColor(255, 255, 255, alpha // 2 if dark else alpha))
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture
