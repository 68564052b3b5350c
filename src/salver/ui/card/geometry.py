"""Where things lie on the faces of a card, in pixels. Source of every figure: the drawn window. No Qt here."""

from __future__ import annotations

import math
from dataclasses import dataclass

WIDTHS = (412, 448, 504, 560, 616, 672)
"""The widths a card is drawn in; the largest that fits is taken."""
RATIO = 3.5 / 2
MARGIN = 24
"""Room around the card, for its shadow."""
SLACK = 4
"""So much of that room may lie outside of the pane: the lines between panes take a px or two of the drawn widths."""
BACK_LINES = 7
BACK_MARGIN = 26
LABEL_COLUMN = 96
FIELD_ROW = 26
FRONT_PADDING = 32
TIGHT_WIDTH = 372
"""The effective width (px at 100 % text) under which a card may grow taller than 3.5 : 2.

The ratio is the drawn one; at 200 % it would leave three lines in sight, and typing would be peering through a slot.
"""
TALLEST = 1.7
"""How much taller a tight card may become before its face scrolls."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The first line below it."""
        return self.y + self.height


def card_size(available: int) -> tuple[int, int]:
    """Width and height of the card for a pane of `available` px: exactly 3.5 : 2, never under the smallest width."""
    room = available - 2 * MARGIN + SLACK
    width = max((w for w in WIDTHS if w <= room), default=WIDTHS[0])
    return width, round(width / RATIO)


def roomy_height(width: int, scale: float, needed: int) -> int:
    """The height of a card: 3.5 : 2 exactly, but for tight ones, which take what they need up to a limit."""
    height = round(width / RATIO)
    if width / scale >= TIGHT_WIDTH:
        return height
    return min(max(height, needed), round(height * TALLEST))


def back_row_height(card_height: int) -> float:
    """Height of one ruled line, so that seven fill the back."""
    return (card_height - 2 * BACK_MARGIN) / BACK_LINES


@dataclass(frozen=True, slots=True)
class FrontLayout:
    """Where the parts of the front lie. The face scrolls where `needed_height` is more than its own."""

    name: Box
    title: Box
    company: Box
    accent: Box
    contacts: Box
    columns: int
    thumbnail: Box
    needed_height: int


def front_padding(width: int, scale: float) -> int:
    """The padding of the front: 32 at the usual widths, less where large text needs the room."""
    return FRONT_PADDING if width / scale >= TIGHT_WIDTH else round(12 * scale) + 16


def front(
    width: int, height: int, scale: float, name_height: int, rows: tuple[int, int], *, has_picture: bool
) -> FrontLayout:
    """Lay out the front of a card.

    `rows` are the contact lines of the left and the right column, `name_height` what the name needs. Below an
    effective width of 350 px the two columns become one.
    """

    def px(n: float) -> int:
        return round(n * scale)

    padding = front_padding(width, scale)
    inner = width - 2 * padding
    columns = 2 if inner / scale >= 300 else 1
    lines = max(rows) if columns == 2 else sum(rows)
    thumb = Box(width - padding - px(56), padding, px(56), px(32)) if has_picture else Box(0, 0, 0, 0)
    taken = thumb.width + px(16) if has_picture else 0
    name = Box(padding, padding - px(4), inner - taken, name_height)
    title = Box(padding, name.bottom + px(1), inner - (taken if name.bottom < thumb.bottom else 0), px(22))
    company = Box(padding, title.bottom, inner, px(22))
    foot = round(padding * 0.8)
    block = lines * px(FIELD_ROW)
    top = company.bottom + px(10) + 2 + px(13)
    contacts_y = max(height - foot - block, top)
    contacts = Box(padding, contacts_y, inner, block)
    accent = Box(padding, contacts_y - px(13) - 2, px(32), 2)
    needed = top + block + foot
    return FrontLayout(name, title, company, accent, contacts, columns, thumb, needed)


def turn(t: float) -> tuple[float, bool]:
    """How wide the turning card is at time `t` of 0 to 1, and whether its other face shows."""
    return abs(math.cos(math.pi * t)), t >= 0.5
