"""What scanners, hurried hands, pages and tables make of a citation is read as it was meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.citation.dates import typed_date
from kb.citation.find import find
from kb.citation.models import Citation
from kb.language.fold import composed, folded

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "twins.yaml").read_text("utf-8"))


def read(text: str) -> list[tuple[object, ...]]:
    return [
        (each.type_name, each.likely[0] if each.likely else each.canonical, typed_date(each), _issuer(each))
        for each in find(text)
    ]


def _issuer(citation: Citation) -> str | None:
    return " ".join(folded(composed(citation.issuer_typed.surface)).split()) if citation.issuer_typed else None


@pytest.mark.parametrize(("meant", "typed"), [(case["as"], typed) for case in CASES for typed in case["typed"]])
def test_a_citation_is_read_as_it_was_meant(meant: str, typed: str) -> None:
    assert read(typed) == read(meant)
