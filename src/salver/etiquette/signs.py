"""What a note shows to the weights of `leaning`: its words, their beginnings, pairs of words, and a few plain figures.

Names of the card stand as NAME, COMPANY, EVENT and FRIEND, numbers as #, words that hardly anybody uses as RARE,
so that what is learned from one note holds for the next.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from salver.cards.meeting import Tie
from salver.cards.names import fold
from salver.cards.note import Channel
from salver.etiquette import asking, boilerplate, content, hooks, introduction, praise, selling, smalltalk, vague
from salver.etiquette.text import Reading, Sentence

_PIECES = re.compile(r"[^\W_]+")
_MINE = {
    "en": "i me my mine myself",
    "de": "ich mich mir mein meine meinen meinem meiner meines",
    "fr": "je j'ai moi me mon ma mes m'a",
    "es": "yo me mi mis mí mío mía",
    "it": "io mi mio mia miei mie me",
    "pt": "eu me mim meu minha meus minhas",
    "nl": "ik me mij mijn m'n",
}
_YOURS = {
    "en": "you your yours yourself",
    "de": "du dich dir dein deine deinen deinem deiner sie ihnen ihr ihre ihren ihrem ihrer",
    "fr": "vous votre vos tu te toi ton ta tes t'ai t'as",
    "es": "tú te ti tu tus usted le su sus os vosotros vuestra vuestro",
    "it": "tu ti te tuo tua tuoi tue lei le suo sua suoi",
    "pt": "você te ti tu teu tua lhe seu sua seus suas senhor senhora",
    "nl": "je jij jou jouw u uw ge gij",
}
_OURS = {code: (frozenset(mine.split()), frozenset(_YOURS[code].split())) for code, mine in _MINE.items()}
_COMMON = 5_000
"""Of the words in order of how often they are used, how many count as everyday ones."""
_BEGINNING = 5
"""Letters that forms of one word share: "recommend" and "recommendation"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence as the weights see it: its tokens between the marks of its beginning and end, and its signs."""

    sentence: Sentence
    tokens: tuple[str, ...]
    signs: frozenset[str]


def _signs(tokens: tuple[str, ...]) -> Iterator[str]:
    """Single tokens, longer ones by their beginning as well, and pairs of neighbours; what is asked once more."""
    yield from tokens
    for token in tokens:
        if len(token) > _BEGINNING and token.islower():
            yield f"~{token if token.isascii() else fold(token):.{_BEGINNING}}"
    for first, second in itertools.pairwise(tokens):
        yield f"{first} {second}"
    if tokens[-1] == "?":
        for token in tokens[1:-1]:
            yield f"?{token}"


def pieces(reading: Reading, rank: Callable[[str], int | None]) -> tuple[Piece, ...]:
    """The sentences of a note; `rank` answers how common a word is, 0 for the commonest, None for an unknown one."""
    masks = _masks(reading)
    tells_names = reading.language != "de"  # German writes every noun with a capital.
    out = []
    for sentence in reading.sentences:
        tokens = ["^"]
        for at, word in enumerate(reading.words[sentence.first : sentence.last]):
            if (mask := masks.get(_bare(fold(word.text)))) is not None:
                tokens.append(mask)
            elif not word.text.isalpha() and any(char.isdigit() for char in word.text):
                tokens.append("#")
            else:
                for part in reading.spelled_out(word.low):
                    known = rank(_bare(part)) is not None
                    tokens.append(
                        part if known else "Rare" if at and word.text[0].isupper() and tells_names else "rare"
                    )
        tokens.append(sentence.mark or "$")
        out.append(Piece(sentence, tuple(tokens), frozenset(_signs(tuple(tokens)))))
    return tuple(out)


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _masks(reading: Reading) -> dict[str, str]:
    card, meeting = reading.situation.card, reading.situation.meeting
    friends = [p.name for p in (*meeting.friends, meeting.introduced_by) if p is not None]
    masks = dict.fromkeys(_pieces(*friends), "FRIEND")
    masks |= {piece: "EVENT" for piece in _pieces(meeting.event) if not smalltalk.is_stock(piece, "en")}
    masks |= {piece: "COMPANY" for piece in _pieces(card.company) if not smalltalk.is_stock(piece, "en")}
    return masks | dict.fromkeys(_pieces(card.first_name, card.last_name, card.nickname), "NAME")


def _pieces(*texts: str) -> set[str]:
    return {piece for text in texts for piece in _PIECES.findall(fold(text)) if len(piece) >= 2}


TRAITS = (
    "met", "stranger", "friend", "introduced", "colleague", "message", "asks", "asks twice", "exclaims", "yours",
    "mine", "more mine", "uncommon", "unknown", "nothing uncommon", "one uncommon", "two uncommon", "length",
    "EVENT", "COMPANY", "FRIEND", "NAME", "#", "no event",
)  # fmt: skip
"""The plain figures, in the order in which `traits` gives them."""
HEARD = (
    "specific", "weight", "where", "people", "hook", "empty question", "open words", "introduced", "offer", "pitch",
    "big ask", "praise", "vague", "ready-made",
)  # fmt: skip
"""What the phrases of the rules heard: figures more, behind the others, in every language but English.

