"""The send-window strip: one scale from the meeting to a little after the window, with words on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from salver.agenda.window import Kind
from salver.ui.controls.paint import rounded
from salver.ui.note.strip_words import Strip
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme

_HEIGHT = 66
_WORDS_ONLY = 32
_BAR = 8
_FROM_INDENT = 20


class SendStrip(QWidget):
    """66 px with a bar, 32 with words alone; the whole of it is one sentence for a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strip = Strip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)
        self._renew()

    def set_strip(self, strip: Strip) -> None:
        """Show this state."""
        if strip == self._strip:
            return
        self._strip = strip
        self.setAccessibleName(f"{NoteWords.WINDOW}: {strip.words}")
        self._renew()

    def words(self) -> str:
        """What the strip says at its right."""
        return self._strip.words

    def sizeHint(self) -> QSize:
        """Room for one line, or for line, bar and hours."""
        return QSize(self._theme.px(200), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, bar, hours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        if self._strip.has_bar:
            self._paint_bar(painter)
            self._paint_hours(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, strip = self._theme, self._strip
        line = QRectF(0, 0, self.width(), theme.px(24 if strip.has_bar else _WORDS_ONLY))
        title, words = theme.font("second", 600), theme.font("second", 600 if strip.kind is Kind.OPEN else 400)
        room = self.width() - QFontMetricsF(words).horizontalAdvance(strip.words) - theme.px(12)
        if room >= QFontMetricsF(title).horizontalAdvance(NoteWords.WINDOW):
            painter.setFont(title)
            painter.setPen(theme.color("ink"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, NoteWords.WINDOW)
        painter.setFont(words)
        painter.setPen(theme.color("accent" if strip.kind is Kind.OPEN else "ink2"))
        shown = QFontMetricsF(words).elidedText(strip.words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)

    def _paint_bar(self, painter: QPainter) -> None:
        theme, strip, width = self._theme, self._strip, float(self.width())
        high = float(theme.px(_BAR))
        top = theme.px(39) - high / 2
        left, right, now = width * strip.opens, width * strip.closes, width * strip.now
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink3"))
        for begin, end in ((2.0, left - 11), (right + 6, width - 1)):
            for i in range(5):
                painter.drawEllipse(QPointF(begin + i * (end - begin) / 4, theme.px(39)), 1, 1)
        window = QRectF(left, top, right - left, high)
        if strip.kind is Kind.LATER:
            rounded(painter, window, high / 2, None, theme.color("accent"))
        else:
            rounded(painter, window, high / 2, theme.color("track"), theme.color("edge"))
            spent = max(now, left)
            rounded(painter, QRectF(spent, top, right - spent, high), high / 2, theme.color("accent"))
        x = min(max(now, 1.5), width - 1.5)
        rounded(painter, QRectF(x - 3, top - 7, 6, high + 14), 2.5, theme.color("pane"))
        rounded(painter, QRectF(x - 1.5, top - 5, 3, high + 10), 1.5, theme.color("ink"))

    def _paint_hours(self, painter: QPainter) -> None:
        """Met, now, the close, the opening and *later*: whichever comes first keeps its place, the rest make room."""
        theme, strip, width = self._theme, self._strip, float(self.width())
        plain, bold = theme.font("caption"), theme.font("caption", 600)
        wanted = (
            (strip.met, plain, 0.0, "left"),
            (NoteWords.NOW, bold, width * strip.now, "middle"),
            (strip.closes_at, plain, width * strip.closes, "middle"),
            (strip.opens_at, plain, width * strip.opens + theme.px(_FROM_INDENT), "left"),
            (NoteWords.LATER, plain, width, "right"),
        )
        taken: list[tuple[float, float]] = []
        gap = theme.px(8)
        for text, font, x, side in wanted:
            place = self._place(text, font, x, side)
            if any(place[0] < high + gap and low - gap < place[1] for low, high in taken):
                continue
            taken.append(place)
            painter.setFont(font)
            painter.setPen(theme.color("ink" if font is bold else "ink2"))
            box = QRectF(place[0], theme.px(48), place[1] - place[0] + 2, theme.px(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _place(self, text: str, font: QFont, x: float, side: str) -> tuple[float, float]:
        wide = QFontMetricsF(font).horizontalAdvance(text)
        left = x if side == "left" else x - wide if side == "right" else x - wide / 2
        left = min(max(0.0, left), self.width() - wide)
        return left, left + wide

    def _renew(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT if self._strip.has_bar else _WORDS_ONLY))
        self.update()
