"""Writing a note: begun, typed, checked, mended, kept. Real keys, store, rules and speller."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeySequence, QShortcut

from salver.cards.card import Card
from salver.cards.note import Activity, Channel, Deed
from salver.cards.units import utf16_length
from salver.store import Store
from salver.ui.desk import Desk
from salver.ui.note.why import WhySheet

TODAY = "Hi Zoë, great to meet you today at PyCon DE. Did the repo move to Codeberg?"
CTRL = Qt.KeyboardModifier.ControlModifier


def test_before_a_note_is_begun_the_pane_says_what_is_ready(open_pane, zoe: int) -> None:
    pane = open_pane(zoe, width=336).pane
    assert not pane.has_note()
    assert pane.empty.sentence.text() == (
        "Zoë will remember you best before 15:40. Six things on the back are ready to use."
    )
    assert pane.strip.words() == "5 h left, until 15:40"
    assert not pane.foot.isVisible()
    pane.empty.start.click()
    assert pane.has_note()
    assert pane.editor.hasFocus()
    assert pane.writing.head.title.text() == "To Zoë"
    assert pane.writing.head.channel.value() == "invitation"


def test_a_note_of_which_nothing_was_typed_is_not_kept(bench, store: Store, zoe: int) -> None:
    bench.pane.show_card(zoe)
    assert store.notes.of(zoe) == ()
    assert not bench.pane.has_note()


def test_what_is_typed_is_kept_and_the_first_letter_makes_a_draft(bench, store: Store, zoe: int) -> None:
    bench.write("Hi Zoë")
    bench.qtbot.waitUntil(lambda: bool(store.notes.of(zoe)) and store.notes.of(zoe)[0].text == "Hi Zoë")
    note = store.notes.of(zoe)[0]
    assert (note.channel, note.meeting_id) == (Channel.INVITATION, store.meetings.of(zoe)[0].id)
    assert [a.deed for a in store.activities.of(zoe)] == [Deed.DRAFTED]
    bench.write(", good")
    assert bench.pane.flush()
    assert store.notes.get(note.id).text == "Hi Zoë, good"  # type: ignore[union-attr]  # it was just there
    assert [a.deed for a in store.activities.of(zoe)] == [Deed.DRAFTED]


def test_a_kept_note_is_shown_again(bench, open_pane, zoe: int) -> None:
    bench.write("Hi there")
    bench.pane.flush()
    again = open_pane(zoe)
    assert again.editor.text == "Hi there"
    assert not again.editor.document().isUndoAvailable()


def test_a_note_that_was_emptied_is_taken_up_again(bench, store: Store, zoe: int) -> None:
    bench.write("Hi")
    bench.pane.flush()
    bench.press(Qt.Key.Key_A, CTRL)
    bench.press(Qt.Key.Key_Delete)
    bench.pane.show_card(zoe)
    assert not bench.pane.has_note()
    bench.pane.begin()
    bench.write("Hello")
    bench.pane.flush()
    assert [note.text for note in store.notes.of(zoe)] == ["Hello"]


@pytest.mark.parametrize("text", ["x" * 10_000, "👩‍💻" * 2_000, "\n" * 10_000, "a\u0000b\u2028c\ud800", "‮evil"])
def test_anything_can_be_pasted_and_is_kept(bench, store: Store, zoe: int, text: str) -> None:
    data = QMimeData()
    data.setText("Hi " + text)
    bench.editor.insertFromMimeData(data)
    bench.settle()
    assert bench.pane.flush()
    bench.pane.copy()
    assert store.notes.of(zoe)[0].text.startswith("Hi ")


def test_undoing_the_new_note_in_the_journal_empties_the_pane(bench, desk: Desk, zoe: int) -> None:
    bench.write("Hi")
    bench.pane.flush()
    changed = desk.store.journal.undo()
    assert changed is not None
    desk.announce(changed)
    assert desk.store.notes.of(zoe) == ()
    assert desk.store.activities.of(zoe) == ()
    assert not bench.pane.has_note()


def test_findings_come_while_typing_and_a_fix_is_one_step_of_undo(bench) -> None:
    bench.write(TODAY)
    bench.settle()
    row = bench.row("stale-time-word")
    mark = next(m for m in bench.editor.marks() if m.finding == row)
    assert bench.editor.text[mark.start : mark.end] == "today"
    bench.pane.writing.findings.rows()[row].fix_buttons()[0].click()
    assert bench.editor.text == TODAY.replace("today", "yesterday")
    bench.settle()
    assert "stale-time-word" not in bench.rules()
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.editor.text == TODAY
    bench.settle()
    assert "stale-time-word" in bench.rules()


def test_a_fix_hits_the_same_words_when_somebody_typed_on_before_the_answer(bench) -> None:
    bench.write(TODAY)
    bench.settle()
    row = bench.row("stale-time-word")
    bench.editor.put_caret(0)
    bench.editor.insertPlainText("👋🏽 ")
    bench.pane.remarks.fix(row)
    assert bench.editor.text == "👋🏽 " + TODAY.replace("today", "yesterday")


def test_marks_stand_on_their_words_behind_emoji_and_other_astral_letters(bench) -> None:
    text = "👋🏽👩‍💻 " + TODAY
    bench.editor.insertPlainText(text)
    bench.settle()
    mark = next(m for m in bench.editor.marks() if m.finding == bench.row("stale-time-word"))
    assert mark.start == utf16_length(text[: text.index("today")])
    bench.pane.remarks.fix(mark.finding)
    assert bench.editor.text == text.replace("today", "yesterday")


def test_an_answer_for_an_older_text_is_dropped(bench) -> None:
    answers: list[str] = []
    bench.pane.checks.found.connect(lambda _found, text, _complete: answers.append(text))
    bench.editor.insertPlainText(TODAY)
    first = bench.pane.checks.session.revision
    bench.pane.checks.check(bench.editor.text, at_once=True)
    bench.write(" Yes?")
    assert bench.pane.checks.session.revision > first
    bench.settle()
    assert set(answers) == {TODAY + " Yes?"}


def test_an_emptied_note_has_no_findings_at_once(bench) -> None:
    bench.editor.insertPlainText(TODAY)
    bench.settle()
    assert bench.rules()
    bench.press(Qt.Key.Key_A, CTRL)
    bench.press(Qt.Key.Key_Delete)
    assert bench.rules() == []
    assert bench.editor.marks() == ()


def test_spelling_waits_until_the_word_is_left(bench) -> None:
    bench.write("Hi Zoë, did you recieve")
    bench.answered()
    assert "spelling" not in bench.rules()
    bench.press(Qt.Key.Key_Home)
    assert "spelling" in bench.rules()


def test_a_word_can_be_taught_and_then_is_no_finding(bench, store: Store) -> None:
    bench.editor.insertPlainText("Hi Zoë, did you recieve the slides on sqlite sync?")
    bench.settle()
    bench.pane.remarks.let_go(bench.pane.writing.findings.findings()[bench.row("spelling")], "word")
    bench.settle()
    assert "spelling" not in bench.rules()
    assert store.settings.get().dictionary == {"recieve"}


@pytest.mark.parametrize("how", ["once", "card", "always"])
def test_a_finding_can_be_let_go(bench, store: Store, how: str) -> None:
    bench.editor.insertPlainText(TODAY)
    bench.settle()
    menu = bench.pane.remarks.menu(bench.row("stale-time-word"))
    assert menu is not None
    next(action for action in menu.actions() if action.data() == how).trigger()
    bench.settle()
    assert "stale-time-word" not in bench.rules()
    if how == "always":
        assert store.settings.get().rules_off == {"stale-time-word"}
    else:
        note = store.notes.of(bench.pane.card_id())[0]
        assert [d.note_id for d in store.dismissals.all()] == [note.id if how == "once" else None]
    bench.editor.insertPlainText(" We met tonight too.")
    bench.settle()
    assert ("stale-time-word" in bench.rules()) == (how == "once")


def test_at_most_three_findings_are_shown_until_more_are_asked_for(bench) -> None:
    bench.editor.insertPlainText(
        "Hi [Name], I'd like to add you to my professional network on LinkedIn. I recieve mail."
    )
    bench.settle()
    panel = bench.pane.writing.findings
    assert len(panel.findings()) > 3
    assert len(panel.rows()) == 3
    assert panel.more.text() == f"and {len(panel.findings()) - 3} more"
    ranks = [f.severity.rank for f in panel.findings()]
    assert ranks == sorted(ranks)
    panel.more.click()
    assert len(panel.rows()) == len(panel.findings())


def test_f8_walks_the_findings_in_the_order_of_the_text(bench) -> None:
    bench.editor.insertPlainText("Hi [Name], great to meet you today. Did the repo move? I recieve much.")
    bench.settle()
    seen = []
    for _ in range(3):
        bench.press(Qt.Key.Key_F8)
        here = bench.editor.current()
        seen.append(bench.pane.writing.findings.findings()[here].rule)
    assert seen == ["leftover-placeholder", "stale-time-word", "spelling"]
    bench.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert bench.pane.writing.findings.findings()[bench.editor.current()].rule == "stale-time-word"


def test_every_finding_and_control_has_a_name_for_assistive_tech(bench) -> None:
    bench.editor.insertPlainText(TODAY)
    bench.settle()
    row = bench.pane.writing.findings.rows()[bench.row("stale-time-word")]
    assert row.accessibleName().startswith("warning: “today” will be yesterday by then")
    assert bench.editor.accessibleName() == "Note text"
    assert bench.pane.writing.head.channel.accessibleName() == "Kind of message: Invitation"
    assert bench.pane.strip.accessibleName() == "Send window: 5 h left, until 15:40"
    assert bench.pane.writing.counter.text().endswith("left")
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.text(QAccessible.Text.Name).startswith("warning")


def test_why_opens_the_page_of_the_rule_and_gives_the_focus_back(bench) -> None:
    bench.editor.insertPlainText(TODAY)
    bench.settle()
    bench.pane.writing.findings.rows()[bench.row("stale-time-word")].why_link().click()
    sheet = bench.pane.findChild(WhySheet)
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.accessibleName() == "A day word that will not fit"
    bench.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_chip_works_its_fact_in_and_is_then_ticked(bench) -> None:
    chips = bench.pane.writing.chips
    assert chips.used() == (False,) * 6
    chips.chips()[0].click()
    assert bench.editor.text == "Hi Zoë, good to talk about sqlite sync with you."
    assert chips.used()[0]
    assert chips.chips()[0].isChecked()
    assert bench.editor.textCursor().position() == utf16_length(bench.editor.text)
    chips.chips()[2].click()
    assert bench.editor.text.endswith("with you. Did the repo move to Codeberg?")
    bench.press(Qt.Key.Key_Z, CTRL)
    assert not chips.used()[2]


def test_the_counter_counts_what_linkedin_counts(bench) -> None:
    bench.editor.insertPlainText("Hi Zoë 👋🏽  ")
    assert bench.pane.writing.counter.text() == "11 of 200 characters, 189 left"
    bench.editor.insertPlainText("x" * 200)
    assert bench.pane.writing.counter.text().endswith("over")


def test_trimming_is_one_step_of_undo(bench) -> None:
    bench.editor.insertPlainText(TODAY + " Best, Jonas")
    counter = bench.pane.writing.counter
    assert counter.button.isVisible()
    assert counter.button.words() == f"Trim to {len(TODAY)}"
    counter.button.click()
    assert bench.editor.text == TODAY
    bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.editor.text == TODAY + " Best, Jonas"


def test_the_channel_changes_the_limit_and_is_kept(bench, store: Store, zoe: int) -> None:
    bench.write("Hi")
    bench.pane.writing.head.channel.menu_of_choices().actions()[1].trigger()
    assert bench.pane.writing.counter.text() == "2 of 8,000 characters, 7,998 left"
    assert store.notes.of(zoe)[0].channel is Channel.MESSAGE
    bench.pane.writing.head.channel.menu_of_choices().actions()[2].trigger()
    assert bench.pane.writing.counter.text() == "2 characters"


def test_new_notes_begin_as_the_invitation_stands(open_pane, desk: Desk, zoe: int) -> None:
    pane = open_pane(zoe).pane
    pane.empty.reply.click()
    assert pane.keeper.note is not None
    assert pane.keeper.note.channel is Channel.REPLY
    pane.show_card(zoe)
    desk.announce(desk.store.activities.add(Activity(Deed.ACCEPTED, desk.now(), zoe)))
    pane.begin()
    assert pane.keeper.note.channel is Channel.MESSAGE


def test_pasting_brings_plain_composed_text(bench) -> None:
    data = QMimeData()
    data.setHtml("<b>Zoe\u0308</b><br>bold")
    data.setText("Zoe\u0308\r\nplain")
    QGuiApplication.clipboard().setMimeData(data)
    bench.press(Qt.Key.Key_V, CTRL)
    assert bench.editor.text == "Zoë\nplain"
    bench.press(Qt.Key.Key_A, CTRL)
    bench.press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]


def test_undo_is_for_the_window_once_there_is_no_typing_to_undo(bench) -> None:
    undone: list[int] = []
    QShortcut(QKeySequence.StandardKey.Undo, bench.pane).activated.connect(lambda: undone.append(1))
    bench.write("a")
    bench.press(Qt.Key.Key_Z, CTRL)
    assert (bench.editor.text, undone) == ("", [])
    bench.press(Qt.Key.Key_Z, CTRL)
    assert undone == [1]


def test_a_change_of_text_size_keeps_the_history_of_typing(bench, desk: Desk) -> None:
    bench.write("abc")
    desk.theme.apply(scale=1.5)
    assert bench.editor.document().isUndoAvailable()
    for _ in range(3):
        bench.press(Qt.Key.Key_Z, CTRL)
    assert bench.editor.text == ""


def test_the_caret_is_shown_where_the_pointer_rests_on_a_mark(bench) -> None:
    bench.editor.insertPlainText(TODAY)
    bench.settle()
    row = bench.row("stale-time-word")
    bench.editor.put_caret(0)
    assert bench.editor.current() == -1
    mark = next(m for m in bench.editor.marks() if m.finding == row)
    where: QPoint = bench.editor.mark_rects(mark)[0].center().toPoint()
    bench.qtbot.mouseMove(bench.editor.viewport(), where)
    bench.qtbot.waitUntil(lambda: bench.editor.current() == row)


def test_names_and_notes_are_never_read_as_html(open_pane, store: Store) -> None:
    card_id = store.cards.put(Card().named("<img src=x>")).cards[0]
    bench = open_pane(card_id)
    bench.pane.begin()
    assert bench.pane.writing.head.title.text() == "To <img"
    assert bench.pane.writing.head.title.textFormat() == Qt.TextFormat.PlainText


def fill_the_disk(store: Store, full: bool) -> None:
    """Let the file grow no more, as on a full disk: SQLite then answers SQLITE_FULL."""
    connection = store._core.db.peewee
    pages = connection.execute_sql("PRAGMA page_count").fetchone()[0]
    connection.execute_sql(f"PRAGMA max_page_count = {pages if full else 1_000_000}").fetchone()


def test_a_full_disk_keeps_the_text_and_tries_again(bench, said, store: Store, zoe: int) -> None:
    fill_the_disk(store, True)
    bench.editor.insertPlainText("Hi Zoë, " + "all of this must stay. " * 600)
    assert not bench.pane.flush()
    assert bench.editor.text.startswith("Hi Zoë, all of this")
    assert "disk is full" in said.sentences[-1]
    assert "stays here" in said.sentences[-1]
    assert not bench.pane.flush()
    assert len(said.sentences) == 1
    fill_the_disk(store, False)
    assert bench.pane.flush()
    assert store.notes.of(zoe)[0].text == bench.editor.text
    assert [a.deed for a in store.activities.of(zoe)] == [Deed.DRAFTED]
