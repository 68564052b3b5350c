"""Two cards of one person become one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from salver.cards.card import Card, Labelled
from salver.store import backs, dismissals, errors, rows, schema
from salver.store.core import Core
from salver.store.values import Changed

_FILLED = (
    "nickname", "pronunciation", "pronouns", "title", "company", "birthday", "cadence_days",
)  # fmt: skip
_NAME = ("display_name", "first_name", "middle_name", "last_name", "prefix", "suffix")


def _more_lines(kind: str, kept: tuple[Labelled, ...], other: tuple[Labelled, ...]) -> tuple[Labelled, ...]:
    held = {rows.normal(kind, line.value) or line.value for line in kept}
    return kept + tuple(line for line in other if (rows.normal(kind, line.value) or line.value) not in held)


def joined(keep: Card, other: Card) -> Card:
    """The kept card with what only the other one knew. Nothing of the kept one is overwritten."""
    changes: dict[str, object] = {
        name: getattr(other, name) for name in _FILLED if getattr(keep, name) in ("", None) and getattr(other, name)
    }
    if not any(getattr(keep, name) for name in _NAME):
        changes |= {name: getattr(other, name) for name in _NAME}
    for kind, name in rows.LINE_KINDS.items():
        changes[name] = _more_lines(kind, getattr(keep, name), getattr(other, name))
    changes["tags"] = tuple(dict.fromkeys(keep.tags + other.tags))
    changes["pictures"] = tuple(dict.fromkeys(keep.pictures + other.pictures))
    changes["extra"] = tuple(dict.fromkeys(keep.extra + other.extra))
    if other.about and other.about not in keep.about:
        changes["about"] = f"{keep.about}\n\n{other.about}".strip()
    return dataclasses.replace(keep, **changes)  # type: ignore[arg-type]  # the names are those of Card's fields


def merge(core: Core, keep_id: int, other_id: int) -> Changed:
    """Join `other_id` into `keep_id` in one step; meetings, notes and what happened move over."""
    found = rows.read_cards(core.db, [keep_id, other_id])
    if keep_id == other_id or len(found) < 2:
        raise errors.NotFound("card")
    keep, other = found[keep_id], found[other_id]
    label = f"merge {other.shown_name} into {keep.shown_name}"
    with core.journal.action(label):
        # In this order, so that undo, which goes backwards, has the other card before its children come home.
        core.journal.record("card", keep_id, keep_id, keep)
        meetings = _move_meetings(core, keep_id, other_id)
        notes = _move_notes(core, keep_id, other_id)
        _move_activities(core, keep_id, other_id)
        _move_dismissals(core, keep_id, other_id)
        core.journal.record("card", other_id, other_id, other)
        core.db.run("UPDATE merged SET card_id = ? WHERE card_id = ?", (keep_id, other_id))
        core.derived.remove(other_id)
        core.db.execute(schema.CardRow.delete().where(schema.CardRow.id == other_id))
        core.db.execute(schema.MergedRow.insert({"uid": other.uid, "card_id": keep_id}))
        rows.write_card(core.db, dataclasses.replace(joined(keep, other), changed_at=core.clock()), keep)
        core.derived.refresh([keep_id])
    return Changed(cards=(keep_id, other_id), meetings=meetings, notes=notes, label=label)


def _recorded(core: Core, kind: str, values: Iterable[object]) -> tuple[int, ...]:
    ids = []
    for value in values:
        row_id, card_id = getattr(value, "id", 0), getattr(value, "card_id", None)
        core.journal.record(kind, row_id, card_id, value)
        ids.append(row_id)
    return tuple(ids)


def _move_meetings(core: Core, keep_id: int, other_id: int) -> tuple[int, ...]:
    named = core.db.column("SELECT meeting_id FROM meeting_person WHERE card_id = ?", (other_id,))
    own = core.db.column("SELECT id FROM meeting WHERE card_id = ?", (other_id,))
    ids = _recorded(core, "meeting", backs.read_meetings(core.db, list(dict.fromkeys(own + named))).values())
    core.db.run("UPDATE meeting_person SET card_id = ? WHERE card_id = ?", (keep_id, other_id))
    core.db.run("UPDATE meeting SET card_id = ? WHERE card_id = ?", (keep_id, other_id))
    return ids


def _move_notes(core: Core, keep_id: int, other_id: int) -> tuple[int, ...]:
    table = schema.NoteRow
    found = [rows.note_of(row) for row in core.db.dicts(table.select().where(table.card_id == other_id))]
    ids = _recorded(core, "note", found)
    core.db.execute(table.update({"card_id": keep_id}).where(table.card_id == other_id))
    return ids


def _move_activities(core: Core, keep_id: int, other_id: int) -> None:
    table = schema.ActivityRow
    found = [rows.activity_of(row) for row in core.db.dicts(table.select().where(table.card_id == other_id))]
    _recorded(core, "activity", found)
    core.db.execute(table.update({"card_id": keep_id}).where(table.card_id == other_id))


def _move_dismissals(core: Core, keep_id: int, other_id: int) -> None:
    table = schema.DismissalRow
    for row in core.db.dicts(table.select().where(table.card_id == other_id)):
        core.journal.record("dismissal", row["id"], other_id, dismissals.dismissal_of(row))
    core.db.execute(table.update({"card_id": keep_id}).where(table.card_id == other_id))
