"""Time as a note speaks of it: hours since the meeting, and words such as "yesterday" in seven languages."""

from __future__ import annotations

import datetime as dt
import re

from salver.cards.meeting import Moment, Precision
from salver.cards.situation import Situation
from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Reading

DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_IN_MONTH = re.compile(rf" (?:in|since|from) ({'|'.join(MONTHS).lower()})(?= )")


def since_meeting(situation: Situation) -> dt.timedelta | None:
    """Elapsed time from the meeting to the planned sending; None when either is unknown or only the month is."""
    met = situation.meeting.met
    if met is None or situation.send_at is None or met.precision is Precision.MONTH:
        return None
    return situation.send_at.astimezone(dt.UTC) - met.aware().astimezone(dt.UTC)


def days_between(situation: Situation) -> int | None:
    """Calendar days at the place from the meeting to the sending; None when unknown or negative."""
    met = situation.meeting.met
    if met is None or situation.send_at is None or met.precision is Precision.MONTH:
        return None
    days = (sent_at(situation, met).date() - met.local.date()).days
    return days if days >= 0 else None


def sent_at(situation: Situation, met: Moment) -> dt.datetime:
    """The planned sending on the clock of the place where they met."""
    assert situation.send_at is not None
    return situation.send_at.astimezone(met.aware().tzinfo)


def right_word(language: str, days: int, met: Moment) -> str:
    """How to speak of the meeting so many days later: "yesterday", "on Tuesday", "last week", "three weeks ago"."""
    words = _WORDS[language]
    if days == 0:
        return words[0]
    if days == 1:
        return words[1]
    if days <= 6:
        return words[2].format(DAYS[language].split()[met.local.weekday()])
    if days <= 13:
        return words[3]
    if days <= 27:
        return words[4].format(round(days / 7))
    return words[5] if days <= 45 else words[6].format(round(days / 30))


_WORDS = {
    "en": ("today", "yesterday", "on {}", "last week", "{} weeks ago", "a month ago", "{} months ago"),
    "de": ("heute", "gestern", "am {}", "letzte Woche", "vor {} Wochen", "vor einem Monat", "vor {} Monaten"),
    "fr": (
        "aujourd’hui",
        "hier",
        "{}",
        "la semaine dernière",
        "il y a {} semaines",
        "il y a un mois",
        "il y a {} mois",
    ),
    "es": ("hoy", "ayer", "el {}", "la semana pasada", "hace {} semanas", "hace un mes", "hace {} meses"),
    "it": ("oggi", "ieri", "{}", "la settimana scorsa", "{} settimane fa", "un mese fa", "{} mesi fa"),
    "pt": ("hoje", "ontem", "na {}", "na semana passada", "há {} semanas", "há um mês", "há {} meses"),
    "nl": ("vandaag", "gisteren", "{}", "vorige week", "{} weken geleden", "een maand geleden", "{} maanden geleden"),
}

# Each word or phrase with the days it may stand for, first to last; two calendar rules have letters.
_TIMES: dict[str, dict[str, tuple[int, int]]] = {
    "en": {
        "today": (0, 0), "this morning": (0, 0), "this afternoon": (0, 0), "this evening": (0, 0), "tonight": (0, 0),
        "earlier today": (0, 0), "just now": (0, 0), "yesterday": (1, 1), "last night": (0, 1),
        "the other day": (1, 20), "the other night": (1, 20), "the other week": (5, 28),
        "yesterday morning": (1, 1), "yesterday afternoon": (1, 1), "yesterday evening": (1, 1),
        "last week": (3, 14), "last weekend": (1, 9), "at the weekend": (1, 9),
        "over the weekend": (1, 9), "last month": (8, 62), "last year": (20, 730),
        "the day before yesterday": (2, 2),
    },
    "de": {"heute": (0, 0), "heute morgen": (0, 0), "heute früh": (0, 0), "heute mittag": (0, 0),
           "heute nachmittag": (0, 0), "heute abend": (0, 0), "gestern": (1, 1), "gestern abend": (0, 1),
           "vorgestern": (2, 2), "letzte woche": (3, 14), "vorige woche": (3, 14), "letzten monat": (8, 62)},
    "fr": {"aujourd'hui": (0, 0), "ce matin": (0, 0), "ce midi": (0, 0), "cet après-midi": (0, 0), "ce soir": (0, 0),
           "hier": (1, 1), "hier soir": (0, 1), "avant-hier": (2, 2), "la semaine dernière": (3, 14),
           "le mois dernier": (8, 62)},
    "es": {"hoy": (0, 0), "esta mañana": (0, 0), "esta tarde": (0, 0), "ayer": (1, 1), "anoche": (0, 1),
           "anteayer": (2, 2), "antier": (2, 2), "la semana pasada": (3, 14), "el mes pasado": (8, 62)},
    "it": {"oggi": (0, 0), "stamattina": (0, 0), "stamani": (0, 0), "questa mattina": (0, 0), "stasera": (0, 0),
           "ieri": (1, 1), "ieri sera": (0, 1), "l'altro ieri": (2, 2), "la settimana scorsa": (3, 14),
           "il mese scorso": (8, 62)},
    "pt": {"hoje": (0, 0), "esta manhã": (0, 0), "esta tarde": (0, 0), "ontem": (1, 1), "ontem à noite": (0, 1),
           "anteontem": (2, 2), "na semana passada": (3, 14), "semana passada": (3, 14), "no mês passado": (8, 62)},
    "nl": {"vandaag": (0, 0), "vanochtend": (0, 0), "vanmorgen": (0, 0), "vanmiddag": (0, 0), "vanavond": (0, 0),
           "gisteren": (1, 1), "gisteravond": (0, 1), "eergisteren": (2, 2), "vorige week": (3, 14),
           "vorige maand": (8, 62)},
}  # fmt: skip

LAST_WEEK = frozenset("last week|letzte woche|vorige woche|la semaine dernière|la semana pasada|la settimana scorsa"
                      "|na semana passada|semana passada|vorige week".split("|"))  # fmt: skip


def times(language: str) -> dict[str, tuple[int, int]]:
    """The time words of a language with the days back they may stand for."""
    return _TIMES[language]


def admits_delay(reading: Reading) -> bool:
    """True when the note itself says that it comes late, or how long ago the meeting was."""
    if _LATE.within(reading.flow, reading.language):
        return True
    met = reading.situation.meeting.met
    return met is not None and any(
        found[1] == MONTHS[met.local.month - 1].lower() for found in _IN_MONTH.finditer(reading.flow)
    )


_LATE = Phrases("when", "late")
