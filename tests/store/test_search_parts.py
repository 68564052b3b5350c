"""Several words typed: each may begin a word of the card, or stand inside a word of its names."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salver.cards.card import Card
from salver.cards.meeting import Meeting
from salver.store import Bundle, Filter, Store, search
from salver.store.search import words

PIECES = ("an", "na", "ruiz", "mar", "ia", "berg", "o", "sch", "ulz", "el", "is", "öd")
NAMES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(st.tuples(NAMES, NAMES, NAMES), min_size=1, max_size=8),
    typed=st.lists(NAMES, min_size=2, max_size=3),
    most=st.sampled_from((0, 400)),
)
def test_several_words_find_exactly_who_holds_them(
    store: Store, monkeypatch, people: list[tuple[str, str, str]], typed: list[str], most: int
) -> None:
    monkeypatch.setattr(search, "_MOST_AROUND", most)
    store.cards.trash(store.people.ids(Filter("everyone")))
    store.cards.empty_trash()
    store.cards.add_many(
        [Bundle(Card().named(f"{first} {last}"), (Meeting(topics=(topic,)),)) for first, last, topic in people]
    )
    terms = words(" ".join(typed))

    def holds(first: str, last: str, topic: str) -> bool:
        named, all_words = words(f"{first} {last}"), words(f"{first} {last} {topic}")
        return all(
            any(word.startswith(term) for word in all_words) or (len(term) > 2 and any(term in word for word in named))
            for term in terms
        )

    wanted = {f"{first} {last}".casefold() for first, last, topic in people if holds(first, last, topic)}
    if wanted:
        ids = store.people.ids(Filter("everyone", text=" ".join(typed)))
        assert {row.name.casefold() for row in store.people.rows(ids)} == wanted
