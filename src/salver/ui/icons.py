"""Phosphor icons, drawn from the font that qtawesome ships.

qtawesome itself is not imported: it brings qtpy, which takes about 100 ms of the start and patches Qt's own
classes. Its font and the map from names to letters are all that an icon needs.
"""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPixmap

_PREFIX = "ph."


class IconFontMissing(RuntimeError):
    """The package that holds the icons is not installed, or holds no Phosphor font."""


class Phosphor:
    """The icon font, loaded once an application. Names are Phosphor's with `ph.` before, such as `ph.plus`."""

    def __init__(self) -> None:
        folder = _font_folder()
        fonts = sorted(folder.glob("phosphor-*.ttf"))
        maps = sorted(folder.glob("phosphor-charmap-*.json"))
        if not fonts or not maps:
            raise IconFontMissing("The icons did not come with this copy of Salver. Please install it again.")
        self._letters: dict[str, str] = {
            name: chr(int(code, 16)) for name, code in json.loads(maps[-1].read_text(encoding="utf-8")).items()
        }
        families = QFontDatabase.applicationFontFamilies(
            QFontDatabase.addApplicationFontFromData(fonts[-1].read_bytes())
        )
        self._family = families[0] if families else "Phosphor"

    def paint(self, painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
        """Draw an icon in the middle of `rect`, as tall as its height. An unknown name is a KeyError."""
        letter = self._letters[name.removeprefix(_PREFIX)]
        font = QFont(self._family)
        # The glyphs stand in a box a little larger than they are drawn; 0.875 is the size qtawesome gives them.
        font.setPixelSize(max(1, round(rect.height() * 0.875)))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        painter.save()
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)
        painter.restore()

    def pixmap(self, name: str, color: QColor, size: int, ratio: float) -> QPixmap:
        """A square picture of an icon, `size` logical pixels wide on a screen of that pixel ratio."""
        # Looked up first: an error while a painter is at work on the picture would end the program.
        _ = self._letters[name.removeprefix(_PREFIX)]
        picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRectF(0, 0, size, size), name, color)
        painter.end()
        return picture


def _font_folder() -> Path:
    spec = find_spec("qtawesome")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "fonts"
        if folder.is_dir():
            return folder
    raise IconFontMissing("The icons did not come with this copy of Salver. Please install it again.")
