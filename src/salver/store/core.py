"""What every table of the store works with."""

from __future__ import annotations

import dataclasses
import functools
import json
import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from salver.store.db import Database
from salver.store.derive import Derived
from salver.store.journal import Journal
from salver.store.search import Search
from salver.store.values import Clock

_SURROGATE = re.compile("[\ud800-\udfff]")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Core:
    """The open file with its journal, index and list."""

    db: Database
    clock: Clock
    journal: Journal
    index: Search
    derived: Derived


def storable(value: T) -> T:
    """The value without lone surrogates in its texts: half a character, which no file can hold."""
    return cast(T, _storable(value))


def is_storable(text: str) -> bool:
    """Whether a text holds no half of a character."""
    return text.isascii() or not _SURROGATE.search(text)


@functools.cache
def _names(kind: Hashable) -> tuple[str, ...]:
    shape: Any = kind
    return tuple(field.name for field in dataclasses.fields(shape)) if dataclasses.is_dataclass(shape) else ()


def _storable(value: Any) -> Any:
    kind: Any = type(value)
    if kind is str:
        return value if is_storable(value) else _SURROGATE.sub("", value)
    if kind is tuple:
        cleaned = [_storable(item) for item in value]
        return tuple(cleaned) if any(a is not b for a, b in zip(value, cleaned, strict=True)) else value
    changed = {}
    for name in _names(kind):
        before = getattr(value, name)
        # Most fields are empty or plain; this runs for each card of an import.
        if before and (after := _storable(before)) is not before:
            changed[name] = after
    return dataclasses.replace(value, **changed) if changed else value


def ids_json(ids: Any) -> str:
    """Ids as one parameter, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(ids))


def counted(ids: tuple[int, ...], one: str, what: str) -> str:
    """`delete Ana Ruiz` or `delete 3 cards`: the name of a step on one or several rows."""
    return one if len(ids) == 1 else f"{len(ids)} {what}"
