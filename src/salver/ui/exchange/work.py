"""What import and export do, apart from how they look: reading files, taking them in, writing a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from salver import intake
from salver.cards.card import Card
from salver.exchange import atomic, csvwriter, ics, jsonfile, reader, writer
from salver.exchange.model import Problem, Read, Unreadable
from salver.store import Changed, Filter, Store
from salver.ui.texts import ExchangeWords


@dataclass(frozen=True, slots=True)
class Found:
    """What files hold, and what in them could not be read, a sentence each."""

    files: tuple[Path, ...]
    reads: tuple[Read, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards, in the order of the files."""
        return tuple(card for read in self.reads for card in read.cards)


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import did. `told` are sentences on cards that need a look."""

    changed: Changed
    added: int
    updated: int
    skipped: int
    told: tuple[str, ...] = ()


def look(files: Sequence[Path]) -> Found:
    """Read files without keeping anything. A file that cannot be read is a problem of its own."""
    reads: list[Read] = []
    problems: list[str] = []
    for path in files:
        try:
            read = reader.read(path)
        except Unreadable as error:
            problems.append(ExchangeWords.problem(path.name, "", error.sentence))
            continue
        except MemoryError:
            problems.append(ExchangeWords.problem(path.name, "", ExchangeWords.TOO_LARGE))
            continue
        reads.append(read)
        problems += (ExchangeWords.problem(path.name, _place(problem), problem.message) for problem in read.problems)
    return Found(tuple(files), tuple(reads), tuple(problems))


def take_in(store: Store, found: Found) -> Taken:
    """Keep what was found, as one step of undo. Raises StoreError; then nothing of it is kept."""
    taken = intake.take(store, found.reads, ExchangeWords.UNDO_LABEL)
    told = tuple(problem.message for problem in taken.problems)
    changed = Changed(cards=taken.cards, label=ExchangeWords.UNDO_LABEL, everything=bool(taken.cards))
    return Taken(changed, taken.added, taken.updated, taken.skipped, told)


def write_out(store: Store, path: Path, kind: str, ids: Iterable[int] | None, now: dt.datetime) -> int:
    """Write cards to a file, whole or not at all; answers with how many. None for everybody.

    `kind` is vcf, csv, json or ics. Raises OSError and StoreError; what was at `path` is then untouched.
    """
    wanted = store.people.ids(Filter("everyone")) if ids is None else list(ids)
    if kind == "json":
        read = intake.everything(store, None if ids is None else wanted)
        text, number = jsonfile.write(read, now), len(read.entries)
    else:
        cards = store.cards.many(wanted)
        text, number = _text(store, cards, kind, now), len(cards)
    atomic.write(path, text.encode("utf-8", "replace"))
    return number


def _text(store: Store, cards: list[Card], kind: str, now: dt.datetime) -> str:
    if kind == "csv":
        # The mark at the start makes Excel read the file as UTF-8.
        return "\ufeff" + csvwriter.write(cards)
    if kind == "ics":
        contact = {row.id: row.last_contact_at for row in store.people.rows([card.id for card in cards])}
        found = [day for card in cards for day in ics.days(card, store.meetings.of(card.id), contact.get(card.id))]
        return ics.write(found, now)
    digests = {picture.digest for card in cards for picture in card.pictures if picture.kind == "portrait"}
    return writer.write(cards, {digest: data for digest in digests if (data := store.pictures.get(digest))})


def _place(problem: Problem) -> str:
    if problem.line:
        return ExchangeWords.line(problem.line)
    return ExchangeWords.card(problem.card) if problem.card else ""
