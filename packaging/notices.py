"""Gathers the licence of every part that PyInstaller put into the program.

Each file of the program is traced to whom it came from: a Python distribution, a
package of Debian, Python itself, or Salver. A file that cannot be traced, or a part
without a licence text, is an error: nothing may be passed on without its notice.
"""

from __future__ import annotations

import ast
import csv
import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LICENCE_NAMES = ("licen", "copying", "notice", "copyright")

# Wheels that carry no licence text, and what there is to say about compiled-in parts:
# the files in resources/licences that speak for them.
VENDORED = {
    "pyside6_essentials": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "Qt-parts.txt", "ICU.txt"),
    "shiboken6": ("Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"),
    "harper_py": ("Harper-crates.txt", "Apache-2.0.txt", "MPL-2.0.txt"),
    "qtawesome": ("Phosphor.txt",),
}
ALWAYS = (
    "OFL-SourceSansPro.txt", "OFL-SourceSerifPro.txt", "GPL-3.0.txt", "LGPL-3.0.txt", "wink-embeddings.txt",
)  # fmt: skip
COMMON_FOLDER = Path("/usr/share/common-licenses")
COMMON = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.-]+)")
# Not one of its files is in the program, but its bootloader is the program's first part.
BOOTLOADER = "pyinstaller"


class NoticeMissing(Exception):
    """Parts of the program whose licence could not be found; the message names them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of another author: its name, and where its licence texts lie."""

    name: str
    texts: tuple[Path, ...]


def bundled_sources(work: Path) -> list[Path]:
    """The files that PyInstaller took, from the tables it leaves in its work folder."""
    sources: set[str] = set()
    for name in ("COLLECT-00.toc", "PYZ-00.toc"):
        table = ast.literal_eval((work / name).read_text(encoding="utf-8"))
        entries = next(part for part in table if isinstance(part, list))
        sources.update(source for _, source, kind in entries if source not in {"", "-"} and kind != "SYMLINK")
    return sorted(Path(source) for source in sources)


def parts_of(
    sources: Iterable[Path], *, site: Path, own: Iterable[Path], stdlib: Path, vendored: Path, dpkg: Path, doc: Path
) -> list[Part]:
    """Trace each file to its part. Raises NoticeMissing naming every file and part without a licence text."""
    distributions = _distribution_index(site)
    debian: dict[str, str] | None = None
    own_roots = tuple(own)
    found: set[str] = {f"python:{BOOTLOADER}"}
    unknown: list[str] = []
    for source in sources:
        if any(source.is_relative_to(root) for root in own_roots):
            continue
        if source.is_relative_to(site):
            owner = distributions.get(source.relative_to(site).as_posix())
            found.add(f"python:{owner}") if owner else unknown.append(str(source))
            continue
        if debian is None:
            debian = debian_index(dpkg)
        package = next((debian[path] for path in spellings(source) if path in debian), None)
        if package:
            found.add(f"debian:{package}")
        elif source.is_relative_to(stdlib) or source.name.startswith(("libpython", "python3")):
            found.add("stdlib:Python")
        else:
            unknown.append(str(source))
    parts = [_part(key, site, stdlib, vendored, doc) for key in sorted(found)]
    unknown += [f"{part.name}: no licence text" for part in parts if not part.texts]
    if unknown:
        raise NoticeMissing("\n".join(unknown))
    return parts


def write(parts: Iterable[Part], vendored: Path, own_licence: Path, out: Path) -> int:
    """Write all texts and an index below `out`, and answer with how many parts are in it."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    shutil.copyfile(own_licence, out / "Salver.txt")
    lines = [
        "Salver is under the MIT licence (Salver.txt). It ships these parts of other authors,",
        "each unchanged:",
        "",
    ]
    count = 0
    for part in parts:
        count += 1
        folder = out / part.name.replace("/", "-")
        folder.mkdir(exist_ok=True)
        for text in part.texts:
            target = folder / text.name
            if target.exists():
                target = folder / f"{text.parent.name}-{text.name}"
            shutil.copyfile(text, target)
        lines.append(f"  {part.name}: " + ", ".join(sorted(file.name for file in folder.iterdir())))
    _copy_common_licences(out)
    for name in ALWAYS:
        if not (vendored / name).is_file():
            raise NoticeMissing(f"{name}: not in {vendored}")
        shutil.copyfile(vendored / name, out / name)
    lines += ["", "The fonts Source Sans Pro and Source Serif Pro: " + ", ".join(ALWAYS[:2])]
    (out / "INDEX.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return count


def _copy_common_licences(out: Path) -> None:
    """Debian's notices point to texts that only Debian has; other systems need them too."""
    named: set[str] = set()
    for notice in out.glob("debian-*/copyright"):
        named |= set(COMMON.findall(notice.read_text(encoding="utf-8", errors="replace")))
    for name in sorted(named):
        text = COMMON_FOLDER / name.rstrip(".-")
        if text.is_file():
            (out / "common-licenses").mkdir(exist_ok=True)
            shutil.copyfile(text, out / "common-licenses" / text.name)


def _part(key: str, site: Path, stdlib: Path, vendored: Path, doc: Path) -> Part:
    kind, _, name = key.partition(":")
    if kind == "debian":
        text = doc / name / "copyright"
        return Part(f"debian-{name}", (text.resolve(),) if text.is_file() else ())
    if kind == "stdlib":
        texts = [stdlib / "LICENSE.txt", stdlib.parent / "LICENSE.txt", stdlib.parent.parent / "LICENSE.txt"]
        return Part("Python", tuple(text for text in texts if text.is_file())[:1])
    folder = next(site.glob(f"{name}-*.dist-info"), None)
    texts = _licence_files(folder) if folder else []
    extra = [vendored / text for text in VENDORED.get(name, ())]
    missing = [text.name for text in extra if not text.is_file()]
    if missing:
        return Part(f"{name} (wants {', '.join(missing)})", ())
    return Part(folder.name.removesuffix(".dist-info") if folder else name, (*texts, *extra))


def _licence_files(folder: Path) -> list[Path]:
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and (file.parent.name == "licenses" or file.name.lower().startswith(LICENCE_NAMES))
    )


def _distribution_index(site: Path) -> dict[str, str]:
    """From each installed file to the distribution that brought it."""
    index: dict[str, str] = {}
    for record in site.glob("*.dist-info/RECORD"):
        owner = record.parent.name.split("-")[0].lower()
        with record.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                if row:
                    index[row[0]] = owner
    return index


def debian_index(dpkg: Path) -> dict[str, str]:
    """From each library and each file of Python to the installed Debian package that holds it."""
    index: dict[str, str] = {}
    for listing in dpkg.glob("*.list"):
        package = listing.stem.split(":")[0]
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            if ".so" in line or "/lib/python3" in line:
                index[line] = package
    return index


def spellings(source: Path) -> list[str]:
    """The names under which Debian may list a file: with and without /usr, and what a link points to."""
    names = []
    for path in (source, Path(os.path.realpath(source))):
        text = path.as_posix()
        names.append(text)
        names.append(text.removeprefix("/usr") if text.startswith("/usr/") else f"/usr{text}")
    return names
