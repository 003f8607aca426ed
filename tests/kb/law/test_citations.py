"""How documents are cited, named and ordered, and how a status is explained: tables a jurist can extend."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from msgspec.structs import replace

from cli import main
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import look_up
from kb.language.dates import PartialDate
from kb.law.cite import cite, cite_all, cite_issued, name_of
from kb.law.effect import status_on
from kb.law.rank import rank
from kb.model import Document
from kb.model.vocabulary import DocumentType
from tests.kb.law.test_effect import about
from tests.support.corpora import body, clean_files, load, write


def table(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.load((Path(__file__).parent / name).read_text("utf-8"), yaml.BaseLoader)
    assert rows
    return rows


DAY = date(2026, 11, 24)
LEVELS = {"bo": "trung-uong", "tinh": "tinh", "huyen": "huyen", "xa": "xa", "don-vi": "co-quan"}
CENTRAL = ("quoc-hoi", "uy-ban-thuong-vu-quoc-hoi", "chinh-phu", "thu-tuong-chinh-phu")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    files = clean_files() | {f"bodies/bo-{x}.yaml": body(f"bo-{x}", f"Bộ {x.upper()}") for x in "bc"}
    levels = LEVELS | dict.fromkeys(CENTRAL, "trung-uong")
    files |= {
        f"bodies/{name}.yaml": body(name, name).replace("level: trung-uong", f"level: {level}")
        for name, level in levels.items()
    }
    return load(tmp_path_factory.mktemp("cited"), files)


def made(corpus: Corpus, type_: str, number: str, issued: str, issuers: list[str], **more: str) -> Document:
    """A document with these fields, which the corpus does not hold."""
    template = corpus.documents["tt-1"]
    events = (replace(template.events[0], date=PartialDate.parse(issued)),)
    fields = {"type": DocumentType(type_), "number": number, "issuers": tuple(issuers), "events": events, **more}
    return replace(template, **fields)


@pytest.mark.parametrize("case", table("citations.yaml"), ids=lambda case: case["name"])
def test_cited(corpus: Corpus, case: dict[str, Any]) -> None:
    fields = dict(case["fields"])
    written = made(corpus, fields.pop("type"), fields.pop("number"), fields.pop("issued"), **fields)
    cited = cite(corpus, written, DAY)
    assert (cited.full, cited.short, list(cited.missing)) == (case["full"], case["short"], case.get("missing", []))
    assert cite_issued(corpus, written) == case.get("without", case["full"])


@pytest.mark.parametrize("case", table("ranks.yaml"), ids=lambda case: case["because"])
def test_order_of_legal_bases(corpus: Corpus, case: dict[str, Any]) -> None:
    documents = [made(corpus, *fields, id=id_) for id_, *fields in case["order"]]
    shuffled = documents[::-1]
    assert [d.id for d in sorted(shuffled, key=lambda d: rank(corpus, d))] == [d.id for d in documents]


@pytest.mark.parametrize("case", table("reasons.yaml"), ids=lambda case: case["reason"])
def test_whole_reason(tmp_path: Path, case: dict[str, Any]) -> None:
    events = "".join(
        f"  - {{kind: {kind}, date: {when}{', by: tt-2' if by else ''}, sure: read, sources: [s1]}}\n"
        for kind, when, *by in case["events"][1:]
    )
    files = clean_files() | {"documents/tt-9.yaml": about(case, events)}
    small = load(tmp_path, files)
    assert status_on(small, small.documents["tt-9"], date.fromisoformat(case["day"])).reason == case["reason"]


def test_a_record_is_named_by_number_by_name_or_by_its_id(corpus: Corpus) -> None:
    assert [name_of(corpus, i) for i in ("tt-1", "bo-b", "tt-none")] == ["Thông tư 01/2020/TT-BA", "Bộ B", "tt-none"]


def test_a_citation_to_paste_is_escaped_and_in_the_font_of_official_texts(corpus: Corpus) -> None:
    cited = cite(corpus, replace(corpus.documents["tt-1"], title="Về A & B"), DAY)
    assert cited.as_html() == (
        "<p style=\"font-family:'Times New Roman';font-size:14pt\">"
        "Thông tư số 01/2020/TT-BA ngày 01 tháng 01 năm 2020 của Bộ trưởng Bộ A về A &amp; B</p>"
    )
    assert cite_all(corpus, look_up(corpus, "01/2020/TT-BA"), DAY)[0].as_json() == {
        "id": "tt-1",
        "full": "Thông tư số 01/2020/TT-BA ngày 01 tháng 01 năm 2020 của Bộ trưởng Bộ A về việc tt-1",
        "short": "Thông tư số 01/2020/TT-BA",
        "missing": [],
        "doubts": [],
    }


def test_what_is_no_document_has_no_citation(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    result = CliRunner().invoke(main, ["--corpus", str(corpus), "cite", "bo-a"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "kb: “Bộ A” không phải văn bản nên không có cách viện dẫn\n"
