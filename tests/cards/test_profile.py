"""A LinkedIn address is told from every other page, and nothing odd is ever opened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salver.cards import profile


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.linkedin.com/in/ana-ruiz/",
        "http://linkedin.com/in/Ana-Ruiz?trk=abc",
        "de.linkedin.com/in/ana-ruiz/en",
        "in/ana-ruiz",
        "/in/ana-ruiz/",
        "https://m.linkedin.com/mwlite/in/ana-ruiz",
        "https://www.linkedin.com/comm/in/ana-ruiz?midToken=1",
        "https://www.linkedin.com/in/ana-ruiz/overlay/contact-info/",
    ],
)
def test_every_shape_leads_to_the_same_person(typed: str) -> None:
    found = profile.parse(typed)
    assert found is not None
    assert found.url == "https://www.linkedin.com/in/ana-ruiz/"
    assert found.short == "in/ana-ruiz"


def test_letters_beyond_ascii_are_shown_and_encoded() -> None:
    found = profile.parse("https://www.linkedin.com/in/denisecomar%C3%BA")
    assert found is not None
    assert found.slug == "denisecomarú"
    assert found.url.endswith("/in/denisecomar%C3%BA/")


def test_a_member_id_keeps_its_case() -> None:
    found = profile.parse("https://www.linkedin.com/in/ACoAAAbCdE")
    assert found is not None
    assert found.slug == "ACoAAAbCdE"


@pytest.mark.parametrize(
    "typed",
    [
        "https://linkedin.com.evil.example/in/ana",
        "https://linked1n.com/in/ana",
        "https://linkedin.com@evil.example/in/ana",
        "https://lnkd.in/abc",
        "https://www.linkedin.com/company/acme",
        "javascript:alert(1)",
        "",
        "https://[broken",
    ],
)
def test_look_alikes_and_other_pages_are_no_person(typed: str) -> None:
    assert profile.parse(typed) is None


def test_other_pages_are_named_kindly() -> None:
    assert profile.what_else("linkedin.com/company/acme") == "a company page"
    assert profile.what_else("https://lnkd.in/x") == "a short link"
    assert profile.what_else("https://example.com/company/x") == ""


@pytest.mark.parametrize("url", ["https://a.example/x", "http://a.example", "mailto:a@b.example", "tel:+49123"])
def test_plain_addresses_may_be_opened(url: str) -> None:
    assert profile.is_openable(url)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:x", "smb://h/x", "//h/x", "data:text/html,x", "https://u@h/", "https://", "x"],
)
def test_everything_else_stays_shut(url: str) -> None:
    assert not profile.is_openable(url)


@given(st.text())
def test_no_text_breaks_the_reading_of_an_address(text: str) -> None:
    found = profile.parse(text)
    profile.what_else(text)
    profile.is_openable(text)
    if found is not None:
        assert profile.is_openable(found.url)
