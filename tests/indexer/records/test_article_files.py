"""What is no file of articles is refused at once: a device has no end, an id is printed beside others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.records.articles import Articles
from kb.errors import IndexUnusable

ARTICLE = {"subject": "A", "heading": "a", "text": "b"}


@pytest.mark.parametrize("identity", ["", "a\nb", "a\tb", "a\x1b[2J", "\u202ea", "a\u200b"])
def test_an_id_is_one_line_of_characters_that_are_seen(tmp_path: Path, identity: str) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(ARTICLE | {"id": each}) + "\n" for each in ("1.1.LQ.1", identity)), "utf-8")
    with pytest.raises(IndexUnusable, match="không đúng dạng"):
        list(Articles(file))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="không có thiết bị /dev/zero trên máy này")
def test_a_device_is_refused() -> None:
    with pytest.raises(IndexUnusable, match="thiết bị"):
        Articles(Path("/dev/zero"))
