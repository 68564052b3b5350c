"""They do not expect you.

*What it does*
When the card says that you did not tell them you would look them up, looks for a word on how or why you write.

*Why it matters*
An invitation somebody expects is a pleasure, one out of the blue a puzzle. Asking is easy: "I forgot to ask".

*When it is fine*
When the note says itself how it comes, and between people who know each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from salver.cards.meeting import Tie, Told
from salver.cards.note import Channel
from salver.etiquette.examples import MET, UNTOLD
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Reading

_SAYS = re.compile(
    r" (?:(?:add|adding|find|found|finding|looked|looking|look|track|tracked|tracking|invite|inviting|connect|connecting|search|searched|hunted|spotted|saw|see) (?:you|for you|your (?:name|profile))(?: up| down| here| on| in| through| via)?"
    r"|linkedin|on here|invitation|may i (?:add|join|connect|stay|keep)|(?:may|could|can) we (?:connect|stay|keep)|(?:do|would) (?:you )?(?:not )?mind|forgot to (?:ask|say|mention|tell)|never (?:got round|asked|swapped|told|managed|got)|did not (?:get|ask|tell|swap|manage|have)|without (?:asking|swapping|telling)|out of the blue|swap(?:ped|ping)? (?:names|cards|numbers|contacts)|exchange(?:d)? (?:names|cards|contacts)|speakers? list|name tag|badge|gave me your (?:name|card)|your card|i am writing (?:because|to)|i write (?:because|to)|reason i write|why i write|hope (?:it is|that is|this is|you do not)|not be expecting|surprise|reach out|reaching out|keep in touch|stay in touch|permission|forward of me|wrote down your name|your name (?:on|from|in)|asked (?:around|the organiser|for your name)"
    r"|gefunden|hinzufügen|vernetzen|vergessen zu fragen|darf ich|nachgeschlagen|gesucht|je me permets|retrouvé|trouvée?|ajouter|permettez|oublié de|me permito|encontr\w+|añadir\w*|agregar\w*|olvidé|trovat\w+|aggiunger\w*|mi permetto|dimenticat\w+|encontrei|adicionar|esqueci|tomei a liberdade|gevonden|toevoegen|opgezocht|vergeten|mag ik)(?= )"
)


def find(reading: Reading) -> Iterable[Hit]:
    """An invitation they do not expect, that does not say how it comes."""
    situation = reading.situation
    if situation.meeting.told is not Told.NO or situation.channel is not Channel.INVITATION:
        return
    if situation.meeting.tie in (Tie.FRIEND, Tie.COLLEAGUE, Tie.STRANGER, Tie.HEARD, Tie.INTRODUCED) or _SAYS.search(reading.flow):
        return
    yield Hit("They do not expect this", None, "A word on why you write would help: “I forgot to ask …”")


RULE = Rule(
    id="not-told",
    title="They do not expect you",
    severity=Severity.HINT,
    find=find,
    source="DESIGN 1.2; research/linkedin.md 6 (ASKED-FIRST)",
    bad=(Bad("Hi Ana, your goat story was the best of the day. Did it come home?", situation=UNTOLD),),
    good=(
        Good("Hi Ana, I forgot to ask whether I may add you here. Did the goat come home?", UNTOLD),
        Good("Hi Ana, your goat story was the best of the day. Did it come home?", MET),
    ),
)