English notes enough are learned from to do without; there the phrases, tuned on the same notes, would be believed too
readily (measured: one more false remark in a hundred).
"""

_TIES = (
    (Tie.MET, Tie.UNKNOWN), (Tie.STRANGER, Tie.HEARD), (Tie.FRIEND,), (Tie.INTRODUCED,), (Tie.COLLEAGUE,),
)  # fmt: skip


def traits(reading: Reading, read: tuple[Piece, ...], rank: Callable[[str], int | None]) -> tuple[float, ...]:
    """Whom it goes to, who is spoken of, how much is uncommon: figures of about 0 to 1, named by TRAITS and HEARD."""
    situation = reading.situation
    tokens = [token for piece in read for token in piece.tokens[1:-1]]
    marks = [piece.tokens[-1] for piece in read]
    there = set(tokens)
    my_words, your_words = _OURS.get(reading.language, _OURS["en"])
    mine, yours = sum(t in my_words for t in tokens), sum(t in your_words for t in tokens)
    plain = [t for t in tokens if not t.isupper() and t != "#"]
    ranks = [rank(_bare(t)) for t in plain]
    unknown = sum(r is None for r in ranks)
    if reading.english:
        uncommon = sum(r is None or r > _COMMON for r in ranks)
    else:
        uncommon = sum(not smalltalk.is_stock(t, reading.language) for t in plain)
    figures = (
        *(situation.meeting.tie in ties for ties in _TIES),
        situation.channel is not Channel.INVITATION,
        "?" in marks, marks.count("?") > 1, "!" in marks,
        yours / 10, mine / 10, (mine - yours) / 10,
        min(1, uncommon / 10), min(1, unknown / 5), uncommon == 0, uncommon <= 1, uncommon <= 2,
        min(2, len(tokens) / 60),
        "EVENT" in there, "COMPANY" in there, "FRIEND" in there, "NAME" in there, "#" in there,
        not situation.meeting.event,
    )  # fmt: skip
    heard = () if reading.english else _heard(reading)
    return tuple(float(figure) for figure in (*figures, *heard))


def _heard(reading: Reading) -> tuple[float, ...]:
    said, hook, sold = content.of(reading), hooks.of(reading), selling.pitch(reading)
    return (
        said.is_specific, min(1, said.weight / 5), said.where, bool(said.people),
        hook.is_there, bool(hook.empty), bool(hook.open_), introduction.of(reading),
        sold is not None, sold is not None and sold.weight >= 2, asking.big(reading) is not None,
        praise.STRONG.first(reading) is not None, vague.STRONG.first(reading) is not None,
        boilerplate.find(reading) is not None,
    )  # fmt: skip
