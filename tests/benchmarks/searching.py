"""Rows on the list of people: search as you type, and a page of scrolling."""

from __future__ import annotations

import datetime as dt
import sqlite3
import time
from pathlib import Path

from folders import START, folder_of
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem
from table import Row, p95

from salver.cards import names

TYPED = (
    "zo",
    "zoe",
    "mull",
    "okafor",
    "sqlite",
    "trams",
    "nord",
    "kaveri 12",
    "ana ruiz",
    "tłu",
    "bridges maps",
    "priya r",
)


def _milliseconds(work: object) -> float:
    begun = time.perf_counter()
    work()  # type: ignore[operator]  # any callable
    return (time.perf_counter() - begun) * 1000


def naive(folder: Path) -> sqlite3.Connection:
    """The plain way: one FTS5 table, joined and sorted by name."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE card(id INTEGER PRIMARY KEY, sort TEXT)")
    db.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    from salver.store import Filter, open_store

    store = open_store(folder, lambda: START)
    ids = store.people.ids(Filter("everyone"))
    for begin in range(0, len(ids), 5_000):
        for row in store.people.rows(ids[begin : begin + 5_000]):
            text = names.fold(f"{row.name} {row.title} {row.company} {row.event}")
            db.execute("INSERT INTO card VALUES (?, ?)", (row.id, names.fold(row.name)))
            db.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (row.id, text))
    store.close()
    return db


def rows(at: Path) -> list[Row]:
    """The rows of the list."""

    def search(many: int) -> tuple[float, float]:
        from salver.store import Filter, open_store
        from salver.ui.people.model import PeopleModel

        folder = folder_of(many, at)
        db = naive(folder)
        store = open_store(folder, lambda: START)
        model = PeopleModel(store.people, lambda: START, dt.UTC)
        ours: list[float] = []
        plain: list[float] = []
        for _ in range(8):
            for text in TYPED:
                begun = time.perf_counter()
                model.load(Filter("everyone", text=text))
                for line in range(min(12, model.rowCount())):
                    model.data(model.index(line, 0), Qt.ItemDataRole.DisplayRole)
                ours.append((time.perf_counter() - begun) * 1000)
                query = " ".join(f'"{word}"*' for word in names.fold(text).split())
                begun = time.perf_counter()
                db.execute(
                    "SELECT card.id FROM words JOIN card ON card.id = words.rowid WHERE words MATCH ?"
                    " ORDER BY card.sort LIMIT 100",
                    (query,),
                ).fetchall()
                plain.append((time.perf_counter() - begun) * 1000)
        store.close()
        return p95(ours), p95(plain)

    def scroll() -> tuple[float, float]:
        from salver.store import Filter, open_store
        from salver.ui.people.delegate import PeopleDelegate
        from salver.ui.people.model import PeopleModel
        from salver.ui.theme import Theme

        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        theme = Theme("light", under_test=True)
        theme.install(app)
        store = open_store(folder_of(10_000, at), lambda: START)
        model = PeopleModel(store.people, lambda: START, dt.UTC)
        model.load(Filter("everyone"))
        views = []
        for delegate in (PeopleDelegate(theme), _Bare()):
            view = QListView()
            view.setUniformItemSizes(True)
            view.setModel(model)
            view.setItemDelegate(delegate)
            view.resize(336, 644)
            view.show()
            app.processEvents()
            views.append(view)
        times: tuple[list[float], list[float]] = ([], [])
        for step in range(60):
            for view, kept in zip(views, times, strict=True):
                view.verticalScrollBar().setValue(step * (10 if view.verticalScrollMode().value == 0 else 640))
                kept.append(_milliseconds(view.grab))
        store.close()
        return p95(times[0]), p95(times[1])

    return [
        Row("search as you type, 1,000 cards, p95 (growth)", "naive FTS5 query", "ms", 1.5, 0.7, lambda: search(1_000)),
        Row(
            "search as you type, 10,000 cards, p95 (growth)", "naive FTS5 query", "ms", 1.5, 0.7, lambda: search(10_000)
        ),
        Row("search as you type, 100,000 cards, p95", "naive FTS5 query", "ms", 1.5, 0.7, lambda: search(100_000)),
        Row("scroll one page of people, p95", "bare delegate", "ms", 2, 1.3, scroll),
    ]


class _Bare(QStyledItemDelegate):
    """Three lines and a circle: the least that a row of people has to draw."""

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(300, 64)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        rect = option.rect  # type: ignore[attr-defined]  # Qt's stub leaves out the fields of its base
        painter.drawEllipse(rect.left() + 20, rect.top() + 12, 40, 40)
        for line in range(3):
            painter.drawText(rect.left() + 72, rect.top() + 20 + 18 * line, "Zoë Müller-O’Brien, Head of Data")
