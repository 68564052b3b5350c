"""LinkedIn addresses: told from other pages, brought to one form, opened safely. Nothing is ever fetched."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

_KINDS = {
    "company": "a company page", "school": "a school page", "showcase": "a company page", "groups": "a group",
    "jobs": "a job", "feed": "a post", "posts": "a post", "pulse": "an article", "learning": "a course",
    "events": "an event", "newsletters": "a newsletter", "products": "a product page", "search": "a search",
    "messaging": "the message box", "help": "a help page", "legal": "a legal page", "authwall": "a sign-in page",
    "sales": "a page for paying members", "talent": "a page for paying members",
    "recruiter": "a page for paying members", "slink": "a short link",
}  # fmt: skip
_CANONICAL = re.compile(r"https://www\.linkedin\.com/in/([a-z0-9-]+)/?")
"""The shape that nearly every address has; it needs no taking apart, and imports bring thousands."""
_PLAIN = re.compile(r"https://www\.linkedin\.com/in/((?!ACoA)[A-Za-z0-9-]+)/?")
_OPENABLE = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's LinkedIn address: `slug` for comparison and display, `url` to open."""

    slug: str
    url: str

    @property
    def short(self) -> str:
        """The address as a card shows it, such as in/ana-ruiz."""
        return f"in/{self.slug}" if "/" not in self.slug else self.slug


def _host_is_linkedin(host: str | None) -> bool:
    host = (host or "").rstrip(".").casefold()
    return host == "linkedin.com" or host.endswith(".linkedin.com")


def _parts(text: str) -> tuple[str, list[str]] | None:
    text = text.strip()
    if re.match(r"^/?in/[^/\s]+/?$", text):
        text = "https://www.linkedin.com/" + text.lstrip("/")
    if "://" not in text:
        text = "https://" + text
    try:
        split = urlsplit(text)
        host, user = split.hostname, split.username
    except ValueError:
        return None
    if user is not None:
        return None
    return host or "", [p for p in split.path.split("/") if p]


def parse(text: str) -> Profile | None:
    """The profile an address leads to, or None when it does not lead to a person's page.

    Accepts the shapes of the research's section 4: country and mobile hosts, mwlite, comm, language suffixes,
    percent-encoding, legacy /pub/ addresses. Opaque member ids keep their case.
    """
    canonical = _CANONICAL.fullmatch(text)
    if canonical:
        return Profile(canonical.group(1), f"https://www.linkedin.com/in/{canonical.group(1)}/")
    found = _parts(text)
    if found is None or not _host_is_linkedin(found[0]):
        return None
    path = found[1]
    while path and path[0].casefold() in ("mwlite", "comm"):
        path = path[1:]
    if len(path) >= 2 and path[0].casefold() == "in":
        slug = unicodedata.normalize("NFC", unquote(path[1])).strip()
        if not slug or not re.fullmatch(r"[\w\-.~%&'’·]+", slug):
            return None
        if not slug.startswith("ACoA"):
            slug = slug.casefold()
        return Profile(slug, f"https://www.linkedin.com/in/{quote(slug)}/")
    if len(path) >= 2 and path[0].casefold() == "pub":
        rest = "/".join(quote(unquote(p)) for p in path[1:])
        return Profile(f"pub/{unquote(rest)}", f"https://www.linkedin.com/pub/{rest}")
    return None


def slug(text: str) -> str:
    """The comparable form of the profile an address leads to; empty when it leads to none."""
    plain = _PLAIN.fullmatch(text)
    if plain:
        return plain[1].lower()
    found = parse(text)
    return found.slug if found else ""


def what_else(text: str) -> str:
    """What an address leads to when it is no profile ("a company page"), or an empty string."""
    found = _parts(text)
    if found is None:
        return ""
    host, path = found
    if host.casefold() == "lnkd.in":
        return "a short link"
    if _host_is_linkedin(host) and path:
        return _KINDS.get(path[0].casefold(), "")
    return ""


def is_openable(url: str) -> bool:
    """True for the addresses Salver hands to the browser: http, https, mailto and tel, without a user name."""
    try:
        split = urlsplit(url.strip())
        user = split.username if split.scheme in ("http", "https") else None
        has_host = bool(split.hostname) if split.scheme in ("http", "https") else bool(split.path)
    except ValueError:
        return False
    return split.scheme in _OPENABLE and user is None and has_host


def search_url(name: str, company: str) -> str:
    """LinkedIn's own people search for a name, for a card that has no profile address."""
    return f"https://www.linkedin.com/search/results/people/?keywords={quote(f'{name} {company}'.strip())}"
