"""What a note gives its reader to answer: a real question, an offer, a promise, an open invitation to tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.etiquette.model import Span
from salver.etiquette.text import Reading, Sentence

_EMPTY = re.compile(
    r"^ (?:(?:so|and|anyway|well|hey|ok|okay|by the way) )*(?:"
    r"how (?:are|is|have|has|do|does|did|goes|'s|was) (?:you|it|things|life|everything|business|work|your (?:day|week|weekend|evening)|the family|all|ya)(?: (?:doing|going|been|been keeping|been doing|treating you|today|these days|all|getting on|everything|with you|keeping|go|do|so far|now|week|day|hanging|lately))*"
    r"|hows (?:it|things|life|everything)(?: \w+)?"
    r"|(?:are you|you|all|everything) (?:well|good|ok|okay|fine|alright|keeping well|doing well)(?: \w+)?"
    r"|how do you do|what is up|what's up|what is new|what's new|what are you up to(?: these days)?|what are you doing these days"
    r"|(?:shall|can|could|may|would|should|do|will) (?:we|you|i|u)(?: (?:please|like|want|be|mind|be open|be willing|be happy|care|maybe|just|also|to|for|a))*"
    r" (?:connect|link up|link|add (?:you|me)|stay in touch|keep in touch|be friends|be connected|accept(?: \w+)?|connecting|linking up|stay connected|have you in my network|join (?:my|your) network|add you here|talk|chat)(?: (?:here|on linkedin|please|me|you|with me|too|sometime|soon|some time|up|with you|to my network))*"
    r"|(?:connect|link|friends|add me|deal|ok|okay|right|yes|no|agreed|interested|say yes|yeah|eh|innit|thoughts|cool|sound good|sounds good|will you accept|(?:are you )?open to (?:connecting|connect|a connection|linking)|can you|could you|shall we|do not you think|isn't it|isnt it|isn ?t it|dont you think|you in|who is with me|accept|connection)(?: \w+)?"
    r"|(?:what a|such a|great|good|nice|lovely|fun|amazing|quite a|wasn't it a|was it not a) (?:\w+ ){0,3}?(?:event|day|night|evening|party|conference|time|talk|show|crowd|week)?(?: (?:right|eh|no|huh|yeah|isn't it|wasn't it|do not you think|you think|hey))?"
    r"|are you (?:also )?(?:on|in) (?:here|linkedin)(?: \w+)?|remember me|do you remember me"
    r"|wie geht(?: ?'?s| es)?(?: (?:ihnen|dir|euch|so))*|alles (?:gut|klar)(?: \w+)*|vernetzen|wollen wir uns vernetzen|sollen wir uns vernetzen"
    r"|(?:comment )?(?:ça va|ca va|allez-vous|vas-tu)(?: \w+)*|comment (?:ça va|allez-vous|vas-tu)|on se connecte|vous allez bien|tu vas bien"
    r"|(?:qué|que) tal(?: \w+)*|(?:cómo|como) (?:estás|está|estas|va|te va)(?: \w+)*|todo bien|conectamos|nos conectamos"
    r"|come (?:stai|sta|va|state)(?: \w+)*|tutto bene|ci colleghiamo"
    r"|tudo (?:bem|bom|joia)(?: \w+)*|como (?:vai|está|estás)(?: \w+)*|vamos nos conectar|vamos conectar"
    r"|(?:hoe gaat het|hoe is het|alles goed|alles goed met je)(?: \w+)*|zullen we (?:linken|connecten|verbinden)"
    r") $"
)

_ENGLISH = re.compile(
    r" (?:"
    # promises and offers
    r"i (?:will|shall|can|could|would be happy to|am happy to|would be glad to|am going to|promise to|owe|have (?:put|kept|saved|attached|found you)|still owe|am sending|am bringing|am saving|am keeping) "
    r"(?:you |definitely |gladly |happily |certainly |also |then |just |still |now |even |try to |be |get )*(?:send|bring|share|show|forward|introduce|ask|let you|pass|drop|find|look|report|put you|give|mail|email|post|return|give back|save|keep you|tell|explain|lend|copy|call|translate|sing|bake|pay|buy|write|test|try|a |the |that |my |your |this |it |one |an |in touch|you)"
    r"|(?:happy|glad|delighted|pleased) to (?:send|share|help|bring|show|return|introduce|lend|swap|trade|test|give|forward|explain|tell|pass)"
    r"|(?:wants|want|wanted|asking|asks|ask|enquire|inquire|know|only|see|say|tell|remember|sure|decide) (?:to know )?(?:whether|if (?:you|your|it|the|there|they))|wants to know|(?:i|we) (?:attach|enclose)|it (?:comes|arrives|ships|goes) (?:on|by|tomorrow|next)|any (?:other|more|idea|ideas|advice|tips?|news|chance|favou?rites?|luck|thoughts)"
    r"|kindly (?:refer|send|share|tell|advise|let|help|forward|give|provide)|please (?:confirm|refer|help|advise|reply)"
    r"|as promised|i promised|promised (?:a|an|the|to|him|her|them|my)|promised you|you promised|you owe me|i owe you|we owe you|to follow|follows (?:tonight|tomorrow|soon|by)|on its way|yours (?:if|for|whenever|any time|when)"
    r"|if (?:it helps|you (?:want|like|need|would like|are (?:interested|curious|ever)|ever|still|fancy|have))"
    r"|want (?:the|them|it|one|a|an|me|my|some|to (?:see|hear|know|try|come|join|swap|trade))|(?:could|can|may) have (?:it|them|one|you)"
    r"|you could have|you can have|free to (?:take|use|borrow|keep)|all yours|is yours|are yours"
    # open invitations to tell
    r"|let me know|let us know|tell me|do tell|do (?:let|say|send|write)|show me|send me|teach me|remind me|explain|guess (?:what|who|which|how|where)|ask (?:me|your|her|him|them)|save me|bring (?:the|your|me|a|some)|pass (?:on|it)|spill|say hello|give my|give (?:him|her|them|me)|give it|stop me|correct me|warn me|trust me with"
    r"|(?:would|should) (?:still |really |so |also |dearly |much )*(?:love|like|be (?:curious|keen|glad|happy|interested|grateful|pleased|delighted)) (?:to|if|for|your|some|any|when|how|what|whether|a)\b(?! (?:connect|add|join|invite|stay in touch|keep in touch|link|have you|be connected|be part|expand|grow|get connected|stay connected|become|include|continue|learn more|know more|hear more$))"
    r"|(?:am|be|was|still|really|so|very|most) (?:curious|dying|keen|itching|intrigued|wondering|eager|burning) (?:to|how|what|whether|if|about|which|when|where|who|why|for)"
    r"|curious (?:how|what|whether|if|about|which|to)|i (?:\w+ )?wonder(?:ed)? (?:if|whether|how|what|which|why|who|when|where)"
    r"|looking forward to (?:hearing (?:how|what|about|your|whether|the)|seeing (?:how|what|your|the|that)|reading|your (?!reply|response|acceptance)|the|that|trying|tasting|testing|part|those|part|chapter)"
    r"|(?:hope|need|want) to (?:hear|see|know|read|learn) (?:how|what|whether|which|why|who|where|when|the (?:end|rest|whole|story|answer|photo|recipe|result)|that|your|more about (?:your|the|that|how))"
    r"|i (?:still )?(?:need|want|have) (?:your|the|that) (?:recipe|answer|verdict|opinion|advice|view|list|name|link|title|photo|secret)"
    r"|yes please|no (?:hurry|rush)|whenever (?:you|suits|it)|your (?:turn|move|call|verdict|guess)|over to you|at your convenience|rematch|next (?:round|one|drink|beer|coffee|pint|lunch)(?:'s| is)? on me|on me next|is on me|drinks? on me|see you (?:at|on|in|there|next|for)|same time next|until (?:the next|friday|monday|then)"
    r"|i am (?:holding|counting on|waiting for|looking for) (?:you|the|that|your) (?:to|end|story|photo|recipe)"
    r"|i (?:do not|did not|never) (?:know|find out|found out|hear|heard|catch|caught|get|got) (?:how|what|whether|which|why|who|where|if|the (?:end|name|rest|answer))"
    r"|come (?:and|by|over|round|to|see|along)|join (?:us|me) (?:for|at|on|in)|try (?:it|them|the|that)|please (?:send|tell|bring|share|explain|show|say|pass|give|keep me|do|let|write|report|settle|advise)"
    r"|you (?:still )?owe|you (?:were|are) (?:going|about) to (?:send|tell|show|give|bring|explain)|you (?:said|told me) you (?:would|will|could|had|might) (?:send|show|share|tell|bring|introduce)"
    r")(?= )"
)

_OTHER = re.compile(
    r" (?:"
    r"ich (?:schick\w*|send\w*|bring\w*|zeig\w*|melde mich|leite|gebe|schreibe|verspreche|schulde|suche|frage|erzähle|würde gern\w* (?:wissen|hören|sehen|erfahren)|bin gespannt|bin neugierig|wüsste gern\w*)|schick(?:e|st|en)? (?:ich|dir|ihnen|mir)|sag (?:bescheid|mir|mal)|sagen sie|erzähl\w*|verrat\w*|zeig(?:st|en)? (?:mir|sie)|wie versprochen|versprochen|gespannt|neugierig|gib\w* bescheid|lass\w* (?:mich wissen|hören)|schulde\w*|bringe|folgt|kommt (?:morgen|bald|heute)|schreib mir|rate mal|melden sie|meld dich|antworten sie"
    r"|je (?:vous |te |lui |le |la |les |y )*(?:l'|t'|vous l')?(?:envoi\w*|renvoi\w*|enverrai|renverrai|montre\w*|transmets|raconte\w*|promets|dois|prête\w*|apporte\w*|garde|passe\w*|ramène\w*|rends)|(?:j'|t')(?:envoie|apporte|enverrai)|promis|comme promis|raconte\w*|dites-moi|dis-moi|tiens-moi|tenez-moi|curieu\w+ de|hâte de (?:savoir|voir|lire|goûter|connaître)|envoyez|envoie-\w+|montre-moi|montrez|devine\w*|explique\w*"
    r"|prometo|te (?:mando|envío|enviaré|paso|debo|cuento|traigo|enseño|llevo)|le (?:mando|envío|enviaré|paso|debo)|cuénta\w*|dime|dígame|mánda\w*|envía\w*|avísa\w*|como (?:prometí|te prometí|le prometí)|tengo curiosidad|me gustaría (?:saber|ver|oír|probar)|adivina"
    r"|ti (?:mando|invio|porto|faccio|devo|racconto|spedisco)|le (?:mando|invio)|prometto|come promesso|fammi|mi faccia|dimmi|raccontami|indovina|mandami|curios\w di|spiegami|mi dica"
    r"|(?:te|lhe|vos) (?:envio|mando|mostro|conto|devo|levo|passo)|envio-(?:te|lhe)|mando-(?:te|lhe)|mando|prometo|como prometi\w*|conta-me|conte-me|me conta|me conte|diz-me|diga-me|avisa|avise|adivinha|curios\w (?:para|por|de)|manda"
    r"|ik (?:stuur|mail|breng|laat|zal|vraag|zoek|beloof|ben benieuwd|hoor graag)|beloofd|laat (?:me|het)|vertel|benieuwd|zeg het|stuur (?:me|je|ik)|raad eens|zeg maar|hoe (?:is|gaat|zit|was)|wat (?:is|was|doe)"
    r")(?= )"
)

_UNMARKED = re.compile(
    r"^ (?:(?:and|so|but|or|also|now|then|well) )?(?:(?:how|what|who|where)'s (?:the|your|that|it) (?!going|been)|(?:what|which|who|where|when|why|how|whose) (?:\w+ ){0,4}?(?:do|does|did|is|are|was|were|has|have|had|can|could|would|will|should|'s|many|much|long|to|about|if|on|came|made|said|happened|won|got)"
    r"|(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should) (?:you|it|they|that|he|she|we|the|your|there|any|this|those|i)) "
)


@dataclass(frozen=True, slots=True)
class Hooks:
    """`questions` are the sentences that ask something; `open_` other words that want an answer; `empty` questions that do not."""

    questions: tuple[Sentence, ...]
    open_: tuple[Span, ...]
    empty: tuple[Sentence, ...]

    @property
    def is_there(self) -> bool:
        """True when they have something to answer."""
        return bool(self.questions or self.open_)


def of(reading: Reading) -> Hooks:
    """The hooks of a note; computed once per reading."""
    cached = reading.memo.get("hooks")
    if isinstance(cached, Hooks):
        return cached
    found = _hooks(reading)
    reading.memo["hooks"] = found
    return found


def _hooks(reading: Reading) -> Hooks:
    questions, empty = [], []
    for sentence in reading.said:
        flow = reading.flow_of(sentence)
        marked = sentence.mark == "?"
        if not marked and not (reading.english and _UNMARKED.match(flow)):
            continue
        (empty if _EMPTY.match(flow) else questions).append(sentence)
    opened: list[Span] = []
    if not questions:
        if reading.english:
            opened = [f.span for f in reading.find(_ENGLISH)]
        elif reading.language:
            opened = [f.span for f in reading.find(_OTHER)]
    return Hooks(tuple(questions), tuple(opened), tuple(empty))
