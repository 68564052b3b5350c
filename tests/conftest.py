"""Everything runs off-screen, with a fixed time zone, and nothing outside of the test's own folder."""

import datetime as dt
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

# How long one example takes tells of the computer, not of Salver; whatever must be quick has a test of its own.
settings.register_profile("salver", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("salver")

# Qt's own words off-screen that say nothing of our code; one reason a line.
ALLOWED_QT = [
    r"This plugin does not support raise\(\)",  # the off-screen platform has no stacking order
    r"This plugin does not support propagateSizeHints",  # nor a window manager to hint at
    r"This plugin does not support .*grabbing",  # nor a mouse to grab for popups
]


def pytest_configure(config: pytest.Config) -> None:
    for pattern in ALLOWED_QT:
        config.addinivalue_line("qt_log_ignore", pattern)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def move(self, **delta: float) -> None:
        self.now += dt.timedelta(**delta)


@pytest.fixture
def clock() -> Clock:
    """Friday 24 April 2026, 10:40 in Berlin: the moment of the drawn window."""
    return Clock(dt.datetime(2026, 4, 24, 8, 40, tzinfo=dt.UTC))
