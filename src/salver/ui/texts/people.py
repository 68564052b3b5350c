"""Words of the list of people."""

from __future__ import annotations


class People:
    """The list of people: search, filters, rows, empty states."""

    PANE = "People"
    SEARCH = "Search cards"
    SEARCH_HELP = "Names, companies, places, topics: everything on front and back"
    CLEAR_SEARCH = "Clear the search"
