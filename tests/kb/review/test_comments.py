"""Comments in Word files: they stand at the words, and everything else of the file stays as and where it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path
from random import Random
from xml.etree import ElementTree

import pytest

from kb.drafts.docx import read
from kb.review.comments import commented
from kb.review.judge import review
from tests.kb.drafts.files import LAPSED
from tests.kb.drafts.word_parts import W, document, packed, paragraph, parts_of, run, unpacked
from tests.kb.review.commenting import corpus, marked_text, with_comments, without_marks
from tests.kb.review.word_bodies import (
    BEFORE,
    BEHIND_IN_THE_RUN,
    BODIES,
    BOX,
    BOX_END,
    CONTROL,
    CONTROL_END,
    FIELD,
    FIELD_END,
)


@pytest.mark.parametrize("case", BODIES)
def test_the_text_stays_and_every_citation_has_its_comment(case: str) -> None:
    data = packed(parts_of(BODIES[case]))
    out, without_place = with_comments(data)
    assert without_place == 0
    assert read(out, "a.docx").text == read(data, "a.docx").text
    before, after = unpacked(data)["word/document.xml"], unpacked(out)["word/document.xml"]
    assert without_marks(after) == without_marks(before)
    citations = read(data, "a.docx").text.count(LAPSED)
    texts = marked_text(after)
    assert len(texts) == citations > 0
    assert after.count(b"<w:commentReference ") == citations


@pytest.mark.parametrize(
    "case",
    ["a run of its own", "inside a run", "over three runs", "twice in a run", "a hyperlink", "a cell", "a text box"],
)
def test_a_comment_holds_the_citation_and_no_other_word(case: str) -> None:
    out, _ = with_comments(packed(parts_of(BODIES[case])))
    assert set(marked_text(unpacked(out)["word/document.xml"]).values()) == {LAPSED}


def test_the_first_comment_says_how_far_the_review_reaches() -> None:
    out, _ = with_comments(packed(parts_of(BODIES["twice in a run"])))
    first, *others = unpacked(out)["word/comments.xml"].decode().split("<w:comment ")[1:]
    assert "Cả dự thảo: đã đối chiếu 2 trong 2 viện dẫn: 2 với kho." in first
    assert not any("đối chiếu" in other for other in others)


@pytest.mark.parametrize("case", BODIES)
def test_no_mark_stands_in_a_field_or_a_control(case: str) -> None:
    out, _ = with_comments(packed(parts_of(BODIES[case])))
    fields = controls = 0
    for tag, kind in re.findall(rb"<(/?w:\w+)(?: w:fldCharType=[\"'](\w+))?", unpacked(out)["word/document.xml"]):
        fields += {b"begin": 1, b"end": -1}.get(kind, 0)
        controls += {b"w:sdt": 1, b"/w:sdt": -1, b"w:fldSimple": 1, b"/w:fldSimple": -1}.get(tag, 0)
        if tag.startswith(b"w:comment"):
            assert (fields, controls) == (0, 0)


@pytest.mark.parametrize("case", BEHIND_IN_THE_RUN)
@pytest.mark.parametrize("text", [f"Thực hiện {LAPSED}", LAPSED])
def test_what_follows_in_the_run_stays_behind_the_citation(case: str, text: str) -> None:
    inside = f"<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t>{BEHIND_IN_THE_RUN[case]}<w:t> và chỉ đạo</w:t></w:r>"
    data = packed(parts_of(paragraph(inside)))
    before, after = unpacked(data)["word/document.xml"], unpacked(with_comments(data)[0])["word/document.xml"]
    assert without_marks(after) == without_marks(before)
    end, thing = after.index(b"<w:commentRangeEnd"), after.index(BEHIND_IN_THE_RUN[case].encode())
    assert end < thing < after.index("và chỉ đạo".encode())
    runs = [each for each in ElementTree.fromstring(after).iter(f"{{{W}}}r") if each.find(f"{{{W}}}t") is not None]
    assert len(runs) == 2 + (text != LAPSED)
    assert all(each.find(f"{{{W}}}rPr/{{{W}}}b") is not None for each in runs)


def grown(random: Random, depth: int = 0) -> str:
    """Paragraphs with fields, controls and text boxes within each other; fields may stay open or end twice."""
    blocks = []
    for _ in range(random.randint(1, 3)):
        inline: list[str] = []
        for _ in range(random.randint(0, 6)):
            half = random.randint(1, len(LAPSED) - 1)
            choice = random.choice(["text", "cite", "halves", "begin", "end", "control", "simple", "box", "note"])
            inline.append(
                {
                    "text": BEFORE,
                    "cite": run(f"a {LAPSED} b"),
                    "halves": run(LAPSED[:half]) + run(LAPSED[half:]),
                    "begin": FIELD,
                    "end": FIELD_END,
                    "control": CONTROL + run(LAPSED) + CONTROL_END,
                    "simple": "<w:fldSimple w:instr='a'>" + run(LAPSED) + "</w:fldSimple>",
                    "box": BOX + grown(random, depth + 1) + BOX_END if depth < 2 else "",
                    "note": f"<w:r><w:t>{LAPSED}</w:t><w:footnoteReference w:id='2'/><w:tab/></w:r>",
                }[choice]
            )
        blocks.append(random.choice(["<w:p/>", paragraph(*inline), "<w:p><w:pPr/>" + "".join(inline) + "</w:p>"]))
        if random.random() < 0.3 and depth < 2:
            blocks.append(CONTROL + grown(random, depth + 1) + CONTROL_END)
    return "".join(blocks)


@pytest.mark.parametrize("seed", range(150))
def test_any_nesting_keeps_its_text_and_has_whole_comments(seed: int) -> None:
    data = packed(parts_of(grown(Random(seed))))
    found = review(corpus(), read(data, "a.docx"), date(2026, 11, 24))
    out, without_place = commented(data, found)
    assert read(out, "a.docx").text == read(data, "a.docx").text
    before, after = unpacked(data)["word/document.xml"], unpacked(out)["word/document.xml"]
    told = [finding for finding in found.findings if finding.sentences()]
    assert len(marked_text(after)) == after.count(b"<w:commentReference ") == len(told) - without_place
    assert without_marks(after) == without_marks(before)
    controls = 0
    fields = [0]
    for tag, kind in re.findall(rb"<(/?w:\w+)(?: w:fldCharType=[\"'](\w+))?", after):
        if tag == b"w:txbxContent":
            fields.append(0)
        elif tag == b"/w:txbxContent":
            fields.pop()
        fields[-1] = max(0, fields[-1] + {b"begin": 1, b"end": -1}.get(kind, 0))
        controls += {b"w:sdt": 1, b"/w:sdt": -1, b"w:fldSimple": 1, b"/w:fldSimple": -1}.get(tag, 0)
        if tag.startswith(b"w:comment"):
            assert (sum(fields), controls) == (0, 0)


def test_every_other_part_keeps_its_bytes_and_the_document_its_declarations() -> None:
    root = (
        f"<?xml version='1.0' encoding='utf-8'?><!-- a --><w:document xmlns:w='{W}' xmlns:z='urn:z' "
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' mc:Ignorable='z'><w:body>"
    )
    parts = parts_of("") | {
        "word/document.xml": (root + paragraph(BEFORE, run(LAPSED)) + "</w:body></w:document>").encode(),
        "word/media/a.png": bytes(range(256)) * 9,
        "docProps/app.xml": b"<a>\r\n\t<b  c = 'd'/></a>",
    }
    after = unpacked(with_comments(packed(parts))[0])
    changed = {name for name in after if after[name] != parts.get(name)}
    assert changed == {
        "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
    }  # fmt: skip
    marks = rb"<w:commentRange(?:Start|End) w:id=\"0\"/>(?:<w:r><w:commentReference w:id=\"0\"/></w:r>)?"
    assert re.sub(marks, b"", after["word/document.xml"]) == parts["word/document.xml"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_part_keeps_its_encoding(encoding: str) -> None:
    xml = document(paragraph(run(f"Thực hiện {LAPSED} &amp; &#x1EA1;"))).replace("UTF-8", encoding.removesuffix("-sig"))
    data = packed(parts_of("") | {"word/document.xml": xml.encode(encoding)})
    out, _ = with_comments(data)
    after = unpacked(out)["word/document.xml"]
    assert after[:2] == xml.encode(encoding)[:2]
    assert read(out, "a.docx").text == read(data, "a.docx").text
    assert marked_text(after) == {"0": LAPSED}


def test_a_document_without_a_prefix() -> None:
    xml = document(paragraph(run(f"Thực hiện {LAPSED} nay"))).replace("w:", "").replace("xmlns:w", "xmlns")
    data = packed(parts_of("") | {"word/document.xml": xml.encode()})
    out, without_place = with_comments(data)
    assert without_place == 0
    assert marked_text(unpacked(out)["word/document.xml"]) == {"0": LAPSED}


def test_a_header_and_a_control_with_no_paragraph_around_get_no_comment_and_are_counted() -> None:
    header = f'<w:hdr xmlns:w="{W}">{paragraph(run(LAPSED))}</w:hdr>'.encode()
    body = (
        CONTROL
        + paragraph(run(LAPSED))
        + CONTROL_END
        + "<w:sectPr><w:headerReference w:type='default' r:id='h'/></w:sectPr>"
    )
    data = packed(parts_of(body, h=("header", "h.xml")) | {"word/h.xml": header})
    out, without_place = with_comments(data)
    assert without_place == 2
    assert unpacked(out) == unpacked(data)


def test_many_findings_cost_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        data = packed(parts_of("".join(paragraph(run(f"Thực hiện {LAPSED} năm {n}")) for n in range(count))))
        found = review(corpus(), read(data, "a.docx"), date(2026, 11, 24))
        best = 9.0
        for _ in range(3):
            started = time.process_time()
            out, without_place = commented(data, found)
            best = min(best, time.process_time() - started)
        assert without_place == 0
        assert unpacked(out)["word/comments.xml"].count(b"<w:comment ") == count
        return best

    assert seconds(1_000) < 2.3 * seconds(500) + 0.05


SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) không có trên máy này: không thử mở lại tệp được")
def test_libreoffice_shows_the_same_text_and_the_comments(tmp_path: Path) -> None:
    """Each file as it was and with its comments, converted to text in one start of LibreOffice."""
    for number, case in enumerate(BODIES):
        data = packed(parts_of(BODIES[case]))
        (tmp_path / f"{number}-before.docx").write_bytes(data)
        (tmp_path / f"{number}-after.docx").write_bytes(with_comments(data)[0])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    out = tmp_path / "out"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "fodt", "--outdir", str(out)]
    subprocess.run([*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=240)
    for number, case in enumerate(BODIES):
        before, after = ((out / f"{number}-{when}.fodt").read_text("utf-8") for when in ("before", "after"))
        assert _shown(after) == _shown(before), case
        comments = read((tmp_path / f"{number}-before.docx").read_bytes(), "a.docx").text.count(LAPSED)
        assert after.count("<office:annotation ") == comments, case


def _shown(fodt: str) -> str:
    text = fodt[fodt.index("<office:text") :]
    text = re.sub(r"<office:annotation .*?</office:annotation>", "", text, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", "", text.replace("</text:p>", " ")).replace("&#x0d;", " ").split())
