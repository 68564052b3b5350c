"""Notes of every kind tried in the real window, as by hand: pasted and typed, marked, mended, undone, let go.

`by_hand.tsv` holds five notes of each kind: the words a mark must cover, and the note after its fix.
"""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.cards.card import Card
from salver.cards.meeting import Meeting, Moment, PersonRef, Tie, Told
from salver.cards.units import Utf16Map
from salver.store import Changed, Store
from salver.ui.desk import Desk
from salver.ui.note.findings import SHOWN_AT_ONCE
from salver.ui.note.why import WhySheet
from salver.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
EACH = 2
"""Of the five notes of each kind, so many are tried in a run of the tests."""
RULES = {
    "default-other": ("default-invitation",),
    "contradicts-card": ("contradicts-card", "stale-time-word"),
    # A detail of the talk is what tells who writes: where both are missing, one remark says so.
    "no-context": ("no-context", "nothing-specific"),
}
MET = Moment(dt.datetime(2026, 5, 14, 16, 0), "Europe/Berlin")
HOURS_LATER = {"early": 0.3, "late": 42 * 24.0}
ANA = Meeting(
    event="Harbour Makers Fair", met=MET, tie=Tie.MET, told=Told.YES, hook="Did the sauna float?",
    topics=("harbour sauna", "left-handed scissors"),
)  # fmt: skip
RAVI = (Card(title="Bridge engineer", company="Kadal Works").named("Ravi Menon"), Meeting(tie=Tie.STRANGER))
SOREN = Meeting(met=MET, tie=Tie.INTRODUCED, introduced_by=PersonRef("Priya Shah"), told=Told.YES)
CARDS = {
    "met": (Card(title="Boat builder", company="Nordlicht").named("Ana Ruiz"), ANA),
    "blank": (Card(title="Boat builder", company="Nordlicht").named("Ana Ruiz"), Meeting(met=MET, tie=Tie.MET)),
    "stranger": RAVI,
    "heard": (RAVI[0], Meeting(event="Bridge Day", met=MET, tie=Tie.HEARD)),
    "introduced": (Card(title="Rope maker", company="Fjordbase").named("Søren Aagaard"), SOREN),
    "dorothea": (Card().named("Dorothea Lind"), dataclasses.replace(ANA, hook="", topics=("tuning bells",))),
    "untold": (Card(company="Mosterdmolen").named("Lotte Vos"), Meeting(met=MET, tie=Tie.MET, told=Told.NO)),
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Tried:
    """A note of the file."""

    kind: str
    card: str
    mark: str
    after: str
    text: str

    @property
    def rules(self) -> tuple[str, ...]:
        return RULES.get(self.kind, (self.kind,))


def written() -> list[Tried]:
    lines = (Path(__file__).parent / "by_hand.tsv").read_text(encoding="utf-8").splitlines()
    return [Tried(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def some() -> list[Tried]:
    seen: dict[str, int] = {}
    kept = []
    for note in written():
        seen[note.kind] = seen.get(note.kind, 0) + 1
        if seen[note.kind] <= EACH:
            kept.append(note)
    return kept


class Hands:
    """A person at the window."""

    def __init__(self, qtbot: QtBot, desk: Desk, window: MainWindow, clock: object) -> None:
        self.qtbot, self.desk, self.window, self.clock = qtbot, desk, window, clock
        self.pane, self.editor, self.panel = window.note, window.note.editor, window.note.writing.findings
        self._card = 0

    def begin(self, note: Tried) -> None:
        """Lay a new card and begin its note; the card before goes to the trash with all that hangs on it."""
        store = self.desk.store
        if self._card:
            self.pane.flush()
            for old in store.notes.of(self._card):
                store.notes.trash([old.id])
            store.cards.trash([self._card])
        self.clock.now = MET.aware() + dt.timedelta(hours=HOURS_LATER.get(note.card, 18.0))  # type: ignore[attr-defined]  # the clock of the tests can be moved
        card, meeting = CARDS.get(note.card, CARDS["met"])
        self._card = store.cards.put(card).cards[0]
        store.meetings.put(dataclasses.replace(meeting, card_id=self._card))
        self.window.refresh(Changed(cards=(self._card,)))
        self.window.show_card(self._card)
        # An invitation waits for the window to open; a message goes at once, and may be too early.
        self.window.start_note("message" if note.card == "early" else "")
        self.qtbot.waitUntil(self.editor.hasFocus)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.editor, key, modifier)

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, CTRL)
        self.settle()

    def type(self, letter: str) -> None:
        self.qtbot.keyClicks(self.editor, letter) if letter.isascii() else self.editor.insertPlainText(letter)

    def answered(self) -> None:
        self.qtbot.waitUntil(lambda: not self.pane.checks.session.busy and not self.desk.tasks.busy, timeout=20_000)

    def settle(self) -> None:
        self.answered()
        self.pane.remarks.release()

    def rules(self) -> list[str]:
        return [finding.rule for finding in self.panel.findings()]

    def words(self) -> list[tuple[str, str]]:
        """Each mark: its rule, and the words that are underlined."""
        raw = self.editor.text.encode("utf-16-le")
        found = self.panel.findings()
        return [(found[m.finding].rule, raw[2 * m.start : 2 * m.end].decode("utf-16-le")) for m in self.editor.marks()]

    def click_fix(self, index: int, which: int) -> None:
        self.panel.reveal(index)
        self.qtbot.waitUntil(lambda: index < len(self.panel.rows()))
        button = self.panel.rows()[index].fix_buttons()[which]
        self.pane.writing.ensureWidgetVisible(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(8, button.height() // 2))


@pytest.fixture
def hands(qtbot: QtBot, desk: Desk, store: Store, clock: object) -> Iterator[Hands]:
    windows: list[MainWindow] = []

    def announce(changed: Changed) -> None:
        for window in windows:
            window.refresh(changed)

    desk = dataclasses.replace(desk, announce=announce)
    window = MainWindow(desk)
    qtbot.addWidget(window)
    windows.append(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield Hands(qtbot, desk, window, clock)
    windows.clear()
    window.close()


def test_the_marks_of_each_kind_stand_on_the_words_they_speak_of(hands: Hands) -> None:
    wrong: list[str] = []
    for note in some():
        hands.begin(note)
        hands.paste(note.text)
        if note.kind == "welcome":
            wrong += [f"{note.text!r} is told {rule}" for rule in hands.rules()]
            continue
        if not set(note.rules) & set(hands.rules()):
            wrong.append(f"{note.text!r} is not told {note.kind}, but {hands.rules()}")
        marked = [words for rule, words in hands.words() if rule in note.rules]
        if note.mark and not any(note.mark.lower() in words.lower() for words in marked):
            wrong.append(f"{note.text!r}: {note.kind} marks {marked}")
        wrong += [f"{note.text!r}: half a word in {m!r}" for m in marked if not stands_alone(m, note.text)]
        if len(hands.panel.rows()) > SHOWN_AT_ONCE:
            wrong.append(f"{note.text!r}: too many rows")
        if len(set(hands.rules())) < len([f for f in hands.panel.findings() if f.span is None]):
            wrong.append(f"{note.text!r}: said twice: {hands.rules()}")
    assert wrong == []


def stands_alone(words: str, text: str) -> bool:
    at = text.find(words)
    before, after = text[:at][-1:], text[at + len(words) :][:1]
    return not (before.isalnum() and words[:1].isalnum()) and not (after.isalnum() and words[-1:].isalnum())


def test_each_fix_does_what_it_says_and_undo_brings_the_text_back(hands: Hands) -> None:
    wrong: list[str] = []
    for note in some():
        hands.begin(note)
        hands.paste(note.text)
        text, shown = hands.editor.text, hands.panel.findings()
        reached: list[str] = []
        for index, finding in enumerate(shown):
            for which, fix in enumerate(finding.fixes):
                hands.click_fix(index, which)
                hands.settle()
                after = hands.editor.text
                reached += [after] if finding.rule in note.rules else []
                what = f"{fix.label!r} on {text!r} gave {after!r}"
                wrong += [what] if is_untidy(after) and not is_untidy(text) else []
                wrong += [f"{what}, and {rule}" for rule in hands.rules() if rule not in {f.rule for f in shown}]
                hands.press(Qt.Key.Key_Z, CTRL)
                wrong += [f"{what}: undo gave {hands.editor.text!r}"] if hands.editor.text != text else []
                hands.press(Qt.Key.Key_Y, CTRL)
                wrong += [f"{what}: redo gave {hands.editor.text!r}"] if hands.editor.text != after else []
                hands.press(Qt.Key.Key_Z, CTRL)
                hands.settle()
                wrong += [f"{what}: other remarks after undo"] if hands.panel.findings() != shown else []
        if note.after and note.after not in reached:
            wrong.append(f"{text!r} becomes {reached}, not {note.after!r}")
    assert wrong == []


def is_untidy(text: str) -> bool:
    return "  " in text or text != text.strip() or any(f" {mark}" in text for mark in ".,!?")


def test_while_a_note_is_typed_letter_by_letter_no_remark_comes_and_goes(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However long this takes, the keys do not rest.
    monkeypatch.setattr("salver.ui.note.calm.REST_MS", dict.fromkeys(range(3), 10**7))
    kinds = ("welcome", "sales-pitch", "big-ask", "empty-flattery", "spelling", "wrong-name", "no-hook")
    gone: list[str] = []
    for note in (next(n for n in some() if n.kind == kind) for kind in kinds):
        hands.begin(note)
        shown: set[str] = set()
        for letter in note.text:
            hands.type(letter)
            hands.pane.checks.check(hands.editor.text, at_once=True)
            hands.answered()
            now = set(hands.rules())
            gone += [f"{rule} went at {hands.editor.text!r}" for rule in shown - now]
            if note.kind == "welcome":
                gone += [f"{rule} is said of {hands.editor.text!r}" for rule in now]
            shown = now
        hands.settle()
        assert (note.kind == "welcome") == (not set(note.rules) & set(hands.rules())), note
    assert gone == []


LEARNED = "Hi Ana, the harbour sauna was a joy. Could my nephew stay with you for the summer and learn the trade?"


def test_a_remark_that_only_the_learned_judge_makes_can_be_walked_to_explained_and_let_go(hands: Hands) -> None:
    hands.begin(written()[0])
    hands.paste(LEARNED)
    assert "big-ask" in hands.rules(), hands.rules()
    sentence = LEARNED[LEARNED.index("Could my") :]
    assert dict(hands.words())["big-ask"].rstrip(".") == sentence.rstrip(".")
    places = [m.start for m in sorted(hands.editor.marks(), key=lambda m: m.start)]
    for key in (Qt.KeyboardModifier.NoModifier, SHIFT):
        hands.editor.put_caret(0)
        hands.press(Qt.Key.Key_F8, key)
        assert hands.editor.hasFocus()
    hands.pane.remarks.go_to(hands.rules().index("big-ask"))
    assert hands.editor.textCursor().position() == Utf16Map(LEARNED).to_utf16(LEARNED.index("Could my")) in places

    row = hands.panel.rows()[hands.rules().index("big-ask")]
    QTest.mouseClick(row.why_link(), Qt.MouseButton.LeftButton)
    sheet = hands.window.findChild(WhySheet)
    assert sheet is not None
    assert sheet.accessibleName() == "A favour at first sight"
    hands.press(Qt.Key.Key_Escape)

    menu = hands.pane.remarks.menu(hands.rules().index("big-ask"))
    assert menu is not None
    next(action for action in menu.actions() if action.data() == "once").trigger()
    hands.settle()
    assert "big-ask" not in hands.rules()
    hands.editor.put_caret(len("Hi Ana"))
    for letter in " dear":
        hands.type(letter)
    hands.settle()
    assert hands.editor.text.startswith("Hi Ana dear,")
    assert "big-ask" not in hands.rules()


def test_every_kind_has_its_notes() -> None:
    kinds: dict[str, int] = {}
    for note in written():
        kinds[note.kind] = kinds.get(note.kind, 0) + 1
    assert set(kinds.values()) == {5}
