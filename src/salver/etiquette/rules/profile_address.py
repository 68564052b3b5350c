"""Not a person's page.

*What it does*
Says so when the address on the card leads to a company, a search or a short link instead of a profile.

*Why it matters*
You would invite nobody, or somebody else.

*When it is fine*
With an address such as linkedin.com/in/ana-ruiz, or none at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


def find(reading: Reading) -> Iterable[Hit]:
    """An address that is LinkedIn's, and no profile."""
    link = reading.situation.raw_link.strip()
    if not link:
        return
    from salver.cards import profile  # Takes addresses apart with a library that is slow to load.

    if profile.parse(link) is not None:
        return
    kind = profile.what_else(link)
    low = link.casefold()
    if kind:
        yield Hit(
            f"The address leads to {kind}", None, "Open their profile and copy its address: linkedin.com/in/their-name."
        )
    elif "linkedin" in low or "linked1n" in low or "lnkd" in low:
        yield Hit(
            "The address is no profile", None, "Open their profile and copy its address: linkedin.com/in/their-name."
        )


RULE = Rule(
    id="profile-address",
    title="Not a person’s page",
    severity=Severity.ERROR,
    find=find,
    source="How LinkedIn writes profile addresses",
    bad=(
        Bad("Hi Ana, is the goat home?", situation=replace(MET, raw_link="https://www.linkedin.com/company/quixotl/")),
        Bad("Hi Ana, is the goat home?", situation=replace(MET, raw_link="https://lnkd.in/abc")),
    ),
    good=(
        Good("Hi Ana, is the goat home?", replace(MET, raw_link="https://www.linkedin.com/in/ana-ruiz/")),
        Good("Hi Ana, is the goat home?", MET),
    ),
)
