"""The guided demo: drives the real window with key and mouse events, and keeps pictures of what a person would see.

Nothing is faked: every picture is a grab of the window after Qt handled the events, and the demo fails when the
clipboard does not hold what was typed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from salver.ui.note.pane import NotePane
from salver.ui.theme import Theme
from salver.ui.window import MainWindow

PATIENCE_S = 20.0
SETTLE_S = 0.35
"""How long the window is left alone before a picture: a card flips in 0.26 s, a check answers in about 0.2 s."""
FRAME_S = 0.07


class DemoFailed(RuntimeError):
    """The window did not do what a person would expect; the message says where."""


@dataclass
class Hand:
    """A person's hand on keyboard and mouse."""

    window: Callable[[], MainWindow]
    pictures: Path
    taken: list[Path]

    def settle(self, seconds: float = SETTLE_S) -> None:
        """Let the window work."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def until(self, met: Callable[[], bool], what: str) -> None:
        """Wait for something to come true."""
        end = time.monotonic() + PATIENCE_S
        while not met():
            if time.monotonic() > end:
                raise DemoFailed(f"waited in vain for: {what}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def focused(self) -> QWidget:
        """The widget that keys go to."""
        return QApplication.focusWidget() or self.window()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        QTest.keyClick(self.focused(), key, modifier)
        QApplication.processEvents()

    def control(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type, letter by letter."""
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focused(), letter)
            else:
                self._compose(letter)

    def _compose(self, letter: str) -> None:
        # QTest types ASCII alone; other letters arrive as an input method sends them.
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(self.focused(), event)

    def click(self, widget: QWidget) -> None:
        """Press the left button in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))

    def hover(self, widget: QWidget) -> None:
        """Move the pointer to the middle of a widget."""
        QTest.mouseMove(widget, QPoint(widget.width() // 2, widget.height() // 2))

    def picture(self, name: str, *, at_once: bool = False) -> None:
        """Keep a picture of the window as it is now; `at_once`, while something still moves."""
        if not at_once:
            self.settle()
        file = self.pictures / f"{name}.png"
        if not self.window().grab().save(str(file)):
            raise DemoFailed(f"the picture {file} could not be written")
        self.taken.append(file)


def button(window: QWidget, words: str) -> QPushButton:
    """The button in sight that holds these words."""
    for found in window.findChildren(QPushButton):
        if found.isVisible() and words in (found.accessibleName() or found.text()):
            return found
    raise DemoFailed(f"no button says {words!r}")


def welcome(hand: Hand) -> None:
    """The first start: a name, one line, and example cards."""
    hand.settle()
    hand.type("Jonas Weber")
    hand.press(Qt.Key.Key_Tab)
    hand.type("I keep the tape archive of a small radio station")
    hand.click(named(hand.window(), "Lay seven"))
    hand.picture("welcome")
    named(hand.window(), "One line").setFocus(Qt.FocusReason.OtherFocusReason)
    hand.press(Qt.Key.Key_Return)
    hand.picture("welcome-2")
    hand.press(Qt.Key.Key_Return)
    hand.until(lambda: hand.window().people.isVisible(), "the window after the welcome")
    hand.picture("examples")


def type_a_card(hand: Hand) -> None:
    """A card typed on its face, turned over, and its back, by keys alone."""
    hand.control(Qt.Key.Key_N)
    for words in ("Tomás Ferreira", "Night editor", "Rádio Aveiro"):
        hand.type(words)
        hand.press(Qt.Key.Key_Return)
    hand.type("tomas@aveiro.example")
    hand.picture("card-front")
    hand.press(Qt.Key.Key_F4)
    for frame in ("card-turning-1", "card-turning-2"):
        hand.settle(FRAME_S)
        hand.picture(frame, at_once=True)
    hand.settle()
    hand.until(lambda: hand.window().card.face() == "back", "the back of the card")
    fill_the_back(hand)
    hand.picture("card-back")


def fill_the_back(hand: Hand) -> None:
    """When and where they met, and what was said: from line to line with Enter, and once with Tab."""
    hand.type("yesterday 20:10, at the mixing desk")
    hand.press(Qt.Key.Key_Tab)
    lines = (
        "Radio Days",
        "Helena Prado",
        "tape loops",
        "night trams",
        "",
        "Silence is a sound without a jingle.",
        "Did the old Revox survive the move?",
        "Send the splicing tape",
        "",
        "Looking for a quieter job",
    )
    for words in lines:
        hand.type(words)
        hand.press(Qt.Key.Key_Return)
    hand.click(named(hand.window(), "Yes"))


def named(window: QWidget, name: str) -> QWidget:
    """The widget in sight that takes the focus and is called this for people who do not see it."""
    for found in window.findChildren(QWidget):
        takes_keys = found.focusPolicy() != Qt.FocusPolicy.NoFocus
        if takes_keys and found.isVisible() and found.accessibleName().startswith(name):
            return found
    raise DemoFailed(f"nothing in the window is called {name!r}")


def fix_and_copy(hand: Hand, clipboard: Callable[[], str]) -> None:
    """A note with two faults, one of them mended with a click, and the result on the clipboard."""
    hand.press(Qt.Key.Key_F4)
    hand.settle()
    hand.control(Qt.Key.Key_J)
    hand.type("Hi Tomás, great to meet you at teh mixing desk today. “Silence is a sound without a jingle” ")
    hand.type("is my motto now. Did the old Revox survive the move? I’ll send the splicing tape.")
    note = hand.window().note
    hand.until(lambda: note.finding_count() >= 2, "remarks on the note")
    hand.picture("note-remarks")
    hand.press(Qt.Key.Key_F8)
    hand.hover(note.foot.primary)
    hand.picture("note-hover")
    hand.press(Qt.Key.Key_Tab)
    hand.press(Qt.Key.Key_Tab)
    hand.picture("note-focus")
    before = note.editor.text
    while fixes := [
        b for b in note.findChildren(QPushButton) if b.isVisible() and b.accessibleName().startswith(("Change", "Drop"))
    ]:
        hand.click(fixes[0])
        hand.until(_other_than(before, note), "the note after the fix")
        before = note.editor.text
        hand.settle()
    hand.picture("note-mended")
    note.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    hand.control(Qt.Key.Key_Return)
    hand.until(lambda: clipboard() == note.editor.text.strip(), "the note on the clipboard")
    hand.picture("note-copied")
    hand.click(button(hand.window(), "Sent"))
    hand.picture("note-sent")


def _other_than(before: str, note: NotePane) -> Callable[[], bool]:
    return lambda: note.editor.text != before


def choose_theme(hand: Hand, mode: str) -> None:
    """Light or dark, as a person chooses it on the page of settings."""
    hand.control(Qt.Key.Key_Comma)
    hand.settle()
    hand.click(named(hand.window(), mode.capitalize()))
    hand.settle()
    hand.press(Qt.Key.Key_Escape)


def looks(hand: Hand, theme: Theme) -> None:
    """The same window in both themes, small, and with large text."""
    first = hand.window().people.list
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    hand.press(Qt.Key.Key_Home)
    for mode in ("light", "dark"):
        choose_theme(hand, mode)
        for name, width, height, scale in (
            ("1280x800", 1280, 800, 1.0),
            ("1000x700", 1000, 700, 1.0),
            ("150-percent", 1280, 800, 1.5),
            ("200-percent", 1280, 800, 2.0),
        ):
            theme.apply(scale=scale)
            hand.window().resize(width, height)
            hand.picture(f"{mode}-{name}-card")
            hand.control(Qt.Key.Key_J)
            hand.picture(f"{mode}-{name}-note")
            hand.window().pair.show_page("card")
            hand.press(Qt.Key.Key_F4)
            hand.picture(f"{mode}-{name}-back")
            hand.press(Qt.Key.Key_F4)
            hand.settle()
        theme.apply(scale=1.0)
        hand.window().resize(1280, 800)
        for page, key in (("settings", Qt.Key.Key_Comma), ("keys", Qt.Key.Key_F1)):
            hand.press(
                key, Qt.KeyboardModifier.ControlModifier if page == "settings" else Qt.KeyboardModifier.NoModifier
            )
            hand.picture(f"{mode}-{page}")
            hand.press(Qt.Key.Key_Escape)


def drive(window: Callable[[], MainWindow], theme: Theme, pictures: Path) -> int:
    """Go through the main job and every look; print where the pictures lie. Answers 0, or 1 when a step failed."""
    hand = Hand(window, pictures, [])
    window().resize(1280, 800)
    clipboard = QGuiApplication.clipboard()
    try:
        welcome(hand)
        type_a_card(hand)
        fix_and_copy(hand, clipboard.text)
        looks(hand, theme)
    except DemoFailed as error:
        hand.window().grab().save(str(pictures / "failed.png"))
        print(f"The demo stopped: {error}. failed.png shows where.")
        return 1
    print(f"{len(hand.taken)} pictures lie in {pictures}")
    return 0
