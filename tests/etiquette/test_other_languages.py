"""Notes in other languages than English: their own small words, their days, and LinkedIn's text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from salver.cards.meeting import PersonRef
from salver.etiquette import registry
from salver.etiquette.engine import Engine
from salver.etiquette.examples import INTRODUCED, MET
from salver.etiquette.text import Reading

ENGINE = Engine(registry.load())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Hallo Ana, der Lebenslauf ist im Anhang und ich warte auf Nachricht.", " im anhang "),
        ("Dag Ana, ik wil u graag iets vragen over de tuin van gisteren.", " wil u graag "),
    ],
)
def test_english_contractions_are_spelled_out_in_english_alone(text: str, kept: str) -> None:
    assert kept in Reading(text, MET).flow
    assert " i am glad " in Reading("Hi Ana, im glad we met at the fair.", MET).flow


@pytest.mark.parametrize(
    "text",
    [
        "Chciałbym dodać Cię do swojej sieci kontaktów zawodowych na LinkedIn.",
        "Gusto kitang idagdag sa aking propesyonal na network sa LinkedIn.",
        "Θα ήθελα να σας προσθέσω στο επαγγελματικό μου δίκτυο στο LinkedIn.",
    ],
)
def test_linkedins_text_is_known_in_languages_we_cannot_read(text: str) -> None:
    assert "default-invitation" in {finding.rule for finding in ENGINE.check(text, MET)}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Hola Ana, el martes en la comida me contaste lo de tu cabra. ¿Ya volvió a casa?", "martes"),
        ("Ciao Ana, stamattina mi hai consigliato un libro sulle capre. Me lo ridici?", "stamattina"),
        ("Salut Ana, cet après-midi tu parlais d'une chèvre perdue. Est-elle rentrée ?", "cet après-midi"),
        ("Dag Ana, eergisteren vertelde je over de geit op het dak. Is ze al beneden?", "eergisteren"),
    ],
)
def test_a_day_that_does_not_fit_is_found_behind_what_was_said(text: str, word: str) -> None:
    spans = [finding.span for finding in ENGINE.check(text, MET) if finding.rule == "stale-time-word"]
    assert [text[span.start : span.end] for span in spans if span] == [word]


def test_another_of_the_family_is_not_the_one_who_introduced_us() -> None:
    card = replace(INTRODUCED, meeting=replace(INTRODUCED.meeting, introduced_by=PersonRef("Rosalba Neri")))
    for name, is_other in (("Paolo Neri", True), ("Rosalba Neri", False), ("Mrs Neri", False)):
        found = {finding.rule for finding in ENGINE.check(f"Hi Ana, {name} gave me your name. Is the goat home?", card)}
        assert ("contradicts-card" in found) == is_other, name
