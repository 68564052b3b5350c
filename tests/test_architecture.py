"""The walls of the house: who may import whom, how long a file and a function may be."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "salver"
FILES = sorted(SRC.rglob("*.py"))
ROOMS = ("agenda", "capture", "exchange", "etiquette", "store")
MAY_IMPORT = {
    "cards": {"cards"},
    "agenda": {"agenda", "cards"},
    "capture": {"capture", "cards", "exchange", "assets"},
    "exchange": {"exchange", "cards", "assets"},
    "etiquette": {"etiquette", "cards", "assets"},
    "store": {"store", "cards", "assets"},
}
ONLY_IN = {
    "PySide6": ("ui/", "app.py", "demo/"),
    "qtawesome": ("ui/",),
    "peewee": ("store/",),
    "playhouse": ("store/",),
    "appdirs": ("paths.py",),
}
BANNED_NAMES = {"manager", "helper", "helpers", "utils", "util", "managers", "misc", "common"}


def imports(path: Path) -> set[str]:
    """Every module a file imports, also inside functions; imports for type checking alone are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    quiet = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    found: set[str] = set()
    for node in ast.walk(tree):
        if node in quiet:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def name(path: Path) -> str:
    return path.relative_to(SRC).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_room_imports_only_what_it_may(path: Path) -> None:
    room = name(path).split("/")[0]
    used = {module.split(".")[1] for module in imports(path) if module.startswith("salver.")}
    if room in MAY_IMPORT:
        assert used <= MAY_IMPORT[room]
    elif room == "ui":
        assert not used & {"app", "cli", "paths", "selftest"}
    elif room == "cli.py" or room.startswith("cli_"):
        assert "ui" not in used


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_library_has_one_home(path: Path) -> None:
    for module in imports(path):
        homes = ONLY_IN.get(module.split(".")[0])
        assert homes is None or name(path).startswith(homes), f"{module} in {name(path)}"


@pytest.mark.parametrize("room", ["cards", "agenda"])
def test_values_need_the_standard_library_alone(room: str) -> None:
    for path in (SRC / room).rglob("*.py"):
        for module in imports(path):
            top = module.split(".")[0]
            assert top == "salver" or top in sys.stdlib_module_names, f"{module} in {name(path)}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_files_and_functions_keep_a_readable_size(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 500
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            assert node.end_lineno - node.lineno < 60, f"{node.name} in {name(path)}"


def test_most_files_stay_under_300_lines() -> None:
    long = [name(p) for p in FILES if p.read_text(encoding="utf-8").count("\n") > 300]
    assert len(long) <= len(FILES) // 10, long


@pytest.mark.parametrize("path", FILES, ids=name)
def test_modules_are_named_for_what_they_hold(path: Path) -> None:
    assert not set(name(path).removesuffix(".py").split("/")) & BANNED_NAMES
    assert not path.stem.endswith(("_manager", "_helper", "_utils"))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_pure_code_asks_no_clock_and_no_dice(path: Path) -> None:
    if name(path).split("/")[0] not in ("cards", "agenda", "etiquette", "capture", "exchange"):
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert not called.endswith((".now", ".today", ".utcnow", "time.time")), called
            assert not called.startswith(("random.", "secrets.")), called


def test_nothing_reaches_for_the_network() -> None:
    banned = {"socket", "http", "urllib.request", "requests", "PySide6.QtNetwork", "ftplib", "smtplib"}
    for path in FILES:
        for module in imports(path):
            assert not any(module == b or module.startswith(b + ".") for b in banned), f"{module} in {name(path)}"
