"""From what a file gave to what is kept: carries out an import on the store, in one step of undo."""

from __future__ import annotations

import dataclasses
import gc
import locale
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from salver.cards.card import Picture
from salver.cards.meeting import Meeting, PersonRef
from salver.exchange import plan as plans
from salver.exchange import portrait
from salver.exchange.codec import from_plain, to_plain
from salver.exchange.duplicates import Index
from salver.exchange.model import Entry, Problem, Read
from salver.store import Bundle, Dismissal, Settings, Store


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did: every card read is added, updated or skipped."""

    added: int = 0
    updated: int = 0
    skipped: int = 0
    problems: tuple[Problem, ...] = ()
    cards: tuple[int, ...] = ()
    """The ids of the cards that were added or filled."""


def region_of(settings: Settings) -> str:
    """Two letters for phone numbers without a country code: from the settings, else from the system."""
    if settings.region:
        return settings.region
    name = locale.getlocale()[0] or ""
    return name[3:5] if len(name) >= 5 and name[2] == "_" else ""


def take(store: Store, reads: Iterable[Read], label: str = "import") -> Taken:
    """Keep what files gave. The same profile or e-mail fills empty fields only; likely namesakes are added and told.

    Raises StoreError; then nothing of it is kept.
    """
    with _uncollected():
        return _take(store, list(reads), label)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spare the collector from walking over a hundred thousand new values again and again; none is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _take(store: Store, reads: list[Read], label: str) -> Taken:
    index = Index(region_of(store.settings.get()))
    for card_id, kind, normal in store.cards.lines():
        index.add_line(card_id, kind, normal)
    for card_id, uid, name, company in store.cards.identities():
        index.add_identity(card_id, uid, name, company)
    entries = [entry for read in reads for entry in read.entries]
    plan = plans.make(entries, index, store.cards.many)
    with store.journal.action(label):
        return _Carrier(store, reads, plan, label).carry_out()


class _Carrier:
    """Carries a plan out, inside one step of the journal."""

    def __init__(self, store: Store, reads: list[Read], plan: plans.Plan, label: str) -> None:
        self._store = store
        self._reads = reads
        self._plan = plan
        self._label = label
        self._pictures: Mapping[str, bytes] = {name: data for read in reads for name, data in read.pictures.items()}
        self._events: dict[int, int] = {}

    def carry_out(self) -> Taken:
        plan, store = self._plan, self._store
        self._keep_events()
        bundles = [self._bundle(entry) for entry in plan.new]
        changed = store.cards.add_many(bundles, plan.updates.values(), self._label)
        new_ids = changed.cards[: len(plan.new)]
        for card_id, entry in plan.attached:
            self._attach(card_id, entry)
        self._link_people(new_ids)
        self._keep_rest()
        touched = dict.fromkeys((*changed.cards, *(card_id for card_id, _ in plan.attached)))
        return Taken(plan.added, plan.updated, plan.skipped, tuple(plan.problems), tuple(touched))

    def _keep_events(self) -> None:
        for event in (event for read in self._reads for event in read.events):
            known = self._store.events.named(event.name)
            put = known.id if known else self._store.events.put(dataclasses.replace(event, id=0)).events[0]
            self._events[event.id] = put

    def _portraits(self, entry: Entry) -> tuple[Picture, ...]:
        """The pictures of a card that have bytes to go with them, kept in the store."""
        found = []
        for picture in entry.card.pictures:
            data = self._pictures.get(picture.digest)
            if data:
                found.append(Picture(self._store.pictures.put(data), picture.kind))
        if entry.portrait and (data := portrait.cleaned(entry.portrait)):
            found.append(Picture(self._store.pictures.put(data), "portrait"))
        return tuple(found)

    def _bundle(self, entry: Entry) -> Bundle:
        card = entry.card
        if card.pictures or entry.portrait:
            card = dataclasses.replace(card, pictures=self._portraits(entry))
        if card.id:
            card = dataclasses.replace(card, id=0)
        meetings = tuple(self._meeting(meeting, keep_people=False) for meeting in entry.meetings)
        return Bundle(card, meetings, entry.notes, entry.activities)

    def _meeting(self, meeting: Meeting, keep_people: bool) -> Meeting:
        """The meeting with the events of this store; people on it by name alone until all are kept."""
        event_id = self._events.get(meeting.event_id) if meeting.event_id else None
        if keep_people:
            return dataclasses.replace(meeting, event_id=event_id)
        by = meeting.introduced_by
        return dataclasses.replace(
            meeting,
            event_id=event_id,
            introduced_by=PersonRef(by.name) if by else None,
            friends=tuple(PersonRef(friend.name) for friend in meeting.friends),
        )

    def _attach(self, card_id: int, entry: Entry) -> None:
        """Put onto a kept card what it does not have yet: dated facts, meetings, notes, a picture."""
        store = self._store
        if entry.activities:
            known = {(a.deed, a.at.date()) for a in store.activities.of(card_id)}
            for activity in entry.activities:
                if (activity.deed, activity.at.date()) not in known:
                    store.activities.add(
                        dataclasses.replace(activity, id=0, card_id=card_id, note_id=None), self._label
                    )
        held = {m.uid for m in store.meetings.of(card_id)} if entry.meetings else set()
        for meeting in entry.meetings:
            if not meeting.uid or meeting.uid not in held:
                again = dataclasses.replace(self._meeting(meeting, keep_people=False), id=0, card_id=card_id)
                store.meetings.put(again, self._label)
        texts = {n.uid or n.text for n in store.notes.of(card_id)} if entry.notes else set()
        for note in entry.notes:
            if (note.uid or note.text) not in texts:
                store.notes.put(dataclasses.replace(note, id=0, card_id=card_id, meeting_id=None), self._label)
        card = store.cards.get(card_id)
        if card is not None and not card.pictures and (pictures := self._portraits(entry)):
            store.cards.put(dataclasses.replace(card, pictures=pictures), self._label)

    def _link_people(self, new_ids: tuple[int, ...]) -> None:
        """Give introducers and friends in common the cards they had where the file was written."""
        now = {entry.card.id: card_id for entry, card_id in zip(self._plan.new, new_ids, strict=False) if entry.card.id}
        now |= {entry.card.id: card_id for card_id, entry in self._plan.attached if entry.card.id}
        for entry, card_id in zip(self._plan.new, new_ids, strict=False):
            for number, meeting in enumerate(entry.meetings):
                people = (*meeting.friends, *((meeting.introduced_by,) if meeting.introduced_by else ()))
                if not any(person.card_id in now for person in people if person.card_id):
                    continue
                kept = self._same_meeting(card_id, meeting, number)
                if kept is None:
                    continue
                friends = tuple(PersonRef(f.name, now.get(f.card_id or 0)) for f in meeting.friends)
                by = meeting.introduced_by
                introduced = PersonRef(by.name, now.get(by.card_id or 0)) if by else None
                self._store.meetings.put(
                    dataclasses.replace(kept, friends=friends, introduced_by=introduced), self._label
                )

    def _same_meeting(self, card_id: int, meeting: Meeting, number: int) -> Meeting | None:
        found = self._store.meetings.of(card_id)
        by_uid = next((m for m in found if m.uid and m.uid == meeting.uid), None)
        return by_uid or (sorted(found, key=lambda m: m.id)[number] if number < len(found) else None)

    def _keep_rest(self) -> None:
        """Settings where the person has none yet, and dismissals."""
        for read in self._reads:
            if read.settings and self._store.settings.get() == Settings():
                try:
                    self._store.settings.put(from_plain(Settings, read.settings))
                except ValueError:
                    self._plan.problems.append(Problem("The settings in this file could not be read; yours were kept."))
            for dismissal in read.dismissals:
                self._dismiss(dismissal)

    def _dismiss(self, found: Mapping[str, object]) -> None:
        rule, fingerprint = found.get("rule"), found.get("fingerprint", "")
        if not isinstance(rule, str) or not isinstance(fingerprint, str):
            return
        card = self._store.cards.by_uid(str(found["card_uid"])) if found.get("card_uid") else None
        notes = self._store.notes.of(card.id) if card else ()
        note = next((n for n in notes if n.uid == found.get("note_uid")), None)
        if (found.get("card_uid") and card is None) or (found.get("note_uid") and note is None):
            return
        new = Dismissal(rule, card.id if card else None, note.id if note else None, fingerprint)
        known = {(d.rule, d.card_id, d.note_id, d.fingerprint) for d in self._store.dismissals.all()}
        if (new.rule, new.card_id, new.note_id, new.fingerprint) not in known:
            self._store.dismissals.add(new)


def everything(store: Store, ids: Iterable[int] | None = None) -> Read:
    """All that is kept of these cards, or of everybody, as an export takes it; the trash stays behind."""
    from salver.store import Filter

    wanted = list(store.people.ids(Filter("everyone"))) if ids is None else list(ids)
    bundles = [bundle for card_id in wanted if (bundle := store.cards.bundle(card_id))]
    entries = tuple(Entry(b.card, b.meetings, b.notes, b.activities) for b in bundles)
    digests = dict.fromkeys(picture.digest for entry in entries for picture in entry.card.pictures)
    pictures = {digest: data for digest in digests if (data := store.pictures.get(digest))}
    if ids is not None:
        return Read(entries, pictures=pictures)
    card_uids = {entry.card.id: entry.card.uid for entry in entries}
    note_uids = {note.id: note.uid for entry in entries for note in entry.notes}
    dismissals = tuple(
        {
            "rule": d.rule,
            "fingerprint": d.fingerprint,
            "card_uid": card_uids.get(d.card_id or 0, ""),
            "note_uid": note_uids.get(d.note_id or 0, ""),
        }
        for d in reversed(store.dismissals.all())
        if (not d.card_id or d.card_id in card_uids) and (not d.note_id or d.note_id in note_uids)
    )
    settings = to_plain(store.settings.get())
    return Read(entries, (), store.events.all(), pictures, settings, dismissals)
