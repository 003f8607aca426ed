"""Wrong use, and what the system refuses, as one line; questions with more than one answer."""

from __future__ import annotations

import errno
import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main
from kb import workspace
from kb.commands.registers import DATA_FOLDER, data_folder
from kb.corpus import load as reading
from kb.errors import CorpusUnreadable, IndexUnusable
from kb.output import say_progress
from kb.site_build import mkdocs
from kb.workspace import find_workspace
from tests.support.corpora import body, clean_files, document, write


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("index", "--from", __file__), "dùng --from thì phải chỉ thư mục bằng --index"),
        (("index", "--update"), "--update cần --from TỆP và --index THƯ MỤC"),
        (("index", "--update", "--from", __file__), "--update cần --from TỆP và --index THƯ MỤC"),
        (("index", "--from", __file__, "--remove", "luat-1", "--index", "."), "thì thêm --update"),
        (("index", "--remove", "", "--index", "."), "--remove cần id của một điều"),
        (("index", "--remove", "luat-1"), "--remove cần --index THƯ MỤC"),
        (
            ("index", "--remove", "luat-1", "--index", ".", "--shards", "3"),
            "--shards không dùng cùng --update, --remove",
        ),
        (("index", "--remove", "luat-1", "--index", "khong-co"), "không có chỉ mục ở khong-co"),
        (("build", "--url", "kho.example.vn"), "“kho.example.vn” không phải địa chỉ trang web"),
    ],
)
def test_a_wrong_use_is_one_line(words: tuple[str, ...], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert said in result.stderr


def test_an_engine_that_amends_nothing(tmp_path: Path) -> None:
    article = {"id": "d1", "law": "Luật A", "article": "1", "heading": "Điều 1. Phạm vi", "text": "Nội dung."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article) + "\n", "utf-8")
    assert run("index", "--from", str(tmp_path / "a.jsonl"), "--index", str(tmp_path / "index")).exit_code == 0
    result = run("index", "--remove", "d1", "--index", str(tmp_path / "index"))
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "không sửa được từng bản ghi" in result.stderr


def test_an_engine_that_was_chosen_holds_after_a_build_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("opensearchpy", reason="opensearch-py is not installed (the extra `cluster`)")
    monkeypatch.delenv("KB_OPENSEARCH_URL", raising=False)
    article = {"id": "d1", "law": "Luật A", "article": "1", "heading": "Điều 1. Phạm vi", "text": "Nội dung."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article) + "\n", "utf-8")
    words = ("index", "--from", str(tmp_path / "a.jsonl"), "--index", str(tmp_path / "index"))
    assert run(*words, "--engine", "opensearch", "--url", "http://127.0.0.1:1").exit_code == 2
    result = run(*words)
    assert (result.exit_code, "chưa biết cụm OpenSearch nào" in result.stderr) == (2, True)
    assert run(*words, "--engine", "whoosh").exit_code == 0
    assert run(*words).exit_code == 0


def test_a_file_without_an_article_leaves_the_index_as_it_is(tmp_path: Path) -> None:
    article = {"id": "d1", "law": "Luật A", "article": "1", "heading": "Điều 1. Phạm vi", "text": "Nội dung."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article) + "\n", "utf-8")
    (tmp_path / "empty.jsonl").touch()
    index = str(tmp_path / "index")
    assert run("index", "--from", str(tmp_path / "a.jsonl"), "--index", index).exit_code == 0
    result = run("index", "--from", str(tmp_path / "empty.jsonl"), "--index", index)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "không có điều luật nào" in result.stderr
    assert run("search", "--index", index, "pham vi").exit_code == 0


def test_what_the_system_refuses_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE), "a.yaml")

    monkeypatch.setattr(reading, "yaml_files", refused)
    result = run("--corpus", str(write(tmp_path, clean_files())), "check")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith("kb: a.yaml: ")


def test_documents_of_one_number_are_counted_before_they_are_shown(tmp_path: Path) -> None:
    twice = {"documents/tt-3.yaml": document("tt-3", "01/2020/TT-BA", "2020-05-01")}
    result = run("--corpus", str(write(tmp_path, clean_files() | twice)), "show", "01/2020/TT-BA")
    assert result.stdout.startswith("Có 2 văn bản cùng số này:\n")


def test_dead_links_as_json(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    row = "checked:\n  - {url: https://example.vn/a, day: 2026-01-02, ok: no, why: '404'}\n"
    (corpus / "links.yaml").write_text(row, "utf-8")
    result = run("--corpus", str(corpus), "links", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["summary"] == {"dead": 1}


def test_an_address_of_this_machine_is_not_opened(tmp_path: Path) -> None:
    text = body("bo-a", "Bộ A").replace("https://example.vn/a", "http://127.0.0.1:9/a")
    corpus = write(tmp_path, {"bodies/bo-a.yaml": text})
    result = run("--corpus", str(corpus), "links", "--check", "--delay", "0.5")
    assert (result.exit_code, result.stdout) == (0, "Không có liên kết hỏng nào được ghi nhận.\n")
    assert "địa chỉ trong mạng nội bộ, máy không mở" in (corpus / "links.yaml").read_text("utf-8")


def test_the_installed_corpus_answers_where_there_is_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspace, "INSTALLED", tmp_path / "installed")
    with pytest.raises(CorpusUnreadable, match="không tìm thấy kho dữ liệu"):
        find_workspace(start=tmp_path)
    (tmp_path / "installed").mkdir()
    assert find_workspace(start=tmp_path).corpus == tmp_path / "installed"


def test_a_folder_that_was_deleted_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    with pytest.raises(CorpusUnreadable, match="thư mục đang đứng đã bị xóa"):
        find_workspace()


def test_neither_an_index_nor_a_way_to_build_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise IndexUnusable("không ghi được chỉ mục")

    monkeypatch.setattr("indexer.commands.index.build_index", refused)
    result = run("--corpus", str(write(tmp_path, clean_files())), "search", "an ninh")
    assert (result.exit_code, result.stderr) == (2, "kb: không ghi được chỉ mục\n")


def test_progress_is_one_line_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for done in (1, 2):
        say_progress(f"Đã mở {done}/2 địa chỉ", last=done == 2)
    assert capsys.readouterr().err == "Đã mở 1/2 địa chỉ\rĐã mở 2/2 địa chỉ\n"


def test_mkdocs_too_refuses_in_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refused(*_: object, **__: object) -> None:
        raise CorpusUnreadable("không có kho")

    monkeypatch.setattr("runpy.run_module", refused)
    with pytest.raises(SystemExit) as ended:
        mkdocs.run()
    assert (ended.value.code, capsys.readouterr().err) == (2, "kb: không có kho\n")


def test_a_corpus_without_a_plan_has_no_bases(tmp_path: Path) -> None:
    result = run("--corpus", str(write(tmp_path, clean_files())), "basis")
    assert (result.exit_code, result.stderr) == (1, "kb: kho chưa có kế hoạch nào\n")


def test_a_day_that_contradicts_the_document_that_is_shown_is_told() -> None:
    result = run("cite", "51-NQ/TW ngày 04/9/2019")
    assert (result.exit_code, "05/9/2019" in result.stdout) == (0, True)
    assert result.stderr.startswith("kb: ")
    assert "05/9/2019" in result.stderr


def test_a_users_data_stand_where_the_system_has_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_FOLDER, raising=False)
    monkeypatch.setattr("platformdirs.user_data_path", lambda name, appauthor: tmp_path / name)
    assert data_folder() == tmp_path / "kb"
    monkeypatch.setenv(DATA_FOLDER, str(tmp_path / "own"))
    assert data_folder() == tmp_path / "own"
