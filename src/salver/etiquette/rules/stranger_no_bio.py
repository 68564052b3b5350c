"""A stranger without a name tag.

*What it does*
When you have not met, looks for a line that says who you are: your trade, your place, what you make or study.

*Why it matters*
Somebody unknown who writes out of nowhere is let in sooner when they say who they are.

*When it is fine*
When you have met or were introduced; the tie on the card says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.note import Channel
from salver.etiquette import introduction
from salver.etiquette.examples import MET, STRANGER
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading


_ANSWERS = Phrases(
    en=r"(?:thank you|thanks|grateful|many thanks)(?: \w+){0,2} for (?:your |the |this |kindly )?(?:invitation|invite|request|finding me|adding me|connecting|reaching out|getting in touch|writing|note|message)|you (?:added|invited|found|wrote to|contacted) me",
    de=r"(?:danke|dank|freue mich) (?:\w+ ){0,2}(?:für|über) (?:die|ihre|deine) (?:anfrage|einladung|nachricht|kontaktanfrage)",
    fr=r"merci (?:\w+ )?(?:pour|de) (?:votre|l'|ton|cette) ?(?:invitation|demande|message)|merci de m'avoir",
    es=r"gracias por (?:tu|su|la) (?:invitación|solicitud|mensaje)|gracias por (?:agregarme|añadirme|escribir)",
    it=r"grazie (?:per|dell') ?(?:l'|il|la|tuo|suo)? ?(?:invito|richiesta|messaggio|contatto)",
    pt=r"obrigad\w (?:pelo|pela|por) (?:\w+ )?(?:convite|pedido|mensagem|contacto|contato)",
    nl=r"(?:bedankt|dank|dankjewel) (?:\w+ )?voor (?:je|jouw|uw|de|het) (?:uitnodiging|verzoek|bericht)",
)  # fmt: skip


def find(reading: Reading) -> Iterable[Hit]:
    """Nothing about the writer, for somebody they have not met."""
    situation = reading.situation
    if not situation.meeting.tie.has_not_met or situation.channel is Channel.REPLY:
        return
    if _ANSWERS.first(reading, negated=True):
        return
    if reading.language not in ("", "en", "de", "fr", "es", "it", "pt", "nl") or introduction.of(reading):
        return
    about = situation.sender.about
    reason = f"For instance: {about}" if about else "You have not met: one line on what you do opens the door."
    yield Hit("They do not know who you are", None, reason[:140])


RULE = Rule(
    id="stranger-no-bio",
    title="A stranger without a name tag",
    severity=Severity.WARNING,
    find=find,
    source="DESIGN 1.5; research/linkedin.md 6 (STRANGER-NOBIO)",
    bad=(
        Bad("Hi Ana, your post on flaky tests was good. Which one was it?", situation=STRANGER),
        Bad("Hi Ana, we help companies like yours. Interested?", situation=STRANGER),
    ),
    good=(
        Good("Hi Ana, I run the tests of a small bank in Ghent. Your post saved my week. Which one was it?", STRANGER),
        Good("Hallo Ana, ich bin Lehrerin in Graz und nutze Ihr Werkzeug. Darf ich einen Fehler melden?", STRANGER),
        Good("Hi Ana, which one was it?", MET),
    ),
)
