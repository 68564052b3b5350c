"""Rows on the list of people: search as you type, and a page of scrolling."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from pathlib import Path

from desks import application, desk_over
from folders import folder_of
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from table import Row, p95

from salver.cards import names
from salver.store import Filter
from salver.ui.people.list_view import PeopleList
from salver.ui.people.model import PeopleModel
from salver.ui.people.pane import PeoplePane

TYPED = (
    "zoe", "muller", "okafor", "sqlite", "trams", "nordl", "kaveri 12", "ana ruiz", "tłu", "bridges maps", "priya r",
    "lersenka", "xqzwv", "nobody at all",
)  # fmt: skip
"""Typed letter by letter: names, companies, topics, several words, a rare surname, and what nobody holds."""
RAW = (
    "SELECT card.* FROM search JOIN card ON card.id = search.rowid WHERE search MATCH ? AND deleted_at IS NULL"
    " ORDER BY last_name, first_name LIMIT 100"
)
"""The plain way, on the same file: every word as a prefix, joined with the cards, the first hundred by name."""


def _milliseconds(work: object) -> float:
    begun = time.perf_counter()
    work()  # type: ignore[operator]  # any callable
    return (time.perf_counter() - begun) * 1000


class _Paints(QObject):
    """Counts the paints of the widgets it watches."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _pressed(app: QApplication, pane: PeoplePane, paints: _Paints, letter: str) -> float:
    """Milliseconds from the press of a letter in the search field to the painted list."""
    before = paints.count
    begun = time.perf_counter()
    app.sendEvent(pane.search, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    while paints.count == before or pane.model.filter.text != pane.search.text().strip():
        app.processEvents()
    app.processEvents()
    return (time.perf_counter() - begun) * 1000


def search(folder: Path) -> tuple[float, float]:
    """A key pressed in the search field to the repainted list, and the raw query; p95 of both."""
    app = application()
    with desk_over(folder) as desk:
        pane = PeoplePane(desk)
        pane.resize(336, 744)
        pane.show()
        raw = sqlite3.connect(desk.store.path)
        paints = _Paints(pane.list.viewport(), pane.empty)
        ours: list[float] = []
        plain: list[float] = []
        for _ in range(2):
            for text in TYPED:
                pane.search.clear()
                app.processEvents()
                for end, letter in enumerate(text, 1):
                    if letter == " ":
                        app.sendEvent(
                            pane.search, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, " ")
                        )
                        continue
                    ours.append(_pressed(app, pane, paints, letter))
                    query = " ".join(f'"{word}"*' for word in names.fold(text[:end]).split())
                    plain.append(_milliseconds(lambda query=query: raw.execute(RAW, (query,)).fetchall()))
        raw.close()
        pane.close()
        return p95(ours), p95(plain)


def rows(at: Path) -> list[Row]:
    """The rows of the list."""

    def scroll() -> tuple[float, float]:
        app = application()
        with desk_over(folder_of(10_000, at)) as desk:
            model = PeopleModel(desk.store.people, desk.clock, dt.UTC)
            model.load(Filter("everyone"))
            holder = QWidget()
            bare = QListView(holder)
            bare.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
            bare.setUniformItemSizes(True)
            bare.setModel(model)
            bare.setItemDelegate(_Bare(bare, model))
            views = (PeopleList(desk.theme, model, holder), bare)
            for at_x, view in enumerate(views):
                view.setGeometry(336 * at_x, 0, 336, 644)
            holder.resize(672, 644)
            holder.show()
            app.processEvents()
            times: tuple[list[float], list[float]] = ([], [])
            for page in range(80):
                for view, kept in zip(views, times, strict=True):
                    view.verticalScrollBar().setValue(page * 640)
                    kept.append(_milliseconds(view.viewport().repaint))
                app.processEvents()
            return p95(times[0]), p95(times[1])

    return [
        Row("search as you type, 100,000 cards, key press to list, p95", "raw FTS5 query", "ms", 1.5, 0.7,
            lambda: search(folder_of(100_000, at))),
        Row("search as you type, 10,000 cards", "raw FTS5 query", "ms", None, None,
            lambda: search(folder_of(10_000, at))),
        Row("search as you type, 1,000 cards", "raw FTS5 query", "ms", None, None,
            lambda: search(folder_of(1_000, at))),
        Row("scroll one page of people, p95", "bare delegate", "ms", 2, 1.3, scroll),
    ]  # fmt: skip


class _Bare(QStyledItemDelegate):
    """Three lines and a circle: the least that a row of people has to draw."""

    def __init__(self, parent: QObject, model: PeopleModel) -> None:
        super().__init__(parent)
        self._model = model
        self._plain = QFont()
        self._plain.setPixelSize(14)
        self._bold = QFont()
        self._bold.setPixelSize(15)
        self._bold.setBold(True)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(300, 64)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = self._model.row_at(index.row())
        assert row is not None
        rect: QRect = option.rect  # type: ignore[attr-defined]  # Qt's stub leaves out the fields of its base
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(rect.left() + 20, rect.top() + 12, 40, 40)
        for line, text in enumerate((row.name, f"{row.title} · {row.company}", row.event)):
            font = self._plain if line else self._bold
            painter.setFont(font)
            room = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - 80)
            painter.drawText(rect.left() + 72, rect.top() + 20 + 18 * line, room)
