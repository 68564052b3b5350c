"""What the etiquette says of the note: shows findings and marks, applies fixes, walks them, lets them go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from salver.cards.units import Utf16Map
from salver.etiquette.gap import gap_in
from salver.etiquette.model import Finding
from salver.ui.note.checks import SPELLING, NoteChecks
from salver.ui.note.edits import Change, in_utf16
from salver.ui.note.findings import finding_menu
from salver.ui.note.marks import Mark
from salver.ui.note.spans import carried
from salver.ui.note.why import WhySheet, page_of
from salver.ui.note.writing import WritingPage
from salver.ui.texts import NoteWords

if TYPE_CHECKING:
    from salver.ui.desk import Desk

HOLD_MS = 1_500
"""A misspelling at the caret waits this long: the word may not be finished."""
_PRAISE_FROM = 24


class NoteRemarks(QObject):
    """Stands between the checks and the page. `shown` after each answer, `changed` when their number differs."""

    shown = Signal()
    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        page: WritingPage,
        checks: NoteChecks,
        flush: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._editor = page.editor
        self._checks = checks
        self._flush = flush
        self._found: tuple[tuple[Finding, ...], str] = ((), "")
        self._typing = self._complete = False
        self._walked = -1
        self._held_at = -1
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self.release)
        checks.found.connect(self._take)
        self._editor.cursorPositionChanged.connect(self._caret_moved)
        page.findings.fix.connect(self.fix)
        page.findings.why.connect(self.why)
        page.findings.go_there.connect(self.go_to)
        page.findings.menu_wanted.connect(self._open_menu)

    def clear(self) -> None:
        """Another note is shown: nothing is known of it yet."""
        self._checks.session.forget()
        self._typing = False
        self._walked = -1
        self._set((), self._editor.text)

    def typed(self, text: str) -> None:
        """The text is another one now. What is shown stays until the answer comes."""
        self._typing = True
        self._walked = -1
        self._checks.check(text)
        self._page.frame.refresh()

    def cuts(self, text: str) -> list[tuple[str, tuple[Change, ...]]]:
        """The cuts the engine proposes for a note that is too long, where they still fit the text."""
        findings = (f for f in carried(*self._found, text) if f.rule == "too-long")
        return [(fix.label, tuple(fix.edits)) for finding in findings for fix in finding.fixes]

    # Showing

    def _take(self, findings: tuple[Finding, ...], text: str, complete: bool) -> None:
        if text == self._editor.text:
            self._complete = complete
            if findings and (findings, text) == self._found:
                # Spelling had nothing to add to what is shown.
                return
            self._set(findings, text)

    def _set(self, findings: tuple[Finding, ...], text: str) -> None:
        self._found = (findings, text)
        self._held_at = -1
        shown = findings
        if self._editor.hasFocus() and self._typing:
            caret = Utf16Map(text).to_points(self._editor.textCursor().position())
            shown = tuple(f for f in findings if not _is_unfinished(f, caret))
            if len(shown) < len(findings):
                self._held_at = caret
                self._hold.start()
        self._show(shown, text)

    def _show(self, findings: tuple[Finding, ...], text: str) -> None:
        units = Utf16Map(text)
        panel = self._page.findings
        before = len(panel.findings())
        panel.set_findings(findings)
        self._editor.set_marks(
            Mark(units.to_utf16(f.span.start), units.to_utf16(f.span.end), f.severity, index)
            for index, f in enumerate(findings)
            if f.span is not None
        )
        self._page.frame.refresh()
        quiet = self._checks.situation is not None and not findings and self._complete and gap_in(text) is None
        self._page.well.setVisible(quiet and len(text.strip()) > _PRAISE_FROM)
        self.shown.emit()
        if before != len(findings):
            self.changed.emit()

    def _caret_moved(self) -> None:
        if self._held_at >= 0 and self._editor.text == self._found[1]:
            caret = Utf16Map(self._found[1]).to_points(self._editor.textCursor().position())
            if caret != self._held_at:
                self.release()

    def release(self) -> None:
        """Show what was held back because its word might not have been finished."""
        self._hold.stop()
        if self._held_at >= 0 and self._editor.text == self._found[1]:
            self._held_at = -1
            self._show(*self._found)

    # Acting

    def _current(self, index: int) -> Finding | None:
        """A finding as it lies in the text of this moment; None when its words have changed since."""
        findings = self._page.findings.findings()
        if not 0 <= index < len(findings):
            return None
        if self._editor.text == self._found[1]:
            return findings[index]
        return next(iter(carried((findings[index],), self._found[1], self._editor.text)), None)

    def fix(self, index: int, which: int = 0) -> None:
        """Apply a fix, as one step of undo."""
        finding = self._current(index)
        if finding is None or which >= len(finding.fixes) or self._editor.isReadOnly():
            return
        self._editor.replace(in_utf16(self._editor.text, finding.fixes[which].edits))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._checks.check(self._editor.text, at_once=True)

    def step(self, by: int) -> None:
        """Go to the next finding in the order of the text, or the one before, and say it to assistive tech."""
        findings = self._page.findings.findings()
        if not findings:
            return
        order = sorted(range(len(findings)), key=lambda i: _place(findings[i]))
        here = self._walked if self._walked in order else self._editor.current()
        at = order.index(here) + by if here in order else (0 if by > 0 else -1)
        index = order[at % len(order)]
        self.go_to(index)
        self._walked = index
        finding = findings[index]
        said = NoteWords.finding(finding.severity.value, finding.message, finding.reason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, said))

    def go_to(self, index: int) -> None:
        """Put the caret where the finding is, and bring both into sight."""
        finding = self._current(index)
        if finding is None:
            return
        self._page.findings.reveal(index)
        if finding.span is not None:
            self._editor.put_caret(Utf16Map(self._editor.text).to_utf16(finding.span.start))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        rows = self._page.findings.rows()
        if index < len(rows):
            self._page.ensureWidgetVisible(rows[index], 0, 8)

    def why(self, index: int) -> None:
        """Open the page of the rule."""
        findings = self._page.findings.findings()
        if index < len(findings):
            page = page_of(findings[index], self._desk.rules)
            sheet = WhySheet(self._desk.theme, page, self._page.window())
            sheet.closed.connect(sheet.deleteLater)
            sheet.open()

    def menu(self, index: int) -> QMenu | None:
        """The menu of a finding: how not to be told again. None when its words have changed."""
        finding = self._current(index)
        if finding is None:
            return None
        choices = [
            ("once", NoteWords.IGNORE_ONCE),
            ("card", NoteWords.IGNORE_CARD),
            ("always", NoteWords.IGNORE_ALWAYS),
        ]
        if finding.rule == SPELLING and finding.span is not None:
            word = self._editor.text[finding.span.start : finding.span.end]
            choices.insert(0, ("word", NoteWords.add_word(word)))
        menu = finding_menu(self._page, choices)
        menu.triggered.connect(lambda action: self.let_go(finding, str(action.data())))
        return menu

    def _open_menu(self, index: int, where: QPoint) -> None:
        menu = self.menu(index)
        if menu is not None:
            menu.popup(where)

    def let_go(self, finding: Finding, how: str) -> None:
        """Do not show this again: once, for this card, always, or as a word of the dictionary."""
        if self._flush():
            self._checks.let_go(finding, self._editor.text, how)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(finding: Finding) -> tuple[bool, int]:
    return (finding.span is None, finding.span.start if finding.span else 0)


def _is_unfinished(finding: Finding, caret: int) -> bool:
    return finding.rule == SPELLING and finding.span is not None and finding.span.end == caret
