"""Links of records lead to pages of the web alone: a rule says so, and the views hold to it where none was run."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from kb.corpus.load import load_corpus
from kb.model.values import is_web_address, leading_address
from kb.rules.run import check_corpus
from kb.views.site_snapshot import Hyperlink
from tests.kb.rules.example import write_example

TABLE = yaml.safe_load((Path(__file__).parent / "addresses.yaml").read_text("utf-8"))


def meant(row: str) -> str:
    return str(yaml.safe_load(f'"{row}"'))


def codes(root: Path, field: str) -> set[str]:
    found = check_corpus(load_corpus(write_example(root, f"# documents/tt-1.yaml\n{field}\n")))
    return {problem.code for problem in found}


@pytest.mark.parametrize("row", TABLE["unsafe"])
def test_unsafe(row: str, tmp_path: Path) -> None:
    assert "LNK04" in codes(tmp_path / "a", f'sources: [{{id: s1, where: "{row}", checked: 2026-01-02}}]')
    assert "FLD11" in codes(tmp_path / "b", f'links: [{{label: a, url: "{row}"}}]')
    assert not is_web_address(meant(row))
    assert Hyperlink("a", meant(row)).href is None


@pytest.mark.parametrize("row", TABLE["sound"] + TABLE["words"])
def test_sound(row: str, tmp_path: Path) -> None:
    assert codes(tmp_path, f'sources: [{{id: s1, where: "{row}", checked: 2026-01-02}}]') == set()


@pytest.mark.parametrize("address", [*TABLE["sound"], "van-ban/tt-1/", "ke-hoach/kh/#ii-1.p2", "?q=a%20b", ""])
def test_a_link_that_leads_somewhere_does(address: str) -> None:
    assert Hyperlink("a", address).href == address


def test_words_behind_an_address_are_no_part_of_it() -> None:
    assert leading_address("https://example.vn/a.htm, bản sao Công báo") == "https://example.vn/a.htm"
    assert leading_address("Công báo: https://example.vn/a") is None
    assert leading_address("") is None
