"""A few painted things, held beside pictures of how they shall look. Fonts and icons come with Salver, so that they
are the same everywhere; what is left is rounding at the edges of letters.

After a wanted change: `SALVER_DRAW_PICTURES=1 python -m pytest tests/ui/test_pictures.py`, and look at each picture.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from salver.agenda.window import Kind, Timing
from salver.ui.controls.button import Button
from salver.ui.controls.chip import Chip
from salver.ui.controls.segments import Segments
from salver.ui.controls.sendbar import paint_sendbar
from salver.ui.controls.stock import stock_pixmap
from salver.ui.theme import Theme

PICTURES = Path(__file__).parent / "pictures"
MEAN_MOST = 2.0
"""Mean difference, of 255, that letters on another system may make."""
FAR_MOST = 0.02
"""Share of pixels that may differ by more than 48 of 255."""


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Theme:
    dressed = Theme(request.param, under_test=True)
    dressed.install(qapp)
    return dressed


def sheet(qtbot: QtBot, theme: Theme, *rows: list[QWidget]) -> QPixmap:
    """Widgets in rows on the ground of a pane."""
    ground = QWidget()
    qtbot.addWidget(ground)
    palette = ground.palette()
    palette.setColor(ground.backgroundRole(), theme.color("pane"))
    ground.setPalette(palette)
    ground.setAutoFillBackground(True)
    column = QVBoxLayout(ground)
    for widgets in rows:
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
    ground.resize(560, ground.sizeHint().height())
    ground.show()
    qtbot.waitExposed(ground)
    return ground.grab()


def buttons(qtbot: QtBot, theme: Theme) -> QPixmap:
    kinds = ("primary", "plain", "tint", "quiet")
    off = [Button(theme, "Copy note", kind) for kind in kinds]
    for button in off:
        button.setEnabled(False)
    keys = [
        Button(theme, "Copy note", "primary", "ph.copy", "Ctrl+Return"),
        Button(theme, "", "quiet", "ph.dots-three-bold", name="More"),
        Button(theme, "Invitation", "plain", caret=True, small=True),
    ]
    return sheet(qtbot, theme, [Button(theme, "Copy note", kind) for kind in kinds], off, keys)


def chips(qtbot: QtBot, theme: Theme) -> QPixmap:
    facts = [Chip(theme, "sqlite sync", "fact", checked=used) for used in (False, True)]
    faces = Segments(theme, [("front", "Front"), ("back", "Back")], name="Side")
    told = Segments(theme, [("yes", "Yes"), ("no", "No")], height=24, strong=True, name="Told")
    return sheet(qtbot, theme, [*facts, Chip(theme, "Darmstadt trams", "topic")], [faces, told])


def send_bars(qtbot: QtBot, theme: Theme) -> QPixmap:
    picture = QPixmap(QSize(240, 120))
    picture.fill(theme.color("pane"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for i, (kind, fraction) in enumerate(((Kind.LATER, 0.08), (Kind.OPEN, 0.4), (Kind.OPEN, 0.95))):
        time = Timing(kind, fraction=fraction, opens_at=4 / 24)
        paint_sendbar(painter, QRectF(20, 24 + 32 * i, 200, 4), time, theme, "pane")
    painter.end()
    return picture


def card_stock(qtbot: QtBot, theme: Theme) -> QPixmap:
    picture = QPixmap(QSize(2 * 300, 220))
    picture.fill(theme.color("desk"))
    painter = QPainter(picture)
    for i, face in enumerate(("front", "back")):
        painter.drawPixmap(300 * i, 0, stock_pixmap(252, 144, face, theme, 1.0))
    painter.end()
    return picture


@pytest.mark.parametrize("draw", [buttons, chips, send_bars, card_stock], ids=lambda draw: draw.__name__)
def test_it_looks_as_drawn(qtbot: QtBot, theme: Theme, tmp_path: Path, draw: Callable[[QtBot, Theme], QPixmap]) -> None:
    name = f"{draw.__name__}-{'dark' if theme.dark else 'light'}.png"
    now = tmp_path / name
    assert draw(qtbot, theme).save(str(now))
    wanted = PICTURES / name
    if os.environ.get("SALVER_DRAW_PICTURES"):
        PICTURES.mkdir(exist_ok=True)
        wanted.write_bytes(now.read_bytes())
    drawn, kept = (Image.open(file).convert("RGB") for file in (now, wanted))
    assert drawn.size == kept.size
    apart = ImageChops.difference(drawn, kept)
    mean = sum(ImageStat.Stat(apart).mean) / 3
    far = sum(apart.convert("L").histogram()[48:]) / (drawn.width * drawn.height)
    assert mean <= MEAN_MOST, f"{name} differs by {mean:.2f} of 255 on average; the new one is {now}"
    assert far <= FAR_MOST, f"{far:.1%} of {name} differ clearly; the new one is {now}"
