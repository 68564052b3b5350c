"""Settings: one row a field, as JSON; a value that cannot be read falls back, and rows we do not know are kept."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from salver.cards.card import Sender
from salver.store import schema
from salver.store.core import Core, storable
from salver.store.values import Changed

THEMES = ("system", "light", "dark")
PLANS = ("free", "premium")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose."""

    sender: Sender = field(default_factory=Sender)
    window_h: tuple[int, int] = (4, 24)
    """Hours after a meeting between which a note is best sent."""
    notes_per_month: int = 5
    """How many invitations with a text LinkedIn gives in a month without Premium."""
    rules_off: frozenset[str] = frozenset()
    dictionary: frozenset[str] = frozenset()
    """Words that spelling lets pass."""
    dialect: str = ""
    """American, British, Australian, Canadian; empty to follow the system."""
    theme: str = "system"
    text_scale: float = 1.0
    reduced_motion: bool = False
    show_keys: bool = True
    region: str = ""
    """Two letters for phone numbers without a country code; empty to follow the system."""
    empty_trash_days: int | None = None
    """How many days the trash keeps things; None for ever."""
    welcome_done: bool = False


def _sender(data: Any) -> Sender:
    plan = data.get("plan")
    texts = {name: data[name] for name in ("name", "about") if isinstance(data.get(name), str)}
    return Sender(**texts, plan=plan if plan in PLANS else "free")


def _hours(data: Any) -> tuple[int, int]:
    low, high = (int(hour) for hour in data)
    if not 0 <= low < high <= 24 * 31:
        raise ValueError("no window")
    return low, high


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def read(data: Any) -> int:
        if isinstance(data, bool) or not isinstance(data, int) or not low <= data <= high:
            raise ValueError("out of range")
        return data

    return read


def _days(data: Any) -> int | None:
    return None if data is None else _whole(1, 3650)(data)


def _scale(data: Any) -> float:
    if isinstance(data, bool) or not 0.5 <= float(data) <= 3:
        raise ValueError("out of range")
    return float(data)


def _flag(data: Any) -> bool:
    if not isinstance(data, bool):
        raise TypeError("no flag")
    return data


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError("no text")
    return data


def _theme(data: Any) -> str:
    if data not in THEMES:
        raise ValueError("no theme")
    return str(data)


def _words(data: Any) -> frozenset[str]:
    return frozenset(_text(word) for word in data)


_READ: dict[str, Callable[[Any], Any]] = {
    "sender": _sender, "window_h": _hours, "notes_per_month": _whole(0, 1_000), "rules_off": _words,
    "dictionary": _words, "dialect": _text, "theme": _theme, "text_scale": _scale, "reduced_motion": _flag,
    "show_keys": _flag, "region": _text, "empty_trash_days": _days, "welcome_done": _flag,
}  # fmt: skip


def _json(value: Any) -> str:
    if isinstance(value, Sender):
        value = dataclasses.asdict(value)
    elif isinstance(value, frozenset):
        value = sorted(value)
    return json.dumps(value, ensure_ascii=False)


class SettingsTable:
    """The settings of one store, and small things a window remembers."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def get(self) -> Settings:
        """The settings; each field that is missing or unreadable has its default."""
        chosen: dict[str, Any] = {}
        for name, text in self._db.rows("SELECT name, value FROM setting"):
            if name in _READ:
                try:
                    chosen[name] = _READ[name](json.loads(text))
                except (ValueError, TypeError, AttributeError, KeyError):
                    continue
        return Settings(**chosen)

    def put(self, settings: Settings, label: str = "") -> Changed:
        """Keep the settings. With a `label` the change can be undone as that step."""
        settings = storable(settings)
        held = self.get()
        names = [f.name for f in dataclasses.fields(Settings) if getattr(settings, f.name) != getattr(held, f.name)]
        if not names:
            return Changed()
        if not label:
            with self._db.write():
                self._write(settings, names)
            return Changed(settings=True)
        with self._core.journal.action(label):
            kept = dict(self._db.rows("SELECT name, value FROM setting"))
            self._core.journal.record("settings", 0, None, [[name, kept.get(name)] for name in names])
            self._write(settings, names)
        return Changed(settings=True, label=label)

    def _write(self, settings: Settings, names: list[str]) -> None:
        for name in names:
            self.remember(name, getattr(settings, name))

    def remember(self, name: str, value: object) -> None:
        """Keep something small under a name of its own, such as the size of the window."""
        with self._db.write():
            self._db.replace(schema.SettingRow, {"name": name, "value": _json(value)})

    def recall(self, name: str) -> object:
        """What was kept under a name; None when nothing was, or when it cannot be read."""
        text = self._db.value("SELECT value FROM setting WHERE name = ?", (name,))
        try:
            return json.loads(text) if text else None
        except ValueError:
            return None

    def revert(self, row_id: int, before: str | None) -> Changed:
        """Put settings back to what the journal kept of them; there is one row of them, whatever its id."""
        del row_id
        for name, text in json.loads(before or "[]"):
            self._db.execute(schema.SettingRow.delete().where(schema.SettingRow.name == name))
            if text is not None:
                self._db.execute(schema.SettingRow.insert({"name": name, "value": text}))
        return Changed(settings=True)
