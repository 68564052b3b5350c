"""An occasion at which people meet, inherited by the cards made while it is current."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Event:
    """A conference, fair or party. `starts` and `ends` are wall-clock times at the place, in `zone`."""

    id: int = 0
    uid: str = ""
    name: str = ""
    place: str = ""
    starts: dt.datetime | None = None
    ends: dt.datetime | None = None
    zone: str = ""
    """IANA name such as Europe/Berlin; empty for the zone of this computer."""
    created_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None
