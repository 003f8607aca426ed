"""The review from bytes to text says what `kb review` says."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
import yaml

from kb.corpus.load import load_corpus
from kb.corpus.packed import pack
from kb.drafts import read_draft
from kb.register.compiled import compiled
from kb.register.layers import Layer, LayerRegister
from kb.register.lookup import Register
from kb.register.shards import sharded
from kb.review.corrected import corrected_bases
from kb.review.formats import shown
from kb.review.judge import review
from kb.review.portable import PortableReview
from tests.kb.drafts.word_parts import packed, paragraph, parts_of, run, unpacked
from tests.support.paths import ROOT
from tests.support.registers import tables

DAY = "2026-11-29"
CORPUS = load_corpus(ROOT / "corpus")
BASES = yaml.safe_load((ROOT / "tests/kb/review/corrected.yaml").read_text("utf-8"))
REGISTERED = yaml.safe_load((ROOT / "tests/kb/review/registered.yaml").read_text("utf-8"))
TEXT = "Căn cứ Chỉ thị số 46/CT-TW ngày 22/6/2015 của Bộ Chính trị; Thông tư số 124/2021/TT-BCA."


@pytest.fixture(scope="module")
def portable() -> PortableReview:
    return PortableReview(pack(CORPUS))


def checked(portable: PortableReview, name: str, content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(portable.check(name, content, DAY))
    return found


def test_it_says_what_the_command_says(portable: PortableReview) -> None:
    found = checked(portable, "du-thao.txt", TEXT.encode())
    own = review(CORPUS, read_draft(TEXT.encode(), "du-thao.txt"), date.fromisoformat(DAY))
    for form in ("json", "html"):
        assert portable.report(form).decode() == shown([own], form)
    assert "".join(text for text, _ in found["segments"]) == TEXT
    assert [number for _, number in found["segments"] if number is not None] == [0, 1]
    assert [one["verdict"] for one in found["findings"]] == ["wrong", "correct"]
    assert found["findings"][0]["correction"] == "Chỉ thị số 46-CT/TW, ngày 22/6/2015 của Bộ Chính trị"


def test_it_asks_for_what_it_needs_of_the_register() -> None:
    lines = compiled(tables(REGISTERED["register"], REGISTERED["known"]))
    sources, shards = sharded(lines)
    held = [LayerRegister(Layer.REGISTER, Register(lines))]
    corpus = load_corpus(ROOT / "corpus")
    rounds = []
    for case in REGISTERED["cases"]:
        text, day = case["text"].encode(), str(case.get("at", DAY))
        portable = PortableReview(pack(corpus), sources)
        answers = [json.loads(portable.check("a.txt", text, day))]
        while needs := answers[-1].get("needs"):
            answers.append(json.loads(portable.go_on({number: shards[number] for number in needs})))
        own = review(corpus, read_draft(text, "a.txt"), date.fromisoformat(day), held)
        assert portable.report("json").decode() == shown([own], "json"), case["id"]
        assert not json.loads(portable.check("a.txt", text, day)).get("needs")
        rounds.append(len(answers))
    assert set(rounds) == {1, 2, 3}, "an act that ended another is asked for when that is known"


def test_nothing_goes_on_before_it_began(portable: PortableReview) -> None:
    with pytest.raises(RuntimeError):
        PortableReview(pack(CORPUS)).go_on({})
    checked(portable, "a.txt", TEXT.encode())
    checked(portable, "anh.docx", b"\x89PNG")
    with pytest.raises(RuntimeError):
        portable.go_on({})


def test_a_file_that_was_refused_has_no_report_of_the_one_before(portable: PortableReview) -> None:
    checked(portable, "a.txt", TEXT.encode())
    checked(portable, "anh.docx", b"\x89PNG")
    with pytest.raises(RuntimeError, match="no file was checked"):
        portable.report("html")


def test_what_cannot_be_read_is_one_line(portable: PortableReview) -> None:
    assert checked(portable, "anh.docx", b"\x89PNG") == {
        "refused": "“anh.docx” không phải tệp .docx (hỏng, hoặc bị đổi đuôi tệp)"
    }


def test_a_name_with_half_a_character_is_told_with_another_sign(portable: PortableReview) -> None:
    assert checked(portable, "a\ud800.docx", b"A")["refused"].startswith("“a?.docx”")
    checked(portable, "a\ud800.txt", TEXT.encode())
    assert json.loads(portable.report("json"))["file"] == "a?.txt"


def test_what_was_converted_compared_and_not_read_is_told(portable: PortableReview) -> None:
    found = checked(portable, "a.html", f"<p>{TEXT}</p><template>b".encode())
    assert found["remarks"] == ["Đã đối chiếu 2 trong 2 viện dẫn: 2 với kho."]
    assert found["unread"] == json.loads(portable.report("json"))["unread"] != []
    assert checked(portable, "a.txt", b"A")["remarks"] == []


def test_a_day_that_is_none_is_a_bug_of_the_caller(portable: PortableReview) -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        portable.check("a.txt", b"a", "29/11/2026")


def test_a_word_file_gets_its_comments(portable: PortableReview) -> None:
    word = packed(parts_of(paragraph(run(TEXT))))
    assert checked(portable, "a.docx", word)["findings"][0]["verdict"] == "wrong"
    file, said = portable.commented(word)
    assert "46-CT/TW" in unpacked(file)["word/comments.xml"].decode()
    assert said == ""


def test_a_word_file_that_is_refused_its_comments_says_why(portable: PortableReview) -> None:
    checked(portable, "a.docx", packed(parts_of(paragraph(run(TEXT)))))
    assert portable.commented(b"PK") == (b"", "chưa ghi chú thích: “a.docx” bị hỏng hoặc không phải tệp Word (.docx)")


def test_comments_before_any_check_are_a_bug_of_the_caller() -> None:
    with pytest.raises(RuntimeError, match="no file was checked"):
        PortableReview(pack(CORPUS)).commented(packed(parts_of(paragraph(run(TEXT)))))


@pytest.mark.parametrize("case", BASES, ids=[case["name"] for case in BASES])
def test_bases_are_copied_as_they_should_be_typed(case: dict[str, Any]) -> None:
    draft = read_draft(case["text"].encode(), "a.txt")
    held = (
        [LayerRegister(Layer.REGISTER, Register(compiled(tables(case["register"], []))))] if "register" in case else []
    )
    found = corrected_bases(review(CORPUS, draft, date.fromisoformat(str(case.get("at", DAY))), held))
    assert "\n".join(found.lines) == case["bases"]
    assert list(found.left_out) == case.get("left_out", [])
    told = {words: " ".join(said) for words, said in found.against}
    assert told.keys() == case.get("against", {}).keys()
    for words, said in case.get("against", {}).items():
        assert told[words].startswith(said)
