"""Kinds are counted under the names of their lists."""

from __future__ import annotations

import pytest

from indexer.analysis import SEPARATOR
from indexer.records.facets import facet_keys
from indexer.records.record import IndexRecord
from kb.model.kinds import KINDS, RecordKind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_record_is_counted_under_the_name_of_its_list(kind: RecordKind) -> None:
    keys = list(facet_keys(IndexRecord(id="a", kind=kind.name, kind_label="", url="", title="")))
    assert any(key.startswith("=kind:") and key.endswith(SEPARATOR + kind.label) for key in keys)


@pytest.mark.parametrize(("kind", "label"), [("paragraph", "Đoạn kế hoạch"), ("article", "Điều luật")])
def test_a_part_of_a_record_is_counted_as_what_it_is(kind: str, label: str) -> None:
    keys = list(facet_keys(IndexRecord(id="a#1", kind=kind, kind_label="Khoản", url="", title="")))
    assert any(key.startswith("=kind:") and key.endswith(SEPARATOR + label) for key in keys)
