"""The list of people: ids in order, rows by the page, counts. Fast at a hundred thousand cards."""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from salver.cards.situation import InvitationState
from salver.store.codec import from_micros, micros
from salver.store.core import Core
from salver.store.values import Filter, Row

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"
_BY_NAME = frozenset({"everyone", "event", "tag"})


class People:
    """Answers what the list of people asks."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def ids(self, wanted: Filter) -> list[int]:
        """The ids of a list in its order. A text of blanks narrows nothing; one without any word finds nobody."""
        if not wanted.text.strip():
            return self._in_kind(wanted)
        found = self._core.index.find(wanted.text)
        if not found:
            return []
        if wanted.kind == "everyone":
            return self._core.index.in_order(found)
        return list(filter(found.__contains__, self._in_kind(wanted)))

    def _in_kind(self, wanted: Filter) -> list[int]:
        array = self._db.array
        if wanted.kind == "to_send":
            return self._to_send(wanted)
        if wanted.kind == "waiting":
            return array(
                "SELECT json_group_array(card_id) FROM"
                " (SELECT card_id FROM person WHERE state = 'sent' ORDER BY state_at DESC, card_id DESC)"
            )
        if wanted.kind == "in_touch":
            return array(
                "SELECT json_group_array(card_id) FROM"
                " (SELECT card_id FROM person WHERE in_touch = 1 ORDER BY sort_key, card_id)"
            )
        if wanted.kind == "event":
            return array(
                "SELECT json_group_array(card_id) FROM (SELECT card_id FROM person WHERE card_id IN"
                " (SELECT card_id FROM meeting WHERE event_id = ? AND deleted_at IS NULL)"
                " ORDER BY +sort_key, card_id)",
                (wanted.event_id,),
            )
        if wanted.kind == "tag":
            return array(
                "SELECT json_group_array(card_id) FROM (SELECT card_id FROM person WHERE card_id IN"
                " (SELECT card_id FROM tag WHERE tag = ?) ORDER BY +sort_key, card_id)",
                (wanted.tag,),
            )
        return list(self._core.index.order())

    def _to_send(self, wanted: Filter) -> list[int]:
        """Open now, closing soonest first; then those that open later, soonest first; then the past, latest first."""
        found = self._db.row(
            "SELECT json_group_array(met_at), json_group_array(card_id) FROM"
            " (SELECT met_at, card_id FROM person WHERE to_send = 1 ORDER BY met_at, card_id)"
        )
        times, ids = (json.loads(array) for array in found or ("[]", "[]"))
        now = wanted.now or self._core.clock()
        opens, closes = (dt.timedelta(hours=hours) for hours in wanted.window_h)
        past = bisect_left(times, micros(now - closes))
        later = bisect_right(times, micros(now - opens))
        in_order: list[int] = ids[past:later] + ids[later:] + ids[:past][::-1]
        return in_order

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of a page in the order of `ids`; cards that are gone or in the trash are passed over."""
        found = {
            row[0]: _row(row)
            for row in self._db.rows(
                "SELECT card_id, name, first_name, title, company, initials, letter, met_at, met_precision, state,"
                " state_at, event, tags, cadence_days, last_contact_at, next_promise_due"
                " FROM person WHERE card_id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),),
            )
        }  # fmt: skip
        return [found[card_id] for card_id in ids if card_id in found]

    def counts(self) -> dict[str, int]:
        """How many people each of the standing lists holds."""
        to_send, waiting, in_touch, everyone = self._db.row(
            "SELECT (SELECT count(*) FROM person WHERE to_send = 1),"
            " (SELECT count(*) FROM person WHERE state = 'sent'),"
            " (SELECT count(*) FROM person WHERE in_touch = 1), (SELECT count(*) FROM person)"
        ) or (0, 0, 0, 0)
        return {"to_send": to_send, "waiting": waiting, "in_touch": in_touch, "everyone": everyone}

    def letters(self, wanted: Filter) -> dict[str, int]:
        """Each index letter with the place of its first person; empty for lists that are not by name."""
        if wanted.kind not in _BY_NAME:
            return {}
        if wanted.kind == "everyone" and not wanted.text.strip():
            many = dict(self._db.rows("SELECT letter, count(*) FROM person GROUP BY letter"))
        else:
            many = dict(
                self._db.rows(
                    "SELECT letter, count(*) FROM person WHERE card_id IN (SELECT value FROM json_each(?))"
                    " GROUP BY +letter", (json.dumps(self.ids(wanted)),),
                )
            )  # fmt: skip
        places, place = {}, 0
        for letter in LETTERS:
            if letter in many:
                places[letter] = place
                place += many[letter]
        return places


def _row(row: tuple[Any, ...]) -> Row:
    return Row(
        id=row[0],
        name=row[1],
        first_name=row[2],
        title=row[3],
        company=row[4],
        initials=row[5],
        letter=row[6],
        met_at=from_micros(row[7]),
        met_precision=row[8],
        state=InvitationState(row[9]),
        state_at=from_micros(row[10]),
        event=row[11],
        tags=tuple(json.loads(row[12])),
        cadence_days=row[13],
        last_contact_at=from_micros(row[14]),
        next_promise_due=dt.date.fromisoformat(row[15]) if row[15] else None,
    )
