"""*Show my data*: read everything, copy it, or save it as a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from salver.store import Changed
from salver.ui.controls.button import Button
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.desk import Desk
from salver.ui.settings.my_data import report
from salver.ui.settings.page import EDGE, Page
from salver.ui.settings.rows import Paper
from salver.ui.settings.text_view import TextView
from salver.ui.texts import PageWords


class MyDataPage(Page):
    """Emits `page_wanted("export:json")` when the person would rather have a file."""

    page_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, PageWords.DATA_TITLE, parent)
        self._desk = desk
        theme = desk.theme
        hint = PlainLabel(theme, PageWords.DATA_HINT, "second", "ink2", wrap=True)
        hint.setContentsMargins(EDGE, 0, EDGE, 0)
        self.save = Button(theme, PageWords.SAVE_JSON, "primary")
        self.save.clicked.connect(lambda: self.page_wanted.emit("export:json"))
        self.copy = Button(theme, PageWords.COPY_ALL, "plain", "ph.copy")
        self.copy.clicked.connect(self._copy)
        holder = QWidget()
        flow = FlowLayout(8, holder)
        flow.setContentsMargins(EDGE, 0, EDGE, 0)
        flow.addWidget(self.save)
        flow.addWidget(self.copy)
        self.text = TextView(theme, PageWords.DATA_TITLE)
        paper = Paper(theme)
        paper.column.setContentsMargins(EDGE + 12, EDGE + 8, EDGE + 4, EDGE + 8)
        paper.add(self.text)
        for widget in (hint, holder):
            self.body.addWidget(widget)
        self.body.addWidget(paper, 1)
        self.set_first(self.save)
        self._show()

    def refresh(self, changed: Changed) -> None:
        """Read again."""
        del changed
        self._show()

    def _show(self) -> None:
        text = report(self._desk.store)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._desk.say(PageWords.COPIED)
