"""Faults said in other words than usual, each beside a note that comes near it and is fine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from salver.cards.situation import Situation
from salver.etiquette import registry
from salver.etiquette.engine import Engine
from salver.etiquette.examples import INTRODUCED, MESSAGE, MET, UNTOLD, sent
from salver.etiquette.spelling import Speller

ENGINE = Engine(registry.load())


def marks(rule: str, text: str, situation: Situation) -> list[str]:
    """The words that a rule marks; an empty string for a remark on the whole note."""
    found = [finding.span for finding in ENGINE.check(text, situation) if finding.rule == rule]
    return [text[span.start : span.end] if span else "" for span in found]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Ana, what a joke, you with that goat on your arm last night! Is it home?", ["last night"]),
        ("Hi Ana, last night was the best fair of the year. Is the goat home?", ["last night"]),
        ("Hi Ana, we met in January and I still laugh. Is the goat home?", ["January"]),
        ("Ana, two weeks already since the fair. Is the goat home?", ["two weeks"]),
        ("Salut Ana, merci pour la balade d'hier soir. La chèvre est-elle rentrée ?", ["d'hier soir"]),
        ("Ciao Ana, ieri sera mi hai salvato la cena! La capra è tornata?", ["ieri sera"]),
        ("Olá Ana, foi um gosto partilhar a mesa consigo no sábado. A cabra já voltou?", ["sábado"]),
        ("Hi Ana, your goat has been on our roof since last night. Whom do I ring?", []),
        ("Hi Ana, I told my sister your goat story last night. Is it home?", []),
        ("Hi Ana, did your goat sleep last night?", []),
    ],
)
def test_days_that_do_not_fit(text: str, marked: list[str]) -> None:
    assert [mark.lower() for mark in marks("stale-time-word", text, sent(24 * 5))] == [m.lower() for m in marked]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hi Ana, I owe Ingrid a cake for introducing us. Is the goat home?", ["Ingrid"]),
        ("Hi Ana, thank Kofi for me, without him we'd not have met. Is the goat home?", ["Kofi"]),
        ("Bonjour Ana, sans Bertrand, je ne vous aurais pas connue. La chèvre est-elle rentrée ?", ["Bertrand"]),
        ("Dag Ana, Tom Claes bracht ons in contact. Is de geit al thuis?", ["Tom Claes"]),
        ("Guten Tag Frau Ruiz, Frau Dr. Moll hat mir Ihre Adresse gegeben. Ist die Ziege daheim?", ["Moll"]),
        ("Hi Ana, I owe Rosa a cake for introducing us. Did Ingrid find the goat?", []),
        ("Hi Ana, thanks to Rosa Lim we met. I told Kofi about you. Is the goat home?", []),
    ],
)
def test_who_is_said_to_have_introduced_us(text: str, marked: list[str]) -> None:
    assert marks("contradicts-card", text, INTRODUCED) == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hi Ana, what do your bosses at Nokia say to the goat?", ["Nokia"]),
        ("Hi Ana, do your Nokia colleagues know of the goat?", ["Nokia"]),
        ("Hallo Ana, schön, mal jemanden von Siemens zu treffen. Ist die Ziege daheim?", ["Siemens"]),
        ("Bonjour Ana, chez Michelin on rit encore de la chèvre ?", ["Michelin"]),
        ("Hoi Ana, mooi hoe jullie bij Heineken de geit terugvonden. Is ze thuis?", ["Heineken"]),
        ("Hi Ana, good to talk at the fair in Leeds. Is the goat home?", ["Leeds"]),
        ("Hola Ana, qué risa lo de la cabra. ¿En Endesa también os mandan a buscarla?", ["Endesa"]),
        ("Hi Ana, is the goat home? The Coastguard is lucky to have you.", ["Coastguard"]),
        ("Hi Ana, is the goat home? The plans are here.\nYour TidyDesk team", []),
        ("Hi Ana, what do your bosses at Quixotl say to the goat?", []),
        ("Bonjour Ana, je travaille chez Michelin. La chèvre est-elle rentrée ?", []),
        ("Hi Ana, good luck at the fair in Leeds next week. Is the goat home?", []),
    ],
)
def test_where_they_work_and_where_it_was(text: str, marked: list[str]) -> None:
    assert marks("contradicts-card", text, MET) == marked


@pytest.mark.parametrize(
    ("rule", "text", "marked"),
    [
        ("wrong-name", "So tell me, Gloria, is the goat home, or do you only say so?", ["Gloria"]),
        ("wrong-name", "Is the goat home, and will I see you at the fair, Marcus?", ["Marcus"]),
        ("wrong-name", "Thank you for the goat story, and see you at the fair. Marcus", []),
        ("wrong-name", "Did you know that my brother, Marcus, has your goat?", []),
        ("wrong-name", "Hi Bella, is the flaky test fixed by now?", ["Bella"]),
        ("wrong-name", "Bella prof! La storia della capra mi ha fatto ridere. È tornata a casa?", []),
        ("wrong-name", "Oi! Passando para saber se a cabra voltou. Voltou?", []),
        ("misspelled-name", "If you ever do find it, Anna, will you tell me?", ["Anna"]),
        ("misspelled-name", "Guten Tag Frau Ruitz, ist die Ziege daheim?", ["Ruitz"]),
    ],
)
def test_names_that_are_called(rule: str, text: str, marked: list[str]) -> None:
    assert marks(rule, text, MET) == marked


def test_a_surname_has_no_pet_form_and_may_sound_alike() -> None:
    for card, called in (("Rizzo", "Rizzi"), ("Maier", "Meyer")):
        situation = replace(MET, card=replace(MET.card, last_name=card, display_name=f"Ana {card}"))
        assert marks("misspelled-name", f"Dear Ms {called}, did the goat come home?", situation) == [called]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Hi Ana, I was too shy to ask you for a card. Is the goat home?", False),
        ("Hi Ana, my tram came before I could ask. Is the goat home?", False),
        ("Ciao Ana, ieri non ho fatto in tempo a chiederti il contatto. La capra è tornata?", False),
        ("Dag Ana, u was al weg en ik kon niet vragen of dit mocht. Is de geit thuis?", False),
        ("Hi Ana, great to meet you, let's stay in touch. Is the goat home?", True),
        ("Buongiorno Ana, ho trovato utile la storia della capra. È tornata?", True),
    ],
)
def test_why_an_invitation_comes_unasked(text: str, is_told: bool) -> None:
    assert bool(marks("not-told", text, UNTOLD)) == is_told


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Hi Ana, pick a slot in my diary: calendly.com/jo/30min. Is the goat home?", ["calendly.com/jo/30min"]),
        ("Salut Ana, mets-moi un avis : https://avis.example.org/jo. La chèvre ?", ["https://avis.example.org/jo"]),
        ("Hi Ana, you wanted the map, so: https://maps.example.org/goats. Is it home?", []),
        ("Hi Ana, somebody built the goat shed: www.example.org/shed. Is yours like it?", []),
    ],
)
def test_links_in_messages(text: str, marked: list[str]) -> None:
    assert marks("link", text, MESSAGE) == marked


@pytest.mark.parametrize(
    ("rule", "text", "is_said"),
    [
        ("shouting", "WHAT A GOAT!!! Is it home?", True),
        ("shouting", "Hi Ana, I REALLY liked it, it was SO true and NOBODY ever says it. EVERYBODY should.", True),
        ("shouting", "Hi Ana, ESA, NASA, JAXA: one lunch, three short forms. Which one tests on Mondays?", False),
        ("shouting", "Hi Ana, is the sign still up? PLEASE DO NOT FEED THE GOAT. We want one, too.", False),
        ("shouting", "Hi %EMPLOYEE%, I see that %COMPANY% has goats. Does %COMPANY% need %GOODS%?", False),
        ("leftover-placeholder", "Dag VOORNAAM, is de geit al thuis?", True),
        ("leftover-placeholder", "Bonjour Ana, merci pour l'échange sur [sujet]. La chèvre est-elle rentrée ?", True),
        ("leftover-placeholder", "Bonjour Ana, j'ai ri [rires] de la chèvre. Est-elle rentrée ?", False),
        ("no-hook", "Hi Ana, your goat on the harbour roof kept us laughing all week. Can we connect?", True),
        ("no-hook", "Hi Ana, your goat on the harbour roof kept us laughing all week. Is it home?", False),
        ("default-invitation", "Olá, gostaria de me juntar à sua rede do LinkedIn.", True),
        ("default-invitation", "Bonjour Ana, je me permets de vous ajouter à mon réseau.", False),
        ("near-default-invitation", "Bonjour Ana, je me permets de vous ajouter à mon réseau.", True),
    ],
)
def test_other_ways_to_say_it(rule: str, text: str, is_said: bool) -> None:
    assert bool(marks(rule, text, MET)) == is_said


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Hoi Ana, ik vondt het leuk om over de geit te horen. Is ze al thuis?", ["vondt"]),
        ("Ola Ana, haber si me dices cómo se llama la cabra. ¿Ya volvió a casa?", ["Ola", "haber si"]),
        ("Hallo Ana, das Gespräch über die Ziege war sehr schön. Ist sie wieder daheim?", []),
        ("Hola Ana, la ola se llevó la cabra del puerto. ¿Ya volvió a casa?", []),
    ],
)
def test_plain_mistakes_in_other_languages(text: str, wrong: list[str]) -> None:
    found = Speller().check(text, MET)
    assert [text[f.span.start : f.span.end] for f in found if f.span] == wrong
    assert all(finding.fixes for finding in found)
