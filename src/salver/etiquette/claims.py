"""What a note claims about the card: who brought the two together, where they work, where they met.

Each claim is a name with its place in the note. Whether the card bears it out is for the rule to say.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from salver.cards.meeting import Tie
from salver.cards.names import fold
from salver.etiquette import people, smalltalk
from salver.etiquette import words as lists
from salver.etiquette.model import Span
from salver.etiquette.text import Reading

_CAP = r"(?<![\w'’&-])[A-ZÀ-ÞĀ-Ž][\w'’.&-]{0,40}[\w&]"
_NAME = rf"(?P<name>{_CAP}(?: (?:(?:van|de|von|der|den|du|di|da|el|al|bin) )*{_CAP}){{0,2}})"
_JUST = r"(?: (?:very |so )?(?:kindly|just|recently|once|also|finally|generously|gladly|always))?"


@functools.cache
def _introducing() -> re.Pattern[str]:
    """Who gave the name, or brought the two together; groups `name` and `mutual`."""
    return re.compile(
        rf"(?P<mutual>\b(?:mutual|common) (?:friend|acquaintance|contact),? "
        rf"|\b[Oo]ur (?:(?:good|old|dear) )?friend |\bfriend in common,? |\bfriend (?:that )?we (?:share"
        rf"|have in common) is ){_NAME}"
        rf"|\b(?:[Ii]ntroduced (?:to you )?by|[Rr]eferred (?:to you )?by|[Tt]hanks to|[Vv]ia|[Tt]hrough|"
        rf"(?:got|had|have) your (?:name|number|card|address|details) from|[Oo]n the (?:advice|recommendation) of) "
        rf"{_NAME.replace('?P<name>', '?P<by>')}"
        rf"|{_NAME.replace('?P<name>', '?P<who>')}(?:,? who)?{_JUST} (?:"
        r"(?:gave|passed|handed|sent|lent|forwarded) me your (?:\w+ )?"
        r"(?:name|number|card|details|address|contact|profile)"
        r"|was (?:so )?kind enough to (?:share|give|pass|put|introduce|send)"
        r"|shared your (?:contact|name|number|details)"
        r"|passed (?:on )?your name|put (?:us|me) in (?:touch|contact)|(?:introduced|connected) us"
        r"|(?:told|asked|urged|advised|encouraged) me to (?:write|contact|find|look|reach|get|say|add|drop|ask you)"
        r"|suggested (?:that )?(?:I|we|you and I)\b|(?:said|says|thinks|thought|reckons) (?:that )?(?:I|we) should"
        r"|(?:told me|said|says|swears|reckons|thinks) (?:that )?you\b|told me (?:about|of) you"
        r"|(?:recommended|mentioned) you\b"
        r"|pointed me (?:to|towards|in your)"
        r"|sent me (?:to you|your way)"
        r"|hat (?:uns (?:bekannt gemacht|vorgestellt|verbunden)|mir Ih?ren? Namen)|nous a (?:présenté|mis en)"
        r"|m['’]a (?:donné (?:votre|ton)|parlé de (?:vous|toi))|nos (?:presentó|puso en)|me (?:dio (?:tu|su)|habló de)"
        r"|ci ha (?:presentat|mess)|mi ha (?:dato il|parlato di))"
    )


_BRINGS = frozenset(
    (
        "mutual common friend introduced referred thanks via through name number card address details contact profile "
        "touch connected told asked urged advised encouraged suggested should recommended mentioned pointed sent "
        "advice recommendation said says swears reckons thinks hat nous m'a nos me ci mi"
    ).split()
)
_FOR_THAT = re.compile(r"(?:['’]s)?[^.!?]{0,20}\b(?:for )?(?:introduc|connecting|putting|link|intro)")


def introducers(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Whom the note names as the one who brought the two together, or as the friend they share."""
    if _BRINGS.isdisjoint(reading.flow_words):
        return
    introduced = reading.situation.meeting.tie is Tie.INTRODUCED
    for match in _introducing().finditer(reading.text):
        if match["name"]:
            yield match["name"], Span(*match.span("name"))
            continue
        group = "by" if match["by"] else "who"
        name, start = match[group], match.start(group)
        vague = group == "by" and match.group().split()[0].lower() in ("thanks", "via", "through")
        if vague and not _FOR_THAT.match(reading.text[match.end() :]):
            continue
        name, start = _without_lead(name, start)
        if name and (introduced or (group == "by" and not vague)) and _may_be_person(reading, name, start):
            yield name, Span(start, start + len(name))


