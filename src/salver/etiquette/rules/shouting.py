"""Capitals all the way.

*What it does*
Finds sentences in capitals. Short forms such as NASA, names that the card writes so, and quotations are left alone.

*Why it matters*
Capitals read as a raised voice, and are slower to read.

*When it is fine*
One word for emphasis, and acronyms.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from salver.cards.names import fold
from salver.etiquette import content, leaning, smalltalk
from salver.etiquette.examples import MET
from salver.etiquette.model import Bad, Edit, Fix, Good, Hit, Rule, Severity, Span
from salver.etiquette.text import Reading, Word

_BURST, _RUN, _SCATTERED = 2, 3, 4
"""Words in capitals before an exclamation mark, side by side, and anywhere in the note."""
_COMMON = 8_000
"""Of the words in order of how often they are used, how many are no short forms when they have five letters."""


_QUOTING = frozenset(
    "reading reads read saying says said sign signs signed label labelled marked titled title called button key "
    "stamped printed heading headed headline caption spelled word words".split()
)

_BOARDS = frozenset(
    "sign notice board label poster banner plaque sticker stamp headline schild plakat aufkleber panneau "
    "écriteau affiche "
    "pancarte letrero cartel rótulo cartello scritta insegna placa cartaz bord bordje opschrift".split()
)
"""What bears words in capitals."""


def find(reading: Reading) -> Iterable[Hit]:
    """The longest run of capitals, from three real words; two before an exclamation mark, or four here and there."""
    if sum(word.text.isupper() and len(word.text) > 1 for word in reading.words) < _BURST:
        return
    runs = _runs(reading)
    plain = [sum(_is_plain(reading, word) for word in run) for run in runs]
    loud = sum(plain)
    scattered = loud >= _SCATTERED and any(len(word.text) > 3 for run in runs for word in run)
    shouted = [
        run
        for run, words in zip(runs, plain, strict=True)
        if not _is_told(reading, run)
        and (scattered or words >= _RUN or (words >= _BURST and reading.text[run[-1].end :].lstrip()[:1] == "!"))
    ]
    if shouted:
        best = max(shouted, key=len)
        span = Span(best[0].start, best[-1].end)
        yield Hit("Capitals read as a raised voice", span, "Small letters carry further.", (_fix(reading, span),))


def _runs(reading: Reading) -> list[list[Word]]:
    """Words in capitals side by side; numbers and marks between them do not part them."""
    runs: list[list[Word]] = []
    open_ = False
    for word in _own_words(reading):
        if word.text.isupper() and (len(word.text) > 1 or open_):
            if open_:
                runs[-1].append(word)
            else:
                runs.append([word])
            open_ = True
        elif any(char.isalpha() for char in word.text) and (len(word.text) > 1 or not word.text.isupper()):
            open_ = False
    return [run for run in runs if not _is_list(reading, run)]


def _is_list(reading: Reading, run: list[Word]) -> bool:
    """ "KNMI, RIVM, NVWA": short forms with nothing but commas between them."""
    gaps = [reading.text[one.end : other.start].strip() for one, other in itertools.pairwise(run)]
    return bool(gaps) and all(gap == "," for gap in gaps)


def _is_told(reading: Reading, run: list[Word]) -> bool:
    """ "A sign reading PROPERTY OF ICELAND" tells what stood there."""
    before = [word.low for word in reading.words if word.end <= run[0].start]
    return any(low in _QUOTING for low in before[-2:]) or any(low in _BOARDS for low in before[-8:])


def _own_words(reading: Reading) -> list[Word]:
    """Without quotations ("DO NOT WASH" on a label) and the fields of a template (<FIRST_NAME>)."""
    text = reading.text
    return [
        word
        for word in reading.words
        if not (
            text[max(0, word.start - 1) : word.start] in tuple("<[{_%$#*|")
            or text[word.end : word.end + 1] in tuple(">]}_%*|")
        )
        and not reading.in_quotes(Span(word.start, word.end))
    ]


def _is_plain(reading: Reading, word: Word) -> bool:
    """A word in capitals that is no short form: a common one, or one too long for it."""
    if fold(word.text) in content.names_of(reading.situation):
        return False
    if len(word.text) >= 6 or smalltalk.is_stock(word.low, reading.language or "en"):
        return True
    if len(word.text) == 5 and reading.english:
        return leaning.load().ranks.get(word.low, _COMMON) < _COMMON
    return len(word.text) == 5


def _fix(reading: Reading, span: Span) -> Fix:
    text = reading.text[span.start : span.end].lower()
    starts = {s.start for s in reading.sentences}
    out = [
        char.upper() if span.start + at in starts and len(char.upper()) == 1 else char for at, char in enumerate(text)
    ]
    names = (reading.situation.card.first_name, reading.situation.card.last_name, reading.situation.meeting.event)
    small = "".join(out)
    for name in names:
        if name and name.lower() in small:
            small = small.replace(name.lower(), name)
    if reading.english:
        small = _ALWAYS.sub(lambda match: match.group().capitalize(), small)
    return Fix("Use small letters", (Edit(span.start, span.end, small),))


_ALWAYS = re.compile(r"(?<![^\s(“\"])(?:i(?=[ '’])|(?:mr|mrs|ms|mx|dr|prof)(?=\.? ))")
"""What has a capital in the middle of an English sentence, too."""


RULE = Rule(
    id="shouting",
    title="Capitals all the way",
    severity=Severity.HINT,
    find=find,
    source="Good manners in letters",
    bad=(
        Bad(
            "Hi Ana. GREAT MEETING YOU YESTERDAY. Which test was it?",
            ("GREAT MEETING YOU YESTERDAY",),
            "Hi Ana. Great meeting you yesterday. Which test was it?",
            MET,
        ),
        Bad(
            "HELLO MRS RUIZ, WHICH OF THE 900 TESTS FAILED FIRST?",
            ("HELLO MRS RUIZ, WHICH OF THE 900 TESTS FAILED FIRST",),
            "Hello Mrs Ruiz, which of the 900 tests failed first?",
            MET,
        ),
    ),
    good=(
        Good("Hi Ana, NASA, ESA and JAXA in one lunch. Which one tests on Mondays?", MET),
        Good('Hi Ana, "PLEASE DO NOT FEED THE TESTS" on your door made my day. Who had tried?', MET),
        Good("Hi Ana, that was the BEST goat story. Is it true?", MET),
    ),
)
