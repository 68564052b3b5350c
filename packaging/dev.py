"""The commands of a contributor, each enough on a computer with nothing but Python 3.11.

python3 packaging/dev.py run [ARGUMENTS]     start Salver (without a screen: the guided demo, as pictures)
python3 packaging/dev.py test [ARGUMENTS]    ruff, mypy and pytest; arguments go to pytest
python3 packaging/dev.py build               the program for people, in dist/
python3 packaging/dev.py bench [ARGUMENTS]   the benchmarks, as one table
python3 packaging/dev.py lock                choose newer libraries and pin them (needs uv)
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import environment
from environment import ROOT, SetupError, say

PICTURES = ROOT / "build" / "demo"


def run(arguments: list[str]) -> int:
    """Start the window; with no screen show the same through pictures."""
    environment.ensure("run")
    if arguments or environment.has_screen():
        return _replace([str(environment.PYTHON), "-m", "salver", *arguments], _environment())
    say("no screen here, so Salver shows itself in pictures instead")
    env = {**_environment(), "QT_QPA_PLATFORM": "offscreen"}
    command = [str(environment.PYTHON), "-m", "salver", "demo", "--pictures", str(PICTURES)]
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace"
    ) as demo:
        assert demo.stderr is not None
        for line in demo.stderr:
            if not line.startswith("This plugin does not support"):  # Qt says so of every window without a screen
                sys.stderr.write(line)
    code = demo.returncode
    if code == 0:
        say(f"the pictures lie in {PICTURES}")
    return code


def test(arguments: list[str]) -> int:
    """Lint, types, tests; all three are tried, and all must pass."""
    environment.ensure("test")
    env = {**_environment(), "QT_QPA_PLATFORM": "offscreen"}
    python = str(environment.PYTHON)
    failed = []
    for name, command in (
        ("ruff", [python, "-m", "ruff", "check", "."]),
        ("mypy", [python, "-m", "mypy"]),
        ("pytest", [python, "-m", "pytest", *(arguments or _side_by_side())]),
    ):
        say(f"{name} ...")
        began = time.monotonic()
        if _call(command, env) != 0:
            failed.append(name)
        if name != "pytest":
            say(f"{name} took {time.monotonic() - began:.0f} s")
    if failed:
        say("failed: " + ", ".join(failed))
    return 1 if failed else 0


def _side_by_side() -> list[str]:
    """Arguments that run the whole suite on several processors; four are enough for it."""
    processors = min(os.cpu_count() or 1, 4)
    return ["-n", str(processors), "--dist", "worksteal"] if processors > 1 else []


def build(arguments: list[str]) -> int:
    """Make the program for people, and let it prove itself away from here."""
    environment.ensure("build")
    import bundle  # not at the top: only a build needs it

    return bundle.build(_environment(), *arguments)


def bench(arguments: list[str]) -> int:
    """Run the benchmarks and print their table; a benchmark never fails a build."""
    environment.ensure("bench")
    script = ROOT / "tests" / "benchmarks" / "run.py"
    if not script.exists():
        say("there are no benchmarks yet")
        return 1
    env = {**_environment(), "QT_QPA_PLATFORM": "offscreen"}
    return _call([str(environment.PYTHON), str(script), *arguments], env)


def lock(arguments: list[str]) -> int:
    """Write both lock files anew, for Linux, Windows and macOS and every Python from 3.11."""
    environment.ensure("run")
    common = [
        "uv",
        "pip",
        "compile",
        "--universal",
        "--generate-hashes",
        "--python-version",
        "3.11",
        "--no-header",
        "--no-annotate",
        "--no-emit-index-url",
        "--quiet",
        *arguments,
        "pyproject.toml",
    ]
    try:
        subprocess.run(
            [*common, "--extra", "test", "--extra", "build", "-o", str(environment.LOCK)], cwd=ROOT, check=True
        )
        subprocess.run(
            [*common, "--extra", "bench", "-c", str(environment.LOCK), "-o", str(environment.BENCH_LOCK)],
            cwd=ROOT,
            check=True,
        )
    except FileNotFoundError:
        raise SetupError("uv is needed for this: pip install uv") from None
    except subprocess.CalledProcessError:
        return 1
    return 0


def _environment() -> dict[str, str]:
    env = {key: value for key, value in os.environ.items() if key not in {"PYTHONHOME", "PYTHONPATH"}}
    env["QT_API"] = "pyside6"
    return env


def _call(command: list[str], env: dict[str, str]) -> int:
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def _replace(command: list[str], env: dict[str, str]) -> int:
    if os.name == "nt":
        return subprocess.run(command, env=env, check=False).returncode
    os.execve(command[0], command, env)


COMMANDS = {"run": run, "test": test, "build": build, "bench": bench, "lock": lock}


def main(arguments: list[str]) -> int:
    """Exit code of the command; 2 when it is not known or a person has to help first."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as problem:
        say(str(problem))
        return 2
    except KeyboardInterrupt:
        say("stopped")
        return 130


if __name__ == "__main__":
    if Path(sys.argv[0]).name == "dev.py":
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console of Windows may lack letters
    sys.exit(main(sys.argv[1:]))
