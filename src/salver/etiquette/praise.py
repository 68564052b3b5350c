"""Praise of a whole person, profile or journey, in seven languages."""

from __future__ import annotations

from salver.etiquette.kinds import Phrases

STRONG = Phrases("praise", "strong")
WEAK = Phrases("praise", "weak")
