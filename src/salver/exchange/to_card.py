"""The last stretch of the vCard pipeline: the properties of a card to a `Card`."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import re
from collections.abc import Callable
from urllib.parse import unquote, unquote_to_bytes

from salver.cards.card import Card, Labelled
from salver.exchange import text as texts
from salver.exchange.model import Entry
from salver.exchange.properties import (
    BINARY,
    NO_PREFERENCE,
    Block,
    Head,
    decoded,
    split_unescaped,
    unescape,
)

EXTRA_MAX = 64_000
"""Characters of a line that Salver does not model and yet keeps for export."""
PORTRAIT_MAX = 8_000_000
"""Characters of an inline picture, in base64."""
_APPLE_LABEL = re.compile(r"^_?\$!<(.*)>!\$_?$")
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)|--(\d\d)-?(\d\d)(?!\d)")
_ADDRESS = re.compile(r"^(?:https?://|www\.|(?:[\w-]+\.)+[a-z]{2,}(?:/|$))", re.IGNORECASE)
_NO_YEAR = 1604
"""The year that Apple writes when it knows none."""
_DROPPED = frozenset({"BEGIN", "END", "VERSION", "PRODID", "REV", "AGENT", "X-ABADR", "X-PRODID", ""})
_SOCIAL = frozenset({"X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP", "X-LINKEDIN", "X-LINKEDIN-URL", "X-SOCIAL-PROFILE"})
_SYSTEM_TAGS = frozenset({"mycontacts", "my contacts", "* mycontacts"})


class Draft:
    """A card while its properties are read, one after the other."""

    def __init__(self, stand_in: bool) -> None:
        self.stand_in = stand_in
        self.full_name = self.nickname = self.company = self.title = self.role = self.birthday = self.uid = ""
        self.pronouns = self.phonetic_first = self.phonetic_last = self.kind = ""
        self.parts: list[str] = []
        self.emails: list[tuple[Labelled, Head]] = []
        self.phones: list[tuple[Labelled, Head]] = []
        self.links: list[tuple[Labelled, Head]] = []
        self.addresses: list[tuple[Labelled, Head]] = []
        self.tags: list[str] = []
        self.notes: list[str] = []
        self.extra: list[tuple[str, str]] = []
        self.group_labels: dict[str, str] = {}
        self.modelled_groups: set[str] = set()
        self.portrait = b""

    def text(self, head: Head, value: str) -> str:
        """The value of one line, read and cleaned."""
        if not head.plain or self.stand_in:
            value = decoded(head, value, self.stand_in)
        return texts.line(unescape(value))

    def raw(self, head: Head, value: str) -> str:
        """The value decoded, but still escaped."""
        return value if head.plain and not self.stand_in else decoded(head, value, self.stand_in)

    def keep(self, head: Head, value: str) -> None:
        """Keep a line that is not modelled, unfolded and decoded, for a faithful export."""
        if len(value) > EXTRA_MAX:
            return
        if head.encoding == "B" and head.name in BINARY:
            params = ";ENCODING=b"
        elif head.encoding:
            # What was encoded may hold line breaks; in 3.0 they are escaped.
            value, params = self.raw(head, value).replace("\r\n", "\n").replace("\n", "\\n"), ""
        else:
            value, params = self.raw(head, value), ""
        params += f";TYPE={','.join(head.types)}" if head.types else ""
        for key, param in head.params:
            param = param.replace("\n", "\\n").replace('"', "'")
            params += f';{key}="{param}"' if re.search("[:;,]", param) else f";{key}={param}"
        group = f"{head.group}." if head.group else ""
        value = texts.line(value.replace("\n", "\\n"))
        if value:
            self.extra.append((head.group, texts.line(f"{group}{head.name}{params}:{value}")))


def _first_wins(name: str) -> Callable[[Draft, Head, str], None]:
    def take(draft: Draft, head: Head, value: str) -> None:
        text = draft.text(head, value)
        if text and not getattr(draft, name):
            setattr(draft, name, text)
        elif text:
            draft.keep(head, value)

    return take


def _n(draft: Draft, head: Head, value: str) -> None:
    parts = [texts.line(unescape(part)) for part in split_unescaped(draft.raw(head, value))]
    if not any(draft.parts):
        draft.parts = parts


def _org(draft: Draft, head: Head, value: str) -> None:
    raw = draft.raw(head, value)
    first, *units = split_unescaped(raw)
    company = texts.line(unescape(first))
    if draft.company or any(unit.strip() for unit in units):
        draft.keep(head, value)
    draft.company = draft.company or company


def _email(draft: Draft, head: Head, value: str) -> None:
    text = draft.text(head, value)
    _labelled(draft, draft.emails, head, text[7:] if text[:7].lower() == "mailto:" else text)


def _tel(draft: Draft, head: Head, value: str) -> None:
    text = draft.text(head, value)
    if text[:4].lower() == "tel:":
        text = texts.line(unquote(text[4:]))
    _labelled(draft, draft.phones, head, text)


def _labelled(draft: Draft, to: list[tuple[Labelled, Head]], head: Head, text: str) -> None:
    if text and not any(text == known.value for known, _ in to):
        to.append((Labelled(text), head))
        if head.group:
            draft.modelled_groups.add(head.group)


def _url(draft: Draft, head: Head, value: str) -> None:
    text = draft.text(head, value)
    if not text.lower().startswith(("http", "www")) and ":http" in text:
        # An unquoted parameter with a colon, as Apple writes user ids, leaves its rest before the address.
        text = text[text.index(":http") + 1 :]
    _labelled(draft, draft.links, head, text)


def _social(draft: Draft, head: Head, value: str) -> None:
    text = draft.text(head, value)
    service = " ".join((*head.types, head.param("X-SERVICE-TYPE"), head.param("SERVICE-TYPE"), head.name)).lower()
    if "linkedin" in service or "linkedin.com/" in text.lower():
        user = head.param("X-USER") or head.param("USERNAME")
        slug = re.sub(r"^x-apple:", "", text) or texts.line(user)
        if slug and re.fullmatch(r"[\w\-.%~]+", slug) and "linkedin.com" not in slug.lower():
            # Older Apple exports name only the user; without its address it would be no link.
            text = f"https://www.linkedin.com/in/{slug}"
        found = re.search(r"(?i)(?:https?://)?(?:[\w-]+\.)*linkedin\.com/.*", text)
        _labelled(draft, draft.links, head, found.group() if found else text)
    elif head.name != "IMPP" and (":http" in text or _ADDRESS.match(text)):
        _url(draft, head, value)
    else:
        draft.keep(head, value)


def _note(draft: Draft, head: Head, value: str) -> None:
    text = texts.block(unescape(draft.raw(head, value)))
    if text and text not in draft.notes:
        draft.notes.append(text)


def _bday(draft: Draft, head: Head, value: str) -> None:
    found = birthday(draft.text(head, value))
    if found and not draft.birthday:
        draft.birthday = found
    elif not found:
        draft.keep(head, value)


def birthday(text: str) -> str:
    """A date as `YYYY-MM-DD`, or `--MM-DD` without a year; empty when it is no date."""
    match = _DATE.match(text.strip())
    if match is None:
        return ""
    year, month, day, month_only, day_only = match.groups()
    try:
        date = dt.date(int(year or 2000), int(month or month_only), int(day or day_only))
    except ValueError:
        return ""
    return f"--{date:%m-%d}" if not year or int(year) == _NO_YEAR else f"{int(year):04d}-{date:%m-%d}"


def _categories(draft: Draft, head: Head, value: str) -> None:
    for part in split_unescaped(draft.raw(head, value), ","):
        tag = texts.line(unescape(part))
        if tag and tag.lower() not in _SYSTEM_TAGS and tag not in draft.tags:
            draft.tags.append(tag)


def _nickname(draft: Draft, head: Head, value: str) -> None:
    first, *more = split_unescaped(draft.raw(head, value), ",")
    nickname = texts.line(unescape(first))
    if draft.nickname or more:
        draft.keep(head, value)
    draft.nickname = draft.nickname or nickname


def address_text(value: str) -> str:
    """A structured address (still escaped) as the lines one would write on an envelope."""
    if "\\" in value:
        parts = [texts.block(unescape(part)) for part in split_unescaped(value)]
    else:
        parts = [part.strip() for part in texts.block(value).split(";")]
    box, more, street, town, region, code, country = (*parts, *[""] * 7)[:7]
    lines = [box, more, street, " ".join(filter(None, (town, region, code))), country, *parts[7:]]
    return "\n".join(filter(None, lines))


def _adr(draft: Draft, head: Head, value: str) -> None:
    raw = draft.raw(head, value)
    text = address_text(raw) or texts.block(unescape(head.param("LABEL")))
    if text:
        _labelled(draft, draft.addresses, head, text)
        if sum(1 for part in split_unescaped(raw) if part.strip()) > 1:
            # An address in parts says more than its text, so the parts are kept for export.
            draft.keep(head, value)


def _ab_label(draft: Draft, head: Head, value: str) -> None:
    text = draft.text(head, value)
    match = _APPLE_LABEL.match(text)
    if head.group:
        draft.group_labels[head.group] = match.group(1).strip() if match else text
    draft.keep(head, value)


def _portrait(draft: Draft, head: Head, value: str) -> None:
    value = value.strip()
    try:
        if value[:5].lower() == "data:":
            meta, _, data = value.partition(",")
            if ";base64" in meta.lower():
                draft.portrait = draft.portrait or base64.b64decode(data.replace("\\", ""))
            else:
                draft.portrait = draft.portrait or unquote_to_bytes(data)
        elif head.encoding == "B" or head.param("VALUE").lower() not in ("uri", "url"):
            if len(value) <= PORTRAIT_MAX and "://" not in value[:12]:
                draft.portrait = draft.portrait or binascii.a2b_base64(value.encode("ascii", "ignore"))
            elif "://" in value[:12]:
                draft.keep(head, value)
        else:
            # An address of a picture: kept for export, and never fetched.
            draft.keep(head, value)
    except (binascii.Error, ValueError):
        return


def _pronouns(draft: Draft, head: Head, value: str) -> None:
    _first_wins("pronouns")(draft, head, value)


_HANDLERS: dict[str, Callable[[Draft, Head, str], None]] = {
    "FN": _first_wins("full_name"), "N": _n, "ORG": _org, "TITLE": _first_wins("title"), "TEL": _tel,
    "ROLE": _first_wins("role"), "EMAIL": _email, "URL": _url, "NOTE": _note, "BDAY": _bday, "CATEGORIES": _categories,
    "NICKNAME": _nickname, "ADR": _adr, "UID": _first_wins("uid"), "X-ABLABEL": _ab_label, "X-AB-LABEL": _ab_label,
    "PHOTO": _portrait, "PRONOUNS": _pronouns, "X-PRONOUNS": _pronouns,
    "X-PHONETIC-FIRST-NAME": _first_wins("phonetic_first"), "X-PHONETIC-LAST-NAME": _first_wins("phonetic_last"),
    **dict.fromkeys(_SOCIAL, _social),
}  # fmt: skip


def _sorted(draft: Draft, found: list[tuple[Labelled, Head]]) -> tuple[Labelled, ...]:
    if not found:
        return ()
    if len(found) > 1 and min(head.preference for _, head in found) < NO_PREFERENCE:
        found = sorted(found, key=lambda pair: pair[1].preference)
    labels = draft.group_labels
    return tuple(
        [
            Labelled(value.value, label) if (label := labels.get(head.group) or head.label) else value
            for value, head in found
        ]
    )


def card_of(block: Block, stand_in: bool) -> Entry | None:
    """The card that a block of properties describes; None when it holds nothing of a person.

    `stand_in` says that the text is bytes written as Latin-1 (see `text.decode`).
    """
    draft = Draft(stand_in)
    for head, value in block.properties:
        handler = _HANDLERS.get(head.name)
        if handler is not None:
            handler(draft, head, value)
        elif head.name not in _DROPPED:
            draft.keep(head, value)
    return _finished(draft)


def _finished(draft: Draft) -> Entry | None:
    last, first, middle, prefix, suffix = (*draft.parts, "", "", "", "", "")[:5]
    full = draft.full_name or _composed(last, first, middle, prefix, suffix)
    extra = tuple(
        line
        for group, line in draft.extra
        # The label of a value we keep is kept with the value, unless a faithful line needs it.
        if not (".X-AB" in line and "LABEL" in line.partition(":")[0].upper() and group in draft.modelled_groups)
    )
    card = Card(
        uid=draft.uid,
        display_name=full,
        first_name=first,
        middle_name=middle,
        last_name=last,
        prefix=prefix,
        suffix=suffix,
        nickname=draft.nickname,
        pronunciation=f"{draft.phonetic_first} {draft.phonetic_last}".strip(),
        pronouns=draft.pronouns,
        title=draft.title or draft.role,
        company=draft.company,
        emails=_sorted(draft, draft.emails),
        phones=_sorted(draft, draft.phones),
        links=_sorted(draft, draft.links),
        addresses=_sorted(draft, draft.addresses),
        birthday=draft.birthday,
        tags=tuple(draft.tags),
        about="\n".join(draft.notes),
        extra=extra,
    )
    if not (first or last) and full and full != draft.company and "@" not in full and not _is_firm(extra):
        card = card.named(full)
    if not (card.shown_name or card.phones or card.links or card.addresses or card.about or draft.portrait):
        return None
    return Entry(card, portrait=draft.portrait)


def _composed(last: str, first: str, middle: str, prefix: str, suffix: str) -> str:
    if last and first and not last.isascii() and all("\u2e80" <= c <= "\uffdc" for c in last + first):
        return last + first
    return " ".join(part for part in (prefix, first, middle, last, suffix) if part)


def _is_firm(extra: tuple[str, ...]) -> bool:
    wanted = {"KIND:ORG", "KIND:GROUP", "X-ABSHOWAS:COMPANY", "KIND:LOCATION"}
    return any(line.upper() in wanted or line.upper().endswith("SERVER-KIND:GROUP") for line in extra)
