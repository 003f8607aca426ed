"""What was not read never looks clean: an empty standard input, a page whose end nobody sees."""

from __future__ import annotations

import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from tests.kb.review.test_review import run
from tests.support.paths import ROOT


@pytest.mark.parametrize("stdin", ["<&-", "</dev/null"])
def test_standard_input_without_a_word_never_looks_clean(stdin: str) -> None:
    program = [sys.executable, "-c", "from cli import run; run()", "review", "-"]
    command = ["bash", "-c", f'exec "$@" {stdin}', "bash", *program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_what_was_not_read_is_told_in_every_form(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Kế hoạch này</p>\n<script>Căn cứ Nghị quyết số 51-NQ/TW", "utf-8")
    words = "thẻ <script> ở dòng 2 không đóng"
    for form in ("text", "json", "sarif", "html"):
        result = run("review", str(tmp_path / "a.html"), "--format", form)
        assert result.exit_code == 1
        assert words in unescape(result.stdout)
