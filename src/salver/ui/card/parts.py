"""The parts of both faces, and how the undo journal names each."""

from __future__ import annotations

from salver.ui.texts import CardWords

FRONT_PARTS = {
    "name": CardWords.NAME,
    "title": CardWords.TITLE,
    "company": CardWords.COMPANY,
    **{kind: words[0] for kind, words in CardWords.CONTACT.items()},
}
BACK_PARTS = {
    "met": CardWords.MET,
    "keep": CardWords.MET,
    "event": CardWords.EVENT,
    "through": CardWords.THROUGH,
    "told": CardWords.TOLD,
    "tie": CardWords.TIE,
    "topics": CardWords.TOPICS,
    "words": CardWords.WORDS,
    "ask": CardWords.ASK,
    "promises": CardWords.PROMISED,
    "private": CardWords.PRIVATE,
    "friends": CardWords.FRIENDS,
}
