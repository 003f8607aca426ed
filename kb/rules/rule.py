"""A rule: one module of `kb.rules.catalogue` with its code; its docstring is the page of the rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.model.kinds import is_verbatim
from kb.problem import Problem
from kb.register.folder import register_files

R = TypeVar("R", bound=Record)
Check = Callable[[Corpus], Iterator[Problem]]
Fix = Callable[[str], str]

HEADINGS = ("Vì sao", "Ví dụ sai", "Ví dụ đúng")
"""Every rule's docstring has these, in this order: they are its page and its test."""
TAB = "⇥"
"""Stands for a tab in an example: Python from 3.13 on puts blanks in place of the tabs of a docstring."""

_HEADING = re.compile(rf"^({'|'.join(HEADINGS)}):\s*", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """`name` is the module's name with hyphens and reads after "allow"; `title` names the fault in Vietnamese.

    `check` is None where the reader finds the fault; `fix` turns a file's text into one without the fault.
    """

    code: str
    name: str
    title: str
    why: str
    wrong: str
    right: str
    check: Check | None
    fix: Fix | None

    def __str__(self) -> str:
        lines = [f"{self.code} {self.name}: {self.title}", "", self.why, "", "Ví dụ sai:", "", _shift(self.wrong)]
        lines += ["", "Ví dụ đúng:", "", _shift(self.right)]
        if self.fix:
            lines += ["", "Sửa tự động được: kb check --fix"]
        return "\n".join(lines)


def rule_of(module: object) -> Rule:
    """The rule a module states. Raises ValueError when its docstring lacks a heading."""
    name = str(module.__dict__["__name__"]).rpartition(".")[2].replace("_", "-")
    parts = _HEADING.split(module.__doc__ or "")
    if tuple(parts[1::2]) != HEADINGS:
        raise ValueError(f"{name}: docstring needs the headings {', '.join(HEADINGS)}")
    why, wrong, right = (_unshift(part).replace(TAB, "\t") for part in parts[2::2])
    return Rule(
        module.__dict__["CODE"],
        name,
        parts[0].strip().rstrip("."),
        _sentence(" ".join(why.split())),
        wrong,
        right,
        module.__dict__.get("check"),
        module.__dict__.get("fix"),
    )


def each(corpus: Corpus, cls: type[R]) -> Iterator[R]:
    """The records of one class that are being checked: all of them, or those in the files named."""
    return (record for record in corpus.checked if isinstance(record, cls))


def reported_and_other(corpus: Corpus, one: R, other: R) -> tuple[R, R] | None:
    """Of two records that share a fault, (the one to report it at, the other); None where neither is being checked.

    The fault is reported at the record that is being checked, at `one` where both are.
    """
    here, there = (one, other) if corpus.is_checked(one.id) else (other, one)
    return (here, there) if corpus.is_checked(here.id) else None


def texts(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """(path shown, text) of each file being checked, without plans, whose text is kept to the letter.

    A path is shown as ``corpus/documents/tt-1.yaml``.
    """
    for shown, text in corpus.texts.items():
        if corpus.is_shown(shown) and not is_verbatim(shown.split("/", 2)[1]):
            yield shown, text


def register_files_checked(corpus: Corpus) -> Iterator[tuple[str, Path]]:
    """(path shown, path) of each file of the register beside the corpus that is being checked."""
    for path in register_files(corpus.root / "register"):
        shown = f"{corpus.root.name}/register/{path.name}"
        if corpus.is_shown(shown):
            yield shown, path


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _unshift(text: str) -> str:
    lines = text.strip("\n").split("\n")
    return "\n".join(line[4:] if line.startswith("    ") else line for line in lines).strip("\n")


def _shift(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
