"""Data folders with many made-up people, for measuring. Seeded, so that every run reads the same."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from salver.cards.card import Card, Labelled
from salver.cards.meeting import Meeting, Moment, Tie
from salver.store import Bundle, Settings, open_store

FIRST = (
    "Ana Zoë Ngozi Søren María Priya Ivan Layla Jan Mei Olu Ravi Tomás Freya Hana Luca Ines Viktor Amina Paul".split()
)
LAST = "Ruiz Müller Okafor Aagaard Cruz Raghavan Novak Haddad Tłuczek Tanaka Adeyemi Patel Silva Berg Kim Rossi".split()
SYLLABLES = "ba ler no vi ska rin to mez ha dö ku per li sen ga bri chu wal or ta mé ni ros el dan ki ström ova".split()
TRADES = "Engineer Nurse Luthier Welder Teacher Farmer Lawyer Analyst Researcher Founder Architect Baker".split()
PLACES = "Nordlicht Palmwine Kaveri Fjordbase Atarazanas Lanhai Polyus Marj Wisla Contoso Acme Rowan".split()
THINGS = (
    "sqlite sync trams orchids kayaks beekeeping tape archives ferries bridges bread tides maps violins wells".split()
)
START = dt.datetime(2026, 4, 24, 8, tzinfo=dt.UTC)


def bundles(many: int) -> Iterator[Bundle]:
    """`many` cards, every tenth of them with a meeting."""
    dice = random.Random(7)
    for n in range(many):
        # Every second surname is one of very many: a search that forgives typos reads all the words there are.
        rare = "".join(dice.choices(SYLLABLES, k=3)).title()
        first, last = dice.choice(FIRST), dice.choice((rare, f"{dice.choice(LAST)}-{dice.choice(LAST)}"))
        company = f"{dice.choice(PLACES)} {n % 997}"
        card = Card(
            title=dice.choice(TRADES),
            company=company,
            emails=(Labelled(f"{first}.{n}@{n % 997}.example".lower()),),
        ).named(f"{first} {last}")
        met = Moment(START.replace(tzinfo=None) - dt.timedelta(hours=n % 400), "Europe/Berlin")
        topics = (f"{dice.choice(THINGS)} {dice.choice(THINGS)}",)
        meetings = (Meeting(event="PyCon DE", met=met, tie=Tie.MET, topics=topics),) if n % 10 == 0 else ()
        yield Bundle(card, meetings)


def folder_of(many: int, at: Path) -> Path:
    """A data folder with `many` people, made on first use."""
    folder = at / f"people-{many}"
    if not folder.exists():
        store = open_store(folder, lambda: START)
        store.cards.add_many(bundles(many))
        store.settings.put(Settings(welcome_done=True))
        store.close()
    return folder
