"""The register from the command line: added to, shown, cited, searched, aged."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from tests.support.corpora import clean_files, document, write
from tests.support.registers import write_register

ROWS = [
    "30/2020/NĐ-BA|Nghị định|pd,cb:2020-03-05|bo-a|pd:Về công tác văn thư|pd:2020-05-01|||vbpl:141142",
    "31/2020/NĐ-BA|Nghị định|txt*1:2020-03-06|bo-a|txt*1:Quy định một việc||||",
    "32/2020/NĐ-BA|Nghị định|pd:2020-03-07 ¦ cb:2020-07-03|bo-a|||||",
    "01/2020/TT-BA|Thông tư|pd:2020-01-09|bo-a|||||",
]
TABLE = "so_ky_hieu,loai_van_ban,ngay_ban_hanh,trich_yeu\n05/2021/NĐ-BA,Nghị định,01/02/2021,về việc a\nsai,,,\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = write(tmp_path, clean_files())
    write_register(tmp_path, ROWS, ["7/QĐ-BA"])
    return folder


def run(corpus: Path, *arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(corpus), *arguments], input=text, catch_exceptions=False)


def test_a_table_is_added_once(corpus: Path, tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text(TABLE, "utf-8")
    refused = run(corpus, "register", "add", str(table), "--source", "moi")
    assert refused.exit_code == 2
    assert "nguồn mới cần --group và --name" in refused.stderr
    new = ("--source", "moi", "--name", "Bảng mới", "--group", "danh-sach", "--read", "2026-11-01")
    added = run(corpus, "register", "add", str(table), *new)
    assert added.exit_code == 1, "a row was refused"
    assert "2 dòng: thêm 1, bổ sung 0, không đổi 0, không nhận 1." in added.stdout
    assert "Sổ không đổi." in run(corpus, "register", "add", str(table), "--source", "moi").stdout
    shown = run(corpus, "register", "show", "05/2021/nđ-ba").stdout
    assert "Ngày ban hành: 01/02/2021 (theo Bảng mới, đọc 01/11/2026)" in shown
    assert run(corpus, "check").exit_code == 0


def test_the_private_register_stays_in_the_users_folder(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KB_DATA", str(tmp_path / "data"))
    table = tmp_path / "a.csv"
    table.write_text(TABLE.replace("NĐ-BA", "QĐ-SA"), "utf-8")
    before = sorted(path.read_bytes() for path in corpus.rglob("*.tsv"))
    run(corpus, "register", "add", str(table), "--private")
    assert sorted(path.read_bytes() for path in corpus.rglob("*.tsv")) == before
    assert (tmp_path / "data" / "register" / "2021.tsv").is_file()
    reviewed = run(corpus, "review", "-", "--json", text="Quyết định số 05/2021/QĐ-SA ngày 01/02/2021")
    [citation] = json.loads(reviewed.stdout)["citations"]
    assert (citation["verdict"], citation["layer"]) == ("correct", "private")


@pytest.mark.parametrize(
    ("data", "options", "refusal"),
    [
        ("corpus", ("--private",), "sổ riêng không đặt trong kho"),
        ("corpus/documents/x", ("--private",), "sổ riêng không đặt trong kho"),
        ("data", ("--source", "sct", "--name", "Sổ công văn", "--group", "rieng"), "thêm --private"),
    ],
)
def test_an_office_list_is_not_written_where_others_read(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: str, options: tuple[str, ...], refusal: str
) -> None:
    monkeypatch.setenv("KB_DATA", str(tmp_path / data))
    table = tmp_path / "a.csv"
    table.write_text(TABLE.replace("NĐ-BA", "QĐ-SA"), "utf-8")
    before = sorted(path.read_bytes() for path in corpus.rglob("*.*"))
    refused = run(corpus, "register", "add", str(table), *options)
    assert (refused.exit_code, refusal in refused.stderr) == (2, True)
    assert sorted(path.read_bytes() for path in corpus.rglob("*.*")) == before


def test_show_says_each_fact_with_its_source(corpus: Path) -> None:
    for command in (("show",), ("register", "show")):
        assert run(corpus, *command, "30/2020/NĐ-BA").stdout.splitlines() == [
            "Nghị định số 30/2020/NĐ-BA (sổ đăng ký, chưa biên tập)",
            "  Ngày ban hành: 05/3/2020 (theo Bộ pháp điển, đọc 22/01/2026; Công báo, đọc 02/7/2026)",
            "  Cơ quan ban hành: Bộ A",
            "  Trích yếu: Về công tác văn thư (theo Bộ pháp điển, đọc 22/01/2026)",
            "  Có hiệu lực từ: 01/5/2020 (theo Bộ pháp điển, đọc 22/01/2026)",
            "  Bản chính thức: https://vbpl.vn/TW/Pages/vbpq-toanvan.aspx?ItemID=141142",
        ]
    disputed = run(corpus, "register", "show", "32/2020/NĐ-BA").stdout
    assert "Ngày ban hành (chưa thống nhất): 07/3/2020 (theo Bộ pháp điển, đọc 22/01/2026)" in disputed
    [found] = json.loads(run(corpus, "show", "30/2020/NĐ-BA", "--json").stdout)
    assert (found["layer"], found["issued"]) == ("register", [{"value": "2020-03-05", "sources": ["pd", "cb"]}])


def test_a_law_is_shown_by_its_name(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    write_register(tmp_path, ["68/2020/QH14|Luật|ds:2020-11-13|Quốc hội|ds:Luật Thử nghiệm||||"])
    shown = run(corpus, "register", "show", "Luật Thử nghiệm")
    assert (shown.exit_code, shown.stdout.splitlines()[0]) == (
        0, "Luật Thử nghiệm số 68/2020/QH14 (sổ đăng ký, chưa biên tập)",
    )  # fmt: skip
    assert run(corpus, "register", "show", "Luật Khác").stdout == "sổ đăng ký không có “Luật Khác”\n"


def test_the_corpus_speaks_first(corpus: Path) -> None:
    assert "sổ đăng ký" not in run(corpus, "show", "01/2020/TT-BA").stdout
    cited = run(corpus, "cite", "01/2020/TT-BA")
    assert "sổ đăng ký" not in cited.stdout
    assert cited.stderr.startswith(
        "kb: số này còn là của văn bản khác; sổ đăng ký: Thông tư số 01/2020/TT-BA ngày 09/01/2020"
    )


def test_a_number_that_comes_back_is_told_with_its_other_documents(tmp_path: Path) -> None:
    files = clean_files() | {"documents/qd-5.yaml": document("qd-5", "5/QĐ-BA", "2022-02-02", type_="quyet-dinh")}
    corpus = write(tmp_path, files)
    write_register(
        tmp_path, ["5/QĐ-BA|Quyết định|pd:2019-03-03|bo-a|||||", "5/QĐ-BA|Quyết định|pd:2022-02-02|bo-a|||||"]
    )
    other = "sổ đăng ký: Quyết định số 5/QĐ-BA ngày 03/3/2019 (theo Bộ pháp điển, đọc 22/01/2026)"
    assert run(corpus, "search", "5/QĐ-BA").stdout.splitlines()[0] == f"Cùng số, ngoài kho, {other}"
    for verb in ("cite", "show"):
        told = run(corpus, verb, "5/QĐ-BA").stderr
        assert told == f"kb: số này còn là của văn bản khác; {other}\n"
    undated = run(corpus, "review", "-", text="theo Quyết định số 5/QĐ-BA").stdout
    assert "số này còn là của Quyết định số 5/QĐ-BA ngày 03/3/2019" in undated
    assert "còn là của" not in run(corpus, "review", "-", text="Quyết định số 5/QĐ-BA ngày 02/02/2022").stdout


def test_numbers_that_are_only_known_and_those_that_are_not(corpus: Path) -> None:
    known = run(corpus, "register", "show", "07/QĐ-BA")
    assert (known.exit_code, known.stdout) == (1, "có văn bản mang số này, chưa biết ngày\n")
    assert run(corpus, "register", "show", "8/QĐ-BA").exit_code == 1
    assert run(corpus, "show", "8/QĐ-BA").exit_code == 1


def test_cite_leaves_out_what_is_not_sure(corpus: Path) -> None:
    sure = run(corpus, "cite", "30/2020/NĐ-BA")
    assert sure.exit_code == 0
    assert sure.stdout.splitlines()[0] == (
        "Nghị định số 30/2020/NĐ-BA ngày 05 tháng 3 năm 2020 của Bộ A về công tác văn thư"
    )
    assert "kb: sổ đăng ký:" in sure.stderr
    for number in ("31/2020/NĐ-BA", "32/2020/NĐ-BA"):
        doubtful = run(corpus, "cite", number)
        assert doubtful.exit_code == 1
        assert doubtful.stdout.splitlines()[0] == f"Nghị định số {number} của Bộ A"
        assert "chưa rõ ngày ban hành, tên văn bản" in doubtful.stderr


def test_search_tells_of_a_number_that_no_hit_bears(corpus: Path) -> None:
    found = run(corpus, "search", "30/2020/NĐ-BA")
    assert found.stdout.splitlines()[0].startswith(
        "Ngoài kho, sổ đăng ký: Nghị định số 30/2020/NĐ-BA ngày 05/3/2020 (theo Bộ pháp điển"
    )
    assert "Ngoài kho" not in run(corpus, "search", "01/2020/TT-BA").stdout


def test_a_hit_without_a_number_hides_nothing_of_the_register(corpus: Path) -> None:
    path = corpus / "documents" / "tt-1.yaml"
    path.write_text(path.read_text("utf-8").replace("01/2020/TT-BA", "Lời kêu gọi 30/2020 của Bộ A"), "utf-8")
    found = run(corpus, "search", "30/2020/NĐ-BA").stdout
    assert "tt-1" in found
    assert "Ngoài kho" in found


def test_the_json_of_a_search_tells_of_it_too(corpus: Path) -> None:
    found = json.loads(run(corpus, "search", "30/2020/NĐ-BA", "--json").stdout)
    assert found["register"] == json.loads(run(corpus, "register", "show", "30/2020/NĐ-BA", "--json").stdout) != []
    assert json.loads(run(corpus, "search", "01/2020/TT-BA", "--json").stdout)["register"] == []
    assert json.loads(run(corpus, "search", "trật tự", "--json").stdout)["register"] == []


def test_stale_tells_what_is_at_odds_and_what_has_one_source(corpus: Path) -> None:
    told = run(corpus, "register", "stale", "--at", "2026-11-24").stdout
    assert "32/2020/NĐ-BA: chưa thống nhất ngày ban hành" in told
    assert "31/2020/NĐ-BA: ngày ban hành chỉ theo 1 văn bản viện dẫn" in told
    assert "30/2020/NĐ-BA" not in told
    late = json.loads(run(corpus, "register", "stale", "--at", "2030-01-01", "--json", "--limit", "0").stdout)
    assert late["summary"] == {"total": 4}


def test_diff_tells_changes_of_facts(corpus: Path) -> None:
    root = corpus.parent
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.vn", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], cwd=root, check=True)
    assert "Sổ đăng ký" not in run(corpus, "diff", "HEAD").stdout
    write_register(
        root, [*ROWS[1:], ROWS[0].replace("pd:2020-05-01", "pd:2020-06-01"), "9/BA-VP|Công văn|cb:2020-01-01||||||"]
    )
    told = run(corpus, "diff", "HEAD").stdout
    assert "### Sổ đăng ký: thêm 1, bỏ 0, sửa 1 văn bản" in told
    assert "- sửa Nghị định số 30/2020/NĐ-BA ngày 05/3/2020: ngày có hiệu lực 01/5/2020 → 01/6/2020" in told
    register = json.loads(run(corpus, "diff", "--json", "HEAD").stdout)["register"]
    assert [row["number"] for row in register["added"]] == ["9/BA-VP"]
    assert [row["facts"] for row in register["edited"]] == [{"in_force": "01/5/2020 → 01/6/2020"}]


def test_basis_tells_what_a_plan_cites_outside_the_corpus(corpus: Path) -> None:
    text = (
        "id: kh-1\nnumber: unknown\ntitle: Kế hoạch năm 2024\nissuers: [bo-a]\nsigner: unknown\nyear: 2024\n"
        "dated: {earliest: 2024-01-02, latest: 2024-03-04, sure: read, sources: [s1]}\nsummary: Kế hoạch mẫu.\n"
        "sections:\n  - {id: i, label: I, paragraphs: [{id: i.p1, before: '', text: "
        "'Theo Nghị định số 30/2020/NĐ-BA ngày 05/3/2020 và Thông tư số 01/2020/TT-BA.'}]}\n"
        f"seed_sha256: {'0' * 64}\n"
        "witnesses:\n  - {facts: [title, issuers], sure: read, sources: [s1]}\n"
        "sources:\n  - {id: s1, where: https://example.vn/a, checked: 2026-01-02}\n"
    )
    write(corpus.parent, {"plans/kh-1.yaml": text})
    told = run(corpus, "basis")
    assert "01/2020/TT-BA" in told.stdout
    assert "kb: ngoài kho, sổ đăng ký: Nghị định số 30/2020/NĐ-BA ngày 05/3/2020" in told.stderr


def test_a_difference_from_the_corpus_is_shown_and_the_corpus_stands(corpus: Path) -> None:
    events = "  - {kind: in_force, date: 2020-02-01, sure: read, sources: [s1]}\n"
    write(
        corpus.parent,
        {
            "documents/tt-8.yaml": document("tt-8", "08/2010/TT-BA", "2010-01-09", events.replace("2020", "2010")),
            "documents/tt-9.yaml": document("tt-9", "09/2010/TT-BA", "unknown"),
        },
    )
    rows = [
        "08/2010/TT-BA|Thông tư|pd:2010-01-09|bo-a||pd:2010-03-01|pd:2014-01-01 bãi bỏ 01/2013/TT-BA||",
        "08/2010/TT-BA|Thông tư|cb:2010-10-09|bo-a||cb:2010-12-01|||",
        "09/2010/TT-BA|Thông tư|pd:2010-01-10|bo-a|||||",
    ]
    write_register(corpus.parent, rows)
    told = run(corpus, "show", "08/2010/TT-BA").stdout.splitlines()
    assert [line for line in told if line.startswith("Khác với kho")] == [
        "Khác với kho: sổ đăng ký ghi: có hiệu lực từ ngày 01/3/2010 (theo Bộ pháp điển, đọc 22/01/2026)",
        "Khác với kho: sổ đăng ký ghi: hết hiệu lực từ ngày 01/01/2014, bị bãi bỏ bởi 01/2013/TT-BA, theo điều khoản "
        "của 01/2013/TT-BA (theo Bộ pháp điển, đọc 22/01/2026); kho chưa ghi",
    ]
    undated = run(corpus, "show", "tt-9").stdout
    assert "sổ đăng ký ghi: ban hành ngày 10/01/2010 (theo Bộ pháp điển, đọc 22/01/2026); kho chưa có ngày" in undated
    assert "Khác với kho" not in run(corpus, "show", "tt-1").stdout
