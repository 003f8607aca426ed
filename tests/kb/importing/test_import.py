"""`kb import` from file to checked record: real shapes, the corpus's own plan, duplicates, refusals, any text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cli import main
from kb.corpus.canonical import canonical
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.corpus.reader import read_record
from kb.corpus.source import parse
from kb.drafts import Draft
from kb.importing import Origin
from kb.importing.blocks import blocks_of, is_wrapped
from kb.importing.document_yaml import document_yaml
from kb.importing.plan_sections import sections
from kb.importing.plan_yaml import plan_yaml
from kb.importing.read_document import read_document
from kb.model import Document, Plan, Section
from tests.kb.drafts.files import hostile
from tests.kb.drafts.files import word_file as good_word_file
from tests.kb.importing import files
from tests.kb.importing.test_header import CASES as HEADERS
from tests.support.corpora import PLAN, body, clean_files, write
from tests.support.paths import ROOT

ORIGIN = Origin("https://example.vn/a", "2026-01-02")
CORPUS = load_corpus(ROOT / "corpus")
FRAGMENTS = st.sampled_from([line for case in HEADERS for line in case["text"].split("\n")])
TEXTS = st.lists(st.one_of(FRAGMENTS, st.text(max_size=40)), max_size=40).map("\n".join)


def run(corpus: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(corpus), *arguments], catch_exceptions=False)


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A corpus that holds the bodies the files name."""
    bodies = {f"bodies/{id_}.yaml": body(id_, name) for id_, name in (("bo-cong-an", "Bộ Công an"),)}
    return write(tmp_path, clean_files() | bodies)


@pytest.mark.parametrize(
    ("make", "name", "made"),
    [
        (files.gazette, "a.pdf", "tt-90-2025-tt-bca"),
        (files.word_file, "a.docx", "tt-91-2025-tt-bca"),
        (files.web_page, "a.html", "tt-90-2025-tt-bca"),
    ],
)
def test_a_file_becomes_a_record_that_passes_the_check(
    tmp_path: Path, small: Path, make: object, name: str, made: str
) -> None:
    file = make(tmp_path / name)  # type: ignore[operator]
    result = run(small, "import", str(file), "--source", "https://example.vn/b", "--checked", "2026-01-02")
    assert result.exit_code == 0, result.output
    path = small / "documents" / f"{made}.yaml"
    assert run(small, "check").exit_code == 0, run(small, "check").output
    assert run(small, "fmt", "--check", str(path)).exit_code == 0
    again = run(small, "import", str(file))
    assert (again.exit_code, made in again.stdout) == (1, True)


def test_page_headers_and_hard_wraps_are_gone(tmp_path: Path, small: Path) -> None:
    run(small, "import", str(files.gazette(tmp_path / "a.pdf")), "--out", str(tmp_path / "out"))
    made = yaml.safe_load((tmp_path / "out" / "tt-90-2025-tt-bca.yaml").read_text("utf-8"))
    first = next(p for p in made["provisions"] if p["kind"] == "dieu")
    assert first["text"] == [
        "Thông tư này quy định biện pháp thử nghiệm đối với công nhân công an, người lao động, học sinh, sinh viên và "
        "thân nhân của cán bộ, chiến sĩ đang công tác trong Công an nhân dân."
    ]
    assert made["events"][1] == {"kind": "in_force", "date": "2025-10-13", "sure": "read", "sources": ["s1"]}


def test_tables_of_a_word_file_are_read(tmp_path: Path, small: Path) -> None:
    out = run(small, "import", str(files.word_file(tmp_path / "a.docx")), "--out", "-").stdout
    made = yaml.safe_load(out)
    assert made["recipients"] == ["Như Điều 2", "Lưu: VT"]
    assert made["provisions"][1]["text"] == ["Ô thứ nhất theo Thông tư số 124/2021/TT-BCA", "Ô thứ hai"]
    assert "# nháp: chưa có trong kho: dan_chieu · Thông tư số 124/2021/TT-BCA · đoạn" in out


def test_every_field_says_how_sure_it_is_and_where_it_was_read(tmp_path: Path, small: Path) -> None:
    lines = run(small, "import", str(files.gazette(tmp_path / "a.pdf")), "--out", "-").stdout.split("\n")
    for field, page_line in (
        ("number: ", "trang 1, dòng 3"),
        ("type: ", "trang 1, dòng 7"),
        ("title: ", "trang 1, dòng 8"),
    ):
        at = next(i for i, line in enumerate(lines) if line.startswith(field))
        assert lines[at - 1] == f"# nháp: tin cậy 95% · {page_line}"


def test_the_corpus_plan_written_out_is_read_as_the_corpus_has_it(corpus: Corpus) -> None:
    plan = corpus.plans[PLAN]
    draft = Draft("a.txt", plan.text)
    imported = read_document(corpus, draft)
    parts, space = sections(draft, imported.header)
    found = [
        Section(id=p.id, label=p.label, parent=p.parent.id if p.parent else None, paragraphs=tuple(p.paragraphs))
        for p in parts
    ]
    assert found == [replace(section, implied=()) for section in plan.sections]
    assert (space, imported.header.signer and imported.header.signer.value) == (plan.ending, plan.signer)
    sourced, _ = parse(plan_yaml(draft, imported, plan.id, ORIGIN), "a")
    assert sourced
    record, problems = read_record(Plan, sourced)
    assert record, problems
    assert (record.text, record.seed_sha256, record.title) == (plan.text, plan.seed_sha256, plan.title)
    assert record.dated.earliest == plan.dated.earliest


