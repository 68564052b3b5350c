"""The colours, type sizes and fonts of Salver. Nothing outside of this file knows a colour's value.

Source: the look's token table; `tests/ui/test_theme.py` recomputes its contrasts by the WCAG 2 formula.
"""

from __future__ import annotations

from typing import Final

LIGHT: Final[dict[str, str]] = {
    "desk": "#EFE9DD",
    "pane": "#F8F4EC",
    "card": "#FFFDF8",
    "back": "#FCF7EA",
    "ink": "#26221C",
    "ink2": "#554E44",
    "ink3": "#6C6458",
    "rule": "#DDD4C4",
    "edge": "#8C8270",
    "accent": "#1F5B4C",
    "onaccent": "#FFFDF8",
    "acchover": "#184A3E",
    "accpress": "#123A31",
    "tint": "#DDE9E1",
    "tinthover": "#CFE0D6",
    "tintpress": "#C0D6CA",
    "hover": "#F0EADD",
    "rowhover": "#F1EBDF",
    "press": "#DDD4C4",
    "chip": "#F0E7D3",
    "track": "#D8CFBE",
    "plate": "#EFE7D8",
    "plate2": "#FFFFFF",
    "warn": "#8A4B00",
    "warntint": "#FBEBCF",
    "hint": "#3F5B8C",
    "hinttint": "#E5EAF4",
    "err": "#A3282B",
    "errtint": "#F9E1DC",
    "shadow": "#4A3B22",
}

DARK: Final[dict[str, str]] = {
    "desk": "#171512",
    "pane": "#201D1A",
    "card": "#2C2824",
    "back": "#2F2A23",
    "ink": "#F2ECE1",
    "ink2": "#C3B9A9",
    "ink3": "#ADA393",
    "rule": "#38332C",
    "edge": "#8F8574",
    "accent": "#8CCBB5",
    "onaccent": "#10241D",
    "acchover": "#A3DAC6",
    "accpress": "#6DB39B",
    "tint": "#243B33",
    "tinthover": "#2C483D",
    "tintpress": "#315144",
    "hover": "#38322B",
    "rowhover": "#292520",
    "press": "#4A4339",
    "chip": "#3F382E",
    "track": "#433D35",
    "plate": "#3B362F",
    "plate2": "#25211E",
    "warn": "#EDB45C",
    "warntint": "#43341B",
    "hint": "#A6BCEB",
    "hinttint": "#2A3246",
    "err": "#F3A199",
    "errtint": "#482523",
    "shadow": "#000000",
}

AVATARS_LIGHT: Final[tuple[tuple[str, str], ...]] = (
    ("#E4D8C4", "#5B4526"),
    ("#D5DFD3", "#2F4B3C"),
    ("#E6D3CB", "#6B3A2A"),
    ("#D6DBE2", "#3A4658"),
    ("#E0D6E0", "#55405A"),
)
AVATARS_DARK: Final[tuple[tuple[str, str], ...]] = (
    ("#4A3F2E", "#EBD9BC"),
    ("#2F4338", "#C6E0D0"),
    ("#4C352C", "#EFCFC2"),
    ("#343C48", "#CBD6E6"),
    ("#43364A", "#E2D0E8"),
)

SANS: Final = "Source Sans Pro"
SERIF: Final = "Source Serif Pro"
FALLBACKS: Final[tuple[str, ...]] = (
    "Noto Sans",
    "Noto Sans CJK SC",
    "Noto Naskh Arabic",
    "Noto Sans Devanagari",
    "Segoe UI",
    "Helvetica Neue",
    "DejaVu Sans",
)
"""Asked in this order for letters that Source Sans and Source Serif do not hold."""

ROLES: Final[dict[str, tuple[str, int, int, bool]]] = {
    "welcome": (SERIF, 32, 600, False),
    "name": (SERIF, 30, 600, False),
    "page": (SERIF, 28, 600, False),
    "sentence": (SERIF, 26, 400, False),
    "pane": (SERIF, 22, 600, False),
    "brand": (SERIF, 21, 600, False),
    "section": (SANS, 20, 600, False),
    "note": (SANS, 17, 400, False),
    "title": (SANS, 16, 400, False),
    "words": (SERIF, 16, 400, True),
    "body": (SANS, 15, 400, False),
    "second": (SANS, 14, 400, False),
    "caption": (SANS, 13, 400, False),
    "key": (SANS, 12, 600, False),
}
"""Role of a text → family, px at 100 %, usual weight (400 or 600 alone), italic."""
