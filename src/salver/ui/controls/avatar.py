"""Avatars: initials on a quiet ground, or a figure where the computer has no letters for them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from salver.ui.theme import Theme


def paint_avatar(painter: QPainter, rect: QRectF, initials: str, card_id: int, theme: Theme) -> None:
    """Draw the round avatar of a card. `rect` is 40 px wide in a row; the letters follow its size."""
    fill, ink = theme.avatar(card_id)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(rect)
    if initials and theme.can_draw(initials):
        font = theme.font("body", 600)
        font.setPixelSize(max(1, round(rect.height() * 0.375)))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials)
    else:
        size = rect.height() / 2
        place = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
        theme.paint_icon(painter, place, "ph.user", ink)
    painter.restore()
