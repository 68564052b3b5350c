"""A first draft of a note, put together from the facts of its card and short frames; always with a gap.

The gap stands for a sentence of the person's own: without it the draft could come from anybody. Which frames are
taken follows from the card's `uid` and from the notes written to others, so that no two people of one event get the
same lines, and one card always gets the same draft. Nothing is said that the card does not hold.
"""

from __future__ import annotations

import enum
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from salver.cards.meeting import Tie, Told
from salver.cards.note import Channel, limit
from salver.cards.situation import InvitationState, Situation
from salver.cards.units import utf16_length
from salver.etiquette import words
from salver.etiquette.alike import Others
from salver.etiquette.facts import Facts, facts_of, is_known
from salver.etiquette.gap import GAP
from salver.etiquette.model import Finding, Span

Check = Callable[[str, Situation], tuple[Finding, ...]]

_ROOM = 44
"""UTF-16 units that a draft leaves for that sentence in an invitation."""
_MESSAGE_MOST = 600
"""UTF-16 units of a message's draft. Source: LinkedIn on recruiters' messages, 2022: those under 400 fared best."""
_ALIKE = 0.6
"""Share of word pairs from which two notes feel the same; the rule `same-note` speaks up at 0.8."""
_VARIANTS = 14
_OWN = {"bio": "I mend clocks in a small workshop in Ghent.", "": "Your goats of Leipzig came to my mind on the tram."}
"""Stand-ins for the person's own sentence while a draft is tried on the rules."""
_OF_THE_TIME = frozenset(
    "too-early too-late note-budget reinvite-too-soon profile-address already-connected same-note".split()
)
"""Rules that speak of when and whether, not of the wording: no other frame would please them."""
_SLOT = re.compile(r"\{(\w+)\}")


class Tone(enum.StrEnum):
    """How a draft sounds."""

    WARM = "warm"
    BRIEF = "brief"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Draft:
    """The text, the place of the gap in code points, and what is asked for there, a key of the table `gap`."""

    text: str
    gap: Span
    ask: str

    @property
    def hint(self) -> str:
        """What could fill the gap, such as "what stayed with you"."""
        return words.tables("frames")["gap"][self.ask][0]


def offers(situation: Situation, tone: Tone, check: Check | None = None) -> Draft:
    """The draft for this card in this tone. `check` is an engine's: with it, frames that it minds are passed over."""
    facts, others = facts_of(situation, formal=tone is Tone.FORMAL), Others(situation.others)
    best: tuple[float, Draft] | None = None
    for recipe in _recipes(facts, situation, tone):
        for draft in _drafts(recipe, facts, situation, tone):
            cost = _cost(draft, others, situation, check)
            if cost == 0:
                return draft
            if best is None or cost < best[0]:
                best = (cost, draft)
    assert best is not None  # the barest recipe is tried whatever its length
    return best[1]


@dataclass(frozen=True, slots=True)
class _Recipe:
    """Which facts a draft uses. `asks` is the table of its question."""

    topic: str = ""
    words: bool = False
    friend: bool = False
    offered: bool = False
    promise: bool = True
    there: bool = True
    asks: str = "plain"


def _recipes(facts: Facts, situation: Situation, tone: Tone) -> Iterator[_Recipe]:
    """Ways to choose among the facts, the richest first; the last takes next to nothing."""
    hook = facts.hook[0]
    short = tone is Tone.BRIEF or situation.meeting.tie is Tie.FRIEND
    long = situation.channel is not Channel.INVITATION and not short
    first, rest = facts.topics[:1], facts.topics[1:2]
    extras = [("", "", ""), ("words", "", ""), ("friend", "", ""), ("words", "friend", "offered")]
    tried = extras[::-1] if long else extras[1:3] + extras[:1]
    plain = "stranger" if situation.meeting.tie.has_not_met else "plain"
    asks = hook or ("topic" if first else "event" if facts.slots["event"] else plain)
    if situation.meeting.tie is Tie.STRANGER and asks == "event":
        asks = plain
    if hook and hook != "whole" and rest:
        rest = ()
    for kept in tried:
        if all(not name or facts.slots["x" if name == "offered" else name] for name in kept):
            with_topic = not (short and kept[0])
            yield _Recipe(
                topic=first[0] if first and with_topic else "",
                words="words" in kept, friend="friend" in kept, offered="offered" in kept, asks=asks,
            )  # fmt: skip
    for name in facts.topics:
        yield _Recipe(topic=name, asks=asks)
        yield _Recipe(topic=name, there=False, asks=asks)
    yield _Recipe(asks=plain if asks == "topic" else asks)
    if facts.slots["event"]:
        yield _Recipe(asks="event")
    yield from (_Recipe(asks=plain), _Recipe(there=False, asks=plain), _Recipe(there=False, asks=""))
    yield _Recipe(there=False, asks="", promise=False)


