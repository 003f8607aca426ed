"""A draft set right in a form: the fields typed stand in the YAML, all else keeps its bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.drafts import read_draft
from kb.importing.draft_yaml import Origin, drafted
from kb.importing.edited import edited
from tests.kb.importing.files import NEXT, WORDS
from tests.support.paths import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "edited.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


@pytest.fixture(scope="module")
def draft(corpus: Corpus) -> str:
    name = "thong-tu.txt"
    return drafted(corpus, read_draft(f"{WORDS}\n{NEXT}".encode(), name), name, Origin(name, "2026-11-29")).text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_typed_stands_in_the_draft(corpus: Corpus, draft: str, case: dict[str, Any]) -> None:
    text, refused = edited(corpus, draft, case["typed"])
    lines = text.splitlines()
    assert [line for line in case["lines"] if line not in lines] == []
    assert [line for line in case.get("gone", []) if line in lines] == []
    assert list(refused) == case.get("refused", [])
    untouched = [line for line in draft.splitlines() if line.startswith(("    heading:", "sources:", "  - id: s1"))]
    assert [line for line in untouched if line not in lines] == []


def test_an_untouched_draft_keeps_its_bytes(corpus: Corpus, draft: str) -> None:
    assert edited(corpus, draft, {}) == (draft, {})


def test_what_is_no_yaml_is_left_as_it_is(corpus: Corpus) -> None:
    text, refused = edited(corpus, "id: [", {"title": "Về việc thử"})
    assert (text, len(refused)) == ("id: [", 1)
