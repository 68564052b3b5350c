"""A second start brings the first window to the front."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from salver.ui import raising


def test_the_first_window_hears_of_the_second_start(qtbot: QtBot, tmp_path: Path) -> None:
    assert not raising.ask(tmp_path)
    watcher = raising.RaiseWatcher(tmp_path)
    with ThreadPoolExecutor(1) as second:
        for _ in range(2):
            with qtbot.waitSignal(watcher.asked):
                heard = second.submit(raising.ask, tmp_path)
            assert heard.result()
    watcher.close()
    assert not raising.ask(tmp_path)


def test_a_file_that_a_killed_salver_left_does_not_pass_for_a_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raising, "PATIENCE_S", 0.1)
    (tmp_path / raising.NAME).write_bytes(b"")
    assert not raising.ask(tmp_path)
