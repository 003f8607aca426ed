"""Runs the rules over a corpus. One module a rule: its docstring is the rule's page, its examples are its tests."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kb.corpus.corpus import Corpus
from kb.problem import Problem
from kb.rules import catalogue
from kb.rules.rule import Rule, rule_of
from kb.rules.suppress import Suppressions


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule in the order of the codes."""
    modules = (import_module(f"{catalogue.__name__}.{found.name}") for found in iter_modules(catalogue.__path__))
    return tuple(sorted((rule_of(module) for module in modules), key=lambda rule: rule.code))


def check_corpus(corpus: Corpus) -> list[Problem]:
    """Every fault of the corpus, those met in reading included, in the order of files and lines.

    A fault that its file suppresses with a reason is left out (`kb.rules.suppress`).
    """
    found = {problem for rule in rules() if rule.check for problem in rule.check(corpus)}
    found |= {problem for problem in corpus.problems if corpus.is_shown(problem.mark.path)}
    suppressions = Suppressions(corpus)
    return sorted(problem for problem in found if not suppressions.hold(problem))


def fix_text(text: str) -> str:
    """The text of a file after the fixes of all rules, in the order of their codes."""
    for rule in rules():
        if rule.fix:
            text = rule.fix(text)
    return text
