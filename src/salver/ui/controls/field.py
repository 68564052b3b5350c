"""Fields: the boxed one for searching and settings, and the one that lies bare on the face of a card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from salver.ui.controls.keycap import key_text, keycap_size, paint_keycap
from salver.ui.controls.label import PlainLabel, plain_tip
from salver.ui.controls.paint import rounded
from salver.ui.texts import Common
from salver.ui.theme import Theme

_QT_INDENT = 2
"""QLineEdit begins its text this many px right of its edge, whatever its margins."""


class LineField(QLineEdit):
    """A field 40 px high with round corners; `icon` stands at the left, a key cap at the right while it is empty.

    `set_error` gives it a red line, an octagon, and the sentence in the label `sentence`, which the owner lays out
    below the field. Esc empties a field with `clears`, and emits `left` when there is nothing to empty.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        *,
        icon: str = "",
        key: str = "",
        name: str = "",
        clears: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._key = key
        self._error = ""
        self._clears = clears
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.sentence = PlainLabel(theme, "", "caption", "err", wrap=True, parent=parent)
        self.sentence.hide()
        self._clear = _ClearButton(theme, self)
        self._clear.clicked.connect(self._empty)
        self._clear.setVisible(False)
        self.textChanged.connect(self._text_changed)
        if key:
            self.setToolTip(plain_tip(Common.with_key(name or placeholder, key_text(key))))
        theme.changed.connect(self._renew)
        self._renew()

    def error(self) -> str:
        """The sentence of the error, empty when there is none."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Mark what is wrong, or with an empty sentence that nothing is."""
        self._error = sentence
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.setAccessibleDescription(sentence)
        self._renew()

    def sizeHint(self) -> QSize:
        """40 px high at 100 %."""
        return QSize(self._theme.px(200), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """It may become narrow before the window has to grow."""
        return QSize(self._theme.px(96), self._theme.px(40))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field, or leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            if self._clears and self.text():
                self._empty()
            else:
                self.left.emit()
                event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line becomes the accent's."""
        super().focusInEvent(event)
        self._renew_margins()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The line becomes quiet again."""
        super().focusOutEvent(event)
        self._renew_margins()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clearing button at the right."""
        super().resizeEvent(event)
        side = self._theme.px(24)
        self._clear.setGeometry(self.width() - side - self._theme.px(8), (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, icon and cap; Qt draws the text."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        focused = self.hasFocus()
        line, width = ("err", 2.0) if self._error else ("accent", 2.0) if focused else ("edge", 1.0)
        fill = "card" if self.isEnabled() else "hover"
        rounded(painter, rect, 8, theme.color(fill), theme.color(line) if self.isEnabled() else None, width)
        if self._icon:
            size = theme.px(18)
            place = QRectF(theme.px(12), rect.center().y() - size / 2, size, size)
            theme.paint_icon(painter, place, self._icon, theme.color("ink2"))
        if self._error:
            size = theme.px(18)
            right = theme.px(36) if self._clear.isVisible() else theme.px(12)
            place = QRectF(rect.right() - right - size, rect.center().y() - size / 2, size, size)
            theme.paint_icon(painter, place, "ph.warning-octagon-fill", theme.color("err"))
        elif self._cap_shown():
            cap = keycap_size(self._key, theme)
            place = QRectF(
                rect.right() - theme.px(10) - cap.width(),
                round(rect.center().y() - cap.height() / 2),
                cap.width(),
                cap.height(),
            )
            paint_keycap(painter, place, self._key, theme)
        painter.end()
        super().paintEvent(event)

    def _cap_shown(self) -> bool:
        return bool(self._key) and self._theme.show_keys and not self.text()

    def _text_changed(self) -> None:
        self._clear.setVisible(self._clears and bool(self.text()))
        self._renew_margins()

    def _empty(self) -> None:
        self.clear()
        self.textEdited.emit("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew_margins(self) -> None:
        px = self._theme.px
        left = px(12) + px(18) + px(9) if self._icon else 16
        right = 12
        if self._cap_shown():
            right = keycap_size(self._key, self._theme).width() + px(16)
        elif self._clears and self.text():
            right = px(36)
        if self._error:
            right += px(26)
        self.setTextMargins(left - _QT_INDENT, 0, right - _QT_INDENT, 0)
        self.update()

    def _renew(self) -> None:
        self.setFont(self._theme.font("body"))
        self.setPalette(_bare_palette(self._theme))
        self.setFixedHeight(self._theme.px(40))
        self._renew_margins()


class FaceField(QLineEdit):
    """A field without a frame, typed straight onto the card: a line under it when hovered, the accent's when focused.

    While it has no focus it shows a text too long with "…", and from its beginning. `role` is a font role.
    """

    left = Signal()

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        role: str = "second",
        *,
        name: str = "",
        token: str = "ink",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._token = token
        self._weight = weight
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Qt indents the text by 2 px; moving it back lines it up with painted text beside it.
        self.setTextMargins(-_QT_INDENT, 0, -_QT_INDENT, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)
        self._renew()

    def sizeHint(self) -> QSize:
        """As high as its line and the underline."""
        metrics = QFontMetricsF(self.font())
        return QSize(self._theme.px(120), round(metrics.height()) + 6)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow before the window has to grow."""
        return QSize(self._theme.px(32), self.sizeHint().height())

    def text_width(self) -> int:
        """How wide the text, or the placeholder while there is none, would like to be."""
        return round(QFontMetricsF(self.font()).horizontalAdvance(self.text() or self.placeholderText())) + 6

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field to its owner."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the underline."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the underline."""
        super().leaveEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the text from its beginning again."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.setCursorPosition(0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line below, and the elided text while it is not being typed."""
        theme = self._theme
        metrics = QFontMetricsF(self.font())
        if self.hasFocus() or not self.text() or metrics.horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)
            painter = QPainter(self)
        else:
            painter = QPainter(self)
            painter.setFont(self.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            flags = int(self.alignment().value) | int(Qt.AlignmentFlag.AlignVCenter.value)
            painter.drawText(QRectF(self.rect()), flags, text)
        if self.hasFocus():
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), theme.color("accent"))
        elif self.underMouse() and self.isEnabled() and not self.isReadOnly():
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("edge"))
        painter.end()

    def _renew(self) -> None:
        self.setFont(self._theme.font(self._role, self._weight))
        self.setPalette(_bare_palette(self._theme, self._token))
        self.updateGeometry()
        self.update()


class _ClearButton(QToolButton):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(Common.CLEAR)
        self.setToolTip(Common.with_key(Common.CLEAR, "Esc"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse():
            rounded(painter, rect, 6, theme.color("press" if self.isDown() else "hover"))
        size = theme.px(16)
        place = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
        theme.paint_icon(painter, place, "ph.x", theme.color("ink2"))
        painter.end()


def _bare_palette(theme: Theme, token: str = "ink") -> QPalette:
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.Text, theme.color(token))
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink3"))
    return palette
