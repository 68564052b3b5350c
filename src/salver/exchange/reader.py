"""A file, whatever its kind, to the cards in it. The kind is told by the content first, and by the ending then."""

from __future__ import annotations

import errno
from pathlib import Path

from salver.exchange import archive, csvcards, jsonfile, vcard
from salver.exchange.model import MEGABYTE, Problem, Read, Unreadable

FILE_MAX = 50 * MEGABYTE
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
PICTURE_LATER = "Salver cannot read cards from pictures yet, so no card was made of this one. The picture is as it was."


def read(path: Path) -> Read:
    """The cards of a file, and what could not be read.

    Raises `Unreadable`, with a sentence, for a file that cannot be opened, is too large or is of no kind we know.
    """
    return read_bytes(_content(path), path.suffix.lower())


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable(f"{path.name} is a folder. Choose a file in it.")
        with path.open("rb") as file:
            # A little more than is allowed, so that a growing file or a pipe cannot be taken for a small one.
            data = file.read(FILE_MAX + 1)
    except OSError as error:
        raise Unreadable(_why(path, error)) from error
    if len(data) > FILE_MAX:
        raise Unreadable(
            f"{path.name} is larger than {FILE_MAX // MEGABYTE} MB. Nothing was imported. "
            "Export it without pictures, or in parts."
        )
    return data


def _why(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return f"There is no file {path}. Nothing was imported."
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"You may not read {path}. Nothing was imported."
    return f"{path} could not be read: {error.strerror or error}. Nothing was imported."


def read_bytes(data: bytes, ending: str = "") -> Read:
    """The same for content that is at hand; `ending` such as `.csv` decides where the content does not."""
    start = data[:4_096]
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive.read(data)
    if start.startswith(_PICTURES) or start[4:8] == b"ftyp" or (start[:4] == b"RIFF" and start[8:12] == b"WEBP"):
        return Read(problems=(Problem(PICTURE_LATER),))
    if not data.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise Unreadable("This file is empty. Nothing was imported.")
    squeezed = start.replace(b"\0", b"").upper()
    if b"BEGIN:VCARD" in squeezed or ending in (".vcf", ".vcard"):
        return vcard.read(data)
    if ending == ".json" or squeezed.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[{")):
        return jsonfile.read(data)
    if _is_binary(data):
        raise Unreadable("This is no file of cards that Salver knows. It reads .vcf, .csv, .zip and .json.")
    return csvcards.read(data)


def _is_binary(data: bytes) -> bool:
    from salver.exchange.text import utf16_name

    start = data[:4_096]
    if utf16_name(start):
        return False
    strange = sum(1 for byte in start if byte < 9 or 13 < byte < 27)
    return strange * 20 > len(start)
