"""Facts of a card as pieces of an English sentence, or nothing where the words on the card do not fit into one.

The back of a card is jotted down for oneself: "her next race", "ask what foam they use", "send him the list". Only
what can be turned towards the reader without guessing is used. Private lines are never looked at.
"""

from __future__ import annotations

import re
import unicodedata

from salver.cards.card import Card, Sender
from salver.cards.units import one_line
from salver.etiquette import smalltalk
from salver.etiquette.language import detect

_THIRD = frozenset("he she they him her them his hers their theirs himself herself themselves it its".split())
_FIRST = frozenset("i me my mine we us our ours you your yours i'm i'll i've i'd we're you're".split())
_FINITE = frozenset(
    """is are was were has had have will would can could should does did do asked asks wants wanted needs needed loves
    loved hates hated likes liked says said told thinks thought knows knew lives lived works worked moved moves plays
    played collects collected runs ran builds built makes made teaches taught studies studied looks looked writes wrote
    bought sold started found lost won seeks sought prefers promised offered isn't wasn't doesn't didn't""".split()
)
_GIVING = frozenset("send share forward show bring mail email post give lend return find translate introduce".split())
_DOING = _GIVING | frozenset(
    """connect look ask call ring book check write pass tell try read review test invite help link put pick get make
    upload print meet visit come recommend point suggest explain remember follow remind buy""".split()
)
_ASKING = frozenset("if whether how what which when where why who whose".split())
_AUXILIARY = frozenset(
    "did do does is are was were has have had can could will would should how what when where why who which".split()
)
_POSSESSIVE = re.compile(r"^(?:their|his|her) (?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|some|any|this|that|your|my|our) ", re.IGNORECASE)
_AT = re.compile(r"^(?:at|in|on|during|by|near) ", re.IGNORECASE)
_PARAPHRASE = frozenset(
    """said says that told joke joked jokes thinks thought believes compared compares calls called about something
    their his her he she they claims claimed insists laughed story anecdote""".split()
)
_MARKS = frozenset(" '’-.,&+#/")
_MOST_TOPIC, _MOST_PLACE, _MOST_WORDS, _MOST_NAME, _MOST_BIO = 56, 60, 90, 40, 90


def _is_plain(text: str, more: str = "") -> bool:
    """Letters, digits and the marks of a plain phrase: no addresses, brackets, quotation marks or pictures."""
    return (
        any(char.isalpha() for char in text)
        and all(char.isalnum() or char in _MARKS or char in more or unicodedata.combining(char) for char in text)
        and "//" not in text
        and "www." not in text
        and not (len(text) > 6 and text.isupper())
    )


def _words(text: str) -> list[str]:
    return [word.strip(".,").lower().replace("’", "'") for word in text.split()]


def _is_english(words: list[str], text: str) -> bool:
    return len(words) <= 2 or detect(words, text) in ("", "en")


def topic(text: str) -> str:
    """A subject to speak about, as it stands behind "about"; empty when it is no noun phrase."""
    text = one_line(text).strip(" .,;:!-")
    if not 2 <= len(text) <= _MOST_TOPIC or not _is_plain(text):
        return ""
    text = _POSSESSIVE.sub("your ", re.sub(r"^about (?=\w)", "", text, flags=re.IGNORECASE))
    words = _words(text)
    rest = words[1:] if words[:1] == ["your"] else words
    if not rest or len(rest) > 7 or set(rest) & (_THIRD | _FIRST | _FINITE) or rest[0] in _DOING | _ASKING:
        return ""
    if not _is_english(words, text) and len(words) > 3:
        return ""
    return _lowered(text)


def _lowered(text: str) -> str:
    """A capital at the beginning goes where the word is an everyday one."""
    first = text.split()[0]
    if first[:1].isupper() and first[1:].islower() and smalltalk.is_stock(first.lower(), "en"):
        return text[0].lower() + text[1:]
    return text


def place(text: str) -> str:
    """An event as a thing: "PyCon DE", "the harbour fair"; empty when it is no name."""
    text = one_line(text).strip(" .,;:!-")
    if not 2 <= len(text) <= _MOST_PLACE or not _is_plain(text, "()|:"):
        return ""
    text = _AT.sub("", text)
    if text[:1].islower() and not _ARTICLE.match(text):
        return f"the {text}"
    return "" if set(_words(text)) & (_THIRD | _FIRST) else text


def spot(text: str) -> str:
    """A place that can stand behind "at": one with an article, such as "the sprint table"."""
    text = one_line(text).strip(" .,;:!-")
    fits = _ARTICLE.match(text) and not set(_words(text)) & (_THIRD | _FIRST)
    return text if fits and len(text) <= _MOST_PLACE and _is_plain(text) else ""


