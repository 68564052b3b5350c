"""Nothing is passed on without its licence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import notices
from notices import NoticeMissing, Part
from salver import assets

ROOT = Path(__file__).parents[2]


class Computer:
    """A small made-up computer: Python distributions, Debian packages, a standard library."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site"
        self.dpkg = folder / "dpkg"
        self.doc = folder / "doc"
        self.stdlib = folder / "python3.11"
        self.vendored = folder / "vendored"
        for place in (self.site, self.dpkg, self.doc, self.stdlib, self.vendored):
            place.mkdir()
        (self.stdlib / "LICENSE.txt").write_text("PSF")
        self.distribution("pyinstaller", licence="COPYING.txt")

    def distribution(self, name: str, *, licence: str | None, version: str = "1.0") -> Path:
        module = self.site / name / "__init__.py"
        module.parent.mkdir()
        module.touch()
        info = self.site / f"{name}-{version}.dist-info"
        (info / "licenses").mkdir(parents=True)
        (info / "RECORD").write_text(f"{name}/__init__.py,,\n")
        if licence:
            (info / "licenses" / licence).write_text(f"terms of {name}")
        return module

    def library(self, name: str, package: str, *, noticed: bool) -> Path:
        file = Path(f"/usr/lib/x86_64-linux-gnu/{name}")
        (self.dpkg / f"{package}:amd64.list").write_text(f"/lib/x86_64-linux-gnu\n/lib/x86_64-linux-gnu/{name}\n")
        if noticed:
            (self.doc / package).mkdir()
            (self.doc / package / "copyright").write_text(f"{package}: see /usr/share/common-licenses/GPL-3.")
        return file

    def parts(self, *sources: Path) -> list[Part]:
        return notices.parts_of(
            sources,
            site=self.site,
            own=(ROOT,),
            stdlib=self.stdlib,
            vendored=self.vendored,
            dpkg=self.dpkg,
            doc=self.doc,
        )


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_each_part_is_found_once_with_its_text(computer: Computer) -> None:
    module = computer.distribution("rosewood", licence="LICENSE")
    library = computer.library("libsilver.so.1", "libsilver1", noticed=True)
    found = computer.parts(module, module, library, computer.stdlib / "json" / "__init__.py", ROOT / "src" / "x.py")

    assert [part.name for part in found] == ["debian-libsilver1", "pyinstaller-1.0", "rosewood-1.0", "Python"]


def test_a_distribution_without_a_licence_stops_the_build(computer: Computer) -> None:
    module = computer.distribution("nameless", licence=None)

    with pytest.raises(NoticeMissing, match=r"nameless-1\.0: no licence text"):
        computer.parts(module)


def test_a_system_library_without_a_notice_stops_the_build(computer: Computer) -> None:
    library = computer.library("libsilver.so.1", "libsilver1", noticed=False)

    with pytest.raises(NoticeMissing, match="debian-libsilver1: no licence text"):
        computer.parts(library)


def test_a_file_from_nowhere_stops_the_build(computer: Computer) -> None:
    with pytest.raises(NoticeMissing, match=r"/opt/strange/libodd\.so"):
        computer.parts(Path("/opt/strange/libodd.so"))


def test_qt_without_the_texts_of_its_licences_stops_the_build(computer: Computer) -> None:
    module = computer.distribution("pyside6_essentials", licence=None)

    with pytest.raises(NoticeMissing, match=r"LGPL-3\.0\.txt"):
        computer.parts(module)


def test_the_texts_and_an_index_lie_beside_the_program(computer: Computer, tmp_path: Path) -> None:
    module = computer.distribution("rosewood", licence="LICENSE")
    library = computer.library("libsilver.so.1", "libsilver1", noticed=True)
    out = tmp_path / "licences"

    count = notices.write(computer.parts(module, library), ROOT / "resources" / "licences", ROOT / "LICENSE", out)

    assert count == 3
    assert (out / "rosewood-1.0" / "LICENSE").read_text() == "terms of rosewood"
    assert "rosewood-1.0: LICENSE" in (out / "INDEX.txt").read_text()
    assert {"LGPL-3.0.txt", "GPL-3.0.txt", "OFL-SourceSansPro.txt", "Salver.txt"} <= {
        file.name for file in out.iterdir()
    }


def test_every_text_that_stands_in_for_a_wheel_is_there() -> None:
    wanted = {name for names in notices.VENDORED.values() for name in names} | set(notices.ALWAYS)

    assert all(len(assets.read_text(f"licences/{name}")) > 500 for name in wanted)


def test_the_notice_of_qt_names_the_version_that_is_shipped() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = next(wanted for wanted in project["dependencies"] if wanted.startswith("PySide6")).split("==")[1]

    assert assets.read_text("licences/Qt.txt").count(version) >= 3


def test_every_font_that_ships_has_its_licence() -> None:
    families = {name.removeprefix("fonts/").split("-")[0] for name in assets.names("fonts")}

    assert families == {"SourceSansPro", "SourceSerifPro"}
    for family in families:
        assert "SIL Open Font License" in assets.read_text(f"licences/OFL-{family}.txt")
