"""Archives: LinkedIn's download of one's own data, and zips of vCards. Nothing is unpacked to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from salver.exchange import csvcards, vcard
from salver.exchange.model import MEGABYTE, Entry, Problem, Read, Unreadable

FILES_MAX = 5_000
UNPACKED_MAX = 50 * MEGABYTE
"""Bytes unpacked of one archive, all files together."""
RATIO_MAX = 100
"""How much smaller than its content a file may be packed; text reaches about 20, bombs 1,000."""
_RATIO_FROM = MEGABYTE
_WANTED = ("connections", "notes", "invitations")
"""The files of LinkedIn's archive that hold people, in order of what wins; messages are never read."""
_CHUNK = 1 << 16


def _stem(name: str) -> str:
    """A file's name as it is compared: LinkedIn changed spaces, underscores and numbers over the years."""
    return PurePosixPath(name).stem.lower().replace(" ", "").replace("_", "").rstrip("0123456789")


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> bytes:
    out = io.BytesIO()
    with archive.open(info) as source:
        while chunk := source.read(_CHUNK):
            out.write(chunk)
            size = out.tell()
            if size > room or (size > _RATIO_FROM and size > RATIO_MAX * max(1, info.compress_size)):
                raise Unreadable("This archive unpacks to far more than it should. Nothing was imported.")
    return out.getvalue()


def _chosen(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > FILES_MAX:
        raise Unreadable(f"This archive holds more than {FILES_MAX:,} files. Nothing was imported.")
    files = [info for info in infos if not info.is_dir() and "__MACOSX" not in info.filename]
    tables = [(info, _stem(info.filename)) for info in files if info.filename.lower().endswith(".csv")]
    found = [info for wanted in _WANTED for info, stem in tables if stem == wanted]
    cards = [info for info in files if info.filename.lower().endswith((".vcf", ".vcard"))]
    return (
        found + cards or [info for info, _ in tables if _ == "contacts"] or ([tables[0][0]] if len(tables) == 1 else [])
    )


def read(data: bytes) -> Read:
    """The people in an archive. Only the files that hold them are opened."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            chosen = _chosen(archive)
            room = UNPACKED_MAX
            for info in chosen:
                content = _unpacked(archive, info, room)
                room -= len(content)
                name = PurePosixPath(info.filename).name
                try:
                    got = vcard.read(content) if name.lower().endswith((".vcf", ".vcard")) else csvcards.read(content)
                except Unreadable as error:
                    problems.append(Problem(f"{name}: {error.sentence}"))
                    continue
                entries += got.entries
                problems += (Problem(f"{name}: {p.message}", p.line, p.card) for p in got.problems)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Unreadable("This archive is damaged or locked with a password. Nothing was imported.") from error
    if not chosen:
        raise Unreadable(
            "This archive holds no Connections.csv and no vCards. Nothing was imported. "
            "LinkedIn's own archive comes from Settings, Data privacy, Get a copy of your data."
        )
    return Read(tuple(entries), tuple(problems))
