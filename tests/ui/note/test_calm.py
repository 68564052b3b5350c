"""What is said while somebody types: nothing that the next words take back, and no remark twice."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from salver.etiquette.model import Edit, Finding, Fix, Severity, Span
from salver.store import Store
from salver.ui.note import calm
from salver.ui.note.calm import Rest, ready
from salver.ui.note.once import said_once

CTRL = Qt.KeyboardModifier.ControlModifier


def finding(rule: str, *span: int, severity: Severity = Severity.WARNING, message: str = "") -> Finding:
    return Finding(rule, severity, Span(*span) if span else None, message or rule)


@dataclass
class Half:
    """A note as far as it is written, the caret at its end."""

    text: str

    def said(
        self, *found: Finding, rest: Rest = Rest.NONE, known: tuple[Finding, ...] = (), old: str = ""
    ) -> list[str]:
        shown = ready(found, self.text, len(self.text), rest, (known, old or self.text))
        return [f.rule for f in shown]


def test_what_a_half_written_note_lacks_is_not_said() -> None:
    half = Half("Hi Zoë, thanks for the tips at the")
    missing = (finding("no-hook"), finding("nothing-specific"))
    for rest in (Rest.NONE, Rest.PAUSE, Rest.STOP):
        assert half.said(*missing, rest=rest) == []
    assert half.said(*missing, rest=Rest.AWAY) == ["no-hook", "nothing-specific"]


def test_what_a_note_that_ends_in_a_full_stop_lacks_is_said_once_the_keys_stop() -> None:
    done = Half("Hi Zoë, thanks for the tips at the table.")
    assert done.said(finding("no-hook"), rest=Rest.PAUSE) == []
    assert done.said(finding("no-hook"), rest=Rest.STOP) == ["no-hook"]
    assert Half("Hi Zoë!").said(finding("no-hook"), rest=Rest.STOP) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hi Zoë, great to meet you today", False),
        ("Hi Zoë, great to meet you today and", False),
        ("Hi Zoë, great to meet you today. And", True),
        ("Hi Zoë, great to meet you today!", True),
        ("Hi Zoë, great to meet you today\nAnd", True),
    ],
)
def test_words_are_marked_once_their_sentence_is_closed(text: str, said: bool) -> None:
    at = text.index("today")
    today = finding("stale-time-word", at, at + 5)
    assert bool(Half(text).said(today)) is said
    assert Half(text).said(today, rest=Rest.PAUSE) == ["stale-time-word"]


def test_a_wrong_name_is_told_behind_the_comma_of_the_greeting() -> None:
    name = finding("wrong-name", 3, 9)
    assert Half("Hi Daniel").said(name) == []
    assert Half("Hi Daniel, y").said(name) == ["wrong-name"]


def test_a_remark_that_is_shown_stays_while_its_sentence_grows() -> None:
    shown = finding("big-ask", 8, 30)
    longer = finding("big-ask", 8, 40)
    old, new = "Hi Zoë, could you introduce me", "Hi Zoë, could you introduce me to a boss"
    assert Half(new).said(longer, known=(shown,), old=old) == ["big-ask"]
    assert Half(new).said(longer) == []


def test_half_a_sentence_does_not_take_back_what_was_said_of_a_closed_one() -> None:
    old, new = "Hi Zoë, our demo is free. ", "Hi Zoë, our demo is free. My"
    shown = finding("sales-pitch", 8, 25)
    assert Half(new).said(known=(shown,), old=old) == ["sales-pitch"]
    assert Half(new).said(known=(shown,), old=old, rest=Rest.PAUSE) == []
    assert Half("Hi Zoë, our is free. ").said(known=(shown,), old=old) == []


def test_being_too_long_is_said_at_once() -> None:
    assert Half("Hi Zoë, thanks for").said(finding("too-long")) == ["too-long"]


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "?", "...", "Hi,", "👋🏽", "a" * 500, "Hi Dr. ", "e.g. this", "\ud800"]
)
def test_any_text_is_read(text: str) -> None:
    for caret in range(len(text) + 1):
        for rest in Rest:
            ready((finding("no-hook"), finding("link", 0, 1)), text, caret, rest, ((), ""))


def test_pasting_and_undoing_are_no_typing() -> None:
    assert calm.was_typed("Hi", "Hi Z")
    assert calm.was_typed("Hi", "Hi Zoë ")
    assert not calm.was_typed("", "Hi Zoë, thanks for the tips.")
    assert not calm.was_typed("Hi Zoë, thanks for the tips.", "")


def test_linkedins_own_text_is_one_remark() -> None:
    stock = finding("default-invitation", 0, 10, severity=Severity.ERROR)
    rest = (finding("no-context"), finding("no-hook"), finding("nothing-specific"))
    assert said_once((stock, *rest)) == (stock,)
    bio = finding("stranger-no-bio")
    assert said_once((stock, bio)) == (stock, bio)


def test_what_is_marked_stands_above_what_is_missing() -> None:
    whole, mark, hint = finding("no-hook"), finding("big-ask", 5, 9), finding("shouting", 0, 3, severity=Severity.HINT)
    assert said_once((hint, whole, mark)) == (mark, whole, hint)


def test_a_detail_of_the_talk_tells_who_writes_and_a_hint_covers_no_warning() -> None:
    nobody = finding("no-context")
    for rule in ("nothing-specific", "stranger-no-bio", "introducer-unnamed"):
        assert said_once((nobody, finding(rule))) == (finding(rule),)
        assert nobody in said_once((nobody, finding(rule, severity=Severity.HINT)))


def test_the_same_words_are_blamed_once() -> None:
    pitch, ask = finding("sales-pitch", 10, 40), finding("big-ask", 20, 40)
    assert said_once((ask, pitch)) == (pitch,)
    elsewhere = finding("big-ask", 50, 60)
    assert said_once((pitch, elsewhere)) == (pitch, elsewhere)
    faint = finding("sales-pitch", 10, 40, severity=Severity.HINT)
    assert said_once((ask, faint)) == (ask, faint)


def test_an_introducer_under_another_name_is_one_remark() -> None:
    fix = Fix("Change to “Luc Besnard”", (Edit(4, 10, "Luc Besnard"),))
    other = Finding("contradicts-card", Severity.WARNING, Span(4, 10), "The card says Luc Besnard", "", (fix,))
    unnamed = finding("introducer-unnamed", message="Luc Besnard is not mentioned")
    assert said_once((unnamed, other)) == (other,)
    assert said_once((unnamed,)) == (unnamed,)


def test_while_a_note_is_typed_nothing_is_said_of_it_that_goes_again(bench) -> None:
    bench.pane.remarks.resting.setInterval(10**6)
    seen: list[list[str]] = []
    bench.pane.remarks.shown.connect(lambda: seen.append(bench.rules()))
    for letter in "Hi Zoë, thanks for the sqlite sync tips. Did the repo move":
        bench.write(letter)
        bench.pane.remarks.resting.stop()
        bench.pane.checks.check(bench.editor.text, at_once=True)
        bench.answered()
    assert [rules for rules in seen if rules] == []
    assert not bench.pane.writing.well.isVisible()


def test_once_the_keys_stop_the_panel_says_what_the_note_lacks(bench) -> None:
    bench.write("Hi Zoë, it was a great evening with you at PyCon DE.")
    bench.answered()
    assert bench.rules() == []
    bench.qtbot.waitUntil(lambda: "no-hook" in bench.rules(), timeout=10_000)


def test_a_note_over_its_limit_never_reads_well(bench, store: Store) -> None:
    store.settings.put(replace(store.settings.get(), rules_off=frozenset({"too-long"})))
    bench.pane.show_card(bench.pane.card_id())
    bench.pane.begin()
    well = "Hi Zoë, thanks for the sqlite sync tips at the sprint table. Did the repo move to Codeberg? "
    QGuiApplication.clipboard().setText(well)
    bench.press(Qt.Key.Key_V, CTRL)
    bench.settle()
    assert bench.pane.writing.well.isVisible() == (not bench.rules())
    QGuiApplication.clipboard().setText(well * 2 + "And who of you keeps the trams of Darmstadt on time?")
    bench.press(Qt.Key.Key_V, CTRL)
    bench.settle()
    assert not bench.pane.writing.well.isVisible()


@pytest.mark.parametrize("how", ["leave", "step", "copy"])
def test_whoever_stops_to_look_is_told_everything_at_once(bench, how: str) -> None:
    bench.write("Hi Zoë, it was a great evening with you")
    bench.answered()
    assert bench.rules() == []
    if how == "leave":
        bench.pane.foot.primary.setFocus()
    elif how == "step":
        bench.press(Qt.Key.Key_F8)
    else:
        bench.press(Qt.Key.Key_Return, CTRL)
    assert "no-hook" in bench.rules()


def test_a_pasted_note_is_judged_whole(bench) -> None:
    QGuiApplication.clipboard().setText("Hi Zoë, it was a great evening with you")
    bench.press(Qt.Key.Key_V, CTRL)
    bench.answered()
    assert "no-hook" in bench.rules()


def test_an_undone_fix_brings_its_remark_back_at_once(bench) -> None:
    bench.write("Hi Zoë, great to meet you today at PyCon DE. Did the repo move")
    bench.settle()
    row = bench.row("stale-time-word")
    bench.pane.writing.findings.rows()[row].fix_buttons()[0].click()
    bench.answered()
    assert "stale-time-word" not in bench.rules()
    bench.press(Qt.Key.Key_Z, CTRL)
    bench.answered()
    assert "stale-time-word" in bench.rules()
