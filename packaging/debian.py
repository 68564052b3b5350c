"""Wraps the one-folder program into a package for Debian and Ubuntu."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
from pathlib import Path

from notices import debian_index, spellings

LINUX = Path(__file__).resolve().parent / "linux"
NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)(?:\.\d+)?\b")
# Part of every Debian, or of the C library that is asked for by version.
C_LIBRARY = re.compile(r"^(ld-linux|lib(c|m|dl|pthread|rt|util|resolv|nsl|anl)\.so)")
# Found at run time by name, so no program lists them as needed.
LOADED_BY_NAME = ("libegl1", "libgl1")
# What the libraries in the program read: where fonts lie, how keyboards are laid out and letters composed.
READ_BY_LIBRARIES = ("fontconfig-config", "xkb-data", "libx11-data")


class PackageError(Exception):
    """The package cannot be made here; the message says why."""


def needs(program: Path) -> tuple[set[str], tuple[int, int]]:
    """What a one-folder program asks of the system: libraries it does not hold itself, and the oldest glibc."""
    held = {file.name for file in program.rglob("*") if ".so" in file.name}
    wanted: set[str] = set()
    glibc = (0, 0)
    for file in sorted(program.rglob("*")):
        if file.is_symlink() or not file.is_file() or file.read_bytes()[:4] != b"\x7fELF":
            continue
        table = subprocess.run(["objdump", "-p", str(file)], capture_output=True, text=True, check=True).stdout
        wanted |= set(NEEDED.findall(table))
        glibc = max([glibc, *((int(major), int(minor)) for major, minor in GLIBC.findall(table))])
    return {name for name in wanted - held if not C_LIBRARY.match(name)}, glibc


def depends(program: Path, dpkg: Path) -> str:
    """The Depends line: measured from the program, not remembered by hand."""
    libraries, glibc = needs(program)
    index = debian_index(dpkg)
    folders = sorted({Path(path).parent for path in index if "linux-gnu" in path and path.count("/") <= 4})
    packages = {*LOADED_BY_NAME, *READ_BY_LIBRARIES}
    for library in sorted(libraries):
        names = [spelling for folder in folders for spelling in spellings(folder / library)]
        owner = next((index[name] for name in names if name in index), None)
        if owner is None:
            raise PackageError(f"{library} is needed by the program, and no installed package holds it")
        packages.add(owner)
    return ", ".join([f"libc6 (>= {glibc[0]}.{glibc[1]})", *sorted(packages - {"libc6"})])


def package(program: Path, icons: Path, version: str, stamp: int, work: Path, out: Path) -> Path:
    """Build the .deb and answer with its path. Every file in it gets the time `stamp`, in seconds since 1970."""
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    lib = tree / "usr/lib/salver"
    shutil.copytree(program, lib, symlinks=True)
    bin_folder = tree / "usr/bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "salver").symlink_to("../lib/salver/salver")
    _put(LINUX / "salver.desktop", tree / "usr/share/applications/salver.desktop")
    _put(LINUX / "salver.metainfo.xml", tree / "usr/share/metainfo/salver.metainfo.xml")
    for icon in icons.glob("icon-[0-9]*.png"):
        pixels = icon.stem.removeprefix("icon-")
        _put(icon, tree / f"usr/share/icons/hicolor/{pixels}x{pixels}/apps/salver.png")
    _put(icons / "icon.svg", tree / "usr/share/icons/hicolor/scalable/apps/salver.svg")
    _documents(tree / "usr/share/doc/salver", lib)
    size = sum(file.stat().st_size for file in tree.rglob("*") if file.is_file() and not file.is_symlink()) // 1024
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    control = (LINUX / "control.in").read_text(encoding="utf-8")
    for name, value in {
        "VERSION": version,
        "ARCHITECTURE": architecture,
        "SIZE": str(size),
        "DEPENDS": depends(program, Path("/var/lib/dpkg/info")),
    }.items():
        control = control.replace(f"@{name}@", value)
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, encoding="utf-8")
    _settle(tree, stamp)
    target = out / f"salver_{version}_{architecture}.deb"
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(target)]
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(stamp)}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    shutil.rmtree(tree)
    return target


def _documents(doc: Path, lib: Path) -> None:
    doc.mkdir(parents=True)
    root = LINUX.parent.parent
    with gzip.GzipFile(doc / "changelog.gz", "wb", mtime=0) as changes:
        changes.write((root / "CHANGELOG.md").read_bytes())
    own = (root / "LICENSE").read_text(encoding="utf-8")
    index = (lib / "licences" / "INDEX.txt").read_text(encoding="utf-8")
    (doc / "copyright").write_text(
        f"{own}\n{'-' * 80}\n{index}\nThe texts lie in /usr/lib/salver/licences.\n", encoding="utf-8"
    )


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _settle(tree: Path, stamp: int) -> None:
    """Readable for everybody, writable for root alone, of one time: whatever umask and clock made the files."""
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        os.utime(path, (stamp, stamp), follow_symlinks=False)
