"""The self-test says when something that was built in is not there any more."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from salver import assets
from salver.etiquette import registry
from salver.store import migrate

ROOT = Path(__file__).parents[2]
WITH_MANIFEST = """
import sys
from salver import assets, selftest
read, names = assets.read_text, assets.names()
assets.names = lambda *of: (*names, selftest.MANIFEST)
assets.read_bytes = lambda name, of=assets.read_bytes: b"{}" if name == selftest.MANIFEST else of(name)
assets.read_text = lambda name: sys.argv[1] if name == selftest.MANIFEST else read(name)
sys.exit(selftest.run())
"""


def whole() -> dict[str, object]:
    """What the build would write down about this tree."""
    return {"rules": len(registry.load()), "steps": len(migrate.all_steps()), "resources": sorted(assets.names())}


def selftest(manifest: dict[str, object]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITH_MANIFEST, json.dumps(manifest)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=100)


def test_a_program_that_holds_everything_is_whole() -> None:
    done = selftest(whole())

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1] == "whole"


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        ({"rules": 10_000}, "10000 were built in"),
        ({"steps": 10_000}, "10000 were built in"),
        ({"resources": ["words/lost.txt"]}, "resources are missing: words/lost.txt"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_a_rule_a_step_or_a_resource_that_got_lost_is_told(lost: dict[str, object], told: str) -> None:
    done = selftest({**whole(), **lost})

    assert done.returncode == 1
    assert f"broken  {next(iter(lost)) if 'steps' not in lost else 'store'}: ValueError" in done.stdout
    assert told in done.stdout


def test_no_manifest_lies_in_the_source() -> None:
    assert not (ROOT / "resources" / "manifest.json").exists()
