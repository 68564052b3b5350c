"""Bytes to text, and values as a card keeps them: as written, but trimmed, NFC and without control characters."""

from __future__ import annotations

import codecs
import re
import unicodedata

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_CONTROL_IN_BLOCK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UNWANTED = re.compile("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Overrides of writing direction, which let a name pass for another, and halves of characters."""
_EDGES = " \t\r\n\u00a0\u200b\ufeff\u2028\u2029"


def line(text: str) -> str:
    """A value of one line: trimmed, NFC, without controls and direction overrides; joiners stay."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text.strip()
    text = _UNWANTED.sub("", _CONTROL.sub(" ", text))
    return unicodedata.normalize("NFC", text).strip().strip(_EDGES)


def block(text: str) -> str:
    """A value of several lines: the same, with line feeds and tabs kept."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _UNWANTED.sub("", _CONTROL_IN_BLOCK.sub("", text))
    return unicodedata.normalize("NFC", text).strip().strip(_EDGES)


def utf16_name(data: bytes) -> str:
    """The name of the UTF-16 or UTF-32 in which `data` is written, or an empty string."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = data[:400]
    # Without a mark: in Latin text every other byte is zero.
    if len(start) >= 4 and start[1::2].count(0) > len(start) // 3 and not start[0::2].count(0):
        return "utf-16-le"
    if len(start) >= 4 and start[0::2].count(0) > len(start) // 3 and not start[1::2].count(0):
        return "utf-16-be"
    return ""


def decode(data: bytes) -> tuple[str, bool]:
    """The text of a file, and whether it is only a stand-in: bytes as Latin-1, because they are no UTF-8.

    A stand-in keeps each byte as one character, so that single values can still be decoded in their own
    character set by `redecode`.
    """
    wide = utf16_name(data)
    if wide:
        return data.decode(wide, "replace").lstrip("\ufeff"), False
    try:
        return data.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        return data.removeprefix(codecs.BOM_UTF8).decode("latin-1"), True


def guess(data: bytes) -> str:
    """Text of unknown encoding: UTF-8 if it is valid, else Windows-1252, else Latin-1."""
    for name in ("utf-8", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def named(data: bytes, charset: str) -> str:
    """Text in the character set a file names, which may be unknown or wrong; then it is guessed."""
    charset = charset.strip().strip("\"'").lower()
    if charset in ("", "utf-8", "utf8"):
        return guess(data)
    try:
        codec = codecs.lookup(charset)
        # Python's registry also holds codecs that turn bytes into bytes, such as zip; text is wanted.
        return codec.decode(data, "strict")[0] if getattr(codec, "_is_text_encoding", True) else guess(data)
    except (LookupError, ValueError):
        return guess(data)


def redecode(text: str, charset: str = "") -> str:
    """The true text of a value of a stand-in (see `decode`)."""
    return named(text.encode("latin-1", "replace"), charset)
