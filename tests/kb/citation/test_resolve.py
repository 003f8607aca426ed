"""Citations resolved in a small made-up corpus: the record, what is wrong, what may have been meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.citation.dates import slip
from kb.citation.edits import one_edit
from kb.citation.find import find
from kb.citation.models import Resolution
from kb.citation.resolve import Resolver
from kb.language.dates import PartialDate
from tests.support.corpora import body, document, load

TABLES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "resolving.yaml").read_text("utf-8"))


def corpus_files() -> dict[str, str]:
    """The bodies and documents of the table, as files of a corpus."""
    files = {}
    for id_, (name, more) in TABLES["bodies"].items():
        files[f"bodies/{id_}.yaml"] = body(id_, name, more)
    for id_, (number, type_, issued, issuer, title, *rest) in TABLES["documents"].items():
        inferred = rest == ["inferred"]
        text = document(id_, number, issued, type_=type_, more="" if inferred else "".join(rest))
        text = text.replace("title], sure: read", "title], sure: inferred") if inferred else text
        text = text.replace(f"Về việc {id_}", title).replace("- bo-a", f"- {issuer}").replace("[bo-a]", f"[{issuer}]")
        files[f"documents/{id_}.yaml"] = text
    return files


@pytest.fixture(scope="module")
def resolver(tmp_path_factory: pytest.TempPathFactory) -> Resolver:
    corpus = load(tmp_path_factory.mktemp("resolving"), corpus_files())
    assert not corpus.problems
    return Resolver(corpus)


def shown(resolution: Resolution) -> dict[str, object]:
    """A resolution as the table shows it: parts that are empty are left out."""
    parts: dict[str, object] = {
        "means": list(resolution.candidates),
        "faults": [[fault.part, fault.severity, fault.expected, fault.got] for fault in resolution.faults],
        "near": [
            [near.id, near.reason, "sure" if near.sure else "likely" if near.likely else "possible"]
            for near in resolution.suggestions
        ],
    }
    return {name: part for name, part in parts.items() if part}


@pytest.mark.parametrize("case", TABLES["cases"], ids=lambda case: case["id"])
def test_table(resolver: Resolver, case: dict[str, Any]) -> None:
    citation = find(case["text"])[-1]
    expected = {name: case[name] for name in ("means", "faults", "near") if name in case}
    assert shown(resolver.resolve(citation)) == expected


@pytest.mark.parametrize("case", TABLES["edits"], ids=lambda case: f"{case[0]}-{case[1]}")
def test_table_of_edits(case: tuple[str, str, bool]) -> None:
    one, other, edit = case
    assert one_edit(one, other) is edit
    assert one_edit(other, one) is edit


@pytest.mark.parametrize("case", TABLES["slips"], ids=lambda case: f"{case[0]}-{case[1]}")
def test_table_of_slips(case: tuple[str, str, bool]) -> None:
    one, other, slipped = case
    assert slip(PartialDate.parse(one), PartialDate.parse(other)) is slipped
