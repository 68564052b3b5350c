"""Keep a setting at once, and say so in a sentence when the file cannot take it."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from salver.cards.card import Sender
from salver.store.errors import StoreError
from salver.ui.desk import Desk
from salver.ui.texts import SettingsWords


class Fields(TypedDict, total=False):
    """The settings that pages change."""

    sender: Sender
    window_h: tuple[int, int]
    notes_per_month: int
    rules_off: frozenset[str]
    dictionary: frozenset[str]
    dialect: str
    region: str
    theme: str
    text_scale: float
    reduced_motion: bool
    show_keys: bool
    empty_trash_days: int | None


def keep(desk: Desk, **fields: Unpack[Fields]) -> bool:
    """Change settings as a step of undo, and tell the window; False when that failed, after saying why."""
    try:
        before = desk.store.settings.get()
        after = replace(before, **fields)
        if after != before:
            desk.announce(desk.store.settings.put(after, SettingsWords.step(tuple(fields))))
    except StoreError as error:
        desk.say(error.sentence)
        return False
    return True
