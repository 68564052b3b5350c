"""Who wants what of whom: selling, asking for favours, vague wishes to "explore". Evidence is weighed, not spotted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salver.etiquette.kinds import Phrases
from salver.etiquette.model import Span
from salver.etiquette.text import Reading

_W = r"[\w'’-]+"

_STRONG = Phrases(
    en=(
        rf"(?:we|our {_W}|my (?:company|firm|team|agency|startup|software|platform)|i) (?:{_W}ly )?(?:help|helps|support|supports|enable|enables|assist|assists|empower|coach|teach) (?:{_W} ){{0,3}}(?:like yours?|like you|(?:{_W}s|women|men|people) (?:to|with|cut|get|reduce|increase|save|grow|win|find|earn|sell|scale|achieve|boost|double|avoid|become|ask|who|in|of) ?)",
        r"(?:companies|businesses|firms|people|women|men|clients|brands|leaders|professionals|owners) like (?:you|yours)",
        rf"(?:i|we|me|us) (?:can |could |will |would )?(?:save|make|earn|get) you (?:a lot|lots|up to|\d|thousands|hundreds|money|time and)",
        rf"(?:cut|cuts|save|saves|saving|reduce|reduces|increase|increases|boost|boosts|double|doubles|triple|raise|grow|grows) (?:{_W} ){{0,6}}(?:by|up to) (?:up to |over |at least )?\d+",
        r"\d+ (?:x|percent|times) more \w+",
        rf"(?:we|i) (?:have )?(?:just |recently )?(?:launched|are launching|am launching|are offering|am offering|offer|are slashing|provide|supply|deliver|specialise in|specialize in) (?:{_W} ){{0,8}}(?:price|prices|rate|rates|discount|trial|offer|collar|app|software|platform|service|services|solution|solutions|course|programme|program|packaging|quality|deal|deals|clients|customers|companies|businesses|dairies|firms)",
        r"(?:shall|should|can|may|could) (?:i|we) (?:put you down|reserve|sign you up|book you|hold (?:it|one|a)|enrol you|send you (?:our|a|my|the) (?:catalogue|catalog|quote|brochure|offer|price|pricing|deck|proposal|demo))",
        r"(?:are you|u) (?:happy|satisfied|content) with your (?:current )?\w+(?: \w+)?(?: provider| supplier| insurance| plan| bank| broker| software| agency)",
        rf"who (?:handles|does|looks after|manages) your (?:insurance|pension|marketing|accounts|accounting|payroll|recruitment|recruiting|hosting|energy|taxes|it|seo|website|printing|{_W} needs)",
        r"(?:second|extra|additional|passive|side) income",
        rf"trusted by (?:over |more than )?\d+",
        rf"over \d+ (?:{_W} )?(?:already )?(?:clients|customers|companies|users|\w+s already)",
        r"results guaranteed|money back|risk-free|no-obligation|guaranteed results",
        r"let me tell you (?:a bit |a little |more )?about (?:what we do|our|my (?:company|product|service|offer))",
        rf"our (?:{_W} ){{0,4}}(?:cover|insurance|software|packages?|plans?|subscription|programme|service) (?:for {_W} )?(?:starts?|begins?|costs?)",
        r"(?:is|are) revolutioni[sz]ing",
        rf"i (?:got|have got|have) (?:a|the) (?:plan|deal|offer|product|solution) (?:for|that)",
        r"i am (?:an )?expert in (?:\w+ )+",
    ),
    de=(
        r"wir (?:\w+ ){0,2}(?:unterstützen|helfen|bieten|garantieren|gewinnen|liefern|vertreiben|verkaufen|beraten|begleiten)",
        r"unser\w* (?:software|lösung|angebot|produkt\w*|plattform|tool|dienstleistung\w*|programm)",
        r"(?:neue|mehr) (?:kunden|patienten|aufträge|umsatz|leads)|neukunden|kostenlose\w* (?:erstgespräch|demo|beratung|analyse|test)|unverbindliche\w* (?:erstgespräch|angebot)|führend bei|sonderpreis|rabatt",
    ),
    fr=(
        r"nous (?:vous )?(?:proposons|accompagnons|aidons|offrons|vendons|garantissons)|(?:notre|nos) (?:\w+ )?(?:cabinet|solutions?|logiciels?|offres?|services?|produits?|plateforme|agence) (?:\w+)",
        r"je vous propose (?:notre|nos|mon|une offre|un devis)|prix cassés|un devis|essai gratuit|une démo|offre (?:spéciale|exceptionnelle)",
    ),
    es=(
        r"(?:ofrecemos|ayudamos a|vendemos|garantizamos)|nuestr[oa]s? (?:solución|software|producto|servicio|oferta|plataforma)s?|descuento|oferta especial|presupuesto sin|prueba gratis",
    ),
    it=(
        r"(?:offriamo|aiutiamo|proponiamo|vendiamo|garantiamo)|(?:la|il) nostr[oa] (?:soluzione|software|prodotto|servizio|offerta)|uno sconto|un preventivo|prova gratuita",
    ),
    pt=(
        r"(?:oferecemos|ajudamos|vendemos|garantimos|trabalho com (?:consórcios?|seguros|investimentos|vendas))|noss[oa] (?:solução|software|produto|serviço|oferta)|condiç\w+ imperdíve\w+|desconto|promoção|teste grátis",
    ),
    nl=(
        r"(?:wij|we) (?:helpen|bieden|leveren|garanderen|verkopen)|onze (?:oplossing|software|dienst|producten|aanbieding)|korting|vrijblijvende? (?:offerte|gesprek|demo)|gratis (?:demo|proefperiode)",
    ),
)  # fmt: skip
_WEAK = Phrases(
    en=(
        r"demo|free trial|trial|discount|discounts|special (?:rate|offer|price)|unbeatable|best prices?|prices?|pricing|catalogue|catalog|brochure|quote|proposal"
        r"|limited (?:time|offer|seats)|seats? left|spots? left|sign(?:ed)? up|cohort|webinar|subscription|roi|leads|pipeline|b2b|saas|conversion|our clients|our customers|clients|customers see"
        r"|insurance|pension|mortgage|crypto|forex|seo|investment opportunity|online (?:wellness|business)|business opportunity|programme|weight-loss|wellness|full-stack|ai agents|agency|solutions?|bucks|bulk|wholesale|your area|a month|guaranteed|income|results|provider|my (?:new )?course|enrol|get you signed|reserve your|our (?:product|platform|software|solution|services?)"
    ),
    de=r"angebot|preis\w*|kunden|software|demo|termin|interesse|praxen wie|\d+ %",
    fr=r"offre\w*|prix|tarif\w*|remise|promotion|réservez|caisse|gratuit\w*|ce mois-ci seulement|postes",
    es=r"oferta\w*|precios?|gratis|clientes|solo hoy|demo",
    it=r"offert\w|prezz\w|gratis|clienti|demo|solo oggi",
    pt=r"ofertas?|preços?|grátis|clientes|só até|consórcios?",
    nl=r"aanbod|aanbieding|prijs|prijzen|gratis|klanten|demo|offerte",
)  # fmt: skip
_MONEY = re.compile(r"[£$€]\s?\d|\d\s?(?:%|€|£|\$)|\d+x\b|-\s?\d+\s?%")
_WANTED = Phrases(
    en=r"you (?:asked|wanted|requested|needed|were asking|said you (?:wanted|needed|were looking)|mentioned (?:you )?(?:need|needing|wanting|looking))(?: \w+){0,3} (?:for|to see|about|a|the|our)|as you (?:asked|requested)|not (?:a|selling|here to|trying to) (?:sales |pitch|sell|selling)?|nothing to sell|no pitch|is not a (?:sales )?pitch",
    de=r"sie (?:hatten|haben) (?:\w+ )?(?:gefragt|gebeten)|wie gewünscht",
    fr=r"vous (?:m'aviez|m'avez) demandé|comme demandé",
)


@dataclass(frozen=True, slots=True)
class Pitch:
    """Where a note sells, and how sure we are: 2 and more is a pitch."""

    span: Span
    weight: int
    spans: tuple[Span, ...] = ()


def pitch(reading: Reading) -> Pitch | None:
    """The words that sell, with their weight; None when there are none or the reader asked for it."""
    if "pitch" in reading.memo:
        cached = reading.memo["pitch"]
        return cached if isinstance(cached, Pitch) else None
    found = _pitch(reading)
    reading.memo["pitch"] = found
    return found


def _pitch(reading: Reading) -> Pitch | None:
    strong = list(_STRONG.find(reading))
    weak = list(_WEAK.find(reading))
    money = len(_MONEY.findall(reading.text))
    weight = 2 * len(strong) + len({f.text.lower() for f in weak}) + min(2, money)
    if not (strong or weak) or (not strong and len({f.text.lower() for f in weak}) + money < 3):
        return None
    if _WANTED.first(reading, negated=True):
        return None
    first = (strong or weak)[0].span
    return Pitch(first, weight, tuple(f.span for f in (*strong, *weak)))
