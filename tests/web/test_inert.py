"""A record whose hidden characters are suppressed with a reason is built all the same, and they act on no page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.web.conftest import build_site

ACTING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TITLE = r'"xin \x1b[31m\0\x9b\u202e chào"'
RECORD = "documents/tt-124-2021-tt-bca.yaml"


@pytest.fixture(scope="module")
def inert_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("inert")
    shutil.copytree(ROOT / "corpus", root / "corpus")
    path = root / "corpus" / RECORD
    text = re.sub(
        r"^title: [^\n]*(\n  [^\n]*)*", lambda _: f"title: {TITLE}", path.read_text("utf-8"), flags=re.MULTILINE
    )
    path.write_text(f"{text}# bỏ qua UNI02: thử các trang\n", "utf-8")
    build_site(root / "site", root / "corpus")
    return root / "site"


def test_no_page_and_no_file_holds_them(inert_site: Path) -> None:
    texts = [path for path in inert_site.rglob("*") if path.suffix in {".html", ".xml", ".csv", ".ics", ".svg", ".txt"}]
    assert [path.relative_to(inert_site) for path in texts if ACTING.search(path.read_text("utf-8"))] == []
    page = inert_site / "van-ban" / Path(RECORD).stem / "index.html"
    assert "xin \\u001b[31m\\u0000\\u009b\\u202e chào" in page.read_text("utf-8")
