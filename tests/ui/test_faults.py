"""The real window when saving fails, texts are absurd and names are hostile: nothing is lost, and all is told."""

from __future__ import annotations

import datetime as dt
import logging
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtGui import Qt as RichText
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from salver import log
from salver.app import Start
from salver.cards.card import Card, Labelled
from salver.cards.meeting import Meeting, Moment, PersonRef, Promise, Tie
from salver.cards.note import Deed, Note
from salver.paths import paths
from salver.store import Changed, Filter, Settings, Store, db, errors, open_store
from salver.ui.card import draft
from salver.ui.leaving import LeaveWatcher
from salver.ui.note import keeper
from salver.ui.settings.forget import ForgetPage
from salver.ui.settings.stack import PageStack
from salver.ui.texts import CardWords, WindowWords
from salver.ui.theme import Theme
from salver.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


@pytest.fixture
def folder(tmp_path: Path, clock) -> Path:
    store = open_store(tmp_path / "data", clock)
    store.settings.put(Settings(welcome_done=True))
    zoe = Card(emails=(Labelled("zoe@nordlicht.example", "work"),)).named("Zoë Müller")
    for minute, card in enumerate((zoe, Card().named("Ana Ruiz"))):
        met = Moment(dt.datetime(2026, 4, 23, 15, 40 + minute), "Europe/Berlin")
        store.meetings.put(Meeting(card_id=store.cards.put(card).cards[0], met=met, tie=Tie.MET, topics=("trams",)))
    store.close()
    return tmp_path / "data"


@pytest.fixture
def start(qtbot: QtBot, folder: Path, clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    for module in (draft, keeper):
        monkeypatch.setattr(module, "RETRY_MS", 50)
    theme = Theme("light", under_test=True)
    theme.install(QApplication.instance())
    made = Start(paths(str(folder)), theme, clock, "Europe/Berlin")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, start: Start) -> MainWindow:
    opened = start.open()
    assert isinstance(opened, MainWindow)
    qtbot.waitExposed(opened)
    qtbot.waitUntil(lambda: opened.panes.all_made)
    return opened


def store_of(start: Start) -> Store:
    assert start.session is not None
    return start.session.store


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class OtherProgram:
    """Holds the file, as a backup tool or a curious person may."""

    def __init__(self, start: Start) -> None:
        store_of(start)._core.db.peewee.pragma("busy_timeout", 10)
        connection = sqlite3.connect(store_of(start).path)
        connection.execute("BEGIN IMMEDIATE")
        self._connection: sqlite3.Connection | None = connection

    def let_go(self) -> None:
        if self._connection is not None:
            self._connection.rollback()
            self._connection.close()
            self._connection = None


@pytest.fixture
def other(window: MainWindow, start: Start) -> Iterator[OtherProgram]:
    program = OtherProgram(start)
    yield program
    program.let_go()


def test_what_cannot_be_saved_stays_on_the_card_and_is_saved_once_it_can_be(
    qtbot: QtBot, window: MainWindow, start: Start, other: OtherProgram
) -> None:
    shown = window.shown_card()
    title = window.card.front.title
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Head of Trams")
    qtbot.waitUntil(lambda: "Another program" in window.notice.label.text())
    qtbot.keyClick(window, Key.Key_PageDown)
    qtbot.keyClick(window, Key.Key_N, CTRL)
    assert window.shown_card() == shown
    assert title.text() == "Head of Trams"
    assert "Another program" in window.notice.label.text()
    other.let_go()
    qtbot.waitUntil(lambda: window.notice.label.text() == WindowWords.SAVED_NOW)
    assert store_of(start).cards.get(shown).title == "Head of Trams"
    qtbot.keyClick(window, Key.Key_PageDown)
    assert window.shown_card() != shown


