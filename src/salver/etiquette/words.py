"""The word lists that ship with Salver, read once each when first needed."""

from __future__ import annotations

import functools
import tomllib

from salver import assets


@functools.cache
def lists(name: str) -> dict[str, tuple[str, ...]]:
    """All lists of `resources/words/NAME.toml`: key → its words, in order."""
    return {key: tuple(value.split()) for key, value in _read(name).items()}


@functools.cache
def lines(name: str) -> dict[str, tuple[str, ...]]:
    """The same for lists with one entry a line."""
    return {
        key: tuple(line.strip() for line in value.splitlines() if line.strip()) for key, value in _read(name).items()
    }


@functools.cache
def tables(name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The same for a file of tables: table → key → its lines. `parts` holds lines as well."""
    found = tomllib.loads(assets.read_text(f"words/{name}.toml"))
    return {
        table: {key: tuple(line for line in value.splitlines() if line.strip()) for key, value in entries.items()}
        for table, entries in found.items()
    }


@functools.cache
def known(name: str, *keys: str) -> frozenset[str]:
    """The words of some lists as one set; of all when no key is given."""
    found = lists(name)
    return frozenset(word for key in (keys or tuple(found)) for word in found[key])


def _read(name: str) -> dict[str, str]:
    return {key: str(value) for key, value in tomllib.loads(assets.read_text(f"words/{name}.toml")).items()}
