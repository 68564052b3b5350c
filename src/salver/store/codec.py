"""Between values and what the file holds: times, rows, and the JSON of the undo journal."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import functools
import json
import os
import types
import typing
import uuid
from typing import Any, TypeVar

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_MICROSECOND = dt.timedelta(microseconds=1)

_VARIANT = {digit: "89ab"[number % 4] for number, digit in enumerate("0123456789abcdef")}

T = TypeVar("T")


def new_uid() -> str:
    """A name for a card, meeting, event or note that no other file will have given."""
    return uuid.uuid4().hex


def new_uids(count: int) -> list[str]:
    """As many of them, in order, so that their index grows at its end; for imports."""
    drawn = os.urandom(16 * count).hex()
    # Version 4 and its variant in the places where RFC 9562 has them.
    found = (drawn[i : i + 32] for i in range(0, len(drawn), 32))
    return sorted([f"{u[:12]}4{u[13:16]}{_VARIANT[u[16]]}{u[17:]}" for u in found])


@functools.lru_cache(maxsize=4_096)
def stamp(moment: dt.datetime) -> str:
    """A moment as text: UTC, to the microsecond, so that texts sort as the moments do."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def stamp_or_none(moment: dt.datetime | None) -> str | None:
    """`stamp`, letting None through."""
    return None if moment is None else stamp(moment)


def moment(text: str | None) -> dt.datetime | None:
    """The moment of a stamp; None for None."""
    return None if text is None else dt.datetime.fromisoformat(text)


def micros(when: dt.datetime | None) -> int | None:
    """Microseconds since 1970 in UTC, for columns that are compared a lot."""
    return None if when is None else instant(when)


def instant(when: dt.datetime) -> int:
    """`micros` of a moment that is known: so that moments of two zones compare as what they are."""
    return (when - _EPOCH) // _MICROSECOND


def from_micros(number: int | None) -> dt.datetime | None:
    """The moment of `micros`."""
    return None if number is None else _EPOCH + dt.timedelta(microseconds=number)


def local(text: str | None) -> dt.datetime | None:
    """A wall-clock time, which has no zone."""
    return None if text is None else dt.datetime.fromisoformat(text).replace(tzinfo=None)


def local_text(when: dt.datetime | None) -> str | None:
    """A wall-clock time as text."""
    return None if when is None else when.replace(tzinfo=None).isoformat()


def to_json(value: object) -> str:
    """Any of our values as JSON; `from_json` with its type gives it back."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], text: str) -> T:
    """The value of `to_json`. Fields it does not name take their default; unknown ones are passed over."""
    made: T = _build(kind, json.loads(text))
    return made


def _plain(value: object) -> object:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name, _ in _fields(type(value))}
    if isinstance(value, (tuple, list, frozenset)):
        return [_plain(item) for item in value]
    return value


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


def _build(hint: Any, data: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        if data is None:
            return None
        return _build(next(a for a in typing.get_args(hint) if a is not type(None)), data)
    if origin is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_build(inner, item) for item in data)
    if isinstance(hint, type):
        if dataclasses.is_dataclass(hint):
            return hint(**{name: _build(inner, data[name]) for name, inner in _fields(hint) if name in data})
        if issubclass(hint, enum.Enum):
            return hint(data)
        if issubclass(hint, (dt.datetime, dt.date)):
            return hint.fromisoformat(data)
    return data
