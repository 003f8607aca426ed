"""Records begun from the register (kb new NUMBER): facts and sources come along, the day chooses among twins."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kb.register.folder import write_tables
from tests.cli.test_register import corpus, run
from tests.support.registers import tables, write_register

__all__ = ["corpus"]


def test_new_takes_facts_and_sources_from_the_register(corpus: Path) -> None:
    made = run(corpus, "new", "30/2020/NĐ-BA")
    assert made.exit_code == 0
    text = (corpus / "documents" / "nd-30-2020-nd-ba.yaml").read_text("utf-8")
    assert "sure: confirmed" in text
    for part in ("where: Bộ pháp điển", "where: Công báo", "checked: '2026-01-22'", "checked: '2026-07-02'"):
        assert part in text
    assert run(corpus, "check").exit_code == 0
    assert "2020-05-01" in text
    unsure = run(corpus, "new", "31/2020/NĐ-BA")
    assert unsure.exit_code == 0
    assert "title: unknown" in (corpus / "documents" / "nd-31-2020-nd-ba.yaml").read_text("utf-8")
    refused = run(corpus, "new", "99/2020/NĐ-BA")
    assert refused.exit_code == 1
    assert "sổ đăng ký không có văn bản “99/2020/NĐ-BA”; tự nhập: kb new --number" in refused.stderr


@pytest.mark.parametrize(
    ("typed", "issued"),
    [
        ("40/2020/NĐ-BA ngày 04/8/2020", "2020-08-04"),
        ("40/2020/NĐ-BA 2020-01-03", "2020-01-03"),
        ("40/2020/NĐ-BA", 'nêu cả ngày: kb new "40/2020/NĐ-BA ngày 03/01/2020"'),
        ("40/2020/NĐ-BA ngày 05/8/2020", "sổ đăng ký không có văn bản “40/2020/NĐ-BA ngày 05/8/2020”"),
        ("40/2020/NĐ-BA ngày 31/02/2020", "không phải ngày"),
        ("40/2020/NĐ-BA tháng 8 năm 2020", "2020-08-04"),
        ("40/2020/NĐ-BA, ngày 03 tháng 01 năm 2020", "2020-01-03"),
        ("40/2020/NĐ-BA năm 2020", 'nêu cả ngày: kb new "40/2020/NĐ-BA ngày 03/01/2020"'),
        ("40/2020/NĐ-BA năm 2019", "sổ đăng ký không có văn bản “40/2020/NĐ-BA năm 2019”"),
    ],
)
def test_of_two_documents_of_a_number_the_day_says_which(corpus: Path, typed: str, issued: str) -> None:
    twins = [f"40/2020/NĐ-BA|Nghị định|pd,cb:{day}|bo-a|||||" for day in ("2020-01-03", "2020-08-04")]
    write_register(corpus.parent, twins)
    made = run(corpus, "new", typed)
    if made.exit_code == 0:
        assert issued in (corpus / "documents" / "nd-40-2020-nd-ba.yaml").read_text("utf-8")
    else:
        assert (made.exit_code, issued in made.stderr) == (1 if "không có văn bản" in issued else 2, True)
    assert (made.exit_code == 0) is issued.startswith("2020-")


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("02/2021/TT-BA", 1, "văn bản này đã có trong kho, không tạo tệp mới"),
        ("Thông tư số 02/2021/tt-ba", 1, "văn bản khác mang cùng số thì tự nhập: kb new --number 02/2021/TT-BA"),
        ("O2/2O21/TT-BA", 1, "văn bản này đã có trong kho"),
        ("02/2021/TT-BA năm 2021", 1, "văn bản này đã có trong kho, không tạo tệp mới"),
        ("02/2021/TT-BA năm 2019", 1, "cùng số ấy, kho có Thông tư 02/2021/TT-BA"),
        ("02/2021/TT-BA ngày 09/9/2019", 1, "cùng số ấy, kho có Thông tư 02/2021/TT-BA"),
        ("02/2021", 2, "“02/2021” thiếu ký hiệu: ghi đủ, như 34/2016/NĐ-CP"),
        ("thông tư 02", 2, "“thông tư 02” thiếu ký hiệu"),
        ("an ninh", 2, "“an ninh” không phải số, ký hiệu văn bản"),
    ],
)
def test_what_the_corpus_holds_is_shown_and_what_is_no_number_refused(
    corpus: Path, typed: str, code: int, said: str
) -> None:
    before = sorted((corpus / "documents").iterdir())
    made = run(corpus, "new", typed)
    assert (made.exit_code, said in made.stderr) == (code, True), made.stderr
    assert sorted((corpus / "documents").iterdir()) == before


OWN = [
    "05/2021/QĐ-BA|Quyết định|rieng:2021-02-01|Sở Mật|rieng:Về việc kín||||",
    "30/2020/NĐ-BA|Nghị định|rieng:2020-03-05||rieng:Theo sổ của ta||||",
]


@pytest.fixture
def own_register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KB_DATA", str(tmp_path / "data"))
    write_tables(tmp_path / "data" / "register", tables(OWN))


@pytest.mark.usefixtures("own_register")
@pytest.mark.parametrize("typed", ["05/2021/QĐ-BA", "05/2021/QĐ-BA ngày 01/02/2021"])
def test_facts_of_the_private_register_enter_the_corpus_only_where_that_is_asked_for(corpus: Path, typed: str) -> None:
    before = everything(corpus)
    refused = run(corpus, "new", typed)
    assert (refused.exit_code, refused.stdout, everything(corpus)) == (1, "", before)
    assert f"chỉ sổ riêng của cơ quan có văn bản “{typed}”" in refused.stderr
    assert f'kb new "{typed}" --private' in refused.stderr
    made = run(corpus, "new", typed, "--private")
    assert (made.exit_code, "nay nằm trong kho" in made.stderr) == (0, True)
    assert "title: Về việc kín" in (corpus / "documents" / "qd-05-2021-qd-ba.yaml").read_text("utf-8")


@pytest.mark.usefixtures("own_register")
@pytest.mark.parametrize("asked", [(), ("--private",)])
def test_of_a_document_of_both_registers_the_national_one_gives_the_facts(corpus: Path, asked: tuple[str, ...]) -> None:
    made = run(corpus, "new", "30/2020/NĐ-BA", *asked)
    assert (made.exit_code, made.stderr) == (0, "")
    assert "Theo sổ của ta" not in (corpus / "documents" / "nd-30-2020-nd-ba.yaml").read_text("utf-8")


@pytest.mark.usefixtures("own_register")
def test_nothing_that_goes_to_others_holds_a_fact_of_the_private_register(corpus: Path, tmp_path: Path) -> None:
    """A command that only reads may show them to its user; what is computed beside the corpus must not have them."""
    for command in (["register", "stale"], ["library", "register"], ["check"], ["index"], ["fmt", "--check"]):
        run(corpus, *command)
    assert run(corpus, "show", "05/2021/QĐ-BA").exit_code == 0
    here = {path: text for path, text in everything(tmp_path).items() if tmp_path / "data" not in path.parents}
    assert (tmp_path / "build" / "register.sorted") in here
    assert not [path for path, content in here.items() if "Về việc kín".encode() in content]


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_what_no_record_can_be_begun_from(corpus: Path) -> None:
    write_register(
        corpus.parent,
        [
            "41/GM-BA|Giấy mời|pd,cb:2020-01-03|bo-a|||||",
            "42/QĐ-BA|Quyết định|pd,cb:2020-01-03|2020|||||",
        ],
    )
    refused = run(corpus, "new", "41/GM-BA")
    assert (refused.exit_code, "kho không có thể loại “Giấy mời”" in refused.stderr) == (2, True)
    refused = run(corpus, "new", "42/QĐ-BA")
    assert (refused.exit_code, "2020" in refused.stderr) == (1, True)
    shutil.rmtree(corpus / "register")
    refused = run(corpus, "new", "43/2020/QĐ-BA")
    assert (refused.exit_code, refused.stderr.splitlines()[-1]) == (
        1,
        "kb: kho này chưa có sổ đăng ký để lấy dữ kiện; tự nhập: kb new --number 43/2020/QĐ-BA; "
        "lập sổ từ một bảng: kb register add TỆP",
    )
