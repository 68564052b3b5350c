"""Everything Salver knows, as text that can be read, selected, copied and saved."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from salver.cards.meeting import Meeting
from salver.store import Filter, Settings, Store
from salver.store.values import Bundle
from salver.ui.settings.when import size

MOST = 500
"""Cards that are written out to be read; all of them are in the file that can be saved."""
_QUIET = frozenset({"id", "uid", "card_id", "event_id", "meeting_id", "note_id", "zone"})


def report(store: Store, most: int = MOST) -> str:
    """The settings, then card after card with all that hangs on it; private lines, too."""
    ids = store.people.ids(Filter("everyone"))
    lines = [f"{len(ids):,} cards in {store.path} ({size(store.path.stat().st_size)})", ""]
    lines += ["Settings", *_fields(store.settings.get(), 1), ""]
    for card_id in ids[:most]:
        bundle = store.cards.bundle(card_id)
        if bundle is not None:
            lines += [*_bundle(bundle), ""]
    if len(ids) > most:
        lines.append(f"and {len(ids) - most:,} more cards, which the saved file holds")
    events = store.events.all()
    if events:
        lines += ["Events", *(line for event in events for line in (f"  {event.name}", *_fields(event, 2)))]
    return "\n".join(lines).rstrip() + "\n"


def _bundle(bundle: Bundle) -> Iterator[str]:
    yield bundle.card.shown_name or "A card without a name"
    yield from _fields(bundle.card, 1)
    for meeting in bundle.meetings:
        yield f"  Met {_met(meeting)}".rstrip()
        yield from _fields(meeting, 2)
    for note in bundle.notes:
        yield f"  Note ({note.channel})"
        yield from _indented(note.text, 2)
    for activity in bundle.activities:
        yield f"  {activity.at:%Y-%m-%d %H:%M} UTC: {activity.deed.replace('_', ' ')} {activity.detail}".rstrip()


def _met(meeting: Meeting) -> str:
    return f"{meeting.met.local:%Y-%m-%d %H:%M} ({meeting.met.zone})" if meeting.met else ""


def _fields(value: Settings | object, depth: int) -> Iterator[str]:
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if field.name in _QUIET or held in (None, "", (), frozenset()):
            continue
        words = field.name.replace("_", " ")
        if isinstance(held, tuple | frozenset):
            yield f"{'  ' * depth}{words}: {'; '.join(_short(item) for item in held)}"
        else:
            yield f"{'  ' * depth}{words}: {_short(held)}"


def _short(value: object) -> str:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        held = [getattr(value, field.name) for field in dataclasses.fields(value) if field.name not in _QUIET]
        return ", ".join(_short(item) for item in held if item not in (None, "", ()))
    return " ".join(str(value).split())


def _indented(text: str, depth: int) -> Iterator[str]:
    for line in text.splitlines():
        yield f"{'  ' * depth}{line}"
