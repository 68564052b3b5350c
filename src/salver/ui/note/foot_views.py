"""What the foot offers in each stage of a note. Pure."""

from __future__ import annotations

import datetime as dt

from salver.ui.note import days
from salver.ui.note.foot import Act, FootView
from salver.ui.note.standing import Stage, Standing
from salver.ui.texts import NoteWords

COPY = Act("copy", NoteWords.COPY, "ph.copy", "Ctrl+Return")
SENT = Act("sent", NoteWords.SENT, "ph.paper-plane-tilt", "F9")
NOT_NOW = Act("not_now", NoteWords.NOT_NOW)
OPEN = Act("open", NoteWords.OPEN_PROFILE)
FIND = Act("open", NoteWords.FIND_PROFILE)
SENT_AT = Act("sent_at", NoteWords.SENT_AT)
HOUR_AGO = Act("sent_hour_ago", f"{NoteWords.SENT}: {NoteWords.SENT_HOUR_AGO.lower()}")
YESTERDAY = Act("sent_yesterday", f"{NoteWords.SENT}: {NoteWords.SENT_YESTERDAY.lower()}")
COPY_AGAIN = Act("copy", NoteWords.COPY_AGAIN)
ACCEPTED = Act("accepted", NoteWords.ACCEPTED, "ph.handshake")
CONNECTED = Act("accepted", NoteWords.CONNECTED, "ph.handshake")
NO_ANSWER = Act("ignored", NoteWords.NO_ANSWER)
WITHDRAWN = Act("withdrawn", NoteWords.WITHDRAWN)
NOT_SENT = Act("not_sent", NoteWords.NOT_SENT)
AGAIN = Act("again", NoteWords.AGAIN, "ph.note-pencil")
MESSAGE = Act("message", NoteWords.WRITE_MESSAGE, "ph.note-pencil")
ANOTHER = Act("another", NoteWords.WRITE_ANOTHER, "ph.note-pencil")


def view_of(
    standing: Standing, now: dt.datetime, zone: dt.tzinfo, *, has_profile: bool, is_reply: bool, is_invitation: bool
) -> FootView:
    """The foot for where the note stands at `now`; days are told in `zone`."""
    today = now.astimezone(zone).date()
    since = days.day(standing.since.astimezone(zone).date(), today) if standing.since else ""
    free = standing.free_at is None or standing.free_at <= now
    profile = OPEN if has_profile else FIND
    match standing.stage:
        case Stage.WRITING:
            return FootView(primary=COPY, plain=profile, quiet=NOT_NOW)
        case Stage.ASKING:
            how = NoteWords.HOW_TO_ADD if is_invitation else ""
            later = (HOUR_AGO, YESTERDAY, SENT_AT, COPY_AGAIN)
            return FootView(NoteWords.SENT_ASK, how, SENT, profile, NOT_NOW, later, keeps_plain=True)
        case Stage.WAITING:
            # Nobody answers a no that was never said: after 30 days it may be called one.
            after = (NO_ANSWER, WITHDRAWN, NOT_SENT) if free else (WITHDRAWN, NOT_SENT)
            return FootView(NoteWords.sent(since, waiting=True), "", None, ACCEPTED, profile, after)
        case Stage.CONNECTED:
            return FootView(NoteWords.connected(since), "", MESSAGE, profile)
        case Stage.NO_ANSWER:
            return FootView(NoteWords.no_answer(since), "", None, AGAIN, ACCEPTED, (NOT_SENT,))
        case Stage.WITHDRAWN:
            again = days.date(standing.free_at.astimezone(zone).date(), today) if standing.free_at and not free else ""
            words = NoteWords.withdrawn(since, again)
            return FootView(words, "", None, AGAIN if free else None, ACCEPTED, (NOT_SENT,))
        case Stage.DONE:
            more = (CONNECTED, NOT_SENT) if is_reply else (NOT_SENT,)
            return FootView(NoteWords.sent(since, waiting=False), "", None, ANOTHER, None, more)