def quoted(text: str) -> str:
    """Their words, fit for quotation marks; empty when the card only describes them."""
    text = one_line(text)
    bare = text.strip('"“”„«»‘’ ').rstrip(".").strip()
    if not 4 <= len(bare) <= _MOST_WORDS or not _is_plain(bare, ":;?!—–") or re.search("[!?]{2}", bare):
        return ""
    words = _words(bare)
    marked = text[:1] in '"“„«'
    if not marked and (words[0] in _PARAPHRASE or len(words) < 3):
        return ""
    return bare


def person(name: str) -> str:
    """A name as it stands on the card; empty when it is none."""
    name = one_line(name)
    return name if 0 < len(name) <= _MOST_NAME and _is_plain(name) and not any(c.isdigit() for c in name) else ""


def greeting(card: Card, *, formal: bool) -> str:
    """What to call them; empty for a card without a name, which shows its company or address instead."""
    given = one_line(card.nickname or card.first_name)
    if formal and card.prefix and card.last_name:
        given = one_line(f"{card.prefix} {card.last_name}")
    if not given:
        given = one_line(card.last_name or card.display_name)
        given = "" if given == one_line(card.company) else given
    return given if len(given) <= _MOST_NAME and "@" not in given else ""


def bio(sender: Sender) -> str:
    """Who the writer is, as one sentence, from the one line in the settings; empty when there is none."""
    about = one_line(sender.about).rstrip(" .!")
    about = re.split(r"(?<=\w\w)[.!;] ", about)[0]
    name = one_line(sender.name)
    if len(about) < 4 or len(about) > _MOST_BIO or "\n" in about:
        return ""
    first, _, rest = about.partition(" ")
    if first.lower().replace("’", "'") in ("i", "i'm", "we", "i've"):
        return f"I’m {name}, and {_small_we(about)}." if name else f"{about[0].upper()}{about[1:]}."
    if first.lower() in _FINITE or (first.islower() and first.endswith("s") and rest and not first.endswith("ss")):
        return f"I’m {name} ({about})." if name else ""
    if name:
        return f"I’m {name}, {_lowered(about)}."
    if _ARTICLE.match(about):
        return f"I’m {about[0].lower()}{about[1:]}."
    small = about if first.isupper() else about[0].lower() + about[1:]
    return f"I’m {'an' if small[0].lower() in 'aeiou' else 'a'} {small}."


def _small_we(about: str) -> str:
    return f"we{about[2:]}" if about.startswith("We ") else about


def hook(text: str) -> tuple[str, str]:
    """What to ask them, as the kind of its frame and what fills it; two empty strings when it cannot be told.

    Kinds: `whole` a question as it stands, `about`, `for`, `whether`, and `give` for something to offer.
    """
    text = one_line(text).rstrip(" .!")
    words = _words(text.rstrip("?"))
    if not words or len(text) > 120 or not _is_plain(text.rstrip("?"), ":;") or not _is_english(words, text):
        return "", ""
    if text.endswith("?") or (words[0] in _AUXILIARY and len(words) > 2):
        good = not set(words) & (_THIRD - {"it", "its"}) and len(words) > 2
        return ("whole", f"{text[0].upper()}{text[1:].rstrip('?')}?") if good else ("", "")
    asked = re.match(r"^ask (?:(?:them|him|her|you) (?!\w+ing ))?(?:(about|for|after) )?(.+)$", text, re.IGNORECASE)
    if asked:
        preposition, what = asked.groups()
        if preposition:
            what = topic(what)
            return ("for" if preposition.lower() == "for" else "about", what) if what else ("", "")
        wh = _words(what)
        fits = wh[0] in _ASKING and len(wh) > 2 and not set(wh) & (_THIRD | {"i", "we"})
        return ("whether", what[0].lower() + what[1:]) if fits else ("", "")
    if words[0] in _GIVING:
        what = doing(text)
        return ("give", what) if what else ("", "")
    what = topic(text)
    return ("about", _with_article(what)) if what else ("", "")


def _with_article(phrase: str) -> str:
    """ "the photo" for "photo": what was noted as a hook is a certain thing."""
    last = phrase.split()[-1]
    if phrase[:1].islower() and not _ARTICLE.match(phrase) and not last.endswith(("s", "ing")):
        return f"the {phrase}"
    return phrase


def doing(text: str) -> str:
    """Something to do for them, turned towards them: "send you the slides"; empty when it is no such thing."""
    text = one_line(text).strip(" .,;:!")
    text = re.sub(r"^(?:to|I will|I’ll|I'll|will) (?=\w)", "", text, flags=re.IGNORECASE)
    words = _words(text)
    if len(words) < 2 or words[0] not in _DOING or len(text) > 80 or not _is_plain(text):
        return ""
    text = re.sub(r"^(\S+) (?:them|him|her)(?= (?:a|an|the|my|some|to|our|one|two|that)\b)", r"\1 you", text)
    text = re.sub(r" (to|for|with) (?:them|him|her)$", r" \1 you", text)
    rest = set(_words(text))
    if rest & (_THIRD | {"i", "we"}) or not _is_english(words, text):
        return ""
    return text[0].lower() + text[1:]
