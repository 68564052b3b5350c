"""What the etiquette says of the note: shows findings and marks, applies fixes, walks them, lets them go."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from salver.cards.note import limit
from salver.cards.units import Utf16Map, for_clipboard, utf16_length
from salver.etiquette.gap import gap_in
from salver.etiquette.model import Finding
from salver.ui.note import calm
from salver.ui.note.calm import Rest
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
        self._complete = False
        self._told = ""
        """The text that what is shown was found in."""
        self._typed = ""
        self._caret = -1
        self._walked = -1
        self._rest = Rest.AWAY
        self.resting = QTimer(self, singleShot=True)
        self.resting.timeout.connect(self._rested)
        checks.found.connect(self._take)
        self._editor.cursorPositionChanged.connect(self._caret_moved)
        page.findings.fix.connect(self.fix)
        page.findings.why.connect(self.why)
        page.findings.go_there.connect(self.go_to)
        page.findings.menu_wanted.connect(self._open_menu)

    def clear(self) -> None:
        """Another note is shown: nothing is known of it yet."""
        self._checks.session.forget()
        self.resting.stop()
        self._rest = Rest.AWAY
        self._walked = -1
        self._typed = self._editor.text
        self._page.well.hide()
        self._set((), self._typed)

    def typed(self, text: str) -> None:
        """The text is another one now. What is shown stays until the answer comes."""
        typed = calm.was_typed(self._typed, text) and not self._editor.is_retracing
        self._typed = text
        self._begin_rest(Rest.NONE if typed else Rest.AWAY)
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
        self._say()

    def _say(self) -> None:
        """Show of what was found what is ready to be said."""
        findings, text = self._found
        self._caret = Utf16Map(text).to_points(self._editor.textCursor().position())
        rest = self._rest if self._editor.hasFocus() else Rest.AWAY
        known = (self._page.findings.findings(), self._told)
        self._show(calm.ready(findings, text, self._caret, rest, known), text)

    def _show(self, findings: tuple[Finding, ...], text: str) -> None:
        units = Utf16Map(text)
        panel = self._page.findings
        before = len(panel.findings())
        self._told = text
        panel.set_findings(findings)
        self._editor.set_marks(
            Mark(units.to_utf16(f.span.start), units.to_utf16(f.span.end), f.severity, index)
            for index, f in enumerate(findings)
            if f.span is not None
        )
        self._page.frame.refresh()
        self._praise(text)
        self.shown.emit()
        if before != len(findings):
            self.changed.emit()

    def _praise(self, text: str) -> None:
        """Say that all is well once the writing rests, and go on saying so while it is."""
        known = self._checks.situation is not None and self._complete and len(text.strip()) > calm.JUDGED_FROM
        well = known and not self._found[0] and gap_in(text) is None and not self._is_over(text)
        rests = self._rest >= Rest.STOP or not self._editor.hasFocus()
        self._page.well.setVisible(well and (rests or not self._page.well.isHidden()))

    def _is_over(self, text: str) -> bool:
        """Whether the box would cut the note off, which is so even when the rule on it is switched off."""
        situation = self._checks.situation
        most = limit(situation.channel, situation.sender.plan) if situation is not None else None
        return most is not None and utf16_length(for_clipboard(text)) > most

    def _begin_rest(self, rest: Rest) -> None:
        self._rest = rest
        if rest is Rest.AWAY:
            self.resting.stop()
        else:
            self.resting.start(calm.REST_MS[rest])

    def _rested(self) -> None:
        self._begin_rest(Rest(self._rest + 1))
        if self._editor.text == self._found[1]:
            self._say()

    def _caret_moved(self) -> None:
        """Whoever goes elsewhere in the text has left the words they were writing."""
        if self._rest is Rest.NONE and self._editor.text == self._found[1]:
            caret = Utf16Map(self._found[1]).to_points(self._editor.textCursor().position())
            if caret != self._caret:
                self._begin_rest(Rest.PAUSE)
                self._say()

    def settle(self) -> None:
        """The note is judged by something new, such as another channel: what was shown is no measure any more."""
        self._begin_rest(Rest.AWAY)

    def release(self) -> None:
        """Show what was held back: nobody writes on."""
        self._begin_rest(Rest.AWAY)
        if self._editor.text == self._found[1]:
            self._say()

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
        self._begin_rest(Rest.AWAY)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._checks.check(self._editor.text, at_once=True)

    def step(self, by: int) -> None:
        """Go to the next finding in the order of the text, or the one before, and say it to assistive tech."""
        self.release()
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
        self._begin_rest(Rest.AWAY)
        if self._flush():
            self._checks.let_go(finding, self._editor.text, how)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)


def _place(finding: Finding) -> tuple[bool, int]:
    return (finding.span is None, finding.span.start if finding.span else 0)
