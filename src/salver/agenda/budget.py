"""The note budget: how many personal invitations a free account still has this month.

LinkedIn's help speaks of five; other sources say three to ten, so the number is a setting
(copies of its help page on invitation limits, and of tool makers). Premium accounts have no such limit.
"""

from __future__ import annotations

import datetime as dt


def month_start(now: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """Midnight of the first of the month in `zone`, aware."""
    return now.astimezone(zone).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def notes_left(sent: int, quota: int, plan: str) -> int | None:
    """Invitations with a note that are left; None where there is no such limit."""
    if plan == "premium":
        return None
    return max(0, quota - sent)
