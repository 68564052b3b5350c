"""Resources are reached by name alone, and never from outside of the package."""

from __future__ import annotations

import pytest

from salver import assets


def test_every_listed_resource_can_be_read() -> None:
    listed = assets.names()

    assert listed
    assert all(assets.read_bytes(name) for name in listed)


def test_a_text_resource_is_read_as_utf_8() -> None:
    assert "SIL Open Font License" in assets.read_text("licences/OFL-SourceSansPro.txt")


def test_a_folder_lists_only_what_is_below_it() -> None:
    fonts = assets.names("fonts")

    assert "fonts/SourceSerifPro-It.otf" in fonts
    assert all(name.startswith("fonts/") for name in fonts)


def test_code_is_no_resource() -> None:
    assert not [name for name in assets.names() if name.endswith((".py", ".pyc"))]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../pyproject.toml",
        "fonts/../../pyproject.toml",
        "fonts//SourceSansPro-Regular.otf",
        "./icons/icon.svg",
        "icons\\icon.svg",
        "..\\pyproject.toml",
        "C:/Windows/win.ini",
        "icons/icon.svg\0",
    ],
)
def test_a_name_that_could_leave_the_package_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        assets.read_bytes(name)


@pytest.mark.parametrize("name", ["icons/nothing.svg", "icons", "nowhere/at/all.txt"])
def test_a_resource_that_is_not_there_is_named_in_the_error(name: str) -> None:
    with pytest.raises(FileNotFoundError, match=name):
        assets.read_text(name)
