"""Who in a file is already kept: the same profile or e-mail is the same person; other likenesses are only told.

Every card is looked up by keys, never compared with every other, so that cost grows with the file alone.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from salver.cards import names, profile
from salver.cards.card import Card, Labelled

_NO_DIGIT = re.compile(r"\D")
_BLOCK = 7
"""So many last digits of two phone numbers must agree before they are compared with care."""
_MOST = 8
"""No more candidates than this are looked at for one card; a switchboard's number stands on hundreds."""
_SHARED = frozenset(
    "info office contact hello sales support team mail kontakt admin service hr jobs press presse contacto contato"
    " bonjour accueil reception buero booking events marketing post".split()
)
"""Mailboxes that a whole firm answers: two names there are two people."""
_NEVER_FILLED = frozenset({"id", "uid", "created_at", "changed_at", "deleted_at", "pictures", "links"})


class Verdict(enum.StrEnum):
    """What a card of a file is to those already kept."""

    NEW = "new"
    SAME = "same"
    TWIN = "twin"
    """Alike in phone, or in name and company, and yet likelier two people: added, and said."""


@dataclass(frozen=True, slots=True)
class Match:
    """A verdict, the card it is about, and candidates that may hold all that the new card says."""

    verdict: Verdict
    id: int = 0
    because: str = ""
    candidates: tuple[int, ...] = ()


_UNKNOWN = Match(Verdict.NEW)


def slugs(card: Card) -> list[str]:
    """The comparable forms of the LinkedIn profiles on a card."""
    return [slug for link in card.links if (slug := profile.slug(link.value))]


def folded(text: str) -> str:
    """A name for comparison: case, accents and punctuation do not count."""
    text = text.casefold() if text.isascii() else names.fold(text)
    return " ".join(text.replace(".", " ").replace(",", " ").split())


_folded_firm = functools.lru_cache(maxsize=4_096)(folded)
"""Firms come back again and again in one file."""


def _digits(phone: str) -> str:
    return _NO_DIGIT.sub("", phone.partition(";")[0])


class Keys(NamedTuple):
    """All by which a card can be found again, worked out once."""

    slugs: tuple[str, ...]
    mails: tuple[str, ...]
    phones: tuple[str, ...]
    uid: str
    name: str
    firm: str


def _name(shown: str) -> str:
    """The folded name; a card without one shows its e-mail address, which is none."""
    return "" if "@" in shown else folded(shown)


def keys(card: Card) -> Keys:
    """The keys of a card."""
    return Keys(
        tuple(slugs(card)) if card.links else (),
        tuple([mail.value.casefold() for mail in card.emails]) if card.emails else (),
        tuple([phone.value for phone in card.phones]) if card.phones else (),
        card.uid,
        _name(card.shown_name),
        _folded_firm(card.company) if card.company else "",
    )


class Phones:
    """Compares phone numbers in their international form; local ones are of `region` (two letters).

    The library behind it takes a third of a second to load, so that happens when two numbers are alike, if ever.
    """

    def __init__(self, region: str = "") -> None:
        self._region = region or None
        self._known: dict[str, str] = {}

    def normal(self, phone: str) -> str:
        """The number in E.164, or its digits where it is no valid number."""
        if phone not in self._known:
            import phonenumbers

            try:
                parsed = phonenumbers.parse(phone, self._region)
                self._known[phone] = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
            except phonenumbers.NumberParseException:
                self._known[phone] = _digits(phone).lstrip("0")
        return self._known[phone]

    def same(self, one: str, other: str) -> bool:
        """True when two numbers reach the same phone."""
        if one == other or _digits(one).lstrip("0") == _digits(other).lstrip("0"):
            return True
        # A number that lost its plus sign, as the store keeps it, may be international or local.
        forms = {self.normal(other), self.normal(f"+{_digits(other)}")}
        return bool({self.normal(one), self.normal(f"+{_digits(one)}")} & forms)


def may_be_one(one: str, other: str) -> bool:
    """Whether two folded names can belong to one person: one is empty, or they share a word."""
    if not one or not other:
        return True
    left, right = set(one.split()), set(other.split())
    if left & right:
        return True
    return one.replace(" ", "") == other.replace(" ", "")


