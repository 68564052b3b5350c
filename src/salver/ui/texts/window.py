"""Words of the frame of the window."""

from __future__ import annotations

from typing import ClassVar


class WindowWords:
    """The frame of the window: top bar, pages, notices."""

    NEW_CARD = "New card"
    SETTINGS = "Settings"
    NOTICE = "What Salver did"
    CLOSE_NOTICE = "Close this line"
    CARD = "Card"
    NOTE = "Note"
    NOTHING_TO_UNDO = "Nothing to undo"
    UNDO_KEY = "Ctrl+Z"
    """Sentences that name it stand beside a button for it."""
    UNEXPECTED = "Something went wrong inside Salver. Nothing you typed is lost; what happened is in the log."
    NOT_STARTED = (
        "Something went wrong inside Salver, so its window could not open. Your cards were not changed. "
        "What happened is in the log beside them."
    )
    READ_ONLY = "This folder cannot be written to, so Salver only shows what is there. Nothing you change will be kept."
    NOT_SAVED = "That could not be saved yet. It stays here, and Salver tries again."
    CLOSE_ANYWAY = "The window stays open for now; close it once more to leave without what is not saved."
    SAVED_NOW = "What you typed is saved now."
    NO_SCREEN = (
        "Salver found no screen to open its window on. Your cards were not touched. "
        "Start it from a desktop; Qt also needs the package libxcb-cursor0 there. "
        "The commands of Salver work without a screen, see salver --help."
    )
    OPEN_ELSEWHERE = (
        "Another Salver is using this folder. Nothing was changed. "
        "Look for its window, or wait until its command is done and start again."
    )
    LINK_REFUSED = "That address is not one a browser should open. Nothing was opened."
    ACTIONS: ClassVar[dict[str, str]] = {
        "new_card": "New card",
        "search": "Search cards",
        "next_card": "Next card",
        "previous_card": "Previous card",
        "flip": "Turn the card over",
        "next_pane": "Next pane",
        "previous_pane": "Previous pane",
        "start_note": "Start a note",
        "copy_note": "Copy the note",
        "sent_note": "Say that the copied note was sent",
        "next_finding": "Next remark on the note",
        "previous_finding": "Previous remark on the note",
        "undo": "Undo",
        "keys": "Show the keys",
        "settings": "Settings",
        "quit": "Close Salver",
    }

    @staticmethod
    def undid(step: str) -> str:
        """After Undo: what was taken back."""
        return f"Undid: {step}" if step else "Undid the last step"

    @staticmethod
    def note_tab(findings: int) -> str:
        """The tab of the note when there is room for one pane, with the number of remarks."""
        return f"Note {findings}" if findings else "Note"
