"""The editor's commands as a clerk meets them: text, JSON, annotations, SARIF, fixing, explaining, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from kb.rules.run import rules
from tests.support.corpora import body, clean_files, write

FAULTY = {
    "bodies/bo-b.yaml": body("bo-b", "Bo\u0323\u0302  B").replace("level:", "parent: bo-z\nlevel:"),
    "terms/x.yaml": "id: x\nabbreviation: X\n",
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    return str(write(tmp_path, clean_files() | FAULTY))


def codes(*arguments: str) -> list[str]:
    return [problem["code"] for problem in json.loads(run(*arguments, "--json").stdout)["problems"]]


def test_all_problems_in_one_go(faulty: str) -> None:
    assert codes("--corpus", faulty, "check") == ["UNI01", "UNI08", "REF01", "WIT01", "FLD01"]


def test_select_and_ignore(faulty: str) -> None:
    assert codes("--corpus", faulty, "check", "--select", "UNI,FLD") == ["UNI01", "UNI08", "FLD01"]
    assert codes("--corpus", faulty, "check", "--ignore", "UNI", "--ignore", "wit01") == ["REF01", "FLD01"]
    refused = run("--corpus", faulty, "check", "--select", "XYZ")
    assert refused.exit_code == 2
    assert "không có mã lỗi “XYZ”" in refused.stderr


def test_one_file(faulty: str) -> None:
    assert codes("--corpus", faulty, "check", f"{faulty}/terms/x.yaml") == ["FLD01"]
    assert run("--corpus", faulty, "check", f"{faulty}/bodies/bo-a.yaml").exit_code == 0
    for path in (f"{faulty}/terms/khong-co.yaml", __file__):
        assert run("--corpus", faulty, "check", path).exit_code == 2


def test_text_says_place_value_and_remedy(faulty: str) -> None:
    text = run("--corpus", faulty, "check", "--select", "REF01").stdout
    assert "corpus/bodies/bo-b.yaml:3:9: REF01 không có bản ghi “bo-z”\n  cách sửa: sửa mã, hoặc thêm cơ quan" in text
    assert "kb explain" in text


def test_github_annotations(faulty: str) -> None:
    text = run("--corpus", faulty, "check", "--format", "github", "--select", "REF01").stdout
    assert text.startswith(
        "::error file=corpus/bodies/bo-b.yaml,line=3,col=9,title=REF01::không có bản ghi “bo-z”. Cách"
    )
    assert text.count("\n") == 1


def test_sarif(faulty: str) -> None:
    run_ = json.loads(run("--corpus", faulty, "check", "--format", "sarif").stdout)["runs"][0]
    described = {rule["id"] for rule in run_["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in run_["results"]} == described
    region = run_["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == 2


def test_fix_mends_what_is_mechanical_and_says_which_files(faulty: str) -> None:
    result = run("--corpus", faulty, "check", "--fix", "--select", "UNI")
    assert result.exit_code == 0
    assert "đã sửa:" in result.stderr
    assert "name: Bộ B\n" in (Path(faulty) / "bodies" / "bo-b.yaml").read_text("utf-8")


def test_fix_leaves_a_plan_alone(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files() | {"plans/kh-1.yaml": "text: Bo\u0323\u0302  \n"})
    run("--corpus", str(corpus), "check", "--fix")
    assert (corpus / "plans" / "kh-1.yaml").read_text("utf-8") == "text: Bo\u0323\u0302  \n"


def test_a_store_that_was_tampered_with_is_no_store(faulty: str) -> None:
    expected = codes("--corpus", faulty, "check")
    assert expected
    store = Path(faulty).parent / "build" / "parsed.json"
    kept = json.loads(store.read_text("utf-8"))
    of_another_version = json.dumps(kept | {"version": "0"}).encode()
    of_no_record = json.dumps(kept | {"records": {key: {"id": 3} for key in kept["records"]}}).encode()
    not_utf8 = store.read_bytes().replace(b'"id":"', b'"id":"\xff')
    broken = (b"", b"{", b"[]", b'{"version": "1", "records": 3}', b"\xff")
    for content in (*broken, of_another_version, of_no_record, not_utf8):
        store.write_bytes(content)
        assert codes("--corpus", faulty, "check") == expected


def test_explain() -> None:
    text = run("explain", "rel07").stdout
    assert [heading in text for heading in ("Ví dụ sai:", "Ví dụ đúng:", "REL07")] == [True] * 3
    assert run("explain", "relation-twice").stdout.startswith("REL02")
    assert run("explain", "--list").stdout.count("\n") == len(rules())
    assert run("explain", "XYZ99").exit_code == 2


def test_fmt_checks_shows_and_writes(faulty: str) -> None:
    path = Path(faulty) / "documents" / "tt-1.yaml"
    before = path.read_text("utf-8")
    assert run("--corpus", faulty, "fmt", "--check", str(path)).exit_code == 1
    assert "+  - bo-a" in run("--corpus", faulty, "fmt", "--diff", str(path)).stdout
    assert path.read_text("utf-8") == before
    assert run("--corpus", faulty, "fmt", str(path)).exit_code == 0
    assert run("--corpus", faulty, "fmt", "--check", str(path)).exit_code == 0
    assert run("--corpus", faulty, "fmt", "khong-co.yaml").exit_code == 2


def test_stale_and_links(faulty: str) -> None:
    rows = json.loads(run("--corpus", faulty, "stale", "--json", "--limit", "1").stdout)
    assert set(rows["records"][0]) == {"id", "name", "path", "paragraphs", "reasons", "look"}
    assert rows["summary"]["total"] >= 1
    assert run("--corpus", faulty, "links").stdout == "Không có liên kết hỏng nào được ghi nhận.\n"
    (Path(faulty) / "links.yaml").write_text(
        "checked: [{url: 'https://example.vn/a', day: 2026-01-02, ok: no, why: máy chủ trả lời 404}]\n", "utf-8"
    )
    result = run("--corpus", faulty, "links")
    assert result.exit_code == 1
    assert "máy chủ trả lời 404 (kiểm tra 02/01/2026); ở corpus/bodies/bo-a.yaml" in result.stdout
