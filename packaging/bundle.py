"""Makes the program for people: one folder, packed, with all notices, proved away from its source."""

from __future__ import annotations

import hashlib
import lzma
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from pathlib import Path

import debian
import notices
from environment import PYTHON, ROOT, SetupError, say

WORK = ROOT / "build"
DIST = ROOT / "dist"
PROGRAM = WORK / "program" / "salver"
VENDORED = ROOT / "resources" / "licences"
SUFFIX = ".exe" if os.name == "nt" else ""


def build(env: dict[str, str]) -> int:
    """Build, gather notices, self-test, pack. Raises SetupError with a sentence when a step cannot be done."""
    version = read_version()
    _freeze(env)
    _gather_notices()
    _prove(PROGRAM)
    DIST.mkdir(exist_ok=True)
    made = [_archive(version)]
    if shutil.which("dpkg-deb"):
        say("making the package for Debian and Ubuntu")
        try:
            icons = ROOT / "resources" / "icons"
            made.append(debian.package(PROGRAM, icons, version, int(_source_date()), WORK, DIST))
        except debian.PackageError as problem:
            raise SetupError(str(problem)) from None
    _write_sums(made)
    size = sum(file.stat().st_size for file in PROGRAM.rglob("*") if file.is_file() and not file.is_symlink())
    say(f"the program takes {size / 2**20:.0f} MiB on disk")
    for file in made:
        say(f"{file.relative_to(ROOT)}: {file.stat().st_size / 2**20:.1f} MiB")
    return 0


def read_version() -> str:
    """The version, read from the package without importing it."""
    text = (ROOT / "src" / "salver" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if not found:
        raise SetupError("src/salver/__init__.py names no version")
    return found[1]


def _freeze(env: dict[str, str]) -> None:
    say("freezing the program (about half a minute)")
    began = time.monotonic()
    # With these two the same source gives the same bytes again.
    env = {**env, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": _source_date()}
    command = [
        str(PYTHON),
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        "--workpath",
        str(WORK / "freeze"),
    ]
    command += ["--distpath", str(PROGRAM.parent), str(ROOT / "packaging" / "salver.spec")]
    log = WORK / "freeze.log"
    WORK.mkdir(exist_ok=True)
    with log.open("w", encoding="utf-8") as lines:
        done = subprocess.run(command, cwd=ROOT, env=env, stdout=lines, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0 or "ERROR:" in log.read_text(encoding="utf-8", errors="replace"):
        print(log.read_text(encoding="utf-8", errors="replace")[-3000:])
        raise SetupError("PyInstaller could not make the program; its last lines are above.")
    say(f"frozen in {time.monotonic() - began:.0f} s")


def _source_date() -> str:
    dated = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    ) if shutil.which("git") else None  # fmt: skip
    return dated.stdout.strip() if dated and dated.returncode == 0 and dated.stdout.strip() else "1767225600"


def _gather_notices() -> None:
    paths = subprocess.run(
        [str(PYTHON), "-c", "import sysconfig as s; print(s.get_path('purelib')); print(s.get_path('stdlib'))"],
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    try:
        parts = notices.parts_of(
            notices.bundled_sources(WORK / "freeze" / "salver"),
            site=Path(paths[0]),
            own=(ROOT / "src", ROOT / "resources", ROOT / "packaging", WORK),
            stdlib=Path(paths[1]),
            vendored=VENDORED,
            dpkg=Path("/var/lib/dpkg/info"),
            doc=Path("/usr/share/doc"),
        )
        count = notices.write(parts, VENDORED, ROOT / "LICENSE", PROGRAM / "licences")
    except notices.NoticeMissing as missing:
        raise SetupError(f"these parts may not be passed on, for their licence was not found:\n{missing}") from None
    say(f"notices of {count} parts gathered")


def _prove(program: Path) -> None:
    """Run the program's self-test and its demo from another place, with nothing of this folder in reach."""
    prefix = _hiding(ROOT)
    say("letting the program prove itself in another place" + (", its source hidden from it" if prefix else ""))
    with tempfile.TemporaryDirectory() as away:
        moved = Path(away) / "moved salver"
        shutil.copytree(program, moved, symlinks=True)
        env = {"HOME": away, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", "PATH": os.defpath}
        if os.name == "nt":
            env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        name = f"salver-cli{SUFFIX}" if os.name == "nt" else "salver"
        for arguments in (["selftest"], ["demo", "--pictures", str(Path(away) / "pictures")]):
            command = [*prefix, str(moved / name), *arguments]
            done = subprocess.run(
                command, cwd=away, env=env, capture_output=True, text=True, errors="replace", check=False
            )
            if done.returncode != 0:
                told = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
                print(done.stdout[-3000:], *told[-40:], sep="\n")
                raise SetupError(f"the built program failed at: salver {' '.join(arguments)}")
            if arguments == ["selftest"]:
                print(done.stdout, end="", flush=True)
        if not list((Path(away) / "pictures").rglob("*.png")):
            raise SetupError("the built program made no pictures in its demo")


def _hiding(folder: Path) -> list[str]:
    """A command prefix that makes a folder empty for what runs behind it, where the system allows that."""
    prefix = ["unshare", "--mount", "sh", "-c", 'mount -t tmpfs none "$0" && exec "$@"', str(folder)]
    if not sys.platform.startswith("linux") or not shutil.which("unshare") or os.geteuid() != 0:
        return []
    tried = subprocess.run([*prefix, "true"], capture_output=True, check=False)
    return prefix if tried.returncode == 0 else []


def _archive(version: str) -> Path:
    name = f"salver-{version}"
    if os.name == "nt":
        return Path(shutil.make_archive(str(DIST / f"{name}-windows-x86_64"), "zip", PROGRAM.parent, "salver"))
    system = "macos" if sys.platform == "darwin" else "linux"
    target = DIST / f"{name}-{system}-{os.uname().machine}.tar.xz"
    say(f"packing {target.name}")
    stamp = int(_source_date())

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = stamp
        if not entry.issym():
            entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    xz = shutil.which("xz")
    if xz:
        with (
            target.open("wb") as out,
            subprocess.Popen([xz, *_xz_filters()], stdin=subprocess.PIPE, stdout=out) as packer,
        ):
            assert packer.stdin is not None
            with tarfile.open(fileobj=packer.stdin, mode="w|") as archive:
                archive.add(PROGRAM, arcname=name, filter=plain)
            packer.stdin.close()
        if packer.returncode != 0:
            raise SetupError("xz could not pack the program")
    else:
        with lzma.open(target, "wb", preset=6) as stream, tarfile.open(fileobj=stream, mode="w|") as archive:
            archive.add(PROGRAM, arcname=name, filter=plain)
    return target


def _xz_filters() -> list[str]:
    """Two blocks for two processors; the x86 filter makes machine code 6 % smaller."""
    branch = ["--x86"] if os.uname().machine in {"x86_64", "amd64"} else []
    return ["-T2", "--block-size=80MiB", *branch, "--lzma2=preset=6,dict=80MiB"]


def _write_sums(files: list[Path]) -> None:
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="ascii")
