"""The send bar: one scale of 24 hours, so that every bar in a list can be compared with the next."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme

HOURS = (4, 24)


class HasFraction(Protocol):
    """What a bar needs to know: which kind of time it is, and where now lies on the scale (0 to 1)."""

    @property
    def kind(self) -> str:
        """`later` and `open` have a bar; anything else has none."""

    @property
    def fraction(self) -> float:
        """Now, as a share of the whole scale."""


def has_bar(timing: HasFraction) -> bool:
    """True where a bar is drawn: the past has kind words instead."""
    return timing.kind in ("later", "open")


def paint_sendbar(
    painter: QPainter,
    rect: QRectF,
    timing: HasFraction,
    theme: Theme,
    ground: str = "pane",
    hours: tuple[float, float] = HOURS,
) -> None:
    """Draw the bar into `rect` (4 px high in a row, 8 in a note; the tick of now stands out by 3).

    `ground` is the token of what lies behind, for the halo of the tick. Draws nothing where there is no bar.
    """
    if not has_bar(timing):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
    share = min(0.9, max(0.0, hours[0] / hours[1] if hours[1] > 0 else 0.0))
    rest = width * share
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ink3"))
    count = 4 if rest >= 20 else int(rest // 6)
    for i in range(count):
        painter.drawEllipse(QPointF(left + 2 + i * (rest - 4) / (count - 0.4), top + height / 2), 1, 1)
    window = QRectF(left + rest, top, width - rest, height)
    now = min(1.0, max(0.0, timing.fraction))
    if timing.kind == "later":
        rounded(painter, window, height / 2, None, theme.color("accent"))
    else:
        rounded(painter, window, height / 2, theme.color("track"))
        spent = max(now, share)
        if spent < 1.0:
            rest_of_it = QRectF(left + width * spent, top, width * (1 - spent), height)
            rounded(painter, rest_of_it, height / 2, theme.color("accent"))
    x = min(max(left + width * now, left + 1.5), left + width - 0.5)
    rounded(painter, QRectF(x - 3, top - 4, 5, height + 8), 2, theme.color(ground))
    rounded(painter, QRectF(x - 1.5, top - 3, 2, height + 6), 1, theme.color("ink"))
    painter.restore()
