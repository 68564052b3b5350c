"""What an import will do, decided before anything is stored: whom to add, whom to fill, whom to pass over."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from salver.cards.card import Card
from salver.exchange.duplicates import Index, Match, Verdict, filled, keys, says_nothing_new
from salver.exchange.model import Entry, Problem


@dataclass(slots=True)
class Plan:
    """The outcome for every entry. Cards that are kept already go by their id."""

    new: list[Entry] = field(default_factory=list)
    updates: dict[int, Card] = field(default_factory=dict)
    """Kept cards with empty fields filled."""
    attached: list[tuple[int, Entry]] = field(default_factory=list)
    """What hangs on entries that are kept already, with the id of their card."""
    added: int = 0
    updated: int = 0
    skipped: int = 0
    problems: list[Problem] = field(default_factory=list)


def _joined(entry: Entry, other: Entry) -> Entry:
    """Two entries of one person in the same import as one; the first one's values win."""
    base = len(entry.notes)
    moved = (
        dataclasses.replace(a, note_id=a.note_id + base if a.note_id else None)
        for a in other.activities
        if not any((a.deed, a.at) == (b.deed, b.at) for b in entry.activities)
    )
    first_meeting = len(entry.meetings)
    return Entry(
        filled(entry.card, other.card),
        entry.meetings + other.meetings,
        entry.notes
        + tuple(
            dataclasses.replace(n, meeting_id=n.meeting_id + first_meeting if n.meeting_id else None)
            for n in other.notes
        ),
        entry.activities + tuple(moved),
        entry.portrait or other.portrait,
    )


def make(entries: Sequence[Entry], index: Index, kept: Callable[[Sequence[int]], Iterable[Card]]) -> Plan:
    """Decide what becomes of each entry. `index` knows everybody who is kept, `kept` reads cards by their ids.

    Each entry is looked up once, so the cost grows with the file and not with the tray.
    """
    matches: list[Match] = []
    for number, entry in enumerate(entries, 1):
        found = keys(entry.card)
        match = index.match(found)
        matches.append(match)
        if match.verdict is not Verdict.SAME:
            # Entries of this file go by negative ids until they are stored.
            index.add(-number, found)
    wanted = {i for match in matches for i in (match.id, *match.candidates) if i > 0}
    maker = _Maker({card.id: card for card in kept(sorted(wanted))})
    for number, (entry, match) in enumerate(zip(entries, matches, strict=True), 1):
        maker.place(number, entry, match)
    return maker.plan


class _Maker:
    """A plan while it is made."""

    def __init__(self, cards: dict[int, Card]) -> None:
        self.plan = Plan()
        self._cards = cards
        self._place: dict[int, int] = {}
        """Where an entry went: index of a new entry as ~index, or the id of a kept card."""

    def place(self, number: int, entry: Entry, match: Match) -> None:
        """Add the entry, fill what it belongs to, or pass it over."""
        if match.verdict is Verdict.SAME:
            self._same(number, entry, self._resolved(match.id))
            return
        for candidate in match.candidates:
            target = self._resolved(candidate)
            card = self._card(target)
            if card is not None and says_nothing_new(card, entry.card):
                self._same(number, entry, target)
                return
        self._add(number, entry)
        if match.verdict is Verdict.TWIN:
            name = entry.card.shown_name or "This card"
            text = f"{name} has the same {match.because} as another card. Both were kept; join them if they are one."
            self.plan.problems.append(Problem(text, card=number))

    def _resolved(self, card_id: int) -> int | None:
        return card_id if card_id > 0 else self._place.get(card_id)

    def _card(self, target: int | None) -> Card | None:
        if target is None:
            return None
        return self.plan.new[~target].card if target < 0 else self.plan.updates.get(target, self._cards.get(target))

    def _add(self, number: int, entry: Entry) -> None:
        self._place[-number] = ~len(self.plan.new)
        self.plan.new.append(entry)
        self.plan.added += 1

    def _same(self, number: int, entry: Entry, target: int | None) -> None:
        card = self._card(target)
        if target is None or card is None:
            self._add(number, entry)
            return
        self._place[-number] = target
        if target < 0:
            joined = _joined(self.plan.new[~target], entry)
            changed = joined != self.plan.new[~target]
            self.plan.new[~target] = joined
        else:
            after = filled(card, entry.card)
            changed = after != card
            if changed:
                self.plan.updates[target] = after
            if entry.meetings or entry.notes or entry.activities or (entry.portrait and not card.pictures):
                self.plan.attached.append((target, entry))
        self.plan.updated += changed
        self.plan.skipped += not changed
