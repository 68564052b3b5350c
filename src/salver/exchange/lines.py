"""The first stretch of the vCard pipeline: the text of a file to its unfolded lines."""

from __future__ import annotations

import re

LINE_MAX = 1_000_000
"""Characters of one line; a longer one costs its property, or its card."""
_OLD = re.compile(r"^VERSION[ \t]*:[ \t]*2\.1|QUOTED-PRINTABLE", re.IGNORECASE | re.MULTILINE)
_EDGE = re.compile(r"[ \t]*(BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*$", re.IGNORECASE)
_VERSION_21 = re.compile(r"VERSION[ \t]*:[ \t]*2\.1", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:[\w-]+\.)?(?:BEGIN|END|VERSION|N|FN|TEL|EMAIL|URL|ORG|TITLE|ROLE|NOTE|ADR|LABEL|BDAY|PHOTO|UID|REV|NICKNAME"
    r"|CATEGORIES|IMPP|TZ|GEO|KEY|X-[\w-]+)[:;]",
    re.IGNORECASE,
)
_MISREAD_MARK = re.compile(r"(^|END:VCARD[ \t]*)ï»¿(?=BEGIN[ \t]*:[ \t]*VCARD)", re.IGNORECASE | re.MULTILINE)
"""The mark of UTF-8 read as Latin letters, where a card begins and nowhere else."""
_BASE64 = re.compile(r"[A-Za-z0-9+/=]+[ \t]*$")
_SHORT_OF_A_FOLD = 72
"""A line shorter than this was not cut for its length (writers fold at 75 or 76)."""


def plain_breaks(text: str) -> str:
    """Every way of ending a line as a line feed, also CR CR LF as an iPhone once wrote."""
    if "\r" in text:
        text = re.sub("\r+\n", "\n", text).replace("\r", "\n")
    return text


def unfold(text: str) -> list[str]:
    """The logical lines of a whole file, blank ones included.

    vCard 3.0 and 4.0 fold with one white space, which goes. 2.1 has soft breaks in quoted-printable, base64
    that ends at a blank line, and folds at a white space that belongs to the text.
    """
    text = plain_breaks(text)
    # Files that were put one behind another each begin with their own mark.
    text = text.replace("\ufeff", "")
    if "ï»¿" in text:
        text = _MISREAD_MARK.sub(r"\1", text)
    if not text.startswith(("BEGIN", "begin")) and re.match(r"\s+BEGIN[ \t]*:[ \t]*VCARD", text, re.IGNORECASE):
        text = _dedent(text)
    # The plain searches are there for speed: most files hold neither, and need no look at every line.
    if ("2.1" in text or "rintable" in text or "RINTABLE" in text) and _OLD.search(text):
        return _unfold_old(text.split("\n"))
    if "\n\n " in text or "\n\n\t" in text:
        text = re.sub(r"\n{2,}(?=[ \t])", "\n", text)
    return text.replace("\n ", "").replace("\n\t", "").split("\n")


def _dedent(text: str) -> str:
    text = text.lstrip("\n")
    width = len(text) - len(text.lstrip())
    return "\n".join(line[width:] if line[:width].isspace() else line for line in text.split("\n"))


def _unfold_old(lines: list[str]) -> list[str]:
    out: list[str] = []
    at, is_21 = 0, True
    while at < len(lines):
        line = lines[at]
        at += 1
        if _EDGE.match(line):
            if line.lstrip()[:1] in "bB":
                is_21 = _is_21(lines, at)
            out.append(line)
            continue
        head, colon, _ = line.partition(":")
        upper = head.upper()
        if colon and "QUOTED-PRINTABLE" in upper:
            line, at = _soft_breaks(line, lines, at)
        elif colon and ("BASE64" in upper or "ENCODING=B" in upper):
            line, at = _base64(line, lines, at)
        else:
            line, at = _folds(line, lines, at, is_21)
        out.append(line)
    return out


def _is_21(lines: list[str], at: int) -> bool:
    """Whether the card whose lines begin at `at` is a vCard 2.1."""
    for line in lines[at : at + 2_000]:
        if line[:1] in "vV" and line[:7].upper() == "VERSION":
            return bool(_VERSION_21.match(line))
        if _EDGE.match(line):
            break
    return True


def _soft_breaks(line: str, lines: list[str], at: int) -> tuple[str, int]:
    """A quoted-printable property with its soft breaks, written as `=` and a line feed."""
    parts = [line]
    indented = 0
    while at < len(lines):
        following = lines[at]
        if parts[-1].endswith("="):
            if _KNOWN.match(following):
                break
            indented += following[:1] in (" ", "\t")
        elif following[:1] in (" ", "\t") and following.strip():
            parts[-1] += following[1:]
            at += 1
            continue
        else:
            break
        parts.append(following)
        at += 1
    if len(parts) > 2 and indented == len(parts) - 1:
        # All continuations are indented: the writer folded as well, and the white space is no text.
        parts = [parts[0], *(part[1:] for part in parts[1:])]
    return "\n".join(parts), at


def _base64(line: str, lines: list[str], at: int) -> tuple[str, int]:
    parts = [line]
    while at < len(lines):
        following = lines[at]
        if following[:1] in (" ", "\t") or _BASE64.match(following):
            parts.append(following.strip())
        elif following.strip() or parts[1:] or not line.endswith(":"):
            break
        at += 1
    return "".join(parts), at


def _folds(line: str, lines: list[str], at: int, is_21: bool) -> tuple[str, int]:
    parts = [line]
    before = len(line)
    while at < len(lines) and lines[at][:1] in (" ", "\t"):
        following = lines[at]
        if not following.strip():
            at += 1
            continue
        keep_space = is_21 and before < _SHORT_OF_A_FOLD and not parts[-1].endswith((" ", ";", ":"))
        parts.append(following if keep_space else following[1:])
        before = len(following)
        at += 1
    return "".join(parts), at
