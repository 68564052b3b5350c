"""What a desktop reads about Salver."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import debian
import salver
from salver import assets

LINUX = Path(__file__).parents[2] / "packaging" / "linux"


def test_the_desktop_file_has_what_a_menu_needs() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys of a desktop file keep their case
    parser.read(LINUX / "salver.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]

    assert parser.sections() == ["Desktop Entry"]
    assert (entry["Type"], entry["Name"], entry["Exec"], entry["Icon"]) == ("Application", "Salver", "salver", "salver")
    assert entry["Terminal"] == "false"
    for listed in ("Categories", "Keywords"):
        assert re.fullmatch(r"([^;]+;)+", entry[listed])
    assert set(entry["Categories"].rstrip(";").split(";")) == {"Office", "ContactManagement"}


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed here")
def test_the_desktop_file_passes_the_desktops_own_check() -> None:
    done = subprocess.run(
        ["desktop-file-validate", LINUX / "salver.desktop"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, "")


def test_the_software_centre_is_told_of_this_version() -> None:
    tree = ElementTree.parse(LINUX / "salver.metainfo.xml")

    assert tree.findtext("name") == "Salver"
    assert tree.findtext("project_license") == "MIT"
    assert tree.findtext("launchable") == "salver.desktop"
    release = tree.find("releases/release")
    assert release is not None
    assert release.get("version") == salver.__version__


def test_there_is_an_icon_in_every_size() -> None:
    icons = set(assets.names("icons"))

    assert {f"icons/icon-{size}.png" for size in (16, 24, 32, 48, 64, 128, 256)} <= icons
    assert {"icons/icon.svg", "icons/icon-small.svg", "icons/icon.ico"} <= icons


def test_the_package_recommends_fonts_for_every_script() -> None:
    control = (LINUX / "control.in").read_text(encoding="utf-8")

    assert "Recommends: fonts-noto-core" in control
    assert set(re.findall(r"@(\w+)@", control)) == {"VERSION", "ARCHITECTURE", "SIZE", "DEPENDS"}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A built program, as far as a package looks at it."""
    if not (shutil.which("dpkg-deb") and shutil.which("objdump")):
        pytest.skip("a Debian package can only be made on Debian")
    program = tmp_path / "salver"
    (program / "licences").mkdir(parents=True)
    (program / "licences" / "INDEX.txt").write_text("the parts")
    shutil.copyfile(shutil.which("dpkg-deb") or "", program / "salver")
    (program / "salver").chmod(0o755)
    return program


def package(built: Path, out: Path) -> Path:
    out.mkdir(exist_ok=True)
    return debian.package(built, LINUX.parents[1] / "resources" / "icons", "1.2.3", 1_767_225_600, out, out)


def test_a_package_asks_for_what_its_program_needs_and_installs_where_menus_look(built: Path, tmp_path: Path) -> None:
    made = package(built, tmp_path)
    listing = subprocess.run(["dpkg-deb", "-c", made], capture_output=True, text=True, check=True).stdout
    fields = subprocess.run(["dpkg-deb", "-f", made], capture_output=True, text=True, check=True).stdout

    assert "./usr/bin/salver -> ../lib/salver/salver" in listing
    assert re.search(r"-rwxr-xr-x root/root .* ./usr/lib/salver/salver$", listing, re.MULTILINE)
    for place in ("applications/salver.desktop", "metainfo/salver.metainfo.xml", "doc/salver/copyright"):
        assert f"./usr/share/{place}" in listing
    assert "./usr/share/icons/hicolor/48x48/apps/salver.png" in listing
    assert "Version: 1.2.3" in fields
    wanted = re.search(r"^Depends: libc6 \(>= 2\.\d+\), (.*)$", fields, re.MULTILINE)
    assert wanted
    assert {"libegl1", "libgl1", "fontconfig-config", "xkb-data"} <= set(wanted[1].split(", "))


def test_the_same_program_makes_the_same_package_whatever_the_umask(built: Path, tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        first = package(built, tmp_path / "open").read_bytes()
        os.umask(0o077)
        os.utime(built / "salver", (0, 0))
        second = package(built, tmp_path / "closed").read_bytes()
    finally:
        os.umask(before)

    assert first == second
