"""Buttons: primary, plain, tint and quiet, with an icon and a key cap when they have one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from salver.ui.controls.fade import ColorFade
from salver.ui.controls.focus import FocusRing
from salver.ui.controls.keycap import key_text, keycap_size, paint_keycap
from salver.ui.controls.label import plain_tip
from salver.ui.controls.paint import rounded
from salver.ui.texts import Common
from salver.ui.theme import Theme

_LOOKS: dict[str, tuple[str | None, str, str, str | None, str]] = {
    "primary": ("accent", "acchover", "accpress", None, "onaccent"),
    "plain": ("card", "hover", "press", "edge", "ink"),
    "tint": ("tint", "tinthover", "tintpress", None, "accent"),
    "quiet": (None, "hover", "press", None, "ink2"),
    "accent": (None, "hover", "press", None, "accent"),
}
"""Kind → fill at rest, hovered, pressed; line; ink."""
_GAP = 8
_ICON = 18
_ICON_ALONE = 20


class Button(QPushButton):
    """A button 40 px high (32 when `small`). `key` is shown on a cap and always in the tooltip; it binds nothing.

    A button without words needs `name`, which becomes its tooltip and accessible name. `caret` draws the sign of a
    menu at the right, `pill` rounds the ends. At most one primary button may be in sight.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "plain",
        icon: str = "",
        key: str = "",
        small: bool = False,
        *,
        name: str = "",
        caret: bool = False,
        pill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self._key = key
        self._small = small
        self._caret = caret
        self._pill = pill
        self._caret_icon = "ph.caret-down"
        self._plain = ""
        self._name = name
        self._tip = ""
        self._ink: str | None = None
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring = FocusRing(self, theme, 8)
        self._fade = ColorFade(self, theme)
        theme.changed.connect(self._renew)
        self.set_text(text)
        self._renew()

    def set_text(self, text: str) -> None:
        """Show other words. An ampersand is an ampersand, never a shortcut."""
        self._plain = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(self._name or text)
        self._set_tip()
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The words on the button."""
        return self._plain

    def set_icon(self, icon: str, token: str | None = None) -> None:
        """Change the icon, and its colour if it is not the words'."""
        self._icon = icon
        self._ink = token
        self.updateGeometry()
        self.update()

    def set_caret(self, icon: str) -> None:
        """Another sign at the right, such as one that points up over what is open."""
        self._caret_icon = icon
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key on the cap, or none."""
        self._key = key
        self._set_tip()
        self.updateGeometry()
        self.update()

    def set_tip(self, text: str) -> None:
        """Another tooltip than words and key; for a disabled button, why it is."""
        self._tip = text
        self._set_tip()

    def sizeHint(self) -> QSize:
        """Room for icon, words, cap and caret."""
        theme = self._theme
        height = theme.px(32 if self._small else 40)
        pad = 12 if self._small else 16
        parts: list[float] = []
        if self._icon:
            parts.append(self._icon_side())
        if self._plain:
            parts.append(QFontMetricsF(self._words_font()).horizontalAdvance(self._plain))
        if self._cap_shown():
            parts.append(keycap_size(self._key, theme).width())
        if self._caret:
            parts.append(theme.px(14))
        if self._icon and len(parts) == 1:
            return QSize(height, height)
        return QSize(round(sum(parts)) + theme.px(_GAP) * (len(parts) - 1) + 2 * theme.px(pad) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """A button may elide its words before the window has to grow; the primary one never does."""
        hint = self.sizeHint()
        if self._kind == "primary":
            return hint
        return QSize(min(hint.width(), self._theme.px(88)), hint.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Repaint as hovered."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Repaint at rest."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the button."""
        painter = QPainter(self)
        theme = self._theme
        fill, line, ink = self._colors()
        fill = self._fade.toward(fill)
        radius = self.height() / 2 if self._pill else 8
        rect = QRectF(self.rect())
        if fill is not None or line is not None:
            rounded(painter, rect, radius, fill, line)
        self._paint_parts(painter, rect, ink, theme)
        painter.end()

    def _paint_parts(self, painter: QPainter, rect: QRectF, ink: QColor, theme: Theme) -> None:
        gap = theme.px(_GAP)
        font = self._words_font()
        metrics = QFontMetricsF(font)
        icon = self._icon_side()
        cap = keycap_size(self._key, theme).width() if self._cap_shown() else 0
        caret = theme.px(14) if self._caret else 0
        fixed = icon + cap + caret + gap * (sum(bool(n) for n in (icon, cap, caret, self._plain)) - 1)
        pad = theme.px(12 if self._small else 16) if self._plain else 0
        room = rect.width() - 2 * pad - fixed
        text = metrics.elidedText(self._plain, Qt.TextElideMode.ElideRight, max(0.0, room + 2))
        width = metrics.horizontalAdvance(text)
        x = rect.left() + pad if self._caret else rect.center().x() - (fixed + width) / 2
        if icon:
            place = QRectF(x, rect.center().y() - icon / 2, icon, icon)
            theme.paint_icon(painter, place, self._icon, theme.color(self._ink) if self._ink else ink)
            x += icon + gap
        if text:
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(
                QRectF(x, rect.top(), width + 2, rect.height()),
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
                text,
            )
            x += width + gap
        if caret:
            place = QRectF(rect.right() - theme.px(12) - caret, rect.center().y() - caret / 2, caret, caret)
            theme.paint_icon(painter, place, self._caret_icon, ink)
        elif cap:
            height = theme.px(20)
            place = QRectF(round(x), round(rect.center().y() - height / 2), cap, height)
            if self._kind in ("plain", "quiet") and self.isEnabled():
                paint_keycap(painter, place, self._key, theme)
            else:
                line = QColor(ink)
                line.setAlphaF(0.6)
                paint_keycap(painter, place, self._key, theme, ink, line)

    def _colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        theme = self._theme
        rest, hover, press, line, ink = _LOOKS[self._kind]
        if not self.isEnabled():
            return (theme.color("hover") if rest else None, None, theme.color("edge"))
        if self.isDown() or (self.isCheckable() and self.isChecked() and self._kind == "quiet"):
            fill: str | None = press
        elif self.underMouse():
            fill = hover
        else:
            fill = rest
        return (theme.color(fill) if fill else None, theme.color(line) if line else None, theme.color(ink))

    def _icon_side(self) -> int:
        return self._theme.px(_ICON if self._plain else _ICON_ALONE) if self._icon else 0

    def _words_font(self) -> QFont:
        return self._theme.font("second" if self._small else "body", 600)

    def _cap_shown(self) -> bool:
        return bool(self._key) and self._theme.show_keys and bool(self._plain)

    def _set_tip(self) -> None:
        said = self._tip or self._name or self._plain
        self.setToolTip(
            plain_tip(Common.with_key(said, key_text(self._key))) if (self._tip or self._name or self._key) else ""
        )

    def _renew(self) -> None:
        self.setFont(self._words_font())
        self.setFixedHeight(self._theme.px(32 if self._small else 40))
        self.ring.radius = self.height() / 2 if self._pill else 8
        self.updateGeometry()
        self.update()