def _without_lead(name: str, start: int) -> tuple[str, int]:
    """ "Our Monique", "As Pavel": the name behind a word that only begins the sentence."""
    first, _, rest = name.partition(" ")
    if rest and (smalltalk.is_stock(first.lower(), "en") or first.lower() in lists.known("greetings", "hails")):
        return rest, start + len(first) + 1
    return name, start


_NOBODY = frozenset("linkedin google facebook twitter whatsapp chatgpt alexa siri mum mom dad mama papa".split())


def _may_be_person(reading: Reading, name: str, start: int) -> bool:
    """Two names, or one that is a first name: not "Everyone told me about you"."""
    first, _, rest = name.partition(" ")
    folded = fold(first)
    if folded in _NOBODY or smalltalk.is_stock(first.lower(), reading.language or "en"):
        return False
    if any(word.start == start for word in reading.greeting.names):
        return False
    return bool(rest) or people.is_given_name(folded) or len(folded) >= 4


_X = rf"(?:the )?(?P<name>{_CAP}(?: (?:(?:of|and|&) )?{_CAP}){{0,3}})"


@functools.cache
def _working() -> re.Pattern[str]:
    """Where they are said to work."""
    where = r"(?: (?:over|up|down|back|now|here|there|today|still))?"
    return re.compile(
        r"\b(?:(?:[Ww]ork(?:ing|s)?|[Ll]ife|[Jj]ob|[Rr]ole|[Tt]eam|[Cc]olleagues|[Ee]veryone|[Ee]verybody|[Aa]nyone"
        r"|[Aa]nybody|[Ee]lse|[Tt]hings|[Nn]umbers|[Oo]ffice|[Dd]esk|[Dd]epartment|[Bb]oss|[Pp]osition|[Ww]eek"
        r"|[Ff]olks|[Oo]thers|[Cc]rew|[Pp]eople|[Ll]ot|[Gg]ang|[Ss]tart|[Pp]ost|[Gg]ig|(?:line|shift|desk|floor|lab|plant|kitchen)"
        rf"|[Ss]ettling in|[Ss]ettled in|[Aa]ll the best|[Gg]ood luck|[Bb]est of luck){where} (?:at|for|with)"
        r"|(?:[Cc]ongrat\w*|[Ww]ell done|[Cc]heers) (?:on|for) "
        r"(?:joining|the (?:new )?(?:job|role|post|position) (?:at|with)|moving to)"
        r"|(?:[Yy]ou(?:['’]re|['’]ve| are| have)?|[Yy]our)(?: (?:just|recently|now|finally))? joined"
        r"|[Ff]irst (?:days?|weeks?|months?|year) at"
        r"|[Hh]ow long have you (?:been|worked)(?: \w+){0,2} (?:with|at|for)"
        r"|[Yy]ou(?:['’]re| are)(?: (?:now|still|working))? (?:with|at|for)(?= [^.!?]{1,40} now\b)"
        r"|(?:[Dd]o|[Dd]oes|[Dd]id) (?:they|you|everybody|everyone|anybody|anyone)(?: \w+){1,5} at"
        rf"(?= [^.!?]{{1,40}}, or (?:is (?:it|that) )?(?:only|just) you\b)) {_X}"
    )


@functools.cache
def _belonging(language: str) -> re.Pattern[str]:
    """The same in fewer words, where nothing else can be meant."""
    return re.compile(_BELONGING[language].replace("<X>", _X.replace("?P<name>", "").replace("the ", "[Tt]he ")))