def test_a_plan_that_is_held_is_shown(tmp_path: Path, corpus: Corpus) -> None:
    plan = corpus.plans[PLAN]
    (tmp_path / "a.txt").write_text(plan.text, "utf-8")
    result = run(corpus.root, "import", str(tmp_path / "a.txt"))
    assert (result.exit_code, plan.id in result.stdout) == (1, True)


def test_hostile_files_are_refused_in_one_line(tmp_path: Path, small: Path) -> None:
    good = good_word_file(tmp_path / "good.docx").read_bytes()
    for case, (name, content, words) in hostile(good).items():
        (tmp_path / case).mkdir()
        file = tmp_path / case / name
        file.write_bytes(content)
        result = run(small, "import", str(file))
        assert (result.exit_code, result.stdout) == (2, ""), case
        assert words in result.stderr, case
        assert result.stderr.count("\n") == 1, case


def test_a_body_that_is_not_held_gets_a_draft_of_its_own(tmp_path: Path) -> None:
    small = write(tmp_path, clean_files())
    result = run(small, "import", str(files.word_file(tmp_path / "a.docx")))
    assert result.exit_code == 0
    assert "Bộ Công an" in result.stdout
    made = (small / "bodies" / "bo-cong-an.yaml").read_text("utf-8")
    assert "level: trung-uong" in made
    assert run(small, "check").exit_code == 0, run(small, "check").output
    made_files = [small / "bodies" / "bo-cong-an.yaml", small / "documents" / "tt-91-2025-tt-bca.yaml"]
    assert run(small, "fmt", "--check", *map(str, made_files)).exit_code == 0


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, small: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\nhello")
    result = run(small, "import", str(tmp_path / "b.pdf"), str(files.word_file(tmp_path / "a.docx")))
    assert result.exit_code == 2
    assert (small / "documents" / "tt-91-2025-tt-bca.yaml").is_file()


def test_a_file_that_stands_there_is_not_overwritten(tmp_path: Path, small: Path) -> None:
    (small / "documents" / "tt-91-2025-tt-bca.yaml").write_text("id: [", "utf-8")
    result = run(small, "import", str(files.word_file(tmp_path / "a.docx")))
    assert result.exit_code == 1
    assert (small / "documents" / "tt-91-2025-tt-bca.yaml").read_text("utf-8") == "id: ["


@given(TEXTS)
@settings(max_examples=60)
def test_any_text_is_read_and_every_paragraph_has_its_place(text: str) -> None:
    corpus = CORPUS
    draft = Draft("a.txt", text)
    imported = read_document(corpus, draft)
    header = imported.header
    assert [*header.above, *header.inside, *header.ending, *header.behind] == blocks_of(draft)
    written = document_yaml(draft, imported, "a", ORIGIN)
    assert canonical(written, "documents") == (written, "")
    assert written == document_yaml(draft, read_document(corpus, draft), "a", ORIGIN)
    sourced, problems = parse(written, "a")
    assert sourced, problems
    _, problems = read_record(Document, sourced)
    assert {problem.code for problem in problems} <= {"FLD03"}  # the type may be unknown


@given(TEXTS)
@settings(max_examples=60)
def test_any_plan_keeps_every_letter(text: str) -> None:
    corpus = CORPUS
    draft = Draft("a.txt", text)
    parts, space = sections(draft, read_document(corpus, draft).header)
    kept = "".join(p.before + p.text for part in parts for p in part.paragraphs) + space
    wrapped = is_wrapped(draft)
    assert _letters(kept) == _letters(text) if wrapped else kept == text


def _letters(text: str) -> str:
    """Without white space and what cannot be seen, of which lines of a page that were joined have less."""
    plain = unicodedata.normalize("NFC", text).replace("Ð", "Đ")
    return "".join(c for c in plain if not c.isspace() and unicodedata.category(c)[0] != "C")


def test_what_was_issued_after_the_text_itself_is_no_basis_of_it(tmp_path: Path) -> None:
    """A law's name is borne by later laws too; what the text means then stands in a remark."""
    lines = ["BỘ A", "Số: 09/2020/TT-BA", "Hà Nội, ngày 10 tháng 7 năm 2020", "THÔNG TƯ", "Quy định về việc thử"]
    source = tmp_path / "a.txt"
    source.write_text("\n".join([*lines, "Căn cứ Thông tư số 02/2021/TT-BA;", "Điều 1. Thử", "Thử."]), "utf-8")
    corpus = write(tmp_path, clean_files())
    made = CliRunner().invoke(main, ["--corpus", str(corpus), "import", str(source), "--out", "-"]).stdout
    assert "chưa có trong kho: can_cu · Thông tư số 02/2021/TT-BA" in made
    assert "to: tt-2" not in made
