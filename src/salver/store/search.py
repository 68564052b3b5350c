"""Search over both sides of every card: folded words, prefixes, parts of names, and a typo forgiven.

The index is written in the transaction of the row, never by triggers, which `trusted_schema=OFF` forbids.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from salver.cards.card import Card
from salver.cards.meeting import Meeting
from salver.cards.names import fold
from salver.store.db import Database

# Scripts written without spaces: every later beginning of a run is a word too, so that a part of it is found.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PHONE = re.compile(r"[\d\s()+./\-]+")
LONGEST_WORD = 40
# The rest of a longer word is passed over with it.
_WORD = re.compile(rf"([^\W_]{{1,{LONGEST_WORD}}})[^\W_]*")
_PLAIN_WORD = re.compile(rf"([a-z0-9]{{1,{LONGEST_WORD}}})[a-z0-9]*")
MOST_TERMS = 12
_PART_FROM = 3
_TYPO_FROM = 3
_TWO_TYPOS_FROM = 8
_NEAR_WORDS = 40
_MOST_AROUND = 400
_FEW = 5_000
"""Up to so many hits are put in order by their places; more by walking the whole order once."""


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    folded = fold(text)
    found: list[str] = (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)
    return found


def _later_beginnings(found: Iterable[str]) -> list[str]:
    return [
        word[i:]
        for word in found
        if not word.isascii() and _UNSPACED.search(word)
        for i in range(1, len(word))
        if _UNSPACED.match(word[i])
    ]


def _phone_words(value: str) -> list[str]:
    """The digits of a number from each of its groups on, so that it is found however its groups are typed."""
    groups = re.findall(r"\d+", value)
    return ["".join(groups[i:]).lstrip("0")[:LONGEST_WORD] for i in range(len(groups))]


def card_words(card: Card, meetings: Iterable[Meeting] = (), notes: Iterable[str] = ()) -> tuple[str, str]:
    """All words of both sides of a card and of its notes, each once; and those of names and company alone.

    The second are for finding parts and forgiving typos.
    """
    shown, parts = card.display_name, f"{card.first_name} {card.last_name}"
    named = f"{shown if shown == parts else f'{shown} {parts}'} {card.middle_name} {card.nickname} {card.company}"
    texts = [card.title, card.prefix, card.suffix, card.pronunciation, card.about, *card.tags]
    texts += [line.value for lines in (card.emails, card.phones, card.links, card.addresses) for line in lines]
    for meeting in meetings:
        texts += [meeting.event, meeting.place, meeting.their_words, meeting.hook]
        texts += meeting.topics + meeting.private
        texts += [ref.name for ref in meeting.friends] + [promise.text for promise in meeting.promises]
        if meeting.introduced_by:
            texts.append(meeting.introduced_by.name)
    texts += notes
    names = dict.fromkeys(words(named))
    found = dict.fromkeys([*names, *words(" ".join(texts))])
    for phone in card.phones:
        found |= dict.fromkeys(filter(None, _phone_words(phone.value)))
    every = " ".join(found)
    if not every.isascii():
        every = " ".join(dict.fromkeys([*found, *_later_beginnings(found)]))
    return every, " ".join(names)


class Search:
    """The index of one file."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._order: list[int] | None = None
        self._place: array[int] | None = None
        """The place of each card in the order, by its id: four bytes a card."""
        self._vocabulary: list[str] | None = None
        self._text = ""
        db.after_rollback.append(self.forget_caches)

    def forget_caches(self) -> None:
        """Read order and vocabulary again when they are next needed."""
        self.order_changed()
        self._vocabulary = None

    def order_changed(self) -> None:
        """A name came, went or changed: the order of the list is read again when it is next needed."""
        self._order = None
        self._place = None

    # --- writing, inside the transaction of the card

    def put(self, card_id: int, all_words: str, names: str) -> None:
        """Index a card, or index it anew."""
        old = self._db.value("SELECT words FROM search WHERE rowid = ?", (card_id,))
        if old != all_words:
            if old is not None:
                self._db.run("DELETE FROM search WHERE rowid = ?", (card_id,))
            self._db.run("INSERT INTO search (rowid, words) VALUES (?, ?)", (card_id, all_words))
        old = self._db.value("SELECT words FROM parts WHERE rowid = ?", (card_id,))
        if old != names:
            if old is not None:
                self._db.run("DELETE FROM parts WHERE rowid = ?", (card_id,))
                self._unlearn(old)
            self._db.run("INSERT INTO parts (rowid, words) VALUES (?, ?)", (card_id, names))
            self._learn(Counter(names.split()))

    def add_many(self, rows: Sequence[tuple[int, str, str]]) -> None:
        """Index cards that are not indexed yet."""
        self._db.many("INSERT INTO search (rowid, words) VALUES (?, ?)", ((i, text) for i, text, _ in rows))
        self._db.many("INSERT INTO parts (rowid, words) VALUES (?, ?)", ((i, text) for i, _, text in rows))
        self._learn(Counter(" ".join([text for _, _, text in rows]).split()))

    def remove(self, card_id: int) -> None:
        """Take a card out of the index."""
        self._db.run("DELETE FROM search WHERE rowid = ?", (card_id,))
        old = self._db.value("SELECT words FROM parts WHERE rowid = ?", (card_id,))
        if old is not None:
            self._db.run("DELETE FROM parts WHERE rowid = ?", (card_id,))
            self._unlearn(old)

    def remove_run(self, first: int, last: int) -> None:
        """Take all cards from one id to another out of the index."""
        run = (first, last)
        self._db.run("DELETE FROM search WHERE rowid BETWEEN ? AND ?", run)
        old = self._db.column("SELECT words FROM parts WHERE rowid BETWEEN ? AND ?", run)
        self._db.run("DELETE FROM parts WHERE rowid BETWEEN ? AND ?", run)
        self._unlearn(" ".join(old))

    def _learn(self, counted: Counter[str]) -> None:
        self._vocabulary = None
        self._db.many(
            "INSERT INTO word (word, cards) VALUES (?, ?)"
            " ON CONFLICT (word) DO UPDATE SET cards = cards + excluded.cards",
            sorted(counted.items()),
        )

    def _unlearn(self, text: str) -> None:
        self._vocabulary = None
        gone = Counter(text.split())
        self._db.many("UPDATE word SET cards = cards - ? WHERE word = ?", ((many, word) for word, many in gone.items()))
        self._db.many("DELETE FROM word WHERE word = ? AND cards <= 0", ((word,) for word in gone))

    def clear(self) -> None:
        """Empty the index, to build it anew."""
        for statement in ("DELETE FROM search", "DELETE FROM parts", "DELETE FROM word"):
            self._db.run(statement)
        self.forget_caches()

    def optimize(self) -> None:
        """Merge the index into one piece, so that words of removed cards leave the file's bytes."""
        self._db.run("INSERT INTO search (search) VALUES ('optimize')")
        self._db.run("INSERT INTO parts (parts) VALUES ('optimize')")

    # --- finding

    def in_order(self, found: set[int]) -> list[int]:
        """The ids in the order of names."""
        order = self.order()
        if len(found) > _FEW:
            return list(filter(found.__contains__, order))
        if self._place is None:
            place = array("I", bytes(4 * (max(order, default=0) + 1)))
            for position, card_id in enumerate(order):
                place[card_id] = position
            self._place = place
        known = len(self._place)
        return sorted((card_id for card_id in found if card_id < known), key=self._place.__getitem__)

    def order(self) -> list[int]:
        """All cards that are not in the trash, by name. Not to be changed by the caller."""
        if self._order is None:
            self._order = self._db.array(
                "SELECT json_group_array(card_id) FROM (SELECT card_id FROM person ORDER BY sort_key, card_id)"
            )
        return self._order

    def find(self, text: str) -> set[int]:
        """The cards that hold every word of the text; never an error, whatever is typed."""
        terms = list(dict.fromkeys(words(text[:1_000])))[:MOST_TERMS]
        if not terms:
            return set()
        found = self._with_beginnings(terms)
        if len(terms) == 1 and len(terms[0]) >= _PART_FROM:
            found |= self._with_part(terms[0])
        elif len(terms) > 1:
            found |= self._with_parts_among(terms)
        if _PHONE.fullmatch(text.strip()):
            digits = re.sub(r"\D", "", text).lstrip("0")
            if len(digits) >= _PART_FROM:
                found |= self._with_beginnings([digits[:LONGEST_WORD]])
        return found or self._forgiving(terms)

    def holding(self, terms: Sequence[str]) -> tuple[int, ...]:
        """The cards that hold every one of these whole folded words."""
        query = " ".join(f'"{term}"' for term in terms)
        return tuple(self._db.column("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid", (query,)))

    def _with_beginnings(self, terms: list[str]) -> set[int]:
        query = " ".join(f'"{term}"*' for term in terms)
        return set(self._db.array("SELECT json_group_array(rowid) FROM search WHERE search MATCH ?", (query,)))

    def _with_part(self, term: str) -> set[int]:
        if len(term) < _PART_FROM:
            return set()
        return set(self._db.array("SELECT json_group_array(rowid) FROM parts WHERE parts MATCH ?", (f'"{term}"',)))

    def _with_parts_among(self, terms: list[str]) -> set[int]:
        """The cards that hold every term, some of them inside a word of their names; few of them begin a word, too.

        One query over the words that hold a term: sets of the cards of each term would be large, and met to a few.
        """
        inside = {term: self._words_around(term) for term in terms}
        if not any(inside.values()):
            return set()
        if any(len(around) > _MOST_AROUND for around in inside.values()):
            return self._meet([self._with_part(term) | self._with_beginnings([term]) for term in terms])
        query = " AND ".join(
            "(" + " OR ".join([f'"{term}"*', *(f'"{word}"' for word in around)]) + ")"
            for term, around in inside.items()
        )
        return set(self._db.array("SELECT json_group_array(rowid) FROM search WHERE search MATCH ?", (query,)))

    def _words_around(self, term: str) -> list[str]:
        """The words of names and companies that hold the term, but not at their beginning."""
        if len(term) < _PART_FROM:
            return []
        text = self._joined()
        found = []
        at = text.find(term)
        while at >= 0:
            end = text.index("\n", at)
            if text[at - 1] != "\n":
                found.append(text[text.rindex("\n", 0, at) + 1 : end])
            at = text.find(term, end)
        return found

    @staticmethod
    def _meet(sets: list[set[int]]) -> set[int]:
        first, *rest = sorted(sets, key=len)
        return first.intersection(*rest)

    def _forgiving(self, terms: list[str]) -> set[int]:
        """What is found when one letter (two from eight) of each word that finds nothing may be wrong."""
        exact = []
        for term in terms:
            exact.append(self._with_beginnings([term]) | self._with_part(term))
        if all(exact):
            return self._meet([known | self._near(term) for term, known in zip(terms, exact, strict=True)])
        return self._meet([known or self._near(term) for term, known in zip(terms, exact, strict=True)])

    def _near(self, term: str) -> set[int]:
        if len(term) < _TYPO_FROM:
            return set()
        # Only a typo needs it, and it takes a tenth of the time to the first window.
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        size = len(term)
        wrong = 2 if size >= _TWO_TYPOS_FROM else 1
        known = self.vocabulary()
        # A word of another length is further away than that; of a longer one, the beginning may be meant.
        alike = [word for word in known if -wrong <= len(word) - size <= wrong]
        longer = [word for word in known if len(word) > size]
        near = {
            held[index]
            for held, choices in ((alike, alike), (longer, [word[:size] for word in longer]))
            for _, _, index in process.extract(
                term, choices, scorer=OSA.distance, score_cutoff=wrong, limit=_NEAR_WORDS
            )
        }
        if not near:
            return set()
        query = " OR ".join(f'"{word}"' for word in sorted(near))
        return set(self._db.array("SELECT json_group_array(rowid) FROM search WHERE search MATCH ?", (query,)))

    def vocabulary(self) -> list[str]:
        """The words of all names and companies."""
        if self._vocabulary is None:
            self._vocabulary = self._db.column("SELECT word FROM word")
            self._text = ""
        return self._vocabulary

    def _joined(self) -> str:
        known = self.vocabulary()
        if not self._text:
            self._text = "\n" + "\n".join(known) + "\n"
        return self._text
