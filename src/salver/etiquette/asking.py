"""Favours asked of somebody one hardly knows: work, introductions, meetings, hours of their time."""

from __future__ import annotations

from salver.cards.meeting import By
from salver.cards.names import fold
from salver.etiquette.kinds import Phrases
from salver.etiquette.text import Found, Reading

_W = r"[\w'’-]+"
_CALL = r"(?:call|meeting|demo|zoom|video call|phone call|video chat|intro call|coffee chat|chat over zoom|catch-up call|appointment)"

BIG = Phrases(
    en=(
        rf"(?:could|can|would|will|might|may) (?:you|i) (?:please |kindly |possibly |maybe |also |perhaps |ask you to )*(?:refer|recommend|endorse|hire|mentor|sponsor|fund|employ|vouch for) (?:me|us|my|mine)",
        rf"(?:could|can|would|will|please|kindly|might) (?:you )?(?:please |kindly |possibly |also |maybe )*(?:introduce|connect|hook|put) (?:me|us) (?:to|with|up with|in touch|in contact|through to)",
        r"(?:if you (?:could|would|can)|you to|be able to|would you|please|kindly) (?:please |kindly )?(?:introduce me|introduce us|refer me|recommend me|put in a (?:good )?word|pass (?:on )?my (?:cv|resume|résumé)|forward my (?:cv|resume|résumé)|hand (?:on )?my (?:cv|resume)|put me (?:in touch|forward))",
        r"(?:kindly|please) (?:refer|give|get|offer|find|recommend|consider|hire|help) (?:me|my|us)(?: (?:with|for|any|a|an|some|to find|find|get|in))*(?: \w+){0,4} (?:job|vacancy|position|role|internship|work|opening|opportunity|cv|placement)",
        rf"(?:get|give|find|offer|land) me (?:an?|any|some|the) (?:{_W} )?(?:internship|job|interview|position|role|vacancy|opening|placement|referral|work)",
        r"(?:love|like|appreciate|need|want|grateful for|looking for|hoping for|seeking) (?:a|an|your|any) (?:referral|recommendation|endorsement|investment|reference)",
        r"(?:be|become) my (?:mentor|sponsor|investor|referee|coach|guarantor)",
        r"(?<!will )(?<!would )(?<!not )(?<!ever )hire me|refer me|recommend me to|put in a (?:good )?word for me|write (?:me )?(?:a|my) (?:recommendation|reference|letter of)|endorse me|give me a (?:job|reference|recommendation)",
        r"(?:is|are) (?:you|your (?:boss|company|team|firm|employer|department|lab|shop)|they|there any (?:jobs?|openings?|vacanc\w+)|she|he) (?:currently |still )?(?:hiring|recruiting)",
        rf"i am (?:currently )?(?:applying|looking) (?:for|to) (?:{_W} ){{0,5}}(?:role|job|position|jobs|work|internship|roles|opportunities|remote)(?: {_W}){{0,3}}",
        r"(?:my|attached|herewith my) (?:cv|resume|résumé|portfolio) (?:is |and |attached|here|to |for )(?:attached|enclosed|portfolio|rates)?",
        r"herewith (?:is )?my (?:cv|resume)",
        rf"(?:hop|jump|get|schedule|book|set up|arrange|have|do|grab|organise|organize|plan|line up|suit|fancy|for|to|up for|quick|short|brief) (?:on |in )?(?:a |an |our |some )?(?:quick |short |brief |intro |introductory |discovery |strategy |\d+[ -]?(?:minute|min|minutes) )*{_CALL}",
        rf"(?:a |an )?\d+[- ]?(?:minute|min|minutes|mins) (?:{_CALL}|chat|slot|conversation)",
        rf"(?:give|spare|have|for|take|need|steal|borrow) (?:me |us |you )?(?:about |just |only )?(?:an? (?:half )?hour|half an hour|\d+ (?:minutes|mins|min|hours)|an hour a week|some) (?:of your time|to|next|this|on|tomorrow|a week|with you)",
        r"(?:\d+|fifteen|twenty|thirty|ten|forty-five) minutes of your time|an hour (?:or so )?a week|pencilled (?:you )?in|pencil (?:you )?in",
        r"(?:look|read|go) (?:over|through) my (?:whole |entire |business |full )?(?:\w+ )?(?:portfolio|plan|manuscript|cv|resume|thesis|book|novel|proposal|pitch|website|deck|business plan)",
        r"review my (?:cv|resume|portfolio|plan|manuscript|thesis|deck|code|application|business)",
        r"(?:coffee|lunch|drinks?|call|meeting|zoom) (?:this|next) (?:week|monday|tuesday|wednesday|thursday|friday)",
        r"let us (?:schedule|book|set up|arrange|organise|organize|have|hop on|jump on|get on) (?:a )?(?:quick |short )?(?:call|meeting|zoom|time)",
        r"when (?:can|could|are|would) you (?:be )?(?:hop|jump|get|free for|available for|set that up|available) ?(?:on )?(?:a )?(?:\w+[- ])?(?:call|meeting|demo|zoom|minute)?",
        r"(?:invest|invested|investing) in (?:my|our)|donate|sponsor (?:my|our)|lend me|for free (?:this|by|before)",
        r"on your (?:board|team) (?:as|and)|like me on your (?:board|team)|your reply with terms|give me any",
        r"book (?:a )?(?:time|slot|call|meeting)|grab a slot|pick a (?:time|slot)",
    ),
    de=(
        r"(?:kurze\w*|unverbindliche\w*|ein) (?:erstgespräch|telefonat|termin|gespräch|demo|call|meeting) (?:in dieser|diese|nächste|kommende|am|morgen|noch)|wann passt (?:ihnen|dir|es ihnen) ein|(?:könn\w+|würde\w*|kann\w*) (?:sie|du) mich (?:\w+ )?(?:empfehlen|vorstellen|vermitteln|einstellen)|mich (?:\w+ )?(?:weiterempfehlen|bewerben bei ihnen)|\d+ minuten (?:ihrer|deiner) zeit|suchen sie (?:noch )?(?:mitarbeiter|verstärkung)|lebenslauf (?:anbei|im anhang)",
    ),
    fr=(
        r"on s'appelle (?:demain|lundi|mardi|mercredi|jeudi|vendredi|cette|quand)|(?:pourriez|pouvez|peux|pourrais)-(?:vous|tu) me (?:recommander|présenter à|embaucher|parrainer)|réservez (?:ici|un|votre)|un (?:appel|rendez-vous|entretien|rdv) (?:de|cette|demain|la semaine|rapide)|(?:\d+|quinze|vingt|trente) minutes de votre temps|mon cv",
    ),
    es=(
        r"(?:podrías|podría|puedes|puede) (?:revisarme|recomendarme|presentarme|contratarme|conseguirme|ayudarme a (?:encontrar|conseguir))|una (?:llamada|reunión|videollamada) (?:esta|rápida|corta|de|mañana|la)|te adjunto (?:mi|las|los|el)|mi (?:cv|currículum)|\d+ minutos de (?:tu|su) tiempo|algún (?:puesto|trabajo)",
    ),
    it=(
        r"(?:potresti|potrebbe|puoi|può) (?:presentarmi|raccomandarmi|assumermi|segnalarmi|trovarmi)|una (?:chiamata|call|telefonata|riunione) (?:questa|veloce|di|domani|la)|il mio (?:cv|curriculum)|\d+ minuti del (?:tuo|suo) tempo",
    ),
    pt=(
        r"posso (?:ligar|te ligar|lhe ligar|telefonar)|(?:poderia|podes|pode|podias) (?:me )?(?:indicar|recomendar|apresentar|contratar|arranjar)(?:-me)?|uma (?:chamada|reunião|ligação|call) (?:esta|rápida|de|amanhã|ainda|hoje)|meu (?:cv|currículo)",
    ),
    nl=(
        r"(?:kun|kan|kunt|zou|wil) (?:je|u|jij) (?:mij|me) (?:\w+ )?(?:aanbevelen|voorstellen|aannemen|introduceren)|een (?:kort )?(?:gesprek|belletje|afspraak|call) (?:deze|volgende|van|inplannen|plannen)|\d+ minuten van (?:je|uw) tijd|mijn cv",
    ),
)  # fmt: skip

OFFERED = Phrases(
    en=r"you (?:offered|promised|said you (?:would|could|might)|told me to|asked me to|invited me to|suggested (?:a|that|we|i))|as you (?:offered|suggested|said)|since you offered|thanks? (?:you )?for (?:offering|agreeing)|i (?:am )?not asking (?:for|you)|i could introduce|no call|not (?:a|for a) (?:call|meeting)",
    de=r"(?:sie|du) (?:hatten|hattest|haben|hast) (?:\w+ )?(?:angeboten|vorgeschlagen)|wie (?:besprochen|angeboten)",
    fr=r"vous (?:m'aviez|m'avez|avez) proposé|comme (?:convenu|proposé)",
    es=r"(?:me )?ofreciste|como (?:quedamos|ofreciste)",
)


def big(reading: Reading) -> Found | None:
    """The first favour too big for a first note, unless they offered it."""
    found = BIG.first(reading)
    if found is None or OFFERED.first(reading, negated=True):
        return None
    theirs = [fold(p.text) for p in reading.situation.meeting.promises if p.by is By.THEM]
    words = {w for w in fold(found.text).split() if len(w) > 3}
    if any(words & set(text.split()) for text in theirs):
        return None
    return found
