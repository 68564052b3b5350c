"""What a card gives to a draft, worded; and who counts as known."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.cards.meeting import By, Precision, Tie
from salver.cards.situation import Situation
from salver.etiquette import when, worded
