"""What a library answers to questions for provisions, from a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.errors import UnknownRecord
from kb.library.answer import answered
from kb.library.compiled import compile_library
from kb.library.lookup import Library
from kb.library.store import LibraryStore
from kb.library.typed import DocumentsAsked
from kb.register.layers import Layer, LayerRegister
from tests.kb.library.test_importing import CHANGED, imported
from tests.kb.review.test_review import corpus
from tests.support.code_pages import page, write_folder
from tests.support.registers import register

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("answers.yaml").read_text("utf-8"))
LAW = "{}/QH15|Luật|ds:{}|Quốc hội|ds:Luật Thử nghiệm ở cơ sở||||"
ROWS = [
    LAW.format("01/2021", "2021-06-20"),
    LAW.format("09/2024", "2024-06-27"),
    "05/2022/NĐ-CP|Nghị định|cb:2022-01-10|Chính phủ|||||",
]


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Library]:
    """The library as the law was passed, and with a later change of it."""
    return {
        amended: _library(tmp_path_factory.mktemp("library"), CHANGED if amended else "") for amended in (False, True)
    }


def _library(root: Path, changed: str) -> Library:
    store = LibraryStore(root / "library")
    imported(store, write_folder(root, {"a1": page(changed=changed)}))
    compile_library(store)
    return Library(store.folder)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["asked"])
def test_answer(libraries: dict[bool, Library], case: dict[str, Any]) -> None:
    library = libraries[case.get("amended", False)]
    registers = [LayerRegister(Layer.REGISTER, register(ROWS))]
    documents = DocumentsAsked(library, corpus(), registers, date(2026, 11, 24))
    if "refused" in case:
        with pytest.raises(UnknownRecord) as refusal:
            answered(library, documents, case["asked"])
        assert case["refused"] in str(refusal.value)
        return
    answer = answered(library, documents, case["asked"])
    assert (answer is None) == case.get("none", False)
    if answer:
        assert [library.article(place).code for place in answer.articles] == [f"99.1.LQ.{n}" for n in case["articles"]]
        assert [line for lacking in answer.articles.values() for line in lacking] == case.get("lacking", [])
        assert list(answer.said) == case.get("said", [])
