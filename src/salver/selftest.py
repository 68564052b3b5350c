"""Proof that a program is whole, also when it was built into one folder: `salver selftest`.

Nothing here needs a window or touches the person's data; the cards are kept in a folder that is removed again.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import salver
from salver import assets
from salver.cards.card import Card
from salver.cards.meeting import Meeting, Moment, Tie, zone_of
from salver.cards.situation import Situation

NOON = dt.datetime(2026, 4, 24, 12, tzinfo=dt.UTC)
VCARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nN:Müller;Zoë;;;\r\nORG:Nordlicht\r\n"
    "EMAIL;TYPE=INTERNET:zoe@nordlicht.example\r\nEND:VCARD\r\n"
)
MANIFEST = "manifest.json"
"""Written by the build beside the resources: how many rules and steps, and which resources, there must be."""


def _manifest() -> dict[str, object] | None:
    if MANIFEST not in assets.names():
        return None
    found = json.loads(assets.read_text(MANIFEST))
    return found if isinstance(found, dict) else None


def _zones() -> str:
    hours = []
    for name in ("Europe/Berlin", "Asia/Tokyo"):
        offset = NOON.astimezone(zone_of(name)).utcoffset()
        if not offset:
            raise ValueError(f"the time zone {name} cannot be opened")
        hours.append(f"{name} {offset.total_seconds() / 3600:+.0f} h")
    return ", ".join(hours)


def _vcard() -> str:
    from salver.exchange import reader

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "card.vcf"
        file.write_bytes(VCARD.encode())
        read = reader.read(file)
    if [c.display_name for c in read.cards] != ["Zoë Müller"] or read.problems:
        raise ValueError("the vCard was not read as it is written")
    return read.cards[0].display_name


def _rules() -> str:
    from salver.etiquette import registry
    from salver.etiquette.engine import Engine

    rules = registry.load()
    manifest = _manifest()
    if manifest is not None and manifest["rules"] != len(rules):
        raise ValueError(f"{len(rules)} rules found, {manifest['rules']} were built in")
    note = "I'd like to add you to my professional network on LinkedIn."
    found = Engine(rules).check(note, Situation(meeting=Meeting(tie=Tie.MET)))
    if "default-invitation" not in {f.rule for f in found}:
        raise ValueError("the rules do not know LinkedIn's default text")
    return f"{len(rules)} rules"


def _spelling() -> str:
    from salver.etiquette.spelling import Speller

    note = "Hi Ana, thanks for the sqlite tips. I realy enjoyed the talk about backups and I will definately try them."
    found = Speller().check(note, Situation(card=Card().named("Ana Ruiz")))
    if not found:
        raise ValueError("a plain spelling mistake was not found")
    return f"{len(found)} mistakes found"


def _store() -> str:
    from salver.store import Filter, migrate, open_store

    steps = len(migrate.all_steps())
    manifest = _manifest()
    if manifest is not None and manifest["steps"] != steps:
        raise ValueError(f"{steps} steps of the database found, {manifest['steps']} were built in")
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data", lambda: NOON)
        try:
            card_id = store.cards.put(Card(company="Nordlicht").named("Søren Müller")).cards[0]
            met = Moment(NOON.replace(tzinfo=None), "Europe/Berlin")
            store.meetings.put(Meeting(card_id=card_id, met=met, tie=Tie.MET, topics=("night trains",)))
            if store.people.ids(Filter("everyone", text="soren trains")) != [card_id]:
                raise ValueError("a card that was kept is not found again")
            if store.backup.now("selftest") is None:
                raise ValueError("no backup was made")
        finally:
            store.close()
    return f"SQLite {sqlite3.sqlite_version}, {steps} {'step' if steps == 1 else 'steps'}"


def _resources() -> str:
    names = assets.names()
    manifest = _manifest()
    missing = (
        sorted(set(manifest["resources"]) - set(names)) if manifest and isinstance(manifest["resources"], list) else []
    )
    if missing or not names:
        raise ValueError(f"resources are missing: {', '.join(missing[:5]) or 'all'}")
    size = sum(len(assets.read_bytes(name)) for name in names)
    return f"{len(names)} files, {size // 1024} KiB"


CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("time zones", _zones),
    ("resources", _resources),
    ("rules", _rules),
    ("spelling", _spelling),
    ("vCard", _vcard),
    ("store", _store),
)


def run() -> int:
    """Print one line for each check; answer 0 when all held, 1 otherwise."""
    print(f"Salver {salver.__version__}")
    failed = 0
    for name, check in CHECKS:
        try:
            print(f"  ok      {name}: {check()}", flush=True)
        except Exception as error:  # noqa: BLE001  # whatever is broken, the other checks still run
            failed += 1
            print(f"  broken  {name}: {type(error).__name__}: {error}", flush=True)
    print("whole" if not failed else f"{failed} of {len(CHECKS)} checks failed")
    return 1 if failed else 0
