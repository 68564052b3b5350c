"""Words of import and export."""

from __future__ import annotations

from typing import ClassVar

from salver.ui.texts.shared import count


class ExchangeWords:
    """Files in and out."""

    IMPORT_TITLE = "Import"
    DROP = "Drop files here"
    DROP_HINT = "vCard (.vcf), CSV from LinkedIn, Google or Outlook, LinkedIn’s archive (.zip), or Salver’s own JSON"
    CHOOSE = "Choose files…"
    CHOOSE_TITLE = "Choose files to import"
    FILES = "Contacts (*.vcf *.vcard *.csv *.zip *.json);;All files (*)"
    READING = "Reading…"
    PREVIEW = "What was found"
    PROBLEMS = "What could not be read"
    OTHER = "Choose other files"
    IMPORT = "Import"
    NOTHING = "No cards were found in it. Nothing was changed."
    NOTHING_STORED = "Reading changes nothing yet. A backup is made before the import."
    AGAIN = "Import more"
    SHOW = "Show the cards"
    RESULT = "Done"
    UNDO_LABEL = "import"
    NO_NAME = "(no name)"
    UNDONE = "The import is taken back. The backup from before it is kept."
    UNDO_LATER = "Something was changed since, so this import is not the last step. Ctrl+Z goes back step by step."
    TOO_LARGE = "It is too large for this computer’s memory. Nothing of it was read."
    UNEXPECTED = "This file could not be read. Nothing was changed."

    EXPORT_TITLE = "Export"
    SAVE = "Save as…"
    TO_FILE = "To a file"
    TO_FILE_HINT = "It is yours to keep or send; Salver forgets where it is."
    WHAT = "Which cards"
    AS = "As"
    KINDS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("vcf", "vCard"),
        ("csv", "CSV"),
        ("json", "JSON"),
        ("ics", "Calendar"),
    )
    KIND_HINTS: ClassVar[dict[str, str]] = {
        "vcf": "For phones and mail programs. Fronts of cards; private lines stay here.",
        "csv": "For a spreadsheet. One line a card; private lines stay here.",
        "json": "Everything, private lines too, to read it into Salver again. Keep it to yourself.",
        "ics": "Promises with a date, and when to keep in touch, for a calendar; private lines stay here.",
    }
    ALL = "all"
    CHOSEN = "chosen"

    @staticmethod
    def found(cards: int, files: int) -> str:
        """What the files hold."""
        return f"{count(cards, 'card', 'cards')} in {count(files, 'file', 'files')}"

    @staticmethod
    def more(number: int) -> str:
        """Rows not shown."""
        return f"and {number:,} more"

    @staticmethod
    def problems(number: int) -> str:
        """How many things could not be read."""
        return count(number, "thing could not be read", "things could not be read")

    @staticmethod
    def problem(file: str, where: str, message: str) -> str:
        """One thing that could not be read."""
        return f"{file}{', ' + where if where else ''}: {message}"

    @staticmethod
    def line(number: int) -> str:
        """A place in a file."""
        return f"line {number}"

    @staticmethod
    def card(number: int) -> str:
        """A place in a file of cards."""
        return f"card {number}"

    @staticmethod
    def import_button(number: int) -> str:
        """The button that does it."""
        return f"Import {count(number, 'card', 'cards')}"

    @staticmethod
    def result(added: int, updated: int, skipped: int) -> str:
        """What an import did."""
        said = [
            count(added, "card added", "cards added"),
            *([count(updated, "card filled in", "cards filled in")] if updated else []),
            *([f"{skipped:,} already here"] if skipped else []),
        ]
        return ", ".join(said) + "."

    @staticmethod
    def scope(number: int, *, every: bool) -> str:
        """The cards that an export takes."""
        return f"All {count(number, 'card', 'cards')}" if every else f"{count(number, 'chosen card', 'chosen cards')}"

    @staticmethod
    def exported(number: int, path: str) -> str:
        """After an export."""
        return f"{count(number, 'card', 'cards')} saved in {path}"

    @staticmethod
    def not_written(reason: str) -> str:
        """When an export could not be written."""
        return f"The file could not be written: {reason}. Your cards are as they were."