def test_a_note_that_cannot_be_saved_stays_too(
    qtbot: QtBot, window: MainWindow, start: Start, other: OtherProgram
) -> None:
    shown = window.shown_card()
    qtbot.keyClick(window, Key.Key_J, CTRL)
    qtbot.keyClicks(window.note.editor, "Hi, how are the trams?")
    qtbot.waitUntil(lambda: "Another program" in window.notice.label.text())
    qtbot.keyClick(window, Key.Key_PageDown)
    assert window.shown_card() == window.note.card_id() == shown
    assert window.note.editor.text == "Hi, how are the trams?"
    # What could not be kept can still be copied, and sent.
    qtbot.keyClick(window.note.editor, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "Hi, how are the trams?")
    other.let_go()
    qtbot.waitUntil(lambda: not window.note.keeper.pending)
    assert store_of(start).notes.of(shown)[0].text == "Hi, how are the trams?"


def test_a_new_card_that_cannot_be_saved_stays_and_comes_whole(
    qtbot: QtBot, window: MainWindow, start: Start, other: OtherProgram
) -> None:
    qtbot.keyClick(window, Key.Key_N, CTRL)
    qtbot.keyClicks(focused(), "Bo Berg")
    qtbot.keyClick(focused(), Key.Key_Return)
    qtbot.keyClicks(focused(), "Tram driver")
    qtbot.keyClick(window, Key.Key_PageDown)
    qtbot.keyClick(window, Key.Key_Z, CTRL)
    assert window.card.front.name.text() == "Bo Berg"
    other.let_go()
    qtbot.waitUntil(lambda: not window.card.draft.pending)
    (card,) = store_of(start).cards.many(store_of(start).people.ids(Filter(text="berg")))
    assert (card.shown_name, card.title) == ("Bo Berg", "Tram driver")
    assert len(store_of(start).meetings.of(card.id)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
def test_a_file_moved_away_meanwhile_is_told_and_saved_into_once_it_is_back(
    qtbot: QtBot, window: MainWindow, start: Start, folder: Path
) -> None:
    shown = window.shown_card()
    (folder / "salver.sqlite").rename(folder / "elsewhere")
    window.card.front.title.setFocus()
    qtbot.keyClicks(window.card.front.title, "Head of Trams")
    qtbot.waitUntil(lambda: "moved or deleted" in window.notice.label.text())
    (folder / "elsewhere").rename(folder / "salver.sqlite")
    qtbot.waitUntil(lambda: window.notice.label.text() == WindowWords.SAVED_NOW)
    assert store_of(start).cards.get(shown).title == "Head of Trams"


def test_what_is_typed_is_kept_when_the_desktop_says_that_the_session_ends(
    qtbot: QtBot, window: MainWindow, start: Start
) -> None:
    qtbot.keyClick(window, Key.Key_N, CTRL)
    qtbot.keyClicks(focused(), "Bo Berg")
    start.keep_typed()
    assert len(store_of(start).people.ids(Filter(text="berg"))) == 1
    assert window.isVisible()


def test_signals_are_given_back(qtbot: QtBot) -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    watcher = LeaveWatcher()
    with qtbot.waitSignal(watcher.asked):
        signal.raise_signal(signal.SIGTERM)
    watcher.close()
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == before


def failing_once(monkeypatch: pytest.MonkeyPatch, part: object, name: str) -> None:
    """Let the disk be full for one call: the real one cannot be filled between two writes of one save."""
    real = getattr(part, name)
    calls: list[int] = []

    def put(*given: object) -> object:
        calls.append(1)
        if len(calls) == 1:
            raise errors.DiskFull(Path("salver.sqlite"))
        return real(*given)

    monkeypatch.setattr(part, name, put)


def test_a_disk_that_fills_up_between_card_and_meeting_repeats_neither(
    qtbot: QtBot, window: MainWindow, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of(start)
    failing_once(monkeypatch, store.meetings, "put")
    qtbot.keyClick(window, Key.Key_N, CTRL)
    with qtbot.waitSignal(window.card.card_shown) as shown:
        qtbot.keyClicks(focused(), "Bo Berg")
    qtbot.waitUntil(lambda: not window.card.draft.pending)
    assert store.people.ids(Filter(text="berg")) == shown.args
    assert len(store.meetings.of(shown.args[0])) == 1
    assert window.people.list.isVisible()


def test_a_disk_that_fills_up_after_the_first_letter_makes_one_note(
    qtbot: QtBot, window: MainWindow, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of(start)
    failing_once(monkeypatch, store.activities, "add")
    qtbot.keyClick(window, Key.Key_J, CTRL)
    qtbot.keyClicks(window.note.editor, "Hi")
    qtbot.waitUntil(lambda: "disk is full" in window.notice.label.text())
    qtbot.waitUntil(lambda: not window.note.keeper.pending)
    card_id = window.shown_card()
    assert [note.text for note in store.notes.of(card_id)] == ["Hi"]
    assert [deed.deed for deed in store.activities.of(card_id)] == [Deed.DRAFTED]


def test_a_backup_that_cannot_be_made_is_told_once(
    qtbot: QtBot, window: MainWindow, start: Start, folder: Path
) -> None:
    qtbot.waitUntil(lambda: not window._desk.tasks.busy)
    for made in store_of(start).backup.all():
        made.path.unlink()
    for left in (folder / "backups").iterdir():
        left.unlink()
    (folder / "backups").rmdir()
    (folder / "backups").write_text("not a folder", encoding="utf-8")
    start.session.upkeep.back_up_if_due()
    qtbot.waitUntil(lambda: window.notice.label.text() != "")
    assert window.notice.label.text().endswith(".")
    window.notice.say("")
    start.session.upkeep.back_up_if_due()
    qtbot.waitUntil(lambda: not window._desk.tasks.busy)
    assert window.notice.label.text() == ""


def test_a_database_engine_that_does_not_do_as_told_is_a_page_and_no_silence(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "PRAGMAS", (*db.PRAGMAS, ("synchronous", "EXTRA", "another")))
    page = start.open()
    qtbot.waitExposed(page)
    assert not isinstance(page, MainWindow)
    assert WindowWords.NOT_STARTED in [label.text() for label in page.findChildren(QLabel)]


def test_the_window_stays_once_when_something_typed_would_be_lost(
    qtbot: QtBot, window: MainWindow, other: OtherProgram
) -> None:
    qtbot.keyClicks(window.card.front.title, " of Trams")
    assert not window.close()
    assert WindowWords.CLOSE_ANYWAY in window.notice.label.text()
    assert window.isVisible()
    assert window.close()


def test_deeds_that_cannot_be_saved_are_told(
    qtbot: QtBot, window: MainWindow, start: Start, other: OtherProgram, folder: Path
) -> None:
    store = store_of(start)
    before = len(store.people.ids(Filter()))
    window.card.menu.trash()
    assert "Another program" in window.notice.label.text()
    window.notice.say("")
    window.undo()
    assert "Another program" in window.notice.label.text()
    assert len(store.people.ids(Filter())) == before


def test_page_keys_scroll_a_page_and_do_not_walk_the_list_below_it(
    qtbot: QtBot, window: MainWindow, start: Start
) -> None:
    shown = window.shown_card()
    qtbot.keyClick(window, Key.Key_Comma, CTRL)
    stack = window.findChild(PageStack)
    bar = stack.page().area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    qtbot.keyClick(focused(), Key.Key_PageDown)
    assert bar.value() > 0
    for key, modifier in (
        (Key.Key_PageUp, Qt.KeyboardModifier.NoModifier), (Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Key.Key_F4, Qt.KeyboardModifier.NoModifier), (Key.Key_F6, Qt.KeyboardModifier.NoModifier),
        (Key.Key_J, CTRL),
    ):  # fmt: skip
        qtbot.keyClick(focused(), key, modifier)
    assert stack.isAncestorOf(focused())
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert window.shown_card() == shown
    assert window.card.face() == "front"
    qtbot.keyClick(window, Key.Key_PageDown)
    assert window.shown_card() != shown


def action(menu: QMenu, text: str) -> QAction:
    return next(found for found in menu.actions() if found.text() == text)


def test_forgetting_leads_to_its_page_and_on_to_the_next_card(qtbot: QtBot, window: MainWindow, start: Start) -> None:
    store = store_of(start)
    store.backup.now("by hand", force=True)
    gone = window.shown_card()
    action(window.card.menu.build("front"), CardWords.FORGET).trigger()
    page = window.findChild(ForgetPage)
    qtbot.mouseClick(page.yes, Qt.MouseButton.LeftButton)
    assert store.cards.get(gone) is None
    qtbot.mouseClick(page.rewrite, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.done.isVisible())
    qtbot.mouseClick(page.done, Qt.MouseButton.LeftButton)
    assert window.people.isVisible()
    assert window.shown_card() not in (0, gone)
    assert window.card.card_id() == window.note.card_id() == window.shown_card()
    assert all(b"zoe@nordlicht" not in made.path.read_bytes() for made in store.backup.all())


def test_after_a_restore_by_its_page_the_window_works_on(qtbot: QtBot, window: MainWindow, start: Start) -> None:
    store = store_of(start)
    made = store.backup.now("by hand", force=True)
    later = store.cards.put(Card().named("Met Since")).cards[0]
    start.session.announced.emit(Changed(cards=(later,)))
    start.session.open_page("restore")
    page = window.findChild(PageStack).page()
    page.restore_from(made, "now")
    qtbot.mouseClick(page.ask.yes_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(focused(), Key.Key_Escape)
    qtbot.waitUntil(lambda: start.session is not None and start.session.window is not window)
    again = start.main_window()
    qtbot.waitUntil(lambda: again.panes.all_made)
    assert store_of(start).people.counts()["everyone"] == 2
    assert again.shown_card()
    qtbot.keyClick(again, Key.Key_N, CTRL)
    qtbot.keyClicks(focused(), "Bo Berg")
    qtbot.waitUntil(lambda: not again.card.draft.pending)
    assert store_of(start).people.counts()["everyone"] == 3


@pytest.fixture
def hooks(start: Start, tmp_path: Path) -> Iterator[Path]:
    """The hooks of the running program, and its log."""
    before = sys.excepthook, threading.excepthook
    file = tmp_path / "salver.log"
    log.start(file)
    log.watch_exceptions(start.tell_unexpected)
    yield file
    sys.excepthook, threading.excepthook = before
    logger = logging.getLogger("salver")
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True


def test_an_exception_in_a_slot_is_a_sentence_and_a_line_in_the_log(
    qtbot: QtBot, window: MainWindow, start: Start, hooks: Path
) -> None:
    def raised(error: BaseException) -> None:
        try:
            raise error
        except type(error):
            sys.excepthook(*sys.exc_info())

    raised(ValueError("Zoë Müller"))
    assert window.notice.label.text() == WindowWords.UNEXPECTED
    raised(errors.DiskFull(store_of(start).path))
    assert "disk is full" in window.notice.label.text()
    window.notice.say("")
    # On another thread the window is not touched; it hears of it on its own.
    thread = threading.Thread(target=lambda: (_ for _ in ()).throw(RuntimeError("Zoë")).__next__())
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.notice.label.text() == WindowWords.UNEXPECTED)
    said = hooks.read_text(encoding="utf-8")
    assert "ValueError" in said
    assert "RuntimeError" in said
    assert "Zo" not in said


NAMES = [
    "X", "Madonna", "李伟", "Ngozi Adaeze Chiamaka Oluwaseun Babatunde Okafor", "Иван Чернышёв", "محمد عبد الله",
    "นภา ศรีสุข", "अमित", "Þórunn Ægisdóttir", "👩‍🚀", "O'Brien-Smith III, PhD", "'; DROP TABLE card; --", "&amp; <Ltd>",
]  # fmt: skip


def insert(widget: QWidget, text: str) -> None:
    """Paste, as a person does: keys cannot type every script."""
    QGuiApplication.clipboard().setText(text)
    keys = QKeySequence(QKeySequence.StandardKey.Paste)[0]
    QTest.keyClick(widget, keys.key(), keys.keyboardModifiers())


def test_names_of_any_length_and_script_are_cards(qtbot: QtBot, window: MainWindow, start: Start) -> None:
    for name in NAMES:
        qtbot.keyClick(window, Key.Key_N, CTRL)
        insert(focused(), name)
        assert window.flush()
    store = store_of(start)
    shown = {card.shown_name for card in store.cards.many(store.people.ids(Filter()))}
    assert set(NAMES) <= shown
    for name in ("X", "李", "Чернышёв", "نما", "&amp;", "DROP TABLE"):
        window.people.search.setText(name)
        qtbot.waitUntil(lambda: not window._desk.tasks.busy)
    window.people.search.setText("")


LONG = "Grüße an 李伟 " * 714
"""10,000 characters or so, with what is more than a byte."""


def fields(pane: QWidget) -> list[QWidget]:
    return [
        widget
        for kind in (QLineEdit, QPlainTextEdit, QTextEdit)
        for widget in pane.findChildren(kind)
        if widget.isVisible() and widget.isEnabled() and not widget.isReadOnly()
    ]


def test_ten_thousand_characters_fit_into_every_field(qtbot: QtBot, window: MainWindow, start: Start) -> None:
    qtbot.keyClick(window, Key.Key_N, CTRL)
    insert(focused(), LONG)
    assert window.flush()
    tried = {focused()}
    window.card.open_more()
    for _face in ("front", "back"):
        for field in fields(window.card):
            if field not in tried:
                tried.add(field)
                field.setFocus()
                insert(field, LONG)
                qtbot.keyClick(focused(), Key.Key_Tab)
                assert window.flush()
        window.card.flip()
    qtbot.keyClick(window, Key.Key_J, CTRL)
    insert(window.note.editor, LONG)
    assert window.flush()
    assert len(tried) >= 12
    qtbot.waitUntil(lambda: not window._desk.tasks.busy, timeout=20_000)
    QApplication.processEvents()
    card_id = window.shown_card()
    store = store_of(start)
    card, (meeting,) = store.cards.get(card_id), store.meetings.of(card_id)
    whole = LONG.strip()
    assert card.shown_name.replace(" ", "") == whole.replace(" ", "")
    for text in (card.title, card.company, meeting.event, meeting.place, meeting.hook, meeting.their_words):
        assert text == whole
    assert store.notes.of(card_id)[0].text == LONG
    window.resize(1000, 700)
    start.close()
    again = start.open()
    qtbot.waitExposed(again)
    assert store_of(start).cards.get(card_id) == card


HOSTILE = '<img src="file:///etc/passwd"><b>Ana</b><a href="file:///x">y</a>'


def test_names_that_hold_html_are_shown_as_they_are(qtbot: QtBot, start: Start, folder: Path, clock) -> None:
    store = open_store(folder, clock)
    card = Card(
        display_name=HOSTILE, first_name=HOSTILE, last_name=HOSTILE, company=HOSTILE, title=HOSTILE, about=HOSTILE,
        emails=(Labelled("a@b.example", HOSTILE),), tags=(HOSTILE,),
    )  # fmt: skip
    card_id = store.cards.put(card).cards[0]
    store.meetings.put(
        Meeting(
            card_id=card_id, event=HOSTILE, place=HOSTILE, tie=Tie.INTRODUCED, introduced_by=PersonRef(HOSTILE),
            met=Moment(dt.datetime(2026, 4, 23, 15, 40), "Europe/Berlin"), topics=(HOSTILE,), their_words=HOSTILE,
            friends=(PersonRef(HOSTILE),), hook=HOSTILE, promises=(Promise(HOSTILE),), private=(HOSTILE,),
        )
    )  # fmt: skip
    store.notes.put(Note(card_id=card_id, text=f"Hi {HOSTILE}"))
    other = store.cards.put(Card().named(HOSTILE)).cards[0]
    store.cards.trash([other])
    store.close()
    window = start.open()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: window.panes.all_made)
    window.show_card(card_id)
    window.card.open_more()
    qtbot.waitUntil(lambda: not window._desk.tasks.busy, timeout=20_000)
    for look in (lambda: None, window.card.flip):
        look()
        check_plain(window)
    for page in ("trash", "settings", "data", "export", "restore", f"forget:{card_id}"):
        start.session.open_page(page)
        qtbot.waitUntil(lambda: not window._desk.tasks.busy)
        check_plain(window)
    window.close_page()
    window.notice.say(HOSTILE)
    check_plain(window)


def check_plain(window: QWidget) -> None:
    seen = 0
    for label in window.findChildren(QLabel):
        if "<" in label.text():
            seen += 1
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    for widget in window.findChildren(QWidget):
        tip = widget.toolTip()
        assert not (RichText.mightBeRichText(tip) and ("<img" in tip or "<a " in tip)), (widget, tip)
    assert seen or window.findChildren(QLineEdit)
