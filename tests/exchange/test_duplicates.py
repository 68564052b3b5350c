"""Who is the same person, who is likelier two, and what an import then does."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Sequence

import pytest

from salver.cards.card import Card, Labelled
from salver.exchange import plan as plans
from salver.exchange.duplicates import Index, Verdict, filled, keys
from salver.exchange.model import Entry
from salver.exchange.plan import Plan

ANA = Card(
    display_name="Ana Ruiz", first_name="Ana", last_name="Ruiz", company="Acme",
    emails=(Labelled("ana@acme.example"), Labelled("info@acme.example")),
    phones=(Labelled("030 123 45 67"),), links=(Labelled("https://www.linkedin.com/in/ana-ruiz/"),),
)  # fmt: skip


def named(name: str, **fields: object) -> Card:
    return dataclasses.replace(Card().named(name), **fields)  # type: ignore[arg-type]


def verdict(card: Card, region: str = "DE") -> Verdict:
    index = Index(region)
    index.add(1, keys(ANA))
    return index.match(keys(card)).verdict


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (named("Anna R.", links=(Labelled("de.linkedin.com/in/Ana-Ruiz?trk=x"),)), Verdict.SAME),
        (named("Ana Maria Ruiz", emails=(Labelled("ANA@Acme.example"),)), Verdict.SAME),
        (named("", emails=(Labelled("ana@acme.example"),)), Verdict.SAME),
        (named("Anita Schmidt", emails=(Labelled("ana@acme.example"),)), Verdict.SAME),
        (named("Bo Berg", emails=(Labelled("Info@acme.example"),)), Verdict.TWIN),
        (named("Ana Maria", emails=(Labelled("info@acme.example"),)), Verdict.SAME),
        (named("ANA RUÍZ", company="ACME"), Verdict.TWIN),
        (named("Ana Ruiz", phones=(Labelled("+49 30 1234567"),)), Verdict.TWIN),
        (named("Bo Berg", phones=(Labelled("+49 30 1234567"),)), Verdict.NEW),
        (named("Ana Ruiz", company="Other"), Verdict.NEW),
        (named("Cy Coe"), Verdict.NEW),
    ],
)
def test_who_is_who(card: Card, expected: Verdict) -> None:
    assert verdict(card) is expected


def test_only_empty_fields_are_filled() -> None:
    found = named("Someone Else", title="CTO", company="Other", phones=(Labelled("1"),), tags=("fair",), about="Hi")
    after = filled(ANA, found)
    assert (after.display_name, after.company, after.phones) == ("Ana Ruiz", "Acme", ANA.phones)
    assert (after.title, after.tags, after.about) == ("CTO", ("fair",), "Hi")


def test_a_profile_is_a_field_of_its_own_among_the_links() -> None:
    kept = dataclasses.replace(ANA, links=(Labelled("https://ana.example"),))
    assert [link.value for link in filled(kept, ANA).links] == ["https://ana.example", ANA.links[0].value]
    assert filled(ANA, named("x", links=(Labelled("https://linkedin.com/in/other"),))).links == ANA.links


def plan(cards: Sequence[Card], kept: Sequence[Card] = ()) -> Plan:
    index = Index("DE")
    for card in kept:
        index.add(card.id, keys(card))
    by_id = {card.id: card for card in kept}
    return plans.make([Entry(card) for card in cards], index, lambda ids: [by_id[i] for i in ids])


def test_the_same_file_twice_adds_nothing() -> None:
    cards = [ANA, named("Cy Coe"), named("Bo Berg", company="Acme", phones=(Labelled("1234567"),))]
    kept = [dataclasses.replace(card, id=i) for i, card in enumerate(cards, 1)]
    made = plan(cards, kept)
    assert (made.added, made.updated, made.skipped, made.problems) == (0, 0, 3, [])


def test_a_likely_namesake_is_added_and_told() -> None:
    made = plan([named("Ana Ruiz", company="Acme", title="Baker")], [dataclasses.replace(ANA, id=1)])
    assert (made.added, len(made.problems)) == (1, 1)
    assert "Ana Ruiz has the same name and company" in made.problems[0].message


def test_two_cards_of_one_person_in_one_file_become_one() -> None:
    made = plan([named("Ana Ruiz", emails=ANA.emails), dataclasses.replace(ANA, title="CTO")])
    assert (made.added, made.updated) == (1, 1)
    assert [(e.card.title, e.card.company) for e in made.new] == [("CTO", "Acme")]


def test_every_card_is_counted_once() -> None:
    made = plan([ANA, ANA, named("Cy"), named("Cy"), named("Bo")], [dataclasses.replace(ANA, id=9)])
    assert made.added + made.updated + made.skipped == 5


def test_the_cost_grows_with_the_file_and_not_with_the_tray() -> None:
    """A name, a firm and a switchboard shared by everybody must not make every card a candidate."""
    crowd = [named("Ana Ruiz", company="Acme", title=str(i), phones=(Labelled("030 1234567"),)) for i in range(6_000)]
    kept = [dataclasses.replace(card, id=i) for i, card in enumerate(crowd, 1)]
    started = time.process_time()
    plan(crowd, kept)
    assert time.process_time() - started < 5
