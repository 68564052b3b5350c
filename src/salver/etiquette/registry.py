"""Find every rule: one file in `rules/`, named after its id, holding a `RULE`."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from dataclasses import replace

from salver.etiquette import rules as _folder
from salver.etiquette.model import Rule


class RegistryError(Exception):
    """The folder of rules is not what it must be; a fault of the build, never of the user."""


def load() -> tuple[Rule, ...]:
    """All rules, sorted by id.

    Raises RegistryError when there is none, when an id repeats or when an id is not the name of its file.
    """
    found: list[Rule] = []
    for module in pkgutil.iter_modules(_folder.__path__):
        loaded = importlib.import_module(f"{_folder.__name__}.{module.name}")
        rule = getattr(loaded, "RULE", None)
        if not isinstance(rule, Rule):
            raise RegistryError(f"{module.name} holds no rule")
        if rule.id != module.name.replace("_", "-"):
            raise RegistryError(f"{module.name} calls its rule {rule.id}")
        found.append(replace(rule, doc=loaded.__doc__ or ""))
    checked(found)
    return tuple(sorted(found, key=lambda rule: rule.id))


def checked(rules: list[Rule]) -> None:
    """Raise RegistryError when there is no rule at all, or two with one id."""
    if not rules:
        raise RegistryError("no rule was found")
    twice = [name for name, count in Counter(rule.id for rule in rules).items() if count > 1]
    if twice:
        raise RegistryError(f"more than one rule is called {', '.join(twice)}")
