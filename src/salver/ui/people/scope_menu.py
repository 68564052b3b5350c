"""The menu behind the funnel: show one event's cards, or those with one tag."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from salver.store import Filter, Store
from salver.ui.texts import People
from salver.ui.theme import Theme

_MOST = 24
"""More would fill the screen; the search finds the rest by name."""


class ScopeMenu(QMenu):
    """Events, latest first, and tags, most used first; the one that is shown is ticked."""

    event_chosen = Signal(int)
    tag_chosen = Signal(str)
    everyone_chosen = Signal()

    def __init__(self, theme: Theme, store: Store, shown: Filter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.events = QMenu(People.BY_EVENT, self)
        self.events.setIcon(theme.icon("ph.map-pin"))
        for event in store.events.all()[:_MOST]:
            action = self.events.addAction(event.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(shown.kind == "event" and shown.event_id == event.id)
            action.triggered.connect(lambda _=False, event_id=event.id: self.event_chosen.emit(event_id))
        self._or_nothing(self.events, People.NO_EVENTS)
        self.tags = QMenu(People.BY_TAG, self)
        self.tags.setIcon(theme.icon("ph.tag"))
        for tag, count in store.cards.all_tags()[:_MOST]:
            action = self.tags.addAction(f"{tag}  {count:,}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(shown.kind == "tag" and shown.tag == tag)
            action.triggered.connect(lambda _=False, tag=tag: self.tag_chosen.emit(tag))
        self._or_nothing(self.tags, People.NO_TAGS)
        self.addMenu(self.events)
        self.addMenu(self.tags)
        self.addSeparator()
        self.addAction(People.SHOW_EVERYONE).triggered.connect(self.everyone_chosen)

    @staticmethod
    def _or_nothing(menu: QMenu, words: str) -> None:
        if menu.isEmpty():
            menu.addAction(words).setEnabled(False)
