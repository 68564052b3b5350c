"""The second stretch of the vCard pipeline: logical lines to the properties of each card."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from salver.exchange import text as texts
from salver.exchange.lines import LINE_MAX
from salver.exchange.model import Problem

CARD_MAX = 2_000_000
"""Characters of one card, its picture left out."""
_SHORT = 10_000
_HEADS_KEPT = 4_096
_NAME = re.compile(r"(?:([\w.-]+)\.)?([A-Za-z0-9_-]+)$")
_QUOTED_PARTS = re.compile(r';((?:[^";]|"[^"]*"?)*)')
_QUOTED_ITEMS = re.compile(r'(?:[^",]|"[^"]*"?)+')
_ESCAPE = re.compile(r"\\([nN,;:\\\"'])")
_CARET = re.compile(r"\^([n'^])")
_UNESCAPED = {"n": "\n", "N": "\n"}
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_SEMICOLON = re.compile(r"(?<!\\)((?:\\\\)*);")
_ENCODED_SEMICOLON = re.compile("(?:=5C)?=3B", re.IGNORECASE)
_COMMA = re.compile(r"(?<!\\)((?:\\\\)*),")
_ENCODINGS = {
    "QUOTED-PRINTABLE": "Q", "Q": "Q", "QP": "Q", "BASE64": "B", "B": "B", "8BIT": "", "7BIT": "",
}  # fmt: skip
_VALUE_KINDS = {"URI", "URL", "TEXT", "DATE", "BINARY", "INLINE", "CONTENT-ID", "CID"}
NO_PREFERENCE = 101
_SILENT = frozenset({"VOICE", "INTERNET", "PREF", "MSG", "X400", "TEXT", "VIDEO", "POSTAL", "PARCEL", "DOM", "INTL"})
_SAID = {"CELL": "mobile"}
BROKEN_TEXT = frozenset({"NOTE", "LABEL", "ADR", "X-ABADR"})
"""Properties whose line breaks some writers leave bare."""
STRUCTURED = frozenset({"N", "ORG", "ADR"})
LONG_LINE = f"A line of more than {LINE_MAX:,} characters was left out."
STRAY = "A line that is no vCard property was left out."
_EDGES = frozenset({"BEGIN", "END", "AGENT"})
BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon: group, NAME, TYPE words in capitals, encoding (Q, B or none), charset, the rest."""

    name: str
    group: str = ""
    types: tuple[str, ...] = ()
    encoding: str = ""
    charset: str = ""
    params: tuple[tuple[str, str], ...] = ()
    plain: bool = True
    """True when the value stands as it is: no encoding and no charset of its own."""
    label: str = ""
    """The word to file the value under, such as work, or work fax."""
    preference: int = NO_PREFERENCE
    """1 to 100, the lower the dearer, as PREF says; 0 for the bare word."""
    is_plainly_kept: bool = False
    """True for a property that neither opens nor ends a card and holds no picture or sound: nearly all."""

    def param(self, name: str) -> str:
        """The value of a parameter, or an empty string."""
        return next((value for key, value in self.params if key == name), "")


Property = tuple[Head, str]


@dataclass(slots=True)
class Block:
    """The properties of one card, `number` counted from 1."""

    number: int
    properties: list[Property] = field(default_factory=list)
    ended: bool = False
    size: int = 0
    problems: list[Problem] = field(default_factory=list)
    strays: dict[int, list[str]] = field(default_factory=dict)
    """Lines without a property of their own that belong to the property of that index."""

    def joined(self) -> Block:
        """The block with its stray lines where they belong."""
        for index, lines in self.strays.items():
            head, value = self.properties[index]
            self.properties[index] = (head, ("" if head.encoding == "B" else "\n").join((value, *lines)))
        self.strays.clear()
        return self


def parse_head(head: str) -> Head | None:
    """Read what stands before the colon; None when it is no property at all."""
    first, semicolon, _ = head.partition(";")
    match = _NAME.match(first.strip())
    if match is None:
        return None
    group, name = match.group(1) or "", match.group(2).upper()
    types: list[str] = []
    params: list[tuple[str, str]] = []
    encoding = charset = ""
    for part in _QUOTED_PARTS.findall(head[len(first) :]) if semicolon else ():
        key, equals, value = part.partition("=")
        key, value = key.strip().upper(), value.strip()
        if not equals:
            if key in _ENCODINGS:
                encoding = _ENCODINGS[key]
            elif key in _VALUE_KINDS:
                params.append(("VALUE", key.lower()))
            elif key:
                types.append(key)
        elif key == "TYPE":
            items = (item.strip().strip('"') for item in _QUOTED_ITEMS.findall(value))
            for item in ",".join(items).split(","):
                types.append(re.sub(r"(?i)^TYPE=", "", item.strip()).upper())
        elif key == "ENCODING":
            encoding = _ENCODINGS.get(value.strip('"').upper(), "")
        elif key == "CHARSET":
            charset = value.strip('"')
        else:
            params.append((key, _parameter(value)))
    plain = not encoding and charset.lower() in ("", "utf-8", "utf8")
    words = tuple(clean for t in types if (clean := texts.line(t)))
    return Head(
        name, group, words, encoding, charset, tuple(params), plain, _label(words), _preference(words, dict(params)),
        name not in _EDGES and name not in BINARY,
    )  # fmt: skip


def _label(types: tuple[str, ...]) -> str:
    words = (_SAID.get(word, word.lower()) for word in types if word not in _SILENT)
    return " ".join(sorted(words, key=lambda word: word == "fax"))


