"""Makes the program for people; see `build`."""

from __future__ import annotations


def build(env: dict[str, str]) -> int:
    """Write the packages into dist/."""
    raise NotImplementedError
