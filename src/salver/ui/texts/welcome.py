"""Words of the first start."""

from __future__ import annotations


class WelcomeWords:
    """The two steps of the welcome."""

    TITLE = "Start with your own card"
    SUBTITLE = "Salver works offline. Everything stays on this laptop, in one file that is yours."
    NAME = "Your name"
    ABOUT = "One line about you, for people who do not know you yet"
    NAME_PLACEHOLDER = "As you sign your letters"
    ABOUT_PLACEHOLDER = "I keep the tape archive of a small radio station"
    PLAN = "Your LinkedIn plan"
    FREE = "Free"
    PREMIUM = "Premium"
    FREE_HINT = "notes up to 200 characters"
    PREMIUM_HINT = "notes up to 300 characters"
    EXAMPLES = "Lay seven example cards on the salver, so I can look around"
    SKIP = "Skip for now"
    CONTINUE = "Continue"
    START = "Start"
    EXAMPLES_LABEL = "lay example cards"
    SECOND_TITLE = "When to write"
    SECOND_SUBTITLE = "A day is kinder than a minute, and a week is still welcome."
    BAR_NAME = "The send window, from 4 to 24 hours after you met"
    BAR_MET = "You met"
    IMPORT_TITLE = "Bring the people you know"
    IMPORT_TEXT = "vCards from a phone or mail program, LinkedIn’s Connections.csv, or another CSV file."
    IMPORT = "Import…"
    WHERE_TITLE = "Where it is kept"
    WHERE_TEXT = "One file in this folder, with verified backups beside it. Nothing is ever sent anywhere."

    @staticmethod
    def step(number: int) -> str:
        """Which step this is."""
        return f"Step {number} of 2"

    @staticmethod
    def bar_opens(hours: int) -> str:
        """Under the beginning of the window."""
        return f"{hours} h later"

    @staticmethod
    def bar_text(opens: int, closes: int) -> str:
        """What the bar means."""
        return (
            f"Each card shows this bar. From {opens} to {closes} hours after you met, a note finds you fresh in their "
            "mind and does not breathe down their neck. It is advice, never an alarm: a late note is still a kind one."
        )
