"""The commands `import` and `export`: files to cards, and cards to a file."""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from salver import cli
from salver.cards.card import Card
from salver.exchange import reader
from salver.exchange.model import Entry, Problem, Read, Unreadable
from salver.paths import Paths

Clock = Callable[[], dt.datetime]
BUSY = "Salver is open in another window. Nothing was changed; close it and try again."
ENDINGS = (".vcf", ".csv", ".json", ".ics")
_SHOWN = 20
"""How many problems the text for people lists before it only counts them."""


def run_import(args: argparse.Namespace, where: Paths, clock: Clock) -> int:
    """Read files, and keep their cards unless it is a dry run. Answers 0, or 2 with a sentence on stderr."""
    reads: list[Read] = []
    for name in args.files:
        try:
            reads.append(reader.read(Path(name)))
        except Unreadable as error:
            return cli.refuse(error.sentence)
        except MemoryError:
            return cli.refuse(f"{name} is too large for this computer's memory. Nothing was imported.")
    several = len(reads) > 1
    problems = [
        _problem(problem, name if several else "")
        for name, read in zip(args.files, reads, strict=True)
        for problem in read.problems
    ]
    answer: dict[str, Any] = {"cards": [_card(e) for read in reads for e in read.entries], "problems": problems}
    if not args.dry_run and answer["cards"]:
        status = _keep(reads, where, clock, answer)
        if status:
            return status
    elif not args.dry_run:
        answer |= {"added": 0, "updated": 0, "skipped": 0}
    if args.json:
        print(json.dumps(answer, ensure_ascii=True))
    else:
        _tell(answer, args.dry_run)
    return 0


def _keep(reads: list[Read], where: Paths, clock: Clock, answer: dict[str, Any]) -> int:
    """Back up, then store everything in one step; fills in the counts of the answer."""
    from salver import intake
    from salver.store import DataLock, StoreError, open_store

    lock = DataLock(where.data)
    try:
        if not lock.acquire():
            return cli.refuse(BUSY)
        store = open_store(where.data, clock)
        try:
            store.backup.now("before an import")
            taken = intake.take(store, reads)
        finally:
            store.close()
    except StoreError as error:
        return cli.refuse(error.sentence)
    finally:
        lock.release()
    answer["problems"] += [_problem(problem) for problem in taken.problems]
    answer |= {"added": taken.added, "updated": taken.updated, "skipped": taken.skipped}
    return 0


def _problem(problem: Problem, file: str = "") -> dict[str, Any]:
    out: dict[str, Any] = {"file": file} if file else {}
    if problem.line:
        out["line"] = problem.line
    if problem.card or not problem.line:
        out["card"] = problem.card
    return out | {"message": problem.message}


def _card(entry: Entry) -> dict[str, Any]:
    """A card in the shape other programs rely on."""
    card = entry.card
    return {
        "first_name": card.first_name,
        "last_name": card.last_name,
        "display_name": card.display_name,
        "company": card.company,
        "title": card.title,
        "emails": [line.value for line in card.emails],
        "phones": [line.value for line in card.phones],
        "links": [line.value for line in card.links],
        "note": card.about,
        "middle_name": card.middle_name,
        "prefix": card.prefix,
        "suffix": card.suffix,
        "nickname": card.nickname,
        "pronunciation": card.pronunciation,
        "pronouns": card.pronouns,
        "addresses": [line.value for line in card.addresses],
        "birthday": card.birthday,
        "tags": list(card.tags),
        "connected_on": next((a.at.date().isoformat() for a in entry.activities if a.deed == "accepted"), None),
        "has_picture": bool(entry.portrait or card.pictures),
    }


def _tell(answer: dict[str, Any], dry: bool) -> None:
    """The outcome in words."""
    cards, problems = answer["cards"], answer["problems"]
    if dry:
        for card in cards:
            name = card["display_name"] or " ".join(filter(None, (card["first_name"], card["last_name"])))
            at = ", ".join(filter(None, (card["title"], card["company"])))
            print(f"  {name or card['company'] or (card['emails'] or ['(no name)'])[0]}{f' · {at}' if at else ''}")
        print(f"{_count(len(cards), 'card')} can be read. Nothing was stored.")
    else:
        print(
            f"{_count(answer['added'], 'card')} added, {answer['updated']} updated, {answer['skipped']} already there."
        )
    for problem in problems[:_SHOWN]:
        place = (
            f"line {problem['line']}: "
            if problem.get("line")
            else f"card {problem['card']}: "
            if problem.get("card")
            else ""
        )
        print(
            f"  {problem.get('file', '')}{': ' if problem.get('file') else ''}{place}{problem['message']}",
            file=sys.stderr,
        )
    if len(problems) > _SHOWN:
        print(f"  and {len(problems) - _SHOWN} more like these; --json lists all.", file=sys.stderr)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def run_export(args: argparse.Namespace, where: Paths, clock: Clock) -> int:
    """Write all cards to a file, by its ending. What is in the trash stays behind."""
    from salver.exchange import atomic
    from salver.store import StoreError, open_store

    target = Path(args.file)
    if target.suffix.lower() not in ENDINGS:
        return cli.refuse(f"Salver writes {', '.join(ENDINGS[:-1])} and {ENDINGS[-1]} files. Nothing was written.")
    if not where.database.exists():
        return cli.refuse(f"There are no cards yet in {where.data}. Nothing was written.")
    try:
        store = open_store(where.data, clock, read_only=True)
        try:
            text, count = _written(store, target.suffix.lower(), clock())
        finally:
            store.close()
    except StoreError as error:
        return cli.refuse(error.sentence)
    try:
        atomic.write(target, text.encode("utf-8", "replace"))
    except OSError as error:
        return cli.refuse(_why(target, error))
    print(f"{count} written to {target}.")
    return 0


def _written(store: Any, ending: str, now: dt.datetime) -> tuple[str, str]:
    """The text of the file, and what it holds in words."""
    from salver import intake
    from salver.exchange import csvwriter, ics, jsonfile, writer
    from salver.store import Filter

    if ending == ".json":
        read = intake.everything(store)
        return jsonfile.write(read, now), _count(len(read.entries), "card") + ", with everything on them,"
    ids = store.people.ids(Filter("everyone"))
    if ending == ".ics":
        contact = {row.id: row.last_contact_at for row in store.people.rows(ids)}
        days = [
            day
            for card in store.cards.many(ids)
            for day in ics.days(card, store.meetings.of(card.id), contact.get(card.id))
        ]
        return ics.write(days, now), _count(len(days), "date")
    cards: list[Card] = store.cards.many(ids)
    if ending == ".csv":
        # The mark at the start makes Excel read the file as UTF-8.
        return "\ufeff" + csvwriter.write(cards), _count(len(cards), "card")
    digests = {picture.digest for card in cards for picture in card.pictures if picture.kind == "portrait"}
    pictures = {digest: data for digest in digests if (data := store.pictures.get(digest))}
    return writer.write(cards, pictures), _count(len(cards), "card")


def _why(target: Path, error: OSError) -> str:
    kept = "Your cards are as they were"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full, so {target.name} was not written. {kept}. Free some space and try again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"You may not write in {target.parent}. {kept}. Choose another folder."
    if error.errno == errno.ENOENT:
        return f"There is no folder {target.parent}. {kept}. Make it, or choose another."
    return f"{target} could not be written: {error.strerror or error}. {kept}."
