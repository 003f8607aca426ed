"""Linked data against the vocabulary of schema.org: every property of its type, every value in its range."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import schema_org.models as vocabulary
from schema_org.enums import LegalForceStatus

from kb.api.eli import eli
from kb.api.legislation import legislation
from kb.model import UNKNOWN
from kb.views.site_snapshot import SiteSnapshot
from tests.support.corpora import clean_files, document, load

ROOT = "https://kho.example.vn/"


def faults(node: dict[str, Any]) -> Iterator[str]:
    """What the vocabulary does not allow in a node or in those below it."""
    cls = getattr(vocabulary, node["@type"], None)
    if cls is None:
        yield f"no type {node['@type']}"
        return
    ranges = {p.schema_name: set(p.ranges) for p in cls.SCHEMA_PROPERTIES if not p.superseded_by}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in ranges:
            yield f"{node['@type']} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from value_faults(name, one, ranges[name])


def value_faults(name: str, value: dict[str, Any] | str, allowed: set[str]) -> Iterator[str]:
    """What is wrong with one value of a property, a node or a word, whose range is `allowed`."""
    if isinstance(value, dict):
        if not allowed & set(getattr(vocabulary, value["@type"]).SCHEMA_TYPES):
            yield f"{name} is no {value['@type']}"
        yield from faults(value)
    elif not any(fits(value, kind) for kind in allowed):
        yield f"{name}: {value!r} is none of {allowed}"


def fits(text: str, kind: str) -> bool:
    if kind == "Date":
        return is_day(text)
    if kind == "LegalForceStatus":
        return text in {str(member.value) for member in LegalForceStatus}
    return kind == "Text" or (kind == "URL" and text.startswith("http"))


def is_day(text: str) -> bool:
    """A calendar date of ISO 8601, or one of reduced precision: 2021, 2021-12."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def test_every_document_speaks_the_vocabulary(real: SiteSnapshot) -> None:
    for document_ in real.corpus.documents.values():
        assert list(faults(legislation(real, document_, ROOT))) == [], document_.id


@pytest.mark.parametrize(
    "wrong",
    [
        {"@type": "Law"},
        {"@type": "Legislation", "signer": "A"},
        {"@type": "Legislation", "legislationDate": "28/12/2021"},
        {"@type": "Legislation", "legislationLegalForce": "Còn hiệu lực"},
        {"@type": "Legislation", "legislationRepeals": [{"@type": "Organization"}]},
    ],
)
def test_the_vocabulary_refuses_what_is_wrong(wrong: dict[str, Any]) -> None:
    assert list(faults(wrong))


def test_what_is_unknown_is_left_out_and_said(tmp_path: Path) -> None:
    unknown = document("tt-3", UNKNOWN, UNKNOWN).replace("facts: [number, ", "facts: [")
    snapshot = SiteSnapshot(load(tmp_path, clean_files() | {"documents/tt-3.yaml": unknown}), date(2024, 1, 1))
    said = legislation(snapshot, snapshot.corpus.documents["tt-3"], "../../")
    assert not {"legislationIdentifier", "legislationDate", "legislationDateOfApplicability"} & set(said)
    assert "legislationLegalForce" not in said
    assert said["creativeWorkStatus"].startswith("Chưa xác định tình trạng (ngày 01/01/2024): ")
    assert said["description"].startswith("Kho chưa xác định được: số, ký hiệu, ngày ban hành, ngày có hiệu lực, ")
    assert UNKNOWN not in str(said)
    stated = {s.name for s in eli(snapshot, snapshot.corpus.documents["tt-3"])}
    assert stated == {"id_local", "type_document", "title", "passed_by"}


def test_relations_lead_both_ways(real: SiteSnapshot) -> None:
    new, old = (real.corpus.documents[i] for i in ("tt-124-2021-tt-bca", "tt-23-2012-tt-bca"))
    assert f"{ROOT}{old.page_address}" in {item["@id"] for item in legislation(real, new, ROOT)["legislationRepeals"]}
    assert legislation(real, old, ROOT)["legislationLegalForce"] == "https://schema.org/NotInForce"
    stated = {(s.name, s.href) for s in eli(real, old)}
    assert ("repealed_by", new.page_address) in stated
    assert ("in_force", "http://data.europa.eu/eli/ontology#InForce-notInForce") in stated


def test_a_text_that_is_presumed_to_hold_states_no_force(tmp_path: Path) -> None:
    text = document("kl-9", "9-KL/TW", "2020-01-01", type_="ket-luan")
    snapshot = SiteSnapshot(load(tmp_path, clean_files() | {"documents/kl-9.yaml": text}), date(2024, 1, 1))
    said = legislation(snapshot, snapshot.corpus.documents["kl-9"], "../../")
    assert "legislationLegalForce" not in said
    assert said["creativeWorkStatus"].startswith(
        "Chưa ghi nhận hết hiệu lực (ngày 01/01/2024): ban hành ngày 01/01/2020"
    )
    assert "in_force" not in {s.name for s in eli(snapshot, snapshot.corpus.documents["kl-9"])}
