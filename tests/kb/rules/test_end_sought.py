"""The source in which an end was looked for must be listed, and is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.rules.catalogue import source_not_listed, unused_source
from tests.support.corpora import clean_files, document, load


@pytest.mark.parametrize(("source", "codes"), [("s1", []), ("s2", ["WIT05"]), ("s3", ["WIT02", "WIT05"])])
def test_the_source_of_a_search_for_an_end(tmp_path: Path, source: str, codes: list[str]) -> None:
    text = document("kl-9", "9-KL/TW", "2020-01-01", more=f"end_sought: {{day: '2025-01-01', source: {source}}}\n")
    if source != "s1":  # a second source, which nothing else uses
        text += "  - {id: s4, where: https://example.vn/b, checked: 2026-01-02}\n"
    if source == "s2":
        text += "  - {id: s2, where: https://example.vn/c, checked: 2026-01-02}\n"
    corpus = load(tmp_path, clean_files() | {"documents/kl-9.yaml": text})
    found = [*source_not_listed.check(corpus), *unused_source.check(corpus)]
    assert [problem.code for problem in found] == codes