_BELONGING = {
    "en": (
        r"\b[Yy]our (?:bosses|boss|colleagues|managers?|people|mates|crew|lot) (?:over )?(?:at|from) <X>"
        r"|\b[Yy]our <X> (?:colleagues|crew|mates|bosses|boss|lot)\b|\byour <X> team\b"
        r"|\b(?:[Nn]ot every day|[Nn]ice|[Gg]ood|[Gg]reat|[Ll]ovely|[Ff]inally|[Nn]ever)\b[^.!?]{0,30}"
        r"\b(?:somebody|someone|anybody|anyone|person|people|human) (?:from|at) <X>"
        r"|\b(?:used to|enjoy|like|survive) (?:the )?(?:nights|shifts|mornings|weekends|canteen|coffee) at <X>"
        r"|<X> (?:is|are) (?:so |very )?lucky to have (?:you|(?:some(?:one|body)|a \w+) like you)"
    ),
    "de": (
        r"\b(?:bei (?:Ihnen|euch)|[Ii]hr) (?:bei|von|bei (?:der|den|dem)) <X>"
        rf"|\b(?:bei (?:Ihnen|euch)|[Ii]hr) in (?:der|den|dem) ({_CAP} {_CAP})"
        r"|\bjemand(?:en)? von (?:der )?<X>"
    ),
    "fr": (
        r"\b[Cc]hez <X>,? (?:on|vous|tu|ils)\b|\b(?:vous|toi|on|tu)\b[^.!?,]{0,20} chez <X>"
        r"|\bquelqu['’]un (?:de chez |de |d['’]|chez )<X>"
    ),
    "es": (
        r"\b(?:vosotros|ustedes|vos|tú|usted) en <X>|\b[Ee]n <X> (?:también |siempre |todos )?(?:os|les|te"
        r"|hacéis|tenéis|usáis)\b"
        r"|\balguien de <X>"
    ),
    "it": r"\bvoi (?:in|alla|di|da|al|della) <X>|\bqualcuno (?:di|della|del) <X>",
    "pt": r"\bvocês? (?:na|no|da|do) <X>|\balguém (?:da|do) <X>",
    "nl": r"\bjullie bij <X>|\b[Bb]ij <X> (?:jullie|je|ze)\b|\biemand van <X>",
}
_HERE = frozenset(
    "bosses boss colleagues manager managers people mates crew lot team somebody someone anybody anyone person human "
    "nights shifts mornings weekends canteen coffee lucky ihnen euch ihr jemand jemanden chez quelqu'un "
    "vosotros ustedes vos tú usted alguien en voi qualcuno vocês você alguém jullie bij iemand".split()
)


