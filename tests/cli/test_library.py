"""The library, as a user imports, searches and reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli import main
from tests.support.code_pages import page, write_zip
from tests.support.corpora import clean_files, document, write
from tests.support.registers import write_register

CHANGED = ", có nội dung được sửa đổi bởi Điều 1 Luật số 09/2024/QH15 có hiệu lực thi hành kể từ ngày 01/7/2024"

CIRCULAR = """\
BỘ CÔNG AN

Số: 98/2021/TT-BCA

Hà Nội, ngày 28 tháng 12 năm 2021

THÔNG TƯ

Quy định việc thử nghiệm

Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi

1. Thông tư này quy định việc thử nghiệm.

2. Hồ sơ gồm:

a) Đơn;

Điều 2. Hiệu lực thi hành

Thông tư này có hiệu lực từ ngày 01 tháng 02 năm 2022.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("data")
    archive = write_zip(
        root / "goi.zip", {"demuc/a1.html": page(changed=CHANGED), "demuc/a2.html": page("99.2", "Khác")}
    )
    imported = run(root, "library", "import", str(archive), "--read", "2026-11-23")
    assert imported.exit_code == 0, imported.output
    assert "đọc mới 2 (6 điều)" in imported.output
    return root


def run(data: Path, *words: str) -> Result:
    return CliRunner(env={"KB_DATA": str(data)}).invoke(main, [*words])


def test_an_import_again_reads_nothing(data: Path) -> None:
    again = run(data, "library", "import", str(data / "goi.zip"))
    assert (again.exit_code, "đọc mới 0 (0 điều), không đổi 2" in again.output) == (0, True)


def test_the_corpus_answers_first_and_the_library_under_its_heading(data: Path) -> None:
    said = run(data, "search", "thử nghiệm hồ sơ").output
    corpus, heading, library = said.partition("Thư viện pháp điển (ngoài kho)")
    assert heading
    assert "99.1.LQ" not in corpus
    assert "Điều 2 Luật số 01/2021/QH15 · 99.1.LQ.2" in library


@pytest.mark.parametrize(
    ("within", "layers"), [("kho", {"corpus"}), ("pháp điển", {"library"}), ("tat-ca", {"corpus", "library"})]
)
def test_where_to_search(data: Path, within: str, layers: set[str]) -> None:
    found = json.loads(run(data, "search", "hồ sơ cơ sở", "--in", within, "--json").output)
    assert set(found["totals"]) == layers
    assert {hit["layer"] for hit in found["hits"]} == layers
    assert found["total"] == sum(found["totals"].values())


@pytest.mark.parametrize("typed", ["99.1.LQ.2", "điều 99.1.lq.2"])
def test_the_code_of_an_article_finds_it_first(data: Path, typed: str) -> None:
    said = run(data, "search", typed, "--in", "pháp điển").output
    assert said.startswith(
        f"Thư viện pháp điển (ngoài kho)\nHiểu {typed} = Điều 2 Luật số 01/2021/QH15\n 1. Hồ sơ thử nghiệm\n"
    )
    assert "· 99.1.LQ.2 ·" in said.splitlines()[3]
    assert "Hiểu" not in run(data, "search", "99.1.LQ.77", "--in", "pháp điển").output


def test_without_a_library_the_corpus_answers_alone(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "search", "hồ sơ cơ sở", "--json").output)
    assert set(found["totals"]) == {"corpus"}
    refused = run(tmp_path, "search", "hồ sơ", "--in", "pháp điển")
    assert (refused.exit_code, refused.stderr) == (
        2,
        "kb: chưa có thư viện pháp điển trên máy này; chạy: kb library import GÓI.zip\n",
    )


