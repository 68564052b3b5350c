"""The style sheet of the application, for what Qt draws itself. Our own controls are painted, not styled.

No rule sets `color` on QWidget or a field: that would turn placeholders half transparent and ignore the
palette. No rule sets a height: it would beat the one the control sets. Under an application style sheet Qt fills
fields with their base colour even when that is transparent, so the painted ones are named.
"""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from PySide6.QtGui import QColor

_SHEET = Template(
    """
QToolTip { background: $card; color: $ink; border: 1px solid $edge; padding: 6px 8px; }
QMenu { background: $card; color: $ink; border: 1px solid $edge; padding: 6px; icon-size: ${icon}px; }
QMenu::item { background: transparent; border-radius: 6px;
    padding: ${item_v}px ${item_right}px ${item_v}px ${item_left}px; margin: 0; }
QMenu::item:selected { background: $tint; color: $ink; }
QMenu::item:disabled { color: $edge; background: transparent; }
QMenu::separator { height: 1px; background: $rule; margin: 6px 4px; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator { width: ${tick}px; height: ${tick}px; padding-left: 8px; }
QScrollBar:vertical { background: transparent; width: 8px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 8px; margin: 0; border: none; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; min-height: 32px; margin: 1px; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 3px; min-width: 32px; margin: 1px; }
QScrollBar::handle:hover { background: $ink3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: $rule; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:hover { background: $edge; }
LineField, FaceField { background: transparent; border: none; padding: 0; }
QScrollArea { background: transparent; border: none; }
"""
)


def stylesheet(color: Callable[[str], QColor], px: Callable[[float], int]) -> str:
    """The sheet in the given colours and text size."""
    names = {name: color(name).name() for name in ("card", "ink", "edge", "tint", "rule", "ink3")}
    return _SHEET.substitute(names, item_v=px(6), item_left=px(10), item_right=px(24), tick=px(16), icon=px(18))
