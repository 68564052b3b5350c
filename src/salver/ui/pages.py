"""Every page of the window by its name, for the composition root."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from salver.store.errors import StoreError
from salver.ui.desk import Desk
from salver.ui.settings.recovery import RecoveryWindow, SentenceWindow
from salver.ui.settings.stack import PageStack
from salver.ui.theme import Theme
from salver.ui.welcome.page import WelcomePage


def make(name: str, desk: Desk, folder: Path, chosen_ids: Sequence[int] = ()) -> PageStack | WelcomePage:
    """The page of a name (see `PageStack`, or `welcome`), with the signals `closed`, `page_wanted`,
    `reopen_wanted` and `cards_wanted`.

    Raises KeyError for a name there is no page for.
    """
    if name == "welcome":
        return WelcomePage(desk, folder)
    return PageStack(desk, name, chosen=chosen_ids)


def recovery(
    error: StoreError, theme: Theme, folder: Path, clock: Callable[[], dt.datetime], zone: str = "UTC"
) -> RecoveryWindow:
    """A window of its own for a start that failed; `reopen_wanted` asks to try again, `quit_wanted` to end."""
    return RecoveryWindow(error, theme, folder, clock, zone)


def sentence(text: str, theme: Theme) -> SentenceWindow:
    """A little window that says one thing and can be closed."""
    return SentenceWindow(text, theme)
