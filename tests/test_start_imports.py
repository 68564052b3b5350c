"""What a start loads. The list of people is there at once because little is loaded before it; so it shall stay."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

WINDOW = """
import sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from salver import cli

class Eye(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            print(*sorted(sys.modules), sep="\\n")
            app.quit()
        return False

def entered():
    global app
    from salver.ui.people.list_view import PeopleList
    app = QApplication.instance()
    people = next(widget for widget in app.allWidgets() if isinstance(widget, PeopleList))
    eye = Eye()
    people.viewport().installEventFilter(eye)
    return loop()

loop = QApplication.exec
QApplication.exec = staticmethod(entered)
cli.run(["--data-dir", sys.argv[1]])
"""
CHECK = """
import sys
from salver import cli
cli.run(["check", sys.argv[1]])
print(*sorted(sys.modules), sep="\\n")
"""
LATER = (
    "harper", "phonenumbers", "PIL", "rapidfuzz", "snowballstemmer", "playhouse", "tomllib", "csv", "zxingcpp",
    "rapidocr", "onnxruntime", "salver.intake", "salver.etiquette", "salver.exchange", "salver.capture",
    "salver.ui.card", "salver.ui.note", "salver.ui.settings", "salver.ui.welcome", "salver.ui.exchange",
    "salver.ui.pages",
)  # fmt: skip
"""What is needed by a note, a card, a page or an import, and by no list."""


def loaded(program: str, argument: Path) -> set[str]:
    """The modules that a program of its own process has loaded when it tells them."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
    run = subprocess.run(
        [sys.executable, "-c", program, str(argument)],
        env=env, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return set(run.stdout.splitlines())


def of(names: tuple[str, ...], modules: set[str]) -> list[str]:
    """Which of these packages, or parts of them, are among the modules."""
    return sorted(m for m in modules if any(m == name or m.startswith(f"{name}.") for name in names))


def test_the_list_of_people_is_painted_before_anything_else_is_loaded(tmp_path: Path, clock) -> None:
    from salver.cards.card import Card
    from salver.store import Settings, open_store

    store = open_store(tmp_path / "data", clock)
    store.cards.put(Card().named("Ana Ruiz"))
    store.settings.put(Settings(welcome_done=True))
    store.close()
    modules = loaded(WINDOW, tmp_path / "data")
    assert "salver.ui.people.pane" in modules
    assert of(LATER, modules) == []


def test_checking_a_note_loads_neither_database_nor_window(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Hi Ana, your talk on kelp made my day. Which tide do you dive at?", encoding="utf-8")
    modules = loaded(CHECK, note)
    assert "salver.etiquette.engine" in modules
    assert of(("peewee", "sqlite3", "PySide6", "shiboken6", "salver.store", "salver.ui"), modules) == []
