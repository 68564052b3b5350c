"""A foot in the door.

*What it does*
Finds urgency and guilt: last chances, deadlines for their answer, reproaches, being counted on.

*Why it matters*
A note that pushes gets a no, or a yes that is not meant.

*When it is fine*
When the deadline is theirs, or you say that there is no hurry.
"""

from __future__ import annotations

from collections.abc import Iterable

from salver.cards.meeting import Tie
from salver.etiquette.examples import MET
from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Bad, Good, Hit, Rule, Severity
from salver.etiquette.text import Found, Reading

_PUSHING = Phrases(
    en=(
        r"urgent|urgently|asap|last chance|final chance|final notice|act now|act fast|hurry up|before (?:it is|its|it's) too late|do not miss (?:out|this)|limited time|only a few (?:seats|spots|places)"
        r"|(?:one|two|three|few|last|only|a few|\d+) (?:seats?|spots?|places?) (?:left|remaining|open)|(?:seats?|cohort|offer|door|doors|list|registration|price|prices) (?:close|closes|closing|ends?|expires?|goes up|go up|is going up)(?: (?:tonight|today|soon|tomorrow|at|on|this))?"
        r"|(?:reply|respond|answer|accept|confirm|register|sign up|do so|decide|call me|write back|get back to me) (?:now|today|tonight|immediately|right away|by (?:tonight|tomorrow|end of|eod|noon|\w+day|\d+)|before \w+|at once|quickly|fast)"
        r"|please (?:accept|confirm)(?: (?:my|now|this|me|it|asap))*(?! your)"
        r"|(?:still|already) (?:have )?(?:not )?(?:have not |has not |not )?(?:accepted|answered|replied|responded|heard back)(?: (?:to )?(?:my|me|from))?|you (?:still )?have (?:still )?(?:not|ignored) (?:yet )?(?:accepted|answered|replied|responded|ignored)|you (?:did not|never) (?:even )?(?:reply|answer|accept|respond|write back)"
        r"|(?:a bit|quite|very|rather|so|really|is|am|be|was) (?:disappointing|disappointed|hurt|offended|let down|upset|insulted)|let me down|(?:i am )?counting on you|i am (?:still )?waiting|i have been waiting|i (?:will )?expect (?:your|an|a) (?:answer|reply|response)"
        r"|only (?:people|those|somebody|someone|a person) who (?:really |truly )?(?:care|cares|understand|know|love|want|matter)|if you (?:really |truly )?care(?: about)?|you owe (?:it to|me that much|me at least)|the least you (?:can|could) do|after (?:all|everything) i"
        r"|(?:my )?(?:family|children|kids|wife|career|future|life|whole \w+) (?:is |are )?depend(?:ing|s)? on|depending on (?:you|this|it)|desperate|i beg (?:you|of you)|begging you|would break my heart|you would regret|will regret|do not say i did not|i do not approach everyone|grant is gone|or (?:the|it) \w+ (?:is )?gone"
        r"|put in a word for me \w+(?: \w+){0,3} before \w+"
    ),
    de=r"dringend|letzte chance|letzte gelegenheit|nur noch (?:heute|wenige|bis)|warte (?:ich )?(?:jetzt |immer )?(?:schon|noch)(?: \w+){0,3} auf|bis (?:spätestens )?(?:heute|morgen|freitag|montag|ende der woche)(?: \w+)? ?(?:uhr)?|(?:sehr |wirklich |etwas )?(?:enttäuscht|gekränkt)|antworten sie (?:bitte )?(?:sofort|schnell|umgehend|heute)|umgehend|sofort",
    fr=r"urgent|dernière chance|à saisir (?:avant|vite)|si vous n'acceptez pas|si tu n'acceptes pas|vexée?|déçue?|dépêche\w*|avant (?:ce soir|demain|vendredi|lundi)|(?:ce mois-ci|aujourd'hui) seulement|plus que \w+ places|j'attends (?:toujours )?(?:votre|ta)|répondez (?:vite|aujourd'hui|avant)|après tout (?:le temps|ce que)",
    es=r"urgente|última oportunidad|solo hoy|sólo hoy|date prisa|antes de que sea tarde|quedan (?:pocas|dos|tres) plazas|(?:sigo|estoy) esperando|decepcionad\w|(?:responde|contesta|acepta) (?:ya|hoy|ahora)|cuento contigo",
    it=r"urgente|ultima (?:occasione|possibilità)|solo oggi|affrettati|prima che sia tardi|(?:sto|sono) (?:ancora )?(?:aspettando|in attesa)|delus\w|(?:rispondi|accetta) (?:subito|oggi)|conto su di te",
    pt=r"urgente|última (?:chance|oportunidade)|só (?:até|hoje)|imperdível|corre|restam (?:poucas|duas)|(?:ainda )?(?:estou )?(?:à espera|esperando)|decepcionad\w|(?:responda|aceite) (?:já|hoje|agora)|conto com você",
    nl=r"dringend|laatste kans|alleen vandaag|nog maar \w+ plaatsen|wacht nog (?:steeds )?op|teleurgesteld|(?:reageer|antwoord) (?:snel|vandaag|nu)|voor vrijdag nog|reken op je",
)  # fmt: skip
_NO_HURRY = Phrases(en=r"no (?:hurry|rush|pressure|need)|whenever|only if you|take your time|joking|kidding")


def find(reading: Reading) -> Iterable[Hit]:
    """Urgency and guilt."""
    if reading.situation.meeting.tie is Tie.FRIEND:
        return
    found = next((f for f in _PUSHING.find(reading) if not _is_told(reading, f)), None)
    if found is not None and not _NO_HURRY.first(reading, negated=True):
        yield Hit("This pushes a little", found.span, "Leave them all the time they want; it reads kinder.")


def _is_told(reading: Reading, found: Found) -> bool:
    """ "The last chance is on Sunday, you said": their words, and no pressure of ours."""
    sentence = reading.sentence_of(found.span)
    return sentence is not None and " you said " in reading.flow_of(sentence)


RULE = Rule(
    id="pressure",
    title="A foot in the door",
    severity=Severity.WARNING,
    find=find,
    source="research/linkedin.md 6 (PRESSURE, GUILT-APOLOGY)",
    bad=(
        Bad("Hi Ana, last chance to join our panel. Which day suits you?", ("last chance",), situation=MET),
        Bad("Hi Ana, you still haven't accepted my invitation. Why?", ("you still haven't accepted",), situation=MET),
    ),
    good=(
        Good("Hi Ana, no hurry: which test was it?", MET),
        Good("Hi Ana, when is your deadline for talks? I'd like to hear the Monday story in full.", MET),
        Good("Hi Ana, the last chance to fix a test is on Sunday, you said. Was that a joke?", MET),
    ),
)
