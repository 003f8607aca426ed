"""The canonical form: the corpus is in it, values and comments survive it, writing it again changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kb.corpus.canonical import Remarked, canonical, canonical_file, difference, dump, record_files
from kb.corpus.load import load_corpus
from kb.corpus.source import parse
from kb.model import RECORD_CLASSES
from tests.support.corpora import clean_files, document
from tests.support.paths import ROOT

CASES = yaml.safe_load((Path(__file__).parent / "canonical.yaml").read_text("utf-8"))


def test_the_corpus_is_canonical() -> None:
    assert [str(path) for path in record_files(ROOT / "corpus") if len(set(canonical_file(path)[:2])) > 1] == []


def test_the_corpus_survives_another_writing(tmp_path: Path) -> None:
    """Written from a spelling as far from the canonical one as can be, every record comes back as it was."""
    before = load_corpus(ROOT / "corpus")
    copy = tmp_path / "corpus"
    for path in record_files(ROOT / "corpus")[::7]:
        value = parse(path.read_text("utf-8"), "")[0].value  # type: ignore[union-attr]
        messy = yaml.safe_dump(value, allow_unicode=True, width=40, default_flow_style=True, sort_keys=True)
        text, why = canonical(f"# lời đầu\n{messy}", path.parent.name)
        assert why == ""
        assert text.splitlines()[1] == "# lời đầu"
        (copy / path.parent.name).mkdir(parents=True, exist_ok=True)
        (copy / path.parent.name / path.name).write_text(text, "utf-8")
    after = load_corpus(copy)
    assert after.problems == []
    assert after.records == {key: before.records[key] for key in after.records}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, str]) -> None:
    folder = case.get("folder", "terms")
    text, why = canonical(case["before"], folder)
    assert why == case.get("why", "")
    first = "" if why else f"# yaml-language-server: $schema=../schema/{folder.removesuffix('s')}.json\n"
    assert text == first + case.get("after", case["before"])
    assert canonical(text, folder)[0] == text


@example("\x1f\U0002f800", "terms")
@given(st.text(max_size=80), st.sampled_from(["terms", "documents", "plans"]))
@settings(max_examples=150, deadline=None)
def test_any_value_survives(text: str, folder: str) -> None:
    written = yaml.safe_dump({"id": "x", "expansion": text, "note": text[::-1]}, allow_unicode=True)
    sourced, _ = parse(written, "")
    after, why = canonical(written, folder)
    if sourced is None or why:
        assert after == written
        return
    again, _ = parse(after, "")
    assert again is not None
    assert set(again.value) == set(sourced.value)
    assert canonical(after, folder) == (after, "")


def test_the_schema_named_is_there() -> None:
    paths = list(record_files(ROOT / "corpus"))
    assert len(paths) >= 250
    for path in paths:
        line = path.read_text("utf-8").partition("\n")[0]
        assert line.startswith("# yaml-language-server: $schema=")
        assert (path.parent / line.partition("=")[2]).resolve() == ROOT / "corpus/schema" / f"{kind(path)}.json"


def kind(path: Path) -> str:
    return next(cls.record_kind.name for cls in RECORD_CLASSES if cls.record_kind.folder == path.parent.name)


def test_a_difference_is_shown() -> None:
    before = clean_files()["documents/tt-1.yaml"]
    after, _ = canonical(before, "documents")
    assert "+  - bo-a" in difference(before, after, "tt-1.yaml")
    assert canonical(document("tt-1", "số: 1", "2020"), "documents")[0]


def test_remarks_stand_above_their_key_or_the_dash_of_their_item() -> None:
    tree = {
        "a": Remarked("06", ("một", "hai: 'ba'")),
        "b": Remarked([Remarked({"c": ["x", Remarked("y", ("sâu",))]}, ("mục 1",)), Remarked("z", ("mục 2",))], ("b",)),
    }
    assert (
        dump(tree)
        == """\
# một
# hai: 'ba'
a: '06'
# b
b:
  # mục 1
  - c:
      - x
      # sâu
      - y
  # mục 2
  - z
"""
    )
