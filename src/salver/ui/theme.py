"""The theme: colours, fonts, icons, sizes and motion, by name, for light and dark and every text size.

A widget asks the theme at each paint, or repaints what it keeps when `changed` is emitted.
"""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory, QToolTip

from salver import assets
from salver.ui import tokens
from salver.ui.icons import Phosphor
from salver.ui.style import stylesheet

SMALLEST_SCALE = 1.0
LARGEST_SCALE = 2.0
FADE_MS = 120
"""How long the two faces of a card cross-fade when motion is reduced."""

_FONTS_LOADED = "salver_fonts_loaded"


class Theme(QObject):
    """How everything looks now. Emits `changed` when colours, text size, motion or key caps change."""

    changed = Signal()

    def __init__(
        self,
        mode: str = "system",
        scale: float = 1.0,
        *,
        reduced_motion: bool = False,
        under_test: bool = False,
        show_keys: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self._icons = Phosphor()
        self._mode = mode
        self.scale = _within(scale)
        self._reduced = reduced_motion
        self._under_test = under_test
        self.show_keys = show_keys
        self._fonts: dict[tuple[str, int], QFont] = {}
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}
        self._drawable: dict[str, bool] = {}
        self._installed = False
        self._system_still = False
        self.dark = self._is_dark()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # What it is

    @property
    def mode(self) -> str:
        """`system`, `light` or `dark`, as chosen in settings."""
        return self._mode

    @property
    def still(self) -> bool:
        """True when nothing may move: the person or the system wants less motion, or a test runs."""
        return self._reduced or self._system_still or self._under_test

    @property
    def fade_ms(self) -> int:
        """Milliseconds of the cross-fade that stands for a flip when motion is reduced; 0 under test."""
        return 0 if self._under_test else FADE_MS

    def ms(self, n: int) -> int:
        """A length of motion in milliseconds; 0 when nothing may move."""
        return 0 if self.still else n

    def apply(
        self,
        *,
        mode: str | None = None,
        scale: float | None = None,
        reduced_motion: bool | None = None,
        show_keys: bool | None = None,
    ) -> None:
        """Change what is given, keep the rest, and tell every widget once if anything differs."""
        before = (self._mode, self.scale, self._reduced, self.show_keys, self.dark)
        self._mode = self._mode if mode is None else mode
        self.scale = self.scale if scale is None else _within(scale)
        self._reduced = self._reduced if reduced_motion is None else reduced_motion
        self.show_keys = self.show_keys if show_keys is None else show_keys
        self.dark = self._is_dark()
        if before != (self._mode, self.scale, self._reduced, self.show_keys, self.dark):
            self._renew()

    # What it gives

    def color(self, token: str, alpha: float = 1.0) -> QColor:
        """The colour of a token such as `ink2`; an unknown token is a KeyError."""
        color = QColor((tokens.DARK if self.dark else tokens.LIGHT)[token])
        if alpha < 1.0:
            color.setAlphaF(alpha)
        return color

    def px(self, n: float) -> int:
        """A length at 100 % in the pixels of the current text size: for fonts, controls, icons, the card."""
        return round(n * self.scale)

    def font(self, role: str, weight: int | None = None) -> QFont:
        """The font of a role (see `tokens.ROLES`); without a weight, the role's own."""
        family, size, usual, italic = tokens.ROLES[role]
        weight = usual if weight is None else weight
        found = self._fonts.get((role, weight))
        if found is None:
            found = QFont()
            found.setFamilies([family, *tokens.FALLBACKS])
            found.setPixelSize(self.px(size))
            found.setWeight(QFont.Weight.DemiBold if weight >= 600 else QFont.Weight.Normal)
            found.setItalic(italic)
            found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[role, weight] = found
        return QFont(found)

    def pixmap(self, name: str, token: str, size: int = 18, ratio: float | None = None) -> QPixmap:
        """An icon as a picture, `size` px at 100 %; `ratio` is the screen's, the sharpest there is if not given."""
        if ratio is None:
            ratio = _sharpest_ratio()
        key = (name, token, self.px(size), ratio)
        found = self._pictures.get(key)
        if found is None:
            found = self._icons.pixmap(name, self.color(token), self.px(size), ratio)
            self._pictures[key] = found
        return found

    def paint_icon(self, painter: QPainter, rect: QRectF, name: str, color: QColor) -> None:
        """Draw an icon in the middle of `rect`, as tall as it."""
        self._icons.paint(painter, rect, name, color)

    def icon(self, name: str, token: str = "ink2", size: int = 18) -> QIcon:
        """An icon for a menu or an action. It keeps its colour: ask again on `changed`."""
        icon = QIcon(self.pixmap(name, token, size))
        icon.addPixmap(self.pixmap(name, "edge", size), QIcon.Mode.Disabled)
        return icon

    def avatar(self, card_id: int) -> tuple[QColor, QColor]:
        """The quiet pair of a card, fill and ink: always the same for the same id."""
        pairs = tokens.AVATARS_DARK if self.dark else tokens.AVATARS_LIGHT
        # Knuth's multiplicative hash: neighbouring ids get different colours, on every computer alike.
        fill, ink = pairs[((card_id * 2654435761) % 2**32 >> 16) % len(pairs)]
        return QColor(fill), QColor(ink)

    def can_draw(self, text: str) -> bool:
        """False when some letter of `text` would come out as an empty box on this computer."""
        metrics: QFontMetrics | None = None
        for char in text:
            if char not in self._drawable:
                metrics = metrics or QFontMetrics(self.font("body", 600))
                self._drawable[char] = metrics.inFontUcs4(ord(char))
            if not self._drawable[char]:
                return False
        return True

    def palette(self) -> QPalette:
        """Qt's palette in our colours, for everything that Qt draws itself."""
        palette = QPalette()
        role = QPalette.ColorRole
        for target, token in {
            role.Window: "pane",
            role.WindowText: "ink",
            role.Base: "card",
            role.AlternateBase: "pane",
            role.Text: "ink",
            role.PlaceholderText: "ink3",
            role.Button: "card",
            role.ButtonText: "ink",
            role.BrightText: "onaccent",
            role.Highlight: "accent",
            role.HighlightedText: "onaccent",
            role.Accent: "accent",
            role.Link: "accent",
            role.LinkVisited: "accent",
            role.ToolTipBase: "card",
            role.ToolTipText: "ink",
            role.Light: "card",
            role.Midlight: "hover",
            role.Mid: "rule",
            role.Dark: "edge",
            role.Shadow: "shadow",
        }.items():
            palette.setColor(target, self.color(token))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.color("edge"))
        return palette

    def stylesheet(self) -> str:
        """The style sheet of the application: only what Qt draws itself (menus, tooltips, scroll bars, splitters)."""
        return stylesheet(self.color, self.px)

    def install(self, app: QApplication) -> None:
        """Dress the whole application, now and whenever the theme changes."""
        self._installed = True
        if app.style() is None or app.style().objectName().casefold() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        # Qt has no name for "reduce motion"; where the system turns animations off, this length becomes 0.
        self._system_still = app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        app.setPalette(self.palette())
        app.setFont(self.font("body"))
        QToolTip.setFont(self.font("caption"))
        QToolTip.setPalette(self.palette())
        app.setStyleSheet(self.stylesheet())

    # What happens inside

    def _is_dark(self) -> bool:
        if self._mode in ("light", "dark"):
            return self._mode == "dark"
        hints = QGuiApplication.styleHints()
        return hints.colorScheme() == Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._mode == "system" and self._is_dark() != self.dark:
            self.dark = self._is_dark()
            self._renew()

    def _renew(self) -> None:
        self._fonts.clear()
        self._pictures.clear()
        app = QApplication.instance()
        if self._installed and isinstance(app, QApplication):
            self.install(app)
        self.changed.emit()


def load_fonts() -> None:
    """Make Source Sans and Source Serif known to Qt, once an application."""
    app = QGuiApplication.instance()
    if app is None or app.property(_FONTS_LOADED):
        return
    # For every font that lacks the script of a name, Qt would warn once: nothing that anybody could mend.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for name in assets.names("fonts"):
        if name.endswith(".otf"):
            QFontDatabase.addApplicationFontFromData(assets.read_bytes(name))
    app.setProperty(_FONTS_LOADED, True)


def _within(scale: float) -> float:
    return min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))


def _sharpest_ratio() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
