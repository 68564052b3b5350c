"""Rows on writing: how long a key press keeps the main thread until the marks are painted again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from desks import application, desk_over
from folders import folder_of
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from table import Row, p95
from texts import notes

PRESSES = 40
MARKS = 30


class _Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _press(app: QApplication, editor: QWidget, letter: str, done: Callable[[], bool]) -> float:
    """Milliseconds of the main thread's own time from a press until `done`; waiting for the worker costs none."""
    begun = time.thread_time()
    app.sendEvent(editor, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return (time.thread_time() - begun) * 1000


def _ours(app: QApplication, folder: Path, text: str) -> list[float]:
    from salver.cards.note import Channel, Note
    from salver.store import Filter
    from salver.ui.note.pane import NotePane

    with desk_over(folder) as desk:
        card_id = desk.store.people.ids(Filter("everyone"))[0]
        for note in desk.store.notes.of(card_id):
            desk.store.notes.trash([note.id])
        desk.store.notes.put(Note(card_id=card_id, text=text[:-PRESSES], channel=Channel.MESSAGE))
        pane = NotePane(desk)
        pane.resize(448, 760)
        pane.show_card(card_id)
        pane.show()
        checked: list[int] = []
        pane.checks.session.found.connect(lambda c: checked.append(c.revision) if c.complete else None)
        paints = _Paints(pane.editor.viewport())
        kept = []
        for letter in text[-PRESSES:]:
            before = paints.count

            def done(before: int = before) -> bool:
                return pane.checks.session.revision in checked and paints.count > before

            kept.append(_press(app, pane.editor, letter, done))
        pane.flush()
        pane.close()
        return kept[5:]


def _bare(app: QApplication, text: str) -> list[float]:
    """An editor of Qt with thirty wavy marks, set anew after each press."""
    editor = QTextEdit()
    editor.setPlainText(text[:-PRESSES])
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.resize(448, 400)
    editor.show()
    app.processEvents()
    paints = _Paints(editor.viewport())
    kept = []
    for letter in text[-PRESSES:]:
        before = paints.count

        def done(before: int = before) -> bool:
            return paints.count > before

        begun = time.thread_time()
        _press(app, editor, letter, done)
        before = paints.count
        marks = []
        for at in range(0, MARKS * 8, 8):
            mark = QTextEdit.ExtraSelection()
            cursor = editor.textCursor()
            cursor.setPosition(at)
            cursor.setPosition(at + 5, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor  # type: ignore[attr-defined]  # Qt's stub leaves the fields out
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)  # type: ignore[attr-defined]  # as above
            marks.append(mark)
        editor.setExtraSelections(marks)
        while paints.count == before:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        kept.append((time.thread_time() - begun) * 1000)
    editor.close()
    return kept[5:]


def rows(at: Path) -> list[Row]:
    """The rows of writing."""

    def press(length: int) -> tuple[float, float]:
        app = application()
        text = " ".join(notes() * 12)[:length]
        return p95(_ours(app, folder_of(1_000, at), text)), p95(_bare(app, text))

    return [
        Row("key press to marks repainted, 300 characters, p95", "bare editor with 30 marks", "ms", 2, 1.3,
            lambda: press(300)),
        Row("key press to marks repainted, 8,000 characters, p95", "bare editor with 30 marks", "ms", None, None,
            lambda: press(8_000)),
    ]  # fmt: skip
