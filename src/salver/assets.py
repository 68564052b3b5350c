"""Read what ships with Salver and is not code: word lists, icons, fonts, licences.

A name is a path inside `salver.resources` with forward slashes, such as
`"fonts/SourceSansPro-Regular.otf"`. Nothing hands out a path of the disk, so the
same call works from the source tree, a wheel and the built program.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

_PACKAGE = "salver.resources"


def read_bytes(name: str) -> bytes:
    """The content of a resource.

    Raises ValueError for a name that is empty, absolute or climbs out with `..`,
    FileNotFoundError for one that does not exist.
    """
    return _find(name).read_bytes()


def read_text(name: str) -> str:
    """The content of a UTF-8 resource; errors as for `read_bytes`."""
    return _find(name).read_text(encoding="utf-8")


def names(folder: str = "") -> tuple[str, ...]:
    """The names of all resources below a folder, sorted; with no folder, of every resource."""
    root = _find(folder, is_folder=True) if folder else files(_PACKAGE)
    return tuple(sorted(_walk(root, f"{folder}/" if folder else "")))


def _find(name: str, *, is_folder: bool = False) -> Traversable:
    parts = name.split("/")
    if "\\" in name or ":" in name or "\0" in name or any(part in {"", ".", ".."} for part in parts):
        raise ValueError(f"not the name of a resource: {name!r}")
    found = files(_PACKAGE).joinpath(*parts)
    if not (found.is_dir() if is_folder else found.is_file()):
        raise FileNotFoundError(f"no such resource: {name}")
    return found


def _walk(folder: Traversable, prefix: str) -> Iterator[str]:
    for entry in folder.iterdir():
        if entry.name == "__pycache__" or entry.name.endswith((".py", ".pyc")):
            continue
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name
