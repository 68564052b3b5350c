"""A desk with everything real: a store in the test's folder, the engine, the worker thread, the theme."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from salver.app import Start
from salver.cards.card import Card, Labelled
from salver.cards.meeting import Meeting, Moment, PersonRef, Promise, Tie, Told
from salver.etiquette import registry
from salver.etiquette.spelling import Speller
from salver.paths import paths
from salver.store import Changed, Settings, Store, open_store
from salver.ui.desk import Desk
from salver.ui.tasks import Tasks
from salver.ui.theme import Theme
from salver.ui.welcome import examples
from salver.ui.window import MainWindow


class Said:
    """What the window told the person, opened and announced, in order."""

    def __init__(self) -> None:
        self.sentences: list[str] = []
        self.opened: list[str] = []
        self.changes: list[Changed] = []

    def open(self, url: str) -> bool:
        self.opened.append(url)
        return True


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def store(tmp_path: Path, clock) -> Iterator[Store]:
    kept = open_store(tmp_path / "data", clock)
    yield kept
    kept.close()


@pytest.fixture
def desk(qtbot: QtBot, store: Store, clock, said: Said) -> Iterator[Desk]:
    tasks = Tasks()
    theme = Theme("light", under_test=True)
    yield Desk(
        store=store,
        load_rules=functools.cache(registry.load),
        tasks=tasks,
        theme=theme,
        clock=clock,
        zone="Europe/Berlin",
        announce=said.changes.append,
        say=said.sentences.append,
        open_url=said.open,
        speller=Speller,
    )
    tasks.close()


def keep_zoe(store: Store) -> int:
    """The card of the drawn window, met Thursday 15:40 at PyCon DE; answers its id."""
    card = Card(
        company="Nordlicht Energie",
        title="Head of Data",
        emails=(Labelled("zoe@nordlicht.example", "work"),),
        phones=(Labelled("+49 151 5550 0142", "mobile"),),
        links=(Labelled("https://www.linkedin.com/in/zoe-mueller-obrien/", "linkedin"),),
    ).named("Zoë Müller-O’Brien")
    card_id = store.cards.put(card).cards[0]
    store.meetings.put(
        Meeting(
            card_id=card_id,
            event="PyCon DE",
            place="the SQLite sprint table",
            met=Moment(dt.datetime(2026, 4, 23, 15, 40), "Europe/Berlin"),
            tie=Tie.MET,
            introduced_by=PersonRef("Priya Raghavan"),
            topics=("sqlite sync", "Darmstadt trams"),
            their_words="A backup is a rumour until you restore it.",
            hook="Did the repo move to Codeberg?",
            promises=(Promise("Send the slides", due=dt.date(2026, 4, 28)),),
            told=Told.YES,
            private=("Thinking of leaving in autumn",),
        )
    )
    return card_id


@pytest.fixture
def zoe(store: Store) -> int:
    return keep_zoe(store)


@pytest.fixture
def people_of_pycon(store: Store, zoe: int) -> list[int]:
    """Seven cards in the states of the drawn window; Zoë first."""
    rows = [
        ("李伟 (Li Wei)", "Principal Engineer", "Lanhai Robotics", dt.datetime(2026, 4, 23, 17, 40)),
        ("Ngozi Okafor", "CTO", "Palmwine Pay", dt.datetime(2026, 4, 23, 19, 40)),
        ("Søren Aagaard", "Maintainer", "Fjordbase", dt.datetime(2026, 4, 24, 8, 40)),
        ("María José de la Cruz", "Researcher", "Instituto Atarazanas", dt.datetime(2026, 4, 24, 9, 40)),
        ("Priya Raghavan", "Staff Engineer", "Kaveri Labs", dt.datetime(2026, 4, 22, 10, 40)),
        ("Иван Чернышёв", "Architect", "Полюс", dt.datetime(2026, 4, 21, 10, 40)),
    ]
    ids = [zoe]
    for name, title, company, met in rows:
        card_id = store.cards.put(Card(title=title, company=company).named(name)).cards[0]
        store.meetings.put(Meeting(card_id=card_id, event="PyCon DE", met=Moment(met, "Europe/Berlin"), tie=Tie.MET))
        ids.append(card_id)
    return ids


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path, clock) -> Iterator[Start]:
    """The program on a folder of its own that holds the seven example cards; nothing is open yet."""
    store = open_store(tmp_path / "data", clock)
    store.settings.put(Settings(welcome_done=True))
    examples.lay(store, clock(), "Europe/Berlin")
    store.close()
    theme = Theme("light", under_test=True)
    theme.install(QApplication.instance())
    made = Start(paths(str(tmp_path / "data")), theme, clock, "Europe/Berlin")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot, started: Start) -> MainWindow:
    """Its window, whole, with the focus in the list and the first card shown."""
    opened = started.open()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    opened.resize(1280, 800)
    opened.people.list.setFocus()
    qtbot.waitUntil(lambda: opened.card.card_id() > 0 and QApplication.focusWidget() is opened.people.list)
    return opened
