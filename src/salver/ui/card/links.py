"""Which link stands where on the face, how it is shown, and what the browser is given. No Qt here."""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards import profile
from salver.cards.card import Labelled

PROFILE_LABEL = "linkedin"


def is_profile_line(link: Labelled) -> bool:
    """True for what belongs on the profile's line: a profile, another page of LinkedIn, or a link filed there."""
    if link.label.casefold() in (PROFILE_LABEL, "profile"):
        return True
    return profile.parse(link.value) is not None or bool(profile.what_else(link.value))


def split(links: Iterable[Labelled]) -> tuple[Labelled | None, tuple[Labelled, ...]]:
    """The link for the profile's line, and all the others in their order. A real profile comes before other pages."""
    every = list(links)
    fitting = [link for link in every if is_profile_line(link)]
    fitting.sort(key=lambda link: profile.parse(link.value) is None)
    if not fitting:
        return None, tuple(every)
    first = fitting[0]
    every.remove(first)
    return first, tuple(every)


def shown(kind: str, value: str) -> str:
    """A link as the face shows it at rest: in/ana-ruiz for a profile, a website without its scheme."""
    if kind == "profile":
        found = profile.parse(value)
        if found:
            return found.short
    if kind in ("profile", "web"):
        for lead in ("https://", "http://"):
            if value.startswith(lead):
                return value.removeprefix(lead).removeprefix("www.").rstrip("/") or value
    return value


def target(kind: str, value: str) -> str:
    """The address to open for a line of the face; empty when nothing may be opened."""
    value = value.strip()
    if not value:
        return ""
    if kind == "profile":
        found = profile.parse(value)
        if found:
            return found.url
    if kind == "email":
        url = f"mailto:{value}" if "@" in value and " " not in value else ""
    elif kind == "phone":
        number = "".join(c for c in value if c.isdigit() or c == "+")
        url = f"tel:{number}" if number else ""
    else:
        url = value if "://" in value else f"https://{value}"
        if "." not in url or " " in url:
            return ""
    return url if profile.is_openable(url) else ""


def lacks_ending(address: str) -> bool:
    """True for an e-mail address that cannot arrive: no @, or nothing like .com after it."""
    name, at, host = address.strip().rpartition("@")
    return bool(address.strip()) and not (at and name and "." in host.strip(".") and " " not in address.strip())
