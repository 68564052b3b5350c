"""The findings below the note: three at most until more are asked for, the worst first, nothing that jumps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from salver.etiquette.model import Finding, Severity
from salver.ui.controls.button import Button
from salver.ui.controls.flow import FlowLayout
from salver.ui.controls.label import PlainLabel
from salver.ui.note import marks
from salver.ui.note.link import Link
from salver.ui.texts import NoteWords
from salver.ui.theme import Theme

SHOWN_AT_ONCE = 3
_TEXT_AT = 32
_GLYPH = 20
_INSET = 12
"""The dots of the menu end at the page's margin; the padding of their button lies beyond."""


class _Glyph(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.severity = Severity.HINT
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._theme.px(_GLYPH)
        color = self._theme.color(marks.TOKENS[self.severity])
        self._theme.paint_icon(painter, QRectF(0, 0, size, size), marks.GLYPHS[self.severity], color)
        painter.end()

    def _renew(self) -> None:
        self.setFixedSize(max(_TEXT_AT, self._theme.px(_GLYPH) + 12), self._theme.px(_GLYPH))
        self.update()


class FindingRow(QWidget):
    """One finding: glyph, title, reason, fixes, *Why?* and a menu. It is told which to show, and keeps its widgets."""

    fix = Signal(int)
    why = Signal()
    go_there = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wide: bool | None = None
        self.finding: Finding | None = None
        self.line = True
        self._glyph = _Glyph(theme)
        self._title = PlainLabel(theme, "", "body", "ink", 600, wrap=True)
        self._reason = PlainLabel(theme, "", "second", "ink2", wrap=True)
        self._actions = QWidget()
        self._flow = FlowLayout(12, self._actions)
        self._fixes: list[Button] = []
        self._why = Link(theme, NoteWords.WHY)
        self._why.clicked.connect(self.why)
        self.more = Button(theme, "", "quiet", "ph.dots-three-bold", small=True, name=NoteWords.MORE_ACTIONS)
        self.more.clicked.connect(lambda: self.menu_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 8)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(1)
        column.addWidget(self._title)
        column.addWidget(self._reason)
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """With room for it, the actions stand on the same line."""
        if wide == self._wide:
            return
        self._wide = wide
        for widget in (self._glyph, self._words, self._actions, self.more):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self._glyph, 0, 0, top)
        self._grid.addWidget(self._words, 0, 1)
        if wide:
            self._grid.addWidget(self._actions, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._actions, 1, 1, 1, 3)
        self._grid.addWidget(self.more, 0, 3, Qt.AlignmentFlag.AlignVCenter if wide else top)
        self._fit_actions()

    def show_finding(self, finding: Finding) -> None:
        """Show this one; what stays the same is left alone."""
        before, self.finding = self.finding, finding
        said = NoteWords.finding(finding.severity.value, finding.message, finding.reason)
        self.setAccessibleName(said)
        if before is not None and _looks(before) == _looks(finding):
            return
        self._glyph.severity = finding.severity
        self._glyph.setAccessibleName(finding.severity.value)
        self._glyph.update()
        self._title.setText(finding.message)
        self._title.setAccessibleName(f"{finding.severity.value}: {finding.message}")
        self._reason.setText(finding.reason)
        self._reason.setVisible(bool(finding.reason))
        self._why.setAccessibleName(f"{NoteWords.WHY} {finding.message}")
        self.more.setAccessibleName(NoteWords.more_for(finding.message))
        self._flow.removeWidget(self._why)
        self._why.setParent(self._actions)
        self._flow.clear()
        self._fixes = []
        for index, fix in enumerate(finding.fixes):
            button = Button(self._theme, fix.label, "tint", small=True)
            button.clicked.connect(lambda _checked=False, index=index: self.fix.emit(index))
            self._flow.addWidget(button)
            button.show()
            self._fixes.append(button)
        self._flow.addWidget(self._why)
        self._why.show()
        self._fit_actions()

    def fix_buttons(self) -> tuple[Button, ...]:
        """The buttons of the fixes, in order."""
        return tuple(self._fixes)

    def controls(self) -> list[QWidget]:
        """What can be focused in this row, in the order it is read."""
        return [*self._fixes, self._why, self.more]

    def why_link(self) -> Link:
        """The word that opens the rule's page."""
        return self._why

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words leads to the place in the note."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.go_there.emit()

    def set_line(self, line: bool) -> None:
        """Whether another row stands below."""
        if line != self.line:
            self.line = line
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below, but not under the last."""
        if self.line:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width() - _INSET, 1, self._theme.color("rule"))
            painter.end()

    def _fit_actions(self) -> None:
        """On the same line the actions take what they need; below, they flow."""
        if self._wide:
            hint = self._flow.sizeHint()
            self._actions.setFixedWidth(min(hint.width(), self._theme.px(320)))
            self._flow.setContentsMargins(0, 0, 0, 0)
        else:
            self._actions.setMinimumWidth(0)
            self._actions.setMaximumWidth(16777215)
            self._flow.setContentsMargins(0, 6, 0, 2)
        self.updateGeometry()


def _looks(finding: Finding) -> tuple[object, ...]:
    return (finding.severity, finding.message, finding.reason, tuple(fix.label for fix in finding.fixes))


class FindingsPanel(QWidget):
    """Shows findings in the order given. Signals carry a position in that order."""

    fix = Signal(int, int)
    why = Signal(int)
    go_there = Signal(int)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._rows: list[FindingRow] = []
        self._wide = False
        self.expanded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(_TEXT_AT, 0, 0, 8)
        self.more = Link(theme, "")
        self.more.clicked.connect(self._toggle)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self._column.addWidget(self._foot)
        self._foot.hide()
        self.setAccessibleName(NoteWords.findings(0))

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, the worst first as given. Rows are kept and refilled, so that nothing flickers."""
        self._findings = tuple(findings)
        if len(self._findings) <= SHOWN_AT_ONCE:
            self.expanded = False
        self._show()

    def set_wide(self, wide: bool) -> None:
        """Room for actions on the same line."""
        self._wide = wide
        for row in self._rows:
            row.set_wide(wide)

    def findings(self) -> tuple[Finding, ...]:
        """All findings, shown or not."""
        return self._findings

    def rows(self) -> tuple[FindingRow, ...]:
        """The rows in sight."""
        return tuple(row for row in self._rows if not row.isHidden())

    def controls(self) -> list[QWidget]:
        """What can be focused, in the order it is read."""
        return [control for row in self._rows for control in row.controls()] + [self.more]

    def reveal(self, index: int) -> None:
        """Make sure that a finding is in sight."""
        if index >= SHOWN_AT_ONCE and not self.expanded:
            self._toggle()

    def _toggle(self) -> None:
        self.expanded = not self.expanded
        self._show()

    def _show(self) -> None:
        shown = self._findings if self.expanded else self._findings[:SHOWN_AT_ONCE]
        while len(self._rows) < len(shown):
            self._add_row()
        rest = len(self._findings) - len(shown)
        for index, row in enumerate(self._rows):
            if index < len(shown):
                row.show_finding(shown[index])
                row.set_line(index + 1 < len(shown))
            row.setVisible(index < len(shown))
        self.more.set_words(NoteWords.more(rest) if rest else NoteWords.FEWER)
        self._foot.setVisible(bool(rest) or self.expanded)
        self.setAccessibleName(NoteWords.findings(len(self._findings)))

    def _add_row(self) -> None:
        index = len(self._rows)
        row = FindingRow(self._theme)
        row.set_wide(self._wide)
        row.fix.connect(lambda which: self.fix.emit(index, which))
        row.why.connect(lambda: self.why.emit(index))
        row.go_there.connect(lambda: self.go_there.emit(index))
        row.menu_wanted.connect(lambda place: self.menu_wanted.emit(index, place))
        self._rows.append(row)
        self._column.insertWidget(index, row)


def finding_menu(parent: QWidget, choices: Sequence[tuple[str, str]]) -> QMenu:
    """A menu of (value, words); the chosen action's `data` is the value."""
    menu = QMenu(parent)
    for value, words in choices:
        menu.addAction(words.replace("&", "&&")).setData(value)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