def _preference(types: tuple[str, ...], params: dict[str, str]) -> int:
    if "PREF" in types:
        return 0
    pref = params.get("PREF", "")
    return int(pref) if pref.isascii() and pref.isdigit() and len(pref) < 4 else NO_PREFERENCE


def _parameter(value: str) -> str:
    value = ",".join(item.strip('"') for item in _QUOTED_ITEMS.findall(value))
    if "^" in value:
        value = _CARET.sub(lambda m: _CARETS[m.group(1)], value)
    return _ESCAPE.sub(lambda m: _UNESCAPED.get(m.group(1), m.group(1)), value) if "\\" in value else value


def split_line(line: str) -> tuple[str, str, bool]:
    """Head and value of a logical line, and whether there was a colon; colons in quotes belong to the head."""
    head, colon, value = line.partition(":")
    if '"' in head and head.count('"') % 2:
        inside = False
        for at, char in enumerate(line):
            if char == '"':
                inside = not inside
            elif char == ":" and not inside:
                return line[:at], line[at + 1 :], True
    elif ";LABEL=" in head and ":" in value:
        # An unquoted label may hold colons; an address proper has six semicolons.
        best = value
        while ":" in best and best.partition(":")[2].count(";") >= 6:
            best = best.partition(":")[2]
        if best is not value:
            return line[: len(line) - len(best) - 1], best, True
    return head, value, bool(colon)


class Heads:
    """Remembers the heads of one file: most lines of an address book begin alike."""

    def __init__(self) -> None:
        self._known: dict[str, Head | None] = {}

    def get(self, head: str) -> Head | None:
        """The head, read once."""
        try:
            return self._known[head]
        except KeyError:
            found = parse_head(head)
            if len(self._known) < _HEADS_KEPT:
                self._known[head] = found
            return found


def blocks(lines: list[str]) -> Iterator[Block]:
    """The cards of a file, each as soon as it is complete.

    A card inside another (AGENT) belongs to it. A card that never ends is closed where the next begins.
    """
    heads = Heads()
    known = heads.get
    block: Block | None = None
    number = depth = 0
    for line in lines:
        raw_head, colon, value = line.partition(":")
        if '"' in raw_head or ";LABEL=" in raw_head:
            raw_head, value, _ = split_line(line)
        head = known(raw_head) if colon else None
        if head is not None and head.is_plainly_kept and depth == 1 and block is not None and len(value) <= _SHORT:
            block.size += len(value)
            if block.size <= CARD_MAX:
                block.properties.append((head, value))
            continue
        name = head.name if head is not None else ""
        if name == "BEGIN" and value.strip().upper() == "VCARD":
            if block is not None and (depth > 1 or _opens_agent(block)):
                depth += 1
                continue
            if block is not None:
                yield block.joined()
            number += 1
            block, depth = Block(number), 1
        elif block is None:
            continue
        elif name == "END" and value.strip().upper() == "VCARD":
            depth -= 1
            if not depth:
                block.ended = True
                yield block.joined()
                block = None
        elif depth > 1:
            continue
        elif head is None or " " in name:
            if line and not line.isspace():
                _stray(block, line)
        elif name == "AGENT" and value.strip().upper() == "BEGIN:VCARD":
            depth += 1
        elif head.name in BINARY:
            block.properties.append((head, value))
        else:
            block.size += len(value)
            if len(value) > LINE_MAX:
                block.problems.append(Problem(LONG_LINE, card=number))
            elif block.size <= CARD_MAX:
                block.properties.append((head, value))
    if block is not None:
        yield block.joined()


def _opens_agent(block: Block) -> bool:
    return bool(block.properties) and block.properties[-1][0].name == "AGENT" and not block.properties[-1][1].strip()


def _stray(block: Block, line: str) -> None:
    """A line that is no property: the rest of a broken text or of a picture, or nothing we understand."""
    if block.properties:
        head = block.properties[-1][0]
        if head.encoding == "B" or head.name in BROKEN_TEXT:
            block.size += len(line) if head.name not in BINARY else 0
            if block.size < CARD_MAX:
                block.strays.setdefault(len(block.properties) - 1, []).append(line)
            return
    if not any(p.message == STRAY for p in block.problems):
        block.problems.append(Problem(STRAY, card=block.number))


def unescape(value: str) -> str:
    r"""Text with \n, \, \; \: and \\ read; any other backslash stays."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda m: _UNESCAPED.get(m.group(1), m.group(1)), value)


def split_unescaped(value: str, mark: str = ";") -> list[str]:
    """The parts of a structured value, still escaped."""
    if "\\" not in value:
        return value.split(mark)
    pattern = _SEMICOLON if mark == ";" else _COMMA
    return pattern.sub("\\1\0", value).split("\0")


def decoded(head: Head, value: str, stand_in: bool) -> str:
    """The text of a value, still escaped: quoted-printable undone, in its own character set."""
    if head.encoding == "Q":
        if head.name in STRUCTURED and "=3B" in value.upper():
            value = _ENCODED_SEMICOLON.sub(r"\\;", value)
        data = quopri.decodestring(value.rstrip("=").encode("latin-1" if stand_in else "utf-8", "replace"))
        return texts.named(data, head.charset)
    if head.encoding == "B" and head.name not in BINARY:
        try:
            return texts.named(binascii.a2b_base64(value.encode("ascii", "ignore")), head.charset)
        except binascii.Error:
            return value
    if stand_in:
        return texts.redecode(value, head.charset)
    if head.charset.lower().startswith("iso-2022") and "\x1b" in value:
        return texts.redecode(value, head.charset)
    return value
