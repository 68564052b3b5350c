"""Export: which cards, as what, to which file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from salver.store.errors import StoreError
from salver.ui.controls.button import Button
from salver.ui.controls.label import PlainLabel
from salver.ui.controls.segments import Segments
from salver.ui.desk import Desk
from salver.ui.exchange.work import write_out
from salver.ui.settings.page import EDGE, Page
from salver.ui.settings.rows import Paper, Row
from salver.ui.texts import ExchangeWords


class ExportPage(Page):
    """`chosen` are the ids of the cards chosen in the list; none means all. `kind` is vcf, csv, json or ics.

    `picked` is False where the page was not asked for from the list: then one card is no choice, it is merely shown.
    """

    def __init__(
        self,
        desk: Desk,
        chosen: Sequence[int] = (),
        kind: str = "vcf",
        parent: QWidget | None = None,
        *,
        picked: bool = True,
    ) -> None:
        super().__init__(desk.theme, ExchangeWords.EXPORT_TITLE, parent)
        self._desk = desk
        self._chosen = tuple(chosen)
        theme = desk.theme
        choices = [(ExchangeWords.ALL, ExchangeWords.scope(self._everyone(), every=True))]
        if self._chosen:
            choices.insert(0, (ExchangeWords.CHOSEN, ExchangeWords.scope(len(self._chosen), every=False)))
        self.scope = Segments(theme, choices, height=40, name=ExchangeWords.WHAT)
        if len(self._chosen) == 1 and not picked:
            # A card that is merely shown is no choice.
            self.scope.set_value(ExchangeWords.ALL)
        self.kind = Segments(theme, ExchangeWords.KINDS, height=40, name=ExchangeWords.AS)
        self.kind.set_value(kind if kind in ExchangeWords.KIND_HINTS else "vcf")
        self.kind.chosen.connect(lambda _: self._tell_kind())
        self.save = Button(theme, ExchangeWords.SAVE, "primary", "ph.export")
        self.save.clicked.connect(self._ask_where)
        paper = Paper(theme)
        paper.add(Row(theme, ExchangeWords.WHAT, "", self.scope))
        self._as = Row(theme, ExchangeWords.AS, "", self.kind)
        paper.add(self._as)
        paper.add(Row(theme, ExchangeWords.TO_FILE, ExchangeWords.TO_FILE_HINT, self.save))
        self.told = PlainLabel(theme, "", "body", "accent", weight=600, wrap=True)
        self.told.setContentsMargins(EDGE, 0, EDGE, 0)
        self.told.hide()
        self.body.addWidget(paper)
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self.set_first(self.kind.button(self.kind.value()))
        self._tell_kind()

    def save_to(self, path: Path) -> None:
        """Write the file, and say what came of it."""
        if not path.suffix:
            path = path.with_suffix(f".{self.kind.value()}")
        ids = self._chosen if self.scope.value() == ExchangeWords.CHOSEN else None
        try:
            number = write_out(self._desk.store, path, self.kind.value(), ids, self._desk.now())
        except StoreError as error:
            self._tell(error.sentence, bad=True)
            return
        except OSError as error:
            self._tell(ExchangeWords.not_written(error.strerror or type(error).__name__), bad=True)
            return
        self._tell(ExchangeWords.exported(number, str(path)))

    def _everyone(self) -> int:
        return self._desk.store.people.counts()["everyone"]

    def _tell_kind(self) -> None:
        self._as.set_hint(ExchangeWords.KIND_HINTS[self.kind.value()])
        self.told.hide()

    def _tell(self, sentence: str, *, bad: bool = False) -> None:
        self.told.set_look("err" if bad else "accent")
        self.told.setText(sentence)
        self.told.show()
        self._desk.say(sentence)

    def _ask_where(self) -> None:
        kind = self.kind.value()
        dialog = QFileDialog(self, ExchangeWords.EXPORT_TITLE)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilters([f"{dict(ExchangeWords.KINDS)[kind]} (*.{kind})"])
        dialog.selectFile(f"salver-{self._desk.now():%Y-%m-%d}.{kind}")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
