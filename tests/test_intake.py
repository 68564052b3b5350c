"""Everything of one tray into another: meetings with their people, notes, events, pictures, settings."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from salver import intake
from salver.cards.card import Card, Picture, Sender
from salver.cards.event import Event
from salver.cards.meeting import Meeting, Moment, PersonRef, Promise, Tie
from salver.cards.note import Activity, Channel, Deed, Note
from salver.exchange import jsonfile, vcard
from salver.exchange.model import Read
from salver.store import Dismissal, Filter, Settings, Store, open_store

NOW = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)


@pytest.fixture
def tray(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    opened: list[Store] = []

    def make(name: str) -> Store:
        opened.append(open_store(tmp_path / name, lambda: NOW))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


def picture(**extra: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(out, "JPEG", **extra)
    return out.getvalue()


def fill(store: Store) -> None:
    store.settings.put(dataclasses.replace(Settings(), sender=Sender("Me", "I draw maps"), theme="dark"))
    event = store.events.put(Event(name="PyCon", place="Berlin", zone="Europe/Berlin")).events[0]
    bo = store.cards.put(Card(company="Acme").named("Bo Berg")).cards[0]
    digest = store.pictures.put(b"\x89PNG paper")
    ana = store.cards.put(Card(pictures=(Picture(digest),), tags=("fair",)).named("Ana Ruiz")).cards[0]
    meeting = Meeting(
        card_id=ana, event_id=event, event="PyCon", met=Moment(dt.datetime(2026, 4, 23, 18), "Europe/Berlin"),
        tie=Tie.INTRODUCED, introduced_by=PersonRef("Bo Berg", bo), friends=(PersonRef("Cy Coe"),),
        topics=("night trains",), promises=(Promise("send the map", due=dt.date(2026, 5, 1)),), private=("snores",),
    )  # fmt: skip
    meeting_id = store.meetings.put(meeting).meetings[0]
    note = Note(card_id=ana, meeting_id=meeting_id, channel=Channel.MESSAGE, text="Hi Ana")
    note_id = store.notes.put(note).notes[0]
    store.activities.add(Activity(Deed.SENT, NOW, ana, note_id, Channel.MESSAGE))
    store.dismissals.add(Dismissal("link", ana, note_id, "f"))
    store.dismissals.add(Dismissal("too-stiff"))


def bare(read: Read) -> list[dict[str, Any]]:
    """Everything but the ids, which every store gives anew."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k not in ("id", "card_id", "event_id", "changed_at")}
        return [strip(item) for item in value] if isinstance(value, list) else value

    import json

    return strip(json.loads(jsonfile.write(read, NOW)))  # type: ignore[no-any-return]  # shaped as the file is


def test_everything_moves_to_another_tray(tray: Callable[[str], Store]) -> None:
    old, new = tray("old"), tray("new")
    fill(old)
    whole = intake.everything(old)
    taken = intake.take(new, [jsonfile.read(jsonfile.write(whole, NOW).encode())])
    assert (taken.added, taken.updated, taken.skipped, taken.problems) == (2, 0, 0, ())
    assert bare(intake.everything(new)) == bare(whole)
    ana = new.people.ids(Filter("everyone", text="Ana"))[0]
    bo = new.people.ids(Filter("everyone", text="Bo Berg"))
    meeting = new.meetings.of(ana)[0]
    assert meeting.introduced_by == PersonRef("Bo Berg", new.cards.by_uid(whole.cards[0].uid).id)  # type: ignore[union-attr]
    assert meeting.introduced_by.card_id in bo
    assert new.events.get(meeting.event_id or 0) is not None
    assert new.settings.get() == old.settings.get()
    assert {d.rule for d in new.dismissals.all()} == {"link", "too-stiff"}


def test_a_second_time_changes_nothing_and_keeps_own_settings(tray: Callable[[str], Store]) -> None:
    old, new = tray("old"), tray("new")
    fill(old)
    whole = intake.everything(old)
    intake.take(new, [whole])
    new.settings.put(dataclasses.replace(new.settings.get(), theme="light"))
    before = bare(intake.everything(new))
    taken = intake.take(new, [whole])
    assert (taken.added, taken.updated, taken.skipped) == (0, 0, 2)
    assert bare(intake.everything(new)) == before


def test_one_undo_takes_a_whole_import_back(tray: Callable[[str], Store]) -> None:
    old, new = tray("old"), tray("new")
    fill(old)
    intake.take(new, [intake.everything(old)])
    new.journal.undo()
    assert new.people.ids(Filter("everyone")) == []
    assert new.events.all() == ()


def test_a_portrait_is_made_small_and_loses_what_the_camera_wrote(tray: Callable[[str], Store]) -> None:
    store = tray("one")
    exif = Image.Exif()
    exif[0x010F] = "Camera of Ana"
    data = base64.b64encode(picture(exif=exif)).decode()
    intake.take(store, [vcard.read(f"BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:{data}\nEND:VCARD\n".encode())])
    card = store.cards.many(store.people.ids(Filter("everyone")))[0]
    kept = store.pictures.get(card.pictures[0].digest) or b""
    with Image.open(io.BytesIO(kept)) as shown:
        assert (shown.format, max(shown.size), len(shown.getexif())) == ("JPEG", 512, 0)
    assert b"Camera" not in kept
    assert card.pictures[0].kind == "portrait"


@pytest.mark.parametrize("data", [b"no picture", picture()[:200], b"\x89PNG\r\n\x1a\n" + bytes(50)])
def test_a_broken_portrait_costs_itself_alone(tray: Callable[[str], Store], data: bytes) -> None:
    store = tray("one")
    text = base64.b64encode(data).decode()
    taken = intake.take(store, [vcard.read(f"BEGIN:VCARD\nFN:Ana\nPHOTO;ENCODING=b:{text}\nEND:VCARD\n".encode())])
    assert taken.added == 1
