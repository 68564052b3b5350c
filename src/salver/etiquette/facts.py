"""What a card gives to a draft, worded; and who counts as known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.cards.meeting import By, Precision, Tie
from salver.cards.situation import Situation
from salver.etiquette import when, worded

_NUMBERS = dict(zip("2 3 4 5 6 7 8 9 10".split(), "two three four five six seven eight nine ten".split(), strict=True))


@dataclass(frozen=True, slots=True)
class Facts:
    """What the card gives, worded; empty where it gives nothing."""

    slots: dict[str, str]
    hook: tuple[str, str] = ("", "")
    promise: str = ""
    topics: tuple[str, ...] = ()


def facts_of(situation: Situation, *, formal: bool) -> Facts:
    """The facts of a card, each as a piece of a sentence."""
    card, meeting = situation.card, situation.meeting
    event = worded.place(meeting.event)
    at = f" at {event}" if event else f" at {spot}" if (spot := worded.spot(meeting.place)) else ""
    day = _day(situation)
    friends = [name for friend in meeting.friends if (name := worded.person(friend.name))]
    theirs = [p.text for p in meeting.promises if p.by is By.THEM and p.done_at is None]
    slots = {
        "name": worded.greeting(card, formal=False),
        "formal": worded.greeting(card, formal=formal),
        "event": event,
        "when": day,
        "there": at + day,
        "introducer": worded.person(meeting.introduced_by.name) if meeting.introduced_by else "",
        "friend": friends[0] if friends else "",
        "words": worded.quoted(meeting.their_words),
        "bio": worded.bio(situation.sender) if meeting.tie.has_not_met else "",
        "x": next((done for text in theirs if (done := worded.doing(text))), ""),
    }
    topics = tuple(dict.fromkeys(found for text in meeting.topics if (found := worded.topic(text))))
    return Facts(slots, worded.hook(meeting.hook), _promise(situation), topics)


def _day(situation: Situation) -> str:
    """ " yesterday": right at the planned sending, with a space before it; empty when the day is only guessed."""
    met = situation.meeting.met
    if met is None or met.guess or situation.send_at is None:
        return ""
    if met.precision is Precision.MONTH:
        days = (when.sent_at(situation, met).date() - met.local.date()).days
        return f" in {when.MONTHS[met.local.month - 1]}" if 0 <= days < 300 else ""
    gone = when.days_between(situation)
    if gone is None:
        return ""
    if 3 <= gone <= 6:
        return " a few days ago"
    day = when.right_word("en", gone, met)
    return " " + re.sub(r"^\d+", lambda number: _NUMBERS.get(number.group(), number.group()), day)


def _promise(situation: Situation) -> str:
    mine = [p.text for p in situation.meeting.promises if p.by is By.ME and p.done_at is None]
    if not mine:
        return ""
    will = next((done for text in mine if (done := worded.doing(text))), "")
    return f"I will {will}." if will else "I still know what I promised you."


def is_known(situation: Situation) -> bool:
    """True when the card holds that the two have met, or know each other."""
    return situation.meeting.tie in (Tie.MET, Tie.INTRODUCED, Tie.FRIEND, Tie.COLLEAGUE)
