"""Work leaves the main thread and its answer comes back to it; nothing is alive at the end."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from salver.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot):
    made = Tasks()
    yield made
    made.close()


def test_work_runs_elsewhere_and_the_answer_comes_back_here(qtbot: QtBot, tasks: Tasks) -> None:
    answers: list[tuple[int, int]] = []
    with qtbot.waitSignal(tasks.idle):
        tasks.run(threading.get_ident, lambda worker: answers.append((worker, threading.get_ident())))
    worker, here = answers[0]
    assert worker != here == threading.get_ident()


def test_work_is_done_one_after_the_other(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[int] = []
    for n in range(20):
        tasks.run(lambda n=n: n, order.append)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert order == list(range(20))


def test_what_goes_wrong_is_told_and_the_next_work_runs(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[object] = []
    tasks.run(lambda: 1 // 0, told.append, told.append)
    tasks.run(lambda: "next", told.append)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert isinstance(told[0], ZeroDivisionError)
    assert told[1] == "next"


def test_closing_waits_for_work_and_drops_its_answer(qtbot: QtBot) -> None:
    tasks = Tasks()
    begun, finished = threading.Event(), threading.Event()
    answers: list[object] = []

    def work() -> None:
        begun.set()
        finished.wait(0.05)
        finished.set()

    tasks.run(work, answers.append)
    assert begun.wait(5)
    tasks.close()
    assert finished.is_set()
    tasks.run(lambda: 1, answers.append)
    assert answers == []
