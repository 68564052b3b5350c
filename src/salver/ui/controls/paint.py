"""Shapes that several controls draw: rounded boxes, shadows, sheets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from salver.ui.theme import Theme


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    line: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A box with round corners; the line lies wholly inside of `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect)
    if line is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(line, width)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        box = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        radius = max(0.0, radius - width / 2)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    painter.drawRoundedRect(box, radius, radius)


def shadow(painter: QPainter, rect: QRectF, radius: float, theme: Theme, depth: int = 14, drop: int = 5) -> None:
    """The soft shadow of something that lies on the desk: stacked boxes and a contact line. 14 and 5 for a card."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    base = 0.05 if theme.dark else 0.022
    for i in range(depth, 0, -1):
        painter.setBrush(theme.color("shadow", base * (1 - (i / (depth + 1)) ** 0.8) + 0.002))
        painter.drawRoundedRect(QRectF(rect).adjusted(-i, -i + drop, i, i + drop), radius + i, radius + i)
    painter.setBrush(theme.color("shadow", 0.5 if theme.dark else 0.14))
    painter.drawRoundedRect(QRectF(rect).adjusted(0, 0, 0, 1), radius, radius)
    painter.restore()


def paint_sheet(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 10) -> None:
    """A sheet of paper with the weaker shadow; leave 9 px around it."""
    shadow(painter, rect, radius, theme, depth=7, drop=2)
    rounded(painter, rect, radius, theme.color("card"), theme.color("rule"))