def test_an_unknown_place_is_refused(data: Path) -> None:
    refused = run(data, "search", "hồ sơ", "--in", "mạng")
    assert (refused.exit_code, "không phải kho, pháp điển hay tất cả" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    "typed",
    [
        "Điều 2 Luật Thử nghiệm ở cơ sở",
        "khoản 1 điều 2 của Luật Thử nghiệm ở cơ sở năm 2021",
        "Điều 2 Luật số 01/2021/QH15",
        "01/2021/QH15 Điều 2",
        "99.1.LQ.2",
    ],
)
def test_an_article_has_a_page(data: Path, typed: str) -> None:
    said = run(data, "show", typed).output
    assert said.startswith("Điều 2 Luật số 01/2021/QH15. Hồ sơ thử nghiệm\n  Bộ pháp điển, đọc 23/11/2026 · 99.1.LQ.2")
    assert "Đã thay đổi: có nội dung được sửa đổi bởi Điều 1 Luật số 09/2024/QH15, từ 01/7/2024" in said
    assert "a) Đơn đăng ký;" in said
    assert "Được dẫn chiếu từ (1)\n  Điều 99.1.LQ.3 Hiệu lực thi hành (Điều 3 Luật số 01/2021/QH15)" in said


def test_a_later_law_of_the_same_name_is_told_beside_an_article(data: Path, tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    row = "|Luật|ds:{}-06-27|Quốc hội|ds:Luật Thử nghiệm ở cơ sở||||"
    write_register(tmp_path, ["09/2009/QH12" + row.format(2009), "09/2024/QH15" + row.format(2024)])
    said = run(data, "--corpus", str(corpus), "show", "Điều 2 Luật số 01/2021/QH15").stderr
    assert ("ban hành sau: sổ đăng ký: Luật Thử nghiệm ở cơ sở số 09/2024" in said, "09/2009" in said) == (True, False)


def test_an_article_tells_how_its_document_stands(data: Path, tmp_path: Path) -> None:
    replaced = "  - {kind: replaced, date: 2024-07-01, sure: read, sources: [s1]}\n"
    held = {"documents/l-1.yaml": document("l-1", "01/2021/QH15", "2021-06-20", replaced, type_="luat")}
    corpus = ("--corpus", str(write(tmp_path, clean_files() | held)))
    said = run(data, *corpus, "show", "khoản 9 Điều 2 Luật số 01/2021/QH15", "--at", "2026-11-24")
    assert "  Tình trạng ngày 24/11/2026 (theo kho): Hết hiệu lực – bị thay thế từ ngày 01/7/2024\n" in said.stdout
    assert said.stderr.startswith("kb: không thấy khoản 9 ở Điều 2 ")
    found, *_ = json.loads(run(data, *corpus, "show", "khoản 9 Điều 2 Luật số 01/2021/QH15", "--json").stdout)
    assert [one["said"] for one in found["standing"]] == ["Hết hiệu lực – bị thay thế từ ngày 01/7/2024"]
    assert (len(found["lacking"]), found["later_laws"]) == (1, [])


def test_an_article_that_is_not_there_is_refused_with_what_there_is(data: Path) -> None:
    for form in ((), ("--json",)):
        refused = run(data, "show", "Điều 9 Luật Thử nghiệm ở cơ sở", *form)
        assert (refused.exit_code, refused.stdout, refused.stderr) == (
            1, "", "kb: thư viện có Luật số 01/2021/QH15 ngày 20/6/2021 (Điều 1 – Điều 3), không có Điều 9\n",
        )  # fmt: skip


def test_a_document_lists_its_articles(data: Path) -> None:
    said = run(data, "show", "01/2021/QH15").output
    assert "Luật Thử nghiệm ở cơ sở số 01/2021/QH15" in said
    assert "  Điều 1. Phạm vi điều chỉnh\n  Điều 2. Hồ sơ thử nghiệm\n" in said


def test_an_article_as_json(data: Path) -> None:
    found: list[dict[str, Any]] = json.loads(run(data, "show", "99.1.LQ.3", "--json").output)
    assert [(one["layer"], one["witness"], one["related"][0]["text"]) for one in found] == [
        ("library", "Bộ pháp điển, đọc 23/11/2026", "Điều 99.1.LQ.2. Hồ sơ")
    ]


def test_the_status_says_what_there_is(data: Path, tmp_path: Path) -> None:
    found = json.loads(run(data, "library", "status", "--json").output)
    assert {name: found[name] for name in ("subjects", "articles", "read", "current")} == {
        "subjects": 2, "articles": 6, "read": ["2026-11-23"], "current": True,
    }  # fmt: skip
    empty = run(tmp_path, "library", "status")
    assert (empty.exit_code, "0 điều; bản sao ngày chưa có" in empty.output) == (1, True)


def test_an_editor_joins_what_the_notes_state_to_the_register(data: Path, tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    write_register(tmp_path, [])
    for said in ("Thêm 1 văn bản, bổ sung 0, không đổi 0", "Thêm 0 văn bản, bổ sung 0, không đổi 1; ghi 0 tệp"):
        joined = run(data, "--corpus", str(corpus), "library", "register")
        assert said in joined.output
    row = (corpus / "register" / "2021.tsv").read_text("utf-8").splitlines()[1]
    assert row.startswith("01/2021/QH15\tLuật\tpd261123:2021-06-20\t")


def test_a_filter_that_the_library_does_not_know_refuses_it_alone(data: Path) -> None:
    asked = ("search", "hồ sơ", "--type", "kế hoạch")
    assert "Thư viện pháp điển" not in run(data, *asked).output
    assert run(data, *asked, "--in", "pháp điển").exit_code == 2


@pytest.mark.parametrize(
    ("within", "option", "value", "unasked"),
    [
        (
            "tất cả",
            "--status",
            "còn hiệu lực",
            "kb: thư viện pháp điển không tìm được theo điều kiện này: không có tình trạng",
        ),
        ("tất cả", "--kind", "article", "kb: kho không tìm được theo điều kiện này: không có loại"),
        ("tất cả", "--year", "2021", ""),
        ("kho", "--status", "còn hiệu lực", ""),
    ],
)
def test_a_layer_that_a_filter_leaves_out_is_told(
    data: Path, within: str, option: str, value: str, unasked: str
) -> None:
    done = run(data, "search", "quy định", "--in", within, option, value)
    assert (done.exit_code, done.stderr.count("\n")) == (0, int(bool(unasked)))
    assert done.stderr.startswith(unasked)


def test_a_value_that_no_layer_has_is_one_refusal(data: Path) -> None:
    done = run(data, "search", "quy định", "--in", "tất cả", "--kind", "bậy")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("within", ["kho", "pháp điển", "tất cả"])
def test_days_that_leave_none_between_them_are_refused(data: Path, within: str) -> None:
    done = run(data, "search", "quy định", "--in", within, "--since", "01/01/2020", "--until", "31/12/2019")
    assert (done.exit_code, "không ngày nào ở giữa" in done.stderr) == (2, True)


def test_facets_count_the_results_of_all_layers(data: Path) -> None:
    both, corpus, library = (
        json.loads(run(data, "search", "quy định", "--facets", "--json", "--limit", "1", "--in", within).output)
        for within in ("tất cả", "kho", "pháp điển")
    )
    for name, values in both["facets"].items():
        one, other = (dict(found["facets"].get(name, [])) for found in (corpus, library))
        assert dict(values) == {value: one.get(value, 0) + other.get(value, 0) for value in one | other}
    assert both["total"] == corpus["total"] + library["total"]
    assert sum(count for _, count in both["facets"]["kind"]) == both["total"]


def test_no_site_is_built_with_a_library_that_is_not_there(data: Path, tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    refused = run(tmp_path / "data", "--corpus", str(corpus), "build", "--library")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "chưa có thư viện pháp điển trên máy này; chạy: kb library import" in refused.stderr
    assert not (tmp_path / "build").exists()
