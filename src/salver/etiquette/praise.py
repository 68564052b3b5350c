"""Praise of a whole person, profile or journey, in seven languages."""

from __future__ import annotations

from salver.etiquette.kinds import Phrases

_ADJ = (
    r"(?:amazing|incredible|inspiring|inspirational|impressive|outstanding|brilliant|exceptional|extraordinary|remarkable|phenomenal|fantastic|awesome|wonderful|fabulous|stellar|illustrious|distinguished|"
    r"legendary|world-class|unbelievable|stunning|magnificent|superb|great|unique|perfect|exemplary|admirable|stunning|excellent|splendid)"
)
_NOUN = r"(?:inspiration|visionary|legend|genius|rock star|rockstar|superstar|star|hero|icon|luminary|role model|guru|thought leader|game changer|trailblazer|goddess|god|queen|king|treasure|gem|force of nature|powerhouse|marvel|wonder|angel|beacon|giant|goat|best)"
_LIFE = r"(?:profile|career|journey|background|achievements?|accomplishments?|experience|expertise|track record|energy|success|work|professional|person|human being|human|leader|leadership|woman|man|minds?|personality|talent|skills?|cv|path|story|insights|wisdom|aura|vision)"
STRONG = Phrases(
    en=(
        rf"you are (?:\w+ ){{0,5}}?{_NOUN}",
        rf"(?:what|such) (?:an? )(?:\w+ly )?(?:{_ADJ} )?{_NOUN}",
        rf"you are (?:\w+ )?(?:such )?(?:an? |so |truly |really |simply |just |absolutely )*{_ADJ}(?! at\b)",
        rf"your (?:\w+ )?{_LIFE}(?: and (?:your )?\w+)? (?:is|are|was|were|has|humbles?|inspires?|impress\w*|amazes?|speaks?|blew|blows|left)(?: \w+){{0,2}} (?:{_ADJ}|me|itself|themselves|away)",
        rf"(?:{_ADJ} )+(?:and {_ADJ} )?{_LIFE}(?: and {_LIFE})?",
        r"(?:in awe of|humbled by|so inspired by|deeply impressed by|blown away by|impressed by|inspired by) (?:you|your|everything|all) ?(?:\w+ )?(?:profile|career|journey|background|achievements|work|experience|energy|you do|of you)?",
        r"(?:huge|big|biggest|massive|great|number one) (?:fan|admirer) of (?:you|yours|your work|everything)",
        r"(?:the|simply the) (?:very )?(?:best|greatest|finest|most \w+) (?:\w+ )?(?:i have ever|i ever|in the world|of all time|ever|there is)",
        r"pure genius|sheer genius|everything you do|i (?:truly |deeply |so )?(?:admire|adore|worship|look up to|idolise|idolize) (?:you|your|everything)|keep shining|keep inspiring|one of a kind",
        r"(?:collecting|surround\w*|among) (?:\w+ )?(?:brilliant|great|bright|beautiful|amazing) (?:minds|people|souls)|(?:highest|greatest) (?:privilege|honou?r)|in the orbit of",
    ),
    de=r"(?:ihr|dein|was für ein) (?:\w+ )?(?:profil|werdegang|lebenslauf) (?:ist |hat )?(?:so |sehr |wirklich |mich )?(?:beeindruckend\w*|beeindruckt|inspirierend\w*|großartig\w*)|(?:sie sind|du bist) (?:\w+ ){0,3}(?:inspiration|vorbild|genie|großartig\w*|inspirierend\w*|fantastisch\w*)|beeindruckende\w* (?:profil|werdegang|karriere|persönlichkeit)",
    fr=r"(?:votre|ton|quel) (?:\w+ )?(?:profil|parcours|carrière) (?:est )?(?:\w+ )?(?:impressionnant|inspirant|incroyable|exceptionnel|admirable|remarquable)\w*|vous êtes (?:\w+ ){0,3}(?:inspiration|modèle|génie|exceptionnelle?|incroyable|formidable)|tu es (?:\w+ ){0,3}(?:inspiration|génie|incroyable)",
    es=r"(?:tu|su|qué) (?:\w+ )?(?:perfil|trayectoria|carrera) (?:es )?(?:tan |muy )?(?:impresionante|inspirador\w*|increíble|admirable)|(?:eres|es usted) (?:\w+ ){0,3}(?:inspiración|genio|ejemplo|increíble|crack|referente)|toda una inspiración",
    it=r"(?:tuo|suo|che) (?:\w+ )?(?:profilo|percorso|carriera) (?:è )?(?:davvero )?(?:impressionante|incredibile|straordinari\w|ammirevole|stimolante)|(?:sei|lei è) (?:\w+ ){0,3}(?:ispirazione|genio|mito|incredibile|straordinari\w)",
    pt=r"(?:seu|teu|que) (?:\w+ )?(?:perfil|percurso|trajetória|carreira) (?:é )?(?:\w+ )?(?:incrível|impressionante|inspirador\w*|fantástic\w|admirável)|(?:você é|és) (?:\w+ ){0,3}(?:inspiração|gênio|génio|exemplo|incrível|referência)|parabéns por tudo",
    nl=r"(?:je|jouw|uw|wat een) (?:\w+ )?(?:profiel|carrière|loopbaan) (?:is )?(?:\w+ )?(?:indrukwekkend\w*|inspirerend\w*|geweldig\w*)|(?:je|u|jij) bent (?:\w+ ){0,3}(?:inspiratie|voorbeeld|genie|geweldig\w*|topper|held)|(?:indrukwekkend|inspirerend|geweldig)e? (?:profiel|carrière|loopbaan)",
)  # fmt: skip
WEAK = Phrases(
    en=rf"{_ADJ}|wow|truly|simply|inspiration|genius|legend|honou?red|admire|congratulations|what a {_NOUN}|humbles me|luminary|your energy|best",
    de=r"beeindruckend\w*|inspirierend\w*|großartig\w*|wow|glückwunsch|bewundere",
    fr=r"impressionnant\w*|inspirant\w*|bravo|félicitations|admire|incroyable|wow",
    es=r"impresionante|inspirador\w*|increíble|felicidades|enhorabuena|admiro|wow",
    it=r"complimenti|incredibile|ammiro|ispira\w*|bravissim\w|wow",
    pt=r"incrível|inspiração|parabéns|admiro|fantástic\w|wow",
    nl=r"indrukwekkend\w*|inspirerend\w*|geweldig\w*|gefeliciteerd|bewonder|wow",
)
