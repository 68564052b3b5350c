"""The focus ring: 2 px, 2 px off the control, shown only while the keyboard is used."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from salver.ui.controls.paint import rounded
from salver.ui.theme import Theme

_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_OFF = 2
_WIDTH = 2
_MOVES = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide})


class FocusRing(QObject):
    """Draws the ring of one control outside of its own rectangle, on the nearest ancestor that scrolls or is a window.

    `radius` is the control's own; the ring's is 4 more. A mouse press never shows it, a key press does.
    """

    def __init__(self, widget: QWidget, theme: Theme, radius: float = 8) -> None:
        super().__init__(widget)
        self._widget = widget
        self._theme = theme
        self.radius = radius
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        widget.installEventFilter(self)
        widget.destroyed.connect(self._forget)
        theme.changed.connect(self._place)

    @property
    def shown(self) -> bool:
        """True while the ring can be seen."""
        return self._ring is not None and self._ring.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and every move of the control and what holds it."""
        kind = event.type()
        if watched is self._widget:
            if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent) and event.reason() in _BY_KEYBOARD:
                self._show()
            elif kind == QEvent.Type.FocusOut or kind == QEvent.Type.MouseButtonPress:
                self._hide()
            elif kind == QEvent.Type.KeyPress and self._widget.hasFocus():
                self._show()
        if self._ring is not None and kind == QEvent.Type.Hide:
            # What holds the control goes; while it does, the control itself still counts as visible.
            self._ring.hide()
        elif self._ring is not None and kind in _MOVES:
            self._place()
        return False

    def _show(self) -> None:
        if self._ring is None:
            host = _host(self._widget)
            if host is self._widget:
                return
            self._ring = _Ring(host, self._theme)
            step: QWidget | None = self._widget.parentWidget()
            while step is not None and step is not host:
                step.installEventFilter(self)
                self._watched.append(step)
                step = step.parentWidget()
        self._place()
        self._ring.show()
        self._ring.raise_()

    def _hide(self) -> None:
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def _place(self) -> None:
        if self._ring is None:
            return
        host = self._ring.parentWidget()
        if host is None:
            return
        corner = self._widget.mapTo(host, QPoint(0, 0))
        off = _OFF + _WIDTH
        self._ring.radius = self.radius + off
        self._ring.setGeometry(QRect(corner, self._widget.size()).adjusted(-off, -off, off, off))
        self._ring.setVisible(self._widget.isVisible())
        self._ring.update()

    def _forget(self) -> None:
        self._ring = None
        self._watched.clear()


class _Ring(QWidget):
    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host)
        self._theme = theme
        self.radius: float = 12
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), self.radius, None, self._theme.color("accent"), _WIDTH)
        painter.end()


def _host(widget: QWidget) -> QWidget:
    """The content of the nearest scroll area, or the window."""
    step = widget
    parent = step.parentWidget()
    while parent is not None and not step.isWindow():
        grand = parent.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent:
            return step if step is not widget else parent
        step, parent = parent, parent.parentWidget()
    return step
