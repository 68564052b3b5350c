"""The marks under a note: double line for an error, wave for a warning, dots for a hint.

Each has a shape of its own, so that none relies on colour. Geometry: look/paint.py. Positions in the document
are UTF-16 units, as Qt counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextDocument

from salver.etiquette.model import Severity

TOKENS = {Severity.ERROR: "err", Severity.WARNING: "warn", Severity.HINT: "hint"}
GLYPHS = {
    Severity.ERROR: "ph.warning-octagon-fill",
    Severity.WARNING: "ph.warning-fill",
    Severity.HINT: "ph.lightbulb",
}
WEIGHT = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.HINT: 1}
_ABOVE_BOTTOM = 1.5


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of the note, in UTF-16 units, and the finding it belongs to."""

    start: int
    end: int
    severity: Severity
    finding: int
    """Position of its finding in the list."""


def worst_first(marks: Iterable[Mark]) -> list[Mark]:
    """The marks in the order in which they claim the text: the worse, then the shorter."""
    return sorted(marks, key=lambda m: (-WEIGHT[m.severity], m.end - m.start, m.start))


def drawn(marks: Sequence[Mark]) -> list[Mark]:
    """The pieces to draw: where marks overlap, the worse one alone."""
    pieces: list[Mark] = []
    taken: list[tuple[int, int]] = []
    for mark in worst_first(marks):
        for start, end in _left_over(mark.start, mark.end, taken):
            pieces.append(Mark(start, end, mark.severity, mark.finding))
        taken.append((mark.start, mark.end))
    return sorted(pieces, key=lambda m: m.start)


def _left_over(start: int, end: int, taken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    free = [(start, end)]
    for low, high in taken:
        free = [piece for a, z in free for piece in ((a, min(z, low)), (max(a, high), z)) if piece[0] < piece[1]]
    return free


def spans(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """The rectangles of a piece of the document, one for each line it runs over, left to right or not."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        layout = block.layout()
        origin = document.documentLayout().blockBoundingRect(block).topLeft()
        first, last = max(0, start - block.position()), min(block.length() - 1, end - block.position())
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            if begin < stop:
                one, two = _x(line.cursorToX(begin)), _x(line.cursorToX(stop))
                yield QRectF(origin.x() + min(one, two), origin.y() + line.y(), abs(two - one), line.height())
        block = block.next()


def _x(answer: object) -> float:
    """`cursorToX` answers with a pair in PySide6, though its stub says a number."""
    if isinstance(answer, tuple):
        answer = answer[0]
    return float(answer) if isinstance(answer, int | float) else 0.0


def paint(painter: QPainter, severity: Severity, rect: QRectF, color: QColor, scale: float = 1.0) -> None:
    """Draw one mark at the bottom of the rectangle of its text."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    y = rect.bottom() - _ABOVE_BOTTOM * scale
    match severity:
        case Severity.ERROR:
            _double_line(painter, rect.left(), rect.right(), y, color, scale)
        case Severity.WARNING:
            _wave(painter, rect.left(), rect.right(), y, color, scale)
        case _:
            _dots(painter, rect.left(), rect.right(), y, color, scale)
    painter.restore()


def _double_line(p: QPainter, left: float, right: float, y: float, color: QColor, scale: float) -> None:
    p.setPen(QPen(color, 1.6 * scale))
    for offset in (-1.5 * scale, 2.0 * scale):
        p.drawLine(QPointF(left, y + offset), QPointF(right, y + offset))


def _wave(p: QPainter, left: float, right: float, y: float, color: QColor, scale: float) -> None:
    step, swing = 3.2 * scale, 1.6 * 1.7 * scale
    path, x, up = QPainterPath(QPointF(left, y)), left, True
    while x < right:
        to = min(x + step, right)
        path.quadTo(QPointF((x + to) / 2, y - swing if up else y + swing), QPointF(to, y))
        x, up = to, not up
    pen = QPen(color, 1.6 * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawPath(path)


def _dots(p: QPainter, left: float, right: float, y: float, color: QColor, scale: float) -> None:
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(color)
    x = left + 1.5 * scale
    while x < right:
        p.drawEllipse(QPointF(x, y), 1.35 * scale, 1.35 * scale)
        x += 5 * scale
