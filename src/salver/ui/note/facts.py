"""Facts from the back of a card: what a note could mention, and what it already does.

Pure: no Qt, no clock. The private lines of a meeting are never looked at here.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from salver.cards.meeting import By, Meeting, Promise, Tie
from salver.cards.names import fold
from salver.ui.note import days

if TYPE_CHECKING:
    import snowballstemmer

LABEL_MOST = 26
"""Characters of a chip before it is shortened."""

OCCASION_BELOW = 6
"""With as many facts from the conversation, the occasion is left out: two rows of chips, and better things to say."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STOP = frozenset(
    """a an the and or but of to in on at for from with by about into over after before as is are was were be been
    am do does did has have had will would can could should shall may might must i you he she we they it me him her us
    them my your his its our their this that these those there here what when where why how who which whose whom so
    if then than not no yes just very really also too again soon more some any all each both up out off s t re ve ll d m
    ask tell""".split()
)
DOING = frozenset(
    """send share forward email mail show give introduce connect find look ask call ring bring lend return book check
    write post pass tell try read review test invite help link put pick get make upload print meet visit let come
    recommend point suggest explain""".split()
)
"""First words of a promise that say it is something to do: "send the slides"."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


class Kind(enum.StrEnum):
    """Where on the back of the card a fact stands."""

    TOPIC = "topic"
    HOOK = "hook"
    PROMISE = "promise"
    THEIR_PROMISE = "their promise"
    WORDS = "their words"
    INTRODUCER = "introduced by"
    FRIEND = "friend in common"
    WHERE = "where"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing worth mentioning: `label` for its chip, `text` as it stands on the card."""

    kind: Kind
    label: str
    text: str
    due: dt.date | None = None
    """For a promise: the day it is due."""


def facts_of(meeting: Meeting, today: dt.date | None = None) -> tuple[Fact, ...]:
    """The facts of a meeting in a fixed order, so that chips do not move while somebody types.

    Promises that were kept are left out, and so is the occasion when you have not met there or there is much
    else. `today` lets a promise due within a week be named by its weekday.
    """
    facts = [Fact(Kind.TOPIC, _short(topic), topic) for topic in meeting.topics if topic.strip()]
    if meeting.hook.strip():
        facts.append(Fact(Kind.HOOK, _hook_label(meeting.hook), meeting.hook.strip()))
    facts += [_promise(p, today) for p in meeting.promises if p.done_at is None and p.text.strip()]
    if meeting.their_words.strip():
        bare = bare_quote(meeting.their_words)
        facts.append(Fact(Kind.WORDS, f"“{_first_words(bare, 12)}”", bare))
    if meeting.introduced_by is not None and meeting.introduced_by.name.strip():
        facts.append(_person(Kind.INTRODUCER, meeting.introduced_by.name, meeting))
    facts += [_person(Kind.FRIEND, friend.name, meeting) for friend in meeting.friends if friend.name.strip()]
    where = (meeting.event or meeting.place).strip()
    if where and meeting.tie is not Tie.STRANGER and len(facts) < OCCASION_BELOW:
        facts.append(Fact(Kind.WHERE, _short(where), where))
    return tuple(_told_apart(_without_repeats(facts)))


def _without_repeats(facts: Iterable[Fact]) -> Iterable[Fact]:
    seen: set[str] = set()
    for fact in facts:
        key = fold(fact.text)
        if key not in seen:
            seen.add(key)
            yield fact