class Index:
    """Everybody who is kept, by the keys that tell people apart."""

    def __init__(self, region: str = "") -> None:
        self._phones = Phones(region)
        self._by_slug: dict[str, int] = {}
        self._by_mail: dict[str, int] = {}
        self._by_uid: dict[str, int] = {}
        self._by_block: dict[str, list[tuple[str, int]]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_firm: dict[tuple[str, str], int] = {}
        self._name_of: dict[int, str] = {}

    def add_line(self, card_id: int, kind: str, value: str) -> None:
        """Take in one e-mail, phone or link (its slug) of a card that is kept."""
        if kind == "email":
            self._by_mail.setdefault(value, card_id)
        elif kind == "link":
            self._by_slug.setdefault(value, card_id)
        elif kind == "phone" and len(digits := _digits(value)) >= _BLOCK:
            self._by_block[digits[-_BLOCK:]].append((value, card_id))

    def add_identity(self, card_id: int, uid: str, name: str, company: str) -> None:
        """Take in uid, name and company of a card that is kept."""
        self._by_uid.setdefault(uid, card_id)
        self._add_name(card_id, _name(name), _folded_firm(company))

    def _add_name(self, card_id: int, name: str, firm: str) -> None:
        self._name_of[card_id] = name
        if name:
            self._by_name[name].append(card_id)
            if firm:
                self._by_firm.setdefault((name, firm), card_id)

    def add(self, card_id: int, card: Keys) -> None:
        """Take in a whole card, such as one just read from the same file."""
        for mail in card.mails:
            self._by_mail.setdefault(mail, card_id)
        for slug in card.slugs:
            self._by_slug.setdefault(slug, card_id)
        for phone in card.phones:
            self.add_line(card_id, "phone", phone)
        if card.uid:
            self._by_uid.setdefault(card.uid, card_id)
        self._add_name(card_id, card.name, card.firm)

    def match(self, card: Keys) -> Match:
        """What a card is to those already taken in."""
        for slug in card.slugs:
            if slug in self._by_slug:
                return Match(Verdict.SAME, self._by_slug[slug], "profile")
        for mail in card.mails:
            found = self._by_mail.get(mail)
            if found is None:
                continue
            if mail.partition("@")[0] not in _SHARED or may_be_one(card.name, self._name_of.get(found, "")):
                return Match(Verdict.SAME, found, "e-mail")
            return Match(Verdict.TWIN, found, "e-mail address")
        uid_id = self._by_uid.get(card.uid, 0) if card.uid else 0
        if uid_id and may_be_one(card.name, self._name_of.get(uid_id, "")):
            return Match(Verdict.SAME, uid_id, "uid")
        return self._twin(card)

    def _twin(self, card: Keys) -> Match:
        name = card.name
        candidates = tuple(self._by_name[name][:_MOST]) if name in self._by_name else ()
        if card.firm and (firm := self._by_firm.get((name, card.firm))):
            return Match(Verdict.TWIN, firm, "name and company", candidates or (firm,))
        for phone in card.phones:
            digits = _digits(phone)
            if len(digits) < _BLOCK or digits[-_BLOCK:] not in self._by_block:
                continue
            for other, card_id in self._by_block[digits[-_BLOCK:]][:_MOST]:
                if may_be_one(name, self._name_of.get(card_id, "")) and self._phones.same(phone, other):
                    return Match(Verdict.TWIN, card_id, "phone number", (*candidates, card_id))
        return _UNKNOWN if not candidates else Match(Verdict.NEW, candidates=candidates)


def filled(kept: Card, found: Card) -> Card:
    """The kept card with its empty fields filled from what a file says; nothing that is there is touched.

    A LinkedIn profile counts as a field of its own among the links. The parts of a name are filled together,
    because half of one name and half of another make a third.
    """
    changes: dict[str, object] = {}
    named = bool(kept.display_name or kept.first_name or kept.last_name)
    parts = {"display_name", "first_name", "middle_name", "last_name", "prefix", "suffix"}
    for field in dataclasses.fields(Card):
        name = field.name
        if name in _NEVER_FILLED or (named and name in parts):
            continue
        value = getattr(found, name)
        if value and not getattr(kept, name):
            changes[name] = value
    links = _links(kept, found)
    if links != kept.links:
        changes["links"] = links
    return dataclasses.replace(kept, **changes) if changes else kept  # type: ignore[arg-type]  # fields by their names


def _links(kept: Card, found: Card) -> tuple[Labelled, ...]:
    if not kept.links:
        return found.links
    if slugs(kept):
        return kept.links
    return (*kept.links, *(link for link in found.links if profile.parse(link.value)))


def says_nothing_new(kept: Card, found: Card) -> bool:
    """True when all that `found` states stands on `kept` already, so that adding it would only repeat a person."""
    for field in dataclasses.fields(Card):
        if field.name in ("id", "uid", "created_at", "changed_at", "deleted_at", "pictures", "cadence_days"):
            continue
        new, old = getattr(found, field.name), getattr(kept, field.name)
        if isinstance(new, tuple):
            if not {getattr(v, "value", v) for v in new} <= {getattr(v, "value", v) for v in old}:
                return False
        elif new and new != old:
            return False
    return True