def belongings(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Where somebody is said to belong, in few words: "your bosses at", "chez Michelin on", "jullie bij"."""
    if reading.language not in _BELONGING or _HERE.isdisjoint(reading.flow_words):
        return
    for match in _belonging(reading.language).finditer(reading.text):
        group = match.lastindex or 0  # Each way of saying it has one group, and only one way was found.
        if group and not people.is_given_name(fold(match[group].split()[0])):
            yield match[group], Span(*match.span(group))


def employers(reading: Reading) -> Iterator[tuple[str, Span, str]]:
    """Where the note says that they work, with the words that lead there."""
    if " at " not in reading.flow and not _WITH.search(reading.flow):
        return
    for match in _working().finditer(reading.text):
        before = reading.text[max(0, match.start() - 60) : match.start("name")]
        yield match["name"], Span(*match.span("name")), before


_WITH = re.compile(r" (?:for|with|joining|joined|moving to) ")


@functools.cache
def _attending() -> re.Pattern[str]:
    """Where they are said to have met; the kind of an event may stand in small letters behind its name."""
    kinds = "|".join(sorted(KINDS - {"live", "world", "camp", "show"}))
    between = r"(?:(?!story|tale|about|when|how|why|of|told|said|that|who|which|if|like\b)[\w'’-]+ ){0,6}?"
    return re.compile(
        r"\b(?:[Mm]et|[Mm]eeting|[Ss]eeing|[Ss]aw|[Tt]alking|[Cc]hatting|[Ss]poke|[Tt]alked|[Cc]hatted|[Cc]hat|[Tt]alk|[Cc]onversation|[Mm]eet"
        r"|you|[Ff]un|[Ee]njoyed|[Ll]oved|[Ll]iked|[Pp]leasure|[Tt]hanks(?: for)?|[Cc]ompany|[Ff]ace"
        r"|[Ww]e (?:shared|sat|stood|queued|ate|drank|danced|laughed|argued|had|bonded|swapped)|[Oo]ur|[Yy]our) "
        rf"{between}(?:at|during) (?:the )?"
        rf"(?P<name>(?:{_CAP}|\d{{4}})(?: (?:{_CAP}|\d{{4}}|of|on|for|de|du|der|{kinds}"
        rf"|[a-z]+(?= (?:{kinds})\b))){{0,4}})"
    )


KINDS = frozenset(
    (
        "conference summit fair expo con congress convention forum week festival camp days day "
        "meetup symposium conf fest kongress messe salon congreso feria fiera congresso feira seminar "
        "beurs congres hackathon show market awards connect world live workshop workshops championship championships "
        "exhibition retreat"
    ).split()
)


def events(reading: Reading) -> Iterator[tuple[str, Span]]:
    """Where the note says that the two met."""
    if _PLACES.isdisjoint(reading.flow_words):
        return
    for match in _attending().finditer(reading.text):
        yield match["name"], Span(*match.span("name"))


_PLACES = frozenset(("at", "during"))

_IN_CITY = re.compile(
    r"\b(?:[Ww]e (?:met|talked|spoke|chatted|sat|shared)"
    r"|(?:[Mm]et|[Mm]eeting|[Ss]eeing|[Tt]alking (?:to|with)|[Cc]hatting (?:to|with)) you"
    r"|[Oo]ur (?:chat|talk|conversation|table|lunch|dinner|coffee|walk|ride))\b[^.!?\n]{0,40}? in "
    rf"(?P<name>{_CAP}(?: {_CAP})?)"
)


@functools.cache
def _kind_in_city() -> re.Pattern[str]:
    kinds = "|".join(
        sorted((KINDS | _KINDS_ELSEWHERE) - {"workshop", "workshops", "market", "show"}, key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:the|our|that|la|las|los|el|le|au|die|der|dem|das|de|het|o|os|as|na|no|nas|nos|il|al|alla) "
        rf"(?:[\w-]+ )?(?:\w*)(?:{kinds})s? (?:in|at|of|de|di|von|à|a|en|em|te|zu|van) (?P<name>{_CAP}(?: {_CAP})?)",
        re.IGNORECASE,
    )


_KINDS_ELSEWHERE = frozenset(
    "jornadas encuentro messe tagung fachtag salon rencontres journées convegno giornate beurs dag encontro "
    "jornada".split()
)


def cities_of_events(reading: Reading) -> Iterator[tuple[str, Span]]:
    """ "The forum in Leeds", "las jornadas de Valencia": the city an event is said to have been in."""
    if not any(city(word.text) for word in reading.words if word.text[:1].isupper()):
        return
    for match in _kind_in_city().finditer(reading.text):
        for name in (match["name"], match["name"].split()[0]):
            if name[:1].isupper() and city(name):
                yield name, Span(match.start("name"), match.start("name") + len(name))
                break


def cities(reading: Reading) -> Iterator[tuple[str, Span]]:
    """The city in which the two are said to have met; only one that is in the list of cities."""
    if " in " not in reading.flow:
        return
    for match in _IN_CITY.finditer(reading.text):
        name = match["name"]
        if not city(name):
            name = name.split()[0]
        if city(name):
            yield name, Span(match.start("name"), match.start("name") + len(name))


@functools.cache
def _cities() -> dict[str, str]:
    """Folded names, each with the one name of that city."""
    lines = [line.split("/") for line in lists.lines("cities")["cities"]]
    return {fold(name): names[0] for names in lines for name in names}


def city(name: str) -> str:
    """The one name of a larger city, whichever it is called by; empty for anything else."""
    return _cities().get(fold(name), "")


def cities_in(*texts: str) -> frozenset[str]:
    """The cities that names such as "Southampton Boat Show" hold."""
    found = set()
    for text in texts:
        pieces = re.findall(r"[^\W_]+", fold(text))
        pairs = (f"{a} {b}" for a, b in itertools.pairwise(pieces))
        found |= {city(piece) for piece in (*pieces, *pairs)}
    return frozenset(found - {""})
