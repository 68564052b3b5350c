"""Text in the units that count: UTF-16 for LinkedIn and Qt, code points for Python."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def utf16_length(text: str) -> int:
    """How many UTF-16 units `text` takes, as LinkedIn's box and Qt count it."""
    return len(text) + sum(1 for char in text if char > "\uffff")


class Utf16Map:
    """Turns code-point offsets of one text into UTF-16 offsets and back."""

    def __init__(self, text: str) -> None:
        self._astral = [i for i, char in enumerate(text) if char > "\uffff"]
        self._units = [i + k + 2 for k, i in enumerate(self._astral)]

    def to_utf16(self, offset: int) -> int:
        """The UTF-16 offset of a code-point offset."""
        return offset + bisect_left(self._astral, offset)

    def to_points(self, offset: int) -> int:
        """The code-point offset of a UTF-16 offset; one inside a pair counts as behind it."""
        return offset - bisect_right(self._units, offset)


def for_clipboard(text: str) -> str:
    """The exact plain text that Copy hands over: NFC, line feeds, no invisible characters, no trailing space.

    Joiners (ZWJ, ZWNJ) stay, because emoji and several scripts need them. Ideographic and no-break spaces
    become plain ones.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _SURROGATE.sub("", text)
    text = _INVISIBLE.sub("", _SPACES.sub(" ", _CONTROL.sub("", text)))
    lines = [line.rstrip() for line in unicodedata.normalize("NFC", text).split("\n")]
    return "\n".join(lines).strip()


def one_line(text: str) -> str:
    """A single-line field as it is kept: NFC, trimmed, white space joined, direction overrides removed."""
    return " ".join(unicodedata.normalize("NFC", _SURROGATE.sub("", _BIDI.sub("", _CONTROL.sub(" ", text)))).split())
