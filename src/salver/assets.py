"""Read what ships with Salver and is not code: word lists, icons, fonts, licences.

A name is a path inside `salver.resources` with forward slashes, such as
`"fonts/SourceSansPro-Regular.otf"`. Nothing hands out a path of the disk, so the
same call works from the source tree, a wheel and the built program.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PACKAGE = "salver.resources"


def read_bytes(name: str) -> bytes:
    """The content of a resource.

    Raises ValueError for a name that is empty, absolute or climbs out with `..`,
    FileNotFoundError for one that does not exist.
    """
    _checked(name)
    # Not by `importlib.resources`: loading that costs as much time as reading all word lists.
    try:
        found = pkgutil.get_data(_PACKAGE, name)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as error:
        raise FileNotFoundError(f"no such resource: {name}") from error
    if found is None:
        raise FileNotFoundError(f"no such resource: {name}")
    return found


def read_text(name: str) -> str:
    """The content of a UTF-8 resource; errors as for `read_bytes`."""
    return read_bytes(name).decode("utf-8").replace("\r\n", "\n")


def names(folder: str = "") -> tuple[str, ...]:
    """The names of all resources below a folder, sorted; with no folder, of every resource."""
    from importlib.resources import files

    root: Traversable = files(_PACKAGE)
    if folder:
        root = root.joinpath(*_checked(folder))
        if not root.is_dir():
            raise FileNotFoundError(f"no such resource: {folder}")
    return tuple(sorted(_walk(root, f"{folder}/" if folder else "")))


def _checked(name: str) -> list[str]:
    parts = name.split("/")
    if "\\" in name or ":" in name or "\0" in name or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(f"not the name of a resource: {name!r}")
    return parts


def _walk(folder: Traversable, prefix: str) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.name == "__pycache__" or entry.name.endswith((".py", ".pyc")):
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name
