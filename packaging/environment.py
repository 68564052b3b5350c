"""Makes and keeps the virtual environment `.venv` that every command works in.

Standard library only: it runs on the bare Python of a fresh computer. Nothing is
done twice: what has been installed is remembered by its hash in `.venv`.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "packaging" / "requirements.lock"
BENCH_LOCK = ROOT / "packaging" / "requirements-bench.lock"
OWN_MARK = VENV / ".made-by-salver"

# What Qt loads from the system: the name of the library, and the Debian package that holds it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
SCREEN_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# The tests drive one real window on a screen of their own, when these can be had.
SCREEN_PROGRAMS = {"Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}


class SetupError(Exception):
    """Something is missing that only a person can mend; the message says how."""


def say(text: str) -> None:
    """One line of progress."""
    print(f"salver: {text}", flush=True)


def has_screen() -> bool:
    """Whether a window can be shown here."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ensure(purpose: str) -> None:
    """Make everything ready for "run", "test", "build" or "bench"; quick when it is.

    Raises SetupError with the line to type when a person has to help.
    """
    if sys.version_info < (3, 11):  # noqa: UP036  # this file runs before anything has chosen a Python
        raise SetupError(f"Salver needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    _ensure_system_packages(purpose)
    _ensure_venv()
    _install("lock", LOCK, f"the libraries of {LOCK.name}")
    if purpose == "bench":
        _install("bench", BENCH_LOCK, f"the libraries of {BENCH_LOCK.name}")
    _install_project()


def _ensure_system_packages(purpose: str) -> None:
    if not sys.platform.startswith("linux"):
        return
    missing, wished = missing_packages(purpose)
    tried = _digest(*(package.encode() for package in sorted(wished)))
    if _stamp("wished") == tried:
        wished = set()  # they could not be had before; asking again would only cost time
    if not missing and not wished:
        return
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        if not _apt_install(apt, missing, wished) and PYTHON.exists():
            _set_stamp("wished", tried)
    elif missing:
        names = " ".join(sorted(missing))
        if apt:
            raise SetupError(
                f"some system packages are missing. Install them, then run this again:\n"
                f"    sudo apt-get install --no-install-recommends {names}"
            )
        raise SetupError(
            "some system libraries are missing. Install what your system calls these Debian packages, "
            f"then run this again:\n    {names}"
        )


def missing_packages(purpose: str) -> tuple[set[str], set[str]]:
    """Names of Debian packages that must be there for a purpose, and of those that would be good to have."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    missing: set[str] = set()
    wished: set[str] = set()
    if importlib.util.find_spec("ensurepip") is None and not PYTHON.exists():
        missing.add(f"python{version}-venv")
    missing |= {package for library, package in QT_LIBRARIES.items() if not _loads(library)}
    screen = {package for library, package in SCREEN_LIBRARIES.items() if not _loads(library)}
    if purpose == "build" or (purpose == "run" and has_screen()):
        missing |= screen
    elif purpose == "test":
        wished |= screen | {package for program, package in SCREEN_PROGRAMS.items() if not shutil.which(program)}
    if purpose == "build":
        if not shutil.which("objdump"):
            missing.add("binutils")
        # Debian's Python is linked whole, and keeps the library apart that a built program needs.
        shared = f"libpython{version}.so.1.0"
        if not _loads(shared) and not Path(sysconfig.get_config_var("LIBDIR") or "/nowhere", shared).exists():
            missing.add(f"libpython{version}")
    return missing, wished


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt_install(apt: str, missing: set[str], wished: set[str]) -> bool:
    """Whether everything is there now. Raises SetupError when something needed is not."""
    say("installing system packages: " + " ".join(sorted(missing | wished)))
    updated = _apt(apt, "update", "-q")
    if _apt(apt, "install", "-y", "-q", "--no-install-recommends", *sorted(missing | wished)):
        return True
    if missing and not (wished and _apt(apt, "install", "-y", "-q", "--no-install-recommends", *sorted(missing))):
        reason = "" if updated else " (the package lists could not be fetched)"
        raise SetupError(f"apt-get could not install {' '.join(sorted(missing))}{reason}; see its lines above.")
    say("going on without a virtual screen; the tests that need one will be skipped")
    return False


def _apt(apt: str, *arguments: str) -> bool:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        [apt, *arguments], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        print(done.stdout[-2000:])
    return done.returncode == 0


def _ensure_venv() -> None:
    if PYTHON.exists() and _works(PYTHON):
        return
    if VENV.exists() and not OWN_MARK.exists() and any(VENV.iterdir()):
        raise SetupError(
            f"{VENV} exists and holds no working Python. It was not made here, so it is left alone: "
            "move it away, then run this again."
        )
    say("making the virtual environment .venv")
    VENV.mkdir(exist_ok=True)
    OWN_MARK.touch()
    clear = ["--clear"] if PYTHON.exists() else []
    made = subprocess.run([sys.executable, "-m", "venv", *clear, str(VENV)], check=False)
    if made.returncode != 0:
        raise SetupError("the virtual environment could not be made; see the lines above.")
    OWN_MARK.touch()


def _works(python: Path) -> bool:
    probe = [str(python), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    stamp = VENV / ".salver-lock"
    if stamp.exists() and python.resolve().exists():
        return True
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


def _install(what: str, lock: Path, words: str) -> None:
    wanted = _digest(lock.read_bytes(), _python_identity())
    if _stamp(what) == wanted:
        return
    say(f"installing {words} (the first time this fetches about 150 MB)")
    _pip("--require-hashes", "--only-binary", ":all:", "-r", str(lock), steps=_count(lock))
    _set_stamp(what, wanted)


def _install_project() -> None:
    wanted = _digest((ROOT / "pyproject.toml").read_bytes(), _python_identity(), str(ROOT).encode())
    if _stamp("project") == wanted:
        return
    say("installing Salver itself, from this folder")
    _pip("--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT), steps=0)
    _set_stamp("project", wanted)


def _pip(*arguments: str, steps: int) -> None:
    command = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar",
        "off",
        *arguments,
    ]
    env = {key: value for key, value in os.environ.items() if key not in {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET"}}
    lines: list[str] = []
    seen = 0
    with subprocess.Popen(
        command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            lines.append(line)
            if steps and line.startswith("Collecting "):
                seen += 1
                say(f"  {seen} of {steps}: {line.split()[1].split('==')[0]}")
            elif line.startswith("Installing collected"):
                say("  unpacking")
    if pip.returncode != 0:
        sys.stdout.writelines(lines[-30:])
        raise SetupError(
            "pip could not install what Salver needs; its last lines are above. "
            "Nothing is half-used: run this again when the cause is gone."
        )


def _count(lock: Path) -> int:
    """How many libraries of the lock this computer takes: those with a marker for another system are left out."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if "==" in line]
    others = {"win32", "darwin", "linux"} - {sys.platform}
    return sum(not any(f"sys_platform == '{other}'" in name for other in others) for name in names)


def _python_identity() -> bytes:
    return f"{sys.version_info[:2]} {sys.base_prefix}".encode()


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamp(what: str) -> str:
    try:
        return (VENV / f".salver-{what}").read_text(encoding="ascii")
    except OSError:
        return ""


def _set_stamp(what: str, digest: str) -> None:
    (VENV / f".salver-{what}").write_text(digest, encoding="ascii")
