"""Example cards: seven people who do not exist, met at times that show every state of the send window."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from salver import assets
from salver.cards.card import Card, Labelled
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Promise, Tie, Told, zone_of
from salver.cards.note import Activity, Channel, Deed, Note
from salver.store import Changed, Filter, Store
from salver.store.values import Bundle
from salver.ui.texts import WelcomeWords

TAG = "example"
"""On every example card, so that all of them can be removed together."""
_FILE = "demo/cards.json"


def lay(store: Store, now: dt.datetime, zone: str) -> Changed:
    """Put the example cards on the salver, as one step of undo; nothing when they are there already."""
    if laid(store):
        return Changed()
    return store.cards.add_many(bundles(now, zone), label=WelcomeWords.EXAMPLES_LABEL)


def laid(store: Store) -> list[int]:
    """The ids of the example cards that are not in the trash."""
    return store.people.ids(Filter("tag", tag=TAG))


def bundles(now: dt.datetime, zone: str) -> list[Bundle]:
    """The cards as the store takes them, with meetings counted back from `now` (aware) in the zone given."""
    held = json.loads(assets.read_text(_FILE))
    return [_bundle(person, held["event"], held["place"], now, zone) for person in held["people"]]


def _bundle(person: dict[str, Any], event: str, town: str, now: dt.datetime, zone: str) -> Bundle:
    card = Card(
        title=person["title"],
        company=person["company"],
        emails=(Labelled(person["email"], "work"),),
        phones=tuple(Labelled(person[key], "work") for key in ("phone",) if key in person),
        links=tuple(Labelled(person[key], "website") for key in ("website",) if key in person),
        tags=(TAG,),
    ).named(person["name"])
    met = now - dt.timedelta(hours=person["met_hours_ago"])
    local = met.astimezone(zone_of(zone)).replace(tzinfo=None, second=0, microsecond=0)
    introducer = person.get("introduced_by")
    meeting = Meeting(
        event=event,
        place=f"{person['place']}, {town}" if "place" in person else town,
        met=Moment(local, zone),
        tie=Tie(person["tie"]),
        introduced_by=PersonRef(introducer) if introducer else None,
        topics=tuple(person.get("topics", ())),
        their_words=person.get("their_words", ""),
        hook=person.get("hook", ""),
        promises=tuple(_promise(p, now, zone) for p in person.get("promises", ())),
        told=Told(person["told"]),
        private=tuple(person.get("private", ())),
    )
    draft = person.get("draft")
    if not draft:
        return Bundle(card, (meeting,))
    begun = met + dt.timedelta(hours=min(12, person["met_hours_ago"] / 2))
    note = Note(meeting_id=1, channel=Channel.INVITATION, text=draft, created_at=begun, changed_at=begun)
    return Bundle(card, (meeting,), (note,), (Activity(Deed.DRAFTED, begun, note_id=1, channel=Channel.INVITATION),))


def _promise(held: dict[str, Any], now: dt.datetime, zone: str) -> Promise:
    days = held.get("due_days")
    due = (now.astimezone(zone_of(zone)) + dt.timedelta(days=days)).date() if days is not None else None
    return Promise(held["text"], By(held["by"]), due)
