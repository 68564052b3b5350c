"""Cards to vCard 3.0.

3.0 and not 4.0, because it is what everybody reads: Apple, Google, Android, Thunderbird and Evolution take 3.0 as
it is, Outlook takes the most of it, and neither Outlook nor Google takes 4.0. Only the front of a card is written,
and its free text; what is on the back, private lines above all, never leaves this way.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping

from salver.cards.card import Card, Labelled
from salver.exchange import text as texts
from salver.exchange.properties import parse_head, split_line, split_unescaped, unescape
from salver.exchange.to_card import address_text

_TYPES = {
    "home": "HOME", "work": "WORK", "mobile": "CELL", "fax": "FAX", "pager": "PAGER", "other": "OTHER",
    "main": "MAIN", "car": "CAR", "linkedin": "linkedin", "school": "SCHOOL", "iphone": "IPHONE",
}  # fmt: skip
_FOLD = 75
"""Octets of a line, without its end. Source: RFC 2426, 2.6."""
_FAITHFUL = frozenset({"ORG", "NICKNAME", "ADR"})
"""Modelled lines that an import also keeps whole, because a card holds less than they say."""
_KINDS = ((b"\x89PNG", "PNG"), (b"\xff\xd8", "JPEG"), (b"GIF8", "GIF"), (b"RIFF", "WEBP"))


def escape(text: str) -> str:
    """Text as a vCard and an iCalendar write it."""
    for plain, written in (("\\", "\\\\"), ("\n", "\\n"), (",", "\\,"), (";", "\\;")):
        text = text.replace(plain, written)
    return text


def folded(line: str) -> str:
    """One logical line, cut into pieces of 75 octets that never part a character, with CRLF at the end."""
    data = line.encode("utf-8", "replace")
    if len(data) <= _FOLD:
        return line + "\r\n"
    pieces, start, room = [], 0, _FOLD
    while start < len(data):
        end = min(start + room, len(data))
        while end < len(data) and data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end].decode("utf-8"))
        start, room = end, _FOLD - 1
    return "\r\n ".join(pieces) + "\r\n"


def write(cards: Iterable[Card], pictures: Mapping[str, bytes] | None = None) -> str:
    """All cards as one text; `pictures` holds the bytes of portraits by their digest."""
    return "".join(_Card(card, pictures or {}).text() for card in cards)


class _Card:
    """One card while it is written."""

    def __init__(self, card: Card, pictures: Mapping[str, bytes]) -> None:
        self._card = card
        self._pictures = pictures
        self._lines: list[str] = []
        self._whole: dict[tuple[str, str], str] = {}
        used = (int(n) for line in card.extra for n in re.findall(r"^item(\d{1,6})\.", line, re.IGNORECASE))
        self._group = max(used, default=0)

    def text(self) -> str:
        card = self._card
        rest = [line for line in card.extra if not self._is_faithful(line)]
        parts = (card.last_name, card.first_name, card.middle_name, card.prefix, card.suffix)
        self._put("N", ";".join(escape(part) for part in parts))
        self._put("FN", escape(card.shown_name))
        self._text("NICKNAME", card.nickname)
        self._text("ORG", card.company)
        for name, text in (
            ("TITLE", card.title), ("X-PHONETIC-FIRST-NAME", card.pronunciation), ("X-PRONOUNS", card.pronouns),
        ):  # fmt: skip
            if text:
                self._put(name, escape(text))
        self._many("EMAIL", card.emails, "INTERNET")
        self._many("TEL", card.phones)
        self._many("URL", card.links)
        for address in card.addresses:
            value = self._whole.get(("ADR", address.value)) or f";;{escape(address.value)};;;;"
            self._labelled("ADR", value, address.label)
        self._birthday()
        if card.tags:
            self._put("CATEGORIES", ",".join(escape(tag) for tag in card.tags))
        if card.about:
            self._put("NOTE", escape(card.about))
        self._portrait()
        if card.uid:
            self._put("UID", escape(card.uid))
        lines = ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Salver//Salver//EN", *self._lines, *rest, "END:VCARD"]
        return "".join(folded(line) for line in lines)

    def _is_faithful(self, line: str) -> bool:
        """Whether a kept line stands for a modelled value; then it is written in its place, or not at all."""
        raw_head, value, _ = split_line(line)
        head = parse_head(raw_head)
        if head is None or texts.line(line) != line:
            return True
        if head.name not in _FAITHFUL:
            return head.name in ("BEGIN", "END", "VERSION")
        if head.name == "ADR":
            plain = address_text(value)
        else:
            plain = texts.line(unescape(split_unescaped(value, ";" if head.name == "ORG" else ",")[0]))
        known = {"ORG": (self._card.company,), "NICKNAME": (self._card.nickname,)}.get(
            head.name, tuple(a.value for a in self._card.addresses)
        )
        if plain in known and plain and (head.name, plain) not in self._whole:
            self._whole[head.name, plain] = value
            return True
        # A second organisation or nickname is not on the card, and stays a line of its own.
        return head.name == "ADR"

    def _put(self, name: str, value: str) -> None:
        self._lines.append(f"{name}:{value}")

    def _text(self, name: str, value: str) -> None:
        if value:
            self._put(name, self._whole.get((name, value)) or escape(value))

    def _many(self, name: str, values: Iterable[Labelled], always: str = "") -> None:
        for value in values:
            self._labelled(name, value.value.replace("\\", "\\\\").replace("\n", " "), value.label, always)

    def _labelled(self, name: str, value: str, label: str, always: str = "") -> None:
        words = label.split(" ") if label else []
        if all(word in _TYPES for word in words) and "fax" not in words[:-1] and len(set(words)) == len(words):
            types = ",".join(filter(None, (always, *(_TYPES[word] for word in words))))
            self._put(f"{name};TYPE={types}" if types else name, value)
            return
        self._group += 1
        self._put(f"item{self._group}.{name}" + (f";TYPE={always}" if always else ""), value)
        self._put(f"item{self._group}.X-ABLabel", escape(label))

    def _birthday(self) -> None:
        born = self._card.birthday
        if born.startswith("--"):
            # 3.0 has no birthday without a year; this is how Apple writes one.
            self._put("BDAY;X-APPLE-OMIT-YEAR=1604", f"1604-{born[2:]}")
        elif born:
            self._put("BDAY", born)

    def _portrait(self) -> None:
        for picture in self._card.pictures:
            data = self._pictures.get(picture.digest, b"")
            kind = next((name for magic, name in _KINDS if data.startswith(magic)), "")
            if picture.kind == "portrait" and kind:
                self._put(f"PHOTO;ENCODING=b;TYPE={kind}", base64.b64encode(data).decode("ascii"))
                return
