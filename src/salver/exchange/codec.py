"""Values to JSON and back, exactly: what is left at its default is left out, what does not fit is refused."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import types
import typing
from collections.abc import Mapping
from typing import Any, TypeVar, cast

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """A value as what JSON holds: objects, lists, texts, numbers, true, false and null."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: to_plain(found)
            for name, default in _defaults(type(value))
            if (found := getattr(value, name)) != default or type(found) is not type(default)
        }
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset | set):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    return value


@functools.cache
def _defaults(cls: Any) -> tuple[tuple[str, object], ...]:
    fields = dataclasses.fields(cls)
    return tuple(
        (f.name, f.default_factory() if f.default_factory is not dataclasses.MISSING else f.default) for f in fields
    )


@functools.cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def from_plain(cls: type[T], data: object) -> T:
    """The value of a dataclass that `to_plain` wrote. Unknown names are ignored.

    Raises ValueError for anything that does not fit: a text where a date belongs, a list where an object does.
    """
    if not isinstance(data, Mapping):
        raise ValueError(f"{cls.__name__} is no object")
    kind: Any = cls
    hints = _hints(kind)
    found = {name: _read(hints[name], data[name]) for name, _ in _defaults(kind) if name in data}
    try:
        return cls(**found)
    except TypeError as error:
        raise ValueError(f"{cls.__name__} lacks a part") from error


def _read(hint: Any, data: object) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if data is None:
            return None
        return _read(next(arg for arg in typing.get_args(hint) if arg is not types.NoneType), data)
    if origin in (tuple, frozenset):
        if not isinstance(data, list):
            raise ValueError("no list")
        args = typing.get_args(hint)
        return origin(_read(args[0], item) for item in data)
    if dataclasses.is_dataclass(hint):
        return from_plain(cast(type[Any], hint), data)
    return _read_plain(hint, data)


def _read_plain(hint: Any, data: object) -> Any:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(data)
    if hint in (dt.datetime, dt.date):
        if not isinstance(data, str):
            raise ValueError("no date")
        return hint.fromisoformat(data)
    if hint is float and isinstance(data, int):
        return float(data)
    if hint is int and isinstance(data, bool):
        raise ValueError("no number")
    if not isinstance(data, hint):
        raise ValueError(f"no {hint.__name__}")
    return data
