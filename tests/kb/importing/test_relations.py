"""The relations that an import proposes, how sure they are, and how citations of one record are joined."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.read_document import read_document

CASES = yaml.safe_load((Path(__file__).parent / "relations.yaml").read_text("utf-8"))
HEAD = ["BỘ CÔNG AN", "Số: 90/2025/TT-BCA", "THÔNG TƯ", "Về việc thử"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(corpus: Corpus, case: dict[str, Any]) -> None:
    relations = read_document(corpus, Draft("a.txt", "\n".join([*HEAD, *case["text"]]))).relations
    shown = [f"{r.kind} {r.to or '–'} {round(r.confidence * 100)} {' '.join(r.provisions)}".rstrip() for r in relations]
    assert shown == case["relations"]


def test_texts_put_together_are_named_by_a_consolidated_text(corpus: Corpus) -> None:
    text = [
        "BỘ CÔNG AN",
        "Số: 12/VBHN-BCA",
        "NGHỊ QUYẾT",
        "VỀ VIỆC THỬ",
        "Nghị quyết số 51-NQ/TW ngày 05/9/2019 của Bộ Chính trị về việc thử, được sửa đổi, bổ sung bởi:",
        "1. Thông tư số 999/2021/TT-BCA ngày 01/12/2021 sửa đổi Thông tư số 998/2021/TT-BCA.",
        "Căn cứ Luật Thử;",
        "Điều 1. Việc",
        "Có việc./.",
    ]
    relations = read_document(corpus, Draft("a.txt", "\n".join(text))).relations
    shown = [(str(relation.kind), relation.to, relation.number) for relation in relations]
    assert shown[:2] == [
        ("hop_nhat", "nq-51-nq-tw-2019", "51-NQ/TW"),
        ("hop_nhat", None, "999/2021/TT-BCA"),
    ]
    assert "998/2021/TT-BCA" not in [number for kind, _, number in shown if kind == "hop_nhat"]


@pytest.mark.parametrize(
    ("body", "relations"),
    [
        (["Luật Công an nhân dân số 37/2018/QH14 ngày 20 tháng 11 năm 2018, được sửa đổi, bổ sung bởi:",
          "1. Luật Thử số 21/2023/QH15 ngày 22 tháng 6 năm 2023 sửa đổi, bổ sung Luật Công an nhân dân;",
          "a) Luật khác số 22/2023/QH15 ngày 22 tháng 6 năm 2023.",
          "Quốc hội ban hành Luật Công an nhân dân.", "Điều 1. Việc"],
         ["hop_nhat luat-37-2018-qh14", "hop_nhat –", "hop_nhat –"]),
        (["Nghị định số 06/2014/NĐ-CP ngày 21 tháng 01 năm 2014 của Chính phủ, có hiệu lực kể từ "
          "ngày 08/3/2014, được sửa đổi, bổ sung bởi Thông tư số 999/2021/TT-BCA ngày 01/12/2021, có hiệu lực từ ngày "
          "01 tháng 3 năm 2022.",
          "Căn cứ Luật Thử;", "Điều 1. Việc"],
         ["hop_nhat nd-06-2014-nd-cp", "hop_nhat –"]),
        (["Căn cứ Nghị định số 06/2014/NĐ-CP ngày 21 tháng 01 năm 2014 của Chính phủ;", "Điều 1. Việc"],
         ["can_cu nd-06-2014-nd-cp"]),
    ],
)  # fmt: skip
def test_what_a_consolidated_text_is_made_of_is_no_basis(corpus: Corpus, body: list[str], relations: list[str]) -> None:
    head = ["BỘ CÔNG AN", "Số: 12/VBHN-BCA", "Hà Nội, ngày 01 tháng 12 năm 2024", "NGHỊ ĐỊNH", "Về việc thử"]
    read = read_document(corpus, Draft("a.txt", "\n".join([*head, *body])))
    found = [f"{relation.kind} {relation.to or '–'}" for relation in read.relations]
    assert found[: len(relations)] == relations
    assert read.header.title is not None
    assert read.header.title.value == "Về việc thử"


@pytest.mark.parametrize(
    ("day", "law"),
    [
        ("ngày 15 tháng 12 năm 2023", "luat-37-2018-qh14"),
        ("ngày 30 tháng 6 năm 2019", "luat-73-2014-qh13"),
        ("ngày 01 tháng 7 năm 2019", "luat-37-2018-qh14"),
        ("ngày 01 tháng 7 năm 2010", "luat-54-2005-qh11"),
        ("ngày   tháng   năm 2019", None),
        ("ngày   tháng   năm 2020", "luat-37-2018-qh14"),
        ("ngày 01 tháng 7 năm 1990", None),
        ("", None),
    ],
)
def test_a_law_named_alone_is_that_of_the_day_of_the_document(corpus: Corpus, day: str, law: str | None) -> None:
    head = ["BỘ CÔNG AN", "Số: 90/QĐ-BCA", *filter(None, [f"Hà Nội, {day}" * bool(day)]), "QUYẾT ĐỊNH", "Về việc thử"]
    text = "\n".join([*head, "Căn cứ Luật Công an nhân dân;", "Điều 1. Việc"])
    assert [relation.to for relation in read_document(corpus, Draft("a.txt", text)).relations] == [law]


def test_a_year_in_the_number_is_the_year_of_the_document(corpus: Corpus) -> None:
    text = "\n".join(["BỘ CÔNG AN", "Số: 9/2010/TT-BCA", "THÔNG TƯ", "Về việc thử", "Căn cứ Luật Công an nhân dân;"])
    assert [relation.to for relation in read_document(corpus, Draft("a.txt", text)).relations] == ["luat-54-2005-qh11"]


@pytest.mark.parametrize(
    ("cited", "relations"),
    [
        ("Quyết định số 9/QĐ-BCA", 0),
        ("Quyết định số 09/QĐ-BCA ngày 02/5/2020", 0),
        ("Quyết định số 9/QĐ-BCA ngày 02/5/2019", 1),
    ],
)
def test_a_document_has_no_relation_to_itself(corpus: Corpus, cited: str, relations: int) -> None:
    head = ["BỘ CÔNG AN", "Số: 9/QĐ-BCA", "Hà Nội, ngày 02 tháng 5 năm 2020", "QUYẾT ĐỊNH", "Về việc thử"]
    text = "\n".join([*head, f"Căn cứ {cited};", "Điều 1. Việc"])
    assert len(read_document(corpus, Draft("a.txt", text)).relations) == relations