def _told_apart(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Chips that would read alike take more of their words: "Did the repo move?" beside "Will the repo move?"."""
    held = tuple(facts)
    labels = [fold(fact.label) for fact in held]
    for fact, label in zip(held, labels, strict=True):
        yield replace(fact, label=_short(fact.text)) if labels.count(label) > 1 else fact


def _person(kind: Kind, name: str, meeting: Meeting) -> Fact:
    others = [f.name for f in meeting.friends]
    if meeting.introduced_by is not None:
        others.append(meeting.introduced_by.name)
    first = name.split()[0]
    shared = sum(1 for other in set(others) if other.split()[:1] == [first]) > 1
    return Fact(kind, _short(name if shared else first), name.strip())


def _promise(promise: Promise, today: dt.date | None) -> Fact:
    words = promise.text.split()
    if len(words) > 1 and fold(words[0]) in DOING:
        words = words[1:]
    label = _content_label(words, 16) or promise.text
    if promise.due is not None:
        label = f"{label} {day_word(promise.due, today)}"
    kind = Kind.PROMISE if promise.by is By.ME else Kind.THEIR_PROMISE
    return Fact(kind, _short(label), promise.text.strip(), promise.due)


def day_word(day: dt.date, today: dt.date | None) -> str:
    """The weekday of a day in the coming week, otherwise its date, such as "28 April"."""
    if today is not None and 0 <= (day - today).days < 7:
        return days.WEEKDAYS[day.weekday()]
    return f"{day.day} {days.MONTHS[day.month - 1]}"


def bare_quote(text: str) -> str:
    """Their words without the quotation marks and the full stop around them."""
    return text.strip().strip('"“”„«»').strip().rstrip(".").strip()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LABEL_MOST else text[: LABEL_MOST - 1].rstrip() + "…"


def _first_words(text: str, most: int) -> str:
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    head = text[:most]
    cut = head.rfind(" ")
    return (head[:cut] if cut > 3 else head[: most - 1]).rstrip(" ,;:") + "…"


def _content_label(words: list[str], most: int) -> str:
    kept = [w.strip('.,;:!?"“”') for w in words if fold(w.strip('.,;:!?"“”')) not in _STOP]
    label = ""
    for word in kept[:3]:
        longer = f"{label} {word}".strip()
        if label and len(longer) > most:
            break
        label = longer
    return label


def _hook_label(hook: str) -> str:
    words = [w for w in hook.split() if fold(w.strip(".,;:!?")) not in _STOP]
    label = _content_label(words[:2], 20) or _first_words(hook.rstrip("?"), 16)
    return _short(label.rstrip("…?")) + "?"


@cache
def _stemmer() -> snowballstemmer.stemmer:
    # Loads the stemmers of thirty languages, and most starts write no note.
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    """The stem of one word, empty for one that carries no meaning. Kept, because a note is asked at each key."""
    plain = fold(word).removesuffix("'s").removesuffix("’s")
    return "" if plain in _STOP else str(_stemmer().stemWord(plain))


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, folded: "Thanks for the tips" gives thank and tip."""
    return tuple(stem for word in _WORD.findall(text) if (stem := _stem(word)))


_SHARE = {
    Kind.TOPIC: 0.6, Kind.HOOK: 0.5, Kind.PROMISE: 0.5, Kind.THEIR_PROMISE: 0.5, Kind.WORDS: 0.5,
    Kind.INTRODUCER: 0.01, Kind.FRIEND: 0.01, Kind.WHERE: 0.5,
}  # fmt: skip
"""The part of a fact's stems that a note must hold to count as mentioning it; of a name, one word is enough."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """A note, taken apart once, to ask many facts of it."""

    folded: str
    stems: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Mentions:
        """The note as it stands."""
        return cls(fold(text), frozenset(stems(text)))

    def uses(self, fact: Fact) -> bool:
        """True when the note mentions the fact, in whatever form of its words."""
        folded = fold(fact.text)
        if _UNSPACED.search(fact.text):
            return folded in self.folded
        wanted = stems(fact.text)
        if fact.kind in (Kind.PROMISE, Kind.THEIR_PROMISE) and len(wanted) > 1:
            wanted = tuple(w for w in wanted if w not in _doing_stems()) or wanted
        if fact.kind is Kind.WHERE:
            # Nobody writes the year or the country of an event they were both at.
            wanted = tuple(w for w in wanted if len(w) > 2 and not w.isdigit()) or wanted
        if not wanted:
            return bool(folded) and re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", self.folded) is not None
        distinct = dict.fromkeys(wanted)
        held = sum(1 for stem in distinct if stem in self.stems)
        if fact.kind is Kind.TOPIC and len(distinct) == 2:
            return held == 2
        return held > 0 and held >= _SHARE[fact.kind] * len(distinct)


@cache
def _doing_stems() -> frozenset[str]:
    return frozenset(_stemmer().stemWords(sorted(DOING)))
