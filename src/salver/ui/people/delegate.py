"""How a line of the list of people is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from salver.store import Row
from salver.ui.controls.avatar import paint_avatar
from salver.ui.controls.label import plain_tip
from salver.ui.controls.paint import rounded
from salver.ui.controls.sendbar import has_bar, paint_sendbar
from salver.ui.people.model import Heading, PeopleModel
from salver.ui.people.words import row_timing, second_line
from salver.ui.texts import People
from salver.ui.theme import Theme

_LEFT = 20
_RIGHT = 16
_GAP = 12
_WRAP_FROM = 1.25
_MOST_LINES = 3

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Kit:
    """Fonts and their measures at the current text size, made once and not at every row."""

    name: QFont
    name_size: QFontMetricsF
    second: QFont
    second_size: QFontMetricsF
    words: QFont
    words_size: QFontMetricsF
    words_open: QFont
    words_open_size: QFontMetricsF


class PeopleDelegate(QStyledItemDelegate):
    """Draws rows of 64 px and headings of 36 (at 100 %). `keyboard` shows the ring of the current row."""

    def __init__(self, theme: Theme, model: PeopleModel, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self.keyboard = False
        self.width = 300
        self._renew()
        theme.changed.connect(self._renew)

    @property
    def wraps(self) -> bool:
        """True above 125 %, where the second line takes more lines and the words are short."""
        return self._theme.scale > _WRAP_FROM

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of a line; the width is the view's business."""
        theme = self._theme
        if self._model.heading_at(index.row()) is not None:
            return QSize(1, theme.px(36))
        if not self.wraps:
            return QSize(1, theme.px(64))
        if not self._model.is_short():
            # A long list has rows of one height: the second line may take two lines in all of them.
            return QSize(1, theme.px(64) + round(self._kit.second_size.lineSpacing()))
        row = self._model.row_at(index.row())
        lines = len(self._wrapped(second_line(row))) if row is not None else 1
        return QSize(1, theme.px(64) + round((max(1, lines) - 1) * self._kit.second_size.lineSpacing()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one line."""
        heading = self._model.heading_at(index.row())
        rect = QRect(option.rect)
        painter.save()
        if heading is not None:
            self._paint_heading(painter, rect, heading)
        else:
            row = self._model.row_at(index.row())
            if row is not None:
                self._paint_row(painter, rect, row, option.state)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, _option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Whatever had to be cut is whole in the tooltip."""
        row = self._model.row_at(index.row()) if index.isValid() else None
        if row is None or event.type() != QEvent.Type.ToolTip:
            return False
        left, right = self._text_span()
        kit = self._kit
        name, second = row.name or People.UNNAMED, second_line(row)
        words = kit.words_open_size.horizontalAdvance(self._model.words(row, short=True))
        cut = kit.name_size.horizontalAdvance(name) > right - left - words - 8
        cut = cut or (not self.wraps and kit.second_size.horizontalAdvance(second) > right - left)
        tip = plain_tip("\n".join(part for part in (name, second) if part)) if cut else ""
        QToolTip.showText(event.globalPos(), tip, view, view.visualRect(self._model.index(index.row())))
        return True

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        theme, kit = self._theme, self._kit
        y = rect.top() + theme.px(36) / 2 + kit.words_size.capHeight() / 2 + 2
        painter.setFont(kit.words_open)
        painter.setPen(theme.color("ink2"))
        painter.drawText(QPointF(_LEFT, y), heading.title)
        painter.setFont(kit.words)
        painter.drawText(
            QPointF(_LEFT + kit.words_open_size.horizontalAdvance(heading.title) + 8, y), f"{heading.count}"
        )

    def _paint_row(self, painter: QPainter, rect: QRect, row: Row, state: QStyle.StateFlag) -> None:
        theme, kit = self._theme, self._kit
        ground = self._paint_ground(painter, rect, state)
        time = row_timing(row, self._model.now, self._model.hours)
        words = self._model.words(row)
        open_now = time.kind == "open"
        bar = has_bar(time)
        side = theme.px(40)
        top = rect.top()
        paint_avatar(
            painter,
            QRectF(_LEFT, top + (theme.px(64) - side) / 2, side, side),
            row.initials,
            row.id,
            theme,
        )
        left, right = self._text_span()
        first, second = (22, 41) if bar else (28, 47)
        words_size = kit.words_open_size if open_now else kit.words_size
        width = words_size.horizontalAdvance(words)
        shown_name = row.name or People.UNNAMED
        if kit.name_size.horizontalAdvance(shown_name) > right - left - width - 8:
            # Shorter words before a shorter name; what is left to cut is the name's.
            words = self._model.words(row, short=True)
            width = words_size.horizontalAdvance(words)
        if words:
            painter.setFont(kit.words_open if open_now else kit.words)
            painter.setPen(theme.color("accent" if open_now else "ink2"))
            painter.drawText(QPointF(right - width, top + theme.px(first)), words)
        room = right - left - (width + 8 if words else 0)
        painter.setFont(kit.name)
        painter.setPen(theme.color("ink" if row.name else "ink3"))
        name = kit.name_size.elidedText(shown_name, Qt.TextElideMode.ElideRight, max(0.0, room))
        painter.drawText(QPointF(left, top + theme.px(first)), name)
        painter.setFont(kit.second)
        painter.setPen(theme.color("ink2"))
        lines = self._second_lines(row)
        spacing = kit.second_size.lineSpacing()
        for i, line in enumerate(lines):
            painter.drawText(QPointF(left, top + theme.px(second) + i * spacing), line)
        if bar:
            lower = top + theme.px(51) + max(0, len(lines) - 1) * spacing
            paint_sendbar(painter, QRectF(left, lower, right - left, 4), time, theme, ground, self._model.hours)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> str:
        theme = self._theme
        box = QRectF(rect).adjusted(8, 2, -4, -2)
        if state & QStyle.StateFlag.State_Selected:
            rounded(painter, box, 8, theme.color("card"), theme.color("rule"))
            painter.setPen(Qt.PenStyle.NoPen)
            rounded(painter, QRectF(8, box.top() + 12, 3, box.height() - 24), 1.5, theme.color("accent"))
            if self.keyboard and state & QStyle.StateFlag.State_HasFocus:
                rounded(painter, box, 8, None, theme.color("accent"), 2)
            return "card"
        if self.keyboard and state & QStyle.StateFlag.State_HasFocus:
            rounded(painter, box, 8, None, theme.color("accent"), 2)
        if state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, box, 8, theme.color("rowhover"))
            return "rowhover"
        return "pane"

    def _text_span(self) -> tuple[float, float]:
        left = _LEFT + self._theme.px(40) + _GAP
        return left, max(left + 40, self.width - _RIGHT)

    def _second_lines(self, row: Row) -> list[str]:
        text = second_line(row)
        if self.wraps:
            lines = self._wrapped(text)
            return lines if self._model.is_short() else self._cut(lines, 2)
        left, right = self._text_span()
        return [self._kit.second_size.elidedText(text, Qt.TextElideMode.ElideRight, right - left)] if text else []

    def _wrapped(self, text: str) -> list[str]:
        left, right = self._text_span()
        lines: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if line and self._kit.second_size.horizontalAdvance(longer) > right - left:
                lines.append(line)
                line = word
            else:
                line = longer
        return self._cut([*lines, line] if line else lines, _MOST_LINES)

    def _cut(self, lines: list[str], most: int) -> list[str]:
        left, right = self._text_span()
        kept = lines[: most - 1] + ([" ".join(lines[most - 1 :])] if len(lines) >= most else [])
        return [self._kit.second_size.elidedText(line, Qt.TextElideMode.ElideRight, right - left) for line in kept]

    def _make_kit(self) -> _Kit:
        theme = self._theme
        name, second = theme.font("body", 600), theme.font("second")
        words, words_open = theme.font("caption"), theme.font("caption", 600)
        return _Kit(
            name,
            QFontMetricsF(name),
            second,
            QFontMetricsF(second),
            words,
            QFontMetricsF(words),
            words_open,
            QFontMetricsF(words_open),
        )

    def _renew(self) -> None:
        self._kit: _Kit = self._make_kit()
        self._model.short_words = self.wraps
