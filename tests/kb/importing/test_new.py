"""`kb new`: the id, the duplicate shown, one line for what cannot be, and a file that passes the check."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from cli import main
from kb.importing import Known, skeleton
from kb.language.dates import PartialDate
from kb.model.vocabulary import DocumentType
from tests.support.corpora import clean_files, write
from tests.support.registers import write_register

CASES = yaml.load((Path(__file__).parent / "new.yaml").read_text("utf-8"), yaml.BaseLoader)


def add(corpus: Path, case: dict[str, str], title: str = "") -> Result:
    options = [f"--{name}={case[name]}" for name in ("number", "type", "body", "date")]
    arguments = ["--corpus", str(corpus), "new", *options, f"--title={title}", "--source=https://example.vn/b"]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['number']} {case['date']}")
def test_cases(tmp_path: Path, case: dict[str, str]) -> None:
    corpus = write(tmp_path, clean_files())
    result = add(corpus, case)
    added = {path.stem for path in corpus.glob("documents/*")} - {"tt-1", "tt-2"}
    if "id" in case:
        assert (result.exit_code, added) == (0, {case["id"]})
        checked = CliRunner().invoke(main, ["--corpus", str(corpus), "check"])
        assert checked.exit_code == 0, checked.output
        formed = CliRunner().invoke(
            main, ["--corpus", str(corpus), "fmt", "--check", str(next(corpus.glob(f"documents/{case['id']}.yaml")))]
        )
        assert formed.exit_code == 0, formed.output
    elif "held" in case:
        assert (result.exit_code, added) == (1, set())
        assert case["held"] in result.stdout
    else:
        assert (result.exit_code, added) == (int(case.get("code", 2)), set())
        assert case["refused"] in result.stderr


def test_asks_for_what_no_option_gives(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    answers = "05/2023/TT-BA\nthong-tu\nBộ A\n\n\nCông báo số 3\n"
    result = CliRunner().invoke(main, ["--corpus", str(corpus), "new"], input=answers, catch_exceptions=False)
    assert result.exit_code == 0
    made = (corpus / "documents" / "tt-05-2023-tt-ba.yaml").read_text("utf-8")
    assert "where: 'Công báo số 3'" in made or "where: Công báo số 3" in made
    assert "title: unknown" in made
    assert "- title" not in made


def test_a_broken_file_of_that_name_is_not_overwritten(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files() | {"documents/tt-03-2022-tt-ba.yaml": "id: ["})
    result = add(corpus, CASES[0])
    assert result.exit_code == 2
    assert (corpus / "documents" / "tt-03-2022-tt-ba.yaml").read_text("utf-8") == "id: ["


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1))
def test_any_title_is_read_back_as_typed(title: str) -> None:
    known = Known("03/2022/TT-BA", DocumentType.THONG_TU, "bo-a", PartialDate.parse("2022"), title, title, "2026-01-02")
    read = yaml.load(skeleton(known, "x"), yaml.BaseLoader)
    assert read["title"] == read["sources"][0]["where"] == unicodedata.normalize("NFC", title)


def test_the_body_that_a_register_names_is_begun_with_its_document(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files())
    row = "30/2020/TT-BB|Thông tư|pd,cb:2020-12-31|Bộ B|pd:Quy định về việc thử|pd:2021-03-01|||"
    write_register(corpus.parent, [row])
    result = CliRunner().invoke(main, ["--corpus", str(corpus), "new", "30/2020/TT-BB"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert "name: Bộ B" in (corpus / "bodies" / "bo-b.yaml").read_text("utf-8")
    assert "- bo-b" in (corpus / "documents" / "tt-30-2020-tt-bb.yaml").read_text("utf-8")
