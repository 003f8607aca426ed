"""The header and the ending of real layouts, from a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.read_document import read_document
from kb.importing.readings import Header
from kb.language.normal_forms import nfc

CASES = yaml.safe_load((Path(__file__).parent / "headers.yaml").read_text("utf-8"))


def value_of(header: Header, field: str) -> Any:
    if field == "type":
        return str(header.document_type) if header.document_type else None
    if field == "bodies":
        return [body.id for body in header.bodies]
    if field == "body_names":
        return [body.name for body in header.bodies]
    if field == "recipients":
        return [read.value for read in header.recipients]
    if field == "party":
        return header.party
    read = getattr(header, field)
    return str(read.value) if read else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_fields(corpus: Corpus, case: dict[str, Any]) -> None:
    draft = Draft("a.txt", case["text"])
    header = read_document(corpus, draft).header
    wanted = {field: value for field, value in case.items() if field not in ("name", "text", "percent")}
    assert {field: value_of(header, field) for field in wanted} == wanted


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_places_lead_to_the_line_that_was_read(corpus: Corpus, case: dict[str, Any]) -> None:
    draft = Draft("a.txt", case["text"])
    header = read_document(corpus, draft).header
    lines = case["text"].split("\n")
    for field in ("number", "type"):
        read = getattr(header, field)
        if read and not read.note:
            at = draft.place(read.start).line
            line = nfc(" ".join(lines[at - 1 : at + 1]))  # a number may stand on the line below its ``Số:``
            first = read.value.split("/")[0].split("-")[0].split()[0]
            assert first.casefold() in line.casefold().replace("ð", "đ")


@pytest.mark.parametrize("case", [case for case in CASES if "percent" in case], ids=lambda case: case["name"])
def test_how_sure_a_reading_is(corpus: Corpus, case: dict[str, Any]) -> None:
    header = read_document(corpus, Draft("a.txt", case["text"])).header
    read = {name: header.bodies[0] if name == "bodies" else getattr(header, name) for name in case["percent"]}
    assert {name: round(reading.confidence * 100) for name, reading in read.items()} == case["percent"]
