"""The theme: contrast that everybody can read, fonts and icons that are there, sizes that follow the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QGuiApplication
from pytestqt.qtbot import QtBot

from salver.ui import tokens
from salver.ui.theme import Theme

# The look's table of lowest contrasts, light / dark, on: desk, pane, card, back, tint, hover, the lowest of the three
# tints of findings.
GROUNDS = ("desk", "pane", "card", "back", "tint", "hover", "found")
TABLE = {
    "ink": "13.1/15.5 14.4/14.3 15.6/12.4 14.8/12.1 12.7/10.2 13.2/10.8 12.7/10.2",
    "ink2": "6.8/9.4 7.5/8.7 8.1/7.5 7.7/7.3 6.6/6.2 6.8/6.5 6.6/6.2",
    "ink3": "4.8/7.3 5.3/6.7 5.7/5.9 5.5/5.7 4.7/4.8 4.9/5.1 4.7/4.8",
    "accent": "6.5/9.8 7.2/9.0 7.8/7.9 7.4/7.7 6.3/6.5 6.6/6.8 6.3/6.5",
    "marks": "5.6/9.0 6.2/8.3 6.7/7.2 6.4/7.0 5.5/5.9 5.7/6.3 5.5/5.9",
    "edge": "3.1/5.0 3.5/4.6 3.7/4.0 3.5/3.9 3.0/3.3 3.2/3.5 3.0/3.3",
}
ON_COLOURS = {
    ("onaccent", "accent"): "7.8/8.8",
    ("onaccent", "acchover"): "9.9/10.4",
    ("onaccent", "accpress"): "12.3/6.6",
    ("accent", "tintpress"): "5.2/4.7",
    ("ink", "chip"): "12.9/9.8",
}


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    shares = []
    for part in (QColor(color).redF(), QColor(color).greenF(), QColor(color).blueF()):
        shares.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lowest(table: dict[str, str], ink: str, ground: str) -> float:
    inks = ("warn", "hint", "err") if ink == "marks" else (ink,)
    grounds = ("warntint", "hinttint", "errtint") if ground == "found" else (ground,)
    return min(contrast(table[i], table[g]) for i in inks for g in grounds)


@pytest.mark.parametrize(("column", "table"), [(0, tokens.LIGHT), (1, tokens.DARK)], ids=["light", "dark"])
def test_every_contrast_is_what_the_look_promises(column: int, table: dict[str, str]) -> None:
    for ink, line in TABLE.items():
        for ground, pair in zip(GROUNDS, line.split(), strict=True):
            promised = float(pair.split("/")[column])
            # 0.1 for a table rounded to one place.
            assert lowest(table, ink, ground) >= promised - 0.1, (ink, ground)
            assert lowest(table, ink, ground) >= (3.0 if ink == "edge" else 4.5) - 0.05, (ink, ground)
    for (ink, ground), pair in ON_COLOURS.items():
        assert lowest(table, ink, ground) >= float(pair.split("/")[column]) - 0.1, (ink, ground)


def test_text_on_rows_fields_and_pressed_controls_can_be_read_in_both_themes() -> None:
    for table in (tokens.LIGHT, tokens.DARK):
        for ground in ("rowhover", "press", "tinthover"):
            assert contrast(table["ink2"], table[ground]) >= 4.5
        assert contrast(table["accent"], table["rowhover"]) >= 4.5


def test_initials_can_be_read_on_every_avatar() -> None:
    assert min(contrast(ink, fill) for fill, ink in tokens.AVATARS_LIGHT) >= 6.4
    assert min(contrast(ink, fill) for fill, ink in tokens.AVATARS_DARK) >= 7.4


def test_both_themes_hold_the_same_tokens() -> None:
    assert set(tokens.LIGHT) == set(tokens.DARK)


def test_the_fonts_of_the_look_are_the_ones_that_are_drawn(qtbot: QtBot) -> None:
    theme = Theme("light", under_test=True)

    for role, (family, size, weight, italic) in tokens.ROLES.items():
        info = QFontInfo(theme.font(role))
        assert info.family() in (family, f"{family} Semibold"), role
        assert info.pixelSize() == size
        assert info.italic() == italic
        assert theme.font(role).weight() == weight
    plain, bold = (
        QFontMetrics(theme.font("body", weight)).horizontalAdvance("Nordlicht Energie") for weight in (400, 600)
    )
    assert bold > plain


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_fonts_and_lengths_follow_the_text_size(qtbot: QtBot, scale: float) -> None:
    theme = Theme("light", scale, under_test=True)

    assert theme.px(40) == round(40 * scale)
    assert theme.font("name").pixelSize() == round(30 * scale)


def test_the_text_size_stays_between_100_and_200_percent(qtbot: QtBot) -> None:
    assert Theme("light", 0.3, under_test=True).scale == 1.0
    assert Theme("light", 7, under_test=True).scale == 2.0


def test_changing_the_theme_tells_once_and_brings_new_colours_icons_and_fonts(qtbot: QtBot) -> None:
    theme = Theme("light", under_test=True)
    before = theme.pixmap("ph.plus", "ink").toImage()

    with qtbot.waitSignal(theme.changed):
        theme.apply(mode="dark", scale=1.5)

    assert theme.dark
    assert theme.color("ink").name().upper() == tokens.DARK["ink"]
    assert theme.pixmap("ph.plus", "ink").toImage() != before
    assert theme.font("body").pixelSize() == round(15 * 1.5)


def test_applying_what_already_is_tells_nobody(qtbot: QtBot) -> None:
    theme = Theme("light", under_test=True)

    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(mode="light", scale=1.0, show_keys=True)


def test_the_system_s_theme_is_followed_unless_one_is_chosen(qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    following, chosen = Theme("system", under_test=True), Theme("light", under_test=True)
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        qtbot.waitUntil(lambda: following.dark == (hints.colorScheme() == Qt.ColorScheme.Dark))
        assert not chosen.dark
    finally:
        hints.unsetColorScheme()


def test_nothing_moves_under_test_or_with_reduced_motion(qtbot: QtBot) -> None:
    assert Theme("light", under_test=True).ms(260) == 0
    assert Theme("light", under_test=True).fade_ms == 0
    calm = Theme("light", reduced_motion=True)
    assert (calm.still, calm.ms(260), calm.fade_ms) == (True, 0, 120)
    assert Theme("light").ms(260) == 260


ICONS = """plus magnifying-glass funnel-simple gear-six map-pin envelope-simple phone linkedin-logo globe-simple camera
handshake flag note-pencil copy paper-plane-tilt chat-circle lock scissors warning-octagon-fill warning-fill lightbulb
check check-bold dots-three caret-down caret-left caret-right export user x tag trash arrow-elbow-down-left""".split()


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_of_the_look_draws_something(qtbot: QtBot, name: str) -> None:
    picture = Theme("light", under_test=True).pixmap(f"ph.{name}", "ink", 18, 1.0).toImage()

    assert any(picture.pixelColor(x, y).alpha() > 60 for x in range(18) for y in range(18))


def test_an_icon_that_does_not_exist_is_an_error_and_not_an_empty_square(qtbot: QtBot) -> None:
    with pytest.raises(KeyError):
        Theme("light", under_test=True).pixmap("ph.no-such-icon", "ink")


def test_a_card_keeps_its_avatar_and_neighbours_differ(qtbot: QtBot) -> None:
    one, two = Theme("light", under_test=True), Theme("light", under_test=True)

    assert [one.avatar(n)[0].name() for n in range(50)] == [two.avatar(n)[0].name() for n in range(50)]
    assert len({one.avatar(n)[0].name() for n in range(50)}) == len(tokens.AVATARS_LIGHT)


def test_the_style_sheet_sets_no_colour_and_no_height_on_fields(qtbot: QtBot) -> None:
    sheet = Theme("dark", under_test=True).stylesheet()

    assert "QWidget" not in sheet
    assert "QLineEdit" not in sheet
    assert "$" not in sheet
