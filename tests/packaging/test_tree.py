"""What is installed and built is what lies in the tree."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from salver import assets

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LIST_RESOURCES = """
import hashlib, json, sys
sys.path.insert(0, sys.argv[1])
from salver import assets
assert assets.__file__.startswith(sys.argv[1]), assets.__file__
print(json.dumps({name: hashlib.sha256(assets.read_bytes(name)).hexdigest() for name in assets.names()}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Salver as a wheel, built from a copy of the tree so that nothing is left in it."""
    folder = tmp_path_factory.mktemp("wheel")
    tree = folder / "tree"
    skip = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for name in ("src", "resources"):
        shutil.copytree(ROOT / name, tree / name, ignore=skip)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copyfile(ROOT / name, tree / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run(
        [*command, "--wheel-dir", str(folder), str(tree)], check=True, env={**os.environ, "PYTHONWARNINGS": ""}
    )
    return next(folder.glob("salver-*.whl"))


def test_every_package_in_the_tree_is_installed() -> None:
    source = ROOT / "src"
    there = {".".join(file.parent.relative_to(source).parts) for file in source.rglob("__init__.py")}

    assert sorted(PROJECT["tool"]["setuptools"]["packages"]) == sorted(there | {"salver.resources"})


def test_resources_read_the_same_in_an_editable_install_and_a_wheel(wheel: Path) -> None:
    # Reading out of the wheel itself also proves that no resource needs a path of the disk.
    command = [sys.executable, "-I", "-S", "-c", LIST_RESOURCES, str(wheel)]
    from_wheel = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    here = [sys.executable, "-I", "-c", LIST_RESOURCES.replace("assert ", "None and "), "/nowhere"]
    editable = json.loads(subprocess.run(here, check=True, capture_output=True, text=True).stdout)

    assert from_wheel == editable
    assert sorted(editable) == list(assets.names())


def test_the_wheel_starts_without_its_source(wheel: Path, tmp_path: Path) -> None:
    shutil.unpack_archive(wheel, tmp_path / "installed", "zip")
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from salver.__main__ import main; main(['--version'])"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "installed")],
        check=True, capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip

    assert done.stdout.startswith("Salver ")


def test_the_built_program_is_told_of_everything_that_is_found_by_walking() -> None:
    calls = {
        node.args[0].value
        for node in ast.walk(ast.parse((ROOT / "packaging" / "salver.spec").read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "collect_submodules"
        and node.args and isinstance(node.args[0], ast.Constant)
    }  # fmt: skip

    assert {"salver.etiquette.rules", "salver.store.steps"} <= calls


def test_ci_runs_the_command_of_the_readme() -> None:
    command = "python3 packaging/dev.py test"

    assert command in (ROOT / "README.md").read_text(encoding="utf-8")
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_change_log_tells_of_this_version() -> None:
    import salver

    assert f"## {salver.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
