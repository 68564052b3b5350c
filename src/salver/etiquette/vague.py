"""Wishes without a subject: brains to pick, synergies to explore."""

from __future__ import annotations

from salver.etiquette.kinds import Phrases

STRONG = Phrases("vague", "strong")