def _drafts(recipe: _Recipe, facts: Facts, situation: Situation, tone: Tone) -> Iterator[Draft]:
    """The variants of a recipe in the order of this card."""
    slots = {**facts.slots, "topic": recipe.topic}
    if not recipe.there:
        slots |= {"there": "", "event": ""}
    lines = words.tables("frames")[tone.value]
    parts = [lines["hail"] if slots["name"] else ("Hello,",), *_middles(recipe, facts, situation, lines)]
    closing = _closing(recipe, facts, situation, tone)
    filled = [[line for frame in part if (line := _filled(frame, slots))] or [""] for part in (*parts, closing)]
    key = f"{situation.card.uid or situation.card.shown_name}|{tone}|{situation.channel}|{recipe.asks}"
    seed = hashlib.sha256(key.encode("utf-8", "replace")).digest()
    every = list(product(*filled))
    step = _step(len(every), seed[4])
    start = int.from_bytes(seed[:4], "big") % len(every)
    for number in range(min(_VARIANTS, len(every))):
        chosen = every[(start + number * step) % len(every)]
        yield _joined(chosen, facts, _ask(recipe, situation, slots), with_promise=recipe.promise)


def _step(length: int, seed: int) -> int:
    """A stride that visits every combination: neighbours in the list differ in one line only."""
    stride = max(1, length * (5 + seed % 5) // 17)
    while stride > 1 and any(length % p == 0 and stride % p == 0 for p in range(2, stride + 1)):
        stride -= 1
    return stride


def _filled(frame: str, slots: dict[str, str]) -> str:
    """The frame with its slots filled; empty when one that must be there is not."""
    for name in _SLOT.findall(frame):
        if not slots.get(name) and name not in ("there", "when"):
            return ""
    return _SLOT.sub(lambda match: slots[match.group(1)], frame)


Lines = dict[str, tuple[str, ...]]


def _middles(recipe: _Recipe, facts: Facts, situation: Situation, lines: Lines) -> list[tuple[str, ...]]:
    """The tables of lines between greeting and gap, in order."""
    meeting, tie = situation.meeting, situation.meeting.tie
    out: list[tuple[str, ...]] = []
    if situation.channel is Channel.REPLY:
        out.append(lines["reply"])
        if not is_known(situation):
            return out
    elif situation.invitation.state is InvitationState.ACCEPTED and situation.channel is Channel.MESSAGE:
        out.append(lines["linked"])
    opening = lines.get(_opening(recipe, facts, situation), ())
    # One thank-you is enough.
    out.append(tuple(line for line in opening if not (out and line.startswith("thank"))) or opening)
    if tie.has_not_met and situation.channel is not Channel.REPLY:
        out.append(lines["bio"])
    told = meeting.told is Told.NO and tie in (Tie.MET, Tie.UNKNOWN)
    if told and situation.channel is Channel.INVITATION:
        out.append(lines["untold"])
    for name in ("words", "friend", "offered"):
        if getattr(recipe, name):
            out.append(lines[name])
    return out


def _opening(recipe: _Recipe, facts: Facts, situation: Situation) -> str:
    """The table of the first sentence, by tie; empty for none."""
    there, topic = bool(facts.slots["there"]) and recipe.there, "_topic" if recipe.topic else ""
    match situation.meeting.tie:
        case Tie.MET:
            return f"met{topic}"
        case Tie.INTRODUCED:
            return f"introduced{topic}" if facts.slots["introducer"] else "introduced_nobody"
        case Tie.FRIEND | Tie.COLLEAGUE:
            return f"seen{topic}" if topic or there else ""
        case Tie.HEARD:
            return f"heard{topic}"
        case Tie.STRANGER:
            return "stranger"
    # Topics are what was talked about, so there was a talk; more than that is not known.
    return "met_topic" if topic else "unknown" if recipe.there and facts.slots["event"] else ""


def _closing(recipe: _Recipe, facts: Facts, situation: Situation, tone: Tone) -> tuple[str, ...]:
    """The frames of the question, with what is asked in place already."""
    frames, topic = words.tables("frames")["asks"], recipe.topic
    if situation.channel is Channel.REPLY and not is_known(situation):
        return words.tables("frames")[tone.value]["tell"]
    what = facts.hook[1]
    if recipe.asks == "whole":
        return (_plain(what),)
    if recipe.asks in ("about", "for", "whether", "give"):
        return tuple(frame.replace("{x}", _plain(what)) for frame in frames[recipe.asks])
    if recipe.asks == "topic":
        named = _names_topic(recipe, facts, situation)
        rest = (
            [name for name in facts.topics if name != topic][:1] if situation.channel is not Channel.INVITATION else []
        )
        about = rest[0] if rest else "it" if named else (topic or facts.topics[0])
        return tuple(frame.replace("{topic}", _plain(about)) for frame in frames["topic"])
    return frames.get(recipe.asks, ())


def _names_topic(recipe: _Recipe, facts: Facts, situation: Situation) -> bool:
    """True when the first sentence names the topic and nothing comes between, so that "it" is clear."""
    between = recipe.words or recipe.friend or recipe.offered
    return bool(recipe.topic) and _opening(recipe, facts, situation).endswith("_topic") and not between


def _plain(text: str) -> str:
    """Braces never come from a card."""
    return text.replace("{", "").replace("}", "")


def _ask(recipe: _Recipe, situation: Situation, slots: dict[str, str]) -> str:
    """Which line of the table `gap` to show."""
    tie = situation.meeting.tie
    if situation.channel is Channel.REPLY and not is_known(situation):
        return "reply"
    if tie.has_not_met:
        return "bio" if not slots["bio"] else "heard" if tie is Tie.HEARD else "stranger"
    if tie is Tie.FRIEND:
        return "friend"
    return "words" if recipe.words else "topic" if recipe.topic else "own"


def _joined(chosen: Iterable[str], facts: Facts, ask: str, *, with_promise: bool) -> Draft:
    hail, *middles, closing = chosen
    said = [part for part in middles if part]
    said[1:] = [part[0].upper() + part[1:] for part in said[1:]]
    before = " ".join((hail, *said))
    after = " ".join(part for part in (facts.promise if with_promise else "", closing) if part)
    gap = Span(len(before) + 1, len(before) + 1 + len(GAP))
    return Draft(f"{before} {GAP} {after}".rstrip(), gap, ask)


def _cost(draft: Draft, others: Others, situation: Situation, check: Check | None) -> float:
    """0 for a draft that fits, is like no other and that no rule minds; the more the worse."""
    most = limit(situation.channel, situation.sender.plan)
    room = min(most - _ROOM, _MESSAGE_MOST) if most is not None else _MESSAGE_MOST
    over = utf16_length(draft.text) - room
    if over > 0:
        return 1_000 + over
    alike = others.nearest(draft.text)
    cost = 100 * alike if alike >= _ALIKE else 0.0
    if cost == 0 and check is not None:
        own = _OWN["bio"] if draft.ask == "bio" else _OWN[""]
        filled = draft.text[: draft.gap.start] + own + draft.text[draft.gap.end :]
        # Tried without the limit: how long their own sentence will be is not known yet.
        roomy = replace(situation, sender=replace(situation.sender, plan="premium"))
        found = check(filled, roomy)
        cost = sum(10 - 3 * f.severity.rank for f in found if f.rule not in _OF_THE_TIME | {"too-long"})
    return cost
