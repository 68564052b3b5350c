"""What every table of the store works with."""

from __future__ import annotations

import dataclasses
import json
import re
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


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("", value) if not value.isascii() and _SURROGATE.search(value) else value
    if isinstance(value, tuple):
        cleaned = tuple(_storable(item) for item in value)
        return value if all(a is b for a, b in zip(value, cleaned, strict=True)) else cleaned
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: after
            for field in dataclasses.fields(value)
            if (after := _storable(before := getattr(value, field.name))) is not before
        }
        return dataclasses.replace(value, **changed) if changed else value
    return value


def ids_json(ids: Any) -> str:
    """Ids as one parameter, for `IN (SELECT value FROM json_each(?))`."""
    return json.dumps(list(ids))


def counted(ids: tuple[int, ...], one: str, what: str) -> str:
    """`delete Ana Ruiz` or `delete 3 cards`: the name of a step on one or several rows."""
    return one if len(ids) == 1 else f"{len(ids)} {what}"
