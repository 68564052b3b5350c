"""Text is counted as LinkedIn counts it and copied exactly as it reads."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from salver.cards.units import Utf16Map, for_clipboard, one_line, utf16_length

CLEAN = st.text(st.characters(exclude_categories=["Cs"]))


@given(CLEAN)
def test_the_length_is_what_utf_16_takes(text: str) -> None:
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


@given(CLEAN)
def test_offsets_go_to_utf_16_and_back(text: str) -> None:
    offsets = Utf16Map(text)
    for at in range(len(text) + 1):
        assert offsets.to_utf16(at) == utf16_length(text[:at])
        assert offsets.to_points(offsets.to_utf16(at)) == at


@given(st.text())
def test_the_clipboard_gets_clean_text_and_copying_twice_changes_nothing(text: str) -> None:
    copied = for_clipboard(text)
    assert copied == unicodedata.normalize("NFC", copied)
    assert for_clipboard(copied) == copied
    assert not {"\u200b", "\u00ad", "\ufeff", "\u202e", "\r", "\u00a0"} & set(copied)


def test_joiners_that_carry_meaning_stay() -> None:
    assert for_clipboard("👩‍💻 می‌خواهم ") == "👩‍💻 می‌خواهم"


def test_invisible_characters_go_and_lines_stay() -> None:
    assert for_clipboard("Hi\u00a0Ana,\u200b\r\nsee\u00adyou \n") == "Hi Ana,\nseeyou"


@given(st.text())
def test_a_field_is_one_line(text: str) -> None:
    kept = one_line(text)
    assert "\n" not in kept and kept == kept.strip() and one_line(kept) == kept
