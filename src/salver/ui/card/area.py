"""The part of the card pane that scrolls: the card, and below it what happened with the person."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from salver.ui.card.geometry import MARGIN
from salver.ui.card.view import CardView


class _Content(QWidget):
    """What scrolls. It is as wide as the pane, whatever lies in it: a card that was wider shall not hold it open."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class CardArea(QScrollArea):
    """Holds the card in the middle, and `below` it a column as wide as the card.

    `margin_changed` tells how far from the left the card lies, for what stands above it.
    """

    margin_changed = Signal(int)

    def __init__(self, view: CardView, below: Iterable[QWidget]) -> None:
        super().__init__()
        self._view = view
        self._column = QWidget()
        inner = QVBoxLayout(self._column)
        inner.setContentsMargins(MARGIN - 12, 0, MARGIN - 12, 24)
        inner.setSpacing(24)
        for widget in below:
            inner.addWidget(widget)
        inner.addStretch(1)
        content = _Content()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._column, 1, Qt.AlignmentFlag.AlignHCenter)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def fit(self, width: int) -> None:
        """Take the largest card that fits into a pane of this width."""
        self._view.fit(width)
        card = self._view.card_width
        bar = self.verticalScrollBar()
        room = width - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
        self.margin_changed.emit(max(MARGIN, (room - card) // 2))
        self._column.setFixedWidth(card + 2 * MARGIN)
