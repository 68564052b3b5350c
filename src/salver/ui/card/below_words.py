"""Which sentence stands below the card while nothing else is to be said."""

from __future__ import annotations

from salver.cards import profile
from salver.cards.card import Card
from salver.ui.card import deeds, links
from salver.ui.card.draft import Draft
from salver.ui.texts import CardWords


def usual_sentence(draft: Draft, face: str) -> str:
    """On the front, what is odd about an address; on the back, what of it can be worked into a note."""
    meeting = draft.meeting
    if face == "front":
        return CardWords.NEW_HINT if not draft.card.id and draft.card.is_blank else _about_link(draft.card)
    if not draft.shows_latest:
        return CardWords.EARLIER
    if meeting.met is not None and meeting.met.guess:
        return CardWords.GUESS_LINE
    return CardWords.usable(deeds.usable(meeting), len(meeting.private))


def _about_link(card: Card) -> str:
    linked, _ = links.split(card.links)
    if linked is not None and profile.parse(linked.value) is None:
        return CardWords.not_a_profile(profile.what_else(linked.value))
    bad = next((mail.value for mail in card.emails if links.lacks_ending(mail.value)), "")
    return CardWords.NO_ENDING if bad else ""
