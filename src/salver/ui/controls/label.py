"""Labels. A label never reads its text as HTML, whatever a name or a note may hold."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from salver.ui.theme import Theme


class PlainLabel(QLabel):
    """A line or a paragraph of plain text in a role of the theme.

    With `elide`, a text too long ends in "…" and is whole in the tooltip; with `wrap`, it takes more lines.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        token: str = "ink",
        weight: int | None = None,
        elide: bool = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._token = token
        self._weight = weight
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._renew)
        self.setText(text)
        self._renew()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_whole()

    def set_look(self, token: str | None = None, role: str | None = None, weight: int | None = None) -> None:
        """Change colour, role or weight."""
        self._token = token or self._token
        self._role = role or self._role
        self._weight = weight if weight is not None else self._weight
        self._renew()

    def minimumSizeHint(self) -> QSize:
        """An elided label may shrink to a few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._theme.px(24)), hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip when it does not fit any more."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, elided if it must be."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), int(self.alignment().value), text)
        painter.end()

    def _tell_whole(self) -> None:
        if self._elide:
            cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.width()
            self.setToolTip(plain_tip(self.text()) if cut else "")

    def _renew(self) -> None:
        self.setFont(self._theme.font(self._role, self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.color(self._token))
        self.setPalette(palette)
        self._tell_whole()


def plain_tip(text: str) -> str:
    """A tooltip that Qt cannot take for HTML, whatever the text holds."""
    if "<" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"
