"""Why a list of people is empty, in words, and which next steps are offered."""

from __future__ import annotations

from salver.store import Filter
from salver.ui.texts import People

Offer = tuple[str, str, str]
"""Words of a button, the key shown on it, and the name of the step: `new`, `import`, `clear`, `search_everyone` or
`everyone`."""


def empty_words(wanted: Filter, scope: str, *, anybody: bool) -> tuple[str, str, list[Offer]]:
    """Title, sentence (at times empty) and next steps; `scope` names the event or tag, `anybody` if there is a card."""
    if not anybody and not wanted.text:
        return (*People.EMPTY["nobody"], [(People.NEW_CARD, "Ctrl+N", "new"), (People.IMPORT, "", "import")])
    if not wanted.text:
        return (*People.EMPTY[wanted.kind], [(People.SHOW_EVERYONE, "", "everyone")])
    clear = (People.CLEAR_SEARCH, "Esc", "clear")
    if wanted.kind == "everyone":
        return People.no_match(wanted.text), "", [clear]
    where = People.KINDS.get(wanted.kind, (scope,))[0]
    return People.no_match_in(wanted.text, where), "", [(People.SEARCH_EVERYONE, "", "search_everyone"), clear]
