"""One Salver at a time: the lock of the data folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from salver.store import DataLock, errors


def test_a_second_holder_is_turned_away_and_let_in_after_the_first(tmp_path: Path) -> None:
    first, second = DataLock(tmp_path / "d"), DataLock(tmp_path / "d")
    assert first.acquire()
    assert first.held
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
    second.release()


def test_a_killed_holder_locks_nobody_out(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from salver.store import DataLock;"
        "lock = DataLock(Path(sys.argv[1])); assert lock.acquire(); print('held', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == "held\n"
    lock = DataLock(tmp_path)
    assert not lock.acquire()
    holder.kill()
    holder.wait()
    holder.stdout.close()
    holder.stdin.close()
    assert lock.acquire()
    lock.release()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(errors.StoreError) as caught:
        DataLock(tmp_path / "file" / "d").acquire()
    assert caught.value.sentence
