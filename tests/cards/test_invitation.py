"""The state of an invitation follows from what happened."""

import datetime as dt

import pytest

from salver.cards import invitation
from salver.cards.note import Activity, Channel, Deed
from salver.cards.situation import Invitation, InvitationState

START = dt.datetime(2026, 4, 24, tzinfo=dt.UTC)


def happened(*deeds: Deed | tuple[Deed, Channel]) -> list[Activity]:
    rows = []
    for hour, deed in enumerate(deeds):
        kind, channel = deed if isinstance(deed, tuple) else (deed, None)
        rows.append(Activity(kind, START + dt.timedelta(hours=hour), channel=channel))
    return rows


@pytest.mark.parametrize(
    ("deeds", "state"),
    [
        ((), "none"),
        ((Deed.DRAFTED,), "drafted"),
        ((Deed.DRAFTED, Deed.COPIED), "copied"),
        ((Deed.COPIED, Deed.DRAFTED), "copied"),
        ((Deed.COPIED, Deed.SENT), "sent"),
        ((Deed.SENT, Deed.DRAFTED), "sent"),
        ((Deed.SENT, Deed.ACCEPTED, Deed.SENT), "accepted"),
        ((Deed.SENT, Deed.IGNORED), "ignored"),
        ((Deed.SENT, Deed.WITHDRAWN, Deed.DRAFTED), "drafted"),
        (((Deed.SENT, Channel.MESSAGE),), "none"),
        ((Deed.PHOTOGRAPHED, Deed.NOT_NOW), "none"),
    ],
)
def test_the_state_is_the_last_thing_that_counts(deeds: tuple[Deed, ...], state: str) -> None:
    assert invitation.derive(happened(*deeds)).state == state


def test_a_withdrawn_invitation_waits_21_days() -> None:
    assert invitation.may_reinvite_at(Invitation(InvitationState.WITHDRAWN, START)) == START + dt.timedelta(days=21)
    assert invitation.may_reinvite_at(Invitation(InvitationState.IGNORED, START)) is None
