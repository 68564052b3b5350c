"""The room below the bar: the panes, or a page such as the settings that covers them until it is closed."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QStackedWidget, QWidget

from salver.store import Changed


@runtime_checkable
class LivePage(Protocol):
    """A page that shows what is kept, and keeps what is typed. Told by its methods: pages are loaded on first use."""

    def refresh(self, changed: Changed) -> None:
        """Show what a write changed."""

    def flush(self) -> None:
        """Keep what is being typed, now."""


class Covering(QStackedWidget):
    """Shows one thing at a time: `under`, or the page laid over it."""

    def __init__(self, under: QWidget) -> None:
        super().__init__()
        self._under = under
        self.page: QWidget | None = None
        """The page that covers, if any does."""
        self.addWidget(under)

    def lay(self, page: QWidget) -> None:
        """Cover with a page."""
        self.page = page
        self.addWidget(page)
        self.setCurrentWidget(page)

    def lift(self) -> None:
        """Take the page away for good."""
        if self.page is not None:
            page, self.page = self.page, None
            self.setCurrentWidget(self._under)
            self.removeWidget(page)
            page.deleteLater()

    def refresh(self, changed: Changed) -> None:
        """Let the page show what a write changed."""
        page: object = self.page
        if isinstance(page, LivePage):
            page.refresh(changed)

    def flush(self) -> None:
        """Let the page keep what is being typed on it."""
        page: object = self.page
        if isinstance(page, LivePage):
            page.flush()
