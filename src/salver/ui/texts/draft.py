"""Words of the drafts that are offered, and of a note that is split in two."""

from __future__ import annotations


class DraftWords:
    """A first draft in three tones with a gap to fill, and a long note made into invitation and message."""

    TONES = (("warm", "Warm"), ("brief", "Brief"), ("formal", "Formal"))
    OFFER = "Offer a draft"
    BEGIN = "Or begin with a draft"
    MENU = "Offer a draft"
    SPLIT = "Split: invitation now, message later"
    SPLIT_STEP = "message for later"
    SPLIT_DONE = "The rest is kept as a message for after they accept. Undo brings the note back whole."
    COPIED_OPEN = "Copied as it stands. Where … is, a line of your own is still to come."

    @staticmethod
    def tone(name: str) -> str:
        """A tone for a screen reader, and in the tooltip."""
        return f"Offer a {name.lower()} draft"

    @staticmethod
    def gap(ask: str) -> str:
        """Below a draft whose gap is open; `ask` is what could go there, such as "what stayed with you"."""
        return f"… is for your own words: {ask}." if ask else "… is for your own words."
