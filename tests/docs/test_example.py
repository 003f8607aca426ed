"""The annotated example is a file of the corpus, explained, and is itself in the canonical form."""

from __future__ import annotations

import re
from itertools import pairwise

from kb.corpus.canonical import canonical
from tests.support.paths import ROOT

EXAMPLE = re.search(r"^```yaml\n(.*?)^```$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)


def test_without_its_explanations_it_is_the_file() -> None:
    assert EXAMPLE
    lines = EXAMPLE[1].splitlines(keepends=True)
    bare = "".join(line for line in lines if not re.match(r" *# (?!yaml-language-server)", line))
    name = re.search(r"^id: (\S+)$", bare, re.MULTILINE)
    assert name
    assert bare == (ROOT / "corpus" / "documents" / f"{name[1]}.yaml").read_text("utf-8")


def test_it_is_canonical() -> None:
    assert EXAMPLE
    assert canonical(EXAMPLE[1], "documents") == (EXAMPLE[1], "")


def test_every_field_is_explained() -> None:
    assert EXAMPLE
    lines = EXAMPLE[1].splitlines()
    for before, line in pairwise(lines):
        if re.match(r"\w+:", line):
            assert before.lstrip().startswith("#"), line
