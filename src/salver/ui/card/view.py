"""The card lying on the desk: paper, one of its two faces, and turning it over."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QWidget

from salver.ui.card import geometry
from salver.ui.card.back import Back
from salver.ui.card.front import Front
from salver.ui.controls.stock import MARGIN, paint_stock, stock_pixmap
from salver.ui.texts import CardWords
from salver.ui.theme import Theme

FLIP_MS = 260
"""How long a card takes to turn over. Source: the drawn window."""
DARKEN = 0.10
INSET = {"front": 13, "back": 8}
"""How far inside of the card its face begins to scroll: within the plate mark on the front."""


class CardView(QWidget):
    """The card and its shadow. `turned` tells which face is up, at the end of each turn."""

    turned = Signal(str)

    def __init__(self, theme: Theme, front: Front, back: Back, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.front, self.back = front, back
        self._size = geometry.card_size(496)
        self._face = "front"
        self._fitting = False
        self._swapping = False
        self._pictures: dict[str, QPixmap] = {}
        self._focus_line = -1
        self._lines = {"front": -1, "back": -1}
        self.setAccessibleName(CardWords.PANE)
        self._areas = {"front": self._area(front), "back": self._area(back)}
        self._areas["back"].hide()
        self._turn = QVariantAnimation(self)
        self._turn.setStartValue(0.0)
        self._turn.setEndValue(1.0)
        self._turn.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._turn.valueChanged.connect(lambda _value: self.update())
        self._turn.finished.connect(self._land)
        front.resized.connect(self._refit)
        back.resized.connect(self._refit)
        theme.changed.connect(self._renew)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._renew()

    # Which face

    def face(self) -> str:
        """The face that is up, or will be when the card has turned: `front` or `back`."""
        return self._face

    @property
    def turning(self) -> bool:
        """True while the card is in the air."""
        return self._turn.state() == QVariantAnimation.State.Running

    def flip(self) -> None:
        """Turn the card over. Pressed again while it turns, it turns back from where it is."""
        if self.turning:
            forward = self._turn.direction() == QVariantAnimation.Direction.Forward
            back, ahead = QVariantAnimation.Direction.Backward, QVariantAnimation.Direction.Forward
            self._turn.setDirection(back if forward else ahead)
            self._face = "back" if self._face == "front" else "front"
            return
        self._focus_line = self._line_with_focus()
        before, after = self._face, "back" if self._face == "front" else "front"
        length = self._theme.ms(FLIP_MS) if not self._theme.still else self._theme.fade_ms
        self._face = after
        if length == 0 or not self.isVisible():
            self._settle()
            return
        self._pictures = {"from": self._picture(before), "to": self._picture(after)}
        self._swapping = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self._focus_line >= 0:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        for area in self._areas.values():
            area.hide()
        self._swapping = False
        self._turn.setDirection(QVariantAnimation.Direction.Forward)
        self._turn.setDuration(length)
        self._turn.start()

    def show_face(self, face: str) -> None:
        """Have a face up at once, without turning."""
        if self.turning:
            self._turn.stop()
        self._face = face
        self._focus_line = -1
        self._settle()

    def finish(self) -> None:
        """Jump to the end of the turn."""
        if self.turning:
            self._turn.stop()
            self._settle()

    def forget_lines(self) -> None:
        """Another card: no line has been visited on it."""
        self._lines = {"front": -1, "back": -1}

    def first_field(self) -> QWidget:
        """The first field of the face that is up."""
        return self.front.name if self._face == "front" else self.back.met

    def _land(self) -> None:
        self._settle()

    def _settle(self) -> None:
        self._pictures.clear()
        # Hiding a face hands the focus to somebody else for a moment; that is no line the person chose.
        self._swapping = True
        for face, area in self._areas.items():
            area.setVisible(face == self._face)
        self._swapping = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if self._focus_line >= 0:
            fields = self._fields(self._face)
            visited = self._lines[self._face]
            # The back of a new card asks first when you met: the guess is chosen, to be kept or typed over.
            asks = self._face == "back" and visited < 0 and self.back.has_guess
            line = visited if visited >= 0 else 0 if asks else self._focus_line
            field = fields[min(line, len(fields) - 1)]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(field, QLineEdit):
                if asks:
                    field.selectAll()
                else:
                    field.end(False)
        self._focus_line = -1
        self.update()
        self.turned.emit(self._face)

    def _fields(self, face: str) -> list[QWidget]:
        return list(self.front.lines) if face == "front" else list(self.back.lines)

    def _line_with_focus(self) -> int:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return -1
        for i, field in enumerate(self._fields(self._face)):
            parent = field.parentWidget()
            if field is focus or (parent is not None and parent.isAncestorOf(focus) and parent is not self.front):
                return i
        return 0

    # Size

    def fit(self, available: int) -> None:
        """Take the largest card that fits a pane of `available` px."""
        width = geometry.card_size(available)[0]
        if width != self._size[0]:
            self._size = (width, round(width / geometry.RATIO))
            self._renew()

    def _refit(self) -> None:
        """A face needs another height: tight cards grow, the others scroll."""
        width, height = self._size
        needed = max(self.front.natural_height, self.back.natural_height)
        wanted = geometry.roomy_height(width, self._theme.scale, needed)
        if wanted != height and not self._fitting:
            self._fitting = True
            self._size = (width, wanted)
            self._renew()
            self._fitting = False
        self._scroll_to_focus()

    @property
    def card_width(self) -> int:
        """The width of the card alone."""
        return self._size[0]

    def _renew(self) -> None:
        width = self._size[0]
        needed = max(self.front.natural_height, self.back.natural_height)
        self._size = (width, geometry.roomy_height(width, self._theme.scale, needed))
        height = self._size[1]
        self.setFixedSize(width + 2 * MARGIN, height + 2 * MARGIN)
        for face, area in self._areas.items():
            inset = self._theme.px(12) + 1 if face == "front" else INSET["back"]
            area.setGeometry(MARGIN + inset, MARGIN + inset, width - 2 * inset, height - 2 * inset)
            (self.front if face == "front" else self.back).set_box(width, height, inset)
        self.update()

    def _area(self, face: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(face)
        face.setAutoFillBackground(False)
        return area

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new) or self.turning or self._swapping:
            return
        area = self._areas[self._face]
        area.ensureWidgetVisible(new, 0, 12)
        self._lines[self._face] = self._line_with_focus()

    def _scroll_to_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._areas[self._face].isAncestorOf(focus):
            self._areas[self._face].ensureWidgetVisible(focus, 0, 12)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the card turns, typing and Esc jump to the end; what was typed is not lost."""
        if not self.turning or event.key() == Qt.Key.Key_F4:
            event.ignore()
            return
        self.finish()
        focus = QApplication.focusWidget()
        if event.key() != Qt.Key.Key_Escape and focus is not None and focus is not self:
            QApplication.sendEvent(focus, event.clone())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper, or the turning card."""
        painter = QPainter(self)
        width, height = self._size
        if not self._pictures:
            paint_stock(painter, QRectF(MARGIN, MARGIN, width, height), self._face, self._theme)
        elif self._theme.still:
            value = float(self._turn.currentValue())
            painter.drawPixmap(QPointF(0, 0), self._pictures["from"])
            painter.setOpacity(value)
            painter.drawPixmap(QPointF(0, 0), self._pictures["to"])
        else:
            self._paint_turning(painter, float(self._turn.currentValue()))
        painter.end()

    def _paint_turning(self, painter: QPainter, value: float) -> None:
        scale, other = geometry.turn(value)
        width, height = self._size
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(self.width() / 2, 0)
        painter.scale(max(scale, 0.01), 1.0)
        painter.translate(-self.width() / 2, 0)
        painter.drawPixmap(QPointF(0, 0), self._pictures["to" if other else "from"])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("shadow", max(0.004, DARKEN * (1 - scale))))
        painter.drawRoundedRect(QRectF(MARGIN, MARGIN, width, height), 6, 6)

    def _picture(self, face: str) -> QPixmap:
        """A face with its paper, as it lies there."""
        ratio = self.devicePixelRatioF()
        width, height = self._size
        picture = QPixmap(stock_pixmap(width, height, face, self._theme, ratio))
        painter = QPainter(picture)
        area = self._areas[face]
        painter.drawPixmap(QPointF(area.pos()), _face_picture(area, ratio))
        painter.end()
        return picture


def _face_picture(area: QScrollArea, ratio: float) -> QPixmap:
    picture = QPixmap(area.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    content = area.widget()
    if content is not None:
        painter = QPainter(picture)
        content.render(painter, content.pos(), renderFlags=QWidget.RenderFlag.DrawChildren)
        painter.end()
    return picture
