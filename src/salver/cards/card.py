"""The card: one person, as their business card shows them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from salver.cards import names


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value with the word it was filed under: an e-mail address, a phone number, a link or a postal address.

    `value` is kept as it was written (trimmed, NFC); `label` is free text such as "work", or empty.
    """

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that belongs to a card, named by the SHA-256 of its bytes and never by a given file name."""

    digest: str
    kind: str = "paper"
    """`paper` for a photograph of the paper card, `portrait` for a picture of the person."""


@dataclass(frozen=True, slots=True)
class Card:
    """One person. The front of the card; its back is the latest `Meeting`.

    `id` is 0 until the store has kept it, `uid` is stable across exports and merges. `display_name` is the
    name as it stands on the card; the parts beside it are what sorting, greeting and exports need. Times are
    aware and in UTC.
    """

    id: int = 0
    uid: str = ""
    display_name: str = ""
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    pronunciation: str = ""
    pronouns: str = ""
    title: str = ""
    company: str = ""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    links: tuple[Labelled, ...] = ()
    addresses: tuple[Labelled, ...] = ()
    birthday: str = ""
    """`YYYY-MM-DD`, or `--MM-DD` when the year is unknown."""
    tags: tuple[str, ...] = ()
    about: str = ""
    """Free text; an imported NOTE lands here. Searched, never quoted."""
    cadence_days: int | None = None
    """How many days may pass before a word would be due; None for no wish to keep in touch."""
    pictures: tuple[Picture, ...] = ()
    extra: tuple[str, ...] = ()
    """Lines of an imported vCard that Salver does not model, unfolded, for a faithful export."""
    created_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
    deleted_at: dt.datetime | None = None

    @property
    def shown_name(self) -> str:
        """The name to print on lists and faces; the company or first e-mail when no name is known."""
        if self.display_name:
            return self.display_name
        parts = " ".join(p for p in (self.first_name, self.middle_name, self.last_name) if p)
        first_mail = self.emails[0].value if self.emails else ""
        return parts or self.nickname or self.company or first_mail

    @property
    def greeting_name(self) -> str:
        """What a note would call them: the nickname if there is one, else the first name."""
        return self.nickname or self.first_name or self.shown_name

    @property
    def sort_key(self) -> str:
        """Folded `surname first-name`, for order and the index tabs."""
        return names.sort_key(self.first_name, self.last_name, self.shown_name)

    @property
    def initials(self) -> str:
        """One or two letters for the avatar; empty when there is no name."""
        return names.initials(self.first_name, self.last_name, self.shown_name)

    @property
    def is_blank(self) -> bool:
        """True while nothing at all has been entered."""
        return self == replace(
            Card(),
            id=self.id,
            uid=self.uid,
            created_at=self.created_at,
            changed_at=self.changed_at,
            deleted_at=self.deleted_at,
        )

    def named(self, text: str) -> Card:
        """The card with the name as typed on its face, and its parts taken from it."""
        parts = names.split(text)
        return replace(
            self,
            display_name=text.strip(),
            first_name=parts.first,
            middle_name=parts.middle,
            last_name=parts.last,
            prefix=parts.prefix,
            suffix=parts.suffix,
        )


@dataclass(frozen=True, slots=True)
class Sender:
    """The person who writes: the one in settings."""

    name: str = ""
    about: str = ""
    """One line about them, for people who do not know them yet."""
    plan: str = "free"
    """`free` or `premium`: decides how long an invitation may be."""
