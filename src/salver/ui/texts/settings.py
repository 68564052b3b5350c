"""Words of the settings."""

from __future__ import annotations

from typing import ClassVar

from salver.ui.texts.shared import count


class SettingsWords:
    """The settings, all on one page."""

    TITLE = "Settings"
    JUMP = "Go to"
    STEPPER_HELP = "Arrow keys change the number"
    STEPS: ClassVar[dict[str, str]] = {
        "sender": "your card",
        "window_h": "hours of the send window",
        "notes_per_month": "notes a month",
        "rules_off": "rules for notes",
        "dictionary": "words you taught",
        "dialect": "English as spoken in",
        "region": "country of phone numbers",
        "theme": "light or dark",
        "text_scale": "text size",
        "reduced_motion": "motion",
        "show_keys": "keys on buttons",
        "empty_trash_days": "emptying the trash",
    }

    YOU = "You"
    NAME = "Your name"
    NAME_HINT = "Tells a signature from the rest of a note."
    ABOUT = "One line about you"
    ABOUT_HINT = "Offered when you write to somebody who does not know you yet."
    PLAN = "Your LinkedIn plan"
    NOTES = "Notes a month"
    NOTES_HINT = "How many invitations with a note your plan allows. Salver counts, it never stops you."
    DIALECT = "English as spoken in"
    DIALECT_HINT = "For spelling. Salver checks it offline."
    DIALECTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("", "Anywhere"),
        ("en_GB", "Britain"),
        ("en_US", "America"),
        ("en_CA", "Canada"),
        ("en_AU", "Australia"),
        ("en_IN", "India"),
    )

    REGION = "Country of phone numbers"
    REGION_HINT = "Two letters, such as DE, for numbers without a country code. Empty: as on this computer."
    REGION_UNKNOWN = "No country has these two letters. The old ones are kept."

    SENDING = "Sending"
    OPENS = "The send window opens"
    OPENS_HINT = "Hours after you met. Sooner can feel breathless."
    CLOSES = "… and closes"
    CLOSES_NAME = "The send window closes"
    CLOSES_HINT = "Hours after you met. Later is still welcome; the list only says so in other words."

    LOOK = "Look"
    THEME = "Light or dark"
    THEMES: ClassVar[tuple[tuple[str, str], ...]] = (
        ("system", "Like the system"),
        ("light", "Light"),
        ("dark", "Dark"),
    )
    SIZE = "Text size"
    SIZE_HINT = "Everything grows with it."
    MOTION = "Reduce motion"
    MOTION_HINT = "Cards fade instead of turning."
    KEYS = "Show keys on buttons"
    KEYS_HINT = "They stay in the tooltips and on the F1 page."

    RULES = "Rules for notes"
    RULES_HINT = "What Salver looks at while you write. Nothing ever stops you from sending."
    WHY = "Why?"
    SPELLING_ID = "spelling"
    SPELLING = "Spelling and grammar"
    DISMISSED = "Remarks you put aside"
    DISMISSED_NONE = "None. When you ignore a remark on a note, it is listed here."
    DISMISSED_BACK = "Show it again"
    FOR_NOTE = "in one note"
    FOR_CARD = "for one card"
    FOR_ALL = "always"

    WORDS = "Words you taught"
    WORDS_HINT = "Spelling leaves these alone. Names on cards are known already."
    WORDS_FIELD = "Add a word"
    WORDS_ADD = "Add"
    WORDS_NONE = "None yet."
    WORD_KNOWN = "That word is on the list already."
    WORD_ONE = "One word at a time, please, without spaces."

    DATA = "Your data"
    WHERE = "Where it is"
    COPY_PATH = "Copy path"
    PATH_COPIED = "The path is on the clipboard."
    HELD = "What it holds"
    BACKUP = "Backups"
    BACKUP_NOW = "Back up now"
    BACKUPS = "Restore…"
    BACKUP_NONE = "None yet. Salver makes one each day, and at the end of a day’s work."
    BACKUP_UNCHANGED = "Nothing has changed since the last backup, so there is nothing new to keep."
    ELSEWHERE = "Copy to another place…"
    ELSEWHERE_TITLE = "Move to a new laptop"
    ELSEWHERE_HINT = "Copy everything into one file, take it along, and restore it there."
    SHOW_DATA = "Show my data"
    SHOW_DATA_HINT = "Everything Salver knows, to read here or to keep as a file."
    SHOW = "Show…"
    IMPORT_EXPORT = "Files"
    IMPORT_EXPORT_HINT = "vCard, CSV, JSON and calendar files."
    IMPORT = "Import…"
    EXPORT = "Export…"
    TRASH = "Trash"
    OPEN_TRASH = "Open trash"
    EMPTYING = "Empty the trash by itself"
    EMPTYING_HINT = "Never: what is in the trash stays there until you empty it."
    EMPTYINGS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("", "Never"),
        ("30", "After 30 days"),
        ("90", "After 90 days"),
        ("365", "After a year"),
    )
    EXAMPLES = "Example cards"
    REMOVE_EXAMPLES = "Remove them"
    EXAMPLES_NONE = "There are none."
    NOT_COPIED = "The copy could not be written. Your cards are as they were; try another place."
    EXAMPLES_GONE = "The example cards are in the trash."

    ABOUT_APP = "About"
    KEYS_PAGE = "All keys"
    VERSION = "Version"
    LICENCES = "Licences"
    LICENCES_HINT = "Salver is free software under the MIT licence. It stands on the work of others."
    LICENCES_SHOW = "Read them"
    OFFLINE = "Salver never contacts a network: no account, no update check, no counting."

    @staticmethod
    def step(fields: tuple[str, ...]) -> str:
        """How undo calls a change of these settings."""
        return ", ".join(SettingsWords.STEPS.get(field, field) for field in fields)

    @staticmethod
    def notes(n: int) -> str:
        """How many notes a month."""
        return "no limit" if n > 99 else str(n)

    @staticmethod
    def hours(n: int) -> str:
        """A number of hours."""
        return f"{n} h"

    @staticmethod
    def percent(n: int) -> str:
        """A text size."""
        return f"{n} %"

    @staticmethod
    def held(cards: int, size: str) -> str:
        """How many cards, how large the file is."""
        return f"{count(cards, 'card', 'cards')}, {size}"

    @staticmethod
    def backups(number: int, latest: str) -> str:
        """How many backups there are and when the last was made."""
        return f"{count(number, 'backup', 'backups')}, the latest from {latest}"

    @staticmethod
    def backed_up(name: str) -> str:
        """After a backup."""
        return f"Backed up and verified: {name}"

    @staticmethod
    def trash(number: int) -> str:
        """How much lies in the trash."""
        return f"{count(number, 'thing', 'things')} in it" if number else "Empty"

    @staticmethod
    def after_days(days: int) -> str:
        """When the trash empties itself."""
        return f"After {count(days, 'day', 'days')}"

    @staticmethod
    def examples(number: int) -> str:
        """How many example cards there are."""
        return f"{count(number, 'card', 'cards')} with the tag “example”"

    @staticmethod
    def versions(salver: str, python: str, qt: str, sqlite: str) -> str:
        """What runs here."""
        return f"Salver {salver} · Qt {qt} · SQLite {sqlite} · Python {python}"

    @staticmethod
    def switch(title: str) -> str:
        """The accessible name of a rule's switch."""
        return f"Look at: {title}"

    @staticmethod
    def why(title: str) -> str:
        """The accessible name of a rule's explanation."""
        return f"Why? {title}"

    @staticmethod
    def remove_word(word: str) -> str:
        """The accessible name of a taught word."""
        return f"Forget the word {word}"

    @staticmethod
    def again(title: str) -> str:
        """The accessible name of the button that takes a dismissal back."""
        return f"Show it again: {title}"
