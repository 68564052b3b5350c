"""A second start brings the first window to the front."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from salver.ui import raising


def test_the_first_window_hears_of_the_second_start(qtbot: QtBot, tmp_path: Path) -> None:
    assert not raising.ask(tmp_path)
    watcher = raising.RaiseWatcher(tmp_path)
    for _ in range(2):
        with qtbot.waitSignal(watcher.asked):
            assert raising.ask(tmp_path)
    watcher.close()
    assert not raising.ask(tmp_path)
