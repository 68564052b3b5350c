"""The commands, as somebody who just cloned the project types them."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

import environment

ROOT = Path(__file__).parents[2]


def dev(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "packaging" / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The project as it is just after cloning, as far as the commands look at it."""
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    return tmp_path


def test_without_a_command_the_commands_are_shown() -> None:
    done = dev()

    assert done.returncode == 2
    assert "packaging/dev.py run" in done.stdout
    assert "packaging/dev.py test" in done.stdout


def test_a_folder_called_venv_that_is_not_ours_is_left_alone(clone: Path) -> None:
    precious = clone / ".venv" / "precious.txt"
    precious.parent.mkdir()
    precious.write_text("mine")

    done = dev("run", root=clone)

    assert done.returncode == 2
    assert "move it away" in done.stdout
    assert precious.read_text() == "mine"
    assert [file.name for file in precious.parent.iterdir()] == ["precious.txt"]


def test_the_commands_need_nothing_but_the_standard_library(clone: Path) -> None:
    # -S hides every installed library, -I the working folder and the environment.
    code = (
        f"import sys; sys.path.insert(0, {str(clone / 'packaging')!r}); import dev, bundle; print(sorted(dev.COMMANDS))"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "['bench', 'build', 'lock', 'run', 'test']"


def test_when_nothing_is_to_be_done_a_command_starts_at_once() -> None:
    if not environment.PYTHON.exists() or Path(sys.prefix) != environment.VENV:
        pytest.skip("the tests do not run in the environment that the commands made")
    assert dev("run", "--version").returncode == 0  # whatever was left to do is done now

    began = time.monotonic()
    done = dev("run", "--version")

    assert done.stdout.startswith("Salver ")
    assert time.monotonic() - began < 10  # 0.3 s on two processors that are free; ten leaves room for busy ones


def test_every_system_package_has_one_name_and_one_reason() -> None:
    names = [*environment.QT_LIBRARIES.values(), *environment.SCREEN_LIBRARIES.values()]

    assert len(names) == len(set(names))
    assert all(".so." in library for library in (*environment.QT_LIBRARIES, *environment.SCREEN_LIBRARIES))
