"""Settings: kept across restarts, never lost to a bad value, and kind to what a later Salver wrote."""

import json
from pathlib import Path
from typing import Any

import pytest

from salver.cards.card import Sender
from salver.store import Settings, Store, open_store, schema

FULL = Settings(
    Sender("Li Wei", "I build kites", "premium"), (2, 48), 3, frozenset({"no-hook"}), frozenset({"kite"}), "British",
    "dark", 1.5, True, False, "DE", 30, True,
)  # fmt: skip


def test_settings_come_back_as_they_were_put(store: Store, folder: Path, clock: Any) -> None:
    assert store.settings.get() == Settings()
    assert store.settings.put(FULL).settings
    assert not store.settings.put(FULL).settings
    store.close()
    again = open_store(folder, clock)
    assert again.settings.get() == FULL
    again.close()


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("window_h", [24, 4]), ("window_h", "soon"), ("window_h", [1]), ("theme", "pink"), ("text_scale", 40),
        ("text_scale", True), ("notes_per_month", -1), ("notes_per_month", "many"), ("sender", "Li"), ("sender", None),
        ("sender", {"plan": "gold", "name": 7}), ("rules_off", 5), ("rules_off", [1]), ("reduced_motion", "yes"),
        ("region", None), ("empty_trash_days", 0), ("welcome_done", 1), ("dictionary", None),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_falls_back_alone(store: Store, name: str, bad: object) -> None:
    import dataclasses

    store.settings.put(FULL)
    with store._core.db.write():
        store._core.db.replace(schema.SettingRow, {"name": name, "value": json.dumps(bad)})
    assert store.settings.get() == dataclasses.replace(FULL, **{name: getattr(Settings(), name)})


def test_a_value_that_is_no_json_falls_back(store: Store) -> None:
    with store._core.db.write():
        store._core.db.replace(schema.SettingRow, {"name": "theme", "value": "{dark"})
    assert store.settings.get().theme == "system"


def test_what_we_do_not_know_is_kept(store: Store) -> None:
    store.settings.remember("a later setting", {"x": [1, 2]})
    store.settings.put(FULL)
    assert store.settings.recall("a later setting") == {"x": [1, 2]}
    assert store.settings.recall("never heard of") is None
