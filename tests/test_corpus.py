"""The real corpus: clean, complete, and the plan to the letter."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from functools import cache

import jsonschema
import pytest
import yaml

from kb.citation.annotate import Mention, annotate_plan, locate, pieces
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.model import RECORD_CLASSES, UNKNOWN, Plan
from kb.model.schema import generated
from kb.rules.run import check_corpus
from kb.snapshot import Snapshot
from tests.support.corpora import PLAN
from tests.support.paths import ROOT


class TextDates(yaml.SafeLoader):
    """Reads YAML as an editor's language server does: whole numbers are numbers, dates stay text."""


TextDates.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

SEED_SHA256 = "3138b1b5310c576e1e0b838f3e500bc2251eeff98393083bffa842217e5a37fe"
"""Of the plan's file as it was handed over: UTF-8 bytes, no white space and no Unicode form normalised."""


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


@cache
def snapshot() -> Snapshot:
    return Snapshot(corpus(), date(2026, 11, 29))


@cache
def mentions() -> tuple[Mention, ...]:
    return tuple(annotate_plan(corpus(), plan()))


def plan() -> Plan:
    return corpus().plans[PLAN]


def test_clean() -> None:
    assert check_corpus(corpus()) == []


def test_a_title_put_into_words_again_is_none() -> None:
    """What is not the original wording would make a true citation of the original a false one."""
    translated = re.compile(r"[Tt]ên\b[^.;]*(?:dịch|ghép|chưa đọc)")
    told = [d for d in corpus().documents.values() if any(translated.search(s.text) for s in d.statements)]
    assert told
    assert [d.id for d in told if d.title != UNKNOWN] == []


def test_the_corpus_has_documents_enough() -> None:
    assert len(corpus().documents) >= 100


def test_the_plan_is_kept_to_the_letter() -> None:
    assert hashlib.sha256(plan().text.encode()).hexdigest() == SEED_SHA256


def test_the_plan_has_its_sections() -> None:
    labels = [section.label for section in plan().sections]
    assert labels == [
        "Tên kế hoạch",
        "Căn cứ",
        "I",
        "I.1",
        "I.2",
        "II",
        "II.1",
        "II.2",
        "II.3",
        "II.4",
        "II.5",
        "II.6",
        "III",
        "Nơi nhận",
        "Ký tên",
    ]
    assert sum(len(section.paragraphs) for section in plan().sections) == 61


def test_annotation_keeps_the_text() -> None:
    for section in plan().sections:
        for paragraph in section.paragraphs:
            own = [m for m in mentions() if m.paragraph == paragraph.id]
            assert "".join(text for text, _ in pieces(paragraph.text, own)) == paragraph.text


NUMBERED: list[dict[str, str]] = yaml.safe_load((ROOT / "tests" / "kb" / "citation" / "plan.yaml").read_text("utf-8"))


@pytest.mark.parametrize("expected", NUMBERED, ids=lambda case: f"{case['at']} {case['number']}")
def test_numbered_mention(expected: dict[str, str]) -> None:
    found = [m for m in mentions() if m.how == "number" and m.paragraph == expected["at"]]
    own = [
        m
        for m in found
        if m.citation and m.citation.number_typed and m.citation.number_typed.surface == expected["number"]
    ]
    assert [m.target for m in own] == [expected["target"]]
    faults = [f.finding.faults for f in snapshot().findings(plan()) if f.is_of(own[0])]
    assert [[(fault.part, fault.severity) for fault in each] for each in faults] == [
        [tuple(fault) for fault in expected.get("faults", [])]
    ]


def test_there_are_25_numbered_mentions_of_24_documents() -> None:
    numbered = [m for m in mentions() if m.how == "number"]
    assert len(numbered) == len(NUMBERED) == 25
    assert len({m.target for m in numbered}) == 24


@pytest.mark.parametrize(
    "target",
    [
        "da-938-qd-938-qd-ttg-2017",
        "du-an-8-qd-1719",
        "ctmtqg-giam-ngheo-qd-90",
        "ctmtqg-ntm-2021-2025",
        "du-an-ban-huu-tre-em-soc-trang",
        "chi-tieu-17-8-3-sach",
        "chuong-trinh-me-do-dau",
        "dong-hanh-cung-phu-nu-bien-cuong",
        "trieu-phan-qua-san-se-yeu-thuong",
        "lop-hoc-tinh-thuong",
        "nang-buoc-em-toi-truong",
        "con-nuoi-don-bien-phong",
        "tieu-chuan-an-toan-ve-antt",
        "phong-trao-tdbvantq",
        "ngay-19-8",
        "ngay-26-6",
        "ngay-30-7",
        "ngay-9-11",
        "mo-hinh-2-khong-2-co",
    ],
)
def test_named_mention_is_linked(target: str) -> None:
    assert target in {m.target for m in mentions()}


def test_remarks_tell_all_errors_of_substance() -> None:
    assert len([r for r in plan().remarks if r.severity == "error"]) >= 58  # 59 less 521/2005/QĐ-TTg, met elsewhere too
    assert [r.correct for r in plan().remarks if r.words == "521/2005/QĐ-TTg"] == ["521/QĐ-TTg"]
    paragraphs = {p.id: p for section in plan().sections for p in section.paragraphs}
    assert all(locate(paragraphs[remark.at], remark) for remark in plan().remarks)


def test_the_left_over_question_is_a_remark_and_stays_in_the_text() -> None:
    remark = next(r for r in plan().remarks if r.kind.value == "editorial-remark")
    assert remark.words in plan().text


def test_generated_files_are_in_step() -> None:
    assert [path.name for path, text in generated() if path.read_text("utf-8") != text] == []


@pytest.mark.parametrize("cls", RECORD_CLASSES, ids=lambda cls: cls.record_kind.name)
def test_records_pass_their_json_schema(cls: type) -> None:
    schema = json.loads((ROOT / "corpus" / "schema" / f"{cls.record_kind.name}.json").read_text("utf-8"))  # type: ignore[attr-defined]
    validator = jsonschema.Draft202012Validator(schema)
    folder = ROOT / "corpus" / cls.record_kind.folder  # type: ignore[attr-defined]
    paths = sorted(folder.glob("*.yaml"))
    assert paths
    for path in paths:
        validator.validate(yaml.load(path.read_text("utf-8"), TextDates))
