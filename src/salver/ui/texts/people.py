"""Words of the list of people."""

from __future__ import annotations

from typing import ClassVar

from salver.ui.texts.shared import count


class People:
    """The list of people: search, filters, rows, empty states."""

    PANE = "People"
    LIST = "Cards"
    INDEX = "Index of surnames"
    SEARCH = "Search cards"
    SEARCH_HELP = "Names, companies, places, topics: everything on front and back"
    CLEAR_SEARCH = "Clear the search"
    SEARCH_EVERYONE = "Search everyone"
    SHOW_EVERYONE = "Show everyone"
    NEW_CARD = "New card"
    IMPORT = "Bring in contacts"
    UNNAMED = "No name yet"

    FILTER = "Filter by event or tag"
    BY_EVENT = "By event"
    BY_TAG = "By tag"
    NO_EVENTS = "No events yet"
    NO_TAGS = "No tags yet"

    KINDS: ClassVar[dict[str, tuple[str, str, str]]] = {
        "to_send": ("To send", "To send", "To send"),
        "waiting": ("Waiting", "Waiting", "Waiting"),
        "in_touch": ("Keep in touch", "In touch", "In touch"),
        "everyone": ("Everyone", "Everyone", "All"),
    }
    """Kind of filter → its words where there is much room, some room, little room."""

    OPEN_NOW = "Open now"
    OPENS_LATER = "Opens later"
    STILL_WELCOME = "Still welcome"

    TAG = "Tag"
    NEW_TAG = "New tag"
    EXPORT = "Export"
    TRASH = "Move to trash"
    CHOOSE_NONE = "Choose none"
    OPEN_CARD = "Open the card"

    EMPTY: ClassVar[dict[str, tuple[str, str]]] = {
        "nobody": ("No cards yet", "Type the first one: a name is enough. The rest can wait for the train home."),
        "to_send": ("Nobody to write to just now", "Cards of people you have just met gather here."),
        "waiting": ("No invitation is out", "Notes you mark as sent wait here for an answer."),
        "in_touch": ("Nobody here yet", "People who said yes gather here, so that the thread is not lost."),
        "event": ("No card from this event", "Cards you type while it is the current event are filed under it."),
        "tag": ("No card with this tag", "Choose some cards and press Tag to give it to them."),
    }
    """What an empty list says: title and next step."""

    @staticmethod
    def no_match(text: str) -> str:
        """Nothing was found."""
        return f"No card matches “{text}”."

    @staticmethod
    def no_match_in(text: str, where: str) -> str:
        """Nothing was found in the part that is shown."""
        return f"No card in {where} matches “{text}”."

    @staticmethod
    def kind_said(words: str, n: int) -> str:
        """A filter for screen readers."""
        return f"{words}, {count(n, 'card', 'cards')}"

    @staticmethod
    def chosen(n: int) -> str:
        """How many cards are chosen."""
        return f"{n:,} chosen"

    @staticmethod
    def scope(kind: str, name: str) -> str:
        """Which event or tag is shown."""
        return f"At {name}" if kind == "event" else f"Tagged {name}"

    @staticmethod
    def trashed(name: str, n: int) -> str:
        """After moving to the trash; `name` when it was one card."""
        if n == 1:
            return f"Moved {name or 'the card'} to the trash. Ctrl+Z brings it back."
        return f"Moved {count(n, 'card', 'cards')} to the trash. Ctrl+Z brings them back."

    @staticmethod
    def tagged(n: int, tag: str) -> str:
        """After giving a tag."""
        return f"Tagged {count(n, 'card', 'cards')} with {tag}. Ctrl+Z takes it back."

    @staticmethod
    def time_left(minutes: int, short: bool) -> str:
        """How long a window stays open; never more than there is."""
        words = f"{minutes // 60} h" if minutes >= 60 else f"{max(1, minutes)} min"
        return words if short else f"{words} left"

    @staticmethod
    def opens_in(minutes: int, short: bool) -> str:
        """How long until a window opens."""
        words = f"{-(-minutes // 60)} h" if minutes > 60 else f"{max(1, minutes)} min"
        return f"in {words}" if short else f"opens in {words}"

    @staticmethod
    def days_ago(days: int, short: bool) -> str:
        """How long ago, in days, weeks, months or years."""
        if days <= 0:
            return "today"
        if days == 1:
            return "yesterday"
        for unit, letters, size, limit in (
            ("day", "d", 1, 14),
            ("week", "wk", 7, 60),
            ("month", "mo", 30, 720),
            ("year", "y", 365, 10**9),
        ):
            if days < limit:
                n = days // size
                return f"{n} {letters} ago" if short else f"{count(n, unit, unit + 's')} ago"
        return ""

    @staticmethod
    def sent(when: str) -> str:
        """An invitation that is out; `when` is "today", "Tuesday", "12 May"."""
        return f"sent {when}" if when else "sent"

    CONNECTED = "connected"
    DRAFTED = "drafted"
    IGNORED = "no answer"
    WITHDRAWN = "withdrawn"
    TODAY = "today"
    YESTERDAY = "yesterday"

    WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    MONTHS = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
