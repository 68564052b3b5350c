"""Which link stands where, and what may be opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.cards import profile
from salver.cards.card import Labelled
from salver.ui.card import links
from salver.ui.card.more import birthday_words, read_birthday

PROFILE = Labelled("https://de.linkedin.com/in/ana-ruiz/")
SITE = Labelled("https://www.ana.example/about/")


def test_the_profile_stands_on_its_own_line_wherever_it_came() -> None:
    page = Labelled("https://linkedin.com/company/x")
    assert links.split((SITE, page, PROFILE)) == (PROFILE, (SITE, page))
    assert links.split((SITE, page)) == (page, (SITE,))
    assert links.split((SITE,)) == (None, (SITE,))


@pytest.mark.parametrize(
    ("kind", "value", "shown", "target"),
    [
        ("profile", PROFILE.value, "in/ana-ruiz", "https://www.linkedin.com/in/ana-ruiz/"),
        ("web", SITE.value, "ana.example/about", SITE.value),
        ("web", "ana.example", "ana.example", "https://ana.example"),
        ("web", "not a link", "not a link", ""),
        ("email", "ana@example.com", "ana@example.com", "mailto:ana@example.com"),
        ("phone", "+34 (600) 000 000", "+34 (600) 000 000", "tel:+34600000000"),
        ("web", "file:///etc/passwd", "file:///etc/passwd", ""),
    ],
)
def test_links_are_shown_short_and_opened_whole(kind: str, value: str, shown: str, target: str) -> None:
    assert links.shown(kind, value) == shown
    assert links.target(kind, value) == target


@given(st.sampled_from(["email", "phone", "profile", "web"]), st.text(max_size=80))
def test_what_may_be_opened_is_always_allowed(kind: str, value: str) -> None:
    target = links.target(kind, value)
    assert target == "" or profile.is_openable(target)


@pytest.mark.parametrize(("address", "lacks"), [("a@b.de", False), ("a@b", True), ("a.de", True), ("", False)])
def test_an_address_without_an_ending_is_noticed(address: str, lacks: bool) -> None:
    assert links.lacks_ending(address) is lacks


@pytest.mark.parametrize("value", ["1984-05-03", "--05-03", "some day", "1984-13-03", ""])
def test_a_birthday_reads_back_as_it_is_shown(value: str) -> None:
    assert read_birthday(birthday_words(value)) == value


@pytest.mark.parametrize("typed", ["3 May 1984", "May 3, 1984", "3rd of May 1984", "3. may 1984"])
def test_a_birthday_is_read_as_typed(typed: str) -> None:
    assert read_birthday(typed) == "1984-05-03"
