"""Words of the pages for keys, rules, the trash, backups, forgetting, and of the one for a start that failed."""

from __future__ import annotations

from typing import ClassVar

from salver.ui.texts.shared import count


class PageWords:
    """Keys, the page of a rule, licences."""

    KEYS_TITLE = "Keys"
    KEYS_HINT = "Everything in Salver can be done without a mouse."
    GROUPS: ClassVar[dict[str, str]] = {"cards": "Cards", "note": "Note", "window": "Window"}
    ALWAYS = "Everywhere"
    MORE_KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Tab", "Next control"),
        ("Space", "Press a button, turn a switch"),
        ("Esc", "Back, or close what lies on top"),
    )
    WHAT = "What it does"
    WHY = "Why it matters"
    FINE = "When it is fine"
    EXAMPLES = "For example"
    BAD = "Not so good"
    BETTER = "Better"
    GOOD = "Fine"
    RULE_ON = "Look at this while I write"
    LICENCES_TITLE = "Licences"
    DATA_TITLE = "My data"
    DATA_HINT = "Everything Salver keeps, as text. Private lines are here, too: this page is yours alone."
    SAVE_JSON = "Save as JSON…"
    COPY_ALL = "Copy all"
    COPIED = "All of it is on the clipboard."
    DATA_READING = "Reading…"
    SEVERITY: ClassVar[dict[str, str]] = {"error": "Error", "warning": "Warning", "hint": "Hint"}

    @staticmethod
    def saved(path: str) -> str:
        """After a file was written."""
        return f"Saved {path}"


class TrashWords:
    """The trash."""

    TITLE = "Trash"
    EMPTY_STATE = "The trash is empty. What you delete comes here first, and can be brought back."
    HINT = "Not searched, not counted, and here until you empty it."
    CARDS = "Cards"
    MEETINGS = "Meetings"
    NOTES = "Notes"
    EVENTS = "Events"
    RESTORE = "Restore"
    EMPTY = "Empty trash…"
    EMPTY_YES = "Empty it for good"
    EMPTY_NO = "Keep them"
    MEETING = "Meeting"
    NO_NAME = "A card without a name"
    LABEL = "restore from trash"

    @staticmethod
    def restore(name: str) -> str:
        """The accessible name of a button."""
        return f"Restore {name}"

    @staticmethod
    def restored(name: str) -> str:
        """After something came back."""
        return f"{name} is back."

    @staticmethod
    def sure(number: int) -> str:
        """Asked once before emptying."""
        them = "it" if number == 1 else "them"
        return (
            f"Delete {count(number, 'thing', 'things')} for good? Undo cannot bring {them} back; an older backup can."
        )

    @staticmethod
    def emptied(number: int) -> str:
        """After emptying."""
        return f"The trash is empty: {count(number, 'thing is', 'things are')} gone."

    @staticmethod
    def more(number: int) -> str:
        """Rows not shown."""
        return f"and {number:,} more"

    @staticmethod
    def deleted(when: str) -> str:
        """When something was deleted."""
        return f"deleted {when}"

    @staticmethod
    def with_whom(what: str, name: str) -> str:
        """A meeting or a note, with the person it belongs to."""
        return f"{what} · {name}" if name else what


class SafeWords:
    """Backups, restoring, forgetting, and a start that failed."""

    TITLE = "Backups"
    HINT = (
        "Salver makes a verified copy each day, every half hour while you work, and when you close it. Older ones are "
        "thinned to 7 days, 4 weeks and 12 months."
    )
    NONE = "There is no backup yet."
    BACKUP_NOW = "Back up now"
    FROM_FILE = "Restore from a file…"
    RESTORE = "Restore…"
    RESTORE_YES = "Restore it"
    RESTORE_NO = "Not now"
    SOUND = "verified"
    UNSOUND = "does not verify"
    CHECKING = "checking…"
    CHOOSE = "Choose a backup"
    NOT_BACKED_UP = "The backup could not be made. Your cards are as they were; is there room on the disk?"
    NOT_RESTORED = "That backup could not be brought back. Your cards are as they were; try another one."
    FILES = "Backups of Salver (*.sqlite *.db);;All files (*)"
    REASONS: ClassVar[dict[str, str]] = {
        "": "made by Salver",
        "backup": "made by Salver",
        "by-hand": "made by you",
        "regular": "while you worked",
        "start-of-day": "at the start of the day",
        "at-quit": "at closing",
    }

    RECOVERY = "Your cards need a hand"
    NOT_STARTED = "Salver could not open your cards"
    USE_BACKUP = "Restore this backup"
    EMPTY_SALVER = "Start with an empty salver"
    EMPTY_HINT = "The damaged file stays where it is, under another name."
    NO_BACKUP = "There is no backup that verifies."
    AGAIN = "Try again"
    QUIT = "Close Salver"
    KEPT = "The damaged file"
    PLACE = "Where"
    OR = "What next"
    RESTORE_HINT = "What was changed after it is only in the damaged file."

    FORGET_YES = "Forget for good"
    FORGET_NO = "Keep the card"
    FORGET_TRASH = "Move to the trash instead"
    OLDER = "Older backups"
    REWRITE = "Take them out of the backups, too"
    LEAVE = "Leave the backups as they are"
    REWRITTEN = "The older backups were made anew without them."

    @staticmethod
    def sure(when: str) -> str:
        """Asked once before restoring."""
        return f"Go back to how everything was {when}? What is here now is backed up first, so you can return to it."

    @staticmethod
    def in_file(name: str) -> str:
        """A backup that lies elsewhere."""
        return f"in {name}"

    @staticmethod
    def restore_name(when: str) -> str:
        """The accessible name of a button."""
        return f"Restore the backup from {when}"

    @staticmethod
    def done(when: str) -> str:
        """After restoring."""
        return f"Everything is as it was {when}. What was here before is the newest backup in this list."

    @staticmethod
    def newest(when: str, size: str) -> str:
        """The backup that is offered at a start that failed."""
        return f"The newest backup that verifies is from {when} ({size})."

    @staticmethod
    def reason(text: str) -> str:
        """Why a backup was made, in words."""
        return SafeWords.REASONS.get(text, text.replace("-", " "))

    @staticmethod
    def forget_title(name: str) -> str:
        """The title of the page."""
        return f"Forget {name}?"

    @staticmethod
    def forget_text(name: str) -> str:
        """What forgetting means."""
        return (
            f"Everything about {name} is taken out of your file, down to the last byte: the card, what you talked "
            "about, notes and history. Undo and the trash cannot bring it back."
        )

    @staticmethod
    def forgotten(name: str) -> str:
        """After forgetting."""
        return f"{name} is forgotten."

    @staticmethod
    def in_trash(name: str) -> str:
        """After the softer choice."""
        return f"{name} is in the trash."

    @staticmethod
    def not_rewritten(names: tuple[str, ...]) -> str:
        """Backups that could not be made anew."""
        listed = ", ".join(names)
        return f"These could not be read and are as they were: {listed}. You can delete the files yourself."

    @staticmethod
    def still_in(number: int) -> str:
        """Which backups still hold the person."""
        return (
            f"{count(number, 'older backup still holds', 'older backups still hold')} them. They go by themselves as "
            "backups are thinned, or now, if you like."
        )

    @staticmethod
    def mentioned(number: int) -> str:
        """Other cards that name the person."""
        return (
            f"{count(number, 'other card still mentions', 'other cards still mention')} their name in your own words. "
            "Those are yours to change."
        )
