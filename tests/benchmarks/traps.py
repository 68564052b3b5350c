"""Writes texts that a regular expression matches, or nearly: what costs a bad expression most."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import sys
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from re import _parser as parser  # The library's only reader of expressions.


def written(tree: object, dice: random.Random, most_times: int = 2, groups: dict[object, str] | None = None) -> str:
    """A text for a parsed expression, lookarounds left out of account; a repeat may add `most_times` to its least."""
    groups = {} if groups is None else groups
    out = []
    for kind, given in tree:  # type: ignore[attr-defined]  # no type is published
        name = str(kind)
        if name == "LITERAL":
            out.append(chr(given))
        elif name == "ANY":
            out.append("x")
        elif name == "NOT_LITERAL":
            out.append("x" if given != ord("x") else "y")
        elif name == "IN":
            out.append(_one_of(given, dice))
        elif name == "BRANCH":
            out.append(written(dice.choice(given[1]), dice, most_times, groups))
        elif name == "SUBPATTERN":
            groups[given[0]] = written(given[3], dice, most_times, groups)
            out.append(groups[given[0]])
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, inner = given
            times = dice.randint(least, min(int(most), least + most_times))
            out.extend(written(inner, dice, most_times, groups) for _ in range(times))
        elif name == "GROUPREF":
            out.append(groups.get(given, ""))
        elif name not in ("ASSERT", "ASSERT_NOT", "AT"):
            raise ValueError(f"a new kind of expression: {name}")
    return "".join(out)


def _one_of(choices: list[tuple[object, object]], dice: random.Random) -> str:
    if str(choices[0][0]) == "NEGATE":
        return dice.choice("q é")
    kind, given = dice.choice(choices)
    if str(kind) == "LITERAL":
        return chr(given)  # type: ignore[call-overload, no-any-return]  # as above
    if str(kind) == "RANGE":
        return chr(dice.randint(*given))  # type: ignore[misc]  # as above
    return "7" if "DIGIT" in str(given) else " " if "SPACE" in str(given) else dice.choice("wé9")


def expressions() -> list[str]:
    """Every phrase, and every expression that the engine keeps compiled, as sources."""
    from salver import assets, etiquette
    from salver.etiquette import words
    from salver.etiquette.kinds import Phrases

    found: dict[str, None] = {}
    for name in assets.names("words/phrases"):
        topic = name.removeprefix("words/phrases/").removesuffix(".toml")
        for key, languages in words.tables(f"phrases/{topic}").items():
            for language in languages if key != "parts" else ():
                found.update(dict.fromkeys(Phrases(topic, key).lines(language)))
    for module in pkgutil.walk_packages(etiquette.__path__, "salver.etiquette."):
        importlib.import_module(module.name)
    for name, loaded in list(sys.modules.items()):
        if name.startswith(("salver.etiquette", "salver.cards")):
            found.update({v.pattern: None for v in vars(loaded).values() if isinstance(v, re.Pattern)})
            made = [f() for f in vars(loaded).values() if hasattr(f, "cache_info") and f.__name__.endswith("patterns")]
            found.update({pattern.pattern: None for patterns in made for pattern in patterns})
    return list(found)


class Traps:
    """Texts of pieces that the engine's own expressions match, whole or without their end."""

    def __init__(self) -> None:
        self._trees = [parser.parse(source) for source in expressions()]

    def text(self, dice: random.Random) -> str:
        """One of them, of up to 8,000 characters."""
        tree = dice.choice(self._trees)
        most_times, apart = dice.choice((1, 3, 40)), dice.choice((" ", "", ". ", "\n"))
        pieces = [written(tree, dice, most_times) for _ in range(dice.choice((1, 2, 8, 60)))]
        if dice.random() < 0.6:
            pieces = [piece[: -dice.randint(1, 6)] for piece in pieces]
        return f"{dice.choice(('', 'Hi Ana, '))}{apart.join(pieces)}"[:8000]
