"""What imports cost, as ratios to references measured in the same run (CPU seconds). Run by hand:

.venv/bin/python tests/benchmarks/imports.py [CARDS] [ROWS]
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from table import Row, alternate  # found beside this file

from salver import intake
from salver.exchange import csvcards, vcard
from salver.store import Filter, open_store
from salver.store.db import FILE_NAME

FIRST = "Ana Søren Grace Wei José Fatima Liam Zoë Noor Jürgen Mei Olu Priya Tomás Ingrid Yuki".split()
LAST = "Ruiz Müller Hopper Zhang García Khan Murphy Straße Haddad Öz Chen Adeyemi Patel Silva Berg Tanaka".split()
FIRMS = "Nordlicht GmbH,Acme Solutions,Tanaka & Co,Öresund Data,Blue Harbour Ltd,Kernel Works,Café Central".split(",")
JOBS = "Software Engineer,Head of Standards,Founder & CEO,Research Scientist,Product Manager".split(",")
NOW = dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC)


def person(i: int) -> tuple[str, str, str, str]:
    """First name, surname, company and title of somebody who is nobody."""
    first, last = FIRST[i % 16], f"{LAST[i // 16 % 16]}-{LAST[i // 256 % 16]}{i // 4096}"
    return first, last, FIRMS[i % 7], JOBS[i % 5]


def vcards(count: int) -> bytes:
    """An address book as Google and Apple write them."""
    out = []
    for i in range(count):
        first, last, firm, job = person(i)
        note = f"Met at the spring fair\\, hall {i % 9}.\\nTalked about night trains and how to keep bees in a city"
        out.append(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:{last};{first};;;\r\nFN:{first} {last}\r\nORG:{firm};Unit {i % 12}\r\n"
            f"TITLE:{job}\r\nEMAIL;TYPE=INTERNET;TYPE=WORK:p{i}@firm{i % 300}.example\r\n"
            f"TEL;TYPE=CELL:+49 171 {1000000 + i}\r\nTEL;TYPE=WORK,VOICE:030 / {200000 + i % 5000}\r\n"
            f"ADR;TYPE=WORK:;;Hauptstr. {i % 200};Berlin;;10{i % 900:03};Germany\r\n"
            f"item1.URL:https://www.linkedin.com/in/person-{i}/\r\nitem1.X-ABLabel:LinkedIn\r\n"
            f"NOTE:{note[:60]}\r\n {note[60:]}\r\nUID:urn:uuid:{i:032x}\r\nREV:2026-01-01T00:00:00Z\r\nEND:VCARD\r\n"
        )
    return "".join(out).encode()


def connections(count: int) -> bytes:
    """LinkedIn's Connections.csv of today."""
    out = ["Notes:\n\"When exporting your connection data, some e-mails are missing.\"\n\n"
           "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"]  # fmt: skip
    for i in range(count):
        first, last, firm, job = person(i)
        mail = f"p{i}@firm.example" if i % 20 == 0 else ""
        day = (dt.date(2026, 2, 8) - dt.timedelta(days=i % 3000)).strftime("%d %b %Y")
        out.append(f'{first},{last},https://www.linkedin.com/in/person-{i},{mail},{firm},"{job}",{day}\n')
    return "".join(out).encode()


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of this process that `work` takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def ours(read: Callable[[bytes], object], data: bytes) -> float:
    """Read, match and store in a fresh store."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "data", lambda: NOW)
        try:
            took = cpu(lambda: intake.take(store, [read(data)]))  # type: ignore[list-item]
            assert len(store.people.ids(Filter("everyone"))) > 10
        finally:
            store.close()
    return took


def vobject_alone(data: bytes) -> float:
    import vobject

    text = data.decode()
    return cpu(lambda: sum(1 for _ in vobject.readComponents(text)))


def plain_csv(data: bytes) -> float:
    """csv.DictReader and one INSERT a row, in one transaction."""

    def work() -> None:
        with tempfile.TemporaryDirectory() as folder:
            base = sqlite3.connect(Path(folder) / "plain.sqlite")
            base.execute("CREATE TABLE c (id INTEGER PRIMARY KEY, f, l, u, e, c, p, o)")
            text = data.decode().partition("\n\n")[2]
            with base:
                for r in csv.DictReader(io.StringIO(text)):
                    base.execute("INSERT INTO c (f, l, u, e, c, p, o) VALUES (?, ?, ?, ?, ?, ?, ?)", tuple(r.values()))
            base.close()

    return cpu(work)


def same_tables(data: bytes) -> float:
    """The least that keeps as much: csv.DictReader and the rows into the tables, keys and index that Salver has.

    One table without an index cannot be searched, ordered, matched or undone; this says what that costs SQLite alone.
    """
    with tempfile.TemporaryDirectory() as folder:
        open_store(Path(folder) / "data", lambda: NOW).close()
        base = sqlite3.connect(Path(folder) / "data" / FILE_NAME)
        base.execute("PRAGMA foreign_keys = ON")
        took = cpu(lambda: _into_same_tables(base, data.decode().partition("\n\n")[2]))
        base.close()
    return took


def _into_same_tables(base: sqlite3.Connection, text: str) -> None:
    many: dict[str, list[tuple[object, ...]]] = {name: [] for name in _INSERTS}
    for i, r in enumerate(csv.DictReader(io.StringIO(text)), 1):
        first, last, url, mail, firm, job, on = r.values()
        name = f"{first} {last}"
        many["card"].append((i, f"{i:032x}", name, first, last, job, firm))
        many["line"] += [(i, "link", url, url)] + ([(i, "email", mail, mail)] if mail else [])
        many["activity"].append((i, on))
        many["person"].append((i, f"{last} {first}".lower(), last[:1], name, first, job, firm, on))
        many["search"].append((i, f"{name} {firm} {job} {url} {mail}".lower()))
        many["parts"].append((i, f"{name} {firm}".lower()))
        many["change"].append((i, i))
    with base:
        base.execute("INSERT INTO step VALUES (1, '', '', '', '')")
        for table, rows_of in many.items():
            base.executemany(_INSERTS[table], rows_of)


_INSERTS = {
    "card": "INSERT INTO card VALUES (?, ?, ?, ?, '', ?, '', '', '', '', '', ?, ?, '', '', NULL, '[]', '', '', NULL)",
    "line": "INSERT INTO line (card_id, kind, position, value, label, normal) VALUES (?, ?, 0, ?, '', ?)",
    "activity": "INSERT INTO activity (card_id, deed, at, detail, by_import) VALUES (?, 'accepted', ?, '', 1)",
    "person": "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, '', NULL, '', 'accepted', 0, '', '[]', NULL, ?, NULL,"
    " 0, 1)",
    "search": "INSERT INTO search (rowid, words) VALUES (?, ?)",
    "parts": "INSERT INTO parts (rowid, words) VALUES (?, ?)",
    "change": "INSERT INTO change (step_id, kind, row_id, card_id) VALUES (1, 'card', ?, ?)",
}


def _vcards(count: int) -> tuple[float, float]:
    book = vcards(count)
    return alternate(lambda: ours(vcard.read, book), lambda: vobject_alone(book), 1)


def _connections(count: int) -> tuple[float, float]:
    links = connections(count)
    return alternate(lambda: ours(csvcards.read, links), lambda: plain_csv(links), 1)


def _connections_same(count: int) -> tuple[float, float]:
    links = connections(count)
    return alternate(lambda: ours(csvcards.read, links), lambda: same_tables(links), 1)


def rows(_: Path) -> list[Row]:
    """The two budgets of imports, for the table of all, and how they grow."""
    return [
        Row("import 10,000 vCards (CPU)", "vobject parsing alone", "s", 0.6, 0.3, lambda: _vcards(10_000)),
        Row("import 1,000 vCards (CPU)", "vobject parsing alone", "s", None, None, lambda: _vcards(1_000)),
        Row("import LinkedIn Connections.csv, 30,000 rows (CPU)", "csv.DictReader + INSERT", "s", 4, 2.5,
            lambda: _connections(30_000)),
        Row("import LinkedIn Connections.csv, 3,000 rows (CPU)", "csv.DictReader + INSERT", "s", None, None,
            lambda: _connections(3_000)),
        Row("import LinkedIn Connections.csv, 30,000 rows (CPU)", "the same tables and index", "s", None, None,
            lambda: _connections_same(30_000)),
    ]  # fmt: skip


def main() -> None:
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 30_000
    book, links = vcards(cards), connections(rows)
    ours(vcard.read, book[:20_000] + b"\r\n")
    print(f"{'what':44} {'ours':>7} {'ref':>7} {'ratio':>6} {'budget':>6}")
    for _ in range(2):
        for what, mine, reference, budget in (
            (f"{cards:,} vCards, to vobject parsing alone", lambda: ours(vcard.read, book),
             lambda: vobject_alone(book), 0.6),
            (f"{rows:,} rows, to DictReader and INSERT", lambda: ours(csvcards.read, links),
             lambda: plain_csv(links), 4.0),
        ):  # fmt: skip
            a, b = mine(), reference()
            print(f"{what:44} {a:6.2f}s {b:6.2f}s {a / b:6.2f} {budget:6.1f}")
    print(f"reading alone: vCards {cpu(lambda: vcard.read(book)):.2f}s, rows {cpu(lambda: csvcards.read(links)):.2f}s")


if __name__ == "__main__":
    main()
