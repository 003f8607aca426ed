"""Records begun from the register (kb new NUMBER): facts and sources come along, the day chooses among twins."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.test_register import corpus, run
from tests.support.registers import write_register

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
