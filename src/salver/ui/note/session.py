"""Checks a note while it is written, without ever making the typing wait.

Each text handed in has a revision. A snapshot goes to the worker; what comes back for an older revision is
dropped. The engine answers first, spelling second; spelling of unchanged words is kept in between, so that
nothing flickers.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from salver.cards.situation import Situation
from salver.etiquette import engine as engines
from salver.etiquette.dismissed import fingerprint
from salver.etiquette.model import Finding
from salver.ui.note.spans import carried

if TYPE_CHECKING:
    from salver.etiquette.engine import Engine
    from salver.ui.desk import Desk

PAUSE_MS = 120
"""How long the typing rests before a check."""
LONGEST_WAIT_MS = 1000
"""A check is begun after this long even if somebody types on and on."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a check needs, frozen; safe to hand to another thread."""

    revision: int
    text: str
    situation: Situation
    engine: Engine
    dictionary: frozenset[str] = frozenset()
    dialect: str = ""
    dismissed: frozenset[tuple[str, str]] = frozenset()
    spell: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of one revision of the text. `complete` when spelling is among them."""

    revision: int
    text: str
    findings: tuple[Finding, ...]
    complete: bool


class CheckSession(QObject):
    """Takes texts, gives findings: `found` carries a `Checked` of the newest text and of no other."""

    found = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._revision = 0
        self._next: Snapshot | None = None
        self._running = False
        self._spelled: tuple[str, tuple[Finding, ...]] = ("", ())
        self._speller_works = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start)
        self._waiting = QElapsedTimer()

    @property
    def revision(self) -> int:
        """The number of the newest text."""
        return self._revision

    @property
    def busy(self) -> bool:
        """True while an answer for the newest text is still to come."""
        return self._running or self._next is not None

    def submit(self, snapshot: Snapshot, *, at_once: bool = False) -> int:
        """Ask for a check; answers with the revision it was given. Older ones are forgotten."""
        self._revision += 1
        if self._next is None:
            self._waiting.start()
        self._next = replace(snapshot, revision=self._revision)
        if at_once or self._waiting.elapsed() > LONGEST_WAIT_MS:
            self._start()
        else:
            self._pause.start()
        return self._revision

    def forget(self) -> None:
        """Drop the text and whatever answer is under way: another note is shown."""
        self._revision += 1
        self._next = None
        self._spelled = ("", ())
        self._pause.stop()

    def _start(self) -> None:
        self._pause.stop()
        if self._running or self._next is None:
            return
        snapshot, self._next = self._next, None
        self._running = True
        self._desk.tasks.run(
            lambda: snapshot.engine.check(snapshot.text, snapshot.situation),
            lambda findings: self._checked(snapshot, findings),
            lambda _error: self._failed(),
        )

    def _checked(self, snapshot: Snapshot, findings: tuple[Finding, ...]) -> None:
        spell = snapshot.spell and self._speller_works and bool(snapshot.text.strip())
        if snapshot.revision == self._revision:
            kept = carried(self._spelled[1], self._spelled[0], snapshot.text) if spell else ()
            kept = _still_wanted(kept, snapshot)
            self._tell(snapshot, engines.merge(findings, kept), complete=not spell)
        if not spell or snapshot.revision != self._revision:
            self._end()
            return
        speller = self._desk.speller
        self._desk.tasks.run(
            lambda: speller().check(snapshot.text, snapshot.situation, snapshot.dictionary, snapshot.dialect),
            lambda spelling: self._spelt(snapshot, findings, spelling),
            lambda _error: self._without_speller(snapshot, findings),
        )

    def _spelt(self, snapshot: Snapshot, findings: tuple[Finding, ...], spelling: tuple[Finding, ...]) -> None:
        if snapshot.revision == self._revision:
            spelling = _still_wanted(spelling, snapshot)
            self._spelled = (snapshot.text, spelling)
            self._tell(snapshot, engines.merge(findings, spelling), complete=True)
        self._end()

    def _without_speller(self, snapshot: Snapshot, findings: tuple[Finding, ...]) -> None:
        # The speller is an extra: without it the etiquette goes on. Asking again at each key would only be slow.
        self._speller_works = False
        _log.error("spelling is off until the next start")
        if snapshot.revision == self._revision:
            self._tell(snapshot, findings, complete=True)
        self._end()

    def _failed(self) -> None:
        _log.error("a check failed")
        self._end()

    def _tell(self, snapshot: Snapshot, findings: tuple[Finding, ...], *, complete: bool) -> None:
        self.found.emit(Checked(snapshot.revision, snapshot.text, findings, complete))

    def _end(self) -> None:
        self._running = False
        if self._next is not None and not self._pause.isActive():
            self._start()


def _still_wanted(spelling: tuple[Finding, ...], snapshot: Snapshot) -> tuple[Finding, ...]:
    """Spelling without what the person has let go; the engine does the same for its own rules."""
    if not snapshot.dismissed:
        return spelling
    return tuple(
        f
        for f in spelling
        if (f.rule, "") not in snapshot.dismissed and (f.rule, fingerprint(f, snapshot.text)) not in snapshot.dismissed
    )
