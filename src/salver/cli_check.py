"""`salver check`: etiquette for one note or a stream of them, without a window or a database.

The JSON in and out is a contract with other programs: change it only with an issue.
"""

from __future__ import annotations

import argparse
import datetime as dt
import enum
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TextIO, TypeVar

from salver import cli
from salver.agenda.window import send_window
from salver.cards import names
from salver.cards.card import Card, Labelled, Sender
from salver.cards.meeting import By, Meeting, Moment, PersonRef, Precision, Promise, Tie, Told
from salver.cards.note import Channel, limit
from salver.cards.situation import Invitation, InvitationState, Situation
from salver.cards.units import for_clipboard, utf16_length
from salver.etiquette import registry
from salver.etiquette.engine import Engine, merge
from salver.etiquette.model import Finding
from salver.etiquette.spelling import Speller

_MOST_DIGITS = 300
_MOST = 10_000_000
"""Characters of a note or a line of the stream; what is longer was never written by hand."""
_E = TypeVar("_E", bound=enum.StrEnum)


def run(args: argparse.Namespace) -> int:
    """Check what `args` names: `jsonl` reads a stream, otherwise `file` (or -) is one note with an optional `card`.

    Answers 0 whatever is found, 1 when a line of a stream was no JSON object, 2 when a file could not be read.
    """
    checker = Checker()
    try:
        if getattr(args, "jsonl", False):
            with _input_of(args.file, errors="replace") as lines:
                return _stream(checker, lines, sys.stdout)
        with _input_of(args.file) as file:
            text = file.read(_MOST + 1)
        card = _content(Path(args.card)) if args.card else b"{}"
    except BrokenPipeError:
        raise
    except OSError as error:
        return cli.refuse(f"{cli.why(error)} Nothing was checked.")
    except UnicodeDecodeError:
        return cli.refuse(f"{args.file} is not text in UTF-8. Nothing was checked. Save it as UTF-8 and try again.")
    if max(len(text), len(card)) > _MOST:
        return cli.refuse(f"{args.file if len(text) > _MOST else args.card} is far too long. Nothing was checked.")
    try:
        given = _loads(card.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return cli.refuse(f"{args.card} is no whole JSON file in UTF-8. Nothing was checked.")
    if not isinstance(given, dict):
        return cli.refuse(f"{args.card} holds no JSON object. Nothing was checked.")
    if "card" not in given and "first_name" in given:
        given = {"card": given}
    answer = checker.answer({**given, "text": text.removesuffix("\n")})
    if args.format == "json":
        print(json.dumps(answer))
    else:
        print(as_text(answer, text))
    return 0


@contextmanager
def _hushed() -> Iterator[None]:
    """Nothing but answers on standard output: Harper prints remarks there itself ("looking forward to chapter two")."""
    try:
        kept = os.dup(1)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


class Checker:
    """The engine and the speller, kept for many notes."""

    def __init__(self) -> None:
        self._engine = Engine(registry.load())
        self._speller = Speller()

    def answer(self, given: dict[str, Any]) -> dict[str, Any]:
        """What the contract answers to one input object."""
        text, situation = read_input(given)
        with _hushed():
            spelt = self._speller.check(text, situation)
        found = merge(self._engine.check(text, situation), spelt)
        answer: dict[str, Any] = {"id": given.get("id")}
        answer["length"] = utf16_length(for_clipboard(text))
        answer["limit"] = limit(situation.channel, situation.sender.plan)
        answer["findings"] = [_finding(f) for f in found]
        return answer


def _finding(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "start": span.start if span else 0,
        "end": span.end if span else 0,
        "message": finding.message,
        "reason": finding.reason,
        "fixes": [
            {
                "label": fix.label,
                "edits": [{"start": e.start, "end": e.end, "replacement": e.replacement} for e in fix.edits],
            }
            for fix in finding.fixes
        ],
    }


def as_text(answer: dict[str, Any], text: str) -> str:
    """One answer for a person to read."""
    most = f" of {answer['limit']}" if answer["limit"] is not None else ""
    lines = [f"{answer['length']}{most} characters"]
    for found in answer["findings"]:
        where = f" “{text[found['start'] : found['end']]}”" if found["end"] else ""
        lines.append(f"{found['severity']}: {found['message']}{where} ({found['rule']})")
        if found["reason"]:
            lines.append(f"    {found['reason']}")
        lines.extend(f"    {fix['label']}" for fix in found["fixes"])
    if not answer["findings"]:
        lines.append("Nothing to mend.")
    return "\n".join(lines)


def _input_of(name: str | None, errors: str = "strict") -> AbstractContextManager[TextIO]:
    """A file as UTF-8 text, or standard input, in which bad bytes never stop the rest."""
    if name in (None, "-"):
        return nullcontext(sys.stdin)
    return Path(str(name)).open(encoding="utf-8-sig", errors=errors)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_MOST + 1)


def _lines(file: TextIO) -> Iterator[str]:
    """Line by line, without ever holding one that is far too long: of that, the beginning, which is no JSON."""
    while line := file.readline(_MOST):
        yield line
        while line and not line.endswith("\n"):
            line = file.readline(_MOST)


def _loads(text: str) -> Any:
    """JSON; a number that no computer can hold counts as missing, as NaN does."""
    return json.loads(text, parse_int=_whole, parse_constant=lambda _: None)


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MOST_DIGITS else None


