"""The language of short notes: what must never happen is English taken for another language, or the reverse.

`languages.tsv` holds texts of 25 to 200 characters with loan words, foreign names and greetings, each with its code.
"""

from __future__ import annotations

from pathlib import Path

from salver.cards.situation import Situation
from salver.etiquette.text import Reading

_LINES = (Path(__file__).parent / "languages.tsv").read_text(encoding="utf-8").splitlines()
TEXTS = [(code, text) for code, _, text in (line.partition("\t") for line in _LINES)]
SIX = ("de", "fr", "es", "it", "pt", "nl")


def language(text: str) -> str:
    return Reading(text, Situation()).language


def test_no_text_in_another_language_is_taken_for_english() -> None:
    assert [text for code, text in TEXTS if code != "en" and language(text) == "en"] == []


def test_english_with_foreign_names_and_greetings_stays_english() -> None:
    english = [text for code, text in TEXTS if code == "en"]
    assert [text for text in english if language(text) not in ("en", "")] == []
    assert sum(language(text) == "en" for text in english) >= 0.97 * len(english)


def test_the_six_other_languages_of_the_rules_are_told_apart() -> None:
    told = [language(text) == code for code, text in TEXTS if code in SIX]
    assert len(told) >= 100
    assert sum(told) >= 0.97 * len(told)


def test_slang_is_no_spanish() -> None:
    assert language("yo bro sick speech lol hmu 4 beers n stuff, them wind turbine blades r mental!! - Kyle") == "en"
    assert language("Yo creo que el reloj de mi tía sigue parado") == "es"
