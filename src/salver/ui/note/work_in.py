"""How a fact is worked into a note at the caret: a few sensible words around it, and the right spaces.

Pure. Offsets are code points of the text.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from salver.cards.card import Card
from salver.cards.meeting import Meeting, Tie
from salver.cards.names import fold
from salver.ui.note.facts import DOING, Fact, Kind, day_word

_ENDS = ".!?…。！？:;\n"
_OPENERS = "([{“‘«„\"'"
_CLOSERS = ".,;:!?)]}”’»…"
_ASKING = frozenset(
    """did do does is are was were has have had can could will would should may might how what when where why who
    which""".split()
)
_LINKING = frozenset(
    """a an the and or but of to in on at for from with by about into over after as like your my our their his her
    its that this these those is are was were loved enjoyed liked remember mentioned via through know met""".split()
)
"""After one of these a sentence goes on, so a fact fits in as it is."""
_TALKING = frozenset(
    """chat chats talk talks talked talking chatted chatting conversation discussion discussing spoke speaking tips
    thoughts ideas idea advice stories story words""".split()
)
_ENGLISH = frozenset(
    """hi hello hey dear the and of to in for with you your was it is thanks thank we at our that my about good great
    nice i did how what""".split()
)
_GREETING = re.compile(r"^\s*(hi|hello|hey|dear|good (morning|afternoon|evening))\b[^.!?\n]{0,40},\s*$", re.IGNORECASE)
_KEPT_CAPITAL = re.compile(r"^(I\b|I['’]|[“\"])")


@dataclass(frozen=True, slots=True)
class Insertion:
    """Put `words` in place of `start`..`end`; the caret then stands at `caret`."""

    start: int
    end: int
    words: str

    @property
    def caret(self) -> int:
        """Where the caret stands afterwards, in code points of the new text."""
        return self.start + len(self.words)


def work_in(
    text: str, start: int, end: int, fact: Fact, card: Card, meeting: Meeting, today: dt.date | None = None
) -> Insertion:
    """The insertion that mentions `fact` where the caret is (`start` = `end`), or over what is chosen."""
    start, end = max(0, min(start, end)), min(len(text), max(start, end))
    if start == end:
        start = end = _word_end(text, start)
    before, after = text[:start], text[end:]
    line = before.rpartition("\n")[2]
    if text.strip() and not _is_english(text):
        return _placed(start, end, before, after, _bare(fact))
    if not before.strip() and not text.strip():
        greeting = f"Hi {card.greeting_name}, " if card.greeting_name else "Hello, "
        return _placed(start, end, before, after, greeting + _lowered(_sentence(fact, meeting, today)))
    if _GREETING.match(line) or (line.rstrip().endswith(",") and _GREETING.match(line.rstrip() + " ")):
        return _placed(start, end, before, after, _lowered(_sentence(fact, meeting, today)))
    if not line.strip() or line.rstrip("”’\"')» \t")[-1:] in _ENDS:
        return _placed(start, end, before, after, _sentence(fact, meeting, today))
    return _going_on(start, end, before, after, line, fact, meeting, today)


def _going_on(
    start: int,
    end: int,
    before: str,
    after: str,
    line: str,
    fact: Fact,
    meeting: Meeting,
    today: dt.date | None,
) -> Insertion:
    last = fold(re.split(r"\s+", line.strip())[-1].strip("“”\"'"))
    if last in _TALKING and fact.kind is Kind.TOPIC:
        return _placed(start, end, before, after, f"about {fact.text}")
    if last in ("at", "in", "on") and fact.kind is Kind.WHERE:
        return _placed(start, end, before, after, _place_bare(fact.text))
    inside = bool(after.strip()) and not after.lstrip(" ").startswith(("\n", *_CLOSERS))
    if last in _LINKING or inside or last.endswith(","):
        return _placed(start, end, before, after, _bare(fact))
    if fact.kind is Kind.WHERE:
        return _placed(start, end, before, after, _at(fact.text))
    cut = len(before.rstrip(" "))
    rest = after[1:] if after[:1] in (".", "!", "?") else after
    eaten = end + (len(after) - len(rest))
    stop = after[:1] if eaten > end else "."
    return Insertion(cut, eaten, _spaced_after(f"{stop} {_sentence(fact, meeting, today)}", rest))


def _word_end(text: str, at: int) -> int:
    if 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at]):
        while at < len(text) and _in_word(text[at]):
            at += 1
    return at


def _in_word(char: str) -> bool:
    return (
        char.isalnum()
        or char in "'’-_"
        or (not char.isspace() and char > "\u036f" and not char.isalnum() and char not in _CLOSERS + _OPENERS)
    )


def _is_english(text: str) -> bool:
    words = re.findall(r"[a-z]+", text.casefold())
    return any(word in _ENGLISH for word in words)


def _placed(start: int, end: int, before: str, after: str, words: str) -> Insertion:
    glue = " " if before and not before[-1].isspace() and before[-1] not in _OPENERS else ""
    return Insertion(start, end, _spaced_after(glue + words, after))


def _spaced_after(words: str, after: str) -> str:
    if not after or after[0].isspace():
        return words
    if after[0] in _CLOSERS:
        return words.rstrip(".") if after[0] in ".!?" else words
    return words + " "


def _lowered(sentence: str) -> str:
    first = re.match(r"[^\W\d_]+", sentence)
    if first is None or _KEPT_CAPITAL.match(sentence):
        return sentence
    known = fold(first.group()) in _ASKING or fold(first.group()) in _OWN_STARTS
    return sentence[0].lower() + sentence[1:] if known else sentence


_OWN_STARTS = frozenset("good we thank your would may as it on".split())


def _bare(fact: Fact) -> str:
    if fact.kind is Kind.WORDS:
        return f"“{fact.text}”"
    if fact.kind in (Kind.INTRODUCER, Kind.FRIEND):
        return fact.label.rstrip("…")
    if fact.kind is Kind.WHERE:
        return _place_bare(fact.text)
    return fact.text


def _place_bare(place: str) -> str:
    return re.sub(r"^(at|in|on)\s+", "", place, flags=re.IGNORECASE)


def _at(place: str) -> str:
    return place if re.match(r"^(at|in|on)\s", place, re.IGNORECASE) else f"at {place}"


def _sentence(fact: Fact, meeting: Meeting, today: dt.date | None) -> str:
    who = fact.label.rstrip("…")
    match fact.kind:
        case Kind.TOPIC:
            return _topic(fact.text, meeting.tie)
        case Kind.HOOK:
            return _question(fact.text)
        case Kind.PROMISE:
            return _my_promise(fact, today)
        case Kind.THEIR_PROMISE:
            return _their_promise(fact.text)
        case Kind.WORDS:
            return f"“{fact.text}” stayed with me."
        case Kind.INTRODUCER:
            return f"{who} introduced us."
        case Kind.FRIEND:
            return f"We both know {who}."
        case Kind.WHERE:
            return f"I heard you speak {_at(fact.text)}." if meeting.tie is Tie.HEARD else f"We met {_at(fact.text)}."


def _topic(topic: str, tie: Tie) -> str:
    topic = topic.rstrip(".")
    if tie is Tie.HEARD:
        return f"Thank you for what you said about {topic}."
    if tie is Tie.STRANGER:
        return f"I care about {topic} too."
    return f"Good to talk about {topic} with you."


def _question(hook: str) -> str:
    hook = hook.strip()
    if "?" in hook:
        return hook
    bare = hook.rstrip(".")
    words = bare.split()
    if fold(words[0]) in _ASKING:
        return bare[0].upper() + bare[1:] + "?"
    asked = re.match(r"^ask(?:\s+(?:them|her|him))?\s+(.*)$", bare, re.IGNORECASE)
    about = asked.group(1) if asked else bare
    if re.match(r"^(if|whether|how|what|when|where|why|who|which)\b", about, re.IGNORECASE):
        return f"May I ask {about}?"
    about = re.sub(r"^(about|for|after)\s+", "", about, flags=re.IGNORECASE)
    return f"Would you tell me more about {about}?"


def _begins_with_doing(text: str) -> bool:
    return fold(text.split()[0]) in DOING


def _my_promise(fact: Fact, today: dt.date | None) -> str:
    text = fact.text.rstrip(".")
    if re.match(r"^(I\b|I['’])", text):
        return text + "."
    if not _begins_with_doing(text):
        return f"As promised: {text}."
    when = ""
    if fact.due is not None and (today is None or fact.due >= today):
        when = f" by {day_word(fact.due, today)}"
    return f"I will {text[0].lower()}{text[1:]}{when}."


def _their_promise(text: str) -> str:
    text = text.rstrip(".")
    text = re.sub(r"^(they|he|she)\s+(will|would|promised to|offered to)\s+", "", text, flags=re.IGNORECASE)
    if _begins_with_doing(text):
        return f"Thank you for offering to {text[0].lower()}{text[1:]}."
    return f"Thank you for offering {text}."
