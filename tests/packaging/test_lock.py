"""The lock files pin everything, for everybody, and name no place on the network."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "packaging" / "requirements.lock"
BENCH_LOCK = ROOT / "packaging" / "requirements-bench.lock"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def entries(lock: Path) -> dict[str, tuple[Requirement, int]]:
    """Each pinned requirement by name, with the number of its hashes."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    found = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            requirement = Requirement(line.split("--hash")[0])
            found[canonicalize_name(requirement.name)] = (requirement, len(HASH.findall(line)))
    return found


@pytest.mark.parametrize("lock", [LOCK, BENCH_LOCK], ids=lambda path: path.name)
def test_a_lock_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")

    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|\.(org|com|net|io)\b|@ ", text)


@pytest.mark.parametrize("lock", [LOCK, BENCH_LOCK], ids=lambda path: path.name)
def test_everything_in_a_lock_is_pinned_to_one_version_and_hashed(lock: Path) -> None:
    pinned = entries(lock)

    assert len(pinned) > 15
    for requirement, hashes in pinned.values():
        assert [specifier.operator for specifier in requirement.specifier] == ["=="], requirement
        assert hashes, f"{requirement} has no hash"


def test_the_lock_holds_what_the_project_asks_for() -> None:
    pinned = entries(LOCK)
    wanted = [
        *PROJECT["project"]["dependencies"],
        *EXTRAS["test"],
        *EXTRAS["build"],
        *PROJECT["build-system"]["requires"],
    ]

    for requirement in map(Requirement, wanted):
        held, _ = pinned[canonicalize_name(requirement.name)]
        assert next(iter(held.specifier)).version in requirement.specifier


def test_the_lock_for_benchmarks_agrees_with_the_lock() -> None:
    pinned, bench = entries(LOCK), entries(BENCH_LOCK)

    assert {canonicalize_name(Requirement(wanted).name) for wanted in EXTRAS["bench"]} <= bench.keys()
    assert {name: str(bench[name][0].specifier) for name in bench.keys() & pinned.keys()} == {
        name: str(pinned[name][0].specifier) for name in bench.keys() & pinned.keys()
    }


def test_the_lock_serves_linux_windows_and_macos() -> None:
    markers = " ".join(str(requirement.marker) for requirement, _ in entries(LOCK).values())

    assert "win32" in markers
    assert "darwin" in markers
    assert entries(LOCK)["pyside6-essentials"][1] >= 4
