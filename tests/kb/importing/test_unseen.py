"""What nobody sees in an office's file reaches no record: words are read as they look."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import main
from tests.support.corpora import body, clean_files, write

TEXT = """\
BỘ CÔNG AN
Số: 90/2025/TT-BCA
Hà Nội, ngày 15 tháng 9 năm 2025
THÔNG TƯ
Quy định việc thử ngh{0}iệm
Điều 1. Phạm vi điều{1}chỉnh
Thông tư này quy định biện{1}pháp thử ngh{0}iệm.
"""


@pytest.mark.parametrize(
    "inside", ["\u00ad", "\u200b", "\ufeff", "\u2060", "\u034f", "\ufe0f", "\U000e0041", "\U00013430"]
)
@pytest.mark.parametrize("between", ["\u2800", "\u3164", "\u2003", "\u3000", "\U0001d159", "\u00a0"])
def test_words_are_read_as_they_look(inside: str, between: str, tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files() | {"bodies/bo-cong-an.yaml": body("bo-cong-an", "Bộ Công an")})
    (tmp_path / "a.txt").write_text(TEXT.format(inside, between), "utf-8")
    command = ["--corpus", str(corpus), "import", str(tmp_path / "a.txt")]
    assert CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 0
    made = (corpus / "documents" / "tt-90-2025-tt-bca.yaml").read_text("utf-8")
    for words in ("Quy định việc thử nghiệm", "Phạm vi điều chỉnh", "quy định biện pháp thử nghiệm."):
        assert words in made


def test_a_page_whose_end_nobody_sees_is_imported_and_told(tmp_path: Path) -> None:
    corpus = write(tmp_path, clean_files() | {"bodies/bo-cong-an.yaml": body("bo-cong-an", "Bộ Công an")})
    page = "".join(f"<p>{line}</p>\n" for line in TEXT.format("", " ").splitlines())
    (tmp_path / "a.html").write_text(f"{page}<!-- <p>Điều 2. Hiệu lực</p>", "utf-8")
    command = ["--corpus", str(corpus), "import", str(tmp_path / "a.html")]
    for more in (["--out", "-"], []):
        result = CliRunner().invoke(main, [*command, *more], catch_exceptions=False)
        assert result.exit_code == 1
        assert "Điều 2" not in result.stdout
        assert "chú thích <!-- ở dòng 8 không đóng" in (result.stderr if more else result.stdout)
    assert (corpus / "documents" / "tt-90-2025-tt-bca.yaml").is_file()
