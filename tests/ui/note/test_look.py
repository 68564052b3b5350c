"""How the pane looks: marks pixel by pixel, in light and dark, and every width and text size."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage

from salver.agenda.window import Kind
from salver.cards.meeting import Meeting, Moment, Precision, zone_of
from salver.cards.situation import Invitation, InvitationState
from salver.etiquette.model import Severity
from salver.ui.desk import Desk
from salver.ui.note import marks
from salver.ui.note.marks import Mark
from salver.ui.note.strip_words import Strip, strip_of

TEXT = "Hi Zoe, great to meet you today at the table by the window"
BERLIN = zone_of("Europe/Berlin")
NOW = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)


def near(a: QColor, b: QColor, within: int = 48) -> bool:
    return all(abs(x - y) <= within for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True))


def under(image: QImage, rect: QRectF, color: QColor) -> list[list[bool]]:
    """For the rows at the foot of a rectangle, which pixels have the colour."""
    rows = range(round(rect.bottom()) - 6, round(rect.bottom()) + 4)
    columns = range(round(rect.left()), round(rect.right()))
    return [[near(image.pixelColor(x, y), color) for x in columns] for y in rows]


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("severity", list(Severity))
def test_each_severity_has_a_mark_of_its_own_shape(bench, desk: Desk, severity: Severity, mode: str) -> None:
    desk.theme.apply(mode=mode)
    bench.editor.insertPlainText(TEXT)
    bench.settle()
    start = TEXT.index("meet you today")
    mark = Mark(start, start + len("meet you today"), severity, 0)
    bench.editor.set_marks([mark])
    bench.editor.put_caret(0)
    image = bench.editor.viewport().grab().toImage()
    rect = bench.editor.mark_rects(mark)[0]
    hit = under(image, rect, desk.theme.color(marks.TOKENS[severity]))
    full = [sum(row) / len(row) for row in hit]
    columns = [any(row[x] for row in hit) for x in range(len(hit[0]))]
    gaps = columns.count(False) / len(columns)
    if severity is Severity.ERROR:
        lines = [i for i, share in enumerate(full) if share > 0.9]
        assert len(lines) >= 2
        assert lines[-1] - lines[0] >= 3
    elif severity is Severity.WARNING:
        assert gaps < 0.1
        assert sum(1 for share in full if 0.1 < share < 0.9) >= 3
    else:
        assert 0.2 < gaps < 0.7


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_finding_at_the_caret_has_its_tint_behind_the_words(bench, desk: Desk, mode: str) -> None:
    desk.theme.apply(mode=mode)
    bench.editor.insertPlainText(TEXT)
    bench.settle()
    start = TEXT.index("today")
    mark = Mark(start, start + 5, Severity.WARNING, 0)
    bench.editor.set_marks([mark])
    corner = bench.editor.mark_rects(mark)[0].topLeft().toPoint() + QPoint(0, 2)
    bench.editor.put_caret(0)
    plain = bench.editor.viewport().grab().toImage().pixelColor(corner)
    bench.editor.put_caret(start + 2)
    tinted = bench.editor.viewport().grab().toImage().pixelColor(corner)
    assert near(tinted, desk.theme.color("warntint"), 6)
    assert plain != tinted


def test_where_marks_overlap_the_worse_is_drawn() -> None:
    wide, inner = Mark(0, 20, Severity.HINT, 0), Mark(5, 9, Severity.ERROR, 1)
    assert marks.drawn([wide, inner]) == [Mark(0, 5, Severity.HINT, 0), inner, Mark(9, 20, Severity.HINT, 0)]


def test_a_mark_follows_its_words_while_somebody_types_before_them(bench) -> None:
    bench.editor.insertPlainText(TEXT)
    start = TEXT.index("today")
    bench.editor.set_marks([Mark(start, start + 5, Severity.WARNING, 0)])
    bench.editor.put_caret(0)
    bench.write("Oh 👋 ")
    mark = bench.editor.marks()[0]
    units = bench.editor.text.encode("utf-16-le")
    assert units[2 * mark.start : 2 * mark.end].decode("utf-16-le") == "today"


@pytest.mark.parametrize("script", ["مرحبا زوي تشرفت بلقائك اليوم", "你好，很高兴认识你", "नमस्ते"])
def test_marks_have_a_place_in_every_script(bench, script: str) -> None:
    bench.editor.put_text(script)
    bench.editor.set_marks([Mark(2, 5, Severity.HINT, 0)])
    rects = bench.editor.mark_rects(bench.editor.marks()[0])
    assert rects
    assert all(rect.width() > 0 and rect.left() >= 0 for rect in rects)
    bench.editor.viewport().grab()


def test_the_note_has_lines_of_27_px_and_grows_up_to_16_of_them(bench) -> None:
    assert bench.editor.height() == 5 * 27
    bench.editor.insertPlainText("\n".join("line" for _ in range(8)))
    assert bench.editor.height() == 8 * 27
    bench.editor.insertPlainText("\n".join("line" for _ in range(40)))
    assert bench.editor.height() == 16 * 27
    assert bench.editor.cursorRect().bottom() <= bench.editor.height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [336, 447, 648])
def test_nothing_is_wider_than_the_pane_at_any_text_size(
    open_pane, desk: Desk, zoe: int, width: int, scale: float
) -> None:
    desk.theme.apply(scale=scale)
    bench = open_pane(zoe, round(width * scale), 620)
    assert bench.pane.minimumSizeHint().width() <= round(336 * scale)
    assert bench.pane.minimumSizeHint().height() <= 620
    bench.pane.begin()
    bench.editor.insertPlainText("Hi [Name], great to meet you today. I recieve many mails.")
    bench.settle()
    assert bench.pane.minimumSizeHint().width() <= round(336 * scale)
    assert bench.pane.minimumSizeHint().height() <= 620
    page = bench.pane.writing.widget()
    assert page.width() <= bench.pane.width()
    for row in bench.pane.writing.findings.rows():
        for button in (*row.fix_buttons(), row.more, row.why_link()):
            right = button.mapTo(bench.pane, QPoint(button.width(), 0)).x()
            assert right <= bench.pane.width()


def test_tab_goes_through_the_pane_as_it_is_read(bench) -> None:
    bench.editor.insertPlainText("Hi Zoë, great to meet you today at PyCon. Did the repo move? Best, Jonas")
    bench.settle()
    page, foot = bench.pane.writing, bench.pane.foot
    page.head.channel.setFocus()
    seen = [bench.pane.focusWidget()]
    for _ in range(40):
        bench.press(Qt.Key.Key_Tab)
        if bench.pane.focusWidget() in seen:
            break
        seen.append(bench.pane.focusWidget())
    row = page.findings.rows()[bench.row("stale-time-word")]
    wanted = [page.head.channel, *page.chips.chips(), bench.editor, page.counter.button, *row.fix_buttons()]
    wanted += [row.why_link(), row.more, foot.primary, foot.plain, foot.quiet]
    assert [widget for widget in seen if widget in wanted] == wanted
    assert all(widget.accessibleName() for widget in seen)


def test_in_a_low_pane_the_page_scrolls_to_the_caret(open_pane, zoe: int) -> None:
    bench = open_pane(zoe, 360, 420)
    bench.pane.begin()
    bench.write("Hi there")
    caret = bench.editor.viewport().mapTo(bench.pane.writing.viewport(), bench.editor.cursorRect().center())
    assert bench.pane.writing.viewport().rect().contains(caret)


def test_a_narrow_pane_keeps_copy_alone_in_its_foot(open_pane, zoe: int) -> None:
    bench = open_pane(zoe, 400)
    bench.pane.begin()
    foot = bench.pane.foot
    assert (foot.primary.isVisible(), foot.plain.isVisible(), foot.quiet.isVisible()) == (True, False, False)
    assert [act.value for act in foot.menu_acts()] == ["open", "not_now"]
    bench.pane.resize(447, 743)
    assert foot.plain.isVisible()
    assert not foot.more.isVisible()


def test_in_a_wide_pane_the_actions_stand_on_the_line_of_their_finding(open_pane, zoe: int) -> None:
    bench = open_pane(zoe, 648)
    bench.pane.begin()
    bench.editor.insertPlainText("Hi Zoë, great to meet you today at PyCon. Did the repo move?")
    bench.settle()
    row = bench.pane.writing.findings.rows()[bench.row("stale-time-word")]
    wide = row.height()
    bench.pane.resize(447, 743)
    assert row.height() > wide + 20


def test_the_list_does_not_jump_while_somebody_types(bench) -> None:
    bench.editor.insertPlainText("Hi Zoë, great to meet you today at PyCon. Did the repo move?")
    bench.settle()
    rows = bench.pane.writing.findings.rows()
    places = [row.geometry() for row in rows]
    bench.write(" Yes")
    assert [row.geometry() for row in bench.pane.writing.findings.rows()] == places
    assert bench.pane.writing.findings.rows() == rows
    bench.settle()
    assert bench.pane.writing.findings.rows()[0] is rows[0]


MET = Moment(dt.datetime(2026, 4, 23, 15, 40), "Europe/Berlin")


def strip(met: Moment | None, now: dt.datetime = NOW, invitation: Invitation = Invitation()) -> Strip:
    return strip_of(Meeting(met=met), invitation, now, BERLIN, (4, 24))


def test_the_strip_tells_the_open_window_as_drawn() -> None:
    shown = strip(MET)
    assert shown.kind is Kind.OPEN
    assert (shown.words, shown.met, shown.opens_at, shown.closes_at) == (
        "5 h left, until 15:40", "Met 15:40", "from 19:40", "15:40",
    )  # fmt: skip
    assert (round(shown.opens * 28), round(shown.now * 28), round(shown.closes * 28)) == (4, 19, 24)


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "opens in 4 h, at 19:40"), (3.5, "opens in 30 min, at 19:40"), (23.5, "30 min left, until 15:40"),
     (24, "1 day ago, still welcome"), (72, "3 days ago, still welcome"), (24 * 40, "5 weeks ago, still welcome")],
)  # fmt: skip
def test_the_strip_speaks_kindly_at_every_hour(hours: float, words: str) -> None:
    assert strip(MET, MET.aware() + dt.timedelta(hours=hours)).words == words


def test_the_strip_knows_what_is_not_exact() -> None:
    assert strip(None).words == "no day of meeting yet"
    assert strip(dataclasses.replace(MET, precision=Precision.MONTH)).words == "Met in April, still welcome"
    assert strip(dataclasses.replace(MET, precision=Precision.DAY)).met == "Met Thursday"
    sent = Invitation(InvitationState.SENT, NOW - dt.timedelta(days=2))
    assert strip(MET, invitation=sent).words == "Sent Wednesday, waiting"


def test_the_strip_moves_with_the_minutes(bench, clock) -> None:
    clock.move(hours=1)
    bench.pane.tick()
    assert bench.pane.strip.words() == "4 h left, until 15:40"
    clock.move(hours=4)
    bench.pane.tick()
    assert bench.pane.strip.words() == "1 day ago, still welcome"
