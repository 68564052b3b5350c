"""Removing for good: the trash emptied, a person forgotten. Nothing of it stays in the bytes of the file."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from salver.cards.card import Card
from salver.store import backup, errors, migrate, rows, search
from salver.store.codec import stamp
from salver.store.core import Core, ids_json
from salver.store.values import Changed, Forgotten

OpenCore = Callable[[Path], Core]

_TELLING = 3
"""Shorter words tell nobody from anybody, and would take unrelated steps of undo with them."""


def _traces(card: Card) -> tuple[str, ...]:
    """What of a card may stand in what undo keeps of other rows."""
    lines = (line.value for name in rows.LINE_KINDS.values() for line in getattr(card, name))
    names = (card.shown_name, card.display_name, f"{card.first_name} {card.last_name}".strip())
    return tuple(dict.fromkeys(text for text in (*names, *lines) if len(text) >= _TELLING))


def _purge(core: Core, cards: Sequence[Card]) -> tuple[int, ...]:
    """Delete cards with all that hangs on them; answers with other cards that lost their mention of one."""
    db = core.db
    ids = tuple(card.id for card in cards)
    core.journal.forget(ids, tuple(trace for card in cards for trace in _traces(card)))
    naming = db.column(
        "SELECT DISTINCT meeting.card_id FROM meeting JOIN meeting_person ON meeting.id = meeting_person.meeting_id"
        " WHERE meeting_person.card_id IN (SELECT value FROM json_each(?))",
        (ids_json(ids),),
    )
    db.run("DELETE FROM meeting_person WHERE card_id IN (SELECT value FROM json_each(?))", (ids_json(ids),))
    for card_id in ids:
        core.derived.remove(card_id)
    db.run("DELETE FROM card WHERE id IN (SELECT value FROM json_each(?))", (ids_json(ids),))
    others = tuple(card_id for card_id in naming if card_id not in ids)
    core.derived.refresh(others)
    return others


def _scrub(core: Core) -> None:
    """Make the bytes follow: pictures nobody names, the index's old pieces, and every freed page."""
    with core.db.write():
        core.db.run(
            "DELETE FROM picture WHERE digest NOT IN (SELECT digest FROM card_picture)"
            " AND NOT EXISTS (SELECT 1 FROM change WHERE instr(change.before, picture.digest))"
        )
        core.index.optimize()
    # Moved cells may leave old copies in a page's unused middle; only a rewrite of the file is sure to drop them.
    core.db.run("VACUUM")


def forget(core: Core, card_id: int) -> Forgotten:
    """Remove a person from the file's very bytes and tell what backups and other cards still hold.

    Cannot be undone. Raises NotFound for a card that is not there.
    """
    card = rows.read_cards(core.db, [card_id]).get(card_id)
    if card is None:
        raise errors.NotFound("card")
    with core.db.write():
        others = _purge(core, [card])
    _scrub(core)
    named = search.words(f"{card.first_name} {card.last_name}".strip() or card.shown_name)
    mentioned = core.index.holding(named) if len(named) > 1 else ()
    files = backup.Backups(core.db.path, core.clock).holding(card.uid)
    return Forgotten(card.uid, Changed(cards=(card_id, *others), everything=True), files, mentioned)


def empty_trash(core: Core, before: dt.datetime | None = None) -> Changed:
    """Remove what is in the trash for good; only what went there before a moment, when one is given."""
    until = stamp(before) if before else "9999"
    db = core.db
    cards = db.column("SELECT id FROM card WHERE deleted_at < ?", (until,))
    meetings = db.column("SELECT id FROM meeting WHERE deleted_at < ?", (until,))
    notes = db.column("SELECT id FROM note WHERE deleted_at < ?", (until,))
    events = db.column("SELECT id FROM event WHERE deleted_at < ?", (until,))
    if not (cards or meetings or notes or events):
        return Changed()
    with db.write():
        others = _purge(core, list(rows.read_cards(db, cards).values()))
        for kind, ids in (("meeting", meetings), ("note", notes), ("event", events)):
            db.run(
                "DELETE FROM step WHERE id IN (SELECT step_id FROM change"
                " WHERE kind = ? AND row_id IN (SELECT value FROM json_each(?)))",
                (kind, ids_json(ids)),
            )
        db.run("DELETE FROM meeting WHERE id IN (SELECT value FROM json_each(?))", (ids_json(meetings),))
        db.run("DELETE FROM note WHERE id IN (SELECT value FROM json_each(?))", (ids_json(notes),))
        db.run("DELETE FROM event WHERE id IN (SELECT value FROM json_each(?))", (ids_json(events),))
    _scrub(core)
    return Changed((*cards, *others), tuple(meetings), tuple(notes), tuple(events), everything=True)


def rewrite_backup(open_core: OpenCore, uid: str, path: Path) -> None:
    """Write a backup anew without a person, checked and hashed; the old one stays until the new one is whole.

    Raises BadBackup for one that does not verify: it can only be deleted.
    """
    if not backup.verify(path):
        raise errors.BadBackup(path)
    partial = path.with_name(f".{path.name}.rewritten")
    summed = backup.checksum_path(partial)
    try:
        backup.copy_to(path, partial)
        core = open_core(partial)
        try:
            migrate.upgrade(core.db)
            found = core.db.column(
                "SELECT id FROM card WHERE uid = ? UNION SELECT card_id FROM merged WHERE uid = ?", (uid, uid)
            )
            with core.db.write():
                _purge(core, list(rows.read_cards(core.db, found).values()))
            _scrub(core)
        finally:
            core.db.close()
        backup.seal(partial, path)
    finally:
        for left in (partial, summed):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
