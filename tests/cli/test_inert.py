"""Records and drafts that hold control characters: a fault, and no output acts or breaks on them."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from cli import main
from tests.support.corpora import PLAN
from tests.support.paths import ROOT

ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ESCAPES = r"\x1b[31m\0\u202e\x9b"
DRAFT = "Căn cứ Thông tư số 124/2021/TT-BCA ngày 28 tháng 12 năm 2021\x1b[2J\u202e\x9b của Bộ trưởng Bộ Công an;"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The corpus, the title of one document of which holds characters that act."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    path = tmp_path / "corpus" / "documents" / "tt-124-2021-tt-bca.yaml"
    title = f'title: "xin {ESCAPES} chào"'
    text = re.sub(r"^title: [^\n]*(\n  [^\n]*)*", lambda _: title, path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    return tmp_path / "corpus"


def run(corpus: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(corpus), *arguments], catch_exceptions=False)


def test_check_tells_the_place(corpus: Path) -> None:
    path = corpus / "documents" / "tt-124-2021-tt-bca.yaml"
    number = next(n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if line.startswith("title:"))
    result = run(corpus, "check", str(path), "--fix", "--json")
    (problem,) = json.loads(result.stdout)["problems"]
    assert result.exit_code == 1
    assert (problem["code"], problem["line"], problem["column"]) == ("UNI02", number, len('title: "xin ') + 1)
    assert r"\x1b" in problem["help"]


def test_basis_in_word(corpus: Path, tmp_path: Path) -> None:
    result = run(corpus, "basis", PLAN, "--docx", str(tmp_path / "a.docx"))
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs)
    assert result.exit_code == 0
    assert "\\u001b[31m\\u0000\\u202e\\u009b" in text


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "dự thảo \x1b[31m.txt"
    path.write_text(DRAFT, "utf-8")
    return path


def test_review_of_a_draft_as_a_page(draft: Path) -> None:
    page = run(ROOT / "corpus", "review", str(draft), "--format", "html").stdout
    assert "124/2021/TT-BCA" in page
    assert "dự thảo \\u001b[31m.txt" in page
    assert not ACTING.search(page)


@pytest.mark.parametrize("form", ["sarif", "json"])
def test_review_of_a_draft_for_programs(form: str, draft: Path) -> None:
    text = run(ROOT / "corpus", "review", str(draft), "--format", form).stdout
    assert "124/2021/TT-BCA" in str(json.loads(text))
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", text)


@pytest.mark.skipif(os.name != "posix", reason="names of any bytes")
def test_sarif_of_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/du\xff.txt")
    Path(path).write_text(DRAFT, "utf-8")
    assert "du%FF.txt" in run(ROOT / "corpus", "review", path, "--format", "sarif").stdout
