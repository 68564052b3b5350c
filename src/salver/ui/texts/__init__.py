"""Every word that Salver shows, by area, so that the tone can be read and mended in one place.

Short, kind and concrete; no exclamation marks; *they* and *their*, for no card knows a gender. A class holds
the words of one part of the window. What depends on a number or a name is a function; it returns plain text.
"""

from __future__ import annotations

from salver.ui.texts.card import CardWords
from salver.ui.texts.draft import DraftWords
from salver.ui.texts.exchange import ExchangeWords
from salver.ui.texts.note import NoteWords
from salver.ui.texts.pages import PageWords, SafeWords, TrashWords
from salver.ui.texts.people import People
from salver.ui.texts.settings import SettingsWords
from salver.ui.texts.shared import Common, count
from salver.ui.texts.welcome import WelcomeWords
from salver.ui.texts.window import WindowWords

__all__ = [
    "CardWords",
    "Common",
    "DraftWords",
    "ExchangeWords",
    "NoteWords",
    "PageWords",
    "People",
    "SafeWords",
    "SettingsWords",
    "TrashWords",
    "WelcomeWords",
    "WindowWords",
    "count",
]