def _stream(checker: Checker, lines: TextIO, out: TextIO) -> int:
    code = 0
    for number, line in enumerate(_lines(lines), 1):
        if not line.strip():
            continue
        try:
            given = _loads(line.removeprefix("\ufeff"))
            if not isinstance(given, dict):
                raise ValueError("not a JSON object")
            answered = json.dumps(checker.answer(given))
        except (ValueError, RecursionError) as error:
            code = 1
            said = "nested too deeply" if isinstance(error, RecursionError) else str(error)
            answered = json.dumps({"id": None, "line": number, "error": said})
        out.write(answered + "\n")
        out.flush()
    return code


# -- reading the input object; whatever cannot be read counts as missing


def read_input(given: dict[str, Any]) -> tuple[str, Situation]:
    """The note and its situation from an input object of the contract. Never raises for a dict."""
    card_in = _dict(given.get("card"))
    channel = _enum(Channel, given.get("channel"), Channel.INVITATION)
    sender_in = _dict(given.get("sender"))
    meeting = _meeting(card_in)
    zone = meeting.met.aware().tzinfo if meeting.met else dt.UTC
    hours = _hours(given.get("window_h"))
    window = send_window(meeting.met, hours)
    invitation_in = _dict(given.get("invitation"))
    raw_link = _text(card_in.get("link"))
    situation = Situation(
        card=_card(card_in, raw_link),
        meeting=meeting,
        sender=Sender(
            _text(sender_in.get("name")),
            _text(sender_in.get("about")),
            "premium" if _text(sender_in.get("plan")).casefold() == "premium" else "free",
        ),
        channel=channel,
        send_at=_moment(given.get("send_at"), zone),
        window=(window.opens, window.closes) if window else None,
        invitation=Invitation(
            _enum(InvitationState, invitation_in.get("state"), InvitationState.NONE),
            _moment(invitation_in.get("at"), zone),
        ),
        notes_left=_count(given.get("notes_left")),
        others=_texts(given.get("others")),
        raw_link=raw_link,
    )
    return _text(given.get("text"), trim=False), situation


def _card(given: dict[str, Any], link: str) -> Card:
    first, last = _text(given.get("first_name")), _text(given.get("last_name"))
    shown = _text(given.get("display_name")) or f"{first} {last}".strip()
    if shown and not first and not last:
        parts = names.split(shown)
        first, last = parts.first, parts.last
    return Card(
        display_name=shown,
        first_name=first,
        last_name=last,
        nickname=_text(given.get("nickname")),
        prefix=_text(given.get("prefix")),
        company=_text(given.get("company")),
        title=_text(given.get("title")),
        links=(Labelled(link),) if link else (),
    )


def _meeting(given: dict[str, Any]) -> Meeting:
    introducer = _text(given.get("introduced_by"))
    told = given.get("told_them")
    return Meeting(
        event=_text(given.get("event")),
        place=_text(given.get("place")),
        met=_met(given.get("met_at")),
        tie=_enum(Tie, given.get("tie"), Tie.UNKNOWN),
        introduced_by=PersonRef(introducer) if introducer else None,
        topics=_texts(given.get("topics")),
        their_words=_text(given.get("their_words")),
        friends=tuple(PersonRef(name) for name in _texts(given.get("friends_in_common"))),
        hook=_text(given.get("hook")),
        promises=tuple(_promises(given.get("promises"))),
        told=Told.YES if told is True else Told.NO if told is False else Told.UNKNOWN,
        private=_texts(given.get("private")),
    )


def _promises(given: object) -> Iterable[Promise]:
    for item in given if isinstance(given, list) else ():
        if isinstance(item, str) and item.strip():
            yield Promise(item.strip())
        elif isinstance(item, dict) and _text(item.get("text")):
            done = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) if item.get("done") is True else None
            yield Promise(_text(item.get("text")), _enum(By, item.get("by"), By.ME), done_at=done)


def _met(value: object) -> Moment | None:
    raw = _text(value)
    if not raw:
        return None
    try:
        moment = dt.datetime.fromisoformat(raw)
    except ValueError:
        try:
            month = dt.datetime.strptime(raw, "%Y-%m").replace(tzinfo=dt.UTC)
        except ValueError:
            return None
        return Moment(month.replace(tzinfo=None), precision=Precision.MONTH)
    precision = Precision.DAY if len(raw) <= 10 else Precision.MINUTE
    offset = moment.utcoffset()
    if offset is None:
        return Moment(moment, "UTC", precision)
    # The contract has offsets and the values have zones: the hours of the place stay, and the zone is the offset's.
    return Moment(moment.replace(tzinfo=None), _zone_name(offset), precision)


def _zone_name(offset: dt.timedelta) -> str:
    hours = offset.total_seconds() / 3600
    return f"Etc/GMT{-int(hours):+d}" if hours and hours == int(hours) and -12 <= hours <= 14 else "UTC"


def _moment(value: object, zone: dt.tzinfo | None) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(_text(value))
    except ValueError:
        return None
    try:
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone or dt.UTC)
        return moment.astimezone(dt.UTC).astimezone(moment.tzinfo)
    except (OverflowError, ValueError):
        return None


def _hours(value: object) -> tuple[float, float]:
    if isinstance(value, list) and len(value) == 2:
        low, high = value
        if all(isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v <= 1000 for v in value) and low < high:
            return float(low), float(high)
    return (4.0, 24.0)


def _text(value: object, *, trim: bool = True) -> str:
    if not isinstance(value, str):
        return ""
    return value.strip() if trim else value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(v.strip() for v in value if isinstance(v, str) and v.strip()) if isinstance(value, list) else ()


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _enum(kind: type[_E], value: object, default: _E) -> _E:
    try:
        return kind(str(value))
    except ValueError:
        return default
