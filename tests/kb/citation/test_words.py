"""The words that a reader knows: each of them is read, and what is like them is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.kb.citation.test_windows import part

TABLE: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text("utf-8"))
ROWS = [pytest.param(row, word, id=f"{row['why']}-{word}") for row in TABLE for word in row["words"]]


@pytest.mark.parametrize(("row", "word"), ROWS)
def test_table(row: dict[str, Any], word: str) -> None:
    read = row["read"]
    assert part(row["part"], row["text"].format(word)) == (read.format(word) if isinstance(read, str) else read)
